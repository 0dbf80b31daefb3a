import type { CallReport, WorkspaceId } from '@twenty-dialer/contract';
import { acceptCall } from '../../sync-worker/src/intake/accept-call.ts';
import { dayOf } from '../../sync-worker/src/outbox/progression-days.ts';
import {
  callSessionSlot,
  callTargetSlot,
  dailyCallStatsSlot,
  noteSlot,
  personTargetSlot,
  phoneCallSlot,
  recordIdOf,
} from '../../sync-worker/src/outbox/slot.ts';
import type { Store } from '../../sync-worker/src/store/port.ts';
import { settled } from '../../sync-worker/src/testing/settings.ts';
import { type Cast, callMaker } from './calls.ts';

export interface WaitingCalls {
  readonly workspaceId: WorkspaceId;
  readonly twentyUrl: string;
  readonly cast: Cast;
  readonly count: number;
  /** Whether the reps' XP goes to Twenty, too, as after their first sign-in. */
  readonly isProgressionOpened: boolean;
}

/** So many calls are committed together, which changes nothing about their rows. */
const TOGETHER = 100;

/** Accepts calls through the product's own intake, while nobody delivers. @returns the calls */
export const acceptWaitingCalls = async (
  store: Store,
  { workspaceId, twentyUrl, cast, count, isProgressionOpened }: WaitingCalls,
): Promise<readonly CallReport[]> => {
  await store.registerWorkspace({ id: workspaceId, name: 'Bench', twentyUrl });
  for (const { id, firstName, lastName } of isProgressionOpened ? cast.members : []) {
    const member = { id, name: `${firstName} ${lastName}` };
    await store.transaction(workspaceId, (tx) => tx.progression.open(member, null));
  }
  const next = callMaker(cast);
  const reports: CallReport[] = [];
  while (reports.length < count) {
    await store.transaction(workspaceId, async (tx) => {
      const together: Store = { ...store, transaction: (_workspaceId, work) => work(tx) };
      const accept = acceptCall({ store: together, practiceCallsToTwenty: false, settings: settled() });
      for (let more = Math.min(TOGETHER, count - reports.length); more > 0; more -= 1) {
        const { report, member } = next();
        const { result } = await accept(workspaceId, report, member);
        if (result !== 'accepted') throw new Error(`A call was answered with "${result}".`);
        reports.push(report);
      }
    });
  }
  return reports;
};

/** Rows that are worked out from these calls: sittings, days of reps, and people whose fields are written. */
export const figuresInTwenty = (reports: readonly CallReport[]) => ({
  callSession: distinct(reports.map(({ callSessionId }) => recordIdOf(callSessionSlot(callSessionId)))),
  dailyCallStats: distinct(
    reports.map(({ workspaceMemberId, startedAt, timeZone }) =>
      recordIdOf(dailyCallStatsSlot(workspaceMemberId, dayOf(startedAt, timeZone))),
    ),
  ),
  person: distinct(reports.flatMap(({ personId }) => (personId === null ? [] : [personId]))),
});

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

/** The four records that a wrapped-up call with a person becomes in Twenty. */
export const recordsInTwenty = ({ callId }: CallReport) => ({
  phoneCall: [recordIdOf(phoneCallSlot(callId))],
  note: [recordIdOf(noteSlot(callId))],
  noteTarget: [recordIdOf(callTargetSlot(callId)), recordIdOf(personTargetSlot(callId))],
});

export const recordIds = (reports: readonly CallReport[]): string[] => [
  ...reports.flatMap((report) => Object.values(recordsInTwenty(report)).flat()),
  ...Object.values(figuresInTwenty(reports)).flat(),
];
