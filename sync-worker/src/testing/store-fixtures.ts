import { randomUUID } from 'node:crypto';
import { CallId, CallReport, FurtherNote, type MemberId, PersonId } from '@twenty-dialer/contract';
import type { NewAttempt } from '../outbox/attempt.ts';
import type { LeasedEntry, RecordToDeliver, Settlement } from '../outbox/entry.ts';
import type { LedgerEntry } from '../outbox/progression-entries.ts';
import { recordIdOf } from '../outbox/slot.ts';
import type { DoNotCallFromTwenty, PersonFromTwenty } from '../store/mirror-port.ts';

/** A call that was just dialed; what matters to a test is named by it. */
export const aReport = (memberId: MemberId, changes: Partial<CallReport> = {}): CallReport =>
  CallReport.parse({
    callId: randomUUID(),
    revision: 1,
    workspaceMemberId: memberId,
    callSessionId: randomUUID(),
    stage: 'dialed',
    line: 'practice',
    direction: 'outbound',
    status: 'ringing',
    from: null,
    to: '+12025550123',
    personId: null,
    personName: null,
    callSid: null,
    startedAt: '2026-11-21T09:00:00.000Z',
    ringingAt: '2026-11-21T09:00:02.000Z',
    answeredAt: null,
    endedAt: null,
    wrappedUpAt: null,
    outcome: null,
    note: '',
    ...changes,
  });

/** The same call at its end: somebody answered, the rep wrapped up. */
export const wrappedUp = (report: CallReport, changes: Partial<CallReport> = {}): CallReport =>
  CallReport.parse({
    ...report,
    revision: report.revision + 1,
    stage: 'wrapped-up',
    status: 'completed',
    answeredAt: '2026-11-21T09:00:05.000Z',
    endedAt: '2026-11-21T09:01:05.000Z',
    wrappedUpAt: '2026-11-21T09:01:20.000Z',
    outcome: 'interested',
    note: 'Wants a demo',
    ...changes,
  });

/** A note that was added to a call later. */
export const aFurtherNote = (changes: Partial<FurtherNote> = {}): FurtherNote =>
  FurtherNote.parse({
    noteId: randomUUID(),
    text: 'Also asked about prices',
    writtenAt: '2026-11-21T10:00:00.000Z',
    ...changes,
  });

export const aRecord = (
  memberId: MemberId,
  changes: Partial<RecordToDeliver> & Pick<RecordToDeliver, 'slot'>,
): RecordToDeliver => ({
  objectName: 'phoneCall',
  recordId: recordIdOf(changes.slot),
  callId: null,
  memberId,
  payload: { name: 'first' },
  links: {},
  dueInMs: 0,
  ...changes,
});

/** Twenty took the entry as it was leased. */
export const delivered = ({ slot, version, payload, recordId }: LeasedEntry): Settlement => ({
  slot,
  version,
  kind: 'delivered',
  twentyRecordId: recordId,
  delivered: payload,
  attention: null,
});

export const retried = (
  { slot, version }: LeasedEntry,
  changes: Partial<Extract<Settlement, { kind: 'retry' }>> = {},
): Settlement => ({
  slot,
  version,
  kind: 'retry',
  failure: 'cannot-reach',
  reason: 'Twenty is away',
  retryInMs: 5_000,
  isUnanswered: false,
  ...changes,
});

export const refused = ({ slot, version, objectName }: LeasedEntry): Settlement => ({
  slot,
  version,
  kind: 'dead',
  failure: 'cannot-accept',
  reason: 'Twenty said no',
  attention: { kind: 'refused', message: 'Twenty said no', objectName },
});

/** A document of one call that Twenty took. */
export const anAttempt = (changes: Partial<NewAttempt> = {}): NewAttempt => ({
  id: randomUUID(),
  action: 'write',
  holder: 'worker-1',
  ms: 37,
  answer: 'taken',
  failure: null,
  code: null,
  subCode: null,
  message: null,
  field: null,
  rowCounts: { phoneCall: 1 },
  slots: ['phoneCall:1'],
  request: null,
  response: null,
  startedAgoMs: 40,
  ...changes,
});

/** A call of the member's, as the ledger is told of it. */
export const aCallThatEarns = (memberId: MemberId, changes: { callId?: CallId; revision?: number } = {}) => ({
  callId: CallId.parse(randomUUID()),
  revision: 1,
  member: { id: memberId, name: 'Ada Bell' },
  ...changes,
});

/** What the ledger lacks about a call of a minute that reached nobody, at nine on that day. */
export const countedOn =
  (day: string, ...more: LedgerEntry[]) =>
  (): LedgerEntry[] => [
    {
      rule: 'call',
      calls: 1,
      talkSeconds: 60,
      day,
      startedAt: `${day}T09:00:00.000Z`,
      line: 'manual',
      isEarning: true,
    },
    { rule: 'dial', points: 2 },
    ...more,
  ];

/** Somebody of Twenty's, without a number. */
export const aPerson = (changes: Partial<PersonFromTwenty> = {}): PersonFromTwenty => ({
  id: PersonId.parse(randomUUID()),
  name: 'Ada Bell',
  email: 'ada@example.com',
  jobTitle: '',
  companyId: null,
  companyName: '',
  numbers: [],
  status: null,
  ownerId: null,
  doNotCall: false,
  timeZone: null,
  isDeleted: false,
  updatedAt: '2026-11-21T09:00:00.000Z',
  ...changes,
});

export const aDoNotCallEntry = (changes: Partial<DoNotCallFromTwenty> = {}): DoNotCallFromTwenty => ({
  id: randomUUID(),
  number: null,
  reason: 'Asked not to be called',
  source: 'manual',
  personId: null,
  addedAt: '2026-11-21T09:00:00.000Z',
  expiresAt: null,
  isDeleted: false,
  updatedAt: '2026-11-21T09:00:00.000Z',
  ...changes,
});
