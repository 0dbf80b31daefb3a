import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadPhoneNumbers } from '../dialer/phone-format.ts';
import { as, inventedPerson, inventedSession } from '../testing/invented.ts';
import {
  inventedDelivery,
  inventedDeliveryPage,
  inventedField,
  inventedOverview,
} from '../testing/invented-deliveries.ts';
import { openApp } from '../testing/open-app.tsx';
import { giveElementsSize } from '../testing/screen-size.ts';
import { inventedJob, standInDeliveries } from '../testing/stand-in-deliveries.ts';
import { problemAnswer, standInWorker } from '../testing/stand-in-worker.ts';

const worker = standInWorker();
let admin = standInDeliveries();
beforeAll(async () => {
  window.scrollTo = () => undefined;
  giveElementsSize();
  worker.server.listen({ onUnhandledRequest: 'error' });
  await loadPhoneNumbers();
});
beforeEach(() => {
  localStorage.clear();
  admin = standInDeliveries();
  worker.server.use(...admin.handlers);
  worker.setSession(inventedSession(as('rep', 'admin')));
});
let close: () => void = () => undefined;
afterEach(() => {
  cleanup();
  close();
  worker.reset();
  worker.server.resetHandlers();
});
afterAll(() => worker.server.close());

const open = (hash = '#/deliveries') => {
  const opened = openApp(hash);
  close = opened.close;
  return opened;
};
const click = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const row = (name: string) => screen.findByRole('link', { name });
const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const lastAsked = () => Object.fromEntries(admin.asked.lists.at(-1) ?? []);
const open1 = () => open(`#/deliveries/${encodeURIComponent(inventedDelivery(1).slot)}`);

