import type { Json } from '../json.ts';
import type { FieldType } from '../model/definitions.ts';
import type { ObjectModel } from '../model/model.ts';
import { badFilter, NotBuilt, refusedByDatabase } from '../refusal.ts';
import { complainFilter, readScalar } from './read-value.ts';

export type Test = (value: Json) => boolean | null;

const COMPARE = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'in', 'is'];
const ALLOWED: Partial<Record<FieldType | 'RELATION', readonly string[]>> = {
  TEXT: [...COMPARE, 'like', 'ilike', 'startsWith', 'endsWith'],
  RAW_JSON: ['is', 'like'],
  SELECT: ['eq', 'neq', 'in', 'is'],
  BOOLEAN: ['eq', 'is'],
};

export interface FilteredField {
  readonly name: string;
  readonly type: FieldType | 'RELATION';
  readonly options?: readonly string[];
}

/** One operator on one plain field. Answers null, SQL's unknown, where the row has no value. @throws Refusal */
export const compileOperator = (
  object: ObjectModel,
  field: FilteredField,
  operator: string,
  given: Json,
): Test => {
  if (field.type === 'MULTI_SELECT') throw new NotBuilt(`filtering by the choices of "${field.name}"`);
  const allowed = ALLOWED[field.type] ?? COMPARE;
  if (!allowed.includes(operator)) {
    throw badFilter(
      `Operator "${operator}" is not valid for field "${field.name}" of type ${field.type} - Allowed operators: ${allowed.join(', ')}`,
      `Invalid filter : Operator "${operator}" is not valid for this "${field.name}" ${field.type} field`,
    );
  }
  if (operator === 'is') return isNullOrNot(given);
  if (operator === 'in') return oneOf(object, field, given);
  const wanted = readWanted(object, field, given);
  switch (operator) {
    case 'eq':
      return wanted === null ? (value) => value === null : known((value) => value === wanted);
    case 'neq':
      return wanted === null ? (value) => value !== null : known((value) => value !== wanted);
    case 'like':
    case 'ilike':
      return matching(String(given), operator === 'ilike');
    case 'startsWith':
      return known((value) => String(value).startsWith(String(given)));
    case 'endsWith':
      return known((value) => String(value).endsWith(String(given)));
    default:
      return comparing(operator, wanted);
  }
};

const isNullOrNot = (given: Json): Test => {
  if (given === 'NULL') return (value) => value === null;
  if (given === 'NOT_NULL') return (value) => value !== null;
  throw badFilter(
    'Invalid filter value for "is" operator. Expected "NULL" or "NOT_NULL"',
    'Invalid value for "is" operator',
  );
};

const oneOf = (object: ObjectModel, field: FilteredField, given: Json): Test => {
  if (!Array.isArray(given)) {
    throw badFilter(
      `Filter operator "in" requires an array value for field ${field.name}`,
      'Invalid filter: "in" operator requires an array',
    );
  }
  const wanted = new Set(given.map((one) => readWanted(object, field, one)));
  return known((value) => wanted.has(value));
};

const readWanted = (object: ObjectModel, field: FilteredField, given: Json): Json => {
  if (given === null) return null;
  if (field.type === 'TEXT') return given === '' ? null : given;
  if (field.type === 'SELECT') return readOption(object, field, given);
  const type = field.type === 'RELATION' ? 'UUID' : field.type;
  return readScalar({ name: field.name, type }, given, complainFilter);
};

/** A SELECT is an enum of the database: it is the database that refuses. */
const readOption = (object: ObjectModel, field: FilteredField, given: Json): Json => {
  if (typeof given === 'string' && (field.options ?? []).includes(given)) return given;
  throw refusedByDatabase(
    `invalid input value for enum workspace_sandbox.${object.tableName}_${field.name}_enum: "${String(given)}"`,
    'Invalid input provided.',
  );
};

const known =
  (test: (value: Json) => boolean): Test =>
  (value) =>
    value === null ? null : test(value);

const comparing = (operator: string, wanted: Json): Test =>
  known((value) => {
    const order = compareValues(value, wanted);
    if (operator === 'gt') return order > 0;
    if (operator === 'gte') return order >= 0;
    return operator === 'lt' ? order < 0 : order <= 0;
  });

/** Numbers by size, everything else as text; dates are stored so that this is their order. */
export const compareValues = (left: Json, right: Json): number => {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [a, b] = [String(left), String(right)];
  return a < b ? -1 : a > b ? 1 : 0;
};

/** `%` any text, `_` any one character, `\\` takes the next one as it is; in JSON the text of the whole value is searched. */
const matching = (pattern: string, isCaseless: boolean): Test => {
  const expression = new RegExp(`^${pattern.replace(PATTERN_PART, asExpression)}$`, isCaseless ? 'i' : '');
  return known((value) => expression.test(typeof value === 'string' ? value : JSON.stringify(value)));
};

const PATTERN_PART = /\\([\s\S])|[\s\S]/g;

const asExpression = (part: string, taken: string | undefined): string => {
  if (taken === undefined && part === '%') return '[\\s\\S]*';
  if (taken === undefined && part === '_') return '[\\s\\S]';
  return (taken ?? part).replace(/[.*+?^${}()|[\]\\]/, '\\$&');
};
