import { defineView, ViewType } from 'twenty-sdk/define';
import { REP_PROGRESSION_FIELD, REP_PROGRESSION_ID, VIEW } from '../identifiers.ts';
import { columns } from './parts/columns.ts';
import { highestFirst } from './parts/sorts.ts';

/** From the time when each column got its identifier by hand. */
const KNOWN = {
  [REP_PROGRESSION_FIELD.name]: 'd8c9a1c0-e167-4d50-b807-c136df800949',
  [REP_PROGRESSION_FIELD.rank]: '7fb41f3d-3125-4e9a-8a57-70abc1f2c1d8',
  [REP_PROGRESSION_FIELD.totalXp]: '88b33071-dc58-4711-8a47-994608f7578a',
  [REP_PROGRESSION_FIELD.totalCalls]: '2ed55dc8-f90a-4bbb-8232-965ad4f89a4d',
  [REP_PROGRESSION_FIELD.totalTalkSeconds]: 'd8ed3991-8dbd-4248-a1fb-1d4ddf13a345',
  [REP_PROGRESSION_FIELD.streakDays]: '3f3b97eb-6062-43f0-bc0f-3a6d4a57d719',
  [REP_PROGRESSION_FIELD.lastCallAt]: 'a2bad348-d274-45a5-a07f-aef1cf0968bf',
  [REP_PROGRESSION_FIELD.member]: 'b7315547-67d8-4335-b669-7c8518a381c7',
};

export default defineView({
  universalIdentifier: VIEW.leaderboard,
  name: 'Leaderboard',
  objectUniversalIdentifier: REP_PROGRESSION_ID,
  type: ViewType.TABLE,
  icon: 'IconTrophy',
  position: 1,
  fields: columns(
    VIEW.leaderboard,
    [
      [REP_PROGRESSION_FIELD.name, 180],
      [REP_PROGRESSION_FIELD.rank, 130],
      [REP_PROGRESSION_FIELD.totalXp, 100],
      [REP_PROGRESSION_FIELD.totalCalls, 100],
      [REP_PROGRESSION_FIELD.totalTalkSeconds, 130],
      [REP_PROGRESSION_FIELD.streakDays, 120],
      [REP_PROGRESSION_FIELD.team, 150],
      [REP_PROGRESSION_FIELD.lastCallAt, 170],
      [REP_PROGRESSION_FIELD.member, 150],
    ],
    KNOWN,
  ),

  sorts: highestFirst(
    VIEW.leaderboard,
    REP_PROGRESSION_FIELD.totalXp,
    'b3444e59-fcb2-4883-98e0-7d181573baf5',
  ),
});
