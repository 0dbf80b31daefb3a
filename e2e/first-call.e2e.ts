import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { picture } from './support/browser.ts';
import type { RunningProduct } from './support/product.ts';
import { callRow, chooseRep, dial, searchField, signIn, stateOf, wrapUp } from './support/rep.ts';
import { withProduct } from './support/suite.ts';

const PORTS = { dialer: 4500, sandbox: 4510 };
/** The practice line answers after two seconds. */
const ANSWERS = '+12025550101';
const RINGS = '+12025550100';

let product: RunningProduct;
let browser: Browser;
withProduct(PORTS, (ready) => {
  ({ product, browser } = ready);
});

test('a newcomer signs in, calls a person, wraps up, and finds the call with its note in the CRM', async () => {
  const { context, page } = await signIn(browser, product, 'Maya Lindqvist');
  await page.keyboard.type('val');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Call/ }).waitFor();
  await page.keyboard.press('Enter');
  await stateOf(page, 'Talking').waitFor();
  const note = 'She asked for the price list.';
  await wrapUp(page, { outcomeKey: '1', note });
  await page.getByText('In Twenty', { exact: true }).waitFor();
  await picture(page, 'wrapped-up');

  await page.getByRole('link', { name: 'Calls' }).click();
  await callRow(page, 'Interested').getByRole('link').click();
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: /Call in Twenty/ }).click();
  const crm = await opened;
  await crm.waitForLoadState();
  await picture(crm, 'in-the-crm');
  const text = await crm.locator('body').textContent();
  expect(text).toContain(note);
  expect(text).toContain('Interested');
  expect(text).toContain('Maya Lindqvist');
  await context.close();
});

test('a number that nobody has is dialed, and the rep hears that it is busy', async () => {
  const { context, page } = await signIn(browser, product, 'Maya Lindqvist');
  await dial(page, '202 555 0102');
  await page.getByRole('button', { name: /^Save/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('8');
  await page.keyboard.press('Control+Enter');
  await page.getByText('In Twenty', { exact: true }).waitFor();
  const calls = await (
    await page.request.get(`${product.dialerUrl}/api/calls?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z`)
  ).json();
  expect(calls.calls[0].report).toMatchObject({
    to: '+12025550102',
    status: 'busy',
    outcome: 'busy',
    personId: null,
  });
  await context.close();
});

test('a wrap-up that is saved without a network stays on this computer and arrives when the network is back', async () => {
  const { context, page } = await signIn(browser, product, 'Tomás Okafor');
  await dial(page, ANSWERS);
  await stateOf(page, 'Talking').waitFor();
  await context.setOffline(true);
  await wrapUp(page, { outcomeKey: '3', note: 'Typed in a tunnel' });
  await page.getByText('On this computer', { exact: true }).waitFor();
  await picture(page, 'on-this-computer');
  await context.setOffline(false);
  await page.getByText('In Twenty', { exact: true }).waitFor({ timeout: 60_000 });
  await context.close();
});

test('a reload in wrap-up keeps the call and every word of its note', async () => {
  const { context, page } = await signIn(browser, product, 'Tomás Okafor');
  await dial(page, ANSWERS);
  await stateOf(page, 'Talking').waitFor();
  await page.getByRole('textbox', { name: 'Note' }).fill('Half a sentence');
  await page.keyboard.press('Control+Shift+H');
  await page.getByRole('button', { name: /^Save/ }).waitFor();
  await page.reload();
  const field = page.getByRole('textbox', { name: 'Note' });
  await field.waitFor();
  expect(await field.inputValue()).toBe('Half a sentence');
  await wrapUp(page, { outcomeKey: '4', note: 'Half a sentence, finished' });
  await page.getByText('In Twenty', { exact: true }).waitFor();
  await context.close();
});

test("another rep on the same computer neither sees nor sends the first one's unsent call", async () => {
  const { context, page } = await signIn(browser, product, 'Maya Lindqvist');
  await dial(page, ANSWERS);
  await stateOf(page, 'Talking').waitFor();
  // Reports fail, the rest works: as with a proxy that blocks them.
  await context.route('**/api/call-reports', (route) => route.abort());
  await wrapUp(page, { outcomeKey: '2', note: 'Only Maya may send this' });
  await page.getByText('On this computer', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Me', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  const warning = page.getByRole('alertdialog');
  expect(await warning.textContent()).toContain('1 call is only on this computer');
  await warning.getByRole('button', { name: 'Sign out' }).click();

  await context.unroute('**/api/call-reports');
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.postData() ?? ''));
  await chooseRep(page, 'Tomás Okafor');
  await page.getByRole('link', { name: 'Calls' }).click();
  await page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
  await page.getByText('In Twenty', { exact: true }).first().waitFor();
  expect(await page.getByText('On this computer', { exact: true }).count()).toBe(0);
  await page.getByRole('link', { name: 'Me', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page
    .getByRole('link', { name: 'Sign in with Twenty' })
    .or(page.getByRole('button', { name: 'Sign in with Twenty' }))
    .waitFor();
  expect(sent.filter((body) => body.includes('Only Maya may send this'))).toEqual([]);

  await chooseRep(page, 'Maya Lindqvist');
  await page.getByRole('link', { name: 'Calls' }).click();
  const row = callRow(page, 'Meeting booked');
  await row.getByText('In Twenty', { exact: true }).waitFor({ timeout: 60_000 });
  expect(sent.filter((body) => body.includes('Only Maya may send this'))).toHaveLength(1);
  await context.close();
});

test('a link fills the dialer and never dials, and a second one leaves a live call alone', async () => {
  const { context, page } = await signIn(browser, product, 'Maya Lindqvist');
  await page.goto(`${product.dialerUrl}/#dial=${RINGS}&n=1`);
  await page.getByRole('button', { name: /^Call/ }).waitFor();
  await picture(page, 'filled-by-a-link');
  expect(await stateOf(page, 'Ringing').count()).toBe(0);
  await page.keyboard.press('Enter');
  await stateOf(page, 'Ringing').waitFor();
  await page.evaluate(() => {
    window.location.hash = '#dial=+12025550199&n=2';
  });
  await page.getByText('555-0199').first().waitFor();
  expect(await stateOf(page, 'Ringing').count()).toBe(1);
  await page.keyboard.press('Control+Shift+H');
  await page.getByRole('button', { name: /^Save/ }).waitFor();
  await context.close();
});

test('two windows of one rep show the same call, live', async () => {
  const { context, page } = await signIn(browser, product, 'Maya Lindqvist');
  const other = await context.newPage();
  await other.goto(product.dialerUrl);
  await searchField(other).waitFor();
  await other.getByRole('link', { name: 'Calls' }).click();
  await other.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
  await dial(page, '+12025550101');
  await stateOf(page, 'Talking').waitFor();
  await wrapUp(page, { outcomeKey: '9', note: '' });
  const row = callRow(other, 'Wrong number');
  await row.getByText('In Twenty', { exact: true }).waitFor();
  await context.close();
});
