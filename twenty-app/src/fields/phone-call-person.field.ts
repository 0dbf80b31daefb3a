import { defineField, FieldType, OnDeleteAction, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { INVERSE_FIELD, PHONE_CALL_FIELD, PHONE_CALL_ID } from '../identifiers.ts';

export default defineField({
  universalIdentifier: PHONE_CALL_FIELD.person,
  objectUniversalIdentifier: PHONE_CALL_ID,
  type: FieldType.RELATION,
  name: 'person',
  label: 'Person',
  description: 'Who was at the other end.',
  icon: 'IconUser',
  relationTargetObjectMetadataUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
  relationTargetFieldMetadataUniversalIdentifier: INVERSE_FIELD.personPhoneCalls,
  universalSettings: {
    relationType: RelationType.MANY_TO_ONE,
    onDelete: OnDeleteAction.SET_NULL,
    joinColumnName: 'personId',
  },
});
