import { defineField, FieldType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { PERSON_FIELD } from '../identifiers.ts';
import { PERSON_STAGE_OPTIONS } from '../options/person-stage.options.ts';

export default defineField({
  universalIdentifier: PERSON_FIELD.stage,
  objectUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
  type: FieldType.SELECT,
  name: 'stage',
  label: 'Stage',
  description: 'How far this person has come on the way to a customer.',
  icon: 'IconProgressCheck',
  options: PERSON_STAGE_OPTIONS,
});
