import { type ViewConfig, ViewFilterOperand } from 'twenty-sdk/define';
import { derivedId } from '../../derived-id.ts';

type ViewFilter = NonNullable<ViewConfig['filters']>[number];

const filter = (
  viewId: string,
  fieldId: string,
  { operand, value }: Pick<ViewFilter, 'operand' | 'value'>,
): ViewFilter => ({
  universalIdentifier: derivedId(viewId, 'filter', fieldId),
  fieldMetadataUniversalIdentifier: fieldId,
  operand,
  value,
});

export const isToday = (viewId: string, fieldId: string): ViewFilter =>
  filter(viewId, fieldId, { operand: ViewFilterOperand.IS_TODAY, value: '' });

/** Since Monday or Sunday, as the viewer's settings say. `PAST_7_DAY` would leave today out. */
export const isThisWeek = (viewId: string, fieldId: string): ViewFilter =>
  filter(viewId, fieldId, { operand: ViewFilterOperand.IS_RELATIVE, value: 'THIS_1_WEEK' });

/** One of these options of a select. */
export const isOneOf = (viewId: string, fieldId: string, options: readonly string[]): ViewFilter =>
  filter(viewId, fieldId, { operand: ViewFilterOperand.IS, value: JSON.stringify(options) });

/** A relation to the member who is looking. */
export const isMine = (viewId: string, fieldId: string): ViewFilter =>
  filter(viewId, fieldId, {
    operand: ViewFilterOperand.IS,
    value: JSON.stringify({ isCurrentWorkspaceMemberSelected: true, selectedRecordIds: [] }),
  });

/** A relation to the record whose page it is. Only a widget on a record's page knows that record. */
export const isRecordOfPage = (viewId: string, fieldId: string): ViewFilter =>
  filter(viewId, fieldId, {
    operand: ViewFilterOperand.IS,
    value: JSON.stringify({ isCurrentRecordSelected: true, selectedRecordIds: [] }),
  });
