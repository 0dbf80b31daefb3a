import { v7 } from 'uuid';
import type { AttemptAnswer, DeliveryAttempt } from '../outbox/attempt.ts';
import type { LeasedEntry, ObjectName } from '../outbox/entry.ts';
import type { TwentyError } from '../twenty/errors.ts';
import type { WriteAnswer } from '../twenty/port.ts';
import { groupByObject } from './group-by-object.ts';
import type { Write } from './plan.ts';
import { shownRefusals, shownRows, shownText } from './redact.ts';
import { weightiest } from './weightiest.ts';

interface Told {
  readonly holder: string;
  readonly ms: number;
}

/** What is kept of one document that wrote. Of one that was taken whole nothing is kept but that it was. */
export const writeAttempt = (
  writes: readonly Write[],
  answer: WriteAnswer,
  { holder, ms }: Told,
): DeliveryAttempt => {
  const entries = writes.map(({ entry }) => entry);
  const about = { ...aboutEntries(entries), id: v7(), action: 'write', holder, ms } as const;
  if (answer.kind !== 'answered') {
    return {
      ...about,
      ...NOTHING_SAID,
      answer: answer.kind,
      failure: 'cannot-reach',
      message: answer.reason,
      request: shownRows(writes, null),
    };
  }
  const left = writes.filter(({ entry }) => !answer.written.has(entry.objectName));
  if (left.length === 0) return { ...about, ...NOTHING_SAID, answer: 'taken' };
  const said = weightiest(answer.refusals);
  if (said === null) return { ...about, ...NOTHING_SAID, ...UNEXPLAINED, request: shownRows(left, null) };
  const taken = writes.filter((write) => !left.includes(write));
  return {
    ...about,
    answer: taken.length === 0 ? 'refused' : 'taken-in-part',
    failure: said.classified.failure,
    code: said.refusal.code,
    subCode: said.refusal.subCode,
    message: shownText(said.refusal.message, left),
    field: said.classified.field,
    request: shownRows(left, said.classified),
    response: { taken: countsOf(taken), errors: shownRefusals(answer.refusals, left) },
  };
};

/** What is kept of one look at the rows of entries, before they are written. Null: they were there to be seen. */
export const readAttempt = (
  entries: readonly LeasedEntry[],
  error: TwentyError | null,
  { holder, ms }: Told,
): DeliveryAttempt => ({
  ...NOTHING_SAID,
  ...aboutEntries(entries),
  id: v7(),
  action: 'read',
  holder,
  ms,
  answer: error === null ? 'taken' : READ_ANSWERS[error.kind],
  failure: error === null ? null : error.kind === 'not-allowed' ? 'not-allowed' : 'cannot-reach',
  message: error === null ? null : shownText(error.message, []),
});

const READ_ANSWERS: Readonly<Record<TwentyError['kind'], AttemptAnswer>> = {
  unreachable: 'unanswered',
  throttled: 'refused',
  'not-allowed': 'refused',
  refused: 'refused',
};

const NOTHING_SAID = {
  failure: null,
  code: null,
  subCode: null,
  message: null,
  field: null,
  request: null,
  response: null,
} as const;

/** As good as no answer: whoever retries has to look first. */
const UNEXPLAINED = {
  answer: 'unanswered',
  failure: 'cannot-reach',
  message: 'Twenty neither took the rows nor said why.',
} as const;

/** Enough to recognise a document by; every entry names its attempts itself. */
const SLOTS_KEPT = 50;

const aboutEntries = (entries: readonly LeasedEntry[]) => ({
  rowCounts: rowCounts(entries.map(({ objectName }) => objectName)),
  slots: entries.slice(0, SLOTS_KEPT).map(({ slot }) => slot),
});

const countsOf = (writes: readonly Write[]) =>
  Object.fromEntries([...groupByObject(writes)].map(([objectName, { length }]) => [objectName, length]));

const rowCounts = (names: readonly ObjectName[]): Partial<Record<ObjectName, number>> => {
  const counts: Partial<Record<ObjectName, number>> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};
