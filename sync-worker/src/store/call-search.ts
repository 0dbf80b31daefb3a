import { z } from 'zod';
import type { CallFilter, CallPosition, CallSearchStore, TypedSearch } from './call-port.ts';
import { readCallRows, SELECT_CALLS } from './call-rows.ts';
import type { Parameter, Query } from './database.ts';

/** Looks for members' calls as history asks for them; `CallSearchStore` says what it promises. */
export const createCallSearch = (query: Query, numberChanges: () => Promise<unknown>): CallSearchStore => ({
  search: async ({ memberIds, which, filter, after, among, limit }) => {
    await numberChanges();
    const { conditions, parameters, bind } = conditionsOf(memberIds, filter);
    if (after !== null) conditions.push(isBehind(after, bind));
    if (among !== null) conditions.push(`c.id = any(${bind(among)}::uuid[])`);
    const where = `where ${conditions.join(' and ')}`;
    const first = `order by c.started_at desc, c.id desc limit ${bind(limit)}`;
    const join = which === 'all' ? '' : joinNewerHere(memberIds, where, first);
    const rows = await query(`${SELECT_CALLS} ${join} ${where} ${first}`, parameters);
    return readCallRows(rows);
  },
  countNotInTwenty: async ({ memberIds, filter }) => {
    const { conditions, parameters } = conditionsOf(memberIds, filter);
    const rows = await query(
      `select count(*) as count from outbox_entry e join call c on c.id = e.call_id
       where ${isAnyOf('e.member_id', memberIds)} and ${IS_CALL_NEWER_HERE} and e.first_delivered_at is null
         and ${conditions.join(' and ')}`,
      parameters,
    );
    return Counts.parse(rows)[0]?.count ?? 0;
  },
  find: async ({ memberIds, callIds }) => {
    if (callIds.length === 0) return [];
    await numberChanges();
    const rows = await query(
      `${SELECT_CALLS} where ${isAnyOf('c.member_id', memberIds)} and c.id = any($2::uuid[])`,
      [whose(memberIds), callIds],
    );
    return readCallRows(rows);
  },
  keepHere: async (callId) => {
    await query('update call set is_kept_here = true where id = $1 and not is_kept_here', [callId]);
  },
});

const Counts = z.array(z.object({ count: z.coerce.number() }));

/** The words of the index outbox_entry_newer_here, so that it is used; `isNewerHere` of history says the same of a record. */
const IS_CALL_NEWER_HERE = `e.object_name = 'phoneCall'
  and (e.state in ('pending', 'leased', 'dead') or e.first_delivered_at is null)`;

/**
 * Few rows decide, however many calls there are. Calls that are kept here for good may be many, too: of those no more are
 * looked at than a page holds. `$1` is the member, or the members.
 */
const joinNewerHere = (memberIds: readonly string[], where: string, first: string): string => `join (
  select e.call_id from outbox_entry e where ${isAnyOf('e.member_id', memberIds)} and ${IS_CALL_NEWER_HERE}
  union all
  (select c.id from call c ${where} and c.is_kept_here and not exists (
    select from outbox_entry e where e.call_id = c.id and e.object_name = 'phoneCall'
  ) ${first})
) as newer on newer.call_id = c.id`;

/** One member is asked for in the words of the index, which then gives the calls in their order: it is almost always one. */
const isAnyOf = (column: string, memberIds: readonly string[]): string =>
  memberIds.length === 1 ? `${column} = $1::uuid` : `${column} = any($1::uuid[])`;
const whose = (memberIds: readonly string[]): Parameter =>
  memberIds.length === 1 ? (memberIds[0] ?? null) : memberIds;

type Bind = (value: Parameter) => string;

/** What a call `c` must be, with the values that the conditions name; `$1` is the member, or the members. */
const conditionsOf = (calledBy: readonly string[], filter: CallFilter) => {
  const parameters: Parameter[] = [whose(calledBy)];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const { from, to, memberIds, outcomes, lines, direction, callSessionId, isUnmatched, search } = filter;
  const conditions = [isAnyOf('c.member_id', calledBy)];
  if (from !== null) conditions.push(`c.started_at >= ${bind(from)}`);
  if (to !== null) conditions.push(`c.started_at < ${bind(to)}`);
  if (memberIds !== null) conditions.push(`c.member_id = any(${bind(memberIds)}::uuid[])`);
  if (outcomes !== null) conditions.push(hasOutcome(outcomes, bind));
  if (lines !== null) conditions.push(`c.line = any(${bind(lines)}::text[])`);
  if (direction !== null) conditions.push(`c.direction = ${bind(direction)}`);
  if (callSessionId !== null) conditions.push(`c.call_session_id = ${bind(callSessionId)}`);
  if (isUnmatched) conditions.push(HAS_NOBODY);
  if (search !== null) conditions.push(isFoundBy(search, bind));
  return { conditions, parameters, bind };
};

/** Neither named by the rep nor found by the number, as the record in Twenty has it. */
const HAS_NOBODY = `c.person_id is null
  and (c.is_nobody or not exists (select from call_match m where m.call_id = c.id))`;

const hasOutcome = (outcomes: NonNullable<CallFilter['outcomes']>, bind: Bind): string => {
  const keys = outcomes.filter((key) => key !== null);
  const isOneOf = `c.outcome = any(${bind(keys)}::text[])`;
  return outcomes.includes(null) ? `(${isOneOf} or c.outcome is null)` : isOneOf;
};

/** Behind a place in the list: older, or of the same moment and further down. No call of ours is without an id. */
const isBehind = ({ startedAt, callId }: CallPosition, bind: Bind): string => {
  const at = bind(startedAt);
  if (callId === null) return `c.started_at < ${at}`;
  return `c.started_at <= ${at} and (c.started_at < ${at} or c.id::text collate "C" < ${bind(callId)})`;
};

/** Whom the number led to, where the report leaves it open. */
const MATCHED_NAME = `(
  select nullif(p.name, '') from call_match m join person_mirror p on p.person_id = m.person_id
  where m.call_id = c.id and c.person_id is null and not c.is_nobody
)`;

/**
 * The title that the call's record has in Twenty (`callTitle`), so that a word finds the same calls on both sides. A number
 * stands there in groups and here in one piece, which makes no difference: digits are looked for in the numbers.
 */
const TITLE = `('Call ' || case c.direction when 'outbound' then 'to ' else 'from ' end
  || coalesce(nullif(c.report ->> 'personName', ''), ${MATCHED_NAME}, case
    when c.direction = 'inbound' then coalesce(c.report ->> 'from', c.report ->> 'to') else c.report ->> 'to' end))`;

const isFoundBy = ({ words, numbers }: TypedSearch, bind: Bind): string => {
  const hasDigits = (digits: string): string => {
    const pattern = bind(`%${digits}%`);
    return `c.report ->> 'to' like ${pattern} or c.report ->> 'from' like ${pattern}`;
  };
  const hasWord = ({ text, digits }: TypedSearch['words'][number]): string =>
    [`${TITLE} ilike ${bind(`%${escaped(text)}%`)}`, ...(digits === null ? [] : [hasDigits(digits)])].join(
      ' or ',
    );
  const byWords = words.map((word) => `(${hasWord(word)})`).join(' and ');
  return `(${[byWords, ...numbers.map(hasDigits)].join(' or ')})`;
};

/** A typed wildcard is a letter like any other. */
const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
