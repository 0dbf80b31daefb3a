import type { defineField, FieldType } from 'twenty-sdk/define';

type SelectField = Extract<Parameters<typeof defineField>[0], { type: FieldType.SELECT }>;

/**
 * One choice of a select. Keep `id` for ever: with the same id a new label or value keeps the rows,
 * while a removed id silently empties the field of every row that used it.
 */
export type SelectOption = NonNullable<SelectField['options']>[number] & { id: string };
