import { defineObject, FieldType } from 'twenty-sdk/define';
import { SALES_TEAM_FIELD, SALES_TEAM_ID } from '../identifiers.ts';

export default defineObject({
  universalIdentifier: SALES_TEAM_ID,
  nameSingular: 'salesTeam',
  namePlural: 'salesTeams',
  labelSingular: 'Sales team',
  labelPlural: 'Sales teams',
  description: 'Reps who are counted together.',
  icon: 'IconUsersGroup',
  labelIdentifierFieldMetadataUniversalIdentifier: SALES_TEAM_FIELD.name,
  fields: [
    {
      universalIdentifier: SALES_TEAM_FIELD.name,
      type: FieldType.TEXT,
      name: 'name',
      label: 'Name',
      description: 'What the team is called.',
      icon: 'IconUsersGroup',
    },
  ],
});
