import { type ViewConfig, ViewSortDirection } from 'twenty-sdk/define';
import { derivedId } from '../../derived-id.ts';

type ViewSort = NonNullable<ViewConfig['sorts']>[number];

/** Newest or highest first. @param known the identifier of a sort that was given one by hand */
export const highestFirst = (viewId: string, fieldId: string, known?: string): ViewSort[] => [
  {
    universalIdentifier: known ?? derivedId(viewId, 'sort', fieldId),
    fieldMetadataUniversalIdentifier: fieldId,
    direction: ViewSortDirection.DESC,
  },
];
