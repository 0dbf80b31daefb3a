import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadPhoneNumbers } from '../dialer/phone-format.ts';
import {
  ADA,
  as,
  BEN,
  callIdNumber,
  inventedHistoryCall,
  inventedReport,
  inventedSession,
  inventedView,
} from '../testing/invented.ts';
import { follow, openApp } from '../testing/open-app.tsx';
import { giveElementsSize } from '../testing/screen-size.ts';
import { problemAnswer, standInWorker } from '../testing/stand-in-worker.ts';

const worker = standInWorker();
beforeAll(async () => {
  window.scrollTo = () => undefined;
  giveElementsSize();
  worker.server.listen({ onUnhandledRequest: 'error' });
  await loadPhoneNumbers();
});
beforeEach(() => localStorage.clear());
let close: () => void = () => undefined;
afterEach(() => {
  cleanup();
  close();
  worker.reset();
});
afterAll(() => worker.server.close());

const open = (hash = '#/calls') => {
  const opened = openApp(hash);
  close = opened.close;
  return opened;
};
const read = { state: 'read' as const };
const answerCalls = (...calls: ReturnType<typeof inventedHistoryCall>[]) =>
  worker.answerHistory(() => ({
    calls,
    nextCursor: null,
    counts: { inTwenty: calls.length, onTheWay: 0 },
    twenty: read,
  }));
const row = (name: string) => screen.findByRole('link', { name });
const lastAsked = () => Object.fromEntries(worker.asked.at(-1) ?? []);
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
/** A choice in the menu of a chip. */
const choose = async (chip: RegExp, option: string) => {
  fireEvent.click(await screen.findByRole('button', { name: chip }));
  fireEvent.click(await screen.findByRole('button', { name: option }));
};

describe('a row', () => {
  test('says who, which number, which way, how long, how it ended, when, and how far it has come', async () => {
    answerCalls(inventedHistoryCall(1, { direction: 'inbound' }));
    open();
    await row('Person 1');
    const text = document.querySelector('[data-key]')?.textContent ?? '';
    for (const words of [
      'Person 1',
      '(202) 555-0101',
      'Incoming',
      '1:00',
      'Interested',
      '+5 XP',
      'In Twenty',
    ]) {
      expect(text).toContain(words);
    }
  });

  test('of a missed call says that it was missed', async () => {
    answerCalls(inventedHistoryCall(1, { direction: 'inbound', status: 'missed', outcome: null }));
    open();
    await row('Person 1');
    expect(document.querySelector('[data-key]')?.textContent).toContain('Missed');
  });

  test('of somebody else names the rep and shows no points', async () => {
    answerCalls(
      inventedHistoryCall(1, { isMine: false, points: null, member: { id: BEN, name: 'Ben Adler' } }),
    );
    open('#/calls?rep=everybody');
    await row('Person 1');
    const text = document.querySelector('[data-key]')?.textContent;
    expect(text).toContain('Ben Adler');
    expect(text).not.toContain('XP');
  });
});

