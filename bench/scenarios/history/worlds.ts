import { type CallReport, type Member, WorkspaceId } from '@twenty-dialer/contract';
import { DEMO_MEMBERS, WORKSPACE } from '../../../twenty-sandbox/src/seed/members.ts';
import type { Bench, RealTwenty } from '../../bench.ts';
import { verifyArrived } from '../../support/arrived.ts';
import { type Backlog, prepareBacklog } from '../../support/deliveries.ts';
import { demoCast } from '../../support/demo-cast.ts';
import { personToken } from '../../support/person-token.ts';
import { enterRealTwenty } from '../../support/real-twenty.ts';
import { startSandbox } from '../../support/sandbox.ts';

/** A Twenty whose history is read, and the person who reads. */
export interface HistoryWorld {
  readonly twentyUrl: string;
  /** The worker's way in. */
  readonly access: Readonly<Record<string, string>>;
  readonly workspaceId: WorkspaceId;
  readonly member: Member;
  /** The person's own. */
  readonly token: string;
  /** Their calls, which Twenty shows on its first page once they are delivered. */
  readonly backlog: Backlog;
  /** @throws Error unless Twenty has each call once */
  readonly verify: (reports: readonly CallReport[]) => Promise<void>;
  readonly rounds: number;
  /** Before each request, so that none is throttled. */
  readonly pauseMs: number;
}

/** A sandbox without any delay of its own: what is left is the worker's. */
export const sandboxWorld = async (bench: Bench): Promise<HistoryWorld> => {
  const sandbox = await startSandbox(bench, { SANDBOX_BUDGET: 'off' });
  const cast = await demoCast(sandbox.url);
  const [member] = cast.members;
  const email = DEMO_MEMBERS[0]?.email;
  if (member === undefined || email === undefined) throw new Error('The sandbox has no members.');
  const workspaceId = WorkspaceId.parse(WORKSPACE.id);
  return {
    twentyUrl: sandbox.url,
    access: sandbox.asApp,
    workspaceId,
    member,
    token: await personToken(sandbox.url, { email, password: email }),
    backlog: await prepareBacklog(bench, {
      workspaceId,
      twentyUrl: sandbox.url,
      cast: { ...cast, members: [member] },
      count: 1_000,
      isProgressionOpened: true,
    }),
    verify: (reports) => verifyArrived(sandbox.url, reports),
    rounds: 400,
    pauseMs: 0,
  };
};

/** One token of an API key comes back in 600 ms. */
const TOKEN_MS = 700;

/** Calls of the bench's own, destroyed at the end. Without somebody's password the API key reads in their place. */
export const realWorld = async (bench: Bench, twenty: RealTwenty): Promise<HistoryWorld> => {
  const { cast, workspaceId, keep, verifyOnce } = await enterRealTwenty(bench, twenty);
  const [member] = cast.members;
  if (member === undefined) throw new Error('The workspace has no members.');
  const { TWENTY_TEST_USER_EMAIL: email, TWENTY_TEST_USER_PASSWORD: password } = process.env;
  const backlog = await prepareBacklog(bench, {
    workspaceId,
    twentyUrl: twenty.url,
    cast,
    count: 100,
    isProgressionOpened: false,
  });
  keep(backlog.reports);
  return {
    twentyUrl: twenty.url,
    access: { TWENTY_API_KEY: twenty.key },
    workspaceId,
    member,
    token: email && password ? await personToken(twenty.url, { email, password }) : twenty.key,
    backlog,
    verify: verifyOnce,
    rounds: 30,
    pauseMs: email && password ? 0 : TOKEN_MS,
  };
};
