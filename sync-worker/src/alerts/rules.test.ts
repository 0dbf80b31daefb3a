import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlertFigures, isMuchWorse, moveOf, QUIET_MS, type Verdict, verdictsOf } from './rules.ts';

const MINUTE_MS = 60_000;
const LIMITS = { waitingMs: 15 * MINUTE_MS, deadLetters: 0 };
const WELL: AlertFigures = {
  oldestWaitingMs: 0,
  deadLetters: 0,
  delivery: 'running',
  pausedByAdminMs: null,
  room: 'enough',
};
/** What is not fine. */
const wrong = (changes: Partial<AlertFigures>, limits = LIMITS) =>
  Object.fromEntries(
    Object.entries(verdictsOf({ ...WELL, ...changes }, limits)).filter(([, verdict]) => verdict !== 'fine'),
  );

describe('what admins are told of', () => {
  test.each<[string, Partial<AlertFigures>, Record<string, Verdict>]>([
    ['nothing while all is well', {}, {}],
    ['not yet at the limit', { oldestWaitingMs: 15 * MINUTE_MS }, { 'waiting-too-long': 'between' }],
    ['behind the limit', { oldestWaitingMs: 15 * MINUTE_MS + 1 }, { 'waiting-too-long': 'bad' }],
    ['well again only at half of it', { oldestWaitingMs: 7.5 * MINUTE_MS }, {}],
    ['in between', { oldestWaitingMs: 7.5 * MINUTE_MS + 1 }, { 'waiting-too-long': 'between' }],
    [
      'a Twenty that is away, when something has waited for long',
      { delivery: 'waiting-for-twenty', oldestWaitingMs: 20 * MINUTE_MS },
      { 'waiting-too-long': 'bad' },
    ],
    ['a Twenty that is away for a moment: nobody', { delivery: 'waiting-for-twenty' }, {}],
    ['a refusal, at once', { delivery: 'paused' }, { paused: 'bad' }],
    [
      'a refusal once, not once more of what waits because of it',
      { delivery: 'paused', oldestWaitingMs: 60 * MINUTE_MS },
      { paused: 'bad', 'waiting-too-long': 'between' },
    ],
    [
      'an admin’s pause of a few minutes: nobody',
      { delivery: 'paused', pausedByAdminMs: 15 * MINUTE_MS },
      { 'paused-by-admin': 'between' },
    ],
    [
      'an admin’s pause that was forgotten',
      { delivery: 'paused', pausedByAdminMs: 15 * MINUTE_MS + 1, oldestWaitingMs: 60 * MINUTE_MS },
      { 'paused-by-admin': 'bad', 'waiting-too-long': 'between' },
    ],
    ['any dead letter', { deadLetters: 1 }, { 'dead-letters': 'bad' }],
    ['a disk that gets full', { room: 'low' }, { 'disk-low': 'bad' }],
    ['a disk that is full', { room: 'none' }, { 'disk-low': 'bad' }],
  ])('%s', (_when, figures, expected) => {
    expect(wrong(figures)).toEqual(expected);
  });

  test('dead letters only above what the settings allow', () => {
    expect(wrong({ deadLetters: 10 }, { ...LIMITS, deadLetters: 10 })).toEqual({});
    expect(wrong({ deadLetters: 11 }, { ...LIMITS, deadLetters: 10 })).toEqual({ 'dead-letters': 'bad' });
  });
});

describe('what is done about it', () => {
  const lasts = { fineForMs: null };
  test.each<[string, Verdict, { fineForMs: number | null } | null, ReturnType<typeof moveOf>]>([
    ['bad and not told yet', 'bad', null, 'open'],
    ['between and not told', 'between', null, null],
    ['fine and not told', 'fine', null, null],
    ['bad still', 'bad', lasts, null],
    ['between now', 'between', lasts, null],
    ['fine now', 'fine', lasts, 'mark-fine'],
    ['fine for a moment', 'fine', { fineForMs: QUIET_MS - 1 }, null],
    ['fine for long enough', 'fine', { fineForMs: QUIET_MS }, 'close'],
    ['bad again before it ended', 'bad', { fineForMs: QUIET_MS }, 'mark-wrong'],
    ['between again before it ended', 'between', { fineForMs: 1 }, 'mark-wrong'],
  ])('%s', (_when, verdict, present, move) => {
    expect(moveOf(verdict, { present, wasBad: true, isMuchWorse: false })).toBe(move);
  });

  test.each<[string, Verdict, number | null, ReturnType<typeof moveOf>]>([
    ['while it lasts', 'bad', null, 'raise'],
    ['just after it looked fine', 'bad', 1, 'mark-wrong'],
    ['in between', 'between', null, null],
    ['though fine', 'fine', null, 'mark-fine'],
  ])('ten times as bad as what was told, %s', (_when, verdict, fineForMs, move) => {
    expect(moveOf(verdict, { present: { fineForMs }, wasBad: true, isMuchWorse: true })).toBe(move);
  });

  test('one dead letter that nobody minds does not hide a storm of them', () => {
    const worse = (now: number, told: number) =>
      isMuchWorse('dead-letters', { ...WELL, deadLetters: now }, { deadLetters: told });
    expect([worse(9, 1), worse(10, 1), worse(99, 10), worse(100, 10)]).toEqual([false, true, false, true]);
    expect(isMuchWorse('paused', { ...WELL, deadLetters: 100 }, { deadLetters: 1 })).toBe(false);
  });

  test('what is bad for one look alone opens nothing', () => {
    expect(moveOf('bad', { present: null, wasBad: false, isMuchWorse: false })).toBeNull();
  });

  test('whatever comes and goes, it is never told twice within two minutes', () => {
    const verdict = fc.constantFrom<Verdict>('bad', 'between', 'fine');
    const looks = fc.array(fc.record({ verdict, afterMs: fc.integer({ min: 1, max: 60_000 }) }), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(looks, (all) => {
        let nowMs = 0;
        let fineSinceMs: number | null | undefined;
        let lastClosedMs = Number.NEGATIVE_INFINITY;
        let lastBadMs = Number.NEGATIVE_INFINITY;
        for (const look of all) {
          nowMs += look.afterMs;
          const present =
            fineSinceMs === undefined
              ? null
              : { fineForMs: fineSinceMs === null ? null : nowMs - fineSinceMs };
          const move = moveOf(look.verdict, { present, wasBad: true, isMuchWorse: false });
          if (look.verdict === 'bad') lastBadMs = nowMs;
          if (move === 'open' || move === 'mark-wrong') fineSinceMs = null;
          if (move === 'mark-fine') fineSinceMs = nowMs;
          if (move === 'close') {
            expect(nowMs - lastBadMs).toBeGreaterThanOrEqual(QUIET_MS);
            expect(nowMs - lastClosedMs).toBeGreaterThanOrEqual(QUIET_MS);
            fineSinceMs = undefined;
            lastClosedMs = nowMs;
          }
        }
      }),
    );
  });
});
