import { defineField, FieldType, OnDeleteAction, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { DAILY_CALL_STATS_FIELD, DAILY_CALL_STATS_ID, INVERSE_FIELD } from '../identifiers.ts';

export default defineField({
  universalIdentifier: DAILY_CALL_STATS_FIELD.member,
  objectUniversalIdentifier: DAILY_CALL_STATS_ID,
  type: FieldType.RELATION,
  name: 'member',
  label: 'Rep',
  description: 'Whose day it was.',
  icon: 'IconHeadset',
  relationTargetObjectMetadataUniversalIdentifier: STANDARD_OBJECT.workspaceMember.universalIdentifier,
  relationTargetFieldMetadataUniversalIdentifier: INVERSE_FIELD.memberDailyCallStats,
  universalSettings: {
    relationType: RelationType.MANY_TO_ONE,
    onDelete: OnDeleteAction.SET_NULL,
    joinColumnName: 'memberId',
  },
});
