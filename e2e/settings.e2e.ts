import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import type { RunningProduct } from './support/product.ts';
import { dial, searchField, signIn, stateOf } from './support/rep.ts';
import { reportCalls } from './support/reports.ts';
import { withProduct } from './support/suite.ts';

const ADMIN = 'Adaeze Novak';
const REP = 'Maya Lindqvist';

let product: RunningProduct;
let browser: Browser;
withProduct({ dialer: 4640, sandbox: 4650 }, (ready) => {
  ({ product, browser } = ready);
});

const toSettings = async (page: Page) => {
  await page.goto(`${product.dialerUrl}/#/settings`);
  await page.getByRole('heading', { name: 'Settings', exact: true }).waitFor();
};

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  const sizes = [
    ['320 px', { width: 320, height: 720 }],
    ['full width', { width: 1280, height: 860 }],
  ] as const;
  test.each(sizes)(
    'nobody is shut out of settings and audit trail: axe finds no violation at %s',
    async (size, viewport) => {
      const name = (what: string) => `${what}-${colorScheme}-${size.replaceAll(' ', '-')}`;
      const { context, page } = await signIn(browser, product, ADMIN, {
        colorScheme,
        viewport,
        bypassCSP: true,
      });
      await reportCalls(page, ['+12025550101']);
      await toSettings(page);
      await page.getByRole('form', { name: 'Alerts' }).waitFor();
      await expectAccessible(page, name('settings'));
      await page.getByRole('button', { name: 'Sign out everywhere' }).click();
      await page.getByRole('alertdialog').waitFor();
      await expectAccessible(page, name('sign-out-everywhere'));
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: 'Audit trail' }).click();
      await page.getByText('Call: created').first().waitFor();
      await expectAccessible(page, name('audit'));
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('button', { name: 'Deleted' }).waitFor();
      await expectAccessible(page, name('audit-filter'));
      await context.close();
    },
  );
});

test('an outcome that an admin takes away is not offered at the next wrap-up, and the trail says who did it', async () => {
  const admin = await signIn(browser, product, ADMIN);
  await toSettings(admin.page);
  const outcomes = admin.page.getByRole('form', { name: 'Outcomes' });
  await outcomes.getByRole('checkbox', { name: 'Gatekeeper' }).uncheck();
  await outcomes.getByRole('button', { name: 'Save' }).click();
  await outcomes.getByText(/Set by Adaeze Novak/).waitFor();

  const rep = await signIn(browser, product, REP);
  await dial(rep.page, '+12025550101');
  await stateOf(rep.page, 'Talking').waitFor();
  await rep.page.keyboard.press('Control+Shift+H');
  await rep.page.getByRole('button', { name: /^Save/ }).waitFor();
  expect(await rep.page.getByText('Interested', { exact: true }).count()).toBe(1);
  expect(await rep.page.getByText('Gatekeeper').count()).toBe(0);
  await rep.context.close();

  await admin.page.getByRole('link', { name: 'Audit trail' }).click();
  const entry = admin.page.getByRole('listitem').filter({ hasText: 'Setting for everybody: created' });
  await entry.first().waitFor();
  expect(await entry.first().textContent()).toContain('by Adaeze Novak');
  await admin.context.close();
});

test('the appearance is chosen with the keyboard alone, and is there at the next computer', async () => {
  const first = await signIn(browser, product, REP, { colorScheme: 'light' });
  await toSettings(first.page);
  const { page } = first;
  // From the heading, on which a page begins, the first stop is the first choice.
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  // Each press is kept, one after the other; the last one stays.
  await expect.poll(() => themeOf(page)).toBe('dark');
  await page.getByText('Saved.').first().waitFor();
  await first.context.close();

  const second = await signIn(browser, product, REP, { colorScheme: 'light' });
  await searchField(second.page).waitFor();
  await expect.poll(() => themeOf(second.page)).toBe('dark');
  await second.context.close();
});

test('signing out everywhere ends the session on the other computer too, and its unsent call stays there', async () => {
  const here = await signIn(browser, product, 'Tomás Okafor');
  const there = await signIn(browser, product, 'Tomás Okafor');
  await toSettings(here.page);
  await here.page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await here.page.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await here.page.getByText('Sign in with Twenty').waitFor();
  await there.page
    .getByText(/Sign in/)
    .first()
    .waitFor();
  expect((await there.page.request.get(`${product.dialerUrl}/api/session`)).status()).toBe(401);
  await here.context.close();
  await there.context.close();
});

const themeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme);
