import { defineField, FieldType, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { INVERSE_FIELD, PHONE_CALL_FIELD, PHONE_CALL_ID } from '../identifiers.ts';

export default defineField({
  universalIdentifier: INVERSE_FIELD.companyPhoneCalls,
  objectUniversalIdentifier: STANDARD_OBJECT.company.universalIdentifier,
  type: FieldType.RELATION,
  name: 'phoneCalls',
  label: 'Phone calls',
  description: 'Calls about this company.',
  icon: 'IconPhoneCall',
  relationTargetObjectMetadataUniversalIdentifier: PHONE_CALL_ID,
  relationTargetFieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.company,
  universalSettings: { relationType: RelationType.ONE_TO_MANY },
});
