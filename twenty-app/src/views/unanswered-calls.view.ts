import { defineView, ViewType } from 'twenty-sdk/define';
import { PHONE_CALL_FIELD, PHONE_CALL_ID, VIEW } from '../identifiers.ts';
import { callColumns } from './parts/call-columns.ts';
import { isOneOf } from './parts/filters.ts';
import { highestFirst } from './parts/sorts.ts';

/** Nobody picked up: a voicemail that was left is one of them, because the person has not been spoken to. */
export default defineView({
  universalIdentifier: VIEW.unansweredCalls,
  name: 'Unanswered calls',
  objectUniversalIdentifier: PHONE_CALL_ID,
  type: ViewType.TABLE,
  icon: 'IconPhoneX',
  position: 8,
  fields: callColumns(VIEW.unansweredCalls),
  filters: [
    isOneOf(VIEW.unansweredCalls, PHONE_CALL_FIELD.disposition, [
      'NO_ANSWER',
      'BUSY',
      'VOICEMAIL_LEFT',
      'ABANDONED',
    ]),
  ],
  sorts: highestFirst(VIEW.unansweredCalls, PHONE_CALL_FIELD.startedAt),
});
