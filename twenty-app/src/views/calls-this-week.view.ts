import { defineView, ViewType } from 'twenty-sdk/define';
import { PHONE_CALL_FIELD, PHONE_CALL_ID, VIEW } from '../identifiers.ts';
import { callColumns } from './parts/call-columns.ts';
import { isThisWeek } from './parts/filters.ts';
import { highestFirst } from './parts/sorts.ts';

export default defineView({
  universalIdentifier: VIEW.callsThisWeek,
  name: 'Calls this week',
  objectUniversalIdentifier: PHONE_CALL_ID,
  type: ViewType.TABLE,
  icon: 'IconCalendarWeek',
  position: 2,
  fields: callColumns(VIEW.callsThisWeek),
  filters: [isThisWeek(VIEW.callsThisWeek, PHONE_CALL_FIELD.startedAt)],
  sorts: highestFirst(VIEW.callsThisWeek, PHONE_CALL_FIELD.startedAt),
});
