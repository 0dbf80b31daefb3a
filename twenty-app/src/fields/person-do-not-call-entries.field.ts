import { defineField, FieldType, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { DO_NOT_CALL_ENTRY_FIELD, DO_NOT_CALL_ENTRY_ID, INVERSE_FIELD } from '../identifiers.ts';

export default defineField({
  universalIdentifier: INVERSE_FIELD.personDoNotCallEntries,
  objectUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
  type: FieldType.RELATION,
  name: 'doNotCallEntries',
  label: 'Do-not-call entries',
  description: 'Numbers of this person that must not be called.',
  icon: 'IconPhoneOff',
  relationTargetObjectMetadataUniversalIdentifier: DO_NOT_CALL_ENTRY_ID,
  relationTargetFieldMetadataUniversalIdentifier: DO_NOT_CALL_ENTRY_FIELD.person,
  universalSettings: { relationType: RelationType.ONE_TO_MANY },
});
