import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { inventedReport, inventedView } from '../testing/invented.ts';
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

const mine = inventedReport({ personName: 'Mara Lind' });

test('each call of today leads to its page, where everything can be done with it', async () => {
  worker.held.set(mine.callId, inventedView(mine));
  showAtDesk(<CallsPage />);
  const row = await screen.findByRole('link', { name: /Mara Lind/ });
  expect(row.getAttribute('href')).toBe(`#/calls/${mine.callId}`);
});

test('a report refused days ago can still be reached today, and its date is shown', async () => {
  const { services } = showAtDesk(<CallsPage />);
  const startedAt = '2026-11-19T12:00:00.000Z';
  const earlier = inventedReport({ personName: 'Mara Lind', startedAt });
  await services.unsent.put(earlier);
  await services.unsent.setAside(earlier, { state: 'refused', fields: [], words: '', present: null });
  await services.queries.invalidateQueries();
  const row = await screen.findByRole('link', { name: /Mara Lind/ });
  expect(row.textContent).toContain('19');
  expect(row.textContent).toContain('Needs attention');
});

test('j and k walk through the calls without the mouse', async () => {
  for (const count of [1, 2]) {
    const callId = `aaaaaaaa-aaaa-4aaa-8aaa-00000000000${count}`;
    const report = inventedReport({ callId, personName: `Person ${count}` });
    worker.held.set(callId, inventedView(report));
  }
  showAtDesk(<CallsPage />);
  await screen.findByRole('link', { name: /Person 1/ });
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
  press('j');
  const first = document.activeElement;
  press('j');
  expect(document.activeElement).not.toBe(first);
  press('k');
  expect(document.activeElement).toBe(first);
});
