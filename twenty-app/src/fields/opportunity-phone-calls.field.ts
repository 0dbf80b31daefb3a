import { defineField, FieldType, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { INVERSE_FIELD, PHONE_CALL_FIELD, PHONE_CALL_ID } from '../identifiers.ts';

export default defineField({
  universalIdentifier: INVERSE_FIELD.opportunityPhoneCalls,
  objectUniversalIdentifier: STANDARD_OBJECT.opportunity.universalIdentifier,
  type: FieldType.RELATION,
  name: 'phoneCalls',
  label: 'Phone calls',
  description: 'Calls about this opportunity.',
  icon: 'IconPhoneCall',
  relationTargetObjectMetadataUniversalIdentifier: PHONE_CALL_ID,
  relationTargetFieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.opportunity,
  universalSettings: { relationType: RelationType.ONE_TO_MANY },
});
