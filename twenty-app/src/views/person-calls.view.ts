import { defineView, ViewType } from 'twenty-sdk/define';
import { PHONE_CALL_FIELD, PHONE_CALL_ID, VIEW } from '../identifiers.ts';
import { callColumnsOfPerson } from './parts/call-columns.ts';
import { isRecordOfPage } from './parts/filters.ts';
import { highestFirst } from './parts/sorts.ts';

/** For the tab *Calls* on a person's page; it is not offered among the views of phone calls. */
export default defineView({
  universalIdentifier: VIEW.personCalls,
  name: 'Calls of a person',
  objectUniversalIdentifier: PHONE_CALL_ID,
  type: ViewType.TABLE_WIDGET,
  icon: 'IconPhoneCall',
  position: 20,
  fields: callColumnsOfPerson(VIEW.personCalls),
  filters: [isRecordOfPage(VIEW.personCalls, PHONE_CALL_FIELD.person)],
  sorts: highestFirst(VIEW.personCalls, PHONE_CALL_FIELD.startedAt),
});
