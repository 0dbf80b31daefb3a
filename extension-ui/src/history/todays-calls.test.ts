import { afterEach, describe, expect, test, vi } from 'vitest';
import { ADA, callIdNumber, inventedReport, inventedView } from '../testing/invented.ts';
import type { UnsentReport } from '../worker-client/unsent-reports.ts';
import { type Day, dayOf, mergeCalls, withCall } from './todays-calls.ts';

afterEach(() => vi.unstubAllEnvs());

const day: Day = { from: '2026-11-21T00:00:00.000Z', to: '2026-11-22T00:00:00.000Z' };
const call = (count: number, change: Parameters<typeof inventedReport>[0] = {}) =>
  inventedReport({ callId: callIdNumber(count), ...change });
const kept = (report: ReturnType<typeof call>, state: UnsentReport['state'] = 'waiting'): UnsentReport => ({
  workspaceMemberId: ADA,
  callId: report.callId,
  report,
  state,
  fields: [],
  words: '',
  present: null,
  others: [],
  keptAt: 0,
});
const marks = (list: ReturnType<typeof mergeCalls>) =>
  list.map(({ report, mark }) => `${report.revision} ${mark}`);

describe('each call of today appears exactly once', () => {
  test('a call that is on this computer and at the worker shows the newer words', () => {
    const list = mergeCalls(
      [inventedView(call(1, { revision: 2 }), { state: 'in-twenty' })],
      [kept(call(1, { revision: 3, note: 'New words' }))],
      day,
    );
    expect(marks(list)).toEqual(['3 on-this-computer']);
    expect(list[0]?.report.note).toBe('New words');
    expect(list[0]?.view?.sync.state).toBe('in-twenty');
  });

  test('a report that was just confirmed does not fall back to "on this computer"', () => {
    const list = mergeCalls([inventedView(call(1), { state: 'in-twenty' })], [kept(call(1))], day);
    expect(marks(list)).toEqual(['2 in-twenty']);
  });

  test('a call that only this computer knows is not missing', () => {
    expect(marks(mergeCalls([], [kept(call(1))], day))).toEqual(['2 on-this-computer']);
  });

  test('a refused or conflicting report asks for attention, even where the worker holds something', () => {
    const held = [inventedView(call(1, { revision: 2 }), { state: 'in-twenty' })];
    expect(marks(mergeCalls(held, [kept(call(1, { revision: 2 }), 'conflict')], day))).toEqual([
      '2 needs-attention',
    ]);
    expect(marks(mergeCalls([], [kept(call(1), 'refused')], day))).toEqual(['2 needs-attention']);
  });

  test('newest first', () => {
    const early = call(1, { startedAt: '2026-11-21T08:00:00.000Z' });
    const late = call(2, { startedAt: '2026-11-21T08:30:00.000Z' });
    expect(mergeCalls([inventedView(early)], [kept(late)], day).map(({ report }) => report.callId)).toEqual([
      late.callId,
      early.callId,
    ]);
  });

  test('a call of yesterday that was not sent can still be reached, and is known as one of another day', () => {
    const yesterday = call(1, { startedAt: '2026-11-20T23:59:59.000Z' });
    for (const state of ['waiting', 'refused', 'conflict'] as const) {
      expect(mergeCalls([], [kept(yesterday, state)], day)).toMatchObject([
        { unsent: { state }, isOfDay: false },
      ]);
    }
    expect(mergeCalls([inventedView(yesterday)], [], day)).toEqual([]);
  });
});

describe('news over the live stream', () => {
  test('replace the call they are about and add a new one', () => {
    const before = [inventedView(call(1), {}, 1)];
    const after = withCall(before, inventedView(call(1), { state: 'in-twenty' }, 2));
    expect(after.map(({ sync }) => sync.state)).toEqual(['in-twenty']);
    expect(withCall(after, inventedView(call(2), {}, 3))).toHaveLength(2);
  });

  test('that arrive late do not take a call back to an older state', () => {
    const before = [inventedView(call(1), { state: 'in-twenty' }, 5)];
    expect(withCall(before, inventedView(call(1), { state: 'saved' }, 4))[0]?.sync.state).toBe('in-twenty');
  });
});

describe('a day is the viewer\u2019s own', () => {
  test('in Berlin it begins at 23:00 UTC in winter', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    expect(dayOf(Date.parse('2026-11-21T22:30:00Z'))).toEqual({
      from: '2026-11-20T23:00:00.000Z',
      to: '2026-11-21T23:00:00.000Z',
    });
  });

  test('when the clocks go back it lasts 25 hours, and no call falls out', () => {
    vi.stubEnv('TZ', 'America/New_York');
    const { from, to } = dayOf(Date.parse('2026-11-01T12:00:00Z'));
    expect((Date.parse(to) - Date.parse(from)) / 3_600_000).toBe(25);
  });
});
