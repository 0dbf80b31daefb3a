import type { Json } from '../json.ts';
import type { ObjectModel } from '../model/model.ts';
import { recordNotFound, refusedByDatabase } from '../refusal.ts';
import { updateRow } from './create.ts';
import { readInput } from './read-input.ts';
import type { Row } from './row.ts';
import type { WriteContext } from './write-context.ts';

const MAX_UPDATED_AT_ONCE = 200;

/** `updateX`: works on a deleted row, too, and leaves it deleted. @throws Refusal */
export const updateOne = (context: WriteContext, object: ObjectModel, id: string, data: Json): Row => {
  requireRow(context, object, id);
  const row = updateRow(context, object, id, readInput(context.records, object, data));
  if (row === undefined) throw recordNotFound();
  return row;
};

/** `updateXs(filter)`. @throws Refusal */
export const updateMany = (
  context: WriteContext,
  object: ObjectModel,
  rows: readonly Row[],
  data: Json,
): Row[] => {
  if (rows.length > MAX_UPDATED_AT_ONCE) {
    throw refusedByDatabase(
      `Cannot update more than ${MAX_UPDATED_AT_ONCE} records at once`,
      `You can only update up to ${MAX_UPDATED_AT_ONCE} records at once.`,
    );
  }
  return rows.map((row) => updateOne(context, object, row.id, data));
};

/** Soft-deletes a row, and the links to it with it. @throws Refusal when there is none */
export const softDelete = (context: WriteContext, object: ObjectModel, id: string): Row =>
  mark(context, object, id, context.now());

/** Brings a soft-deleted row back, and the links to it with it. @throws Refusal when there is none */
export const restore = (context: WriteContext, object: ObjectModel, id: string): Row =>
  mark(context, object, id, null);

const mark = (context: WriteContext, object: ObjectModel, id: string, deletedAt: string | null): Row => {
  const row = { ...requireRow(context, object, id), deletedAt, updatedAt: context.now() };
  context.records.put(object.nameSingular, row);
  for (const { source, row: link, onDestroy } of referencesTo(context, object, id)) {
    if (onDestroy === 'cascade') context.records.put(source.nameSingular, { ...link, deletedAt });
  }
  return row;
};

/** Removes a row for good: links to it go, other rows that pointed at it point at nothing. @throws Refusal */
export const destroy = (context: WriteContext, object: ObjectModel, id: string): Row => {
  const row = requireRow(context, object, id);
  for (const { source, row: link, joinColumn, onDestroy } of referencesTo(context, object, id)) {
    if (onDestroy === 'cascade') context.records.drop(source.nameSingular, link.id);
    else context.records.put(source.nameSingular, { ...link, [joinColumn]: null });
  }
  context.records.drop(object.nameSingular, id);
  return row;
};

const requireRow = (context: WriteContext, object: ObjectModel, id: string): Row => {
  const row = context.records.table(object.nameSingular).get(id);
  if (row === undefined) throw recordNotFound();
  return row;
};

const referencesTo = (context: WriteContext, object: ObjectModel, id: string) =>
  [...context.model.objects.values()].flatMap((source) =>
    [...source.manyToOne.values()]
      .filter((relation) => relation.target === object.nameSingular)
      .flatMap(({ joinColumn, onDestroy }) =>
        [...context.records.table(source.nameSingular).byLink(joinColumn, id)].map((row) => ({
          source,
          row,
          joinColumn,
          onDestroy,
        })),
      ),
  );
