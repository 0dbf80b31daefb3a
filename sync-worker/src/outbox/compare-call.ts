import type { CallId } from '@twenty-dialer/contract';
import { type ComparedRecord, compareRecord } from './compare-record.ts';
import type { Json } from './entry.ts';
import { dayOf } from './progression-days.ts';
import {
  type Compared,
  type CountOfCall,
  callSubject,
  type FoundDifference,
  type FoundRow,
  foreignKey,
  type HeldCall,
  type HeldRecord,
  type KnownBefore,
} from './reconciled.ts';
import { phoneCallSlot } from './slot.ts';

export interface FoundRows {
  /** By the record's id. */
  readonly byId: ReadonlyMap<string, FoundRow>;
  /** All rows that bear the call's id, whatever their own. */
  readonly bearing: (callId: CallId) => readonly FoundRow[];
}

/** Compares a call with all that Twenty has of it, and says what it adds to its rep's day on either side. */
export const compareCall = (call: HeldCall, rows: FoundRows, known: KnownBefore): Compared => {
  const compared = withEmptiedLinks(
    call.records.map((record) => ({
      record,
      row: rows.byId.get(record.recordId),
      ...compareRecord(record, rows.byId.get(record.recordId), known),
    })),
  );
  const own = compared.find(({ record }) => record.objectName === 'phoneCall');
  const others = rows
    .bearing(call.callId)
    .filter(({ id, isDeleted }) => id !== own?.record.recordId && !isDeleted);
  const unknown = others.filter(({ id }) => !known.isAccepted(foreignKey(id), DUPLICATE_PRINT));
  const differences = [
    ...(own === undefined ? [notQueued(call)] : []),
    ...compared.flatMap(({ record, row, verdict }) =>
      verdict === null ? [] : [{ ...about(call, record, row), ...verdict }],
    ),
    ...unknown.map((row) => duplicate(call, row)),
  ];
  return {
    subject: callSubject(call.callId),
    differences,
    inTrash: compared.flatMap(({ record, row }) => (row?.isDeleted ? [record.slot] : [])),
    here: hereOf(call, own),
    twenty: [
      ...(own?.row === undefined || own.row.isDeleted ? [] : [countOf(own.row, call)]),
      ...unknown.map((row) => countOf(row, call)),
    ],
  };
};

const DUPLICATE_PRINT = 'duplicate';

/**
 * Twenty empties links to a record that is destroyed there. Nobody edited those: they go with what they pointed at, or else
 * writing one again would fail before the other is there.
 */
const withEmptiedLinks = (compared: readonly ComparedOwn[]): readonly ComparedOwn[] => {
  const gone = new Map(
    compared.flatMap(({ record, verdict }) =>
      verdict?.cause === 'missing' || verdict?.cause === 'destroyed'
        ? [[record.recordId, verdict.cause]]
        : [],
    ),
  );
  return compared.map((one) => {
    if (one.verdict?.cause !== 'edited') return one;
    const causes = one.verdict.fields.map(({ here, inTwenty }) =>
      inTwenty === null && typeof here === 'string' ? gone.get(here) : undefined,
    );
    const [cause] = causes;
    if (cause === undefined || causes.includes(undefined)) return one;
    return { ...one, verdict: { ...one.verdict, cause, message: EMPTIED } };
  });
};

const EMPTIED =
  'Twenty emptied this link when the record that it points at was destroyed. It goes with that one.';

type ComparedOwn = ComparedRecord & { readonly record: HeldRecord; readonly row: FoundRow | undefined };

/** What was accepted in Twenty is what counts here as well; what was given up before it ever arrived counts nowhere. */
const hereOf = (call: HeldCall, own: ComparedOwn | undefined): CountOfCall[] => {
  const ours = { day: call.day, member: call.member.id, calls: 1, talkSeconds: call.talkSeconds };
  if (own === undefined) return [ours];
  const isThere = own.row !== undefined && !own.row.isDeleted;
  const isGivenUp = own.record.state === 'dismissed';
  if (isGivenUp && !own.record.wasDelivered) return [];
  if (!own.isAccepted && !isGivenUp) return [ours];
  return own.row !== undefined && isThere
    ? [countOf(own.row, call)]
    : isGivenUp && !own.isAccepted
      ? [ours]
      : [];
};

const countOf = ({ fields }: FoundRow, call: Pick<HeldCall, 'startedAt' | 'timeZone'>): CountOfCall => ({
  day: dayOf(textOf(fields.startedAt) ?? call.startedAt, call.timeZone),
  member: textOf(fields.memberId) ?? '',
  calls: 1,
  talkSeconds: typeof fields.talkSeconds === 'number' ? Math.round(fields.talkSeconds) : 0,
});

const textOf = (value: Json | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

const about = (call: HeldCall, record: HeldRecord, row: FoundRow | undefined) => ({
  subject: callSubject(call.callId),
  key: record.slot,
  slot: record.slot,
  objectName: record.objectName,
  callId: call.callId,
  memberId: call.member.id,
  day: call.day,
  title: call.title,
  twentyRecordId: row?.id ?? null,
});

const notQueued = (call: HeldCall): FoundDifference => ({
  subject: callSubject(call.callId),
  key: phoneCallSlot(call.callId),
  slot: null,
  objectName: 'phoneCall',
  callId: call.callId,
  memberId: call.member.id,
  day: call.day,
  title: call.title,
  cause: 'not-queued',
  message: 'The call is meant for Twenty, and nothing here would bring it there.',
  fields: [],
  twentyRecordId: null,
  fingerprint: 'not-queued',
});

const duplicate = (call: HeldCall, row: FoundRow): FoundDifference => ({
  ...notQueued(call),
  key: foreignKey(row.id),
  cause: 'duplicate',
  message:
    'Twenty has a second record with the same call id. Delete one of the two there, or accept that it stays; then it counts no more.',
  twentyRecordId: row.id,
  fingerprint: DUPLICATE_PRINT,
});

/** A record of Twenty's that bears a call id which nobody knows here. */
export const compareForeign = (
  row: FoundRow,
  known: KnownBefore,
  { subject, timeZone }: { readonly subject: string; readonly timeZone: string | null },
): Compared => {
  const key = foreignKey(row.id);
  const nothing: Compared = { subject, differences: [], inTrash: [], here: [], twenty: [] };
  if (row.isDeleted || known.isAccepted(key, FOREIGN_PRINT)) return nothing;
  const count = countOf(row, { startedAt: row.updatedAt, timeZone });
  return {
    ...nothing,
    twenty: [count],
    differences: [
      {
        subject,
        key,
        cause: 'unknown-here',
        slot: null,
        objectName: 'phoneCall',
        callId: null,
        memberId: null,
        day: count.day,
        title: textOf(row.fields.name) ?? 'Call without a title',
        message:
          'Nobody knows this call here: another store wrote it, or a person did. Accept it, and it is not mentioned again.',
        fields: [],
        twentyRecordId: row.id,
        fingerprint: FOREIGN_PRINT,
      },
    ],
  };
};

const FOREIGN_PRINT = 'unknown-here';
