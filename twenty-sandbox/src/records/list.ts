import type { Json, JsonObject } from '../json.ts';
import type { Model, ObjectModel } from '../model/model.ts';
import { badInput } from '../refusal.ts';
import { compileFilter, type Filter } from './filter.ts';
import { readOrder } from './order.ts';
import type { Records } from './records.ts';
import type { Row } from './row.ts';

export interface Page {
  readonly rows: readonly Row[];
  /** Every row that the filter selects, in no order: for totals. */
  readonly selected: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly cursorOf: (row: Row) => JsonObject;
}

const DEFAULT_PAGE = 200;

/** `xs(first, after, last, before, offset, filter, orderBy)`. @throws Refusal */
export const listRows = (
  { model, records, object }: { model: Model; records: Records; object: ObjectModel },
  args: JsonObject,
): Page => {
  const { first, last, offset, after, before } = readPaging(args);
  const order = readOrder(object, args.orderBy ?? null);
  const selected = selectRows(records, object, compileFilter(model, records, object, args.filter ?? null));

  const isBackward = last !== null || before !== null;
  const compare = isBackward ? (a: JsonObject, b: JsonObject) => order.compare(b, a) : order.compare;
  const cursor = after ?? before;
  const from = cursor === null ? null : order.readCursor(cursor);
  const eligible = from === null ? selected : selected.filter((row) => compare(row, from) > 0);

  const size = first ?? last ?? DEFAULT_PAGE;
  const found = takeOrdered(eligible, compare, offset + size + 1).slice(offset);
  const rows = found.slice(0, size);
  const hasMore = found.length > size;
  return {
    rows: isBackward ? rows.reverse() : rows,
    selected,
    hasNextPage: isBackward ? before !== null : hasMore,
    hasPreviousPage: isBackward ? hasMore : after !== null,
    cursorOf: order.cursorOf,
  };
};

/** All rows that a filter selects. */
export const selectRows = (records: Records, object: ObjectModel, filter: Filter): Row[] => {
  const rows: Row[] = [];
  for (const row of filter.candidates() ?? records.table(object.nameSingular).rows()) {
    if (filter.matches(row)) rows.push(row);
  }
  return rows;
};

/** The first `count` rows in order. A short page of a long list must not cost sorting all of it. */
const takeOrdered = (rows: readonly Row[], compare: (a: Row, b: Row) => number, count: number): Row[] => {
  if (rows.length <= count * 4) return [...rows].sort(compare).slice(0, count);
  let best: Row[] = [];
  let buffer: Row[] = [];
  let worst: Row | undefined;
  const settle = () => {
    best = [...best, ...buffer].sort(compare).slice(0, count);
    buffer = [];
    worst = best.length === count ? best[count - 1] : undefined;
  };
  for (const row of rows) {
    if (worst !== undefined && compare(row, worst) >= 0) continue;
    buffer.push(row);
    if (buffer.length > count) settle();
  }
  settle();
  return best;
};

const readPaging = (args: JsonObject) => {
  const first = readCount(args.first, 'First', 'INVALID_ARGS_FIRST');
  const last = readCount(args.last, 'Last', 'INVALID_ARGS_LAST');
  const after = textOrNull(args.after);
  const before = textOrNull(args.before);
  if (first !== null && last !== null) throw badInput('ARGS_CONFLICT', 'Cannot provide both first and last');
  if (after !== null && before !== null)
    throw badInput('ARGS_CONFLICT', 'Cannot provide both before and after');
  return { first, last, after, before, offset: readCount(args.offset, 'Offset', 'INVALID_ARGS_OFFSET') ?? 0 };
};

const readCount = (value: Json | undefined, word: string, subCode: string): number | null => {
  if (typeof value !== 'number') return null;
  if (value < 0) throw badInput(subCode, `${word} argument must be non-negative`);
  return value;
};

const textOrNull = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
