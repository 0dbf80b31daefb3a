import type { Json } from '../json.ts';
import type { ObjectModel } from '../model/model.ts';
import { compareValues } from '../records/filter-operators.ts';
import { type Row, valueAt } from '../records/row.ts';

type Aggregate = (values: readonly Json[], total: number) => Json;

const numbers = (values: readonly Json[]) =>
  values.filter((value): value is number => typeof value === 'number');
const sum = (values: readonly Json[]) => numbers(values).reduce((total, value) => total + value, 0);
const extreme = (values: readonly Json[], isWanted: (order: number) => boolean): Json =>
  values.reduce<Json>(
    (best, value) => (best === null || isWanted(compareValues(value, best)) ? value : best),
    null,
  );

const AGGREGATES: readonly (readonly [string, Aggregate])[] = [
  ['countUniqueValues', (values) => new Set(values.map((value) => JSON.stringify(value))).size],
  ['countNotEmpty', (values) => values.length],
  ['countEmpty', (values, total) => total - values.length],
  ['sum', (values) => (values.length === 0 ? null : sum(values))],
  ['avg', (values) => (values.length === 0 ? null : sum(values) / numbers(values).length)],
  ['min', (values) => extreme(values, (order) => order < 0)],
  ['max', (values) => extreme(values, (order) => order > 0)],
];

/** `sumTalkSeconds`, `countUniqueValuesStatus`, … over all rows that the filter selects; null for other names. */
export const aggregate = (object: ObjectModel, name: string, rows: readonly Row[]): Json => {
  for (const [prefix, apply] of AGGREGATES) {
    if (!name.startsWith(prefix)) continue;
    const rest = name.slice(prefix.length);
    const field = object.fields.get(rest.charAt(0).toLowerCase() + rest.slice(1));
    if (field === undefined) continue;
    const values = rows.map((row) => valueAt(row, field.name)).filter((value) => value !== null);
    return apply(values, rows.length);
  }
  return null;
};
