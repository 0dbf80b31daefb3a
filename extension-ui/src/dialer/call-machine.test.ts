import { CallReport, isTerminal, TERMINAL_STATUSES } from '@twenty-dialer/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ADA, inventedReport, SOMEONES_NUMBER } from '../testing/invented.ts';
import {
  advance,
  type CallEvent,
  type CallState,
  IDLE,
  isLive,
  NEXT,
  type NewCall,
  PHASES,
} from './call-machine.ts';

const START = Date.parse('2026-11-21T09:00:00.000Z');
const { callId, callSessionId } = inventedReport();
const order: NewCall = {
  callId,
  callSessionId,
  workspaceMemberId: ADA,
  line: 'practice',
  from: null,
  to: SOMEONES_NUMBER,
  personId: null,
  personName: 'Mara Lind',
  subtitle: 'Northwind Paper',
};

const run = (events: CallEvent[], from: CallState = IDLE) => {
  const reports: CallReport[] = [];
  let state = from;
  for (const event of events) {
    const step = advance(state, event);
    state = step.state;
    if (step.report !== null) reports.push(step.report);
  }
  return { state, reports };
};

const dial: CallEvent = { type: 'dial', call: order, at: START };
const answeredCall: CallEvent[] = [
  dial,
  { type: 'preparing', at: START },
  { type: 'connecting', at: START + 100 },
  { type: 'ringing', at: START + 500 },
  { type: 'answered', at: START + 3_000, by: 'person' },
];

// Any clock: times may jump back, as when somebody sets the computer's clock during a call.
const at = fc.integer({ min: START - 3_600_000, max: START + 3_600_000 });
const anyEvent: fc.Arbitrary<CallEvent> = fc.oneof(
  fc.record({ type: fc.constant('dial' as const), call: fc.constant(order), at }),
  fc.record({
    type: fc.constantFrom('preparing', 'connecting', 'ringing', 'reconnecting', 'reconnected' as const),
    at,
  }),
  fc.record({
    type: fc.constant('answered' as const),
    at,
    by: fc.constantFrom('person', 'machine' as const),
  }),
  fc.record({ type: fc.constant('ended' as const), at, status: fc.constantFrom(...TERMINAL_STATUSES) }),
  fc.record({ type: fc.constant('mute' as const), isMuted: fc.boolean() }),
  fc.record({ type: fc.constant('write' as const), note: fc.string() }),
  fc.record({ type: fc.constant('choose' as const), outcome: fc.constantFrom('interested', 'busy') }),
  fc.record({ type: fc.constant('save' as const), at }),
  fc.record({ type: fc.constantFrom('keep', 'reopen', 'next' as const) }),
);
const anyCourse = fc.array(anyEvent, { maxLength: 40 });

describe('whatever happens, in any order and on any clock', () => {
  test('every report that is made is one that the worker takes', () => {
    fc.assert(
      fc.property(anyCourse, (events) => {
        for (const report of run(events).reports) expect(CallReport.safeParse(report).error).toBeUndefined();
      }),
    );
  });

  test('the revisions of a call only grow, so a newer word is never taken for an older one', () => {
    fc.assert(
      fc.property(anyCourse, (events) => {
        const oneCall = events.filter(({ type }) => type !== 'dial');
        const revisions = run([dial, ...oneCall]).reports.map(({ revision }) => revision);
        expect(revisions).toEqual(revisions.map((_revision, index) => index + 1));
      }),
    );
  });

  test('a line that is down never comes back by a late event', () => {
    fc.assert(
      fc.property(anyCourse, (events) => {
        const over = run([...answeredCall, { type: 'ended', at: START + 9_000, status: 'busy' }]).state;
        const late = events.filter(({ type }) => !['dial', 'save', 'next', 'reopen'].includes(type));
        const { state } = run(late, over);
        expect(state.phase).toBe('ended');
        if (state.phase !== 'idle') expect(state.call.report.status).toBe('busy');
      }),
    );
  });

  test('nothing typed is lost before the call is left: the last words are in the state', () => {
    fc.assert(
      fc.property(anyCourse, fc.string(), (events, note) => {
        const staying = events.filter(
          ({ type }) => !['write', 'save', 'next', 'dial', 'open'].includes(type),
        );
        const { state } = run([dial, { type: 'write', note }, ...staying]);
        expect(state.phase === 'idle' ? null : state.call.report.note).toBe(note);
      }),
    );
  });

  test('the call keeps one id from dial to wrap-up', () => {
    fc.assert(
      fc.property(anyCourse, (events) => {
        expect(new Set(run([dial, ...events]).reports.map((report) => report.callId)).size).toBe(1);
      }),
    );
  });

  test('a live phase has a live status, an ended one a terminal status', () => {
    fc.assert(
      fc.property(anyCourse, (events) => {
        const { state } = run(events);
        if (state.phase !== 'idle') expect(isTerminal(state.call.report.status)).toBe(!isLive(state.phase));
      }),
    );
  });
});

