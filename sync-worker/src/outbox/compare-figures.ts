import type { MemberId } from '@twenty-dialer/contract';
import { compareRecord } from './compare-record.ts';
import { differingFields, expectedOf, printOf } from './differing-fields.ts';
import { type Compared, daySubject, type FoundRow, type HeldRecord, totalsSubject } from './reconciled.ts';
import { repProgressionSlot } from './slot.ts';

/** A rep's day as the worker writes it, with the row that Twenty has of it. Nobody but the worker writes these. */
export const compareDay = (
  day: { readonly record: HeldRecord; readonly memberId: MemberId; readonly day: string },
  row: FoundRow | undefined,
): Compared => {
  const { record } = day;
  const subject = daySubject(record.slot);
  const verdict = verdictOnFigures(record, row);
  return {
    ...NOTHING,
    subject,
    differences: verdict === null ? [] : [{ ...aboutFigures(subject, day), ...verdict }],
  };
};

const NOTHING = { inTrash: [], here: [], twenty: [] };
/** Figures are never accepted as they are in Twenty: they are ours alone. */
const NOTHING_KNOWN = { isAccepted: () => false, wasInTrash: () => false };

const verdictOnFigures = (record: HeldRecord, row: FoundRow | undefined) => {
  if (record.state !== 'delivered') return compareRecord(record, undefined, NOTHING_KNOWN).verdict;
  const fields = differingFields(comparable(expectedOf(record)), row?.fields ?? {});
  if (row !== undefined && fields.length === 0) return null;
  const message =
    row === undefined
      ? "Twenty has no record of the rep's day."
      : `Twenty has other figures of the rep's day than the calls here add up to: ${fields.map(({ name }) => name).join(', ')}.`;
  return { cause: 'figures' as const, message, fields, fingerprint: printOf(fields) };
};

/** Rates follow from the counts, and Twenty may round them in its own way. */
const comparable = ({ calls, dials, answered, connected, talkMinutes }: HeldRecord['payload']) => ({
  calls: calls ?? null,
  dials: dials ?? null,
  answered: answered ?? null,
  connected: connected ?? null,
  talkMinutes: talkMinutes ?? null,
});

const aboutFigures = (
  subject: string,
  {
    record,
    memberId,
    day,
  }: { readonly record: HeldRecord; readonly memberId: MemberId; readonly day: string },
) => ({
  subject,
  key: record.slot,
  slot: record.slot,
  objectName: 'dailyCallStats' as const,
  callId: null,
  memberId,
  day,
  title: typeof record.payload.name === 'string' ? record.payload.name : day,
  twentyRecordId: record.recordId,
});

/** What a rep has come to. */
export interface LedgerTotals {
  readonly xp: number;
  readonly calls: number;
  readonly talkSeconds: number;
}

/** A rep's totals as the ledger adds up, with what Twenty has. `record`: the entry that brings them there; null: none yet. */
export const compareTotals = (
  member: { readonly id: MemberId; readonly name: string },
  sides: {
    readonly here: LedgerTotals;
    readonly twenty: LedgerTotals | null;
    readonly record: HeldRecord | null;
  },
): Compared => {
  const subject = totalsSubject(member.id);
  const nothing: Compared = { ...NOTHING, subject, differences: [] };
  const { here, twenty, record } = sides;
  // Nobody knows yet what Twenty had before: then nothing is written there.
  if (record === null) return nothing;
  const fields = (['xp', 'calls', 'talkSeconds'] as const)
    .filter((name) => twenty?.[name] !== here[name])
    .map((name) => ({ name, here: here[name], inTwenty: twenty?.[name] ?? null }));
  if (fields.length === 0) return nothing;
  const notThere =
    record.state === 'delivered' ? null : compareRecord(record, undefined, NOTHING_KNOWN).verdict;
  const verdict = notThere ?? {
    cause: 'xp' as const,
    message:
      twenty === null
        ? "Twenty has no record of the rep's progression."
        : `Twenty has other totals of the rep than the ledger: ${fields.map(({ name }) => name).join(', ')}.`,
    fingerprint: printOf(fields),
  };
  return {
    ...nothing,
    differences: [
      {
        ...verdict,
        fields,
        subject,
        key: repProgressionSlot(member.id),
        slot: repProgressionSlot(member.id),
        objectName: 'repProgression',
        callId: null,
        memberId: member.id,
        day: null,
        title: member.name,
        twentyRecordId: null,
      },
    ],
  };
};
