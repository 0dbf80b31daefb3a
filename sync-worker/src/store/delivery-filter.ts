import type { DeliverySelection } from '@twenty-dialer/contract';
import type { DeliveryFilterOf } from './admin-port.ts';
import type { Parameter } from './database.ts';
import { IS_OPEN } from './match-store.ts';

/** A condition on `outbox_entry e`, and what its placeholders stand for. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly Parameter[];
}

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
    // Written out, not given: so that the index of what is not well is known to hold it.
    filter.stages?.length ? `(${filter.stages.map((stage) => `e.stage = '${stage}'`).join(' or ')})` : null,
    filter.failures?.length ? `e.failure = any(${put(filter.failures)}::text[])` : null,
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
