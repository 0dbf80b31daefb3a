import { createHash } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import type { Model, ObjectModel } from '../model/model.ts';
import { type Refusal, refusedByDatabase } from '../refusal.ts';
import type { Records } from './records.ts';
import { type Row, valueAt } from './row.ts';
import { uniqueValue } from './table.ts';

/** What one root field needs to write. */
export interface WriteContext {
  readonly model: Model;
  readonly records: Records;
  readonly now: () => string;
  readonly newId: () => string;
  /** `createdBy` and `updatedBy` of whoever asks. */
  readonly actor: JsonObject;
  /** Rows that other root fields of the same document inserted: root fields run in parallel and do not see them. */
  readonly unseen: ReadonlySet<string>;
  /** Rows that this root field inserted. */
  readonly inserted: Set<string>;
}

/** @throws Refusal when a relation points at a row that is not there; a soft-deleted one is */
export const requireTargets = (context: WriteContext, object: ObjectModel, row: JsonObject): void => {
  for (const relation of object.manyToOne.values()) {
    const id = valueAt(row, relation.joinColumn);
    if (typeof id !== 'string') continue;
    if (context.records.table(relation.target).get(id) !== undefined && !context.unseen.has(id)) continue;
    throw refusedByDatabase(
      `insert or update on table "${object.tableName}" violates foreign key constraint "${constraintName(object, relation.joinColumn)}"`,
      'This operation references a record that does not exist or cannot be modified due to existing relationships.',
    );
  }
};

const constraintName = (object: ObjectModel, column: string): string =>
  `FK_${createHash('sha1').update(`${object.tableName}.${column}`).digest('hex').slice(0, 27)}`;

/** @throws Refusal when another row already holds one of this row's unique values */
export const requireUnique = (context: WriteContext, object: ObjectModel, row: JsonObject): void => {
  const table = context.records.table(object.nameSingular);
  for (const field of object.fields.values()) {
    if (!field.isUnique) continue;
    const value = uniqueValue(field, row);
    const holder = value === null ? undefined : table.byUnique(field.name, value);
    if (holder === undefined || holder.id === row.id) continue;
    throw duplicate(holder, field.label, object);
  }
};

/** Twenty names the other row only when it is a live one and a unique field clashed, not an id. */
export const duplicate = (holder?: Row, label?: string, object?: ObjectModel): Refusal =>
  holder === undefined || holder.deletedAt !== null || label === undefined || object === undefined
    ? refusedByDatabase(
        'A duplicate entry was detected',
        'This record already exists. Please check your data and try again.',
      )
    : refusedByDatabase(
        'A duplicate entry was detected',
        `This ${label} value is already in use. Please check your data and try again.`,
        { conflictingRecordId: holder.id, conflictingObjectNameSingular: object.nameSingular },
      );
