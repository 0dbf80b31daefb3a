// `npm run bench`: every figure beside its bar, measured on this machine with the real processes.
import { fileURLToPath } from 'node:url';
import { SYSTEM_PACKAGES } from '../scripts/lib/system-packages.mjs';
import { type RealTwenty, withBench } from './bench.ts';
import { machineLines, thisMachine } from './machine.ts';
import { OptionError, type Options, readOptions } from './options.ts';
import { isMissed, keepResults, type Result, resultLines } from './result.ts';
import { type Scenario, STORE_KINDS, type StoreKind } from './scenario.ts';
import { SCENARIOS } from './scenarios/index.ts';

const RESULTS = fileURLToPath(new URL('./results', import.meta.url));
const say = (line: string) => console.log(line);

const main = async (): Promise<void> => {
  const options = readOptions(
    process.argv.slice(2),
    SCENARIOS.map(({ name }) => name),
  );
  const stores = storesFor(options);
  const twenty = realTwenty(process.env);
  const machine = thisMachine(new Date());
  for (const line of machineLines(machine)) say(line);
  say(`stores: ${stores.join(', ')}; Twenty: ${twenty?.url ?? 'the sandbox'}`);
  if (options.quick) say('Small sizes (--quick): these figures do not count.');

  const results: Result[] = [];
  for (const scenario of chosen(options)) {
    for (const store of scenario.isPerStore ? stores : stores.slice(0, 1)) {
      const result = await runOne(scenario, { store, quick: options.quick, twenty });
      results.push(result);
      for (const line of resultLines(result)) say(line);
    }
  }
  say('\nAll figures');
  for (const line of [...machineLines(machine), ...results.flatMap(resultLines)]) say(line);
  say(`\nKept in ${keepResults(RESULTS, { machine, quick: options.quick, results })}`);
  conclude(results, options);
};

const chosen = ({ scenarios }: Options): readonly Scenario[] =>
  SCENARIOS.filter(({ name }) => scenarios.length === 0 || scenarios.includes(name));

const runOne = async (
  scenario: Scenario,
  settings: { store: StoreKind; quick: boolean; twenty: RealTwenty | null },
): Promise<Result> => {
  const store = scenario.isPerStore ? settings.store : null;
  const nothing = { scenario: scenario.name, store, figures: [], skipped: null, failure: null };
  if (settings.twenty !== null && scenario.onlyOnSandbox !== null) {
    return { ...nothing, skipped: `it needs the sandbox: ${scenario.onlyOnSandbox}` };
  }
  say(`\n== ${scenario.name}${store === null ? '' : ` on ${store}`}: ${scenario.what}`);
  const startedAtMs = Date.now();
  const tell = (line: string) => say(`   ${seconds(Date.now() - startedAtMs)}  ${line}`);
  try {
    const figures = await withBench({ ...settings, say: tell }, (bench) => scenario.run(bench));
    return { ...nothing, figures };
  } catch (error) {
    return { ...nothing, failure: error instanceof Error ? error.message : String(error) };
  }
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(0)} s`.padStart(6);

const storesFor = ({ stores }: Options): readonly StoreKind[] => {
  const hasPostgres = SYSTEM_PACKAGES.postgres.isThere();
  if (stores === null && !hasPostgres) {
    say(`Only PGlite is looked at. ${SYSTEM_PACKAGES.postgres.remedy}`);
    return ['pglite'];
  }
  return stores ?? STORE_KINDS;
};

const realTwenty = ({ TWENTY_API_URL: url, TWENTY_API_KEY: key }: NodeJS.ProcessEnv): RealTwenty | null => {
  if (url && key) return { url: url.replace(/\/$/, ''), key };
  if (url || key) throw new OptionError('A real Twenty needs both TWENTY_API_URL and TWENTY_API_KEY.');
  return null;
};

const conclude = (results: readonly Result[], { quick }: Options): void => {
  const missed = results.filter(isMissed).length;
  const failed = results.some(({ failure }) => failure !== null);
  say(missed === 0 ? 'Every bar holds.' : `Bars missed in ${missed} of ${results.length} runs.`);
  if (quick) say('Small sizes (--quick): these figures do not count.');
  process.exitCode = failed || (missed > 0 && !quick) ? 1 : 0;
};

main().catch((error: unknown) => {
  console.error(error instanceof OptionError ? error.message : error);
  process.exitCode = 1;
});
