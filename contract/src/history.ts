import { z } from 'zod';
import { CallView, SyncState } from './call.ts';
import { listOf } from './lists.ts';
import { CallId, CallSessionId, Instant, MemberId, PersonId } from './primitives.ts';

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use a key, for example no-answer.')
  .max(60);

/** Stands for calls without an outcome in the filter of history. */
export const NEEDS_WRAP_UP_KEY = 'needs-wrap-up';

/**
 * `GET /api/history`: calls in [from, to), newest first. All filters hold together; a list (comma-separated) means any of
 * its values. Without a filter: all calls that Twenty shows to the signed-in person.
 */
export const HistoryQuery = z.strictObject({
  from: Instant.optional(),
  to: Instant.optional(),
  members: listOf(MemberId).optional(),
  /** `team`: calls of the teams that the signed-in person manages, those that are not in Twenty yet included. */
  of: z.enum(['team']).optional(),
  outcomes: listOf(key).optional(),
  lines: listOf(key).optional(),
  direction: z.enum(['outbound', 'inbound']).optional(),
  callSessionId: CallSessionId.optional(),
  /** `none`: calls that are linked to nobody in Twenty. */
  person: z.enum(['none']).optional(),
  /** Words of a name, or digits of a number as people write it. */
  search: z.string().trim().max(200).optional(),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type HistoryQuery = z.infer<typeof HistoryQuery>;

/** Whether Twenty could be read. Where it could not, only what the worker holds of one's own calls is shown. */
export const HistorySource = z.discriminatedUnion('state', [
  z.object({ state: z.literal('read') }),
  z.object({ state: z.literal('away'), message: z.string() }),
]);
export type HistorySource = z.infer<typeof HistorySource>;

/** One call in history, as Twenty has it, or as it is on its way there. */
export const HistoryCall = z.object({
  /** One per call, for good: the call id, or Twenty's record id where a record has none. */
  key: z.string(),
  callId: CallId.nullable(),
  member: z.object({ id: MemberId, name: z.string() }).nullable(),
  isMine: z.boolean(),
  person: z.object({ id: PersonId, name: z.string(), twentyUrl: z.url() }).nullable(),
  /** The other side's number, E.164 where Twenty has it so. */
  number: z.string().nullable(),
  direction: z.string().nullable(),
  /** Keys as everywhere (`no-answer`); an option that an admin added is turned into one. Null: needs wrap-up. */
  outcome: z.string().nullable(),
  line: z.string().nullable(),
  status: z.string().nullable(),
  disposition: z.string().nullable(),
  startedAt: Instant.nullable(),
  talkSeconds: z.int().nullable(),
  callSessionId: z.string().nullable(),
  sync: CallView.shape.sync,
  /** XP that the ledger holds for it; null for somebody else's call. */
  points: z.int().nullable(),
});
export type HistoryCall = z.infer<typeof HistoryCall>;

export const HistoryPage = z.object({
  calls: z.array(HistoryCall),
  nextCursor: z.string().nullable(),
  /** With the first page only. `inTwenty` is null when Twenty could not be read. */
  counts: z.object({ inTwenty: z.int().nullable(), onTheWay: z.int() }).nullable(),
  twenty: HistorySource,
});
export type HistoryPage = z.infer<typeof HistoryPage>;

/** A moment of a call as one witness saw it. */
export const CallMoment = z.object({
  type: z.enum(['initiated', 'ringing', 'answered', 'ended', 'wrapped-up']),
  source: z.enum(['browser']),
  at: Instant,
});
export type CallMoment = z.infer<typeof CallMoment>;

/** One correction of a saved call. */
export const CallEdit = z.object({
  revision: z.int(),
  at: Instant,
  changes: z.array(
    z.object({
      field: z.enum(['outcome', 'note', 'person', 'further-note']),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
});
export type CallEdit = z.infer<typeof CallEdit>;

export const CallNote = z.object({
  /** Twenty's record id, or the note's own id while it is not there. */
  id: z.string(),
  text: z.string(),
  writtenAt: Instant.nullable(),
  state: SyncState,
  twentyUrl: z.url().nullable(),
});
export type CallNote = z.infer<typeof CallNote>;

/** `GET /api/history/:callId`: one call with all that is known about it. Somebody else's is read from Twenty alone. */
export const CallPage = z.object({
  call: HistoryCall,
  /** What the worker holds; null for somebody else's call, which cannot be corrected here. */
  own: CallView.nullable(),
  moments: z.array(CallMoment),
  /** Newest first. */
  edits: z.array(CallEdit),
  /** The wrap-up's note first, then all others in the order they were written. Empty ones are left out. */
  notes: z.array(CallNote),
  /** What Twenty shows now, so that a correction can say what it was based on; null when it has no such record. */
  inTwenty: z
    .object({
      outcome: z.string().nullable(),
      personId: PersonId.nullable(),
      personName: z.string().nullable(),
      noteMarkdown: z.string().nullable(),
      /** An edit of ours is on its way there: what is older in Twenty are our own words, not somebody else's. */
      isBehind: z.boolean(),
    })
    .nullable(),
  twenty: HistorySource,
});
export type CallPage = z.infer<typeof CallPage>;

/** `GET /api/members`: who there is to filter by, as Twenty shows them to the signed-in person. */
export const MemberList = z.object({ members: z.array(z.object({ id: MemberId, name: z.string() })) });
export type MemberList = z.infer<typeof MemberList>;

/** `GET /api/unwrapped-calls`: one's own calls that nobody has wrapped up, newest first. */
export const UnwrappedCalls = z.object({ calls: z.array(CallView), hasMore: z.boolean() });
export type UnwrappedCalls = z.infer<typeof UnwrappedCalls>;
