import { defineField, FieldType, RelationType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { INVERSE_FIELD, PERSON_FIELD } from '../identifiers.ts';

export default defineField({
  universalIdentifier: INVERSE_FIELD.memberAssignedPeople,
  objectUniversalIdentifier: STANDARD_OBJECT.workspaceMember.universalIdentifier,
  type: FieldType.RELATION,
  name: 'assignedPeople',
  label: 'Assigned people',
  description: 'People whom this rep looks after.',
  icon: 'IconUsers',
  relationTargetObjectMetadataUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
  relationTargetFieldMetadataUniversalIdentifier: PERSON_FIELD.assignedTo,
  universalSettings: { relationType: RelationType.ONE_TO_MANY },
});
