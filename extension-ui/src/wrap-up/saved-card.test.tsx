import { act, cleanup, screen } from '@testing-library/react';
import { type CallReport, E164 } from '@twenty-dialer/contract';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { rememberCall } from '../app/cache.ts';
import { DialPage } from '../dialer/dial-page.tsx';
import { inventedView } from '../testing/invented.ts';
import { showAtDesk } from '../testing/screen.tsx';
import { standInWorker } from '../testing/stand-in-worker.ts';

const worker = standInWorker();
beforeAll(() => worker.server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  worker.reset();
});
afterAll(() => worker.server.close());

const callee = { to: E164.parse('+12025550101'), personId: null, personName: 'Mara Lind', subtitle: '' };

/** A call that was answered, ended and saved with this outcome; the worker answers when the test says so. */
const savedCall = async (outcome: string) => {
  const shown = showAtDesk(<DialPage keypad={{ isOpen: false, close: () => undefined }} />);
  const save = (chosen: string) =>
    act(async () => {
      shown.dialer.choose(chosen);
      shown.dialer.save();
    });
  const workerTakes = (points: number) =>
    act(async () => {
      const report = shown.profile.reports.at(-1) as CallReport;
      rememberCall(shown.services.queries, inventedView(report, {}, report.revision, points));
    });
  await act(async () => void shown.dialer.dial(callee, 'practice'));
  act(() => shown.profile.held.pass(5_000));
  act(() => void shown.dialer.hangUp());
  return { ...shown, save, workerTakes, first: () => save(outcome) };
};

test('points are not shown before the ledger has them', async () => {
  const { first, workerTakes } = await savedCall('interested');
  // The worker heard of the dial already, and that has earned something.
  await workerTakes(2);
  await first();
  expect(screen.getByText('Interested')).toBeDefined();
  expect(screen.queryByText(/XP/)).toBeNull();
  await workerTakes(5);
  expect(await screen.findByText('+5 XP')).toBeDefined();
});

test('a call that is only on this computer shows no points', async () => {
  const { first, services, profile } = await savedCall('interested');
  await first();
  const report = profile.reports.at(-1);
  if (report !== undefined) await services.unsent.put(report);
  await act(() => services.queries.invalidateQueries({ queryKey: ['unsent'] }));
  expect(await screen.findByText('On this computer')).toBeDefined();
  expect(screen.queryByText(/XP/)).toBeNull();
});

test('a call that earns nothing does not boast of it', async () => {
  const { first, workerTakes } = await savedCall('no-answer');
  await first();
  await workerTakes(0);
  expect(await screen.findByText('Saved')).toBeDefined();
  expect(screen.queryByText(/XP/)).toBeNull();
});

test('a correction that costs points says how many, and what is left', async () => {
  const { first, workerTakes, dialer, save } = await savedCall('interested');
  await first();
  await workerTakes(5);
  act(() => void dialer.reopen());
  await save('no-answer');
  expect(screen.queryByText(/XP/)).toBeNull();
  await workerTakes(2);
  expect(await screen.findByText('\u22123 XP')).toBeDefined();
  expect(screen.getByText(/now 2 XP/)).toBeDefined();
});
