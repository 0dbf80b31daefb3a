/** Who may import whom. The steps of a call's journey never import one another: they meet at the outbox and in start-worker.ts. */
const worker = '^sync-worker/src';
const isTest = '\\.(test|faults|conformance)\\.tsx?$|/testing/|/faults/|/conformance/|conformance\\.ts$';
const steps = [
  'intake',
  'delivery',
  'deliveries',
  'history',
  'identity',
  'people',
  'progression',
  'projections',
  'click-to-call',
  'matching',
  'metrics',
  'alerts',
  'retention',
  'reconciliation',
  'delivery-log',
  'audit',
  'settings',
  'access',
  'team',
];

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      // Types that name one another vanish before anything runs.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'contract-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^contract/' },
      to: { path: '^(sync-worker|extension-ui|twenty-sandbox|graphql|e2e)/' },
    },
    {
      name: 'ui-speaks-to-the-worker-only-over-http',
      severity: 'error',
      from: { path: '^extension-ui/' },
      to: { path: '^(sync-worker|twenty-sandbox|graphql)/' },
    },
    {
      name: 'product-never-imports-the-sandbox',
      severity: 'error',
      from: { path: '^(contract|sync-worker|extension-ui|graphql)/', pathNot: isTest },
      to: { path: '^(twenty-sandbox|e2e)/' },
    },
    {
      name: 'nothing-imports-the-bench',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { path: '^bench/' },
    },
    {
      name: 'sandbox-is-somebody-elses-system',
      severity: 'error',
      from: { path: '^twenty-sandbox/' },
      to: { path: '^(contract|sync-worker|extension-ui)/' },
    },
    {
      name: 'product-code-imports-no-test-help',
      severity: 'error',
      from: { path: '^(sync-worker|extension-ui)/src', pathNot: isTest },
      to: { path: `(${isTest})` },
    },
    ...steps.map((step) => ({
      name: `step-${step}-imports-no-other-step`,
      severity: 'error',
      from: { path: `${worker}/${step}/`, pathNot: isTest },
      to: { path: `${worker}/(${steps.filter((other) => other !== step).join('|')})/` },
    })),
    {
      name: 'outbox-is-a-pure-core',
      severity: 'error',
      from: { path: `${worker}/outbox/`, pathNot: isTest },
      to: { path: `${worker}/(?!outbox/)` },
    },
    {
      name: 'only-main-picks-implementations',
      severity: 'error',
      from: { path: `${worker}/(?!store/|start-worker\\.ts|main\\.ts)`, pathNot: isTest },
      to: {
        path: `${worker}/store/(?!port\\.ts|[a-z]+-port\\.ts|errors\\.ts)`,
      },
    },
    {
      name: 'only-the-store-speaks-sql',
      severity: 'error',
      from: { path: worker, pathNot: `${worker}/(store|testing)/` },
      to: { path: 'node_modules/(pg|@electric-sql)/' },
    },
    {
      name: 'only-twenty-speaks-graphql',
      severity: 'error',
      from: { path: worker, pathNot: `${worker}/(twenty|testing)/` },
      to: { path: 'node_modules/graphql|^graphql/(generated|operations)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.twenty|\\.data|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
