import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import type { RunningProduct } from './support/product.ts';
import { dial, signIn, stateOf, wrapUp } from './support/rep.ts';
import { withProduct } from './support/suite.ts';

const ADMIN = 'Adaeze Novak';
const MANAGER = 'Ingrid Sato';
const REP = 'Maya Lindqvist';
const TEAM = 'North America';
const SOON = { timeout: 90_000 };

let product: RunningProduct;
let browser: Browser;
withProduct({ dialer: 4660, sandbox: 4670 }, (ready) => {
  ({ product, browser } = ready);
});

const as = (name: string, colorScheme: 'light' | 'dark' = 'light', width = 320) =>
  signIn(browser, product, name, { colorScheme, viewport: { width, height: 720 }, bypassCSP: true });
const give = async (page: Page, permission: string) => {
  await page.getByLabel('Member').selectOption({ label: MANAGER });
  await page.getByLabel('May', { exact: true }).selectOption({ label: permission });
  await page.getByRole('button', { name: 'Give' }).press('Enter');
  await page.getByRole('button', { name: `Take back: ${MANAGER} may ${permission}` }).waitFor();
};

test('an admin lets a manager in, who then sees the team, its figures and its calls', async () => {
  const rep = await as(REP);
  await dial(rep.page, '+12025550101');
  await stateOf(rep.page, 'Talking').waitFor();
  await wrapUp(rep.page, { outcomeKey: '1', note: 'For the team' });
  await rep.page.getByText('In Twenty', { exact: true }).first().waitFor();
  await rep.page.goto(`${product.dialerUrl}/#/team`);
  await rep.page.getByRole('heading', { name: 'The team’s figures are for managers' }).waitFor();
  await expectAccessible(rep.page, 'team-refused');
  await rep.context.close();

  for (const colorScheme of ['light', 'dark'] as const) {
    const { context, page } = await as(ADMIN, colorScheme);
    await page.goto(`${product.dialerUrl}/#/settings`);
    await page.getByRole('group', { name: /^Admin/ }).waitFor();
    await page
      .getByText('Nobody has any.')
      .or(page.getByText(`${MANAGER} may`))
      .first()
      .waitFor();
    if (colorScheme === 'light') {
      await give(page, 'see the figures of the team they manage');
      await give(page, 'see the calls of the team they manage');
    }
    await expectAccessible(page, `settings-roles-${colorScheme}`);
    await context.close();
  }

  for (const [colorScheme, width] of [
    ['light', 320],
    ['dark', 320],
    ['light', 1280],
  ] as const) {
    const { context, page } = await as(MANAGER, colorScheme, width);
    await page.getByRole('link', { name: 'Team', exact: true }).click();
    await page.getByRole('heading', { name: TEAM }).waitFor();
    await expect
      .poll(() => page.getByRole('row', { name: new RegExp(REP) }).textContent(), SOON)
      .toMatch(/Maya Lindqvist.*XP[1-9]/);
    await expectAccessible(page, `team-${colorScheme}-${width}`);
    await page.getByRole('link', { name: 'Show the calls' }).click();
    await page.getByRole('button', { name: 'Rep: My team' }).waitFor();
    await page.getByRole('link', { name: '(202) 555-0101' }).first().waitFor();
    await context.close();
  }
});

test('who is several things switches between them with the keyboard alone, and it is kept', async () => {
  const { context, page } = await as(ADMIN);
  await page.getByRole('link', { name: 'Me', exact: true }).click();
  await page.getByRole('radio', { name: 'All of it' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.getByRole('radio', { name: 'Admin' }).isChecked()).toBe(true);
  await page.getByRole('link', { name: 'Dial', exact: true }).waitFor({ state: 'detached' });
  await expectAccessible(page, 'working-as');
  await page.goto(`${product.dialerUrl}/`);
  await page.reload();
  await page.getByRole('heading', { name: 'Deliveries' }).waitFor();
  await page.getByRole('link', { name: 'Me', exact: true }).click();
  await page.getByRole('radio', { name: 'All of it' }).check();
  await page.getByRole('link', { name: 'Dial', exact: true }).waitFor();
  await context.close();
});
