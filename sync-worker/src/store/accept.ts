import { CallReport, FurtherNote, MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';
import { otherNumberOf } from '../outbox/match.ts';
import type { Changes } from './call-changes.ts';
import { keepLateRevision, keepPresentRevision } from './call-edits.ts';
import {
  compareNotes,
  type FittingNotes,
  fitsIntoReport,
  HeldNote,
  keepNotes,
  SELECT_HELD_NOTES,
} from './call-notes.ts';
import type { Acceptance, CallNews, CallRecord } from './call-port.ts';
import { MATCH_OF_CALL, MatchOfCall } from './call-rows.ts';
import type { Query } from './database.ts';
import { isInForce } from './do-not-call-store.ts';
import { contentHash, toJsonText } from './json.ts';
import { IS_OPEN } from './match-store.ts';
import { lockMember } from './member-lock.ts';

export interface AcceptDeps {
  readonly query: Query;
  readonly changes: Changes;
  readonly read: (callId: CallReport['callId']) => Promise<CallRecord>;
  readonly onNews: (news: CallNews) => Promise<void>;
}

/** Takes a report by the rule of revisions; `CallStore.accept` says what it promises. */
export const acceptReport = async (deps: AcceptDeps, report: CallReport): Promise<Acceptance> => {
  const { query, read } = deps;
  const { callId } = report;
  await lockMember(query, report.workspaceMemberId);
  const inserted = await insertCall(query, report);
  const held = inserted === null ? await lockHeldCall(query, report) : null;
  if (held !== null && held.member_id !== report.workspaceMemberId) return { result: 'not-yours' };
  const result = held === null ? 'accepted' : compare(report, held);
  const notes = compareNotes(report, held?.notes ?? []);
  if (result === 'conflict' || notes.kind === 'conflict') {
    return { result: 'conflict', isNews: false, call: await read(callId) };
  }
  if (!fitsIntoReport(held?.newer_note ?? report.note, notes.union)) {
    return { result: 'too-many-notes', isNews: false, call: await read(callId) };
  }
  const kept = await keep(deps, report, { held, result, notes });
  return inserted?.is_blocked ? { ...kept, isBlocked: true } : kept;
};

interface Comparison {
  readonly held: HeldCall | null;
  readonly result: 'accepted' | 'unchanged' | 'superseded';
  readonly notes: FittingNotes;
}

/**
 * The usual report (no note besides its own, nothing wrapped up before) asks for no statement more than it needs.
 *
 * What follows from it comes before the call gets its change number: the counter's lock must be the last one. A settlement
 * of this call's, or of the member's progression, would otherwise wait for the counter while we wait for its entry.
 */
const keep = async (
  { query, changes, read, onNews }: AcceptDeps,
  report: CallReport,
  { held, result, notes }: Comparison,
): Promise<Extract<Acceptance, { isNews: boolean }>> => {
  const { callId } = report;
  if (result === 'accepted') {
    if (held?.stage === 'wrapped-up') await keepPresentRevision(query, callId);
    if (held !== null) await replaceCall(query, report);
    if (held !== null) await replaceEvents(query, report);
  } else if (result === 'superseded' && report.stage === 'wrapped-up') {
    await keepLateRevision(query, withoutNotes(report));
  }
  await keepNotes(query, report, notes.toKeep);
  const isNews = result === 'accepted' || notes.areNews;
  if (isNews) {
    const present =
      held === null && notes.union.length === 0 ? firstState(report) : await readPresent(query, callId);
    await onNews({ ...present, isFirst: held === null, isLate: result === 'superseded' });
    changes.noteCalls([callId]);
  }
  const call = await read(callId);
  return { result: result === 'unchanged' && isNews ? 'accepted' : result, isNews, call };
};

const compare = (report: CallReport, held: HeldCall) => {
  if (report.revision > held.revision) return 'accepted';
  if (report.revision < held.revision) return 'superseded';
  return hashOf(report) === held.content_hash ? 'unchanged' : 'conflict';
};

/**
 * Two revisions are the same when these are. Notes are a set of their own, and what somebody saw in Twenty belongs to
 * the moment of one correction. What a report of an earlier release could not say leaves the hash as it was then.
 */
const hashOf = ({ furtherNotes: _notes, seenInTwenty: _seen, ...report }: CallReport): string => {
  const { timeZone, isNobody, companyId, opportunityId, ...content } = report;
  return contentHash({
    ...content,
    ...(timeZone === null ? {} : { timeZone }),
    ...(isNobody ? { isNobody } : {}),
    ...(companyId === null ? {} : { companyId }),
    ...(opportunityId === null ? {} : { opportunityId }),
  });
};

/** As it is stored: notes have their own table, and a value seen once must not excuse a later clash. */
const withoutNotes = (report: CallReport): CallReport => ({
  ...report,
  furtherNotes: [],
  seenInTwenty: null,
});

const columnsOf = (report: CallReport) => [
  report.callId,
  toJsonText(withoutNotes(report)),
  hashOf(report),
  report.startedAt,
  report.endedAt,
];

/**
 * The call with its moments, in one statement. Null when the call is there already; then a concurrent first report of it
 * has committed, and its row can be locked. In either case the call is to be counted anew: every report comes by here. Its
 * number is noted where somebody has to be found for it, or for an earlier call with it: a person may be appearing at this
 * moment, whom this transaction does not see yet, and the rep's choice of this call may answer for the other one.
 */
const insertCall = async (query: Query, report: CallReport): Promise<InsertedCall | null> => {
  const number = otherNumberOf(report);
  const rows = await query(
    `with added as (
       insert into call (id, report, content_hash, started_at, ended_at, member_id)
       values ($1, $2::text::jsonb, $3, $4, $5, $6) on conflict (workspace_id, id) do nothing
       returning id, exists (select from do_not_call d where d.e164 = call.number and ${isInForce('d')}) as is_blocked
     ), moments as (
       insert into call_event (call_id, source, type, at)
       select added.id, 'browser', type, at
       from added cross join jsonb_to_recordset($7::text::jsonb) as event (type text, at timestamptz)
       where at is not null
     ), marked as (insert into call_to_count (call_id) values ($1)), to_match as (
       insert into number_to_match (e164) select $8::text
       where $9::boolean or exists (select from call c where c.number = $8 and ${IS_OPEN})
     )
     select is_blocked from added`,
    [
      ...columnsOf(report),
      report.workspaceMemberId,
      toJsonText(momentsOf(report)),
      number,
      number !== null && report.personId === null && !report.isNobody,
    ],
  );
  return InsertedCalls.parse(rows)[0] ?? null;
};

/** Whether the list says that the number must not be called. The call happened, so it is kept all the same. */
const InsertedCall = z.object({ is_blocked: z.boolean() });
type InsertedCall = z.infer<typeof InsertedCall>;
const InsertedCalls = z.array(InsertedCall);
/** What is read of a call that was just stored for the first time, without reading it. */
const firstState = (report: CallReport) => ({
  report: CallReport.parse(JSON.parse(toJsonText(withoutNotes(report)))),
  match: null,
  knownSlots: [],
});

const readPresent = async (query: Query, callId: CallReport['callId']) => {
  const [row] = await query(
    `select c.report, ${MATCH_OF_CALL} as match,
       coalesce((
         select jsonb_agg(n.note order by n.written_at, n.note_id) from call_note n where n.call_id = c.id
       ), '[]') as further_notes,
       coalesce((
         select jsonb_agg(e.slot order by e.slot) from outbox_entry e where e.call_id = c.id
       ), '[]') as slots
     from call c where c.id = $1`,
    [callId],
  );
  const { report, match, further_notes: furtherNotes, slots } = Present.parse(row);
  return { report: { ...report, furtherNotes }, match, knownSlots: slots };
};

const Present = z.object({
  report: CallReport,
  match: MatchOfCall,
  further_notes: z.array(FurtherNote),
  slots: z.array(z.string()),
});

const HeldCall = z.object({
  member_id: MemberId,
  revision: z.number(),
  content_hash: z.string(),
  stage: z.string(),
  /** The wrap-up note of the present report, where that is newer than the one at hand. */
  newer_note: z.string().nullable(),
  notes: z.array(HeldNote),
});
type HeldCall = z.infer<typeof HeldCall>;

/**
 * The notes are read before the row is locked, as far as Postgres promises. Nobody adds one meanwhile: only reports of
 * this member do, and `lockMember` keeps those apart.
 */
const lockHeldCall = async (query: Query, report: CallReport): Promise<HeldCall> => {
  const [row] = await query(
    `select member_id, revision, content_hash, stage, ${SELECT_HELD_NOTES} as notes,
       case when revision > $2 then report ->> 'note' end as newer_note
     from call where id = $1 for no key update`,
    [report.callId, report.revision],
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
    [report.callId, toJsonText(momentsOf(report))],
  );

const momentsOf = (report: CallReport) => [
  { type: 'initiated', at: report.startedAt },
  { type: 'ringing', at: report.ringingAt },
  { type: 'answered', at: report.answeredAt },
  { type: 'ended', at: report.endedAt },
  { type: 'wrapped-up', at: report.wrappedUpAt },
];
