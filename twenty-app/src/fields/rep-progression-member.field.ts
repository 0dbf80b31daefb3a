import { defineField, FieldType, OnDeleteAction, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { INVERSE_FIELD, REP_PROGRESSION_FIELD, REP_PROGRESSION_ID } from '../identifiers.ts';

export default defineField({
  universalIdentifier: REP_PROGRESSION_FIELD.member,
  objectUniversalIdentifier: REP_PROGRESSION_ID,
  type: FieldType.RELATION,
  name: 'member',
  label: 'Rep',
  description: 'Whose progression this is.',
  icon: 'IconHeadset',
  isUIEditable: false,
  relationTargetObjectMetadataUniversalIdentifier: STANDARD_OBJECT.workspaceMember.universalIdentifier,
  relationTargetFieldMetadataUniversalIdentifier: INVERSE_FIELD.memberRepProgressions,
  universalSettings: {
    relationType: RelationType.MANY_TO_ONE,
    onDelete: OnDeleteAction.SET_NULL,
    joinColumnName: 'memberId',
  },
});