describe('filters', () => {
  test('mine at first; everybody with one choice; and the back button goes back', async () => {
    open();
    await waitFor(() => expect(lastAsked()).toMatchObject({ members: ADA }));
    await choose(/^Rep/, 'Everybody');
    await waitFor(() => expect(lastAsked()).not.toHaveProperty('members'));
    expect(window.location.hash).toBe('#/calls?rep=everybody');
    follow('#/calls');
    expect(await screen.findByRole('button', { name: 'Rep: My calls' })).toBeDefined();
  });

  test('a manager’s team with one choice, and one’s own calls are not among its', async () => {
    worker.setSession(inventedSession(as('rep', 'manager')));
    worker.held.set(callIdNumber(7), inventedView(inventedReport({ callId: callIdNumber(7) })));
    answerCalls(
      inventedHistoryCall(1, { isMine: false, points: null, member: { id: BEN, name: 'Ben Adler' } }),
    );
    open();
    await choose(/^Rep/, 'My team');
    await waitFor(() => expect(lastAsked()).toMatchObject({ of: 'team' }));
    expect(lastAsked()).not.toHaveProperty('members');
    expect(window.location.hash).toBe('#/calls?rep=team');
    await row('Person 1');
  });

  test('nobody is offered a team whose calls they may not see', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: /^Rep/ }));
    await screen.findByRole('button', { name: 'Everybody' });
    expect(screen.queryByRole('button', { name: 'My team' })).toBeNull();
  });

  test('several outcomes hold together, are in the address, and go away with one press', async () => {
    open();
    await choose(/^Outcome/, 'Needs wrap-up');
    fireEvent.click(await screen.findByRole('button', { name: 'Busy' }));
    await waitFor(() => expect(lastAsked()).toMatchObject({ outcomes: 'needs-wrap-up,busy' }));
    expect(window.location.hash).toBe('#/calls?outcomes=needs-wrap-up,busy');
    fireEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    await waitFor(() => expect(window.location.hash).toBe('#/calls'));
  });

  test('an address with filters shows them, and nonsense in it is ignored', async () => {
    open(
      '#/calls?direction=inbound&lines=entered&when=nonsense&outcomes=!!&sitting=cccccccc-cccc-4ccc-8ccc-cccccccccccc',
    );
    await waitFor(() =>
      expect(lastAsked()).toEqual({
        limit: undefined,
        direction: 'inbound',
        lines: 'entered',
        callSessionId: 'cccccccc-cccc-4ccc-8ccc-cccccccccccc',
      }),
    );
    expect(await screen.findByRole('button', { name: 'Direction: Incoming' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Line: Entered afterwards' })).toBeDefined();
  });

  test('a timeframe is asked for in instants of the viewer\u2019s own days', async () => {
    const { held } = open('#/calls?when=today');
    await waitFor(() => expect(lastAsked()).toHaveProperty('from'));
    const now = new Date(held.timers.now());
    const midnight = (days: number) =>
      new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).toISOString();
    expect(lastAsked()).toMatchObject({ from: midnight(0), to: midnight(1) });
  });

  test('/ goes to the search field, and what is typed there is asked for once', async () => {
    open();
    await screen.findByRole('searchbox');
    press('/');
    const field = screen.getByRole('searchbox');
    expect(document.activeElement).toBe(field);
    for (const value of ['m', 'ma', 'mar', 'mara']) fireEvent.change(field, { target: { value } });
    await waitFor(() => expect(lastAsked()).toMatchObject({ search: 'mara' }));
    expect(worker.asked.filter((query) => query.has('search'))).toHaveLength(1);
    expect(window.location.hash).toBe('#/calls?q=mara');
  });
});

