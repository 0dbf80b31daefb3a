import type { Json, JsonObject } from '../json.ts';
import { compositeOf } from '../model/composites.ts';
import type { Field } from '../model/definitions.ts';
import type { ObjectModel } from '../model/model.ts';
import { type Row, valueAt } from './row.ts';

/** All rows of one object in memory, found by id, by unique value and by relation without a scan. */
export interface Table {
  readonly object: ObjectModel;
  readonly size: number;
  get(id: string): Row | undefined;
  rows(): Iterable<Row>;
  byUnique(fieldName: string, value: Json): Row | undefined;
  byLink(joinColumn: string, id: string): Iterable<Row>;
  lowestPosition(): number;
  put(row: Row): void;
  drop(id: string): void;
}

export const createTable = (object: ObjectModel): Table => {
  const rows = new Map<string, Row>();
  const uniqueFields = [...object.fields.values()].filter((field) => field.isUnique);
  const unique = new Map(uniqueFields.map((field) => [field.name, new Map<Json, string>()]));
  const links = new Map(
    [...object.byJoinColumn.keys()].map((column) => [column, new Map<Json, Set<string>>()]),
  );
  let lowest = 1;

  const unindex = (row: Row) => {
    for (const field of uniqueFields) unique.get(field.name)?.delete(uniqueValue(field, row));
    for (const [column, ids] of links) ids.get(valueAt(row, column))?.delete(row.id);
  };

  return {
    object,
    get size() {
      return rows.size;
    },
    get: (id) => rows.get(id),
    rows: () => rows.values(),
    byUnique: (fieldName, value) => {
      const id = unique.get(fieldName)?.get(value);
      return id === undefined ? undefined : rows.get(id);
    },
    byLink: function* (joinColumn, id) {
      for (const found of links.get(joinColumn)?.get(id) ?? []) {
        const row = rows.get(found);
        if (row !== undefined) yield row;
      }
    },
    lowestPosition: () => lowest,
    put: (row) => {
      const before = rows.get(row.id);
      if (before !== undefined) unindex(before);
      rows.set(row.id, row);
      for (const field of uniqueFields) {
        const value = uniqueValue(field, row);
        if (value !== null) unique.get(field.name)?.set(value, row.id);
      }
      for (const [column, ids] of links) {
        const target = valueAt(row, column);
        if (target === null) continue;
        const set = ids.get(target) ?? new Set();
        ids.set(target, set.add(row.id));
      }
      const position = valueAt(row, 'position');
      if (typeof position === 'number') lowest = Math.min(lowest, position);
    },
    drop: (id) => {
      const row = rows.get(id);
      if (row === undefined) return;
      unindex(row);
      rows.delete(id);
    },
  };
};

/** The value that a unique index holds for this field; null is never a duplicate. */
export const uniqueValue = (field: Field, row: JsonObject): Json =>
  valueAt(row, field.name, compositeOf(field.type)?.uniquePart);
