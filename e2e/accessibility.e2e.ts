import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { newRep } from './support/browser.ts';
import type { RunningProduct } from './support/product.ts';
import { dial, searchField, signIn, stateOf, wrapUp } from './support/rep.ts';
import { reportCalls } from './support/reports.ts';
import { withProduct } from './support/suite.ts';
import { healTwenty, poison } from './support/twenty.ts';

let product: RunningProduct;
let browser: Browser;
withProduct({ dialer: 4540, sandbox: 4550 }, (ready) => {
  ({ product, browser } = ready);
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('nobody is shut out of any page: axe finds no violation at 320 px', async () => {
    const options = { colorScheme, viewport: { width: 320, height: 720 }, bypassCSP: true };
    const visitor = await newRep(browser, options);
    const signInPage = await visitor.newPage();
    await signInPage.goto(product.dialerUrl);
    await signInPage.getByText('Sign in with Twenty').waitFor();
    await expectAccessible(signInPage, `sign-in-${colorScheme}`);
    // Twenty forgot where they came from, so they open the dialer again.
    await signInPage.getByRole('link', { name: 'Sign in with Twenty' }).click();
    await signInPage.waitForURL(/\/authorize/);
    await signInPage.goto(product.dialerUrl);
    await signInPage.getByRole('link', { name: 'Go on signing in' }).waitFor();
    await expectAccessible(signInPage, `sign-in-left-${colorScheme}`);
    await visitor.close();

    const { context, page } = await signIn(browser, product, 'Maya Lindqvist', options);
    await expectAccessible(page, `ready-${colorScheme}`);
    await page.keyboard.type('val');
    await page.getByRole('option').first().waitFor();
    await expectAccessible(page, `search-${colorScheme}`);
    await dial(page, '+12025550101');
    await stateOf(page, 'Talking').waitFor();
    await expectAccessible(page, `talking-${colorScheme}`);
    await page.keyboard.press('Control+Shift+H');
    await page.getByRole('button', { name: /^Save/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('2');
    expect(await looksOf(page, 'Meeting booked'), 'the chosen outcome looks chosen').not.toEqual(
      await looksOf(page, 'Interested'),
    );
    await expectAccessible(page, `wrap-up-${colorScheme}`);
    await page.keyboard.press('Control+Enter');
    await page.getByText('In Twenty', { exact: true }).waitFor();
    for (const tab of ['Calls', 'Me']) {
      await page.getByRole('link', { name: tab, exact: true }).click();
      await page.getByRole('heading').first().waitFor();
      await expectAccessible(page, `${tab.toLowerCase()}-${colorScheme}`);
    }
    await context.close();
  });

  test('nor out of the calls that were: list, filters, page, correction, past call, points, missing wrap-ups', async () => {
    const options = { colorScheme, viewport: { width: 320, height: 720 }, bypassCSP: true };
    const { context, page } = await signIn(browser, product, 'Tomás Okafor', options);
    await oneCall(page);
    await page.getByRole('link', { name: /^Calls/ }).click();
    await rowOf(page).waitFor();
    await expectAccessible(page, `calls-list-${colorScheme}`);
    await page.getByRole('button', { name: 'Outcome', exact: true }).click();
    await page.getByRole('button', { name: 'Needs wrap-up' }).waitFor();
    await expectAccessible(page, `calls-filter-open-${colorScheme}`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /When/ }).click();
    await page.getByRole('button', { name: 'Custom range' }).click();
    await page.getByLabel('From').waitFor();
    await expectAccessible(page, `calls-range-${colorScheme}`);
    await page.getByRole('button', { name: 'Clear all' }).click();

    await rowOf(page).click();
    await page.getByRole('heading', { name: 'Notes' }).waitFor();
    await expectAccessible(page, `call-page-${colorScheme}`);
    await page.getByRole('button', { name: 'Correct', exact: true }).click();
    await page.getByRole('button', { name: 'Choose person' }).click();
    await page.getByRole('combobox', { name: 'Search people' }).fill('an');
    await page.getByRole('option').first().waitFor();
    await expectAccessible(page, `correction-${colorScheme}`);
    await page.getByRole('button', { name: 'Cancel' }).click();

    await page.getByRole('navigation', { name: 'Back' }).getByRole('link').click();
    await page.getByRole('link', { name: 'Enter a past call' }).click();
    await page.getByRole('combobox').fill('an');
    await page.getByRole('option').first().waitFor();
    await expectAccessible(page, `past-call-search-${colorScheme}`);
    await page.keyboard.press('Enter');
    await page.getByLabel('Number', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Save call/ }).click();
    await page.getByText('Choose an outcome.').waitFor();
    await expectAccessible(page, `past-call-${colorScheme}`);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();

    await page.getByRole('link', { name: 'Me', exact: true }).click();
    await page
      .getByText(/days? in a row/)
      .first()
      .waitFor();
    await page.getByText('How points are earned').click();
    await expectAccessible(page, `points-${colorScheme}`);
    await leaveWithoutWrapUp(page);
    await expectAccessible(page, `unwrapped-${colorScheme}`);
    await context.close();
  });

  test('nor out of the table and the call beside it in a wide window', async () => {
    const options = { colorScheme, viewport: { width: 1280, height: 800 }, bypassCSP: true };
    const { context, page } = await signIn(browser, product, 'Maya Lindqvist', options);
    await page.goto(`${product.dialerUrl}/#/calls?rep=everybody`);
    await page.getByRole('row').nth(3).waitFor();
    await expectAccessible(page, `calls-table-${colorScheme}`);
    await page.getByRole('row').filter({ hasText: 'Meeting booked' }).first().getByRole('link').click();
    await page.getByRole('heading', { name: 'Notes' }).waitFor();
    await expectAccessible(page, `call-beside-${colorScheme}`);
    await context.close();
  });
});