describe('a long list', () => {
  test('is read page by page, draws only what is in view, and reaches its end', async () => {
    worker.answerHistory((query) => {
      const from = Number(query.get('cursor') ?? 0);
      const calls = Array.from({ length: 50 }, (_, index) => inventedHistoryCall(from + index + 1));
      const nextCursor = from + 50 >= 200 ? null : String(from + 50);
      return { calls, nextCursor, counts: from === 0 ? { inTwenty: 200, onTheWay: 0 } : null, twenty: read };
    });
    open();
    await row('Person 1');
    expect(screen.getByText('200 in Twenty')).toBeDefined();
    expect(document.querySelectorAll('[data-key]').length).toBeLessThan(60);
    const list = document.querySelector('.h-scroll');
    await waitFor(() => {
      act(() => list?.scrollTo({ top: (list?.scrollTop ?? 0) + 1_000 }));
      expect(worker.asked.map((query) => query.get('cursor'))).toEqual([null, '50', '100', '150']);
    });
    expect(document.querySelectorAll('[data-key]').length).toBeLessThan(60);
  });

  test('a page that cannot be read says so, keeps the rest, and can be asked for again', async () => {
    let isBroken = true;
    worker.answerHistory((query) => {
      if (query.has('cursor') && isBroken) return problemAnswer('internal-error');
      const calls = [inventedHistoryCall(query.has('cursor') ? 2 : 1)];
      return {
        calls,
        nextCursor: query.has('cursor') ? null : 'next',
        counts: { inTwenty: 2, onTheWay: 0 },
        twenty: read,
      };
    });
    open();
    expect(await screen.findByText(/Older calls could not be read/)).toBeDefined();
    expect(screen.getByText(/request-1/)).toBeDefined();
    expect(await row('Person 1')).toBeDefined();
    isBroken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await row('Person 2')).toBeDefined();
  });

  test('j, k and Enter open a call, and coming back finds the same row in focus', async () => {
    answerCalls(inventedHistoryCall(1), inventedHistoryCall(2), inventedHistoryCall(3));
    worker.held.set(
      callIdNumber(2),
      inventedView(inventedReport({ callId: callIdNumber(2), personName: 'Person 2' })),
    );
    open();
    await row('Person 1');
    press('j');
    press('j');
    press('j');
    press('k');
    const second = await row('Person 2');
    await waitFor(() => expect(document.activeElement).toBe(second));
    fireEvent.click(second);
    await screen.findByText('Events');
    expect(window.location.hash).toBe(`#/calls/${callIdNumber(2)}`);
    follow('#/calls');
    await row('Person 1');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Person 2'));
  });
});

