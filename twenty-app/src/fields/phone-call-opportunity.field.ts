import { defineField, FieldType, OnDeleteAction, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { INVERSE_FIELD, PHONE_CALL_FIELD, PHONE_CALL_ID } from '../identifiers.ts';

export default defineField({
  universalIdentifier: PHONE_CALL_FIELD.opportunity,
  objectUniversalIdentifier: PHONE_CALL_ID,
  type: FieldType.RELATION,
  name: 'opportunity',
  label: 'Opportunity',
  description: 'Which opportunity the call was about.',
  icon: 'IconTargetArrow',
  relationTargetObjectMetadataUniversalIdentifier: STANDARD_OBJECT.opportunity.universalIdentifier,
  relationTargetFieldMetadataUniversalIdentifier: INVERSE_FIELD.opportunityPhoneCalls,
  universalSettings: {
    relationType: RelationType.MANY_TO_ONE,
    onDelete: OnDeleteAction.SET_NULL,
    joinColumnName: 'opportunityId',
  },
});
