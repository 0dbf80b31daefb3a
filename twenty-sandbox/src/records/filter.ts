import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { compositeOf, type PartType } from '../model/composites.ts';
import type { Field, FieldType } from '../model/definitions.ts';
import type { Model, ObjectModel } from '../model/model.ts';
import { badFilter, badInput } from '../refusal.ts';
import { compileOperator, type Test } from './filter-operators.ts';
import type { Records } from './records.ts';
import { type Row, valueAt } from './row.ts';

export interface Filter {
  /** Deleted rows are hidden unless the filter names `deletedAt`. */
  matches(row: Row): boolean;
  /** Rows that an index offers; null when every row has to be looked at. */
  candidates(): Iterable<Row> | null;
}

/** @throws Refusal, in Twenty's words */
export const compileFilter = (model: Model, records: Records, object: ObjectModel, given: Json): Filter => {
  const filter = isJsonObject(given) ? given : {};
  const test = compileAll({ model, records, object }, filter);
  const showsDeleted = namesDeletedAt(filter);
  return {
    matches: (row) => (showsDeleted || row.deletedAt === null) && test(row) === true,
    candidates: () => candidatesOf(records, object, filter),
  };
};

interface Scope {
  readonly model: Model;
  readonly records: Records;
  readonly object: ObjectModel;
}

/** Null is SQL's unknown: neither it nor its opposite selects a row. */
type RowTest = (row: JsonObject) => boolean | null;

const compileAll = (scope: Scope, filter: JsonObject): RowTest =>
  every(Object.entries(filter).map(([name, given]) => compileOne(scope, name, given)));

const compileOne = (scope: Scope, name: string, given: Json): RowTest => {
  if (name === 'and') return every(listOf(given).map((one) => compileAll(scope, one)));
  if (name === 'or') {
    const tests = listOf(given).map((one) => compileAll(scope, one));
    return tests.length === 0 ? () => true : some(tests);
  }
  if (name === 'not') {
    const test = compileAll(scope, isJsonObject(given) ? given : {});
    return (row) => {
      const result = test(row);
      return result === null ? null : !result;
    };
  }
  return compileField(scope, name, given);
};

const compileField = ({ model, records, object }: Scope, name: string, given: Json): RowTest => {
  const field = object.fields.get(name);
  if (field !== undefined) return compilePlainOrComposite(object, field, given);
  if (object.byJoinColumn.has(name)) {
    const test = operatorOf(object, { name, type: 'RELATION' }, given);
    return (row) => test(valueAt(row, name));
  }
  const relation = object.manyToOne.get(name);
  const target = relation === undefined ? undefined : model.objects.get(relation.target);
  if (relation !== undefined && target !== undefined) {
    const test = compileAll({ model, records, object: target }, isJsonObject(given) ? given : {});
    return (row) => {
      const id = valueAt(row, relation.joinColumn);
      const found = typeof id === 'string' ? records.table(relation.target).get(id) : undefined;
      return found === undefined ? null : test(found);
    };
  }
  if (object.oneToMany.has(name)) {
    throw badFilter(
      `Cannot filter by relation field "${name}"`,
      `Invalid filter: filtering by relation field "${name}" is not supported`,
    );
  }
  throw badFilter(
    `Object ${object.nameSingular} doesn't have any "${name}" field.`,
    `Invalid filter : ${object.nameSingular} object doesn't have any "${name}" field.`,
  );
};

const PART_TYPES: Record<PartType, FieldType> = {
  TEXT: 'TEXT',
  NULLABLE_TEXT: 'TEXT',
  LIST: 'RAW_JSON',
  JSON: 'RAW_JSON',
  UUID: 'UUID',
  NUMBER: 'NUMBER',
  ACTOR_SOURCE: 'TEXT',
};

