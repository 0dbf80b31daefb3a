import {
  type CallReport,
  dispositionOf,
  type MemberId,
  NEEDS_WRAP_UP,
  ringSeconds,
  talkSeconds,
  toTwentySelect,
  wrapUpSeconds,
} from '@twenty-dialer/contract';
import type { JsonObject, ObjectName, RecordToDeliver, Slot } from './entry.ts';
import { callTitle, noteBody, noteTitle } from './note-of-call.ts';
import { callTargetSlot, noteSlot, personTargetSlot, phoneCallSlot, recordIdOf } from './slot.ts';

export interface CallToRecord {
  readonly report: CallReport;
  /** Whose call it is; the name is what Twenty shows as the record's maker. */
  readonly member: { readonly id: MemberId; readonly name: string };
  /** Slots of this call that the outbox knows already (from `CallRecord.entries`), so that a removed link is taken back. */
  readonly knownSlots: readonly Slot[];
}

/**
 * Everything that Twenty must hold about a call: the call itself and, once it is wrapped up, the note with its links to
 * the call and to the person. The same call always gives the same slots and ids.
 */
export const recordsOfCall = (call: CallToRecord): RecordToDeliver[] => {
  const records = [phoneCallRecord(call)];
  if (call.report.stage !== 'wrapped-up') return records;
  records.push(noteRecord(call), targetRecord(call, callTargetSlot(call.report.callId)));
  const personTarget = personTargetSlot(call.report.callId);
  // A call that lost its person keeps the row, pointing at nobody: otherwise the note stays on the wrong person's page.
  if (call.report.personId !== null || call.knownSlots.includes(personTarget)) {
    records.push(targetRecord(call, personTarget));
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
  return record(call, 'phoneCall', phoneCallSlot(report.callId), {
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
    memberId: call.member.id,
  });
};

const noteRecord = (call: CallToRecord): RecordToDeliver =>
  record(call, 'note', noteSlot(call.report.callId), {
    title: noteTitle(call.report),
    bodyV2: { markdown: noteBody(call.report) },
  });

const targetRecord = (call: CallToRecord, slot: Slot): RecordToDeliver => {
  const { callId, personId } = call.report;
  const isPersons = slot === personTargetSlot(callId);
  return {
    ...record(call, 'noteTarget', slot, isPersons ? { targetPersonId: personId } : {}),
    links: isPersons
      ? { noteId: noteSlot(callId) }
      : { noteId: noteSlot(callId), targetPhoneCallId: phoneCallSlot(callId) },
  };
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
