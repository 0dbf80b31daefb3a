import { type CallReport, MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Changes } from './call-changes.ts';
import type { Query } from './database.ts';
import { contentHash, toJsonText } from './json.ts';
import type { Acceptance, CallRecord } from './port.ts';

export interface AcceptDeps {
  readonly query: Query;
  readonly changes: Changes;
  readonly read: (callId: CallReport['callId']) => Promise<CallRecord>;
}

/** Takes a report by the rule of revisions; `CallStore.accept` says what it promises. */
export const acceptReport = async (deps: AcceptDeps, report: CallReport): Promise<Acceptance> => {
  const { query, changes, read } = deps;
  await lockMember(query, report);
  if (!(await insertCall(query, report))) {
    const held = await lockHeldCall(query, report);
    if (held.member_id !== report.workspaceMemberId) return { result: 'not-yours' };
    const result = compare(report, held);
    if (result !== 'accepted') return { result, call: await read(report.callId) };
    await replaceCall(query, report);
  }
  await replaceEvents(query, report);
  await lockEntries(query, report);
  changes.noteCalls([report.callId]);
  return { result: 'accepted', call: await read(report.callId) };
};

const compare = (report: CallReport, held: z.infer<typeof HeldCall>) => {
  if (report.revision > held.revision) return 'accepted';
  if (report.revision < held.revision) return 'superseded';
  return contentHash(report) === held.content_hash ? 'unchanged' : 'conflict';
};

const columnsOf = (report: CallReport) => [
  report.callId,
  toJsonText(report),
  contentHash(report),
  report.startedAt,
  report.endedAt,
];

/** False when the call is there already; then a concurrent first report of it has committed, and its row can be locked. */
const insertCall = async (query: Query, report: CallReport): Promise<boolean> => {
  const rows = await query(
    `insert into call (id, report, content_hash, started_at, ended_at, member_id)
     values ($1, $2::text::jsonb, $3, $4, $5, $6) on conflict (workspace_id, id) do nothing returning id`,
    [...columnsOf(report), report.workspaceMemberId],
  );
  return rows.length > 0;
};

const HeldCall = z.object({ member_id: MemberId, revision: z.number(), content_hash: z.string() });

const lockHeldCall = async (query: Query, report: CallReport) => {
  const [row] = await query(
    'select member_id, revision, content_hash from call where id = $1 for no key update',
    [report.callId],
  );
  return HeldCall.parse(row);
};

const replaceCall = (query: Query, report: CallReport) =>
  query(
    `update call set report = $2::text::jsonb, content_hash = $3, started_at = $4, ended_at = $5, updated_at = now()
     where id = $1`,
    columnsOf(report),
  );

/** The browser's view of the call's moments: the newest report replaces it, other witnesses' views stay. */
const replaceEvents = (query: Query, report: CallReport) =>
  query(
    `with reported as (
       select type, at from jsonb_to_recordset($2::text::jsonb) as event (type text, at timestamptz) where at is not null
     ), gone as (
       delete from call_event
       where call_id = $1 and source = 'browser' and type not in (select type from reported)
     )
     insert into call_event as event (call_id, source, type, at)
     select $1, 'browser', type, at from reported
     on conflict (workspace_id, call_id, source, type) do update set at = excluded.at, recorded_at = now()
     where event.at <> excluded.at`,
    [
      report.callId,
      toJsonText([
        { type: 'initiated', at: report.startedAt },
        { type: 'ringing', at: report.ringingAt },
        { type: 'answered', at: report.answeredAt },
        { type: 'ended', at: report.endedAt },
        { type: 'wrapped-up', at: report.wrappedUpAt },
      ]),
    ],
  );

/**
 * Locks the entries that the caller is about to touch, before the call gets its change number: the counter's lock must
 * be the last one. A settlement of this call's, or of the member's progression, would otherwise wait for the counter
 * while we wait for its entry.
 */
const lockEntries = (query: Query, report: CallReport) =>
  query(
    `select 1 from outbox_entry where call_id = $1 or (call_id is null and member_id = $2)
     order by slot for no key update`,
    [report.callId, report.workspaceMemberId],
  );

/**
 * One report per member at a time: the first entry of a member's progression could otherwise be made, and be leased,
 * by others between our look for entries and our change number, and so escape the lock above.
 */
const lockMember = (query: Query, report: CallReport) =>
  query('select pg_advisory_xact_lock(hashtextextended(current_workspace()::text || $1, 0))', [
    report.workspaceMemberId,
  ]);
