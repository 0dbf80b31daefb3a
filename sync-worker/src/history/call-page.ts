import type { CallEdit, CallId, CallMoment, CallPage, CallView, MemberId } from '@twenty-dialer/contract';
import { type AskTwentyDeps, askTwenty } from '../http/ask-twenty.ts';
import { ProblemError } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { wordsOf } from '../outbox/note-of-call.ts';
import { noteSlot, phoneCallSlot, recordIdOf } from '../outbox/slot.ts';
import type { CallRecord } from '../store/call-port.ts';
import type { Store } from '../store/port.ts';
import type { TwentyCalls } from '../twenty/port.ts';
import { notesOfOwn, notesOfTwenty } from './call-page-notes.ts';
import type { HistoryCalls, Seeing } from './history-call.ts';
import { isNewerHere } from './newer-here.ts';
import type { TeamCalls } from './read-history.ts';

export interface CallPageDeps extends AskTwentyDeps {
  readonly store: Store;
  readonly calls: TwentyCalls;
  readonly historyCalls: HistoryCalls;
  readonly viewOf: (call: CallRecord) => CallView;
  readonly frontUrl: string;
  readonly teamCalls: Pick<TeamCalls, 'seenBy'>;
}

/**
 * One call with all that is known about it: a person's own, and their team's, from both sides; anybody else's as Twenty shows it to them.
 * @throws ProblemError `not-found` when neither side has it, `twenty-unavailable` when only Twenty could
 */
export const readCallPage = async (deps: CallPageDeps, who: SignedIn, callId: CallId): Promise<CallPage> => {
  const held = await readHeld(deps, who, callId);
  const { source, answer } = await askTwenty(deps, who, (token) => deps.calls.one(token, callId));
  const inTwenty = answer && toInTwenty(answer, callId, held?.record ?? null);
  if (held !== null) {
    const { record, moments, edits, seeing } = held;
    return {
      call:
        answer === null || isNewerHere(record)
          ? deps.historyCalls.ofStore(record, seeing)
          : deps.historyCalls.ofTwenty(answer.call, record, seeing),
      own: record.memberId === who.member.id ? deps.viewOf(record) : null,
      moments: [...moments],
      edits: [...edits],
      notes: notesOfOwn(record, { inTwenty: answer?.notes ?? [], frontUrl: deps.frontUrl }),
      inTwenty,
      twenty: source,
    };
  }
  if (source.state === 'away') throw new ProblemError('twenty-unavailable', { detail: source.message });
  if (answer === null) {
    throw new ProblemError('not-found', {
      detail: 'There is no such call, or your role in Twenty may not see it.',
    });
  }
  return {
    call: deps.historyCalls.ofTwenty(answer.call, null, { viewer: who.member, team: [] }),
    own: null,
    moments: [],
    edits: [],
    notes: notesOfTwenty(answer.notes, {
      wrapUpNoteId: wrapUpNoteIdOf(callId, null),
      frontUrl: deps.frontUrl,
    }),
    inTwenty,
    twenty: source,
  };
};

interface Held {
  readonly record: CallRecord;
  readonly moments: readonly CallMoment[];
  readonly edits: readonly CallEdit[];
  readonly seeing: Seeing;
}

/** What the worker holds, when the call is the person's own, or one of their team's. */
const readHeld = async (deps: CallPageDeps, who: SignedIn, callId: CallId): Promise<Held | null> => {
  const viewer = who.member;
  const own = await readHeldOf(deps, who, { callId, seeing: { viewer, team: [] }, memberIds: [viewer.id] });
  if (own !== null) return own;
  const team = await deps.teamCalls.seenBy(who);
  const memberIds = team.map(({ id }) => id);
  return memberIds.length === 0
    ? null
    : readHeldOf(deps, who, { callId, seeing: { viewer, team }, memberIds });
};

const readHeldOf = (
  { store }: CallPageDeps,
  { workspaceId }: SignedIn,
  { callId, seeing, memberIds }: { callId: CallId; seeing: Seeing; memberIds: readonly MemberId[] },
): Promise<Held | null> =>
  store.transaction(workspaceId, async (tx) => {
    const [record] = await tx.calls.find({ memberIds, callIds: [callId] });
    if (record === undefined) return null;
    const [moments, edits] = [await tx.calls.moments(callId), await tx.calls.edits(callId)];
    return { record, moments, edits, seeing };
  });

/** Twenty may know the wrap-up's note under an id of its own. */
const wrapUpNoteIdOf = (callId: CallId, record: CallRecord | null): string => {
  const slot = noteSlot(callId);
  return record?.entries.find((entry) => entry.slot === slot)?.twentyRecordId ?? recordIdOf(slot);
};

const toInTwenty = (
  { call, notes }: NonNullable<Awaited<ReturnType<TwentyCalls['one']>>>,
  callId: CallId,
  record: CallRecord | null,
): CallPage['inTwenty'] => {
  const wrapUpNoteId = wrapUpNoteIdOf(callId, record);
  return {
    outcome: call.outcome,
    personId: call.person?.id ?? null,
    personName: call.person?.name || null,
    noteMarkdown: wordsIn(notes.find(({ recordId }) => recordId === wrapUpNoteId)),
    isBehind: record !== null && isOnItsWay(record),
  };
};

/**
 * Whether Twenty still has to get what a correction changes. Not told by the call's sync state: "needs attention" hides it.
 * A note's link does not count, it may wait for ever for a note that was refused.
 */
const isOnItsWay = ({ report, entries }: CallRecord): boolean => {
  const slots = [phoneCallSlot(report.callId), noteSlot(report.callId)];
  return entries.some(
    ({ slot, state }) => slots.includes(slot) && (state === 'pending' || state === 'leased'),
  );
};

/** What a person reads and corrects: without the facts, which the worker writes anew by itself. */
const wordsIn = (note: { readonly markdown: string } | undefined): string | null =>
  note === undefined ? null : wordsOf(note.markdown);
