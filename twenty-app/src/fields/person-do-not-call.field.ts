import { defineField, FieldType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { PERSON_FIELD } from '../identifiers.ts';

export default defineField({
  universalIdentifier: PERSON_FIELD.doNotCall,
  objectUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
  type: FieldType.BOOLEAN,
  name: 'doNotCall',
  label: 'Do not call',
  description: 'Whether a number of this person is on the do-not-call list. The dialer keeps it.',
  icon: 'IconPhoneOff',
  // The list is the truth: a tick set here would keep nobody from calling.
  isUIEditable: false,
  defaultValue: false,
});
