import { type CallId, CallMoment } from '@twenty-dialer/contract';
import { z } from 'zod';
import { acceptReport } from './accept.ts';
import type { Changes } from './call-changes.ts';
import { readEdits } from './call-edits.ts';
import type { CallRecord, CallStore } from './call-port.ts';
import { readCallRows, SELECT_CALLS } from './call-rows.ts';
import { createCallSearch } from './call-search.ts';
import type { Query } from './database.ts';

/** Calls and their changes, within one transaction. */
export const createCallStore = (query: Query, changes: Changes): CallStore => {
  const select = async (callId: CallId): Promise<CallRecord | null> => {
    const [call] = readCallRows(await query(`${SELECT_CALLS} where c.id = $1`, [callId]));
    return call ?? null;
  };

  /** As it will be: read first and numbered then, because from its number on, all writers of the workspace wait for us. */
  const read = async (callId: CallId): Promise<CallRecord> => {
    const call = await select(callId);
    if (call === null) throw new Error(`The call ${callId} is locked and yet not there.`);
    const changeSeq = (await changes.number()).get(callId);
    return changeSeq === undefined ? call : { ...call, changeSeq };
  };

  return {
    ...createCallSearch(query, changes.number),
    accept: (report, onNews = async () => {}) => acceptReport({ query, changes, read, onNews }, report),
    get: async (callId) => {
      await changes.number();
      return select(callId);
    },
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
    unwrapped: async ({ memberId, limit }) => {
      await changes.number();
      const rows = await query(
        `${SELECT_CALLS} where c.member_id = $1 and c.stage <> 'wrapped-up'
         order by c.started_at desc, c.id desc limit $2`,
        [memberId, limit],
      );
      return readCallRows(rows);
    },
    moments: async (callId) => Moments.parse(await query(SELECT_MOMENTS, [callId])),
    edits: (callId) => readEdits(query, callId),
    latestChangeSeq: async () => {
      await changes.number();
      const [counter] = Counter.parse(await query('select last_seq from change_counter'));
      return counter?.last_seq ?? 0;
    },
  };
};

const Moments = z.array(
  z
    .object({ type: CallMoment.shape.type, source: CallMoment.shape.source, at: z.date() })
    .transform((moment): CallMoment => ({ ...moment, at: moment.at.toISOString() })),
);

/** Two moments may share a second: then the order in which a call goes through them decides. */
const SELECT_MOMENTS = `
  select type, source, at from call_event where call_id = $1
  order by at, array_position(array['initiated', 'ringing', 'answered', 'ended', 'wrapped-up'], type), source`;

const Counter = z.array(z.object({ last_seq: z.coerce.number() }));
