import { AggregateOperations, type PageLayoutWidgetManifest } from 'twenty-sdk/define';
import { derivedId } from '../../derived-id.ts';
import { CALL_CHARTS_ID, PHONE_CALL_FIELD, PHONE_CALL_ID } from '../../identifiers.ts';
import { lastMonth } from './periods.ts';

const OUTCOMES = derivedId(CALL_CHARTS_ID, 'outcomes');
const BY_REP = derivedId(CALL_CHARTS_ID, 'calls-by-rep');
const BY_REP_AND_OUTCOME = derivedId(CALL_CHARTS_ID, 'outcomes-by-rep');

const COUNT_OF_CALLS = {
  aggregateFieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.callId,
  aggregateOperation: AggregateOperations.COUNT,
} as const;

/** Who called, and what came of it, in the last month. */
export const CALL_CHARTS: PageLayoutWidgetManifest[] = [
  {
    universalIdentifier: OUTCOMES,
    title: 'Outcomes in 30 days',
    type: 'GRAPH',
    objectUniversalIdentifier: PHONE_CALL_ID,
    gridPosition: { row: 9, column: 6, rowSpan: 6, columnSpan: 6 },
    configuration: {
      ...COUNT_OF_CALLS,
      configurationType: 'PIE_CHART',
      groupByFieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.outcome,
      displayLegend: true,
      showCenterMetric: true,
      displayDataLabel: true,
      hideEmptyCategory: true,
      filter: lastMonth(OUTCOMES, PHONE_CALL_FIELD.startedAt),
    },
  },
  {
    universalIdentifier: BY_REP,
    title: 'Calls by rep in 30 days',
    type: 'GRAPH',
    objectUniversalIdentifier: PHONE_CALL_ID,
    gridPosition: { row: 15, column: 0, rowSpan: 6, columnSpan: 6 },
    configuration: {
      ...COUNT_OF_CALLS,
      configurationType: 'BAR_CHART',
      layout: 'HORIZONTAL',
      primaryAxisGroupByFieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.member,
      primaryAxisOrderBy: 'VALUE_DESC',
      omitNullValues: true,
      displayDataLabel: true,
      color: 'turquoise',
      filter: lastMonth(BY_REP, PHONE_CALL_FIELD.startedAt),
    },
  },
  {
    universalIdentifier: BY_REP_AND_OUTCOME,
    title: 'Outcomes by rep in 30 days',
    type: 'GRAPH',
    objectUniversalIdentifier: PHONE_CALL_ID,
    gridPosition: { row: 15, column: 6, rowSpan: 6, columnSpan: 6 },
    configuration: {
      ...COUNT_OF_CALLS,
      configurationType: 'BAR_CHART',
      layout: 'HORIZONTAL',
      groupMode: 'STACKED',
      primaryAxisGroupByFieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.member,
      primaryAxisOrderBy: 'VALUE_DESC',
      secondaryAxisGroupByFieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.outcome,
      secondaryAxisOrderBy: 'FIELD_POSITION_ASC',
      omitNullValues: true,
      displayLegend: true,
      filter: lastMonth(BY_REP_AND_OUTCOME, PHONE_CALL_FIELD.startedAt),
    },
  },
];
