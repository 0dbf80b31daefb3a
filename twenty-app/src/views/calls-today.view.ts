import { defineView, ViewType } from 'twenty-sdk/define';
import { PHONE_CALL_FIELD, PHONE_CALL_ID, VIEW } from '../identifiers.ts';
import { callColumns } from './parts/call-columns.ts';
import { isToday } from './parts/filters.ts';
import { highestFirst } from './parts/sorts.ts';

export default defineView({
  universalIdentifier: VIEW.callsToday,
  name: 'Calls today',
  objectUniversalIdentifier: PHONE_CALL_ID,
  type: ViewType.TABLE,
  icon: 'IconCalendarEvent',
  position: 1,
  fields: callColumns(VIEW.callsToday),
  filters: [isToday(VIEW.callsToday, PHONE_CALL_FIELD.startedAt)],
  sorts: highestFirst(VIEW.callsToday, PHONE_CALL_FIELD.startedAt),
});
