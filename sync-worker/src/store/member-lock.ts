import type { MemberId } from '@twenty-dialer/contract';
import type { Query } from './database.ts';

/**
 * One writer of a member's calls and progression at a time, until its transaction ends. It is the first lock that a
 * transaction takes: calls, entries and the change counter come after it.
 *
 * It keeps a member's totals in step with the ledger, and a report's notes are read before its call's row is locked: nobody
 * adds one in between.
 */
export const lockMember = (query: Query, memberId: MemberId): Promise<readonly unknown[]> =>
  query('select pg_advisory_xact_lock(hashtextextended(current_workspace()::text || $1, 0))', [memberId]);
