import type { DifferenceCause } from '@twenty-dialer/contract';
import {
  type DifferingValue,
  differingFields,
  expectedOf,
  isOlderThanDelivered,
  printOf,
} from './differing-fields.ts';
import type { FoundRow, HeldRecord, KnownBefore } from './reconciled.ts';

/** How one record of ours and Twenty's row of it go together; null: they are the same, or that they differ was accepted. */
export interface RecordVerdict {
  readonly cause: DifferenceCause;
  readonly message: string;
  readonly fields: readonly DifferingValue[];
  readonly fingerprint: string;
}

export interface ComparedRecord {
  readonly verdict: RecordVerdict | null;
  /** It differs, and an admin has accepted what Twenty has. */
  readonly isAccepted: boolean;
}

const SAME: ComparedRecord = { verdict: null, isAccepted: false };
/** Of what is not there. */
const GONE = 'gone';

/** Compares one record with its row in Twenty; undefined: there is none, not even in its trash. */
export const compareRecord = (
  record: HeldRecord,
  row: FoundRow | undefined,
  known: KnownBefore,
): ComparedRecord => {
  const verdict = verdictOn(record, row, known);
  if (verdict === null) return SAME;
  const isAccepted = known.isAccepted(record.slot, verdict.fingerprint);
  return isAccepted ? { verdict: null, isAccepted } : { verdict, isAccepted };
};

const verdictOn = (
  record: HeldRecord,
  row: FoundRow | undefined,
  known: KnownBefore,
): RecordVerdict | null => {
  switch (record.state) {
    case 'pending':
    case 'leased':
      return record.isHeldBack ? HELD_BACK : WAITING;
    case 'dead':
      return isDeadOfDeletion(record) && isGone(row) ? goneVerdict(record, row, known) : failed(record);
    case 'dismissed':
      return record.wasDelivered ? deliveredVerdict(record, row, known) : null;
    case 'delivered':
      return deliveredVerdict(record, row, known);
  }
};

const deliveredVerdict = (
  record: HeldRecord,
  row: FoundRow | undefined,
  known: KnownBefore,
): RecordVerdict | null => {
  if (row === undefined || row.isDeleted) return goneVerdict(record, row, known);
  const fields = differingFields(expectedOf(record), row.fields);
  if (fields.length === 0) return null;
  const names = fields.map(({ name }) => name).join(', ');
  const fingerprint = printOf(fields);
  if (isOlderThanDelivered(record, row)) {
    const message = `Twenty has an older state than the one that it took from here: ${names}. The delivery was lost there.`;
    return { cause: 'older', message, fields, fingerprint };
  }
  const message =
    record.attention?.kind === 'clash'
      ? `Changed here and, differently, in Twenty: ${names}. Twenty keeps its own until somebody settles it.`
      : `Changed in Twenty since it was delivered: ${names}. What Twenty has counts.`;
  return { cause: 'edited', message, fields, fingerprint };
};

const goneVerdict = (record: HeldRecord, row: FoundRow | undefined, known: KnownBefore): RecordVerdict => {
  const isInTrash = row?.isDeleted ?? false;
  const cause = isInTrash ? 'deleted' : known.wasInTrash(record.slot) ? 'destroyed' : 'missing';
  return { cause, message: GONE_WORDS[cause], fields: [], fingerprint: GONE };
};

const GONE_WORDS = {
  deleted:
    'Somebody deleted it in Twenty; it lies in the trash there. It is not brought back from here: restore it in Twenty, or accept that it is gone.',
  destroyed:
    'It was deleted in Twenty and is gone for good by now. It is not brought back: accept that it is gone.',
  missing:
    'It was delivered, and Twenty has it no more, not even in its trash: it was destroyed there, or Twenty was set back to an older state. Write it again, or accept that it is gone.',
} as const;

const WAITING: RecordVerdict = {
  cause: 'waiting',
  message: 'It is on its way to Twenty, or waits for its time.',
  fields: [],
  fingerprint: 'waiting',
};
const HELD_BACK: RecordVerdict = {
  cause: 'held-back',
  message: 'It waits for a record that it points at and that is not in Twenty yet.',
  fields: [],
  fingerprint: 'held-back',
};
const failed = ({ reason }: HeldRecord): RecordVerdict => ({
  cause: 'failed',
  message: `No retry could help. ${reason ?? ''}`.trim(),
  fields: [],
  fingerprint: 'failed',
});

const isGone = (row: FoundRow | undefined): boolean => row === undefined || row.isDeleted;
const isDeadOfDeletion = ({ attention }: HeldRecord): boolean => attention?.kind === 'deleted-in-twenty';