describe('who may see it', () => {
  test('an admin finds it among the pages', async () => {
    open('#/me');
    expect(await screen.findByRole('link', { name: 'Deliveries' })).toBeDefined();
  });

  test('a rep does not, and at its address reads why, with a way on', async () => {
    worker.setSession(inventedSession());
    open();
    const heading = await screen.findByRole('heading', { name: 'Deliveries are for admins' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(screen.queryByRole('link', { name: 'Deliveries' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Show my calls' })).toBeDefined();
    expect(admin.asked.lists).toEqual([]);
  });

  test('who was an admin until a moment ago reads the same, and is not asked for again and again', async () => {
    admin.held.instead = () => problemAnswer('not-permitted');
    open();
    expect(await screen.findByRole('heading', { name: 'Deliveries are for admins' })).toBeDefined();
  });
});

describe('the overview', () => {
  test('says how many wait and failed and why, how long, and what is left of the budget', async () => {
    open();
    const overview = await screen.findByRole('region', { name: 'Overview' });
    for (const words of ['3Waiting', '2Failed', 'Cannot accept 2', 'Calls without a person 4', '1.2 s']) {
      expect(overview.textContent).toContain(words);
    }
    expect(overview.textContent).toContain('70 ms · 400 ms · 2.3 s');
    expect(screen.getByRole('meter', { name: 'Budget of Twenty' }).textContent).toContain('480 of 500');
    expect(screen.getByText('Running')).toBeDefined();
  });

  test('a count that is pressed narrows the list down, in the address too, and once more lets it go', async () => {
    open();
    await click(/^2 ?Failed/);
    await waitFor(() => expect(lastAsked()).toMatchObject({ stages: 'failed' }));
    expect(window.location.hash).toBe('#/deliveries?stages=failed');
    await click(/^2 ?Failed/);
    await waitFor(() => expect(window.location.hash).toBe('#/deliveries'));
    await click(/^Calls without a person/);
    await waitFor(() => expect(lastAsked()).toMatchObject({ person: 'none' }));
    expect(lastAsked()).not.toHaveProperty('stages');
  });

  test('the last day is a picture that the arrow keys read out, and a table', async () => {
    open();
    const chart = await screen.findByRole('slider', { name: 'Hour' });
    expect(chart.getAttribute('aria-valuetext')).toContain('210 arrived, 1 failed');
    fireEvent.keyDown(chart, { key: 'Home' });
    expect(chart.getAttribute('aria-valuetext')).toContain('0 arrived, 0 failed');
    const table = screen.getByRole('table');
    expect(within(table).getAllByRole('row')).toHaveLength(25);
  });

  test('Twenty away is said in words', async () => {
    const status = {
      state: 'waiting-for-twenty',
      since: '2026-11-21T08:00:00.000Z',
      message: 'Twenty gives no answer.',
    };
    admin.held.overview = inventedOverview({ status });
    open();
    expect(await screen.findByText('Waiting for Twenty')).toBeDefined();
    expect(screen.getByText('Twenty gives no answer.')).toBeDefined();
  });
});

describe('the list', () => {
  test('says of each record what it is, whose, how far, and why', async () => {
    admin.held.deliveries = [inventedDelivery(1)];
    open();
    await row('Call 1');
    const text = document.querySelector('[data-key]')?.textContent ?? '';
    for (const words of ['Call 1', 'Ada Okoro', 'Failed', 'Cannot accept']) expect(text).toContain(words);
  });

  test('an address with filters asks for them, and nonsense in it is ignored', async () => {
    open('#/deliveries?stages=dismissed,nonsense&failures=missing-link&objects=note&q=Grace&when=never');
    await waitFor(() =>
      expect(lastAsked()).toEqual({
        stages: 'dismissed',
        failures: 'missing-link',
        objects: 'note',
        search: 'Grace',
        limit: '100',
      }),
    );
    await click('Clear all');
    await waitFor(() => expect(window.location.hash).toBe('#/deliveries'));
  });

  test('a failure that comes in is seen without a reload', async () => {
    admin.held.deliveries = [inventedDelivery(2)];
    open();
    await row('Call 2');
    admin.held.deliveries = [inventedDelivery(1), inventedDelivery(2)];
    expect(await row('Call 1')).toBeDefined();
  });

  test('of thousands is read page by page, and only what is in view is drawn', async () => {
    admin.held.deliveries = Array.from({ length: 3_000 }, (_, index) => inventedDelivery(index + 1));
    open();
    await row('Call 1');
    expect(await screen.findByText(/of 3,000/)).toBeDefined();
    expect(document.querySelectorAll('[data-key]').length).toBeLessThan(60);
  });

  test('with nothing to do it says that everything is in Twenty, and shows what has arrived if one asks', async () => {
    open();
    expect(await screen.findByText('Everything is in Twenty.')).toBeDefined();
    await click('Show what has arrived');
    await waitFor(() => expect(window.location.hash).toBe('#/deliveries?stages=all'));
  });

  test('that cannot be read says what to do, and reads again', async () => {
    admin.held.instead = () => problemAnswer('store-unavailable');
    open();
    const again = await screen.findAllByRole('button', { name: 'Try again' });
    admin.held.instead = null;
    admin.held.deliveries = [inventedDelivery(1)];
    for (const button of again) fireEvent.click(button);
    expect(await row('Call 1')).toBeDefined();
  });

  test('stays as it was last read while the worker is away, with the time of that', async () => {
    admin.held.deliveries = [inventedDelivery(1)];
    open();
    await row('Call 1');
    admin.held.instead = () => new Response(null, { status: 503 });
    expect(await screen.findByText(/This is how it was at/)).toBeDefined();
    expect(await row('Call 1')).toBeDefined();
  });
});

describe('by keyboard', () => {
  const three = () => {
    admin.held.deliveries = [1, 2, 3].map((count) => inventedDelivery(count));
    open();
  };
  test('j and the arrows walk, x selects, Shift+X reaches, Escape lets go', async () => {
    three();
    await row('Call 1');
    press('j');
    await waitFor(async () => expect(document.activeElement).toBe(await row('Call 1')));
    press('x');
    expect(await screen.findByText('1 record selected')).toBeDefined();
    press('ArrowDown');
    await waitFor(async () => expect(document.activeElement).toBe(await row('Call 2')));
    press('j');
    await waitFor(async () => expect(document.activeElement).toBe(await row('Call 3')));
    press('X', { shiftKey: true });
    expect(await screen.findByText('3 records selected')).toBeDefined();
    press('Escape');
    await waitFor(() => expect(screen.queryByText('3 records selected')).toBeNull());
  });

  test('Escape on a record’s page leads back to the list as it was filtered', async () => {
    admin.held.deliveries = [inventedDelivery(1)];
    open(`#/deliveries/${encodeURIComponent(inventedDelivery(1).slot)}?stages=failed`);
    const heading = await screen.findByRole('heading', { level: 1, name: 'Call 1' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    press('Escape');
    await waitFor(() => expect(window.location.hash).toBe('#/deliveries?stages=failed'));
  });
});

describe('what is done about records', () => {
  test('one press on a row tries it again, and the row says so until something is known', async () => {
    admin.held.deliveries = [inventedDelivery(1)];
    open();
    await click('Try again: Call 1');
    await waitFor(() =>
      expect(admin.asked.jobs).toEqual([
        { action: 'redrive', selection: { slots: [inventedDelivery(1).slot] } },
      ]),
    );
    expect(screen.getByRole('button', { name: 'Try again: Call 1' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
  });

  test('all that match, also those nobody scrolled to, are tried again by the filter', async () => {
    admin.held.deliveries = [1, 2, 3].map((count) => inventedDelivery(count));
    admin.held.pageSize = 2;
    open('#/deliveries?stages=failed');
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Select Call 1' }));
    await click(/^Select all 3 that match/);
    await click('Try again');
    await waitFor(() =>
      expect(admin.asked.jobs.at(-1)).toEqual({
        action: 'redrive',
        selection: { filter: { stages: ['failed'] } },
      }),
    );
  });

  test('giving up asks for a reason first', async () => {
    admin.held.deliveries = [inventedDelivery(1)];
    open();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Select Call 1' }));
    await click('Dismiss');
    const dialog = within(await screen.findByRole('alertdialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Dismiss' }));
    expect(await dialog.findByText('Say why, in a few words.')).toBeDefined();
    expect(admin.asked.jobs).toEqual([]);
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'A test call' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Dismiss' }));
    await waitFor(() =>
      expect(admin.asked.jobs).toEqual([
        { action: 'dismiss', selection: { slots: [inventedDelivery(1).slot] }, reason: 'A test call' },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });

  test('a background job is on every page until it is done, is told, and can be cancelled', async () => {
    admin.held.jobs = [inventedJob()];
    open('#/me');
    const bar = await screen.findByRole('progressbar', { name: 'Trying again' });
    expect(bar.getAttribute('aria-valuenow')).toBe('12');
    expect(screen.getByText('Trying again: 12 of 30')).toBeDefined();
    await click('Cancel Trying again');
    expect((await screen.findAllByText('Cancelled: 12 records sent to be tried again.')).length).toBe(2);
    await click(/^Close/);
    await waitFor(() => expect(screen.queryByRole('complementary', { name: 'Background jobs' })).toBeNull());
  });

  test('a job that ended before this window opened is not brought up again', async () => {
    admin.held.jobs = [inventedJob({ state: 'done', endedAt: '2026-11-21T09:01:00.000Z' })];
    open();
    await screen.findByText('Everything is in Twenty.');
    expect(screen.queryByRole('complementary', { name: 'Background jobs' })).toBeNull();
  });

  test('a pause asks why, is shown with who and why, and ends with one press', async () => {
    open();
    await click('Pause');
    const dialog = within(await screen.findByRole('alertdialog'));
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'We move tonight' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Pause delivery' }));
    expect(await screen.findByText('Paused by Ada Okoro')).toBeDefined();
    expect(screen.getByText('“We move tonight”')).toBeDefined();
    await click('Resume');
    expect(await screen.findByText('Running')).toBeDefined();
  });

  test('while it is paused the line on every page leads an admin to where it can be ended', async () => {
    const delivery = { state: 'paused', since: '2026-11-21T08:00:00.000Z', message: 'Ada has stopped it.' };
    worker.setSession(inventedSession({ ...as('rep', 'admin'), delivery }));
    open('#/me');
    const line = await screen.findByText(/Writing to Twenty is paused/);
    const strip = line.closest<HTMLElement>('[role="status"]');
    expect(strip === null ? null : within(strip).getByRole('link', { name: 'Deliveries' })).not.toBeNull();
  });
});

describe('the page of one record', () => {
  const openPage = (
    change: Parameters<typeof inventedDeliveryPage>[1] = {},
    delivery = inventedDelivery(1),
  ) => {
    admin.held.deliveries = [delivery];
    admin.held.pages.set(delivery.slot, inventedDeliveryPage(delivery, change));
    open1();
  };

  test('says what is wrong and what to do, in our words and in Twenty’s, with every attempt', async () => {
    openPage();
    expect(await screen.findByText('Twenty cannot accept it.')).toBeDefined();
    expect(screen.getByText('Correct the field that is named, and try again.')).toBeDefined();
    const tried = (await screen.findByRole('heading', { name: 'What was tried' })).parentElement;
    for (const words of [
      'Refused',
      'Invalid value "12"',
      'fromNumber',
      'BAD_USER_INPUT',
      'Request',
      'Answer',
    ]) {
      expect(tried?.textContent).toContain(words);
    }
  });

  test('shows the record here and in Twenty, and what differs, first and in words', async () => {
    openPage({
      inTwenty: { state: 'there' },
      fields: [
        inventedField('status', 'COMPLETED', { inTwenty: 'COMPLETED' }),
        inventedField('outcome', 'BUSY', { inTwenty: 'INTERESTED', isDifferent: true, isEdited: true }),
      ],
    });
    expect(await screen.findByText('One field differs.')).toBeDefined();
    const [, first] = screen.getAllByRole('row');
    expect(first?.textContent).toBe('OutcomediffersEdited by an adminBUSYINTERESTED');
  });

  test('leads to what it waits for and to what waits for it', async () => {
    openPage({
      waitsFor: [inventedDelivery(2)],
      holdsBack: [inventedDelivery(3, { stage: 'waiting', isHeldBack: true })],
    });
    expect((await screen.findByRole('link', { name: 'Call 2' })).getAttribute('href')).toContain(
      encodeURIComponent(inventedDelivery(2).slot),
    );
    expect(screen.getByRole('link', { name: 'Call 3' })).toBeDefined();
    expect(screen.getByText('Held back')).toBeDefined();
  });

  test('what admins did is told with who and why', async () => {
    const deed = {
      id: 'd',
      at: '2026-11-21T09:00:00.000Z',
      by: 'Ben Adler',
      action: 'edit',
      detail: 'A typing error',
    };
    openPage({ deeds: [deed] });
    const deeds = await screen.findByRole('heading', { name: 'What admins did' });
    expect(deeds.parentElement?.textContent).toContain('Edited by Ben Adler');
    expect(deeds.parentElement?.textContent).toContain('A typing error');
  });

  test('an address without a record says so, with a code to quote', async () => {
    open1();
    expect(await screen.findByText('There is no such record.')).toBeDefined();
    expect(screen.getByText(/request-1/)).toBeDefined();
  });

  test('a call without a person gets one by one press on somebody who has the number', async () => {
    const person = inventedPerson();
    openPage(
      { unmatchedNumber: person.phones[0] },
      inventedDelivery(1, { stage: 'in-twenty', failure: null }),
    );
    await click('Choose a person');
    await click(/Mara Lind/);
    await waitFor(() => expect(admin.asked.people).toEqual([person.id]));
  });
});

describe('editing what Twenty refuses', () => {
  const openForm = async () => {
    admin.held.deliveries = [inventedDelivery(1)];
    open1();
    await click('Edit and try again');
  };
  const type = async (label: string | RegExp, value: string) =>
    fireEvent.change(await screen.findByRole('textbox', { name: label }), { target: { value } });

  test('begins at the field that was refused, and sends what was changed, by its type, with the reason', async () => {
    await openForm();
    const field = await screen.findByRole('textbox', { name: /^From number/ });
    expect(document.activeElement).toBe(field);
    expect(screen.getByText('Twenty refused this')).toBeDefined();
    await type(/^From number/, '+12025550123');
    await type('Talk seconds', '61');
    await type('Why is it changed?', 'A typing error');
    await click('Save and try again');
    await waitFor(() =>
      expect(admin.asked.edits).toEqual([
        { version: 2, fields: { fromNumber: '+12025550123', talkSeconds: 61 }, reason: 'A typing error' },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save and try again' })).toBeNull());
  });

  test('is not sent without a change and a reason', async () => {
    await openForm();
    await click('Save and try again');
    expect(await screen.findByText('Say why, in a few words.')).toBeDefined();
    await type('Why is it changed?', 'No reason');
    await click('Save and try again');
    expect(await screen.findByText('Change a field first.')).toBeDefined();
    expect(admin.asked.edits).toEqual([]);
  });

  test('what was typed is there again after a reload', async () => {
    await openForm();
    await type(/^From number/, '+1202');
    cleanup();
    close();
    open1();
    expect(await screen.findByDisplayValue('+1202')).toBeDefined();
  });

  test('what somebody else changed meanwhile stands beside what was typed, and neither is lost', async () => {
    await openForm();
    await type(/^From number/, '+12025550123');
    await type('Why is it changed?', 'A typing error');
    const delivery = inventedDelivery(1);
    admin.held.onEdit = () => problemAnswer('delivery-changed');
    admin.held.pages.set(
      delivery.slot,
      inventedDeliveryPage(delivery, { version: 3, fields: [inventedField('fromNumber', '+4930123456')] }),
    );
    await click('Save and try again');
    expect(await screen.findByText('+4930123456', { selector: 'strong' })).toBeDefined();
    expect(screen.getByDisplayValue('+12025550123')).toBeDefined();
    admin.held.onEdit = null;
    await click('Save and try again');
    await waitFor(() =>
      expect(admin.asked.edits.at(-1)).toEqual({
        version: 3,
        fields: { fromNumber: '+12025550123' },
        reason: 'A typing error',
      }),
    );
  });

  test('the other value can be taken instead', async () => {
    await openForm();
    await type(/^From number/, '+12025550123');
    const delivery = inventedDelivery(1);
    admin.held.onEdit = () => problemAnswer('delivery-changed');
    admin.held.pages.set(
      delivery.slot,
      inventedDeliveryPage(delivery, { version: 3, fields: [inventedField('fromNumber', '+4930123456')] }),
    );
    await type('Why is it changed?', 'A typing error');
    await click('Save and try again');
    await click(/^Take that/);
    expect(await screen.findByDisplayValue('+4930123456')).toBeDefined();
  });

  test('a field that the dialer refuses says so at the field', async () => {
    await openForm();
    await type(/^From number/, 'nonsense');
    await type('Why is it changed?', 'A typing error');
    const fields = [{ path: 'fields.fromNumber', message: 'Use E.164.' }];
    admin.held.onEdit = () => problemAnswer('invalid-request', { fields });
    await click('Save and try again');
    expect(await screen.findByText('Use E.164.')).toBeDefined();
  });
});
