import { defineField, FieldType, NumberDataType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { PERSON_FIELD } from '../identifiers.ts';

export default defineField({
  universalIdentifier: PERSON_FIELD.leadScore,
  objectUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
  type: FieldType.NUMBER,
  name: 'leadScore',
  label: 'Lead score',
  description: 'How promising this person is; higher is better.',
  icon: 'IconStars',
  universalSettings: { dataType: NumberDataType.INT },
});
