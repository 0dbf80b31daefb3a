import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { launchBrowser } from './support/browser.ts';
import { type RunningProduct, startProduct, temporaryFolder } from './support/product.ts';
import { dial, signIn, stateOf, wrapUp } from './support/rep.ts';
import { inTwenty, rowsInTwenty } from './support/twenty.ts';

const ADMIN = 'Adaeze Novak';
const SOON = { timeout: 60_000 };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let product: RunningProduct;
let browser: Browser;

beforeAll(async () => {
  folder = await temporaryFolder();
  product = await startProduct({ folder: folder.path, ports: { dialer: 4600, sandbox: 4610 } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await folder?.remove();
});

const open = async (colorScheme: 'light' | 'dark', width = 320) => {
  const options = { colorScheme, viewport: { width, height: 720 }, bypassCSP: true };
  const { context, page } = await signIn(browser, product, ADMIN, options);
  return { context, page };
};
const NOTE_OF_OURS = 'Wants a demo';
/** The newest call of ours is destroyed in Twenty, past its trash. */
const destroyOne = async (): Promise<unknown> => {
  const notes = await rowsInTwenty(product, 'note');
  const own = notes.find(({ bodyV2 }) => JSON.stringify(bodyV2).includes(NOTE_OF_OURS));
  const targets = await rowsInTwenty(product, 'noteTarget');
  const target = targets.find((row) => row.noteId === own?.id && row.targetPhoneCallId !== null);
  const id = target?.targetPhoneCallId;
  await inTwenty(product, 'mutation($id:UUID!){destroyPhoneCall(id:$id){id}}', { id });
  return id;
};
const toComparing = async (page: Page) => {
  await page.getByRole('link', { name: 'Deliveries', exact: true }).click();
  await page.getByRole('link', { name: 'Compare with Twenty' }).click();
  await page.getByRole('heading', { name: 'Compare with Twenty' }).waitFor();
};
const compare = async (page: Page) => {
  await page.getByRole('button', { name: 'Compare now' }).click();
  await page.getByText(/All equal\.|differences?\./).waitFor(SOON);
};

test('a call that Twenty lost is found, repaired at one press, and both sides are equal again', async () => {
  const { context, page } = await open('light', 1280);
  await dial(page, '+12025550101');
  await stateOf(page, 'Talking').waitFor();
  await wrapUp(page, { outcomeKey: '1', note: NOTE_OF_OURS });
  await page.getByText('In Twenty', { exact: true }).first().waitFor(SOON);
  const lost = await destroyOne();

  await toComparing(page);
  await compare(page);
  await page.getByRole('button', { name: /^Missing in Twenty/ }).waitFor(SOON);
  await page.getByRole('button', { name: 'Repair all: Missing in Twenty' }).click();
  await expect
    .poll(async () => (await rowsInTwenty(product, 'phoneCall')).some(({ id }) => id === lost), SOON)
    .toBe(true);
  const acceptOthers = page.getByRole('button', { name: 'Accept all: Unknown here' });
  if (await acceptOthers.isVisible()) await acceptOthers.click();
  await page.getByText('All equal.').waitFor(SOON);
  await context.close();
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('nobody is shut out of the page that compares: axe finds no violation at 320 px', async () => {
    const { context, page } = await open(colorScheme);
    await toComparing(page);
    await page
      .getByRole('heading', { name: 'Days' })
      .or(page.getByText('No calls were made'))
      .first()
      .waitFor(SOON);
    await expectAccessible(page, `reconciliation-${colorScheme}`);
    await destroyOne();
    await compare(page);
    await page.getByRole('button', { name: /^Missing in Twenty/ }).waitFor(SOON);
    await expectAccessible(page, `reconciliation-differs-${colorScheme}`);
    await page.getByRole('button', { name: 'Repair all: Missing in Twenty' }).click();
    await page.getByText('All equal.').waitFor(SOON);
    await expectAccessible(page, `reconciliation-repaired-${colorScheme}`);
    await context.close();
  });
});
