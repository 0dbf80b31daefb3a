import { PHONE_CALL_FIELD } from '../../identifiers.ts';
import { columns } from './columns.ts';

const WITHOUT_PERSON = [
  [PHONE_CALL_FIELD.member, 150],
  [PHONE_CALL_FIELD.startedAt, 170],
  [PHONE_CALL_FIELD.talkSeconds, 120],
  [PHONE_CALL_FIELD.disposition, 140],
  [PHONE_CALL_FIELD.direction, 120],
  [PHONE_CALL_FIELD.toNumber, 150],
] as const;
const FIRST = [
  [PHONE_CALL_FIELD.name, 220],
  [PHONE_CALL_FIELD.outcome, 160],
] as const;

/** What a manager looks for in a list of calls. */
export const callColumns = (viewId: string, known?: Readonly<Record<string, string>>) =>
  columns(
    viewId,
    [
      ...FIRST,
      [PHONE_CALL_FIELD.person, 170],
      [PHONE_CALL_FIELD.company, 170],
      ...WITHOUT_PERSON,
      [PHONE_CALL_FIELD.line, 150],
    ],
    known,
  );

/** The same on a person's own page, where the person goes without saying. */
export const callColumnsOfPerson = (viewId: string) => columns(viewId, [...FIRST, ...WITHOUT_PERSON]);
