import { defineView, ViewSortDirection, ViewType } from 'twenty-sdk/define';
import { PHONE_CALL_FIELD, PHONE_CALL_ID, VIEW } from '../identifiers.ts';

export default defineView({
  universalIdentifier: VIEW.recentPhoneCalls,
  name: 'Recent calls',
  objectUniversalIdentifier: PHONE_CALL_ID,
  type: ViewType.TABLE,
  icon: 'IconPhoneCall',
  position: 1,
  fields: [
    {
      universalIdentifier: 'bd7e2562-2efc-48c4-af1c-0cbcd7025323',
      fieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.name,
      position: 0,
      size: 220,
    },
    {
      universalIdentifier: 'ea479542-05b9-46d2-8483-a3058cdef00f',
      fieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.outcome,
      position: 1,
      size: 160,
    },
    {
      universalIdentifier: '8a2d86b2-4d0f-4fd0-ab9b-ae0ad8dd0b9c',
      fieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.person,
      position: 2,
      size: 170,
    },
    {
      universalIdentifier: 'c22d7892-8dcd-4c8c-b1a3-d5928b7ebf97',
      fieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.member,
      position: 3,
      size: 150,
    },
    {
      universalIdentifier: 'c516d940-57b3-48ba-8490-990bf92ba89b',
      fieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.startedAt,
      position: 4,
      size: 160,
    },
    {
      universalIdentifier: '3e2fd8b3-bd85-482f-9028-33f2187de0d5',
      fieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.talkSeconds,
      position: 5,
      size: 120,
    },
    {
      universalIdentifier: 'a92f5360-7a3b-49e1-8cfe-8430adc5bb14',
      fieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.toNumber,
      position: 6,
      size: 150,
    },
    {
      universalIdentifier: '3d582dee-2309-478f-815d-24d0e7f29dcc',
      fieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.direction,
      position: 7,
      size: 120,
    },
    {
      universalIdentifier: '28c617d3-2951-47f2-ac3b-8a5c5beda888',
      fieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.disposition,
      position: 8,
      size: 140,
    },
    {
      universalIdentifier: 'fa2f4441-7205-492e-a4a1-d1863a29322c',
      fieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.line,
      position: 9,
      size: 130,
    },
  ],
  sorts: [
    {
      universalIdentifier: 'f68acc6e-aafa-45d6-bb4a-c76baa5a30b9',
      fieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.startedAt,
      direction: ViewSortDirection.DESC,
    },
  ],
});
