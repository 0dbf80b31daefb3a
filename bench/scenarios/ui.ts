import { fileURLToPath } from 'node:url';
import { launchBrowser, newRep } from '../../e2e/support/browser.ts';
import { chooseRep, searchField } from '../../e2e/support/rep.ts';
import { ensureUiBuilt } from '../../scripts/lib/build-ui.mjs';
import { DEMO_MEMBERS } from '../../twenty-sandbox/src/seed/members.ts';
import type { Bench } from '../bench.ts';
import type { Scenario } from '../scenario.ts';
import { startSandbox } from '../support/sandbox.ts';
import { startWorker } from '../support/worker.ts';
import { readBuild } from './ui/build.ts';
import { uiFigures } from './ui/figures.ts';
import { watchScripts } from './ui/scripts.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = `${ROOT}/extension-ui/dist`;
/** Long after whatever the dialer fetches without being asked. */
const QUIET_MS = 3_000;

/** How much JavaScript a rep waits for who opens the dialer for the first time. */
export const ui: Scenario = {
  name: 'ui',
  what: 'the JavaScript of the first load, from the worker to a browser that was never there',
  isPerStore: false,
  onlyOnSandbox: 'somebody has to sign in',
  run: async (bench) => {
    await ensureUiBuilt(ROOT, (line) => bench.say(line));
    const { neededUrls, loaded } = await openDialer(bench, await startDialer(bench));
    return uiFigures({ build: await readBuild(DIST), loaded, neededUrls });
  },
};

const startDialer = async (bench: Bench): Promise<string> => {
  const sandbox = await startSandbox(bench);
  const worker = await startWorker(bench, { settings: { ...sandbox.asApp, DIALER_UI_DIR: DIST } });
  return worker.url;
};

/** Opens it, signs in, and waits until nothing more comes. */
const openDialer = async (bench: Bench, dialerUrl: string) => {
  const browser = await launchBrowser();
  bench.onEnd(() => browser.close());
  const page = await (await newRep(browser)).newPage();
  const scripts = await watchScripts(page);
  await page.goto(dialerUrl);
  await page.getByText('Sign in with Twenty').waitFor();
  const forSignIn = [...scripts.loaded.keys()];
  const rep = DEMO_MEMBERS.find(({ isRep }) => isRep);
  await chooseRep(page, `${rep?.firstName} ${rep?.lastName}`);
  await searchField(page).click();
  await page.waitForTimeout(QUIET_MS);
  const neededUrls = new Set([...forSignIn, ...(await scripts.beforeUsable())]);
  return { neededUrls, loaded: scripts.loaded };
};
