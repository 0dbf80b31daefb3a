import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { picture } from './support/browser.ts';
import type { RunningProduct } from './support/product.ts';
import { searchField, signIn, stateOf } from './support/rep.ts';
import { withProduct } from './support/suite.ts';
import { rowsInTwenty } from './support/twenty.ts';

const PORTS = { dialer: 4560, sandbox: 4570 };
const TICKETS = '**/api/twenty/dial-ticket';

let product: RunningProduct;
let browser: Browser;
withProduct(PORTS, (ready) => {
  ({ product, browser } = ready);
});

/** A rep who is signed in at the dialer and in the CRM, and looks at a person there; no dialer is open. */
const atAPerson = async (skip = 0): Promise<{ context: BrowserContext; crm: Page; number: string }> => {
  const { context, page } = await signIn(browser, product, 'Maya Lindqvist');
  const people = await rowsInTwenty(product, 'person');
  const callable = people.filter(({ phones }) => JSON.stringify(phones).includes('"primaryPhoneNumber":"2'));
  await page.goto(`${product.twentyUrl}/object/person/${String(callable[skip]?.id)}`);
  const number = (await dialLink(page).textContent())?.replace('Call ', '') ?? '';
  return { context, crm: page, number };
};
const dialLink = (crm: Page) => crm.getByRole('link', { name: /^Call \+/ });

/** Presses the link once it has a ticket, as it has by the time that a person's pointer is there. */
const press = async (crm: Page, number: string): Promise<void> => {
  await crm.locator(`body[data-tickets~="${number}"]`).waitFor();
  await dialLink(crm).click();
};

test('from a person in the CRM to a ringing line is one press: the dialer opens, counts down and calls', async () => {
  const { context, crm, number } = await atAPerson();
  const opened = context.waitForEvent('page');
  await press(crm, number);
  const dialer = await opened;
  const reported = dialer.waitForRequest((request) => request.url().endsWith('/api/call-reports'));
  await dialer.getByText(/^Calls in \d s$/).waitFor();
  await picture(dialer, 'calls-in-two-seconds');
  await stateOf(dialer, 'Ringing').or(stateOf(dialer, 'Talking')).first().waitFor();
  await dialer.keyboard.press('Control+Shift+H');
  expect((await reported).postDataJSON()).toMatchObject({ to: number, stage: 'dialed' });
  await context.close();
});

test('a second press uses the same window, can be stopped with Escape, and leaves a live call alone', async () => {
  const { context, crm, number } = await atAPerson(1);
  const opened = context.waitForEvent('page');
  await press(crm, number);
  const dialer = await opened;
  await dialer.getByText(/^Calls in/).waitFor();
  await dialer.keyboard.press('Escape');
  await dialer.getByText(/^Calls in/).waitFor({ state: 'detached' });
  await dialer.getByRole('button', { name: /^Call \(/ }).waitFor();

  await press(crm, number);
  await dialer.getByText(/^Calls in/).waitFor();
  await dialer.keyboard.press('Enter');
  await stateOf(dialer, 'Ringing').or(stateOf(dialer, 'Talking')).first().waitFor();
  await press(crm, number);
  await dialer.getByText(/^Next:/).waitFor();
  expect(await stateOf(dialer, 'Ringing').or(stateOf(dialer, 'Talking')).count()).toBeGreaterThan(0);
  expect(context.pages()).toHaveLength(2);
  await picture(dialer, 'a-live-call-is-left-alone');
  await context.close();
});

test('without a ticket a press only fills the dialer', async () => {
  const { context, crm } = await atAPerson(2);
  await context.route(TICKETS, (route) => route.abort());
  await crm.reload();
  const opened = context.waitForEvent('page');
  await dialLink(crm).click();
  const dialer = await opened;
  await dialer.getByRole('button', { name: /^Call \(/ }).waitFor();
  expect(await dialer.getByText(/^Calls in/).count()).toBe(0);
  await context.close();
});

test('somebody else’s link, sent on with its ticket, only fills the dialer', async () => {
  const { context, crm } = await atAPerson(3);
  const granted = crm.waitForResponse((response) => response.url().endsWith('/api/twenty/dial-ticket'));
  await crm.reload();
  const { ticket } = await (await granted).json();
  const href = `${await dialLink(crm).getAttribute('data-dial')}&ticket=${ticket}&n=1`;
  const other = await signIn(browser, product, 'Tomás Okafor');
  const redeemed = other.page.waitForResponse((response) =>
    response.url().endsWith('/api/dial-ticket/redeem'),
  );
  await other.page.goto(href);
  await other.page.getByRole('button', { name: /^Call \(/ }).waitFor();
  expect(await (await redeemed).json()).toEqual({ mayDial: false });
  expect(await other.page.getByText(/^Calls in/).count()).toBe(0);
  await other.page.keyboard.press('Escape');
  await searchField(other.page).waitFor();
  await other.context.close();
  await context.close();
});
