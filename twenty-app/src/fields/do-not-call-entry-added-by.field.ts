import { defineField, FieldType, OnDeleteAction, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { DO_NOT_CALL_ENTRY_FIELD, DO_NOT_CALL_ENTRY_ID, INVERSE_FIELD } from '../identifiers.ts';

export default defineField({
  universalIdentifier: DO_NOT_CALL_ENTRY_FIELD.addedBy,
  objectUniversalIdentifier: DO_NOT_CALL_ENTRY_ID,
  type: FieldType.RELATION,
  name: 'addedBy',
  label: 'Added by',
  description: 'Who put the number on the list.',
  icon: 'IconUserPlus',
  relationTargetObjectMetadataUniversalIdentifier: STANDARD_OBJECT.workspaceMember.universalIdentifier,
  relationTargetFieldMetadataUniversalIdentifier: INVERSE_FIELD.memberDoNotCallEntries,
  universalSettings: {
    relationType: RelationType.MANY_TO_ONE,
    onDelete: OnDeleteAction.SET_NULL,
    joinColumnName: 'addedById',
  },
});
