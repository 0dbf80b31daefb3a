import type { Browser, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { picture } from './support/browser.ts';
import type { RunningProduct } from './support/product.ts';
import { signIn } from './support/rep.ts';
import { reportCalls } from './support/reports.ts';
import { withProduct } from './support/suite.ts';
import { healTwenty, poison, rowsInTwenty } from './support/twenty.ts';

const ADMIN = 'Adaeze Novak';
const REP = 'Maya Lindqvist';
const WIDE = { viewport: { width: 1280, height: 800 } };
const SOON = { timeout: 30_000 };
/** A failure has to be on the screen by then. */
const VISIBLE_MS = 5_000;

let product: RunningProduct;
let browser: Browser;
withProduct({ dialer: 4580, sandbox: 4590 }, (ready) => {
  ({ product, browser } = ready);
});
afterEach(() => healTwenty(product));

const openDeliveries = async (filters = '') => {
  const { context, page } = await signIn(browser, product, ADMIN, WIDE);
  await page.goto(`${product.dialerUrl}/#/deliveries${filters}`);
  await page.getByRole('heading', { name: 'Deliveries' }).waitFor();
  await page.getByRole('group', { name: 'By state' }).getByRole('button').first().waitFor();
  return { context, page };
};
const repWithCalls = async (numbers: readonly string[]) => {
  const { context, page } = await signIn(browser, product, REP);
  await reportCalls(page, numbers);
  await context.close();
};
const rowsOf = (page: Page, words: string) =>
  page.getByRole('table', { name: 'Deliveries' }).getByRole('row').filter({ hasText: words });
const isInTwenty = async (number: string): Promise<boolean> =>
  (await rowsInTwenty(product, 'phoneCall')).some(({ toNumber }) => toNumber === number);
const waitUntilIn = (number: string) => expect.poll(() => isInTwenty(number), SOON).toBe(true);

test('a call that Twenty refuses is on the admin’s screen within five seconds, is corrected there, and arrives', async () => {
  const { context, page } = await openDeliveries();
  await poison(product, { objectName: 'phoneCall', field: 'toNumber', value: '+12025550177' });
  await repWithCalls(['+12025550177']);
  const row = rowsOf(page, 'Failed').first();
  await row.waitFor({ timeout: VISIBLE_MS });
  await picture(page, 'deliveries-failed');
  await row.getByRole('link').click();
  const panel = page.getByRole('complementary', { name: 'Delivery' });
  await panel.getByText('Twenty cannot accept it.').waitFor();
  await panel.getByRole('heading', { name: 'These wait for it' }).waitFor();
  await panel.locator('summary', { hasText: 'Request' }).first().click();
  await picture(page, 'delivery-beside');

  await panel.getByRole('button', { name: 'Edit and try again' }).click();
  await panel.getByRole('textbox', { name: /^To number/ }).fill('+12025550178');
  await panel.getByRole('textbox', { name: 'Why is it changed?' }).fill('A typing error');
  await picture(page, 'delivery-edit');
  await panel.getByRole('button', { name: 'Save and try again' }).click();
  await panel.getByText('In Twenty', { exact: true }).first().waitFor(SOON);
  await panel.getByText('A typing error', { exact: false }).waitFor();
  await waitUntilIn('+12025550178');
  expect(await isInTwenty('+12025550177')).toBe(false);
  await picture(page, 'delivery-arrived');
  await context.close();
});

test('two clicks bring a failed call from the list to Twenty once what was wrong there is put right', async () => {
  await poison(product, { objectName: 'phoneCall', field: 'toNumber', value: '+12025550176' });
  await repWithCalls(['+12025550176']);
  const { context, page } = await openDeliveries('?stages=failed');
  await healTwenty(product);
  await rowsOf(page, 'Failed')
    .first()
    .getByRole('button', { name: /^Try again/ })
    .click();
  await waitUntilIn('+12025550176');
  await page.getByText('1 record sent to be tried again.').first().waitFor();
  await context.close();
});

test('a failure that comes in does not move the row that an admin points at', async () => {
  await poison(product, { objectName: 'phoneCall', field: 'toNumber', value: '+120255544' });
  await repWithCalls(['+12025554401', '+12025554402']);
  const { context, page } = await openDeliveries('?stages=failed');
  const row = rowsOf(page, '+1 202 555 4401');
  await row.hover();
  const before = await row.boundingBox();
  await repWithCalls(['+12025554403']);
  await rowsOf(page, '+1 202 555 4403').waitFor();
  expect(await row.boundingBox()).toEqual(before);
  await row.getByRole('link').click();
  const panel = page.getByRole('complementary', { name: 'Delivery' });
  await panel.getByRole('heading', { name: 'What was tried' }).waitFor();
  const moved = ((await row.boundingBox())?.y ?? 0) - (before?.y ?? 0);
  expect(Math.abs(moved), 'nor does its page, opening beside it').toBeLessThan(2);
  await healTwenty(product);
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'Select all in the list' }).check();
  await page
    .getByRole('region', { name: 'Selected records' })
    .getByRole('button', { name: 'Try again' })
    .click();
  await Promise.all(['+12025554401', '+12025554402', '+12025554403'].map(waitUntilIn));
  await context.close();
});

