import { randomUUID } from 'node:crypto';
import { CallId } from '@twenty-dialer/contract';
import { exampleReport } from '@twenty-dialer/contract/examples';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API_KEY_BUDGET } from '../outbox/budget.ts';
import { OBJECT_NAMES } from '../outbox/entry.ts';
import { recordsOfCall } from '../outbox/records-of-call.ts';
import type { Store, StoreTransaction } from '../store/port.ts';
import { createDeliveryTrial, type DeliveryTrial } from '../testing/delivery-trial.ts';
import { refused } from '../testing/store-fixtures.ts';
import { openTestStore } from '../testing/test-store.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const trial = async (change: Parameters<typeof createDeliveryTrial>[1] = {}): Promise<DeliveryTrial> => {
  const made = createDeliveryTrial(store, change);
  await made.start();
  return made;
};
/** As much as a round takes beforehand, and an hour for each token. */
const ONE_ROUND = {
  capacity: OBJECT_NAMES.length,
  windowMs: OBJECT_NAMES.length * 3_600_000,
  reserve: 0,
};
const personId = '11111111-1111-4111-8111-111111111111';

/** Wrapped-up calls with a person, four records each, put into the outbox in one go. */
const waitingCalls = async (t: DeliveryTrial, count: number): Promise<void> => {
  await t.inTwenty('mutation($data:[PersonCreateInput!]!){createPeople(data:$data){id}}', {
    data: [{ id: personId }],
  });
  const records = Array.from({ length: count }, () =>
    recordsOfCall({
      report: { ...exampleReport, callId: CallId.parse(randomUUID()), personId: personId as never },
      member: { id: t.member.id, name: 'Rita Example' },
      knownSlots: [],
    }),
  ).flat();
  await store.transaction(t.workspaceId, (tx) => tx.outbox.touch(records));
};
const isPeople = ([root]: [string, number]) => root !== 'createPeople';
const rootFields = async (t: DeliveryTrial) =>
  Object.entries((await t.stats()).byRootField)
    .filter(isPeople)
    .reduce((sum, [, count]) => sum + count, 0);

describe("Twenty's budget", () => {
  test('a large backlog costs at most 0.03 root fields per call', async () => {
    const t = await trial();
    const calls = 600;
    await waitingCalls(t, calls);
    await t.deliver();
    expect(await t.rows('noteTarget')).toHaveLength(2 * calls);
    expect((await rootFields(t)) / calls).toBeLessThanOrEqual(0.03);
  });

  test('a thousand records that an admin tries again take less than a minute’s budget, also by API key', async () => {
    const t = await trial();
    await waitingCalls(t, 500);
    const inStore = <T>(work: (tx: StoreTransaction) => Promise<T>) => store.transaction(t.workspaceId, work);
    const lease = { holder: 'worker', leaseMs: 60_000, perObject: 500 };
    await inStore(async (tx) => tx.outbox.settle('worker', (await tx.outbox.lease(lease)).map(refused)));
    const selection = { filter: { stages: ['failed' as const] } };
    const actor = { member: t.member, roles: [], requestId: null };
    const job = { id: randomUUID(), action: 'redrive' as const, reason: null, selection, actor };
    expect(await inStore((tx) => tx.deliveryJobs.begin(job))).toMatchObject({ total: 1_000 });
    while ((await inStore((tx) => tx.deliveryJobs.advance(200))) !== null);
    await t.deliver();
    expect(await t.rows('noteTarget')).toHaveLength(1_000);
    expect(await rootFields(t)).toBeLessThan(API_KEY_BUDGET.capacity - API_KEY_BUDGET.reserve);
  });

  test('what the worker counts as spent is what it sent, not what it took beforehand', async () => {
    const capacity = 10_000;
    const t = await trial({ budget: { capacity, windowMs: 10_000 * 3_600_000, reserve: 0 } });
    await waitingCalls(t, 3);
    await t.deliver();
    const { state } = await store.transaction(t.workspaceId, (tx) =>
      tx.delivery.spendBudget((now) => {
        if (now === null) throw new Error('Nothing was spent.');
        return { isGranted: true, state: now, waitMs: 0 };
      }),
    );
    expect(capacity - state.tokens).toBe(await rootFields(t));
  });

  test('a full bucket delivers at once; a drained one says how long it takes, and leases nothing', async () => {
    const t = await trial({ budget: ONE_ROUND });
    await t.report();
    expect(await t.delivery.deliverNext()).toMatchObject({ outcome: 'worked', tally: { delivered: 2 } });
    const round = await t.delivery.deliverNext();
    expect(round).toMatchObject({ outcome: 'no-budget', tally: { delivered: 0, released: 0 } });
    expect(round.waitMs).toBeGreaterThan(3_600_000);
    expect((await t.count()).every(({ state }) => state !== 'leased')).toBe(true);
  });

  test('what comes while the bucket is drained goes in one document', async () => {
    const t = await trial({ budget: ONE_ROUND });
    await t.report();
    await t.delivery.deliverNext();
    for (let call = 0; call < 25; call += 1) await t.report();
    expect(await t.delivery.deliverNext()).toMatchObject({ outcome: 'no-budget' });
    // Some hours later.
    await store.transaction(t.workspaceId, (tx) =>
      tx.delivery.spendBudget((_state, nowMs) => ({
        isGranted: true,
        state: { tokens: ONE_ROUND.capacity, allowedAtMs: nowMs },
        waitMs: 0,
      })),
    );
    expect(await t.delivery.deliverNext()).toMatchObject({ outcome: 'worked', tally: { delivered: 51 } });
    expect((await t.stats()).byRootField).toMatchObject({
      createPhoneCalls: 2,
      createNotes: 2,
      createNoteTargets: 1,
    });
  });

  test('when Twenty says that the limit is reached, every worker waits, and no row pays for it', async () => {
    const t = await trial({ budget: { ...API_KEY_BUDGET, windowMs: 100 * 3_600_000 } });
    const report = await t.report();
    await t.fault({ kind: 'throttled', operation: 'createPhoneCalls' });
    expect(await t.delivery.deliverNext()).toMatchObject({
      outcome: 'no-budget',
      tally: { released: 2, retried: 0, dead: 0 },
    });
    expect(await t.worker().deliverNext()).toMatchObject({ outcome: 'no-budget' });
    expect(await t.syncOf(report.callId)).toMatchObject({ state: 'on-its-way', attention: [] });
    expect(await t.status()).toMatchObject({ state: 'running' });
  });

  test('two workers on one store share one bucket', async () => {
    const t = await trial({ budget: ONE_ROUND });
    await t.report();
    await t.worker().deliverNext();
    expect(await t.worker().deliverNext()).toMatchObject({ outcome: 'no-budget' });
  });
});
