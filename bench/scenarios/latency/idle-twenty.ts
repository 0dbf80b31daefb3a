import { type CallReport, type MemberId, WorkspaceId } from '@twenty-dialer/contract';
import { WORKSPACE } from '../../../twenty-sandbox/src/seed/members.ts';
import type { Bench } from '../../bench.ts';
import { verifyArrived } from '../../support/arrived.ts';
import type { Cast } from '../../support/calls.ts';
import { demoCast } from '../../support/demo-cast.ts';
import { prepareStore } from '../../support/prepared-store.ts';
import { enterRealTwenty } from '../../support/real-twenty.ts';
import { startSandbox } from '../../support/sandbox.ts';
import { leaveSession } from '../../support/session.ts';
import { acceptWaitingCalls } from '../../support/waiting-calls.ts';
import type { StorePlace } from '../../support/worker.ts';

/** A Twenty that nobody else asks anything, or as little as can be had. */
export interface IdleTwenty {
  readonly url: string;
  readonly workspaceId: WorkspaceId;
  readonly cast: Cast;
  readonly access: Readonly<Record<string, string>>;
  /** Calls that are about to be sent: on somebody's Twenty they are destroyed at the end. */
  readonly keep: (reports: readonly CallReport[]) => void;
  /** @throws Error unless each of the calls is there once */
  readonly verify: (reports: readonly CallReport[]) => Promise<void>;
  readonly rounds: number;
  /** Between two documents, so that the budget never makes anybody wait. */
  readonly pauseMs: number;
  /** On somebody's Twenty reps' XP stays as it is. */
  readonly isProgressionOpened: boolean;
}

export const idleTwenty = async (bench: Bench): Promise<IdleTwenty> => {
  if (bench.twenty !== null) {
    const { url, key } = bench.twenty;
    const { workspaceId, cast, keep, verifyOnce } = await enterRealTwenty(bench, bench.twenty);
    const access = { TWENTY_API_KEY: key };
    return {
      ...{ url, workspaceId, cast, access, keep },
      ...{ verify: verifyOnce, rounds: 20, pauseMs: 2_500, isProgressionOpened: false },
    };
  }
  const { url, asApp } = await startSandbox(bench, { SANDBOX_PACE: 'real' });
  return {
    url,
    workspaceId: WorkspaceId.parse(WORKSPACE.id),
    cast: await demoCast(url),
    access: asApp,
    keep: () => {},
    verify: (reports) => verifyArrived(url, reports),
    rounds: 50,
    pauseMs: 400,
    isProgressionOpened: true,
  };
};

/** A store in which everybody of the cast is signed in already. */
export const quietPlace = async (
  bench: Bench,
  { workspaceId, cast, access, isProgressionOpened }: IdleTwenty,
  twentyUrl: string,
): Promise<{ place: StorePlace; cookies: ReadonlyMap<MemberId, string> }> => {
  const prepared = await prepareStore(bench, async ({ store }) => {
    await acceptWaitingCalls(store, { workspaceId, twentyUrl, cast, count: 0, isProgressionOpened });
  });
  const place = await prepared.copy();
  const cookies = new Map<MemberId, string>();
  for (const member of cast.members) {
    const token = access.TWENTY_API_KEY ?? 'nobody asks Twenty for this person';
    cookies.set(member.id, await leaveSession(place, { workspaceId, member, token }));
  }
  return { place, cookies };
};