test('thirty failed calls are tried again at once, with progress, and all of them arrive', async () => {
  const numbers = Array.from({ length: 30 }, (_, index) => `+120255533${String(index).padStart(2, '0')}`);
  await poison(product, { objectName: 'phoneCall', field: 'toNumber', value: '+120255533' });
  await repWithCalls(numbers);
  const { context, page } = await openDeliveries('?stages=failed&q=555+33');
  await page.getByText('30 records', { exact: true }).waitFor(SOON);
  await healTwenty(product);
  await page.getByRole('checkbox', { name: 'Select all in the list' }).check();
  await page.getByText('30 records selected').waitFor();
  await picture(page, 'deliveries-selected');
  await page
    .getByRole('region', { name: 'Selected records' })
    .getByRole('button', { name: 'Try again' })
    .click();
  await page.getByText('30 records sent to be tried again.').first().waitFor(SOON);
  await picture(page, 'deliveries-job');
  await Promise.all(numbers.map(waitUntilIn));
  await page.mouse.move(0, 0);
  await page.getByText('No record matches these filters.').waitFor(SOON);
  await page.getByRole('link', { name: 'Me', exact: true }).click();
  await page.getByRole('complementary', { name: 'Background jobs' }).waitFor();
  await context.close();
});

test('what is dismissed with a reason leaves the list, with the name of who did it', async () => {
  await poison(product, { objectName: 'phoneCall', field: 'toNumber', value: '+12025550175' });
  await repWithCalls(['+12025550175']);
  const { context, page } = await openDeliveries('?stages=failed');
  await rowsOf(page, 'Failed').first().getByRole('link').click();
  const panel = page.getByRole('complementary', { name: 'Delivery' });
  await panel.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('textbox', { name: 'Why is it given up?' }).fill('A test call');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Dismiss' }).click();
  await panel.getByText('Dismissed', { exact: true }).first().waitFor();
  await panel.getByText(ADMIN, { exact: false }).first().waitFor();
  await context.close();
});

test('a pause holds calls back, says so to everybody, and ends when an admin resumes', async () => {
  const { context, page } = await openDeliveries();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('textbox', { name: 'Why?' }).fill('We move to another Twenty tonight');
  await page.getByRole('button', { name: 'Pause delivery' }).click();
  await page.getByText(`Paused by ${ADMIN}`).waitFor();
  await repWithCalls(['+12025550174']);
  await rowsOf(page, 'Waiting').first().waitFor();
  expect(await isInTwenty('+12025550174')).toBe(false);
  await page.getByRole('link', { name: 'Me', exact: true }).click();
  await page.getByText(/Writing to Twenty is paused/).waitFor(SOON);
  await picture(page, 'deliveries-paused-elsewhere');
  await page.getByRole('status').getByRole('link', { name: 'Deliveries' }).click();
  await page.getByRole('button', { name: 'Resume' }).waitFor();
  await picture(page, 'deliveries-paused');
  await page.getByRole('button', { name: 'Resume' }).click();
  await waitUntilIn('+12025550174');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await context.close();
});

test('who is no admin is refused, by the page and by the worker', async () => {
  const { context, page } = await signIn(browser, product, REP);
  expect(await page.getByRole('link', { name: 'Deliveries' }).count()).toBe(0);
  await page.goto(`${product.dialerUrl}/#/deliveries`);
  await page.getByRole('heading', { name: 'Deliveries are for admins' }).waitFor();
  await picture(page, 'deliveries-refused');
  const statuses = await page.evaluate(async () => {
    const paths = ['/api/deliveries', '/api/delivery-overview', '/api/delivery-jobs'];
    return Promise.all(paths.map(async (path) => (await fetch(path)).status));
  });
  expect(statuses).toEqual([403, 403, 403]);
  await context.close();
});
