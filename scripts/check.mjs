// `npm run check`: everything that needs nothing but Node (and, where it can be asked, the registry), in about a minute. Every step runs, so that one run shows all.
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

/** As scripts/audit.mjs ends when the registry cannot be asked: no reason to stop, and nothing to call fine. */
const NOT_KNOWN = 3;

function jsonReport() {
  const file = process.env.CHECK_REPORT;
  return file ? ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`] : [];
}

requireNode();
await ensureInstalled(root, console.log);
const startedAt = Date.now();
/** @type {string[]} */
const failed = [];
/** @type {string[]} */
const unknown = [];
// The registry takes its time, and nobody waits for it meanwhile.
const audit = timed(run('node', ['scripts/audit.mjs'], { cwd: root, isQuiet: true }));
for (const { name, command } of STEPS) {
  tell(name, await timed(run('npx', ['--no-install', ...command], { cwd: root, isQuiet: true })));
}
tell('weaknesses in dependencies', await audit, NOT_KNOWN);
const all = STEPS.length + 1;
const done = all - failed.length - unknown.length;
console.log(
  `check: ${done} of ${all} steps in ${Math.round((Date.now() - startedAt) / 1000)} s${unknown.length === 0 ? '' : `, not known: ${unknown.join(', ')}`}`,
);
if (failed.length > 0) {
  console.log(`Failed: ${failed.join(', ')}`);
  process.exit(1);
}

/** @param {Promise<{ code: number, output: string }>} running */
async function timed(running) {
  const from = Date.now();
  return { ...(await running), seconds: ((Date.now() - from) / 1000).toFixed(1) };
}

/**
 * @param {string} name
 * @param {{ code: number, output: string, seconds: string }} result
 * @param {number} [notKnown] the exit code of a step that could not find out
 */
function tell(name, { code, output, seconds }, notKnown) {
  const mark = code === 0 ? 'ok  ' : code === notKnown ? '?   ' : 'FAIL';
  console.log(`${mark} ${name} (${seconds} s)`);
  if (code === 0) return;
  console.log(output.trimEnd());
  (code === notKnown ? unknown : failed).push(name);
}
