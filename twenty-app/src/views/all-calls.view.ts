import { defineView, ViewType } from 'twenty-sdk/define';
import { PHONE_CALL_FIELD, PHONE_CALL_ID, VIEW } from '../identifiers.ts';
import { callColumns } from './parts/call-columns.ts';
import { highestFirst } from './parts/sorts.ts';

/** From the time when each column got its identifier by hand. */
const KNOWN = {
  [PHONE_CALL_FIELD.name]: 'bd7e2562-2efc-48c4-af1c-0cbcd7025323',
  [PHONE_CALL_FIELD.outcome]: 'ea479542-05b9-46d2-8483-a3058cdef00f',
  [PHONE_CALL_FIELD.person]: '8a2d86b2-4d0f-4fd0-ab9b-ae0ad8dd0b9c',
  [PHONE_CALL_FIELD.member]: 'c22d7892-8dcd-4c8c-b1a3-d5928b7ebf97',
  [PHONE_CALL_FIELD.startedAt]: 'c516d940-57b3-48ba-8490-990bf92ba89b',
  [PHONE_CALL_FIELD.talkSeconds]: '3e2fd8b3-bd85-482f-9028-33f2187de0d5',
  [PHONE_CALL_FIELD.toNumber]: 'a92f5360-7a3b-49e1-8cfe-8430adc5bb14',
  [PHONE_CALL_FIELD.direction]: '3d582dee-2309-478f-815d-24d0e7f29dcc',
  [PHONE_CALL_FIELD.disposition]: '28c617d3-2951-47f2-ac3b-8a5c5beda888',
  [PHONE_CALL_FIELD.line]: 'fa2f4441-7205-492e-a4a1-d1863a29322c',
};

export default defineView({
  universalIdentifier: VIEW.allCalls,
  name: 'All calls',
  objectUniversalIdentifier: PHONE_CALL_ID,
  type: ViewType.TABLE,
  icon: 'IconPhoneCall',
  position: 4,
  fields: callColumns(VIEW.allCalls, KNOWN),
  sorts: highestFirst(VIEW.allCalls, PHONE_CALL_FIELD.startedAt, 'f68acc6e-aafa-45d6-bb4a-c76baa5a30b9'),
});
