import { AggregateOperations, type PageLayoutWidgetManifest } from 'twenty-sdk/define';
import { derivedId } from '../../derived-id.ts';
import {
  CALL_CHARTS_ID,
  DAILY_CALL_STATS_FIELD,
  DAILY_CALL_STATS_ID,
  PHONE_CALL_FIELD,
  PHONE_CALL_ID,
} from '../../identifiers.ts';
import { thisWeek, today } from './periods.ts';

const LOOK = { displayDataLabel: true, color: 'auto' } as const;

/** The figures in the first row of the page, three columns wide each. */
export const CALL_FIGURES: PageLayoutWidgetManifest[] = [
  {
    universalIdentifier: derivedId(CALL_CHARTS_ID, 'calls-today'),
    title: 'Calls today',
    type: 'GRAPH',
    objectUniversalIdentifier: PHONE_CALL_ID,
    gridPosition: { row: 0, column: 0, rowSpan: 3, columnSpan: 3 },
    configuration: {
      ...LOOK,
      configurationType: 'AGGREGATE_CHART',
      aggregateFieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.callId,
      aggregateOperation: AggregateOperations.COUNT,
      filter: today(PHONE_CALL_FIELD.startedAt),
    },
  },
  {
    universalIdentifier: derivedId(CALL_CHARTS_ID, 'calls-this-week'),
    title: 'Calls this week',
    type: 'GRAPH',
    objectUniversalIdentifier: PHONE_CALL_ID,
    gridPosition: { row: 0, column: 3, rowSpan: 3, columnSpan: 3 },
    configuration: {
      ...LOOK,
      configurationType: 'AGGREGATE_CHART',
      aggregateFieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.callId,
      aggregateOperation: AggregateOperations.COUNT,
      filter: thisWeek(PHONE_CALL_FIELD.startedAt),
    },
  },
  {
    universalIdentifier: derivedId(CALL_CHARTS_ID, 'connects-this-week'),
    title: 'Connects this week',
    type: 'GRAPH',
    objectUniversalIdentifier: DAILY_CALL_STATS_ID,
    gridPosition: { row: 0, column: 6, rowSpan: 3, columnSpan: 3 },
    configuration: {
      ...LOOK,
      configurationType: 'AGGREGATE_CHART',
      aggregateFieldMetadataUniversalIdentifier: DAILY_CALL_STATS_FIELD.connected,
      aggregateOperation: AggregateOperations.SUM,
      filter: thisWeek(DAILY_CALL_STATS_FIELD.day),
    },
  },
  {
    universalIdentifier: derivedId(CALL_CHARTS_ID, 'talk-time-this-week'),
    title: 'Talk time this week',
    type: 'GRAPH',
    objectUniversalIdentifier: DAILY_CALL_STATS_ID,
    gridPosition: { row: 0, column: 9, rowSpan: 3, columnSpan: 3 },
    configuration: {
      ...LOOK,
      configurationType: 'AGGREGATE_CHART',
      aggregateFieldMetadataUniversalIdentifier: DAILY_CALL_STATS_FIELD.talkMinutes,
      aggregateOperation: AggregateOperations.SUM,
      suffix: ' min',
      filter: thisWeek(DAILY_CALL_STATS_FIELD.day),
    },
  },
];
