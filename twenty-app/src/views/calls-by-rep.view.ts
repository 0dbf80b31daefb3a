import { defineView, ViewType } from 'twenty-sdk/define';
import { PHONE_CALL_FIELD, PHONE_CALL_ID, VIEW } from '../identifiers.ts';
import { callColumns } from './parts/call-columns.ts';
import { highestFirst } from './parts/sorts.ts';

/**
 * A table with a group for each rep. Who the members are is not known here, and Twenty shows nothing of a grouped table
 * without groups: `npm run connect` makes them in the workspace.
 */
export default defineView({
  universalIdentifier: VIEW.callsByRep,
  name: 'Calls by rep',
  objectUniversalIdentifier: PHONE_CALL_ID,
  type: ViewType.TABLE,
  icon: 'IconUsers',
  position: 5,
  mainGroupByFieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.member,
  shouldHideEmptyGroups: true,
  fields: callColumns(VIEW.callsByRep),
  sorts: highestFirst(VIEW.callsByRep, PHONE_CALL_FIELD.startedAt),
});