describe('a usual call', () => {
  test('is reported at dial, at the end of the line and at wrap-up', () => {
    const { reports, state } = run([
      ...answeredCall,
      { type: 'write', note: 'Wants a **sample**' },
      { type: 'ended', at: START + 60_000, status: 'completed' },
      { type: 'choose', outcome: 'interested' },
      { type: 'save', at: START + 70_000 },
    ]);
    expect(reports.map(({ stage, revision }) => `${stage} ${revision}`)).toEqual([
      'dialed 1',
      'ended 2',
      'wrapped-up 3',
    ]);
    expect(reports.at(-1)).toMatchObject({
      note: 'Wants a **sample**',
      outcome: 'interested',
      answeredAt: '2026-11-21T09:00:03.000Z',
      endedAt: '2026-11-21T09:01:00.000Z',
      wrappedUpAt: '2026-11-21T09:01:10.000Z',
    });
    expect(state.phase).toBe('wrapped-up');
  });

  test('cannot be saved without an outcome', () => {
    const ended = run([...answeredCall, { type: 'ended', at: START + 60_000, status: 'completed' }]).state;
    const { state, reports } = run([{ type: 'save', at: START + 61_000 }], ended);
    expect(state).toBe(ended);
    expect(reports).toEqual([]);
  });

  test('an edit after the wrap-up is a newer revision with the same time of wrap-up', () => {
    const { reports } = run([
      ...answeredCall,
      { type: 'ended', at: START + 60_000, status: 'completed' },
      { type: 'choose', outcome: 'interested' },
      { type: 'save', at: START + 70_000 },
      { type: 'reopen' },
      { type: 'write', note: 'One more thing' },
      { type: 'save', at: START + 90_000 },
    ]);
    expect(reports.at(-1)).toMatchObject({ revision: 4, note: 'One more thing' });
    expect(reports.at(-1)?.wrappedUpAt).toBe('2026-11-21T09:01:10.000Z');
  });

  test('a note that is too long stays whole on the screen while the call itself is still recorded', () => {
    const note = 'x'.repeat(20_001);
    const { state, reports } = run([
      ...answeredCall,
      { type: 'write', note },
      { type: 'ended', at: START + 60_000, status: 'completed' },
    ]);
    expect(CallReport.safeParse(reports.at(-1)).success).toBe(true);
    expect(state.phase === 'idle' ? '' : state.call.report.note).toBe(note);
  });

  test('a reconnection counts from its begin and does not touch the answer time', () => {
    const { state } = run([...answeredCall, { type: 'reconnecting', at: START + 5_000 }]);
    expect(state).toMatchObject({
      phase: 'reconnecting',
      call: {
        reconnectingSince: '2026-11-21T09:00:05.000Z',
        report: { answeredAt: '2026-11-21T09:00:03.000Z' },
      },
    });
    expect(run([{ type: 'reconnected', at: START + 6_000 }], state).state.phase).toBe('in-progress');
  });
});

test('the table names every phase', () => {
  expect(Object.keys(NEXT)).toEqual([...PHASES]);
});