describe.each(['light', 'dark'] as const)('admins in %s', (colorScheme) => {
  const sizes = [
    ['320 px', { width: 320, height: 720 }],
    ['full width', { width: 1440, height: 900 }],
  ] as const;
  test.each(sizes)('are not shut out of the deliveries at %s', async (size, viewport) => {
    const name = (what: string) => `${what}-${colorScheme}-${size.replaceAll(' ', '-')}`;
    await poison(product, { objectName: 'phoneCall', field: 'toNumber', value: REFUSED });
    const rep = await signIn(browser, product, 'Maya Lindqvist');
    await reportCalls(rep.page, [REFUSED]);
    await rep.context.close();

    const options = { colorScheme, viewport, bypassCSP: true };
    const { context, page } = await signIn(browser, product, 'Adaeze Novak', options);
    await page.goto(`${product.dialerUrl}/#/deliveries`);
    await page
      .getByRole('button', { name: /^Try again: Call/ })
      .first()
      .waitFor();
    await expectAccessible(page, name('deliveries'));
    await page.getByText('As a table').click();
    await page
      .getByRole('checkbox', { name: /^Select Call/ })
      .first()
      .check();
    await page.getByRole('region', { name: 'Selected records' }).waitFor();
    await expectAccessible(page, name('deliveries-selected'));
    await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
    await page.getByRole('alertdialog').waitFor();
    await expectAccessible(page, name('deliveries-reason'));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Clear the selection' }).click();

    await page
      .getByRole('link', { name: /^Call to/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'What was tried' }).waitFor();
    await expectAccessible(page, name('delivery'));
    await page.locator('summary', { hasText: 'Request' }).first().click();
    await page.getByRole('button', { name: 'Edit and try again' }).click();
    await page.getByRole('button', { name: 'Save and try again' }).click();
    await page.getByText('Say why, in a few words.').waitFor();
    await expectAccessible(page, name('delivery-edit'));
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Choose a person' }).click();
    await page.getByRole('combobox', { name: 'Search people' }).fill('an');
    await page.getByRole('option').first().waitFor();
    await expectAccessible(page, name('delivery-person'));
    await healTwenty(product);
    await page.getByRole('button', { name: 'Try again', exact: true }).click();
    await page.getByRole('complementary', { name: 'Background jobs' }).waitFor();
    await expectAccessible(page, name('delivery-job'));
    await context.close();
  });

  test('nor is anybody out of the words that refuse them', async () => {
    const options = { colorScheme, viewport: { width: 320, height: 720 }, bypassCSP: true };
    const { context, page } = await signIn(browser, product, 'Maya Lindqvist', options);
    await page.goto(`${product.dialerUrl}/#/deliveries`);
    await page.getByRole('heading', { name: 'Deliveries are for admins' }).waitFor();
    await expectAccessible(page, `deliveries-refused-${colorScheme}`);
    await context.close();
  });
});

