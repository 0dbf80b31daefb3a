import { randomUUID } from 'node:crypto';
import { type CallId, type CallReport, type Member, MemberId, WorkspaceId } from '@twenty-dialer/contract';
import { exampleMember, exampleReport } from '@twenty-dialer/contract/examples';
import { expect } from 'vitest';
import { z } from 'zod';
import { DEMO_MEMBERS } from '../../../twenty-sandbox/src/seed/members.ts';
import { createDelivery, type Delivery, type DeliveryRound } from '../delivery/create-delivery.ts';
import { type DeliveryDeps, systemClock } from '../delivery/deps.ts';
import { deliverySettings } from '../delivery/settings.ts';
import { acceptCall } from '../intake/accept-call.ts';
import { syncStateOf } from '../outbox/sync-state.ts';
import { keepUp } from '../projections/keep-up.ts';
import type { CallRecord } from '../store/call-port.ts';
import type { Store } from '../store/port.ts';
import { appCredentials } from '../twenty/app-token.ts';
import { createTwentyClient } from '../twenty/client.ts';
import type { TwentyRecords } from '../twenty/port.ts';
import { createTwentyRecords } from '../twenty/records.ts';
import { createTestSandbox, SANDBOX_APP, SANDBOX_KEY, SANDBOX_URL } from './sandbox-twenty.ts';
import { settled } from './settings.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly [field: string]: unknown;
}

/** A row of the sandbox, as its own state page shows it. */
export const SandboxRow = z.looseObject({ id: z.string(), deletedAt: z.string().nullable() });
export type SandboxRow = z.infer<typeof SandboxRow>;
const SandboxRows = z.object({ rows: z.array(SandboxRow) });

/** The worker's own access to whichever Twenty `fetch` reaches. */
export const recordsOver = (through: typeof fetch): TwentyRecords =>
  createTwentyRecords({
    client: createTwentyClient({ url: SANDBOX_URL, fetch: through, retryMs: 1 }),
    credentials: appCredentials({ url: SANDBOX_URL, ...SANDBOX_APP, nowMs: Date.now, fetch: through }),
  });

/**
 * Everything that delivery needs, for one test: a workspace of its own in a real store, and a sandbox that is reached
 * over HTTP only. Retries are due at once (`random` gives 0), so no test waits.
 */
export const createDeliveryTrial = (store: Store, change: Partial<DeliveryDeps['settings']> = {}) => {
  const workspaceId = WorkspaceId.parse(randomUUID());
  const member: Member = { ...exampleMember, id: MemberId.parse(DEMO_MEMBERS[0]?.id) };
  const { sandbox, fetch } = createTestSandbox();
  const twenty = recordsOver(fetch);
  const lines: LogLine[] = [];
  const note = (level: LogLine['level']) => (line: object) => lines.push({ level, ...line });
  const settings = {
    ...deliverySettings('app'),
    budget: { capacity: 1_000_000, windowMs: 60_000, reserve: 0 },
    ...change,
  };

  const worker = (deps: Partial<DeliveryDeps> = {}): Delivery =>
    createDelivery({
      store,
      workspaceId,
      twenty,
      log: { info: note('info'), warn: note('warn'), error: note('error') },
      clock: systemClock,
      random: () => 0,
      holder: randomUUID(),
      settings,
      ...deps,
    });
  const delivery = worker();

  const post = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${SANDBOX_URL}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SANDBOX_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  };

  return {
    store,
    workspaceId,
    member,
    sandbox,
    twenty,
    worker,
    delivery,
    lines,
    settings,

    start: () =>
      store.registerWorkspace({ id: workspaceId, name: 'Trial', twentyUrl: `${SANDBOX_URL}/${workspaceId}` }),

    /** A wrapped-up call of the rep's, reported and stored; the same `callId` with a higher revision is an edit. */
    report: async (fields: Partial<CallReport> = {}): Promise<CallReport> => {
      const report = {
        ...exampleReport,
        callId: randomUUID() as CallId,
        revision: 1,
        workspaceMemberId: member.id,
        line: 'manual' as const,
        personId: null,
        personName: null,
        ...fields,
      };
      const accept = acceptCall({ store, practiceCallsToTwenty: true, settings: settled() });
      expect(await accept(workspaceId, report, member)).toMatchObject({ result: 'accepted' });
      return report;
    },

    call: async (callId: CallId): Promise<CallRecord> => {
      const call = await store.transaction(workspaceId, (tx) => tx.calls.get(callId));
      if (call === null) throw new Error(`The call ${callId} is not there.`);
      return call;
    },

    syncOf: async (callId: CallId) => {
      const call = await store.transaction(workspaceId, (tx) => tx.calls.get(callId));
      return syncStateOf(call?.entries ?? []);
    },

    /** Rounds until nothing is due any more; what they came to. Fails when it never ends. */
    deliver: async (by: Delivery = delivery): Promise<DeliveryRound[]> => {
      const rounds: DeliveryRound[] = [];
      while (rounds.length < 200) {
        const round = await by.deliverNext();
        if (round.outcome === 'idle') return rounds;
        rounds.push(round);
        if (round.outcome === 'paused') return rounds;
      }
      throw new Error(`Delivery does not come to rest: ${JSON.stringify(rounds.at(-1))}`);
    },

    /** Works out figures and log as they are now, as often as there is something new. */
    countCalls: async (): Promise<void> => {
      while ((await keepUp({ store, workspaceId, intervalMs: 0 })) !== null);
    },

    /** The sandbox's rows of one object, deleted ones included. */
    rows: async (objectName: string): Promise<readonly SandboxRow[]> => {
      const response = await fetch(`${SANDBOX_URL}/sandbox/records/${objectName}`);
      return SandboxRows.parse(await response.json()).rows;
    },
    stats: async () => {
      const response = await fetch(`${SANDBOX_URL}/sandbox/stats`);
      return z
        .object({
          documents: z.number(),
          rootFields: z.number(),
          byRootField: z.record(z.string(), z.number()),
        })
        .parse(await response.json());
    },
    fault: (fault: object) => post('/sandbox/faults', fault),
    healed: () => sandbox.faults.remove(null),
    /** Somebody works in Twenty itself. */
    inTwenty: async (query: string, variables: object = {}): Promise<unknown> => {
      const answer = await post('/graphql', { query, variables });
      expect(answer).not.toHaveProperty('errors');
      return answer;
    },
    count: () => store.transaction(workspaceId, (tx) => tx.outbox.count()),
    status: () => store.transaction(workspaceId, (tx) => tx.delivery.status()),
  };
};
export type DeliveryTrial = ReturnType<typeof createDeliveryTrial>;
