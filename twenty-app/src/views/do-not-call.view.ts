import { defineView, ViewType } from 'twenty-sdk/define';
import { DO_NOT_CALL_ENTRY_FIELD, DO_NOT_CALL_ENTRY_ID, VIEW } from '../identifiers.ts';
import { columns } from './parts/columns.ts';
import { highestFirst } from './parts/sorts.ts';

export default defineView({
  universalIdentifier: VIEW.doNotCall,
  name: 'Do not call',
  objectUniversalIdentifier: DO_NOT_CALL_ENTRY_ID,
  type: ViewType.TABLE,
  icon: 'IconPhoneOff',
  position: 1,
  fields: columns(VIEW.doNotCall, [
    [DO_NOT_CALL_ENTRY_FIELD.number, 170],
    [DO_NOT_CALL_ENTRY_FIELD.name, 170],
    [DO_NOT_CALL_ENTRY_FIELD.person, 170],
    [DO_NOT_CALL_ENTRY_FIELD.reason, 240],
    [DO_NOT_CALL_ENTRY_FIELD.source, 160],
    [DO_NOT_CALL_ENTRY_FIELD.addedBy, 150],
    [DO_NOT_CALL_ENTRY_FIELD.addedAt, 170],
    [DO_NOT_CALL_ENTRY_FIELD.expiresAt, 170],
  ]),

  sorts: highestFirst(VIEW.doNotCall, DO_NOT_CALL_ENTRY_FIELD.addedAt),
});
