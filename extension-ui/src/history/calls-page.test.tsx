import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ADA, inventedReport, inventedView } from '../testing/invented.ts';
import { showAtDesk } from '../testing/screen.tsx';
import { standInWorker } from '../testing/stand-in-worker.ts';
import { CallsPage } from './calls-page.tsx';

const worker = standInWorker();
beforeAll(() => worker.server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  worker.reset();
});
afterAll(() => worker.server.close());

const showCalls = () => showAtDesk(<CallsPage onOpened={() => undefined} onDial={() => undefined} />);
const mine = inventedReport({
  stage: 'wrapped-up',
  outcome: 'interested',
  wrappedUpAt: '2026-11-21T09:02:00.000Z',
  note: 'What I typed',
  personName: 'Mara Lind',
});
const theirs = inventedView(
  { ...mine, note: 'What the manager typed', outcome: 'callback' },
  { state: 'in-twenty' },
);
const openRow = async () => fireEvent.click(await screen.findByRole('button', { name: /Mara Lind/ }));

/** A report of ours that met another one; both are on this computer. */
const withConflict = async () => {
  const shown = showCalls();
  await shown.services.unsent.put(mine);
  await shown.services.unsent.setAside(mine, { state: 'conflict', fields: [], words: '', present: theirs });
  await shown.services.queries.invalidateQueries();
  await openRow();
  const kept = async () => (await shown.services.unsent.list(ADA))[0];
  return { ...shown, kept };
};

describe('two people edited one call', () => {
  test('both texts are there to read before anything is decided', async () => {
    await withConflict();
    expect(screen.getAllByText('What I typed').length).toBeGreaterThan(0);
    expect(screen.getByText('What the manager typed')).toBeDefined();
    expect(screen.getByText('Needs attention')).toBeDefined();
  });

  test('keeping mine sends my words as the newest revision', async () => {
    const { kept } = await withConflict();
    fireEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
    await waitFor(async () =>
      expect(await kept()).toMatchObject({ state: 'waiting', report: { note: 'What I typed', revision: 3 } }),
    );
  });

  test('both notes can be kept, one below the other', async () => {
    const { kept } = await withConflict();
    fireEvent.click(screen.getByRole('button', { name: 'My outcome, both notes' }));
    await waitFor(async () =>
      expect((await kept())?.report.note).toBe('What I typed\n\nWhat the manager typed'),
    );
  });

  test('only a press of the button lets my words go', async () => {
    const { kept } = await withConflict();
    expect(await kept()).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Keep the other' }));
    await waitFor(async () => expect(await kept()).toBeUndefined());
  });
});

test('what another window of mine wrote is there to read and to keep', async () => {
  const { services } = showCalls();
  await services.unsent.put(mine);
  await services.unsent.put({ ...mine, note: 'What I typed in the other window' });
  await services.queries.invalidateQueries();
  await openRow();
  expect(screen.getByText(/Another window changed this call/)).toBeDefined();
  expect(screen.getByText('What I typed in the other window')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'My outcome, both notes' }));
  await waitFor(async () =>
    expect(await services.unsent.list(ADA)).toMatchObject([
      { state: 'waiting', report: { note: 'What I typed\n\nWhat I typed in the other window' } },
    ]),
  );
});

test('a refused report shows the fields, the words and the code, and stays', async () => {
  const { services } = showCalls();
  await services.unsent.put(mine);
  const fields = [{ path: 'to', message: 'Use E.164.' }];
  const words = 'Some fields are not right. (request-9)';
  await services.unsent.setAside(mine, { state: 'refused', fields, words, present: null });
  await services.queries.invalidateQueries();
  await openRow();
  expect(screen.getByText(words)).toBeDefined();
  expect(screen.getByText(/Use E\.164/)).toBeDefined();
  expect(await services.unsent.list(ADA)).toHaveLength(1);
});

test('a report refused days ago can be sent again today, and its date is shown', async () => {
  const { services } = showCalls();
  const startedAt = '2026-11-19T12:00:00.000Z';
  const earlier = { ...mine, startedAt };
  await services.unsent.put(earlier);
  await services.unsent.setAside(earlier, { state: 'refused', fields: [], words: '', present: null });
  await services.queries.invalidateQueries();
  await openRow();
  expect(screen.getByRole('button', { name: /Mara Lind/ }).textContent).toContain('19');
  fireEvent.click(screen.getByRole('button', { name: 'Send again' }));
  await waitFor(async () => expect(await services.unsent.list(ADA)).toMatchObject([{ state: 'waiting' }]));
});

test('a call left for later is wrapped up from the list, with its note', async () => {
  const later = inventedReport({ note: 'So far', personName: 'Mara Lind' });
  worker.held.set(later.callId, inventedView(later));
  const { dialer } = showCalls();
  await openRow();
  fireEvent.click(screen.getByRole('button', { name: 'Wrap up' }));
  expect(dialer.getState()).toMatchObject({
    phase: 'ended',
    call: { report: { note: 'So far', revision: 2 } },
  });
});

test('a call whose window died is still there, and its wrap-up makes it a finished call', async () => {
  const lost = inventedReport({
    stage: 'dialed',
    status: 'in-progress',
    endedAt: null,
    personName: 'Mara Lind',
  });
  worker.held.set(lost.callId, inventedView(lost));
  const { dialer, profile } = showCalls();
  await openRow();
  fireEvent.click(screen.getByRole('button', { name: 'Wrap up' }));
  dialer.choose('interested');
  dialer.save();
  expect(profile.reports.at(-1)).toMatchObject({ stage: 'wrapped-up', status: 'completed', revision: 3 });
});

test('j and k walk through the calls without the mouse', async () => {
  for (const count of [1, 2]) {
    const callId = `aaaaaaaa-aaaa-4aaa-8aaa-00000000000${count}`;
    const report = inventedReport({ callId, personName: `Person ${count}` });
    worker.held.set(callId, inventedView(report));
  }
  showCalls();
  await screen.findByRole('button', { name: /Person 1/ });
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
  press('j');
  const first = document.activeElement;
  press('j');
  expect(document.activeElement).not.toBe(first);
  press('k');
  expect(document.activeElement).toBe(first);
});
