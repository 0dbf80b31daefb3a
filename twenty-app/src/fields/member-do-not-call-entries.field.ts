import { defineField, FieldType, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { DO_NOT_CALL_ENTRY_FIELD, DO_NOT_CALL_ENTRY_ID, INVERSE_FIELD } from '../identifiers.ts';

export default defineField({
  universalIdentifier: INVERSE_FIELD.memberDoNotCallEntries,
  objectUniversalIdentifier: STANDARD_OBJECT.workspaceMember.universalIdentifier,
  type: FieldType.RELATION,
  name: 'doNotCallEntries',
  label: 'Do-not-call entries',
  description: 'Numbers that this member put on the list.',
  icon: 'IconPhoneOff',
  relationTargetObjectMetadataUniversalIdentifier: DO_NOT_CALL_ENTRY_ID,
  relationTargetFieldMetadataUniversalIdentifier: DO_NOT_CALL_ENTRY_FIELD.addedBy,
  universalSettings: { relationType: RelationType.ONE_TO_MANY },
});
