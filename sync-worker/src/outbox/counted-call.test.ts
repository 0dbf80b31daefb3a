import { type CallReport, MemberId, PersonId } from '@twenty-dialer/contract';
import { describe, expect, test } from 'vitest';
import { aReport, wrappedUp } from '../testing/store-fixtures.ts';
import { countedCall } from './counted-call.ts';

const MEMBER = MemberId.parse('24a030a9-9a50-40ee-92d2-8d04420958da');
const ada = PersonId.parse('11111111-1111-4111-8111-111111111111');
const dialed = aReport(MEMBER, { line: 'manual', answeredAt: null });
const saved = wrappedUp(dialed);

describe('a call counts as', () => {
  test.each<[string, CallReport, [isDial: boolean, isAnswered: boolean, isConnected: boolean, talk: number]]>(
    [
      ['a dial while it rings', dialed, [true, false, false, 0]],
      ['connected when the rep spoke with somebody', saved, [true, true, true, 60]],
      ['answered when a machine picked up', { ...saved, outcome: 'voicemail' }, [true, true, false, 60]],
      ['answered when the line heard it', { ...saved, outcome: 'wrong-number' }, [true, true, false, 60]],
      [
        'unanswered when nobody picked up',
        { ...saved, outcome: 'no-answer', answeredAt: null },
        [true, false, false, 0],
      ],
      [
        'no dial when the line failed',
        { ...saved, status: 'failed', outcome: 'no-answer', answeredAt: null },
        [false, false, false, 0],
      ],
      ['no dial when it came in', { ...saved, direction: 'inbound' }, [false, true, true, 60]],
      [
        'what it was when it was entered by hand',
        { ...saved, line: 'entered', answeredAt: null },
        [true, true, true, 65],
      ],
    ],
  )('%s', (_name, report, [isDial, isAnswered, isConnected, talkSeconds]) => {
    expect(countedCall(report, ada)).toMatchObject({
      isDial,
      isAnswered,
      isConnected,
      talkSeconds,
      personId: ada,
    });
  });
});

test('its day is the one that the rep’s own clock showed', () => {
  expect(countedCall({ ...saved, timeZone: 'Pacific/Honolulu' }, null)).toMatchObject({
    day: '2026-11-20',
    timeZone: 'Pacific/Honolulu',
    personId: null,
  });
});
