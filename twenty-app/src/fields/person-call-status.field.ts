import { defineField, FieldType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { PERSON_FIELD } from '../identifiers.ts';
import { CALL_STATUS_OPTIONS } from '../options/call-status.options.ts';

export default defineField({
  universalIdentifier: PERSON_FIELD.callStatus,
  objectUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
  type: FieldType.SELECT,
  name: 'callStatus',
  label: 'Call status',
  description: 'Where calling this person stands.',
  icon: 'IconPhoneCall',
  options: CALL_STATUS_OPTIONS,
});
