import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { picture } from './support/browser.ts';
import type { RunningProduct } from './support/product.ts';
import { dial, searchField, signIn, stateOf, wrapUp } from './support/rep.ts';
import { withProduct } from './support/suite.ts';
import { breakTwenty, healTwenty, inTwenty, type Row, rowsInTwenty } from './support/twenty.ts';

const PORTS = { dialer: 4520, sandbox: 4530 };
const ANSWERS = '+12025550101';
const REP = 'Maya Lindqvist';

let product: RunningProduct;
let browser: Browser;
withProduct(PORTS, (ready) => {
  ({ product, browser } = ready);
});

const talkAndWrapUp = async (page: Page, wrap: { outcomeKey: string; note: string }) => {
  await dial(page, ANSWERS);
  await stateOf(page, 'Talking').waitFor();
  await wrapUp(page, wrap);
};
const toCalls = async (page: Page) => {
  await page.getByRole('link', { name: /^Calls/ }).click();
  await page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
};
const newest = (rows: readonly Row[]): Row => {
  const [first] = [...rows].sort((a, b) => (String(a.startedAt) < String(b.startedAt) ? 1 : -1));
  if (first === undefined) throw new Error('Twenty has no call at all.');
  return first;
};
const newestCall = async () => newest(await rowsInTwenty(product, 'phoneCall'));
/** The call's own page, as a link to it opens it. */
const openPage = async (page: Page, call: Row) => {
  await page.goto(`${product.dialerUrl}/#/calls/${String(call.callId)}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
};
const xpShown = async (page: Page): Promise<number> => {
  const bar = page.getByRole('progressbar').first();
  await bar.waitFor();
  const text = (await bar.getAttribute('aria-valuetext')) ?? '';
  return Number(text.match(/([\d,]+) XP/)?.[1]?.replace(',', ''));
};

test('points appear when the call is kept, and the bar says what the ledger has', async () => {
  const { context, page } = await signIn(browser, product, REP);
  const before = await xpShown(page);
  await context.route('**/api/call-reports', (route) => route.abort());
  await talkAndWrapUp(page, { outcomeKey: '1', note: 'Asked for a demo' });
  await page.getByText('On this computer', { exact: true }).waitFor();
  expect(await page.getByRole('region', { name: 'Wrapped up' }).textContent()).not.toContain('XP');
  expect(await xpShown(page)).toBe(before);
  await context.unroute('**/api/call-reports');
  await page.getByText('+5 XP').first().waitFor({ timeout: 60_000 });
  await expect.poll(() => xpShown(page)).toBe(before + 5);
  await picture(page, 'points');
  await context.close();
});

test('a corrected outcome, a person who was linked later and a further note are in Twenty, and on the page', async () => {
  const { context, page } = await signIn(browser, product, REP, { viewport: { width: 420, height: 900 } });
  await talkAndWrapUp(page, { outcomeKey: '6', note: 'Spoke to the machine' });
  await page.getByText('In Twenty', { exact: true }).first().waitFor();
  const call = await newestCall();
  await openPage(page, call);
  await page.getByRole('button', { name: /Correct/ }).click();
  await page.getByText('Callback requested', { exact: true }).click();
  await page.getByRole('button', { name: 'Choose person' }).click();
  await page.getByRole('combobox', { name: 'Search people' }).fill('val');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: /^Save/ }).click();
  await page.getByRole('textbox', { name: 'Add a note' }).fill('Called back, she was out');
  await page.getByRole('button', { name: /note/i }).last().click();

  await expect
    .poll(
      async () => (await rowsInTwenty(product, 'phoneCall')).find(({ callId }) => callId === call.callId),
      {
        timeout: 30_000,
      },
    )
    .toMatchObject({ outcome: 'CALLBACK', personId: expect.any(String) });
  const notes = async () =>
    (await rowsInTwenty(product, 'note')).filter((note) =>
      JSON.stringify(note.bodyV2).includes('Called back, she was out'),
    );
  await expect.poll(notes, { timeout: 30_000 }).toHaveLength(1);
  const [note] = await notes();
  const targets = async () =>
    (await rowsInTwenty(product, 'noteTarget')).filter(({ noteId }) => noteId === note?.id);
  await expect.poll(targets, { timeout: 30_000 }).toHaveLength(2);
  await page.getByText('Called back, she was out').first().waitFor();
  await page
    .getByText(/Left voicemail.*Callback requested/s)
    .first()
    .waitFor();
  await picture(page, 'call-page');
  await context.close();
});

test('what a manager changed in Twenty stays when the rep corrects something else', async () => {
  const { context, page } = await signIn(browser, product, REP);
  await talkAndWrapUp(page, { outcomeKey: '7', note: '' });
  await page.getByText('In Twenty', { exact: true }).first().waitFor();
  const call = await newestCall();
  await inTwenty(
    product,
    'mutation($id: UUID!, $data: PhoneCallUpdateInput!) { updatePhoneCall(id: $id, data: $data) { id } }',
    {
      id: call.id,
      data: { outcome: 'WRONG_NUMBER' },
    },
  );
  await openPage(page, call);
  await page.getByText('Wrong number').first().waitFor();
  await page.getByRole('button', { name: /Correct/ }).click();
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Written later');
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect
    .poll(async () => JSON.stringify(await rowsInTwenty(product, 'note')), { timeout: 30_000 })
    .toContain('Written later');
  expect((await rowsInTwenty(product, 'phoneCall')).find(({ id }) => id === call.id)).toMatchObject({
    outcome: 'WRONG_NUMBER',
  });
  await context.close();
});

test('a past call entered by hand is in Twenty, marked as entered', async () => {
  const { context, page } = await signIn(browser, product, REP);
  await toCalls(page);
  await page.getByRole('link', { name: 'Enter a past call' }).click();
  await page.getByRole('combobox', { name: 'Search people' }).fill('202 555 0177');
  await page.getByRole('combobox', { name: 'Search people' }).press('Enter');
  await page.getByRole('textbox', { name: 'Minutes' }).fill('4');
  await page.getByRole('textbox', { name: 'Time' }).or(page.getByLabel('Time')).first().fill('00:01');
  await page.getByText('Meeting booked', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Met at the fair');
  await picture(page, 'past-call');
  await page
    .getByRole('button', { name: /^(Save|Enter)/ })
    .last()
    .click();
  await expect
    .poll(async () => (await rowsInTwenty(product, 'phoneCall')).filter(({ line }) => line === 'ENTERED'), {
      timeout: 30_000,
    })
    .toMatchObject([{ toNumber: '+12025550177', outcome: 'MEETING_BOOKED', talkSeconds: 240 }]);
  await context.close();
});

test('filters live in the address: a reload and the back button find the same calls', async () => {
  const { context, page } = await signIn(browser, product, REP, { viewport: { width: 1280, height: 860 } });
  await toCalls(page);
  await page.getByRole('button', { name: 'Outcome', exact: true }).click();
  await page.getByRole('group', { name: 'Outcome' }).getByRole('button', { name: 'Busy' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.url()).toContain('busy');
  await page.reload();
  await page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
  await page.getByText('Busy').first().waitFor();
  expect(await page.getByText('No answer').count()).toBe(0);
  await page.goBack();
  await page.getByText('No answer').first().waitFor();
  await picture(page, 'history-wide');
  await context.close();
});

test('while Twenty is away history says so, shows the calls that the dialer holds, and each once when it is back', async () => {
  const { context, page } = await signIn(browser, product, REP);
  await breakTwenty(product);
  await talkAndWrapUp(page, { outcomeKey: '3', note: 'While Twenty was away' });
  await toCalls(page);
  await page
    .getByText(/Twenty cannot be reached/)
    .first()
    .waitFor({ timeout: 30_000 });
  const here = page.getByText('Callback requested');
  await here.first().waitFor();
  await picture(page, 'history-away');
  const { callId } = await page.evaluate(async () => {
    const answer = await fetch('/api/history?limit=1');
    return (await answer.json()).calls[0];
  });
  await healTwenty(product);
  await expect
    .poll(
      async () => (await rowsInTwenty(product, 'phoneCall')).filter((row) => row.callId === callId).length,
      {
        timeout: 60_000,
      },
    )
    .toBe(1);
  const keys = async () =>
    page.evaluate(async () => {
      const answer = await fetch('/api/history?limit=100');
      return (await answer.json()).calls.map(({ key }: { key: string }) => key);
    });
  const all = await keys();
  expect(all.filter((key: string) => key === callId)).toHaveLength(1);
  expect(new Set(all).size).toBe(all.length);
  await context.close();
});

test('a call that was left without a wrap-up is counted, and asked for when the rep comes back', async () => {
  const { context, page } = await signIn(browser, product, 'Tomás Okafor');
  await dial(page, ANSWERS);
  await stateOf(page, 'Talking').waitFor();
  await page.keyboard.press('Control+Shift+H');
  await page.getByRole('button', { name: /^Save/ }).waitFor();
  await page.getByRole('button', { name: /Later/ }).click();
  await searchField(page).waitFor();
  await page.reload();
  await page.getByRole('region', { name: '1 call waits for its wrap-up' }).waitFor();
  await picture(page, 'unwrapped');
  await page.keyboard.press('Alt+w');
  await page.getByRole('textbox', { name: 'Note' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('4');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('region', { name: 'Wrapped up' }).waitFor();
  await page.getByText('In Twenty', { exact: true }).first().waitFor();
  await page.reload();
  await searchField(page).waitFor();
  expect(await page.getByText(/waits? for (its|their) wrap-up/).count()).toBe(0);
  await context.close();
});
