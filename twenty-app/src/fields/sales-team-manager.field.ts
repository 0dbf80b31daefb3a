import { defineField, FieldType, OnDeleteAction, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { INVERSE_FIELD, SALES_TEAM_FIELD, SALES_TEAM_ID } from '../identifiers.ts';

export default defineField({
  universalIdentifier: SALES_TEAM_FIELD.manager,
  objectUniversalIdentifier: SALES_TEAM_ID,
  type: FieldType.RELATION,
  name: 'manager',
  label: 'Manager',
  description: 'Who leads the team.',
  icon: 'IconUserStar',
  relationTargetObjectMetadataUniversalIdentifier: STANDARD_OBJECT.workspaceMember.universalIdentifier,
  relationTargetFieldMetadataUniversalIdentifier: INVERSE_FIELD.memberManagedTeams,
  universalSettings: {
    relationType: RelationType.MANY_TO_ONE,
    onDelete: OnDeleteAction.SET_NULL,
    joinColumnName: 'managerId',
  },
});
