import { defineView, ViewType } from 'twenty-sdk/define';
import { PHONE_CALL_FIELD, PHONE_CALL_ID, VIEW } from '../identifiers.ts';
import { callColumns } from './parts/call-columns.ts';
import { isMine } from './parts/filters.ts';
import { highestFirst } from './parts/sorts.ts';

export default defineView({
  universalIdentifier: VIEW.myCalls,
  name: 'My calls',
  objectUniversalIdentifier: PHONE_CALL_ID,
  type: ViewType.TABLE,
  icon: 'IconUser',
  position: 3,
  fields: callColumns(VIEW.myCalls),
  filters: [isMine(VIEW.myCalls, PHONE_CALL_FIELD.member)],
  sorts: highestFirst(VIEW.myCalls, PHONE_CALL_FIELD.startedAt),
});
