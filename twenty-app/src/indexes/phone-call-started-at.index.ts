import { defineIndex } from 'twenty-sdk/define';
import { PHONE_CALL_FIELD, PHONE_CALL_ID } from '../identifiers.ts';

/** History and the table of recent calls read newest first. */
export default defineIndex({
  universalIdentifier: '31821f1e-f6a8-4089-bdf1-1e0660d8e4e2',
  objectUniversalIdentifier: PHONE_CALL_ID,
  fields: [
    {
      universalIdentifier: '172503b4-0ecd-40f8-a301-8c864fdd8e54',
      fieldUniversalIdentifier: PHONE_CALL_FIELD.startedAt,
    },
  ],
});
