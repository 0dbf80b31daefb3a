import { defineField, FieldType, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { CALL_SESSION_FIELD, CALL_SESSION_ID, INVERSE_FIELD } from '../identifiers.ts';

export default defineField({
  universalIdentifier: INVERSE_FIELD.memberCallSessions,
  objectUniversalIdentifier: STANDARD_OBJECT.workspaceMember.universalIdentifier,
  type: FieldType.RELATION,
  name: 'callSessions',
  label: 'Call sessions',
  description: 'Sittings of this rep.',
  icon: 'IconClockPlay',
  relationTargetObjectMetadataUniversalIdentifier: CALL_SESSION_ID,
  relationTargetFieldMetadataUniversalIdentifier: CALL_SESSION_FIELD.member,
  universalSettings: { relationType: RelationType.ONE_TO_MANY },
});
