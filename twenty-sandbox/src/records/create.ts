import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { compositeOf } from '../model/composites.ts';
import type { ObjectModel } from '../model/model.ts';
import { badInput } from '../refusal.ts';
import { type Input, mergeInput, readInput } from './read-input.ts';
import { type Row, valueAt } from './row.ts';
import { uniqueValue } from './table.ts';
import { duplicate, requireTargets, requireUnique, type WriteContext } from './write-context.ts';

const MAX_RECORDS = 200;

/**
 * `createXs(data, upsert)`. Answers updated rows first, then inserted ones. The inserts are one statement, the updates
 * are not part of it: they stay when an insert is refused, as in Twenty. @throws Refusal
 */
export const createMany = (
  context: WriteContext,
  object: ObjectModel,
  { data, isUpsert }: { data: readonly Json[]; isUpsert: boolean },
): Row[] => {
  if (data.length > MAX_RECORDS) {
    const message = `Maximum number of records to upsert is ${MAX_RECORDS}.`;
    throw badInput('TOO_MANY_RECORDS_TO_UPDATE', message, message);
  }
  const inputs = data.map((one) => readInput(context.records, object, one));
  if (!isUpsert) return insertAll(context, object, inputs);

  const matched = inputs.map((input) => ({ input, id: matchOf(context, object, input) }));
  const updated = new Set<string>();
  for (const { input, id } of matched) {
    if (id === undefined) continue;
    revive(context, object, id, input);
    updated.add(id);
  }
  const inserted = insertAll(
    context,
    object,
    matched.filter(({ id }) => id === undefined).map(({ input }) => input),
  );
  const table = context.records.table(object.nameSingular);
  return [...[...updated].flatMap((id) => table.get(id) ?? []), ...inserted];
};

/** The one row that has this id or one of these unique values, deleted ones included. */
const matchOf = (context: WriteContext, object: ObjectModel, input: Input): string | undefined => {
  const table = context.records.table(object.nameSingular);
  const matches = new Map<string, string>();
  if (typeof input.id === 'string' && table.get(input.id) !== undefined) matches.set('id', input.id);
  for (const field of object.fields.values()) {
    const value = field.isUnique ? uniqueValue(field, input) : null;
    const row = value === null ? undefined : table.byUnique(field.name, value);
    if (row !== undefined) matches.set(field.name, row.id);
  }
  const ids = new Set(matches.values());
  if (ids.size > 1) throw ambiguous(object, input, [...matches.keys()]);
  return [...ids][0];
};

const ambiguous = (object: ObjectModel, input: Input, names: readonly string[]) => {
  const parts = names.map((name) => {
    const field = object.fields.get(name);
    const part = field === undefined ? undefined : compositeOf(field.type)?.uniquePart;
    return `${name} (${part ?? name}: ${String(valueAt(input, name, part))})`;
  });
  const message = `Multiple records found with the same unique field values for ${parts.join('; ')}. Cannot determine which record to update.`;
  return badInput('UPSERT_MULTIPLE_MATCHING_RECORDS_CONFLICT', message, message);
};

const revive = (context: WriteContext, object: ObjectModel, id: string, input: Input): void => {
  updateRow(context, object, id, { deletedAt: null, ...input, id });
};

/** Lays the given fields over one row. The caller has made sure that it is there. @throws Refusal */
export const updateRow = (
  context: WriteContext,
  object: ObjectModel,
  id: string,
  input: Input,
): Row | undefined => {
  const before = context.records.table(object.nameSingular).get(id);
  if (before === undefined) return undefined;
  const row = { ...before, ...mergeInput(object, before, input) };
  row.updatedAt = context.now();
  row.updatedBy = context.actor;
  requireUnique(context, object, row);
  requireTargets(context, object, row);
  context.records.put(object.nameSingular, row);
  return row;
};

const insertAll = (context: WriteContext, object: ObjectModel, inputs: readonly Input[]): Row[] => {
  const table = context.records.table(object.nameSingular);
  let position = table.lowestPosition();
  const rows = inputs.map((input) => {
    position -= 1;
    return newRow(context, object, input, position);
  });
  const seen = new Set<string>();
  for (const row of rows) {
    if (table.get(row.id) !== undefined) throw duplicate();
    requireUnique(context, object, row);
    for (const key of keysOf(object, row)) {
      if (seen.has(key)) throw duplicate();
      seen.add(key);
    }
  }
  for (const row of rows) requireTargets(context, object, row);
  for (const row of rows) {
    context.records.put(object.nameSingular, row);
    context.inserted.add(row.id);
  }
  return rows;
};

const keysOf = (object: ObjectModel, row: Row): string[] => [
  `id ${row.id}`,
  ...[...object.fields.values()].flatMap((field) => {
    const value = field.isUnique ? uniqueValue(field, row) : null;
    return value === null ? [] : [`${field.name} ${String(value)}`];
  }),
];

const newRow = (context: WriteContext, object: ObjectModel, input: Input, position: number): Row => {
  const defaults: JsonObject = {};
  for (const field of object.fields.values()) defaults[field.name] = field.defaultValue;
  for (const column of object.byJoinColumn.keys()) defaults[column] = null;
  const now = context.now();
  const textOr = (value: Json | undefined, fallback: string) =>
    typeof value === 'string' ? value : fallback;
  return {
    ...defaults,
    ...input,
    id: textOr(input.id, context.newId()),
    createdAt: textOr(input.createdAt, now),
    updatedAt: textOr(input.updatedAt, now),
    deletedAt: typeof input.deletedAt === 'string' ? input.deletedAt : null,
    position: typeof input.position === 'number' ? input.position : position,
    createdBy: createdBy(context.actor, input.createdBy),
    updatedBy: context.actor,
  };
};

/** A given author is kept. Only when no name is given are the rest of the parts those of whoever asks. */
const createdBy = (actor: JsonObject, given: Json | undefined): JsonObject => {
  if (!isJsonObject(given)) return actor;
  return typeof given.name === 'string'
    ? { workspaceMemberId: null, context: null, source: actor.source ?? null, ...given }
    : { ...actor, ...given };
};
