import { defineField, FieldType, OnDeleteAction, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { DO_NOT_CALL_ENTRY_FIELD, DO_NOT_CALL_ENTRY_ID, INVERSE_FIELD } from '../identifiers.ts';

export default defineField({
  universalIdentifier: DO_NOT_CALL_ENTRY_FIELD.person,
  objectUniversalIdentifier: DO_NOT_CALL_ENTRY_ID,
  type: FieldType.RELATION,
  name: 'person',
  label: 'Person',
  description: 'Whose number it is, if known.',
  icon: 'IconUser',
  relationTargetObjectMetadataUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
  relationTargetFieldMetadataUniversalIdentifier: INVERSE_FIELD.personDoNotCallEntries,
  universalSettings: {
    relationType: RelationType.MANY_TO_ONE,
    onDelete: OnDeleteAction.SET_NULL,
    joinColumnName: 'personId',
  },
});
