import { randomUUID } from 'node:crypto';
import type { CallReport, DifferenceCause, Remedy } from '@twenty-dialer/contract';
import { createReconciliation, type Reconciling } from '../reconciliation/create-reconciliation.ts';
import { type ReconciliationDeps, reconciliationSettings } from '../reconciliation/deps.ts';
import type { Store, StoreTransaction } from '../store/port.ts';
import type { DifferenceRow } from '../store/reconciliation-port.ts';
import { apiKeyCredentials } from '../twenty/app-token.ts';
import { createTwentyClient } from '../twenty/client.ts';
import { createTwentyReconciliation } from '../twenty/reconciliation.ts';
import { createDeliveryTrial } from './delivery-trial.ts';
import { SANDBOX_KEY, SANDBOX_URL } from './sandbox-twenty.ts';

/** A rep whose calls reach a sandbox, and a worker that compares the two; its time goes on only when it waits. */
export const createReconciliationTrial = async (
  store: Store,
  change: Partial<ReconciliationDeps['settings']> = {},
) => {
  const trial = createDeliveryTrial(store);
  const { workspaceId, sandbox, member } = trial;
  await trial.start();
  await store.transaction(workspaceId, (tx) =>
    tx.progression.open({ id: member.id, name: 'Bob Example' }, null),
  );
  const asked: string[] = [];
  const client = createTwentyClient({
    url: SANDBOX_URL,
    retryMs: 1,
    fetch: async (input, init) => {
      asked.push(/query (\w+)/.exec(String(init?.body))?.[1] ?? '');
      return sandbox.app.fetch(new Request(input, init));
    },
  });
  const tx = <T>(work: (tx: StoreTransaction) => Promise<T>) => store.transaction(workspaceId, work);
  let nowMs = Date.now();
  const note = () => undefined;
  const settings = {
    ...reconciliationSettings({ capacity: 1_000_000, windowMs: 60_000, reserve: 0 }, null),
    pageCalls: 2,
    pageRows: 4,
    pageMembers: 1,
    ...change,
  };
  const worker = (deps: Partial<ReconciliationDeps> = {}): Reconciling =>
    createReconciliation({
      store,
      workspaceId,
      twenty: createTwentyReconciliation({ client, credentials: apiKeyCredentials(SANDBOX_KEY) }),
      log: { info: note, warn: note, error: note },
      clock: {
        nowMs: () => nowMs,
        wait: async (ms) => {
          nowMs += ms;
        },
      },
      random: () => 0.5,
      holder: randomUUID(),
      settings,
      ...deps,
    });
  const own = worker();

  /** Steps until nothing is left to do, at most so many. */
  const settle = async (by: Reconciling = own): Promise<void> => {
    for (let steps = 0; steps < 500; steps += 1) if ((await by.next()) === settings.lookMs) return;
    throw new Error('The comparison does not come to rest.');
  };

  const begin = async (): Promise<string> =>
    (await tx((t) => t.reconciliation.begin({ by: 'Ann Admin', days: 30 }))).id;

  const differences = async (id: string): Promise<readonly DifferenceRow[]> =>
    (
      await tx((t) =>
        t.reconciliation.differences(id, {
          causes: null,
          memberIds: null,
          day: null,
          after: null,
          limit: 500,
        }),
      )
    ).differences;

  return {
    ...trial,
    tx,
    asked,
    worker,
    own,
    settle,
    begin,
    differences,
    /** A call of so many minutes ago, wrapped up. */
    call: async (minutesAgo: number, fields: Partial<CallReport> = {}): Promise<CallReport> => {
      const at = (seconds: number) =>
        new Date(
          Math.floor(Date.now() / 60_000) * 60_000 - minutesAgo * 60_000 + seconds * 1_000,
        ).toISOString();
      return trial.report({
        startedAt: at(0),
        ringingAt: at(2),
        answeredAt: at(5),
        endedAt: at(65),
        wrappedUpAt: at(80),
        ...fields,
      });
    },
    /** Compares all of it; what differs that nobody has settled. */
    compare: async (): Promise<{ id: string; open: readonly DifferenceRow[] }> => {
      const id = await begin();
      await settle();
      return { id, open: (await differences(id)).filter(({ state }) => state === 'open') };
    },
    /** Presses a remedy for all of these causes, lets delivery do its part, and compares again. */
    repair: async (id: string, remedy: Remedy, causes: readonly DifferenceCause[]): Promise<number> => {
      const count = await tx((t) =>
        t.reconciliation.repair(id, { remedy, by: 'Ann Admin', which: { causes }, allowed: causes }),
      );
      await own.next();
      await own.next();
      await trial.deliver();
      await settle();
      return count;
    },
    /** Reps' days whose sides are not the same. */
    unequal: async (id: string) => {
      const { days } = await tx((t) => t.reconciliation.sides(id));
      return days.filter(({ here, inTwenty }) => JSON.stringify(here) !== JSON.stringify(inTwenty));
    },
    /** What both sides come to in all. */
    sums: async (id: string) => {
      const { days } = await tx((t) => t.reconciliation.sides(id));
      const sum = (side: 'here' | 'inTwenty') => days.reduce((calls, day) => calls + day[side].calls, 0);
      return { here: sum('here'), inTwenty: sum('inTwenty') };
    },
    /** As when all holds have run out. */
    state: async (id: string) => (await tx((t) => t.reconciliation.get(id)))?.state,
  };
};

export type ReconciliationTrial = Awaited<ReturnType<typeof createReconciliationTrial>>;
