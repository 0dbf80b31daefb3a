import { defineField, FieldType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { PERSON_FIELD } from '../identifiers.ts';

export default defineField({
  universalIdentifier: PERSON_FIELD.timezone,
  objectUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
  type: FieldType.TEXT,
  name: 'timezone',
  label: 'Time zone',
  description: 'Where it is office time, for example America/New_York.',
  icon: 'IconWorld',
});
