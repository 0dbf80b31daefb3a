import type { DeliverySelection, DeliveryStage } from '@twenty-dialer/contract';
import type { DeliveryFilterOf } from './admin-port.ts';
import type { Parameter } from './database.ts';
import { IS_OPEN } from './match-store.ts';

/** A condition on `outbox_entry e`, and what its placeholders stand for. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly Parameter[];
}

/** How far an entry has come, as an admin sees it. */
export const STAGE = `case e.state
  when 'pending' then 'waiting'
  when 'leased' then 'on-its-way'
  when 'dead' then 'failed'
  when 'dismissed' then 'dismissed'
  else case when e.attention is null then 'in-twenty' else 'needs-attention' end end`;

/** Each has the very condition of a partial index, so that what has arrived is not read. */
const OF_STAGE: Readonly<Record<DeliveryStage, string>> = {
  waiting: `e.state = 'pending'`,
  'on-its-way': `e.state = 'leased'`,
  failed: `e.state = 'dead'`,
  dismissed: `e.state = 'dismissed'`,
  'needs-attention': `(e.state = 'delivered' and e.attention is not null)`,
  'in-twenty': `(e.state = 'delivered' and e.attention is null)`,
};

/**
 * Why it is not, or not wholly, as it should be. What Twenty has under a mark has no failure any more, but its mark says
 * why it was set.
 */
export const FAILURE = `coalesce(e.failure_class, case e.attention ->> 'kind'
  when 'missing-link' then 'missing-link'
  when 'deleted-in-twenty' then 'deleted-in-twenty'
  when 'unmatched' then 'cannot-match'
  when 'several-candidates' then 'cannot-match'
  when 'refused' then 'cannot-accept'
  when 'clash' then 'cannot-accept' end)`;

/** A call whose person nobody knows, among entries. */
export const IS_UNMATCHED = `(e.object_name = 'phoneCall' and exists (
  select from call c where c.id = e.call_id and c.number is not null and ${IS_OPEN}))`;

/** What a selection finds; placeholders go on from `$first`. */
export const conditionOf = (selection: DeliverySelection, first: number): Condition => {
  if ('slots' in selection) return { sql: `e.slot = any($${first}::text[])`, values: [selection.slots] };
  return ofFilter(selection.filter, first);
};

const ofFilter = (filter: DeliveryFilterOf, first: number): Condition => {
  const values: Parameter[] = [];
  const put = (value: Parameter): string => {
    values.push(value);
    return `$${first + values.length - 1}`;
  };
  const parts = [
    filter.stages?.length ? `(${filter.stages.map((stage) => OF_STAGE[stage]).join(' or ')})` : null,
    filter.failures?.length ? `${FAILURE} = any(${put(filter.failures)}::text[])` : null,
    filter.objects?.length ? `e.object_name = any(${put(filter.objects)}::text[])` : null,
    filter.members?.length ? `e.member_id = any(${put(filter.members)}::uuid[])` : null,
    filter.from === undefined ? null : `e.updated_at >= ${put(filter.from)}::timestamptz`,
    filter.to === undefined ? null : `e.updated_at < ${put(filter.to)}::timestamptz`,
    filter.person === 'none' ? IS_UNMATCHED : null,
    filter.search ? searched(put(`%${escaped(filter.search)}%`), put(`${escaped(filter.search)}%`)) : null,
  ].filter((part) => part !== null);
  return { sql: parts.length === 0 ? 'true' : parts.join(' and '), values };
};

const searched = (anywhere: string, atTheStart: string): string =>
  `(e.payload ->> 'name' ilike ${anywhere} or e.payload ->> 'title' ilike ${anywhere} or e.reason ilike ${anywhere}
    or e.attention ->> 'message' ilike ${anywhere} or e.call_id::text ilike ${atTheStart}
    or e.record_id::text ilike ${atTheStart} or e.slot ilike ${atTheStart})`;

const escaped = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);
