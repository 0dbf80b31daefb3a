import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { picture } from './support/browser.ts';
import type { RunningProduct } from './support/product.ts';
import { dial, searchField, signIn, stateOf, wrapUp } from './support/rep.ts';
import { withProduct } from './support/suite.ts';
import { inTwenty, rowsInTwenty } from './support/twenty.ts';

const PORTS = { dialer: 4560, sandbox: 4570 };
/** The practice line answers after two seconds; nobody in the demo has it. */
const UNKNOWN = '+12025550101';
const BLOCKED = '+12025550155';
const PERSON = '7f2c1d3e-4a5b-4c6d-8e7f-8091a2b3c4d5';
/** Changes that no webhook tells of come with the next poll. */
const POLL = { timeout: 150_000, interval: 1_000 };

let product: RunningProduct;
let browser: Browser;
withProduct(PORTS, (ready) => {
  ({ product, browser } = ready);
});

const callTo = async (number: string) =>
  (await rowsInTwenty(product, 'phoneCall')).find(({ toNumber }) => toNumber === number);

test('a call to a number that nobody has is kept unmatched, and is the person’s as soon as Twenty has them', async () => {
  const { context, page } = await signIn(browser, product, 'Maya Lindqvist');
  await dial(page, UNKNOWN);
  await stateOf(page, 'Talking').waitFor();
  await wrapUp(page, { outcomeKey: '1', note: 'A new customer, not in the CRM yet.' });
  await page.getByText('In Twenty', { exact: true }).waitFor();
  expect(await callTo(UNKNOWN)).toMatchObject({ personId: null });

  await page.goto(`${product.dialerUrl}/#/calls?person=none`);
  await page.getByRole('listitem').filter({ hasText: '(202) 555-0101' }).first().waitFor();
  await picture(page, 'not-matched');

  await inTwenty(product, 'mutation($data:[PersonCreateInput!]!){createPeople(data:$data){id}}', {
    data: [
      {
        id: PERSON,
        name: { firstName: 'Nadia', lastName: 'Example' },
        phones: {
          primaryPhoneNumber: '2025550101',
          primaryPhoneCallingCode: '+1',
          primaryPhoneCountryCode: 'US',
        },
      },
    ],
  });
  await expect.poll(() => callTo(UNKNOWN), POLL).toMatchObject({ personId: PERSON });
  const [target] = (await rowsInTwenty(product, 'noteTarget')).filter(
    ({ targetPersonId }) => targetPersonId === PERSON,
  );
  expect(target).toBeDefined();
  await context.close();
});

test('a number on the do-not-call list cannot be dialed, and the rep reads why', async () => {
  await inTwenty(
    product,
    'mutation($data:[DoNotCallEntryCreateInput!]!){createDoNotCallEntries(data:$data){id}}',
    {
      data: [{ number: BLOCKED, reason: 'Asked us not to call' }],
    },
  );
  const { context, page } = await signIn(browser, product, 'Tomás Okafor');
  const isBlocked = async () => {
    const answer = await page.request.get(
      `${product.dialerUrl}/api/dial-check?number=${encodeURIComponent(BLOCKED)}`,
    );
    return (await answer.json()).verdict;
  };
  await expect.poll(isBlocked, POLL).toBe('blocked');
  await searchField(page).fill(BLOCKED);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Must not be called' }).waitFor();
  await page.getByText('Asked us not to call').waitFor();
  await page.keyboard.press('Enter');
  expect(await page.getByRole('button', { name: 'Must not be called' }).isDisabled()).toBe(true);
  await picture(page, 'must-not-be-called');
  await context.close();
});
