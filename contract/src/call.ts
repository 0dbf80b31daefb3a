import { z } from 'zod';
import {
  CallId,
  CallSessionId,
  CompanyId,
  E164,
  Instant,
  MemberId,
  NoteId,
  OpportunityId,
  PersonId,
} from './primitives.ts';

export const LineName = z.enum(['practice', 'manual', 'twilio']);
/** Which line carried the call. */
export type LineName = z.infer<typeof LineName>;

/** How a call came to be recorded: over a line of the dialer, or `entered` afterwards by the person who made it elsewhere. */
export const CallLine = z.enum([...LineName.options, 'entered']);
export type CallLine = z.infer<typeof CallLine>;

export const Direction = z.enum(['outbound', 'inbound']);
export type Direction = z.infer<typeof Direction>;

/** What the line did, in Twilio's words, plus `rejected` and `missed` for inbound calls. */
export const CallStatus = z.enum([
  'queued',
  'initiated',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'no-answer',
  'failed',
  'canceled',
  'rejected',
  'missed',
]);
export type CallStatus = z.infer<typeof CallStatus>;

/** Statuses after which the line is down for good. */
export const TERMINAL_STATUSES = [
  'completed',
  'busy',
  'no-answer',
  'failed',
  'canceled',
  'rejected',
  'missed',
] as const satisfies readonly CallStatus[];

export const isTerminal = (status: CallStatus): boolean =>
  (TERMINAL_STATUSES as readonly CallStatus[]).includes(status);

/** Derived from status, leg and answering-machine detection; never chosen by a person. */
export const Disposition = z.enum([
  'answered',
  'no-answer',
  'voicemail-left',
  'busy',
  'blocked',
  'error',
  'abandoned',
]);
export type Disposition = z.infer<typeof Disposition>;

/** How far the rep had come when the report was written. */
export const ReportStage = z.enum(['dialed', 'ended', 'wrapped-up']);
export type ReportStage = z.infer<typeof ReportStage>;

export const NOTE_MAX_CHARACTERS = 20_000;
export const FURTHER_NOTES_MAX = 50;
/** All notes of one call together, so that its report stays below what the worker takes. */
export const ALL_NOTES_MAX_CHARACTERS = 100_000;

/** Postgres stores neither NUL nor half a surrogate pair: one pasted by accident must not make a call impossible to keep. */
const storable = (text: string): string => text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd');

/** A note that was added to a call after its wrap-up. It never changes: a second thought is another note. */
export const FurtherNote = z.strictObject({
  noteId: NoteId,
  text: z.string().overwrite(storable).trim().min(1, 'Write something first.').max(NOTE_MAX_CHARACTERS),
  writtenAt: Instant,
});
export type FurtherNote = z.infer<typeof FurtherNote>;

const OutcomeKey = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use an outcome key, for example no-answer.')
  .max(60);

/**
 * What Twenty showed to whoever corrected the call. A field that is named here and is still the same in Twenty is no
 * clash: the person has seen the other value and chose theirs.
 */
export const SeenInTwenty = z
  .strictObject({
    outcome: OutcomeKey.nullable(),
    personId: PersonId.nullable(),
    noteMarkdown: z.string().max(60_000).nullable(),
  })
  .partial();
export type SeenInTwenty = z.infer<typeof SeenInTwenty>;

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/**
 * What the browser posts about a call: at dial, at the end of the line, at wrap-up, at each edit.
 * Each report is the whole present state of the call, not a change to it, so the newest one replaces the others.
 */
