import { type CallLine, type CallReport, isConnected, talkSeconds, XP_RULES } from '@twenty-dialer/contract';
import { dayOf } from './progression-days.ts';

/** Which lines earn XP. What a call earns is decided when the ledger first hears of it, and stays so. */
export interface EarningRules {
  readonly forManualCalls: boolean;
  readonly forEnteredCalls: boolean;
  readonly forPracticeCalls: boolean;
}

/**
 * One row of the ledger about a call. Rows are added up and never changed: a correction is one more row.
 * `call` counts the call and its seconds for a day, `call-taken-back` is its reversal, `dial` and `connect` hold points.
 */
export type LedgerEntry =
  | ({ readonly rule: 'call'; readonly line: CallLine; readonly isEarning: boolean } & Counted)
  | ({ readonly rule: 'call-taken-back' } & Counted)
  | { readonly rule: 'dial' | 'connect'; readonly points: number };

interface Counted {
  readonly calls: number;
  readonly talkSeconds: number;
  /** `2026-11-21`, in the rep's time zone. */
  readonly day: string;
  readonly startedAt: string;
}
type CallEntry = Extract<LedgerEntry, { rule: 'call' }>;

/**
 * What the ledger lacks about a call: what it should hold by the call's present report, minus what it holds.
 * Whatever reports came before, `held` and the answer together always add up to the same. `held` is in the order in
 * which it was appended.
 */
export const missingEntries = (
  report: CallReport,
  held: readonly LedgerEntry[],
  rules: EarningRules,
): LedgerEntry[] => {
  const counted = held.findLast((entry) => entry.rule === 'call') ?? null;
  const wanted = countedBy(report, counted, rules);
  const points = pointsOf(report, wanted.isEarning);
  return [...missingCount(wanted, counted, held), ...missingPoints(points, held)];
};

const countedBy = (report: CallReport, held: CallEntry | null, rules: EarningRules): CallEntry => ({
  rule: 'call',
  calls: 1,
  talkSeconds: talkSeconds(report) ?? 0,
  day: dayOf(report.startedAt, report.timeZone),
  startedAt: report.startedAt,
  line: report.line,
  isEarning: held?.line === report.line ? held.isEarning : isEarning(report.line, rules),
});

const isEarning = (line: CallLine, rules: EarningRules): boolean =>
  ({
    twilio: true,
    manual: rules.forManualCalls,
    entered: rules.forEnteredCalls,
    practice: rules.forPracticeCalls,
  })[line];

type Points = Readonly<Record<'dial' | 'connect', number>>;

/** A call whose line failed never reached the carrier: nobody's telephone could have rung. */
const pointsOf = ({ direction, status, outcome }: CallReport, earns: boolean): Points => {
  const isDial = earns && direction === 'outbound' && status !== 'failed';
  return {
    dial: isDial ? XP_RULES.call : 0,
    connect: isDial && isConnected(outcome) ? XP_RULES.connected : 0,
  };
};

const missingCount = (
  wanted: CallEntry,
  counted: CallEntry | null,
  held: readonly LedgerEntry[],
): LedgerEntry[] => {
  if (counted === null) return [wanted];
  const heldSeconds = sum(held.map((entry) => ('talkSeconds' in entry ? entry.talkSeconds : 0)));
  if (isSamePlace(wanted, counted)) {
    const talk = wanted.talkSeconds - heldSeconds;
    return talk === 0 ? [] : [{ ...wanted, calls: 0, talkSeconds: talk }];
  }
  const { day, startedAt } = counted;
  return [{ rule: 'call-taken-back', calls: -1, talkSeconds: 0 - heldSeconds, day, startedAt }, wanted];
};

const isSamePlace = (one: CallEntry, other: CallEntry): boolean =>
  one.day === other.day &&
  Date.parse(one.startedAt) === Date.parse(other.startedAt) &&
  one.line === other.line &&
  one.isEarning === other.isEarning;

const missingPoints = (wanted: Points, held: readonly LedgerEntry[]): LedgerEntry[] =>
  (['dial', 'connect'] as const).flatMap((rule) => {
    const points = wanted[rule] - sum(held.map((entry) => (entry.rule === rule ? entry.points : 0)));
    return points === 0 ? [] : [{ rule, points }];
  });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
