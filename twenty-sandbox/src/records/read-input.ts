import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { compositeOf } from '../model/composites.ts';
import type { ManyToOne } from '../model/definitions.ts';
import type { ObjectModel } from '../model/model.ts';
import { badData, badInput, refusedByDatabase } from '../refusal.ts';
import { readUuid, readValue } from './read-value.ts';
import type { Records } from './records.ts';
import { isUuid } from './uuid.ts';

/** The given fields of one row, checked and in the form they are stored in. Only given fields are there. */
export type Input = JsonObject;

/** @throws Refusal, in Twenty's words, for the first fault found */
export const readInput = (records: Records, object: ObjectModel, data: Json): Input => {
  if (!isJsonObject(data)) throw badData(`Invalid object value for "${object.nameSingular}"`);
  const input: Input = {};
  for (const [name, value] of Object.entries(data)) {
    const field = object.fields.get(name);
    const relation = object.manyToOne.get(name);
    if (name === 'id') input.id = readId(object, value);
    else if (name === 'position') input.position = value;
    else if (field !== undefined) input[name] = readValue(field, value);
    else if (object.byJoinColumn.has(name))
      input[name] = value === null ? null : readUuid(name, value, badData);
    else if (relation !== undefined) input[relation.joinColumn] = readConnect(records, relation, value);
    else if (object.oneToMany.has(name)) {
      throw badData(`One-to-many relation ${name} field does not support write operations.`);
    } else throw badData(`Object ${object.nameSingular} doesn't have any "${name}" field.`);
  }
  return input;
};

const readId = (object: ObjectModel, value: Json): string => {
  if (isUuid(value)) return value.toLowerCase();
  if (value === null) {
    throw refusedByDatabase(
      `null value in column "id" of relation "${object.tableName}" violates not-null constraint`,
      'A required field is missing. Please provide all required values and try again.',
    );
  }
  throw badInput(
    'INVALID_QUERY_INPUT',
    `Value "${String(value)}" is not a valid UUID`,
    'Invalid UUID format.',
  );
};

/** `person: { connect: { where: { … } } }`: the id of the one row with that unique value. */
const readConnect = (records: Records, relation: ManyToOne, value: Json): string | null => {
  if (isJsonObject(value) && value.disconnect === true) return null;
  const connect = isJsonObject(value) ? value.connect : null;
  const where = isJsonObject(connect) ? connect.where : null;
  const [name, wanted] = isJsonObject(where) ? (Object.entries(where)[0] ?? []) : [];
  if (name === undefined || wanted === undefined) {
    throw badData(`Invalid relation input for field "${relation.name}"`);
  }
  const target = records.table(relation.target);
  if (name === 'id') return readUuid(relation.joinColumn, wanted, badData);
  const found = target.byUnique(name, isJsonObject(wanted) ? (Object.values(wanted)[0] ?? null) : wanted);
  if (found !== undefined) return found.id;
  throw refusedByDatabase(
    `Expected 1 record to connect to ${relation.name}, but found 0 for ${name} = ${String(wanted)}`,
    `Can't connect to ${relation.name}. No unique record found with condition: ${name} = ${String(wanted)}`,
  );
};

/** The row with the given fields laid over it; parts of a composite that were not given stay. */
export const mergeInput = (object: ObjectModel, row: JsonObject, input: Input): JsonObject => {
  const merged: JsonObject = { ...row };
  for (const [name, value] of Object.entries(input)) {
    const type = object.fields.get(name)?.type;
    const before = row[name];
    merged[name] =
      type !== undefined && compositeOf(type) !== undefined && isJsonObject(value) && isJsonObject(before)
        ? { ...before, ...value }
        : value;
  }
  return merged;
};
