import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newRep } from './browser.ts';
import type { RunningProduct } from './product.ts';

/** A demo rep with a window of their own, signed in by clicking as a person would. */
export const signIn = async (
  browser: Browser,
  product: RunningProduct,
  name: string,
  options: Parameters<typeof newRep>[1] = {},
): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await newRep(browser, options);
  const page = await context.newPage();
  await page.goto(product.dialerUrl);
  await chooseRep(page, name);
  return { context, page };
};

/** From the sign-in page over the sandbox's picker back to the dialer. */
export const chooseRep = async (page: Page, name: string): Promise<void> => {
  await page
    .getByRole('link', { name: 'Sign in with Twenty' })
    .or(page.getByRole('button', { name: 'Sign in with Twenty' }))
    .click();
  await page.getByRole('link', { name }).click();
  await searchField(page).waitFor();
};

export const searchField = (page: Page) =>
  page.getByRole('combobox', { name: 'Search people or type a number' });

/** Types a number and calls it, with the keyboard alone. */
export const dial = async (page: Page, number: string): Promise<void> => {
  await searchField(page).fill(number);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Call/ }).waitFor();
  await page.keyboard.press('Enter');
};

/** Ends the call and wraps it up, with the keyboard alone. */
export const wrapUp = async (
  page: Page,
  { outcomeKey, note }: { outcomeKey: string; note: string },
): Promise<void> => {
  await page.getByRole('textbox', { name: 'Note' }).fill(note);
  await page.keyboard.press('Control+Shift+H');
  await page.getByRole('button', { name: /^Save/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press(outcomeKey);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('region', { name: 'Wrapped up' }).waitFor();
};

/** The call's state in the call bar, which is also told to screen readers. */
export const stateOf = (page: Page, word: string) => page.getByText(word, { exact: true });

/** The newest row of history that holds these words; days have rows of their own. */
export const callRow = (page: Page, words: string) =>
  page.getByRole('listitem').filter({ hasText: words }).first();
