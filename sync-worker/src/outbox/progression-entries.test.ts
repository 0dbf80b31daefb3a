import { type CallReport, MemberId, talkSeconds } from '@twenty-dialer/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aReport, wrappedUp } from '../testing/store-fixtures.ts';
import { type EarningRules, type LedgerEntry, missingEntries } from './progression-entries.ts';

const MEMBER = MemberId.parse('24a030a9-9a50-40ee-92d2-8d04420958da');
const ALL: EarningRules = { forManualCalls: true, forEnteredCalls: true, forPracticeCalls: true };
const NONE: EarningRules = { forManualCalls: false, forEnteredCalls: false, forPracticeCalls: false };

const dialed = aReport(MEMBER, { line: 'manual' });
const interested = wrappedUp(dialed);
const failed: CallReport = {
  ...dialed,
  revision: 2,
  stage: 'ended',
  status: 'failed',
  endedAt: '2026-11-21T09:00:03.000Z',
};

/** The ledger after these reports were accepted one after the other. */
const ledgerOf = (reports: readonly CallReport[], rules = ALL): LedgerEntry[] => {
  const held: LedgerEntry[] = [];
  for (const report of reports) held.push(...missingEntries(report, held, rules));
  return held;
};

const pointsOf = (ledger: readonly LedgerEntry[]) =>
  ledger.reduce((sum, entry) => sum + ('points' in entry ? entry.points : 0), 0);
/** What a ledger adds up to, day by day. */
const addedUp = (ledger: readonly LedgerEntry[]) => {
  const days = new Map<string, { calls: number; talkSeconds: number }>();
  for (const entry of ledger) {
    if (!('day' in entry)) continue;
    const key = `${entry.day} ${new Date(entry.startedAt).toISOString()}`;
    const held = days.get(key) ?? { calls: 0, talkSeconds: 0 };
    days.set(key, { calls: held.calls + entry.calls, talkSeconds: held.talkSeconds + entry.talkSeconds });
  }
  const counted = [...days].filter(([, { calls, talkSeconds: talk }]) => calls !== 0 || talk !== 0);
  return { points: pointsOf(ledger), days: Object.fromEntries(counted) };
};

describe('a call earns', () => {
  test.each([
    ['2 when it is dialed', dialed, 2],
    ['5 when somebody was talked to', interested, 5],
    ['2 when nobody was', wrappedUp(dialed, { outcome: 'no-answer' }), 2],
    ['2 when the number was wrong', wrappedUp(dialed, { outcome: 'wrong-number' }), 2],
    ['nothing when its line failed', failed, 0],
    ['nothing when it came in', wrappedUp(dialed, { direction: 'inbound' }), 0],
  ])('%s', (_name, report, points) => {
    const ledger = ledgerOf([report]);
    expect(pointsOf(ledger)).toBe(points);
    expect(ledger.filter(({ rule }) => rule === 'call')).toHaveLength(1);
  });

  test('once, although it is reported at each step and again', () => {
    const ended = { ...interested, stage: 'ended' as const, wrappedUpAt: null, outcome: null };
    const ledger = ledgerOf([dialed, { ...ended, revision: 2 }, { ...interested, revision: 3 }, interested]);
    expect(addedUp(ledger)).toEqual(addedUp(ledgerOf([interested])));
  });

  test('and gives back what a corrected outcome does not deserve, by an entry of its own', () => {
    const held = ledgerOf([interested]);
    const corrected = { ...interested, revision: 3, outcome: 'voicemail' };
    expect(missingEntries(corrected, held, ALL)).toEqual([{ rule: 'connect', points: -3 }]);
  });

  test('and its dial is taken back when it turns out that it never reached the carrier', () => {
    expect(missingEntries(failed, ledgerOf([dialed]), ALL)).toContainEqual({ rule: 'dial', points: -2 });
  });
});

describe('time that was talked', () => {
  test('is corrected by the difference', () => {
    const shorter = { ...interested, revision: 3, endedAt: '2026-11-21T09:00:35.000Z' };
    const more = missingEntries(shorter, ledgerOf([interested]), ALL);
    expect(more).toEqual([expect.objectContaining({ rule: 'call', calls: 0, talkSeconds: -30 })]);
  });

  test('moves with the call when its day turns out to be another one', () => {
    const elsewhere = { ...interested, revision: 3, timeZone: 'Pacific/Honolulu' };
    const ledger = ledgerOf([interested, elsewhere]);
    expect(addedUp(ledger).days).toEqual({
      '2026-11-20 2026-11-21T09:00:00.000Z': { calls: 1, talkSeconds: 60 },
    });
  });
});

describe('settings', () => {
  test.each(['manual', 'entered', 'practice'] as const)('decide about calls of the line %s', (line) => {
    const report = { ...interested, line };
    expect(pointsOf(ledgerOf([report], ALL))).toBe(5);
    expect(ledgerOf([report], NONE).map(({ rule }) => rule)).toEqual(['call']);
  });

  test('never keep a real call from earning', () => {
    expect(pointsOf(ledgerOf([{ ...interested, line: 'twilio' }], NONE))).toBe(5);
  });

  test('that change later take nothing away, and give nothing for what was dialed before', () => {
    const held = ledgerOf([dialed], ALL);
    expect(pointsOf([...held, ...missingEntries(interested, held, NONE)])).toBe(5);
    const unpaid = ledgerOf([dialed], NONE);
    expect(pointsOf([...unpaid, ...missingEntries(interested, unpaid, ALL)])).toBe(0);
  });
});

test('whichever reports were heard before, the ledger adds up to what the last one deserves', () => {
  const second = fc.integer({ min: 0, max: 200_000 });
  const report = fc
    .record({
      start: second,
      talk: fc.option(second),
      outcome: fc.constantFrom('interested', 'no-answer', 'do-not-call', 'disqualified'),
      status: fc.constantFrom('completed', 'failed', 'busy'),
      direction: fc.constantFrom('outbound', 'inbound'),
      line: fc.constantFrom('manual', 'entered', 'twilio'),
      timeZone: fc.constantFrom(null, 'Asia/Tokyo', 'America/New_York'),
    })
    .map(({ start, talk, ...rest }): CallReport => {
      const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20) + seconds * 1000).toISOString();
      const answeredAt = talk === null ? null : at(start);
      const endedAt = at(start + (talk ?? 0));
      return {
        ...interested,
        startedAt: at(start),
        ringingAt: null,
        answeredAt,
        endedAt,
        wrappedUpAt: endedAt,
        ...rest,
      };
    });
  fc.assert(
    fc.property(fc.array(report, { minLength: 1, maxLength: 6 }), (reports) => {
      const ledger = ledgerOf(reports);
      const last = reports.at(-1) ?? interested;
      expect(addedUp(ledger)).toEqual(addedUp(ledgerOf([last])));
      expect(Object.values(addedUp(ledger).days)).toEqual([{ calls: 1, talkSeconds: talkSeconds(last) }]);
      expect(missingEntries(last, ledger, ALL)).toEqual([]);
    }),
  );
});
