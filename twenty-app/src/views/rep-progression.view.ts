import { defineView, ViewSortDirection, ViewType } from 'twenty-sdk/define';
import { REP_PROGRESSION_FIELD, REP_PROGRESSION_ID, VIEW } from '../identifiers.ts';

export default defineView({
  universalIdentifier: VIEW.repProgression,
  name: 'Reps',
  objectUniversalIdentifier: REP_PROGRESSION_ID,
  type: ViewType.TABLE,
  icon: 'IconTrophy',
  position: 1,
  fields: [
    {
      universalIdentifier: 'd8c9a1c0-e167-4d50-b807-c136df800949',
      fieldMetadataUniversalIdentifier: REP_PROGRESSION_FIELD.name,
      position: 0,
      size: 200,
    },
    {
      universalIdentifier: '7fb41f3d-3125-4e9a-8a57-70abc1f2c1d8',
      fieldMetadataUniversalIdentifier: REP_PROGRESSION_FIELD.rank,
      position: 1,
      size: 130,
    },
    {
      universalIdentifier: '88b33071-dc58-4711-8a47-994608f7578a',
      fieldMetadataUniversalIdentifier: REP_PROGRESSION_FIELD.totalXp,
      position: 2,
      size: 110,
    },
    {
      universalIdentifier: '2ed55dc8-f90a-4bbb-8232-965ad4f89a4d',
      fieldMetadataUniversalIdentifier: REP_PROGRESSION_FIELD.totalCalls,
      position: 3,
      size: 110,
    },
    {
      universalIdentifier: 'd8ed3991-8dbd-4248-a1fb-1d4ddf13a345',
      fieldMetadataUniversalIdentifier: REP_PROGRESSION_FIELD.totalTalkSeconds,
      position: 4,
      size: 130,
    },
    {
      universalIdentifier: '3f3b97eb-6062-43f0-bc0f-3a6d4a57d719',
      fieldMetadataUniversalIdentifier: REP_PROGRESSION_FIELD.streakDays,
      position: 5,
      size: 130,
    },
    {
      universalIdentifier: 'a2bad348-d274-45a5-a07f-aef1cf0968bf',
      fieldMetadataUniversalIdentifier: REP_PROGRESSION_FIELD.lastCallAt,
      position: 6,
      size: 170,
    },
    {
      universalIdentifier: 'b7315547-67d8-4335-b669-7c8518a381c7',
      fieldMetadataUniversalIdentifier: REP_PROGRESSION_FIELD.member,
      position: 7,
      size: 150,
    },
  ],
  sorts: [
    {
      universalIdentifier: 'b3444e59-fcb2-4883-98e0-7d181573baf5',
      fieldMetadataUniversalIdentifier: REP_PROGRESSION_FIELD.lastCallAt,
      direction: ViewSortDirection.DESC,
    },
  ],
});
