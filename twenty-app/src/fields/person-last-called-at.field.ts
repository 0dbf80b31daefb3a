import { defineField, FieldType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { PERSON_FIELD } from '../identifiers.ts';

export default defineField({
  universalIdentifier: PERSON_FIELD.lastCalledAt,
  objectUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
  type: FieldType.DATE_TIME,
  name: 'lastCalledAt',
  label: 'Last called',
  description: 'When the latest call with this person started. The dialer keeps it.',
  icon: 'IconPhoneCheck',
  isUIEditable: false,
});
