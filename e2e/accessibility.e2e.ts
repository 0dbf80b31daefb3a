import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, newRep, picture } from './support/browser.ts';
import { type RunningProduct, startProduct, temporaryFolder } from './support/product.ts';
import { dial, signIn, stateOf } from './support/rep.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let product: RunningProduct;
let browser: Browser;

beforeAll(async () => {
  folder = await temporaryFolder();
  product = await startProduct({ folder: folder.path, ports: { dialer: 4540, sandbox: 4550 } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await folder?.remove();
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('nobody is shut out of any page: axe finds no violation at 320 px', async () => {
    const options = { colorScheme, viewport: { width: 320, height: 720 }, bypassCSP: true };
    const visitor = await newRep(browser, options);
    const signInPage = await visitor.newPage();
    await signInPage.goto(product.dialerUrl);
    await signInPage.getByText('Sign in with Twenty').waitFor();
    await expectAccessible(signInPage, `sign-in-${colorScheme}`);
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
      await page.getByRole('link', { name: tab }).click();
      await page.getByRole('heading').first().waitFor();
      await expectAccessible(page, `${tab.toLowerCase()}-${colorScheme}`);
    }
    await context.close();
  });
});

const looksOf = (page: Page, outcome: string) =>
  page
    .locator('label', { hasText: outcome })
    .first()
    .evaluate((label) => [
      getComputedStyle(label).backgroundColor,
      getComputedStyle(label, '::after').content,
    ]);

const expectAccessible = async (page: Page, name: string): Promise<void> => {
  // Colours in mid-transition are nobody's choice.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
  );
  await picture(page, name);
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    );
  });
  expect(violations, name).toEqual([]);
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(isWide, `${name} scrolls sideways`).toBe(false);
};
