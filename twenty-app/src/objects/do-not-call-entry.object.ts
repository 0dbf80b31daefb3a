import { defineObject, FieldType } from 'twenty-sdk/define';
import { DO_NOT_CALL_ENTRY_FIELD, DO_NOT_CALL_ENTRY_ID } from '../identifiers.ts';
import { DO_NOT_CALL_SOURCE_OPTIONS } from '../options/do-not-call-source.options.ts';

export default defineObject({
  universalIdentifier: DO_NOT_CALL_ENTRY_ID,
  nameSingular: 'doNotCallEntry',
  namePlural: 'doNotCallEntries',
  labelSingular: 'Do-not-call entry',
  labelPlural: 'Do-not-call entries',
  description: 'A number that the dialer refuses to call. Adding one here is enough.',
  icon: 'IconPhoneOff',
  // People type into the column that titles the record: a number typed into a name would not be honoured.
  labelIdentifierFieldMetadataUniversalIdentifier: DO_NOT_CALL_ENTRY_FIELD.number,
  fields: [
    {
      universalIdentifier: DO_NOT_CALL_ENTRY_FIELD.number,
      type: FieldType.TEXT,
      name: 'number',
      label: 'Number',
      description: 'The number as + and digits, for example +12025550123.',
      icon: 'IconPhoneOff',
      isUnique: true,
    },
    {
      universalIdentifier: DO_NOT_CALL_ENTRY_FIELD.name,
      type: FieldType.TEXT,
      name: 'name',
      label: 'Name',
      description: 'Whose number it is, in words.',
      icon: 'IconUser',
    },
    {
      universalIdentifier: DO_NOT_CALL_ENTRY_FIELD.reason,
      type: FieldType.TEXT,
      name: 'reason',
      label: 'Reason',
      description: 'Why; reps are shown it.',
      icon: 'IconInfoCircle',
    },
    {
      universalIdentifier: DO_NOT_CALL_ENTRY_FIELD.source,
      type: FieldType.SELECT,
      name: 'source',
      label: 'Source',
      description: 'How the number came on the list.',
      icon: 'IconDatabaseImport',
      options: DO_NOT_CALL_SOURCE_OPTIONS,
      defaultValue: "'MANUAL'",
    },
    {
      universalIdentifier: DO_NOT_CALL_ENTRY_FIELD.addedAt,
      type: FieldType.DATE_TIME,
      name: 'addedAt',
      label: 'Added',
      description: 'When the number came on the list.',
      icon: 'IconCalendarPlus',
    },
    {
      universalIdentifier: DO_NOT_CALL_ENTRY_FIELD.expiresAt,
      type: FieldType.DATE_TIME,
      name: 'expiresAt',
      label: 'Expires',
      description: 'When the number may be called again; empty for never.',
      icon: 'IconCalendarX',
    },
  ],
});
