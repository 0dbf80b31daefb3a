import { AggregateOperations, defineView, ViewType } from 'twenty-sdk/define';
import { derivedId } from '../derived-id.ts';
import { PHONE_CALL_FIELD, PHONE_CALL_ID, VIEW } from '../identifiers.ts';
import { OUTCOME_OPTIONS } from '../options/outcome.options.ts';
import { columns } from './parts/columns.ts';
import { isThisWeek } from './parts/filters.ts';
import { highestFirst } from './parts/sorts.ts';

const ID = VIEW.callsByOutcome;

/** A board with a column for each outcome; without groups of its own Twenty would show none. */
export default defineView({
  universalIdentifier: ID,
  name: 'Calls by outcome',
  objectUniversalIdentifier: PHONE_CALL_ID,
  type: ViewType.KANBAN,
  icon: 'IconLayoutKanban',
  position: 6,
  mainGroupByFieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.outcome,
  kanbanAggregateOperation: AggregateOperations.SUM,
  kanbanAggregateOperationFieldMetadataUniversalIdentifier: PHONE_CALL_FIELD.talkSeconds,
  groups: OUTCOME_OPTIONS.map(({ id, value, position }) => ({
    universalIdentifier: derivedId(ID, 'group', id),
    fieldValue: value,
    position,
    isVisible: true,
  })),
  fields: columns(ID, [
    [PHONE_CALL_FIELD.name, 200],
    [PHONE_CALL_FIELD.person, 150],
    [PHONE_CALL_FIELD.member, 150],
    [PHONE_CALL_FIELD.startedAt, 150],
    [PHONE_CALL_FIELD.talkSeconds, 150],
  ]),
  filters: [isThisWeek(ID, PHONE_CALL_FIELD.startedAt)],
  sorts: highestFirst(ID, PHONE_CALL_FIELD.startedAt),
});
