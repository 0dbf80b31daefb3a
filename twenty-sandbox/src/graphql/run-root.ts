import type { Caller } from '../auth/caller.ts';
import { actorOf } from '../auth/caller.ts';
import type { Json, JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';
import type { Model, ObjectModel } from '../model/model.ts';
import { destroy, restore, softDelete, updateMany, updateOne } from '../records/change.ts';
import { createMany } from '../records/create.ts';
import { compileFilter } from '../records/filter.ts';
import { listRows, selectRows } from '../records/list.ts';
import type { Records } from '../records/records.ts';
import type { Row } from '../records/row.ts';
import { isUuid } from '../records/uuid.ts';
import type { WriteContext } from '../records/write-context.ts';
import { badInput, missingArgument, NotBuilt, recordNotFound } from '../refusal.ts';
import type { Selected } from './document.ts';
import type { Root } from './roots.ts';
import { search } from './search.ts';
import { requireShallow, selectConnection, selectRow } from './select.ts';

export interface RootContext {
  readonly model: Model;
  readonly records: Records;
  readonly caller: Caller;
  readonly now: () => string;
  readonly newId: () => string;
  readonly unseen: ReadonlySet<string>;
  readonly inserted: Set<string>;
  /** @throws Refusal when somebody asked for these rows to be refused */
  readonly checkPoison: (objectName: string, rows: readonly Json[]) => void;
}

/** Answers one root field. @throws Refusal, NotBuilt */
export const runRoot = (context: RootContext, root: Root, selected: Selected): Json => {
  const { verb, object } = root;
  if (verb === 'search') return search(context, selected);
  if (object === null || verb === 'group-by' || verb === 'find-duplicates' || verb === 'merge-many') {
    throw new NotBuilt(`"${selected.name}"`);
  }
  requireKnownArgs(verb === 'find-many' ? LIST_ARGS : OTHER_ARGS, selected.args);
  requireShallow(context.model, object, selected.children);
  if (verb === 'find-many') {
    return selectConnection(
      context,
      object,
      selected.children,
      listRows({ ...context, object }, selected.args),
    );
  }
  if (verb === 'find-one') return findOne(context, object, selected);

  const rows = write(context, verb, object, selected.args);
  const answer = rows.map((row) => selectRow(context, object, row, selected.children));
  return verb.endsWith('-one') ? (answer[0] ?? null) : answer;
};

const LIST_ARGS = ['first', 'last', 'after', 'before', 'offset', 'limit', 'filter', 'orderBy'];
const OTHER_ARGS = ['id', 'data', 'filter', 'upsert'];

const requireKnownArgs = (allowed: readonly string[], args: JsonObject): void => {
  for (const [name, value] of Object.entries(args)) {
    if (!allowed.includes(name)) throw badInput('INVALID_QUERY_INPUT', `Argument not allowed: ${name}`);
    if (['first', 'last', 'offset'].includes(name) && value !== null && typeof value !== 'number') {
      throw badInput('INVALID_QUERY_INPUT', `Invalid argument: "${name}" must be a number`);
    }
  }
};

const findOne = (context: RootContext, object: ObjectModel, selected: Selected): Json => {
  if (!isJsonObject(selected.args.filter)) throw badInput('INVALID_QUERY_INPUT', 'Missing filter argument');
  const [row] = listRows({ ...context, object }, { filter: selected.args.filter, first: 1 }).rows;
  if (row === undefined) throw recordNotFound();
  return selectRow(context, object, row, selected.children);
};

type WriteVerb = Exclude<
  Root['verb'],
  'find-many' | 'find-one' | 'group-by' | 'find-duplicates' | 'search' | 'merge-many'
>;

const write = (context: RootContext, verb: WriteVerb, object: ObjectModel, args: JsonObject): Row[] => {
  const writing: WriteContext = { ...context, actor: actorOf(context.caller) };
  switch (verb) {
    case 'create-one':
    case 'create-many': {
      const data = verb === 'create-one' ? [dataOf(args)] : listOfData(args);
      context.checkPoison(object.nameSingular, data);
      return createMany(writing, object, { data, isUpsert: args.upsert === true });
    }
    case 'update-one':
      context.checkPoison(object.nameSingular, [dataOf(args)]);
      return [updateOne(writing, object, idOf(args), dataOf(args))];
    case 'update-many':
      return updateMany(writing, object, rowsOf(context, object, args), dataOf(args));
    case 'delete-one':
      return [softDelete(writing, object, idOf(args))];
    case 'delete-many':
      return rowsOf(context, object, args).map((row) => softDelete(writing, object, row.id));
    case 'restore-one':
      return [restore(writing, object, idOf(args))];
    case 'restore-many':
      return rowsOf(context, object, args, true).map((row) => restore(writing, object, row.id));
    case 'destroy-one':
      return [destroy(writing, object, idOf(args))];
    case 'destroy-many':
      return rowsOf(context, object, args, true).map((row) => destroy(writing, object, row.id));
  }
};

const idOf = (args: JsonObject): string => {
  if (isUuid(args.id)) return args.id.toLowerCase();
  throw missingArgument('id', 'UUID');
};

const dataOf = (args: JsonObject): JsonObject => {
  if (isJsonObject(args.data)) return args.data;
  throw missingArgument('data', 'object');
};

const listOfData = (args: JsonObject): Json[] => {
  if (Array.isArray(args.data)) return args.data;
  throw missingArgument('data', 'array');
};

/** Destroying and restoring see deleted rows even when the filter does not name `deletedAt`. */
const rowsOf = (context: RootContext, object: ObjectModel, args: JsonObject, seesDeleted = false): Row[] => {
  if (!isJsonObject(args.filter)) throw missingArgument('filter', 'object');
  const filter = seesDeleted ? { and: [args.filter, EVEN_DELETED] } : args.filter;
  return selectRows(context.records, object, compileFilter(context.model, context.records, object, filter));
};

const EVEN_DELETED: JsonObject = { or: [{ deletedAt: { is: 'NULL' } }, { deletedAt: { is: 'NOT_NULL' } }] };
