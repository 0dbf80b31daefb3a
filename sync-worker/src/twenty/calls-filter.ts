import { NEEDS_WRAP_UP, toTwentySelect } from '@twenty-dialer/contract';
import type {
  PhoneCallDirectionEnum,
  PhoneCallFilterInput,
  PhoneCallLineEnum,
  PhoneCallOutcomeEnum,
} from '../../../graphql/generated/core/graphql.ts';
import type { CallFilter, CallPosition, TypedSearch } from '../store/call-port.ts';

/**
 * What calls must have in common, in Twenty's words. A record without a start is no call that anybody made (somebody
 * began one by hand in Twenty): it has no place in a list by time, and is left out.
 */
export const callsFilter = (filter: CallFilter, after: CallPosition | null): PhoneCallFilterInput => {
  const { from, to, memberIds, outcomes, lines, direction, callSessionId, isUnmatched, search } = filter;
  const and: PhoneCallFilterInput[] = [{ startedAt: { is: 'NOT_NULL' } }];
  // One operator for each field object: Twenty refuses two.
  if (from !== null) and.push({ startedAt: { gte: from } });
  if (to !== null) and.push({ startedAt: { lt: to } });
  if (memberIds !== null) and.push({ memberId: { in: [...memberIds] } });
  if (outcomes !== null) and.push(withOutcome(outcomes));
  if (lines !== null) and.push({ line: { in: lines.map(toOption<PhoneCallLineEnum>) } });
  if (direction !== null) and.push({ direction: { eq: toOption<PhoneCallDirectionEnum>(direction) } });
  if (callSessionId !== null) and.push({ callSessionId: { eq: callSessionId } });
  if (isUnmatched) and.push({ personId: { is: 'NULL' } });
  if (search !== null) and.push(foundBy(search));
  if (after !== null) and.push(behind(after));
  return { and };
};

/**
 * The filter without an option that Twenty refused because its select has none of that name; null when nothing is left that
 * a call could have.
 */
export const withoutOption = (filter: CallFilter, option: string): CallFilter | null => {
  const keep = <TKey extends string | null>(keys: readonly TKey[] | null) =>
    keys?.filter((key) => key === null || toTwentySelect(key) !== option) ?? null;
  const [outcomes, lines] = [keep(filter.outcomes), keep(filter.lines)];
  return outcomes?.length === 0 || lines?.length === 0 ? null : { ...filter, outcomes, lines };
};

/** An admin may add options of their own; the type names those that we know. */
const toOption = <TOption extends string>(key: string): TOption => toTwentySelect(key) as TOption;

/** A record that was made by hand may have no outcome at all: nobody wrapped it up either. */
const withOutcome = (outcomes: NonNullable<CallFilter['outcomes']>): PhoneCallFilterInput => {
  const isOneOf = {
    outcome: {
      in: outcomes.map((key) => (key === null ? NEEDS_WRAP_UP : toOption<PhoneCallOutcomeEnum>(key))),
    },
  };
  return outcomes.includes(null) ? { or: [isOneOf, { outcome: { is: 'NULL' } }] } : isOneOf;
};

const behind = ({ startedAt, callId, recordId }: CallPosition): PhoneCallFilterInput => {
  const further: PhoneCallFilterInput =
    callId === null
      ? { and: [{ callId: { is: 'NULL' } }, { id: { gt: recordId } }] }
      : { or: [{ callId: { lt: callId } }, { callId: { is: 'NULL' } }] };
  return { and: [{ startedAt: { lte: startedAt } }, { or: [{ startedAt: { lt: startedAt } }, further] }] };
};

const foundBy = ({ words, numbers }: TypedSearch): PhoneCallFilterInput => {
  const hasDigits = (digits: string): PhoneCallFilterInput[] => [
    { toNumber: { like: `%${digits}%` } },
    { fromNumber: { like: `%${digits}%` } },
  ];
  const hasWord = ({ text, digits }: TypedSearch['words'][number]): PhoneCallFilterInput => ({
    or: [{ name: { ilike: `%${escaped(text)}%` } }, ...(digits === null ? [] : hasDigits(digits))],
  });
  return { or: [{ and: words.map(hasWord) }, ...numbers.flatMap(hasDigits)] };
};

/** Twenty hands a pattern on to the database, where a backslash makes a typed wildcard a letter like any other. */
const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