const compilePlainOrComposite = (object: ObjectModel, field: Field, given: Json): RowTest => {
  const composite = compositeOf(field.type);
  if (composite === undefined) {
    const test = operatorOf(object, field, given);
    return (row) => test(valueAt(row, field.name));
  }
  return every(
    Object.entries(isJsonObject(given) ? given : {}).map(([part, operator]) => {
      const type = composite.parts[part];
      if (type === undefined) {
        throw badFilter(`Sub field "${part}" not found for composite type: ${field.type}`);
      }
      const test = operatorOf(object, { name: `${field.name}.${part}`, type: PART_TYPES[type] }, operator);
      return (row) => test(valueAt(row, field.name, part));
    }),
  );
};

const operatorOf = (
  object: ObjectModel,
  field: { name: string; type: FieldType | 'RELATION'; options?: readonly string[] },
  given: Json,
): Test => {
  const [operator, value, ...others] = isJsonObject(given) ? Object.entries(given).flat() : [];
  if (typeof operator !== 'string' || value === undefined || others.length > 0) {
    throw badFilter(
      `Filter for field "${field.name}" must have exactly one operator`,
      'Invalid filter: exactly one operator per field is required',
    );
  }
  if (operator === 'in' && Array.isArray(value) && value.length === 0) {
    throw badInput(
      'INVALID_QUERY_INPUT',
      `Invalid filter value for field ${field.name}. Expected non-empty array`,
      'Invalid filter value',
    );
  }
  return compileOperator(object, field, operator, value);
};

const every =
  (tests: readonly RowTest[]): RowTest =>
  (row) => {
    let result: boolean | null = true;
    for (const test of tests) {
      const one = test(row);
      if (one === false) return false;
      if (one === null) result = null;
    }
    return result;
  };

const some =
  (tests: readonly RowTest[]): RowTest =>
  (row) => {
    let result: boolean | null = false;
    for (const test of tests) {
      const one = test(row);
      if (one === true) return true;
      if (one === null) result = null;
    }
    return result;
  };

const listOf = (given: Json): JsonObject[] => (Array.isArray(given) ? given : [given]).filter(isJsonObject);

const namesDeletedAt = (filter: Json): boolean => {
  if (Array.isArray(filter)) return filter.some(namesDeletedAt);
  if (!isJsonObject(filter)) return false;
  return Object.entries(filter).some(
    ([name, value]) => name === 'deletedAt' || (['and', 'or', 'not'].includes(name) && namesDeletedAt(value)),
  );
};

/** Ids, unique values and relations that must hold, at the top or inside `and`, are looked up. */
const candidatesOf = (records: Records, object: ObjectModel, filter: JsonObject): Iterable<Row> | null => {
  const table = records.table(object.nameSingular);
  for (const [name, given] of Object.entries(filter)) {
    if (name === 'and') {
      for (const one of listOf(given)) {
        const found = candidatesOf(records, object, one);
        if (found !== null) return found;
      }
      continue;
    }
    const field = object.fields.get(name);
    const part = field === undefined ? undefined : compositeOf(field.type)?.uniquePart;
    const wanted = wantedValues(
      part === undefined ? given : isJsonObject(given) ? (given[part] ?? null) : null,
    );
    if (wanted === null) continue;
    if (name === 'id') return wanted.flatMap((id) => table.get(id.toLowerCase()) ?? []);
    if (field?.isUnique === true) return wanted.flatMap((value) => table.byUnique(name, value) ?? []);
    if (object.byJoinColumn.has(name))
      return wanted.flatMap((id) => [...table.byLink(name, id.toLowerCase())]);
  }
  return null;
};

const wantedValues = (given: Json): string[] | null => {
  if (!isJsonObject(given)) return null;
  if (typeof given.eq === 'string' && given.eq !== '') return [given.eq];
  if (!Array.isArray(given.in)) return null;
  const texts = given.in.filter((one): one is string => typeof one === 'string' && one !== '');
  return texts.length === given.in.length ? [...new Set(texts)] : null;
};
