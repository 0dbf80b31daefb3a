import { ViewFilterOperand } from 'twenty-sdk/define';
import { derivedId } from '../../derived-id.ts';

/** The last thirty days and today: Twenty's own "past 30 days" leaves today out. */
export const lastMonth = (widgetId: string, fieldId: string) => {
  const either = derivedId(widgetId, 'either');
  const days = { fieldMetadataUniversalIdentifier: fieldId, recordFilterGroupId: either };
  return {
    recordFilterGroups: [{ id: either, logicalOperator: 'OR' }],
    recordFilters: [
      { ...days, operand: ViewFilterOperand.IS_RELATIVE, value: 'PAST_30_DAY' },
      { ...days, operand: ViewFilterOperand.IS_TODAY, value: '' },
    ],
  };
};

export const thisWeek = (fieldId: string) => ({
  recordFilters: [
    {
      fieldMetadataUniversalIdentifier: fieldId,
      operand: ViewFilterOperand.IS_RELATIVE,
      value: 'THIS_1_WEEK',
    },
  ],
});

export const today = (fieldId: string) => ({
  recordFilters: [
    { fieldMetadataUniversalIdentifier: fieldId, operand: ViewFilterOperand.IS_TODAY, value: '' },
  ],
});
