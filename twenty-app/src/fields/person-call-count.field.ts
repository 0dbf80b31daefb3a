import { defineField, FieldType, NumberDataType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { PERSON_FIELD } from '../identifiers.ts';

export default defineField({
  universalIdentifier: PERSON_FIELD.callCount,
  objectUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
  type: FieldType.NUMBER,
  name: 'callCount',
  label: 'Number of calls',
  description: 'How many calls there were with this person. The dialer keeps it.',
  icon: 'IconHash',
  isUIEditable: false,
  universalSettings: { dataType: NumberDataType.INT },
});
