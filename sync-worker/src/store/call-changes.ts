import { CallId, type MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';
import { CHANGE_CHANNEL, type Query } from './database.ts';
import { toJsonText } from './json.ts';
import type { StoreChange } from './port.ts';

/** What one transaction changed, told once, at its end. */
export interface Changes {
  note(topic: Exclude<StoreChange['topic'], 'progression' | 'sessions'>): void;
  /** Sessions of a member ended. */
  noteSessions(memberId: MemberId): void;
  /** The totals of a member changed, or how far they have come. Those who follow others need not look. */
  noteProgression(memberId: MemberId): void;
  /** These calls, or how far they have come, changed. They get their numbers as late as possible. */
  noteCalls(callIds: readonly (CallId | null)[]): void;
  /**
   * Gives the calls noted so far their numbers, and answers those of this transaction. Call it before calls are read, and
   * only when all rows are locked.
   */
  number(): Promise<ReadonlyMap<CallId, number>>;
  /** The last thing before commit. */
  tell(): Promise<void>;
}

/**
 * Numbers changes of calls so that a reader who asks "what came after n" never misses one. The counter's row stays locked
 * until commit, so the next number is given out only when everything with a lower one can be seen: a sequence would let
 * a higher number be seen first, and the reader's cursor would step over the lower one for good.
 *
 * The lock makes the writers of a workspace queue up from here to their commit, and it is the last lock that a
 * transaction takes (calls, then entries in the order of their slots, then this), or two of them could wait for each
 * other. That is why numbers are not given out as changes happen, but once, for all of them.
 */
export const createChanges = (query: Query, workspaceId: string): Changes => {
  const topics = new Set<StoreChange['topic']>();
  const members = new Set<MemberId>();
  const signedOut = new Set<MemberId>();
  const waiting = new Set<CallId>();
  // A call that has its number keeps it: the lock is still ours, so nobody has seen that number yet.
  const numbered = new Map<CallId, number>();

  const number = async (): Promise<ReadonlyMap<CallId, number>> => {
    if (waiting.size === 0) return numbered;
    const rows = Numbered.parse(await query(NUMBER_CALLS, [[...waiting]]));
    for (const { call_id, change_seq } of rows) numbered.set(call_id, change_seq);
    waiting.clear();
    if (rows.length > 0) topics.add('calls');
    return numbered;
  };

  return {
    note: (topic) => topics.add(topic),
    noteSessions: (memberId) => signedOut.add(memberId),
    noteProgression: (memberId) => members.add(memberId),
    noteCalls: (callIds) => {
      for (const callId of callIds) if (callId !== null && !numbered.has(callId)) waiting.add(callId);
    },
    number,
    tell: async () => {
      await number();
      const payloads = [
        ...[...topics].map((topic) => toJsonText({ workspaceId, topic, memberId: null })),
        ...[...members].map((memberId) => toJsonText({ workspaceId, topic: 'progression', memberId })),
        ...[...signedOut].map((memberId) => toJsonText({ workspaceId, topic: 'sessions', memberId })),
      ];
      if (payloads.length === 0) return;
      await query('select pg_notify($1, payload) from unnest($2::text[]) as payload', [
        CHANGE_CHANNEL,
        payloads,
      ]);
    },
  };
};

const Numbered = z.array(z.object({ call_id: CallId, change_seq: z.coerce.number() }));

const NUMBER_CALLS = `
  with changed as (
    select id, member_id, row_number() over (order by id) as nth, count(*) over () as total
    from call where id = any($1::uuid[])
  ), taken as (
    insert into change_counter as counter (last_seq)
    select count(*) from changed having count(*) > 0
    on conflict (workspace_id) do update set last_seq = counter.last_seq + excluded.last_seq
    returning last_seq
  )
  insert into call_change (call_id, member_id, change_seq)
  select id, member_id, last_seq - total + nth from changed cross join taken
  on conflict (workspace_id, call_id) do update set change_seq = excluded.change_seq
  returning call_id, change_seq`;
