import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { compositeOf } from '../model/composites.ts';
import type { Model, ObjectModel } from '../model/model.ts';
import { encodeCursor } from '../records/order.ts';
import type { Records } from '../records/records.ts';
import { type Row, valueAt } from '../records/row.ts';
import { badInput } from '../refusal.ts';
import { aggregate } from './aggregates.ts';
import type { Selected } from './document.ts';

export interface Source {
  readonly model: Model;
  readonly records: Records;
}

/** Lists inside a record hold at most this many, whatever their arguments say: Twenty does not read those. */
const NESTED_LIST_MAX = 60;

/** One record as it was asked for. A selected field that the object does not have is null, without an error. */
export const selectRow = (
  source: Source,
  object: ObjectModel,
  row: Row,
  selection: readonly Selected[],
): JsonObject => {
  const answer: JsonObject = {};
  for (const field of selection) answer[field.alias] = selectField(source, object, row, field, selection);
  return answer;
};

/** A record with all that is its own, as a webhook brings it: relations are named by their ids alone. */
export const wholeRow = (object: ObjectModel, row: Row): JsonObject => {
  const answer: JsonObject = {};
  for (const field of object.fields.values()) {
    const value = valueAt(row, field.name);
    const composite = compositeOf(field.type);
    const parts = Object.keys(composite?.parts ?? {}).map((name) => ({ alias: name, name }));
    if (composite !== undefined) answer[field.name] = selectComposite(field.type, value, parts);
    else answer[field.name] = field.type === 'TEXT' ? (value ?? '') : value;
  }
  for (const column of object.byJoinColumn.keys()) answer[column] = valueAt(row, column);
  return answer;
};

const selectField = (
  source: Source,
  object: ObjectModel,
  row: Row,
  selected: Selected,
  siblings: readonly Selected[],
): Json => {
  if (selected.name === '__typename') return object.typeName;
  const field = object.fields.get(selected.name);
  if (field !== undefined) {
    const value = valueAt(row, field.name);
    if (compositeOf(field.type) !== undefined) return selectComposite(field.type, value, selected.children);
    if (field.type === 'TEXT') return value ?? '';
    return field.type === 'MULTI_SELECT' ? (value ?? []) : value;
  }
  const link = object.byJoinColumn.get(selected.name);
  if (link !== undefined) {
    // Twenty joins a relation that is selected, too, and a deleted target then hides its id.
    const isJoined = siblings.some((sibling) => sibling.name === link.name);
    return isJoined && targetOf(source, row, link) === undefined ? null : valueAt(row, link.joinColumn);
  }
  const relation = object.manyToOne.get(selected.name);
  if (relation !== undefined) {
    const target = source.model.objects.get(relation.target);
    const found = targetOf(source, row, relation);
    return target === undefined || found === undefined
      ? null
      : selectRow(source, target, found, selected.children);
  }
  const list = object.oneToMany.get(selected.name);
  const member = list === undefined ? undefined : source.model.objects.get(list.source);
  if (list === undefined || member === undefined) return null;
  const rows = [...source.records.table(list.source).byLink(list.joinColumn, row.id)].filter(
    (one) => one.deletedAt === null,
  );
  return selectConnection(source, member, selected.children, {
    rows: rows.slice(0, NESTED_LIST_MAX),
    selected: rows,
    hasNextPage: rows.length > NESTED_LIST_MAX,
    hasPreviousPage: false,
    cursorOf: (one) => ({ id: one.id }),
  });
};

const targetOf = (
  { records }: Source,
  row: Row,
  relation: { joinColumn: string; target: string },
): Row | undefined => {
  const id = valueAt(row, relation.joinColumn);
  const found = typeof id === 'string' ? records.table(relation.target).get(id) : undefined;
  return found?.deletedAt === null ? found : undefined;
};

const selectComposite = (
  type: Parameters<typeof compositeOf>[0],
  value: Json,
  selection: readonly Pick<Selected, 'alias' | 'name'>[],
): Json => {
  const composite = compositeOf(type);
  if (composite === undefined) return value;
  const parts = isJsonObject(value) ? value : {};
  const answer: JsonObject = {};
  for (const { alias, name } of selection) {
    const part = composite.parts[name];
    const stored = parts[name] ?? null;
    if (name === '__typename') answer[alias] = composite.typeName;
    else if (part === 'TEXT') answer[alias] = stored ?? '';
    else if (part === 'LIST') answer[alias] = stored ?? [];
    else answer[alias] = stored;
  }
  return answer;
};

export interface Connection {
  readonly rows: readonly Row[];
  readonly selected: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly cursorOf: (row: Row) => JsonObject;
}

export const selectConnection = (
  source: Source,
  object: ObjectModel,
  selection: readonly Selected[],
  page: Connection,
): JsonObject => {
  const cursor = (row: Row | undefined) => (row === undefined ? null : encodeCursor(page.cursorOf(row)));
  const answer: JsonObject = {};
  for (const { alias, name, children } of selection) {
    if (name === '__typename') answer[alias] = `${object.typeName}Connection`;
    else if (name === 'totalCount') answer[alias] = page.selected.length;
    else if (name === 'edges') {
      answer[alias] = page.rows.map((row) =>
        pick(children, {
          __typename: () => `${object.typeName}Edge`,
          cursor: () => cursor(row),
          node: (selected) => selectRow(source, object, row, selected.children),
        }),
      );
    } else if (name === 'pageInfo') {
      answer[alias] = pick(children, {
        __typename: () => 'PageInfo',
        hasNextPage: () => page.hasNextPage,
        hasPreviousPage: () => page.hasPreviousPage,
        startCursor: () => cursor(page.rows[0]),
        endCursor: () => cursor(page.rows.at(-1)),
      });
    } else answer[alias] = aggregate(object, name, page.selected);
  }
  return answer;
};

const pick = (
  selection: readonly Selected[],
  fields: Readonly<Record<string, (selected: Selected) => Json>>,
): JsonObject => {
  const answer: JsonObject = {};
  for (const selected of selection) answer[selected.alias] = fields[selected.name]?.(selected) ?? null;
  return answer;
};

/** @throws Refusal: a list of lists of lists is more than Twenty answers */
export const requireShallow = (
  model: Model,
  object: ObjectModel,
  selection: readonly Selected[],
  depth = 0,
): void => {
  for (const { name, children } of selection) {
    const nested = name === 'edges' || name === 'node' ? object : undefined;
    const relation = object.manyToOne.get(name);
    const list = object.oneToMany.get(name);
    if (list !== undefined && depth > 0) {
      throw badInput(
        'TOO_COMPLEX_QUERY',
        'Query complexity is too high. One-to-Many relation cannot be nested in another One-to-Many relation.',
      );
    }
    const next = nested ?? model.objects.get(relation?.target ?? list?.source ?? '');
    if (next !== undefined) requireShallow(model, next, children, depth + (list === undefined ? 0 : 1));
  }
};
