import { defineField, FieldType, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { INVERSE_FIELD, SALES_TEAM_FIELD, SALES_TEAM_ID } from '../identifiers.ts';

export default defineField({
  universalIdentifier: INVERSE_FIELD.memberManagedTeams,
  objectUniversalIdentifier: STANDARD_OBJECT.workspaceMember.universalIdentifier,
  type: FieldType.RELATION,
  name: 'managedTeams',
  label: 'Managed teams',
  description: 'Sales teams that this member leads.',
  icon: 'IconUsersGroup',
  relationTargetObjectMetadataUniversalIdentifier: SALES_TEAM_ID,
  relationTargetFieldMetadataUniversalIdentifier: SALES_TEAM_FIELD.manager,
  universalSettings: { relationType: RelationType.ONE_TO_MANY },
});
