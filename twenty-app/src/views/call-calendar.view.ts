import { defineView, ViewCalendarLayout, ViewType } from 'twenty-sdk/define';
import { PHONE_CALL_FIELD, PHONE_CALL_ID, VIEW } from '../identifiers.ts';
import { columns } from './parts/columns.ts';

export default defineView({
  universalIdentifier: VIEW.callCalendar,
  name: 'Call calendar',
  objectUniversalIdentifier: PHONE_CALL_ID,
  type: ViewType.CALENDAR,
  icon: 'IconCalendar',
  position: 7,
  calendarLayout: ViewCalendarLayout.MONTH,
  calendarFieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.startedAt,
  fields: columns(VIEW.callCalendar, [
    [PHONE_CALL_FIELD.name, 200],
    [PHONE_CALL_FIELD.outcome, 150],
  ]),
});
