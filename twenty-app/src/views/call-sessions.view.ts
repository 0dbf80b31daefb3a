import { defineView, ViewType } from 'twenty-sdk/define';
import { CALL_SESSION_FIELD, CALL_SESSION_ID, VIEW } from '../identifiers.ts';
import { columns } from './parts/columns.ts';
import { highestFirst } from './parts/sorts.ts';

export default defineView({
  universalIdentifier: VIEW.callSessions,
  name: 'Call sessions',
  objectUniversalIdentifier: CALL_SESSION_ID,
  type: ViewType.TABLE,
  icon: 'IconClockPlay',
  position: 1,
  fields: columns(VIEW.callSessions, [
    [CALL_SESSION_FIELD.name, 220],
    [CALL_SESSION_FIELD.member, 150],
    [CALL_SESSION_FIELD.startedAt, 170],
    [CALL_SESSION_FIELD.endedAt, 170],
    [CALL_SESSION_FIELD.calls, 90],
    [CALL_SESSION_FIELD.answered, 100],
    [CALL_SESSION_FIELD.connected, 100],
    [CALL_SESSION_FIELD.talkSeconds, 120],
  ]),

  sorts: highestFirst(VIEW.callSessions, CALL_SESSION_FIELD.startedAt),
});
