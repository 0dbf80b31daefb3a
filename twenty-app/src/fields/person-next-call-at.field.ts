import { defineField, FieldType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { PERSON_FIELD } from '../identifiers.ts';

export default defineField({
  universalIdentifier: PERSON_FIELD.nextCallAt,
  objectUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
  type: FieldType.DATE_TIME,
  name: 'nextCallAt',
  label: 'Next call',
  description: 'When this person is to be called next.',
  icon: 'IconCalendarTime',
});
