import { defineView, ViewType } from 'twenty-sdk/define';
import { DAILY_CALL_STATS_FIELD, DAILY_CALL_STATS_ID, VIEW } from '../identifiers.ts';
import { columns } from './parts/columns.ts';
import { highestFirst } from './parts/sorts.ts';

export default defineView({
  universalIdentifier: VIEW.dailyFigures,
  name: 'Daily figures',
  objectUniversalIdentifier: DAILY_CALL_STATS_ID,
  type: ViewType.TABLE,
  icon: 'IconChartBar',
  position: 1,
  fields: columns(VIEW.dailyFigures, [
    [DAILY_CALL_STATS_FIELD.name, 220],
    [DAILY_CALL_STATS_FIELD.day, 120],
    [DAILY_CALL_STATS_FIELD.member, 150],
    [DAILY_CALL_STATS_FIELD.calls, 90],
    [DAILY_CALL_STATS_FIELD.dials, 90],
    [DAILY_CALL_STATS_FIELD.answered, 100],
    [DAILY_CALL_STATS_FIELD.connected, 110],
    [DAILY_CALL_STATS_FIELD.connectionRate, 140],
    [DAILY_CALL_STATS_FIELD.averageDurationSeconds, 160],
    [DAILY_CALL_STATS_FIELD.talkMinutes, 130],
  ]),

  sorts: highestFirst(VIEW.dailyFigures, DAILY_CALL_STATS_FIELD.day),
});
