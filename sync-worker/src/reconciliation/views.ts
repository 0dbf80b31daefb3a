import { Difference, type DifferingField, REMEDIES, type Reconciliation } from '@twenty-dialer/contract';
import type { DifferenceRow, ReconciliationRow } from '../store/reconciliation-port.ts';

/** A comparison as an admin sees it. */
export const reconciliationView = ({ progress, open, ...row }: ReconciliationRow): Reconciliation => ({
  ...row,
  open: [...open],
  progress: { phase: progress.phase, done: progress.done, total: Math.max(progress.total, progress.done) },
  madeByHand: progress.madeByHand,
});

/** One difference as an admin sees it, with the way to the record in Twenty at `frontUrl`. */
export const differenceView = (row: DifferenceRow, frontUrl: string): Difference => ({
  id: row.id,
  cause: row.cause,
  state: row.state,
  message: row.message,
  remedies: row.state === 'open' ? [...REMEDIES[row.cause]] : [],
  objectName: Difference.shape.objectName.parse(row.objectName),
  title: row.title,
  slot: row.slot,
  callId: row.callId,
  member: row.member,
  day: row.day,
  fields: row.fields.map(shortened),
  twentyUrl:
    row.twentyRecordId === null ? null : `${frontUrl}/object/${row.objectName}/${row.twentyRecordId}`,
  settled:
    row.remedy === null || row.settledBy === null || row.settledAt === null
      ? null
      : { by: row.settledBy, at: row.settledAt, remedy: row.remedy },
});

const MOST_LETTERS = 200;

/** What people wrote in a note is not shown here: that it differs is enough. */
const shortened = ({ name, here, inTwenty }: DifferenceRow['fields'][number]): DifferingField =>
  name === 'bodyV2'
    ? { name, here: null, inTwenty: null }
    : { name, here: shortValue(here), inTwenty: shortValue(inTwenty) };

const shortValue = (value: unknown): string | number | boolean | null => {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return null;
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, MOST_LETTERS);
};
