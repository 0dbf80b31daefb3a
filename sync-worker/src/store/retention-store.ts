import type { Query } from './database.ts';
import type { Forgettable, RetentionStore } from './port.ts';

/** Removes what nobody needs any more, within one transaction. */
export const createRetentionStore = (query: Query): RetentionStore => ({
  forget: async (what, olderThanMs, limit) => (await query(FORGET[what], [olderThanMs, limit])).length,
});

const OLD = `statement_timestamp() - $1 * interval '1 millisecond'`;

/**
 * What somebody else is removing at this moment is skipped, so that several workers may tidy up at once. Arrays, because as
 * `in (select …)` Postgres may run the inner look once per row, and remove far more than was asked for.
 */
const removal = (table: string, key: string, { where, by }: { where: string; by: string }): string => `
  delete from ${table} where ${key} = any(array(
    select ${key} from ${table} where ${where} order by ${by} limit $2 for update skip locked
  ))
  returning ${key}`;

/** A line of the log that the outbox does not know as it is, or that is still open, is news and stays. */
const FORGET: Readonly<Record<Forgettable, string>> = {
  session: removal('session', 'id_hash', { where: `expires_at < ${OLD}`, by: 'expires_at' }),
  'sign-in': removal('sign_in', 'state_hash', { where: `expires_at < ${OLD}`, by: 'expires_at' }),
  'dial-ticket': removal('dial_ticket', 'ticket_hash', { where: `expires_at < ${OLD}`, by: 'expires_at' }),
  'request-count': removal('request_count', 'window_at', { where: `window_at < ${OLD}`, by: 'window_at' }),
  'log-line': removal('sync_failure', 'entry_key', {
    where: `status = 'resolved' and told_revision = revision and at < ${OLD}`,
    by: 'at',
  }),
  'log-day': removal('sync_day', 'day', {
    where: `told_revision = revision and last_at < ${OLD}`,
    by: 'day',
  }),
  'log-entry': removal('outbox_entry', 'slot', {
    where: `object_name = 'syncLogEntry' and state = 'delivered' and delivered_at < ${OLD}`,
    by: 'delivered_at',
  }),
};
