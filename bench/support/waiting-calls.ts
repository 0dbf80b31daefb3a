import type { CallReport, WorkspaceId } from '@twenty-dialer/contract';
import { acceptCall } from '../../sync-worker/src/intake/accept-call.ts';
import {
  callTargetSlot,
  noteSlot,
  personTargetSlot,
  phoneCallSlot,
  recordIdOf,
} from '../../sync-worker/src/outbox/slot.ts';
import type { Store } from '../../sync-worker/src/store/port.ts';
import { type Cast, callMaker } from './calls.ts';

export interface WaitingCalls {
  readonly workspaceId: WorkspaceId;
  readonly twentyUrl: string;
  readonly cast: Cast;
  readonly count: number;
  /** Whether the reps' XP goes to Twenty, too, as after their first sign-in. */
  readonly isProgressionOpened: boolean;
}

const ALL_EARN = { forManualCalls: true, forEnteredCalls: true, forPracticeCalls: false };
/** As many at once as reps would send on a busy morning: a server commits them together. */
const AT_ONCE = 8;

/** Accepts calls through the product's own intake, one transaction each, while nobody delivers. @returns the calls */
export const acceptWaitingCalls = async (
  store: Store,
  { workspaceId, twentyUrl, cast, count, isProgressionOpened }: WaitingCalls,
): Promise<readonly CallReport[]> => {
  await store.registerWorkspace({ id: workspaceId, name: 'Bench', twentyUrl });
  for (const { id, firstName, lastName } of isProgressionOpened ? cast.members : []) {
    const member = { id, name: `${firstName} ${lastName}` };
    await store.transaction(workspaceId, (tx) => tx.progression.open(member, null));
  }
  const accept = acceptCall({ store, practiceCallsToTwenty: false, xpRules: ALL_EARN });
  const next = callMaker(cast);
  const reports: CallReport[] = [];
  const rep = async () => {
    while (reports.length < count) {
      const { report, member } = next();
      reports.push(report);
      const { result } = await accept(workspaceId, report, member);
      if (result !== 'accepted') throw new Error(`A call was answered with "${result}".`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, rep));
  return reports;
};

/** The four records that a wrapped-up call with a person becomes in Twenty. */
export const recordsInTwenty = ({ callId }: CallReport) => ({
  phoneCall: [recordIdOf(phoneCallSlot(callId))],
  note: [recordIdOf(noteSlot(callId))],
  noteTarget: [recordIdOf(callTargetSlot(callId)), recordIdOf(personTargetSlot(callId))],
});

export const recordIds = (reports: readonly CallReport[]): string[] =>
  reports.flatMap((report) => Object.values(recordsInTwenty(report)).flat());
