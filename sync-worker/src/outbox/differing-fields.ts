import { createHash } from 'node:crypto';
import type { Json, JsonObject } from './entry.ts';
import type { FoundRow, HeldRecord } from './reconciled.ts';
import { isProgram, isSameToPeople } from './three-way.ts';

export interface DifferingValue {
  readonly name: string;
  readonly here: Json;
  readonly inTwenty: Json;
}

/** Titles are our wording, and whoever gave a record a better one keeps it; who made it is set once. */
const NOT_COMPARED: readonly string[] = ['name', 'title', 'createdBy'];

/** Fields that Twenty should hold of ours, and holds otherwise. */
export const differingFields = (ours: JsonObject, theirs: JsonObject): DifferingValue[] =>
  Object.entries(ours)
    .filter(([name, value]) => !NOT_COMPARED.includes(name) && !isSameToPeople(value, theirs[name]))
    .map(([name, here]) => ({ name, here, inTwenty: theirs[name] ?? null }));

/** What Twenty should hold: what it took, and where it kept its own, what we wanted. A given-up record is as it was taken. */
export const expectedOf = ({ state, lastDelivered, payload }: HeldRecord): JsonObject =>
  state === 'dismissed' ? (lastDelivered ?? {}) : { ...lastDelivered, ...payload };

/** Clocks are not the same, and a delivery is noted here a moment after it was written there. */
const CLOCKS_APART_MS = 60_000;

/**
 * Twenty's row is from before what it took from us: it was set back to an older state. A row that a person wrote last, or
 * that anybody wrote since, is an edit.
 */
export const isOlderThanDelivered = (
  { deliveredAt }: Pick<HeldRecord, 'deliveredAt'>,
  { fields, updatedAt }: FoundRow,
): boolean =>
  deliveredAt !== null &&
  isProgram(fields.updatedBy) &&
  Date.parse(updatedAt) < Date.parse(deliveredAt) - CLOCKS_APART_MS;

/** The same values of the same fields have the same print. */
export const printOf = (values: readonly DifferingValue[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        values
          .map(({ name, inTwenty }) => [name, inTwenty])
          .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      ),
    )
    .digest('hex');
