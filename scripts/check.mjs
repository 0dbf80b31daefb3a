// `npm run check`: everything that needs nothing but Node, in about a minute. Every step runs, so that one run shows all.
import { fileURLToPath } from 'node:url';
import { ensureInstalled, requireNode } from './lib/install.mjs';
import { run } from './lib/processes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @type {readonly { name: string, command: readonly string[] }[]} */
const STEPS = [
  { name: 'format and lint', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of the dialer', command: ['tsc', '-p', 'extension-ui'] },
  { name: 'types of the browser tests', command: ['tsc', '-p', 'e2e'] },
  {
    name: 'import zones',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.mjs',
      'contract',
      'sync-worker',
      'extension-ui',
      'twenty-sandbox',
      'e2e',
      'bench',
    ],
  },
  { name: 'generated GraphQL types', command: ['graphql-codegen', '--check'] },
  { name: 'app manifest', command: ['tsx', 'scripts/app-manifest.ts', '--check'] },
  {
    name: 'links in the documents',
    command: ['remark', '--frail', '--quiet', '--no-stdout', '.'],
  },
  { name: 'unit tests', command: ['vitest', 'run', '--project', 'unit', '--project', 'ui', ...jsonReport()] },
];

function jsonReport() {
  const file = process.env.CHECK_REPORT;
  return file ? ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`] : [];
}

requireNode();
await ensureInstalled(root, console.log);
const startedAt = Date.now();
const failed = [];
for (const { name, command } of STEPS) {
  const stepStartedAt = Date.now();
  const { code, output } = await run('npx', ['--no-install', ...command], { cwd: root, isQuiet: true });
  const seconds = ((Date.now() - stepStartedAt) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (code === 0) continue;
  console.log(output);
  failed.push(name);
}
console.log(
  `check: ${STEPS.length - failed.length} of ${STEPS.length} steps in ${Math.round((Date.now() - startedAt) / 1000)} s`,
);
if (failed.length > 0) {
  console.log(`Failed: ${failed.join(', ')}`);
  process.exit(1);
}
