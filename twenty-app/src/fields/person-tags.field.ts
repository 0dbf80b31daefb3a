import { defineField, FieldType, STANDARD_OBJECT } from 'twenty-sdk/define';
import { PERSON_FIELD } from '../identifiers.ts';
import { PERSON_TAGS_OPTIONS } from '../options/person-tags.options.ts';

export default defineField({
  universalIdentifier: PERSON_FIELD.tags,
  objectUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
  type: FieldType.MULTI_SELECT,
  name: 'tags',
  label: 'Tags',
  description: 'Marks, any number of them.',
  icon: 'IconTags',
  options: PERSON_TAGS_OPTIONS,
});
