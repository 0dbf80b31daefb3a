import { defineField, FieldType, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { INVERSE_FIELD, PHONE_CALL_FIELD, PHONE_CALL_ID } from '../identifiers.ts';

export default defineField({
  universalIdentifier: INVERSE_FIELD.personPhoneCalls,
  objectUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
  type: FieldType.RELATION,
  name: 'phoneCalls',
  label: 'Phone calls',
  description: 'Calls with this person.',
  icon: 'IconPhoneCall',
  relationTargetObjectMetadataUniversalIdentifier: PHONE_CALL_ID,
  relationTargetFieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.person,
  universalSettings: { relationType: RelationType.ONE_TO_MANY },
});
