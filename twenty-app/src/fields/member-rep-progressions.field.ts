import { defineField, FieldType, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { INVERSE_FIELD, REP_PROGRESSION_FIELD, REP_PROGRESSION_ID } from '../identifiers.ts';

export default defineField({
  universalIdentifier: INVERSE_FIELD.memberRepProgressions,
  objectUniversalIdentifier: STANDARD_OBJECT.workspaceMember.universalIdentifier,
  type: FieldType.RELATION,
  name: 'repProgressions',
  label: 'Rep progressions',
  description: 'Progression of this rep.',
  icon: 'IconTrophy',
  relationTargetObjectMetadataUniversalIdentifier: REP_PROGRESSION_ID,
  relationTargetFieldMetadataUniversalIdentifier: REP_PROGRESSION_FIELD.member,
  universalSettings: { relationType: RelationType.ONE_TO_MANY },
});
