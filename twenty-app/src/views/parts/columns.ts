import type { ViewConfig } from 'twenty-sdk/define';
import { derivedId } from '../../derived-id.ts';

type ViewColumn = NonNullable<ViewConfig['fields']>[number];

/**
 * Columns of a view from left to right: each a field and its width in pixels.
 * @param known identifiers of columns that were given one by hand, by field: with another one Twenty would drop them
 */
export const columns = (
  viewId: string,
  fields: readonly (readonly [fieldId: string, size: number])[],
  known: Readonly<Record<string, string>> = {},
): ViewColumn[] =>
  fields.map(([fieldId, size], position) => ({
    universalIdentifier: known[fieldId] ?? derivedId(viewId, 'column', fieldId),
    fieldMetadataUniversalIdentifier: fieldId,
    position,
    size,
  }));
