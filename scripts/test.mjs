// `npm test`: installs what is missing and runs every suite. `npm test -- e2e faults` runs only those named.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureUiBuilt } from './lib/build-ui.mjs';
import { ensureInstalled, requireNode } from './lib/install.mjs';
import { run } from './lib/processes.mjs';
import { ensureSystemPackages, SYSTEM_PACKAGES } from './lib/system-packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, '.cache/reports');
const say = (/** @type {string} */ line) => console.log(line);

/** @typedef {{ suite: Suite, result: 'passed' | 'failed' | 'not run', passed: number, failed: number, why: string }} SuiteResult */
/** @typedef {{ name: string, what: string, needs: readonly (keyof typeof SYSTEM_PACKAGES)[], needsUi?: boolean, folder?: string, command: (report: string) => readonly string[], env?: (report: string) => NodeJS.ProcessEnv }} Suite */

const vitest = (/** @type {string} */ project) => (/** @type {string} */ report) => [
  'npx',
  '--no-install',
  'vitest',
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
];

/** @type {readonly Suite[]} */
const SUITES = [
  {
    name: 'check',
    what: 'format, lint, types, import zones, drift, links, unit tests',
    needs: [],
    command: () => [process.execPath, 'scripts/check.mjs'],
    env: (report) => ({ CHECK_REPORT: report }),
  },
  {
    name: 'postgres',
    what: 'the store on a real Postgres',
    needs: ['postgres'],
    command: vitest('postgres'),
  },
  {
    name: 'twenty',
    what: 'what the product relies on in Twenty, on the sandbox',
    needs: [],
    command: vitest('twenty'),
    env: () => ({ TWENTY_API_URL: '', TWENTY_API_KEY: '' }),
  },
  {
    name: 'faults',
    what: 'calls by the hundred through everything that goes wrong',
    needs: ['postgres'],
    command: vitest('faults'),
    env: () => ({ TWENTY_API_URL: '', TWENTY_API_KEY: '' }),
  },
  {
    name: 'disk',
    what: 'the real worker on a disk that runs full',
    needs: ['mount'],
    command: vitest('disk'),
  },
  {
    name: 'e2e',
    what: 'the product in a real browser',
    needs: ['chromium'],
    needsUi: true,
    command: vitest('e2e'),
  },
  {
    name: 'app',
    what: "the Twenty app, built by Twenty's own tools",
    needs: [],
    folder: 'twenty-app',
    command: () => ['npx', '--no-install', 'tsx', 'scripts/app-manifest.ts', '--check', '--build'],
  },
];

const main = async () => {
  requireNode();
  await ensureInstalled(root, say);
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    console.error(
      `There is no suite ${unknown.join(', ')}. Suites: ${SUITES.map((suite) => suite.name).join(', ')}.`,
    );
    process.exit(1);
  }
  const suites = SUITES.filter((suite) => wanted.length === 0 || wanted.includes(suite.name));
  const missing = await ensureSystemPackages([...new Set(suites.flatMap((suite) => suite.needs))], say);
  if (suites.some((suite) => suite.needsUi)) await ensureUiBuilt(root, say);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  /** @type {SuiteResult[]} */
  const results = [];
  for (const suite of suites) {
    const lacking = suite.needs.filter((need) => missing.includes(need));
    if (lacking.length > 0) {
      results.push({
        suite,
        result: 'not run',
        passed: 0,
        failed: 0,
        why: lacking.map((need) => SYSTEM_PACKAGES[need].remedy).join(' '),
      });
      continue;
    }
    results.push(await runSuite(suite));
  }
  conclude(results);
};

/**
 * @param {Suite} suite
 * @returns {Promise<SuiteResult>}
 */
const runSuite = async (suite) => {
  say(`\n== ${suite.name}: ${suite.what}`);
  // The app is a package of its own, with large tools that nothing else needs.
  if (suite.folder) await ensureInstalled(join(root, suite.folder), say);
  const report = join(reports, `${suite.name}.json`);
  const [program = '', ...args] = suite.command(report);
  const { code } = await run(program, args, { cwd: root, env: { ...process.env, ...suite.env?.(report) } });
  const counts = countsOf(report) ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  const hasFailed = code !== 0 || counts.failed > 0;
  return {
    suite,
    result: hasFailed ? 'failed' : 'passed',
    passed: counts.passed,
    // A suite that ends badly without naming a test (a lint error, a crash) still counts as one failure.
    failed: hasFailed ? Math.max(1, counts.failed) : 0,
    why: '',
  };
};

const countsOf = (/** @type {string} */ report) => {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: Number(numPassedTests), failed: Number(numFailedTests) };
  } catch {
    return null; // This suite writes no report: its exit code decides.
  }
};

const conclude = (/** @type {SuiteResult[]} */ results) => {
  say('');
  for (const { suite, result, passed, why } of results) {
    say(`${result.padEnd(8)} ${suite.name.padEnd(9)} ${result === 'not run' ? why : `${passed} passed`}`);
  }
  const passed = results.reduce((sum, one) => sum + one.passed, 0);
  // On a developer's machine a suite may be left out, and is named; where results are judged it may not, unless what it lacks
  // is a right that a machine grants or not, and nobody can install.
  const notRun = results.filter(
    ({ suite, result }) => result === 'not run' && !suite.needs.includes('mount'),
  ).length;
  const failed = results.reduce((sum, one) => sum + one.failed, 0) + (process.env.CI ? notRun : 0);
  say(`\n${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
};

await main();