describe('where there is no room for a call beside the list', () => {
  const id = callIdNumber(1);
  beforeEach(() => {
    answerCalls(inventedHistoryCall(1));
    worker.held.set(id, inventedView(inventedReport({ callId: id, personName: 'Person 1' })));
  });

  test('a call that was open beside it is shown, and not the list without it', async () => {
    open(`#/calls?call=${id}`);
    expect(await screen.findByText('Events')).toBeDefined();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  test('the way back leads to the list as it was filtered, with the same row in focus', async () => {
    open('#/calls?direction=outbound');
    const link = await row('Person 1');
    link.focus();
    fireEvent.click(link);
    await screen.findByText('Events');
    const back = within(screen.getByRole('navigation', { name: 'Back' })).getByRole('link');
    expect(back.getAttribute('href')).toContain('direction=outbound');
    fireEvent.click(back);
    expect(await screen.findByRole('button', { name: 'Direction: Outgoing' })).toBeDefined();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Person 1'));
  });
});

describe('live', () => {
  const report = inventedReport({
    stage: 'ended',
    personId: '55555555-5555-4555-8555-555555555555',
    personName: 'Mara Lind',
  });
  const tell = (streams: EventTarget[], call: ReturnType<typeof inventedView>) =>
    act(() => {
      const data = JSON.stringify({ type: 'call', call });
      streams[0]?.dispatchEvent(new MessageEvent('call', { data, lastEventId: String(call.changeSeq) }));
    });

  test('a new call comes in at the top, changes its mark, and is counted truly', async () => {
    answerCalls(inventedHistoryCall(5));
    const { streams } = open();
    await row('Person 5');
    tell(streams, inventedView(report, { state: 'saved' }, 1));
    expect(await row('Mara Lind')).toBeDefined();
    expect(screen.getByText('1 in Twenty, 1 on its way')).toBeDefined();
    tell(streams, inventedView(report, { state: 'in-twenty', deliveredAt: '2026-11-21T09:05:00.000Z' }, 2));
    expect(await screen.findByText('2 in Twenty')).toBeDefined();
    expect(screen.getAllByText('Mara Lind')).toHaveLength(1);
  });

  test('a call that the filters leave out does not come in', async () => {
    answerCalls(inventedHistoryCall(5));
    const { streams } = open('#/calls?direction=inbound');
    await row('Person 5');
    tell(streams, inventedView(report, { state: 'saved' }, 1));
    expect(screen.queryByText('Mara Lind')).toBeNull();
  });
});

describe('states', () => {
  test('no calls at all: what this is, and the one thing to do', async () => {
    answerCalls();
    open();
    expect(await screen.findByText(/Your calls appear here/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Make the first call' })).toBeDefined();
  });

  test('none that match: the filters can be cleared', async () => {
    answerCalls();
    open('#/calls?q=zzz');
    expect(await screen.findByText('No call matches these filters.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(await screen.findByText(/Your calls appear here/)).toBeDefined();
  });

  test('Twenty away: one quiet line, and the calls that the dialer holds', async () => {
    worker.answerHistory(() => ({
      calls: [inventedHistoryCall(1), inventedHistoryCall(2)],
      nextCursor: null,
      counts: { inTwenty: null, onTheWay: 1 },
      twenty: { state: 'away', message: '' },
    }));
    open();
    expect(await screen.findByText(/Twenty cannot be reached; showing your calls/)).toBeDefined();
    expect(screen.getByText('2 held by the dialer')).toBeDefined();
    expect(await row('Person 1')).toBeDefined();
  });

  test('worker away: what this computer holds stays visible, with what to do', async () => {
    worker.answerHistory(() => HttpResponse.error());
    const { services } = open();
    const report = inventedReport({
      personId: '55555555-5555-4555-8555-555555555555',
      personName: 'Mara Lind',
    });
    await act(async () => {
      await services.unsent.put(report);
      await services.unsent.setAside(report, { state: 'refused', fields: [], words: '', present: null });
    });
    expect(await row('Mara Lind')).toBeDefined();
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeDefined();
    expect(screen.getByText('Needs attention')).toBeDefined();
  });

  test('an error has a code to quote', async () => {
    worker.answerHistory(() => problemAnswer('internal-error'));
    open();
    expect(await screen.findByText(/request-1/)).toBeDefined();
  });
});

describe('a past call', () => {
  const fill = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });

  test('is kept through a reload, saved once, and shown at once', async () => {
    const first = open('#/calls/new');
    fireEvent.change(await screen.findByRole('combobox'), { target: { value: '2025550142' } });
    fill('Note', 'From the train');
    first.unmount();
    close();
    open('#/calls/new');
    expect(await screen.findByDisplayValue('From the train')).toBeDefined();
    fill('Date', '2026-11-20');
    fill('Time', '10:00');
    fill('Minutes', '3');
    fireEvent.click(screen.getByRole('radio', { name: /Interested/ }));
    fireEvent.click(screen.getByRole('button', { name: /^Save call/ }));
    await waitFor(() => expect(worker.received).toHaveLength(1));
    expect(worker.received[0]).toMatchObject({ line: 'entered', to: '+12025550142', note: 'From the train' });
    expect(await screen.findByText('Entered afterwards')).toBeDefined();
    expect(Object.keys(localStorage).filter((key) => key.includes('past-call'))).toEqual([]);
  });

  test('that is not complete says what is missing at each field, and sends nothing', async () => {
    open('#/calls/new');
    fireEvent.click(await screen.findByRole('button', { name: /^Save call/ }));
    expect(await screen.findByText('Choose a person or type a number.')).toBeDefined();
    expect(screen.getByText('Choose an outcome.')).toBeDefined();
    expect(screen.getByText(/Say how long it took/)).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole('combobox'));
    expect(worker.received).toEqual([]);
  });

  test('goes on in the field of the number once a person is chosen, and back when they are taken off', async () => {
    open('#/calls/new');
    const search = await screen.findByRole('combobox');
    fireEvent.change(search, { target: { value: 'Mara' } });
    fireEvent.pointerUp(await screen.findByRole('option', { name: /Mara Lind/ }));
    expect(document.activeElement).toBe(await screen.findByLabelText('Number'));
    fireEvent.click(screen.getByRole('button', { name: 'Choose somebody else' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox')));
  });
});
