import { defineField, FieldType, OnDeleteAction, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { INVERSE_FIELD, PHONE_CALL_FIELD, PHONE_CALL_ID } from '../identifiers.ts';

export default defineField({
  universalIdentifier: PHONE_CALL_FIELD.company,
  objectUniversalIdentifier: PHONE_CALL_ID,
  type: FieldType.RELATION,
  name: 'company',
  label: 'Company',
  description: 'Which company the call was about.',
  icon: 'IconBuildingSkyscraper',
  relationTargetObjectMetadataUniversalIdentifier: STANDARD_OBJECT.company.universalIdentifier,
  relationTargetFieldMetadataUniversalIdentifier: INVERSE_FIELD.companyPhoneCalls,
  universalSettings: {
    relationType: RelationType.MANY_TO_ONE,
    onDelete: OnDeleteAction.SET_NULL,
    joinColumnName: 'companyId',
  },
});
