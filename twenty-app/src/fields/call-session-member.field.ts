import { defineField, FieldType, OnDeleteAction, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { CALL_SESSION_FIELD, CALL_SESSION_ID, INVERSE_FIELD } from '../identifiers.ts';

export default defineField({
  universalIdentifier: CALL_SESSION_FIELD.member,
  objectUniversalIdentifier: CALL_SESSION_ID,
  type: FieldType.RELATION,
  name: 'member',
  label: 'Rep',
  description: 'Whose sitting it was.',
  icon: 'IconHeadset',
  relationTargetObjectMetadataUniversalIdentifier: STANDARD_OBJECT.workspaceMember.universalIdentifier,
  relationTargetFieldMetadataUniversalIdentifier: INVERSE_FIELD.memberCallSessions,
  universalSettings: {
    relationType: RelationType.MANY_TO_ONE,
    onDelete: OnDeleteAction.SET_NULL,
    joinColumnName: 'memberId',
  },
});
