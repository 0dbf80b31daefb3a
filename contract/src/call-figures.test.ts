import { describe, expect, test } from 'vitest';
import { exampleReport } from './examples.ts';
import { type CallReport, dispositionOf, ringSeconds, talkSeconds, wrapUpSeconds } from './index.ts';

const answered = {
  startedAt: '2026-11-20T15:00:00.000Z',
  ringingAt: '2026-11-20T15:00:02.000Z',
  answeredAt: '2026-11-20T15:00:10.400Z',
  endedAt: '2026-11-20T15:01:10.400Z',
  wrappedUpAt: '2026-11-20T15:01:30.400Z',
};
const unanswered = { ...answered, answeredAt: null };
const ongoing = { ...answered, endedAt: null, wrappedUpAt: null };
const call = (fields: Partial<CallReport>) => ({ ...exampleReport, ...answered, ...fields });

describe('seconds of a call', () => {
  test.each<[string, Partial<CallReport>, number | null, number | null, number | null]>([
    ['answered', {}, 8, 60, 20],
    ['never answered', { ...unanswered, status: 'no-answer', outcome: 'no-answer' }, 68, 0, 20],
    ['never rang', { ...unanswered, ringingAt: null, status: 'failed' }, null, 0, 20],
    ['still talking', { ...ongoing, status: 'in-progress' }, 8, null, null],
    ['still ringing', { ...ongoing, answeredAt: null, status: 'ringing' }, null, null, null],
    ['ended, not wrapped up', { wrappedUpAt: null, outcome: null }, 8, 60, null],
    [
      'manual line, answered by the rep’s word',
      { ...unanswered, ringingAt: null, line: 'manual' },
      null,
      70,
      20,
    ],
    [
      'manual line, nobody there',
      { ...unanswered, ringingAt: null, line: 'manual', outcome: 'no-answer' },
      null,
      0,
      20,
    ],
    [
      'manual line, answer marked',
      { ringingAt: null, line: 'manual', outcome: 'not-interested' },
      null,
      60,
      20,
    ],
    ['manual line, no outcome yet', { ...unanswered, line: 'manual', outcome: null }, 68, 0, 20],
    ['clocks that ran backwards', { answeredAt: '2026-11-20T15:02:00.000Z' }, 118, 0, 20],
  ])('%s', (_what, fields, ring, talk, wrapUp) => {
    expect([ringSeconds(call(fields)), talkSeconds(call(fields)), wrapUpSeconds(call(fields))]).toEqual([
      ring,
      talk,
      wrapUp,
    ]);
  });
});

describe('what the system makes of a call', () => {
  test.each<[string, Partial<CallReport>, string | null]>([
    ['answered', {}, 'answered'],
    ['line still up', { ...ongoing, status: 'in-progress' }, null],
    ['nobody answered', { ...unanswered, status: 'no-answer', outcome: 'no-answer' }, 'no-answer'],
    ['busy', { ...unanswered, status: 'busy', outcome: 'busy' }, 'busy'],
    ['missed', { ...unanswered, status: 'missed', direction: 'inbound', outcome: null }, 'no-answer'],
    ['the line failed', { ...unanswered, status: 'failed', outcome: null }, 'error'],
    ['hung up before the answer', { ...unanswered, status: 'canceled', outcome: null }, 'abandoned'],
    ['turned away', { ...unanswered, status: 'rejected', outcome: null }, 'abandoned'],
    ['completed, but nobody was heard', { ...unanswered, outcome: null }, 'no-answer'],
    ['completed on the manual line with somebody', { ...unanswered, line: 'manual' }, 'answered'],
    ['a voicemail was left', { outcome: 'voicemail' }, 'voicemail-left'],
    ['an outcome that nobody knows', { ...unanswered, outcome: 'pigeon-sent' }, 'no-answer'],
  ])('%s', (_what, fields, disposition) => {
    expect(dispositionOf(call(fields))).toBe(disposition);
  });
});
