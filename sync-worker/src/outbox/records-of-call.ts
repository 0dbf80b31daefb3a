import {
  type CallReport,
  dispositionOf,
  type FurtherNote,
  type MemberId,
  NEEDS_WRAP_UP,
  type PersonId,
  ringSeconds,
  type SeenInTwenty,
  talkSeconds,
  toTwentySelect,
  wrapUpSeconds,
} from '@twenty-dialer/contract';
import type { JsonObject, ObjectName, RecordToDeliver, Slot } from './entry.ts';
import { callTitle, furtherNoteBody, furtherNoteTitle, noteBody, noteTitle } from './note-of-call.ts';
import { seenOfCall, seenOfNote, seenOfPersonTarget, withSeen } from './seen-in-twenty.ts';
import {
  callTargetSlot,
  furtherCallTargetSlot,
  furtherNoteSlot,
  furtherPersonTargetSlot,
  noteSlot,
  personTargetSlot,
  phoneCallSlot,
  recordIdOf,
} from './slot.ts';

export interface CallToRecord {
  readonly report: CallReport;
  /** Whose call it is; the name is what Twenty shows as the record's maker. */
  readonly member: { readonly id: MemberId; readonly name: string };
  /** Slots of this call that the outbox knows already (from `CallRecord.entries`), so that a removed link is taken back. */
  readonly knownSlots: readonly Slot[];
  /** What whoever made this correction saw in Twenty; left out or null where nobody looked. */
  readonly seenInTwenty?: SeenInTwenty | null;
  /** Whom the worker found by the number; it counts where the report leaves it open. */
  readonly match?: MatchedPerson | null;
}

export interface MatchedPerson {
  readonly personId: PersonId;
  readonly personName: string | null;
  readonly companyId: string | null;
}

/** The report with the person who was found by the number, as far as it leaves that open. */
const withMatch = (call: CallToRecord): CallToRecord => {
  const { report, match } = call;
  if (!match || report.personId !== null || report.isNobody) return { ...call, match: null };
  const { personId, personName } = match;
  return { ...call, report: { ...report, personId, personName: personName || report.personName } };
};

/**
 * Everything that Twenty must hold about a call: the call itself, once it is wrapped up the note with its links to the
 * call and to the person, and every further note with links of its own. The same call always gives the same slots and ids.
 */
export const recordsOfCall = (asReported: CallToRecord): RecordToDeliver[] => {
  const call = withMatch(asReported);
  const { callId, stage, furtherNotes } = call.report;
  const records = [phoneCallRecord(call)];
  if (stage === 'wrapped-up') {
    const slots = {
      note: noteSlot(callId),
      callTarget: callTargetSlot(callId),
      personTarget: personTargetSlot(callId),
    };
    records.push(noteRecord(call), ...targetRecords(call, slots));
  }
  for (const note of furtherNotes) {
    const slots = {
      note: furtherNoteSlot(callId, note.noteId),
      callTarget: furtherCallTargetSlot(callId, note.noteId),
      personTarget: furtherPersonTargetSlot(callId, note.noteId),
    };
    // Its words are complete the moment they are saved, whatever becomes of the wrap-up.
    const written = [furtherNoteRecord(call, note), ...targetRecords(call, slots)];
    records.push(...written.map((each) => ({ ...each, dueInMs: 0 })));
  }
  return records;
};

const AFTER_END_MS = 2 * 60_000;
const AFTER_DIAL_MS = 2 * 60 * 60_000;

/** A call without an outcome waits, so that the rep's own words come first when they come at all (decision 3). */
const DUE_IN_MS: Record<CallReport['stage'], number> = {
  'wrapped-up': 0,
  ended: AFTER_END_MS,
  dialed: AFTER_DIAL_MS,
};

const phoneCallRecord = (call: CallToRecord): RecordToDeliver => {
  const { report } = call;
  const disposition = dispositionOf(report);
  const phoneCall = record(call, 'phoneCall', phoneCallSlot(report.callId), {
    name: callTitle(report),
    callId: report.callId,
    line: toTwentySelect(report.line),
    direction: toTwentySelect(report.direction),
    status: toTwentySelect(report.status),
    disposition: disposition === null ? null : toTwentySelect(disposition),
    outcome: report.outcome === null ? NEEDS_WRAP_UP : toTwentySelect(report.outcome),
    fromNumber: report.from,
    toNumber: report.to,
    startedAt: report.startedAt,
    answeredAt: report.answeredAt,
    endedAt: report.endedAt,
    wrappedUpAt: report.wrappedUpAt,
    ringSeconds: ringSeconds(report),
    talkSeconds: talkSeconds(report),
    wrapUpSeconds: wrapUpSeconds(report),
    callSessionId: report.callSessionId,
    callSid: report.callSid,
    personId: report.personId,
    companyId: report.companyId ?? call.match?.companyId ?? null,
    opportunityId: report.opportunityId,
    memberId: call.member.id,
  });
  const seen = withSeen(phoneCall, seenOfCall(call.seenInTwenty ?? {}));
  if (!call.match) return seen;
  return { ...seen, yields: report.companyId === null ? ['personId', 'companyId'] : ['personId'] };
};

const noteRecord = (call: CallToRecord): RecordToDeliver => {
  const note = record(call, 'note', noteSlot(call.report.callId), {
    title: noteTitle(call.report),
    bodyV2: { markdown: noteBody(call.report) },
  });
  return withSeen(note, seenOfNote(call.seenInTwenty ?? {}));
};

const furtherNoteRecord = (call: CallToRecord, note: FurtherNote): RecordToDeliver =>
  record(call, 'note', furtherNoteSlot(call.report.callId, note.noteId), {
    title: furtherNoteTitle(call.report),
    bodyV2: { markdown: furtherNoteBody(call.report, note) },
  });

interface NoteSlots {
  readonly note: Slot;
  readonly callTarget: Slot;
  readonly personTarget: Slot;
}

/** The rows that show a note on the call's page and on the person's. */
const targetRecords = (call: CallToRecord, { note, callTarget, personTarget }: NoteSlots) => {
  const { callId, personId } = call.report;
  const ofCall = {
    ...record(call, 'noteTarget', callTarget, {}),
    links: { noteId: note, targetPhoneCallId: phoneCallSlot(callId) },
  };
  // A call that lost its person keeps the row, pointing at nobody: otherwise the note stays on the wrong person's page.
  if (personId === null && !call.knownSlots.includes(personTarget)) return [ofCall];
  const ofPerson = {
    ...record(call, 'noteTarget', personTarget, { targetPersonId: personId }),
    links: { noteId: note },
  };
  const seen = withSeen(ofPerson, seenOfPersonTarget(call.seenInTwenty ?? {}));
  return [ofCall, call.match ? { ...seen, yields: ['targetPersonId'] } : seen];
};

const record = (
  { report, member }: CallToRecord,
  objectName: ObjectName,
  slot: Slot,
  fields: JsonObject,
): RecordToDeliver => ({
  slot,
  objectName,
  recordId: recordIdOf(slot),
  callId: report.callId,
  memberId: member.id,
  payload: {
    ...fields,
    createdBy: { source: 'MANUAL', name: member.name, workspaceMemberId: member.id },
  },
  links: {},
  dueInMs: DUE_IN_MS[report.stage],
});
