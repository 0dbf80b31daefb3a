import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { compositeOf } from '../model/composites.ts';
import type { ObjectModel } from '../model/model.ts';
import { badInput, NotBuilt, Refusal } from '../refusal.ts';
import { compareValues } from './filter-operators.ts';
import { valueAt } from './row.ts';

interface Direction {
  readonly isDescending: boolean;
  readonly areNullsFirst: boolean;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  AscNullsFirst: { isDescending: false, areNullsFirst: true },
  AscNullsLast: { isDescending: false, areNullsFirst: false },
  DescNullsFirst: { isDescending: true, areNullsFirst: true },
  DescNullsLast: { isDescending: true, areNullsFirst: false },
};

interface OrderKey extends Direction {
  readonly name: string;
  readonly part: string | undefined;
}

/** The order of a list: what was asked for, then by id, so that it is always the same. */
export interface Order {
  readonly compare: (left: JsonObject, right: JsonObject) => number;
  /** What a cursor holds of a row. */
  readonly cursorOf: (row: JsonObject) => JsonObject;
  /** @throws Refusal when the cursor was made with another order */
  readonly readCursor: (text: string) => JsonObject;
}

/** @throws Refusal */
export const readOrder = (object: ObjectModel, given: Json): Order => {
  const wanted = (Array.isArray(given) ? given : given === null ? [] : [given]).filter(isJsonObject);
  const keys = wanted.flatMap((one) =>
    Object.entries(one).flatMap(([name, value]) => readKeys(object, name, value)),
  );
  const all = keys.some((key) => key.name === 'id') ? keys : [...keys, BY_ID];
  const cursorOf = (row: JsonObject): JsonObject => {
    const cursor: JsonObject = {};
    for (const { name, part } of all) {
      const before = cursor[name];
      cursor[name] =
        part === undefined
          ? valueAt(row, name)
          : { ...(isJsonObject(before) ? before : {}), [part]: valueAt(row, name, part) };
    }
    return cursor;
  };
  return {
    compare: (left, right) => {
      for (const key of all) {
        const order = compareBy(key, valueAt(left, key.name, key.part), valueAt(right, key.name, key.part));
        if (order !== 0) return order;
      }
      return 0;
    },
    cursorOf,
    readCursor: (text) => {
      const cursor = decode(text);
      const names = [...new Set(all.map((key) => key.name))];
      const isSameOrder =
        Object.keys(cursor).length === names.length && names.every((name) => name in cursor);
      if (!isSameOrder) throw badInput('INVALID_CURSOR', 'Invalid cursor');
      return cursor;
    },
  };
};

const BY_ID: OrderKey = { name: 'id', part: undefined, isDescending: false, areNullsFirst: true };

const readKeys = (object: ObjectModel, name: string, value: Json): OrderKey[] => {
  const field = object.fields.get(name);
  if (field === undefined && !object.byJoinColumn.has(name)) {
    if (object.manyToOne.has(name)) throw new NotBuilt(`ordering by the relation "${name}"`);
    throw badInput('FIELD_NOT_FOUND', `Field "${name}" does not exist or is not sortable`);
  }
  const composite = field === undefined ? undefined : compositeOf(field.type);
  if (composite === undefined) return [{ name, part: undefined, ...readDirection(value) }];
  if (!isJsonObject(value))
    throw badInput('FIELD_NOT_FOUND', `Field "${name}" does not exist or is not sortable`);
  return Object.entries(value).map(([part, direction]) => ({ name, part, ...readDirection(direction) }));
};

const readDirection = (value: Json): Direction => {
  const direction = typeof value === 'string' ? DIRECTIONS[value] : undefined;
  if (direction !== undefined) return direction;
  throw new Refusal("Cannot read properties of undefined (reading 'id')", { code: 'INTERNAL_SERVER_ERROR' });
};

const compareBy = (key: OrderKey, left: Json, right: Json): number => {
  if (left === null || right === null) {
    if (left === right) return 0;
    return (left === null) === key.areNullsFirst ? -1 : 1;
  }
  return key.isDescending ? compareValues(right, left) : compareValues(left, right);
};

const decode = (text: string): JsonObject => {
  try {
    const cursor: unknown = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
    if (isJsonObject(cursor)) return cursor;
  } catch {
    // Told below, with the text that was given.
  }
  throw badInput('INVALID_CURSOR', `Invalid cursor: ${text}`);
};

export const encodeCursor = (cursor: JsonObject): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64');