export const CallReport = z
  .strictObject({
    callId: CallId,
    /** Counts the edits of this call's report, from 1; raised by whoever edits. */
    revision: z.int().min(1).max(1_000_000),
    /** Whose call this is. The worker refuses a report whose member is not the session's own. */
    workspaceMemberId: MemberId,
    callSessionId: CallSessionId,
    stage: ReportStage,
    line: CallLine,
    direction: Direction,
    status: CallStatus,
    from: E164.nullable(),
    to: E164,
    personId: PersonId.nullable(),
    /** The person's name as the rep saw it; a label for the record's title, never an identity. */
    personName: z.string().overwrite(storable).trim().max(200).nullable(),
    /** The rep says that nobody in Twenty was called: the worker believes it, and looks for nobody with this number. */
    isNobody: z.boolean().default(false),
    /** What the call was about, as far as the rep chose it. */
    companyId: CompanyId.nullable().default(null),
    opportunityId: OpportunityId.nullable().default(null),
    callSid: z
      .string()
      .regex(/^CA[0-9a-f]{32}$/, 'Use a Twilio Call SID: CA and 32 hexadecimal digits.')
      .nullable(),
    startedAt: Instant,
    ringingAt: Instant.nullable(),
    answeredAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    wrappedUpAt: Instant.nullable(),
    /** An outcome's key, for example `interested`. */
    outcome: OutcomeKey.nullable(),
    /** The rep's own words, Markdown allowed, kept exactly as typed. */
    note: z.string().overwrite(storable).max(NOTE_MAX_CHARACTERS),
    /** Notes added later, oldest first. The worker keeps every note that it ever heard of, also one that a report lacks. */
    furtherNotes: z.array(FurtherNote).max(FURTHER_NOTES_MAX).default([]),
    /** Where the rep was, as an IANA name: decides to which day of a streak the call belongs. Null counts as UTC. */
    timeZone: z
      .string()
      .max(64)
      .refine(isTimeZone, 'Use an IANA time zone, for example Europe/Berlin.')
      .nullable()
      .default(null),
    /** Set by a correction of a saved call; null where nobody looked at Twenty. */
    seenInTwenty: SeenInTwenty.nullable().default(null),
  })
  .superRefine((report, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    const isOver = report.stage !== 'dialed';
    if (isOver && report.endedAt === null) refuse('endedAt', 'A call that ended needs the time it ended.');
    if (isOver && !isTerminal(report.status)) {
      refuse('status', `A call that ended has one of: ${TERMINAL_STATUSES.join(', ')}.`);
    }
    if (!isOver && report.endedAt !== null)
      refuse('endedAt', 'Only a call that ended has the time it ended.');
    if (!isOver && isTerminal(report.status))
      refuse('status', 'A call whose line is down is reported as ended.');
    if (report.stage === 'wrapped-up') {
      if (report.wrappedUpAt === null)
        refuse('wrappedUpAt', 'A wrapped-up call needs the time of its wrap-up.');
      if (report.outcome === null) refuse('outcome', 'Choose an outcome before saving the wrap-up.');
    } else if (report.wrappedUpAt !== null) {
      refuse('wrappedUpAt', 'Only a wrapped-up call has the time of its wrap-up.');
    }
    if (report.isNobody && report.personId !== null) {
      refuse('isNobody', 'A call with a person is not a call with nobody.');
    }
    if (report.line === 'entered' && report.stage !== 'wrapped-up') {
      refuse('stage', 'A call that is entered afterwards has its outcome from the start.');
    }
    if (new Set(report.furtherNotes.map(({ noteId }) => noteId)).size < report.furtherNotes.length) {
      refuse('furtherNotes', 'Each note has an id of its own.');
    }
    const characters = report.furtherNotes.reduce((sum, { text }) => sum + text.length, report.note.length);
    if (characters > ALL_NOTES_MAX_CHARACTERS) {
      refuse('furtherNotes', `All notes of a call together hold ${ALL_NOTES_MAX_CHARACTERS} characters.`);
    }
    for (const [earlier, later] of ORDERED_TIMES) {
      const first = report[earlier];
      const second = report[later];
      if (first !== null && second !== null && Date.parse(second) < Date.parse(first)) {
        refuse(later, `${later} is before ${earlier}.`);
      }
    }
  });
export type CallReport = z.infer<typeof CallReport>;

const ORDERED_TIMES = [
  ['startedAt', 'ringingAt'],
  ['startedAt', 'answeredAt'],
  ['startedAt', 'endedAt'],
  ['ringingAt', 'answeredAt'],
  ['ringingAt', 'endedAt'],
  ['answeredAt', 'endedAt'],
  ['endedAt', 'wrappedUpAt'],
] as const;

/**
 * How far a call has come on its way to Twenty, as users see it. `on-this-computer` is known to the browser only.
 * A practice call that this installation does not write to Twenty stays `saved` for good.
 */
export const SyncState = z.enum(['saved', 'on-its-way', 'in-twenty', 'needs-attention']);
export type SyncState = z.infer<typeof SyncState>;

/** Why a call needs a person's attention, with words to show and what to do. */
export const Attention = z.object({
  /** `dismissed`: an admin gave it up; nobody need do anything. */
  kind: z.enum([
    'refused',
    'missing-link',
    'clash',
    'deleted-in-twenty',
    'unmatched',
    'several-candidates',
    'dismissed',
  ]),
  message: z.string(),
  /** The record it is about, in Twenty's words: `phoneCall`, `note`, … */
  objectName: z.string(),
});
export type Attention = z.infer<typeof Attention>;

/** Who was called, as the worker found out by the number; only where the rep named nobody and did not say that it was nobody. */
export const CallMatch = z.object({
  personId: PersonId,
  /** Null where Twenty has no such person any more. */
  personName: z.string().nullable(),
  /** `number`: only they have it; `remembered`: the rep chose them for this number before; `later`: they appeared afterwards; `chosen`: an admin said so. */
  how: z.enum(['number', 'remembered', 'later', 'chosen']),
});
export type CallMatch = z.infer<typeof CallMatch>;

/** A call as the worker holds it, with its sync state. */
export const CallView = z.object({
  report: CallReport,
  match: CallMatch.nullable().default(null),
  disposition: Disposition.nullable(),
  ringSeconds: z.int().nullable(),
  talkSeconds: z.int().nullable(),
  wrapUpSeconds: z.int().nullable(),
  /** XP that the ledger holds for this call; 0 for one that earns none. */
  points: z.int(),
  sync: z.object({
    state: SyncState,
    /** When Twenty first confirmed the call record itself. */
    deliveredAt: Instant.nullable(),
    attention: z.array(Attention),
    /** Address of the call's record in Twenty, once it is there. */
    twentyUrl: z.url().nullable(),
  }),
  acceptedAt: Instant,
  /** Grows with every change of this call or of its sync state; the cursor of the event stream. */
  changeSeq: z.int().min(0),
});
export type CallView = z.infer<typeof CallView>;