test('a call is found, corrected and left again with the keyboard alone, and the list is where it was', async () => {
  const { context, page } = await signIn(browser, product, 'Maya Lindqvist', {
    viewport: { width: 1280, height: 800 },
  });
  await oneCall(page);
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('c');
  // The dial page has a list of today's calls, too: keys are for the page that has taken the focus.
  await expect.poll(() => focusedText(page)).toBe('Calls');
  await rowOf(page).waitFor();
  await page.keyboard.press('j');
  const row = await focusedText(page);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Notes' }).waitFor();
  await tabTo(page, 'Correct');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Correct this call' }).waitFor();
  await page.keyboard.press('2');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('complementary', { name: 'Call' }).getByText('Meeting booked').first().waitFor();
  await expect.poll(() => focusedText(page)).toBe('Correct');
  await page.keyboard.press('Escape');
  await page.getByRole('complementary', { name: 'Call' }).waitFor({ state: 'detached' });
  await expect.poll(() => focusedText(page)).toBe(row);
  await context.close();
});

const ANSWERS = '+12025550101';
const REFUSED = '+12025550177';
const rowOf = (page: Page) => page.getByRole('link', { name: '(202) 555-0101' }).first();

const oneCall = async (page: Page) => {
  await dial(page, ANSWERS);
  await stateOf(page, 'Talking').waitFor();
  await wrapUp(page, { outcomeKey: '1', note: 'Wants an offer' });
  await page.getByText('In Twenty', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await searchField(page).waitFor();
};

/** The call waits for its wrap-up, and the rep comes back. */
const leaveWithoutWrapUp = async (page: Page) => {
  await page.getByRole('link', { name: 'Dial', exact: true }).click();
  await dial(page, ANSWERS);
  await stateOf(page, 'Talking').waitFor();
  await page.keyboard.press('Control+Shift+H');
  await page.getByRole('button', { name: /^Save/ }).waitFor();
  await page.keyboard.press('Control+Shift+L');
  await searchField(page).waitFor();
  await page.reload();
  const waiting = page.getByRole('region', { name: /waits? for/ });
  const onScreen = page.getByRole('button', { name: /^Save/ });
  await waiting.or(onScreen).first().waitFor();
  // A reload that is faster than this computer's disk brings the call back to the screen, with every word.
  if (await onScreen.isVisible()) {
    await page.keyboard.press('Control+Shift+L');
    await page.getByText('Needs wrap-up').first().waitFor();
    await page.reload();
  }
  await waiting.waitFor();
};

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
const MOST_TABS = 20;
const tabTo = async (page: Page, name: string) => {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if ((await focusedText(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${MOST_TABS} times Tab did not lead to ${name}.`);
};

const looksOf = (page: Page, outcome: string) =>
  page
    .locator('label', { hasText: outcome })
    .first()
    .evaluate((label) => [
      getComputedStyle(label).backgroundColor,
      getComputedStyle(label, '::after').content,
    ]);
