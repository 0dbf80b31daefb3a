import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { type RunningProduct, startProduct, temporaryFolder } from './support/product.ts';
import { callRow, dial, signIn, stateOf, wrapUp } from './support/rep.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let browser: Browser;
const running: RunningProduct[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((product) => product.stop()));
  await folder.remove();
});

const start = async (options: Parameters<typeof startProduct>[0]): Promise<RunningProduct> => {
  const product = await startProduct(options);
  running.push(product);
  return product;
};

const PORTS = { dialer: 4520, sandbox: 4530 };

test('calls are still in the dialer and in the CRM after everything was stopped and started again', async () => {
  const first = await start({ folder: folder.path, ports: PORTS });
  const rep = await signIn(browser, first, 'Maya Lindqvist');
  await dial(rep.page, '+12025550101');
  await stateOf(rep.page, 'Talking').waitFor();
  await wrapUp(rep.page, { outcomeKey: '5', note: 'Before the restart' });
  await rep.page.getByText('In Twenty', { exact: true }).waitFor();
  await first.stop();

  const second = await start({ folder: folder.path, ports: PORTS });
  await rep.page.goto(second.dialerUrl);
  await rep.page.getByRole('link', { name: 'Calls' }).click();
  await callRow(rep.page, 'Gatekeeper').getByText('In Twenty', { exact: true }).waitFor();
  const rows = await (await fetch(`${second.twentyUrl}/sandbox/records/note`)).text();
  expect(rows.split('Before the restart').length - 1).toBeGreaterThanOrEqual(1);
  await rep.context.close();
});

test('a taken port is no obstacle, and two products do not disturb each other', async () => {
  const first = await start({ folder: folder.path, ports: PORTS });
  const elsewhere = await temporaryFolder();
  const second = await start({ folder: elsewhere.path, ports: PORTS });
  expect(second.dialerUrl).not.toBe(first.dialerUrl);
  const rep = await signIn(browser, second, 'Tomás Okafor');
  await rep.context.close();
  await Promise.all([first.stop(), second.stop()]);
  await elsewhere.remove();
});

test('nothing survives npm start, not even when it is killed with -9', async () => {
  const product = await start({ folder: folder.path, ports: PORTS });
  await product.kill();
  await expect.poll(() => answers(product.dialerUrl), { timeout: 30_000 }).toBe(false);
  await expect.poll(() => answers(product.twentyUrl), { timeout: 30_000 }).toBe(false);
});

test('settings that are left empty, as in a copied .env.example, count as not set', async () => {
  const product = await start({
    folder: folder.path,
    ports: PORTS,
    env: { TWENTY_API_URL: '', DIALER_LINES: '', DIALER_PRACTICE_CALLS_TO_TWENTY: '', DATABASE_URL: '' },
  });
  const rep = await signIn(browser, product, 'Maya Lindqvist');
  await rep.page.getByText('Practice line').first().waitFor();
  await rep.context.close();
});

test('settings that cannot work stop the start with one message that names them all', async () => {
  const starting = start({
    folder: folder.path,
    ports: PORTS,
    env: { DIALER_LINEZ: 'practice', DIALER_DEFAULT_COUNTRY: 'Utopia' },
  });
  await expect(starting).rejects.toThrow(
    /DIALER_LINEZ[\s\S]*DIALER_DEFAULT_COUNTRY|DIALER_DEFAULT_COUNTRY[\s\S]*DIALER_LINEZ/,
  );
});

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    () => true,
    () => false,
  );
