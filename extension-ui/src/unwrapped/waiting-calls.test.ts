import { type CallReport, dispositionOf } from '@twenty-dialer/contract';
import { describe, expect, test } from 'vitest';
import { callIdNumber, inventedReport, inventedView } from '../testing/invented.ts';
import type { UnsentReport } from '../worker-client/unsent-reports.ts';
import { asEnded } from './as-ended.ts';
import { missedWord, needsWrapUp } from './needs-wrap-up.ts';
import { candidates, type LocalCalls, waitingCalls, withWordsOf } from './waiting-calls.ts';

const NOW = Date.parse('2026-11-21T09:30:00.000Z');
const ended = inventedReport();
const dialed = inventedReport({ stage: 'dialed', status: 'in-progress', endedAt: null });
const wrappedUp = inventedReport({
  stage: 'wrapped-up',
  outcome: 'interested',
  wrappedUpAt: '2026-11-21T09:02:00.000Z',
  revision: 3,
});
const unsentOf = (report: CallReport, state: UnsentReport['state'] = 'waiting'): UnsentReport => ({
  workspaceMemberId: report.workspaceMemberId,
  callId: report.callId,
  report,
  state,
  fields: [],
  words: '',
  present: null,
  others: [],
  keptAt: 0,
});

type Known = {
  held?: CallReport[];
  unsent?: UnsentReport[];
  local?: Partial<LocalCalls>;
  presentId?: string;
  now?: number;
};
const waiting = ({ held = [], unsent = [], local = {}, presentId, now = NOW }: Known) => {
  const reports = candidates(
    held.map((report) => inventedView(report)),
    unsent,
  );
  const asked = reports.map(({ callId }) => callId);
  return waitingCalls(reports, {
    unsent,
    local: { asked, drafted: [], inOtherWindows: [], ...local },
    presentId: presentId ?? null,
    now,
  });
};

describe('a call that ended without a wrap-up', () => {
  test('waits, wherever it is kept', () => {
    expect(waiting({ held: [ended] })).toEqual([ended]);
    expect(waiting({ unsent: [unsentOf(ended)] })).toEqual([ended]);
  });

  test('waits once, in its newest words, when the worker and this computer both have it', () => {
    const newer = { ...ended, revision: 3, note: 'More' };
    expect(waiting({ held: [ended], unsent: [unsentOf(newer)] })).toEqual([newer]);
    expect(waiting({ held: [newer], unsent: [unsentOf(ended)] })).toEqual([newer]);
  });

  test('does not wait any more once it is wrapped up on this computer, also without a connection', () => {
    expect(waiting({ held: [ended], unsent: [unsentOf(wrappedUp)] })).toEqual([]);
  });

  test('is not asked for while it is on the screen, here or in another window', () => {
    expect(waiting({ held: [ended], presentId: ended.callId })).toEqual([]);
    expect(waiting({ held: [ended], local: { inOtherWindows: [ended.callId] } })).toEqual([]);
  });

  test('is not asked for before it is known whether another window has it', () => {
    expect(waiting({ held: [ended], local: { asked: [] } })).toEqual([]);
  });

  test('is not asked for while two versions of it are to be chosen from', () => {
    expect(waiting({ held: [ended], unsent: [unsentOf(ended, 'conflict')] })).toEqual([]);
  });

  test('comes before older ones', () => {
    const older = inventedReport({ callId: callIdNumber(2), startedAt: '2026-11-20T09:00:00.000Z' });
    expect(waiting({ held: [older, ended] })).toEqual([ended, older]);
  });
});

describe('a call of which no end was reported', () => {
  test('may be going on at another computer, and is left alone for two hours', () => {
    expect(waiting({ held: [dialed] })).toEqual([]);
    expect(waiting({ held: [dialed], now: NOW + 2 * 60 * 60_000 })).toEqual([dialed]);
  });

  test('waits when its window was of this computer and died', () => {
    expect(waiting({ held: [dialed], local: { drafted: [dialed.callId] } })).toEqual([dialed]);
    expect(waiting({ unsent: [unsentOf(dialed)] })).toEqual([dialed]);
  });

  test('is not asked for while it is live in another window', () => {
    const local = { drafted: [dialed.callId], inOtherWindows: [dialed.callId] };
    expect(waiting({ held: [dialed], local, now: NOW + 3 * 60 * 60_000 })).toEqual([]);
  });
});

describe('a call whose window died before its end', () => {
  const died = inventedReport({ stage: 'dialed', status: 'initiated', answeredAt: null, endedAt: null });
  test('on the manual line is no failed one: nobody heard it fail, and it keeps its points', () => {
    const opened = asEnded({ ...died, line: 'manual' });
    expect(opened).toMatchObject({ stage: 'ended', status: 'completed', endedAt: died.ringingAt });
    expect(dispositionOf({ ...opened, outcome: 'interested' })).toBe('answered');
  });

  test('on a line that hears has failed when nobody had answered', () => {
    expect(asEnded(died).status).toBe('failed');
    expect(asEnded({ ...died, status: 'in-progress', answeredAt: died.startedAt }).status).toBe('completed');
  });
});

describe('an inbound call', () => {
  const inbound = (status: string) => ({ direction: 'inbound', status });
  test('that nobody took is missed, not a conversation without an outcome', () => {
    for (const status of ['missed', 'no-answer', 'canceled', 'busy']) {
      expect(missedWord(inbound(status))).toBe('Missed');
    }
    expect(missedWord(inbound('rejected'))).toBe('Declined');
    const missed = inventedReport({ direction: 'inbound', status: 'missed', answeredAt: null });
    expect(needsWrapUp(missed)).toBe(false);
  });

  test('that was taken waits for its wrap-up like any other', () => {
    expect(missedWord(inbound('completed'))).toBeNull();
    expect(needsWrapUp(inventedReport({ direction: 'inbound' }))).toBe(true);
  });

  test('an outbound call that nobody took is not called missed', () => {
    expect(missedWord({ direction: 'outbound', status: 'no-answer' })).toBeNull();
  });
});

describe('words typed before a window died', () => {
  test('come back, also where the report lacks them', () => {
    const drafted = { ...ended, note: 'Typed and not reported' };
    expect(withWordsOf(ended, drafted).note).toBe('Typed and not reported');
  });

  test('are kept beside those that another report brought', () => {
    const newer = { ...ended, revision: 3, note: 'From the other window' };
    const drafted = { ...ended, note: 'Typed here' };
    expect(withWordsOf(newer, drafted)).toMatchObject({
      revision: 3,
      note: 'From the other window\n\nTyped here',
    });
    expect(withWordsOf({ ...newer, note: 'Typed here too' }, drafted).note).toBe('Typed here too');
  });
});
