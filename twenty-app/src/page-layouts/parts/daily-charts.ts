import {
  AggregateOperations,
  ObjectRecordGroupByDateGranularity,
  type PageLayoutWidgetManifest,
} from 'twenty-sdk/define';
import { derivedId } from '../../derived-id.ts';
import { CALL_CHARTS_ID, DAILY_CALL_STATS_FIELD, DAILY_CALL_STATS_ID } from '../../identifiers.ts';
import { lastMonth } from './periods.ts';

const CALLS = derivedId(CALL_CHARTS_ID, 'calls-per-day');
const RATE = derivedId(CALL_CHARTS_ID, 'connection-rate-per-day');
const TALK = derivedId(CALL_CHARTS_ID, 'talk-time-per-day');

const BY_DAY = {
  primaryAxisGroupByFieldMetadataUniversalIdentifier: DAILY_CALL_STATS_FIELD.day,
  primaryAxisDateGranularity: ObjectRecordGroupByDateGranularity.DAY,
  primaryAxisOrderBy: 'FIELD_ASC',
} as const;
const BY_REP = {
  secondaryAxisGroupByFieldMetadataUniversalIdentifier: DAILY_CALL_STATS_FIELD.member,
  displayLegend: true,
} as const;

/** Days are those of the reps, in their own time zones, which is why these charts read the daily figures. */
export const DAILY_CHARTS: PageLayoutWidgetManifest[] = [
  {
    universalIdentifier: CALLS,
    title: 'Calls per day',
    type: 'GRAPH',
    objectUniversalIdentifier: DAILY_CALL_STATS_ID,
    gridPosition: { row: 3, column: 0, rowSpan: 6, columnSpan: 6 },
    configuration: {
      ...BY_DAY,
      ...BY_REP,
      configurationType: 'BAR_CHART',
      layout: 'VERTICAL',
      groupMode: 'STACKED',
      color: 'blue',
      aggregateFieldMetadataUniversalIdentifier: DAILY_CALL_STATS_FIELD.calls,
      aggregateOperation: AggregateOperations.SUM,
      filter: lastMonth(CALLS, DAILY_CALL_STATS_FIELD.day),
    },
  },
  {
    universalIdentifier: RATE,
    // Twenty's charts write a share as a fraction, whatever the field's format is.
    title: 'Connection rate per day (0 to 1, mean of the reps)',
    type: 'GRAPH',
    objectUniversalIdentifier: DAILY_CALL_STATS_ID,
    gridPosition: { row: 3, column: 6, rowSpan: 6, columnSpan: 6 },
    configuration: {
      ...BY_DAY,
      configurationType: 'LINE_CHART',
      color: 'green',
      rangeMin: 0,
      rangeMax: 1,
      // A day without calls is no day with a rate of zero.
      omitNullValues: true,
      aggregateFieldMetadataUniversalIdentifier: DAILY_CALL_STATS_FIELD.connectionRate,
      aggregateOperation: AggregateOperations.AVG,
      filter: lastMonth(RATE, DAILY_CALL_STATS_FIELD.day),
    },
  },
  {
    universalIdentifier: TALK,
    title: 'Talk time per day (min)',
    type: 'GRAPH',
    objectUniversalIdentifier: DAILY_CALL_STATS_ID,
    gridPosition: { row: 9, column: 0, rowSpan: 6, columnSpan: 6 },
    configuration: {
      ...BY_DAY,
      ...BY_REP,
      configurationType: 'BAR_CHART',
      layout: 'VERTICAL',
      groupMode: 'STACKED',
      color: 'purple',
      aggregateFieldMetadataUniversalIdentifier: DAILY_CALL_STATS_FIELD.talkMinutes,
      aggregateOperation: AggregateOperations.SUM,
      filter: lastMonth(TALK, DAILY_CALL_STATS_FIELD.day),
    },
  },
];
