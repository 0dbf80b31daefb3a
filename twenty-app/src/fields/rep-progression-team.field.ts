import { defineField, FieldType, OnDeleteAction, RelationType } from 'twenty-sdk/define';
import { INVERSE_FIELD, REP_PROGRESSION_FIELD, REP_PROGRESSION_ID, SALES_TEAM_ID } from '../identifiers.ts';

export default defineField({
  universalIdentifier: REP_PROGRESSION_FIELD.team,
  objectUniversalIdentifier: REP_PROGRESSION_ID,
  type: FieldType.RELATION,
  name: 'team',
  label: 'Team',
  description: 'The team that the rep belongs to. People set it; the dialer never does.',
  icon: 'IconUsersGroup',
  relationTargetObjectMetadataUniversalIdentifier: SALES_TEAM_ID,
  relationTargetFieldMetadataUniversalIdentifier: INVERSE_FIELD.teamRepProgressions,
  universalSettings: {
    relationType: RelationType.MANY_TO_ONE,
    onDelete: OnDeleteAction.SET_NULL,
    joinColumnName: 'teamId',
  },
});
