import { defineField, FieldType, RelationType } from 'twenty-sdk/define';
import { INVERSE_FIELD, REP_PROGRESSION_FIELD, REP_PROGRESSION_ID, SALES_TEAM_ID } from '../identifiers.ts';

export default defineField({
  universalIdentifier: INVERSE_FIELD.teamRepProgressions,
  objectUniversalIdentifier: SALES_TEAM_ID,
  type: FieldType.RELATION,
  name: 'repProgressions',
  label: 'Reps',
  description: 'Progression of the reps of this team.',
  icon: 'IconTrophy',
  relationTargetObjectMetadataUniversalIdentifier: REP_PROGRESSION_ID,
  relationTargetFieldMetadataUniversalIdentifier: REP_PROGRESSION_FIELD.team,
  universalSettings: { relationType: RelationType.ONE_TO_MANY },
});
