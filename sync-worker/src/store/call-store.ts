import type { CallId } from '@twenty-dialer/contract';
import { z } from 'zod';
import { acceptReport } from './accept.ts';
import type { Changes } from './call-changes.ts';
import { readCallRows, SELECT_CALLS } from './call-rows.ts';
import type { Query } from './database.ts';
import type { CallRecord, CallStore } from './port.ts';

/** Calls and their changes, within one transaction. */
export const createCallStore = (query: Query, changes: Changes): CallStore => {
  const get = async (callId: CallId): Promise<CallRecord | null> => {
    await changes.number();
    const [call] = readCallRows(await query(`${SELECT_CALLS} where c.id = $1`, [callId]));
    return call ?? null;
  };

  const read = async (callId: CallId): Promise<CallRecord> => {
    const call = await get(callId);
    if (call === null) throw new Error(`The call ${callId} is locked and yet not there.`);
    return call;
  };

  return {
    accept: (report) => acceptReport({ query, changes, read }, report),
    get,
    list: async ({ memberId, from, to, limit }) => {
      await changes.number();
      const rows = await query(
        `${SELECT_CALLS} where c.member_id = $1 and c.started_at >= $2 and c.started_at < $3
         order by c.started_at desc, c.id desc limit $4`,
        [memberId, from, to, limit],
      );
      return readCallRows(rows);
    },
    changedAfter: async ({ memberId, changeSeq, limit }) => {
      await changes.number();
      const rows = await query(
        `${SELECT_CALLS} where change.member_id = $1 and change.change_seq > $2
         order by change.change_seq limit $3`,
        [memberId, changeSeq, limit],
      );
      return readCallRows(rows);
    },
    latestChangeSeq: async () => {
      await changes.number();
      const [counter] = Counter.parse(await query('select last_seq from change_counter'));
      return counter?.last_seq ?? 0;
    },
  };
};

const Counter = z.array(z.object({ last_seq: z.coerce.number() }));
