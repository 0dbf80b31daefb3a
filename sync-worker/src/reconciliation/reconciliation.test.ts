import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { createReconciliationTrial, type ReconciliationTrial } from '../testing/reconciliation-trial.ts';
import { openTestStore } from '../testing/test-store.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

/** So many calls, all in Twenty as they are here. */
const withCalls = async (count: number): Promise<ReconciliationTrial> => {
  const t = await createReconciliationTrial(store);
  for (let minute = 1; minute <= count; minute += 1) await t.call(minute * 10);
  await t.countCalls();
  await t.deliver();
  return t;
};

const rowsOf = (t: ReconciliationTrial, objectName = 'phoneCall') => t.rows(objectName);
const idsOf = async (t: ReconciliationTrial): Promise<string[]> => (await rowsOf(t)).map(({ id }) => id);
const destroy = (t: ReconciliationTrial, id: string) =>
  t.inTwenty('mutation($id:UUID!){destroyPhoneCall(id:$id){id}}', { id });
const remove = (t: ReconciliationTrial, id: string) =>
  t.inTwenty('mutation($id:UUID!){deletePhoneCall(id:$id){id}}', { id });
const causesOf = (open: readonly { cause: string }[]) =>
  [...new Set(open.map(({ cause }) => cause))].toSorted();

test('calls that are the same on both sides are no news, and both sides add up to the same', async () => {
  const t = await withCalls(5);
  const { id, open } = await t.compare();
  expect(open).toEqual([]);
  expect(await t.unequal(id)).toEqual([]);
  expect(await t.sums(id)).toEqual({ here: 5, inTwenty: 5 });
  const { totals } = await t.tx((tx) => tx.reconciliation.sides(id));
  expect(totals[0]?.here).toEqual(totals[0]?.inTwenty);
  expect(totals[0]?.here).toMatchObject({ calls: 5, talkSeconds: 300 });
  expect(await t.state(id)).toBe('done');
});

test('calls that Twenty lost are written again with their notes and links, and both sides are equal', async () => {
  const t = await withCalls(5);
  for (const id of (await idsOf(t)).slice(0, 3)) await destroy(t, id);
  const { id, open } = await t.compare();
  expect(causesOf(open)).toEqual(['missing']);
  expect(await t.sums(id)).toEqual({ here: 5, inTwenty: 2 });
  expect(await t.repair(id, 'write-again', ['missing'])).toBe(open.length);
  expect((await t.differences(id)).map(({ state }) => state)).toEqual(open.map(() => 'repaired'));
  expect(await t.unequal(id)).toEqual([]);
  expect(await t.sums(id)).toEqual({ here: 5, inTwenty: 5 });
  expect(await t.state(id)).toBe('done');
  expect((await rowsOf(t)).filter(({ deletedAt }) => deletedAt === null)).toHaveLength(5);
  const targets = (await t.rows('noteTarget')).filter(({ targetPhoneCallId }) => targetPhoneCallId !== null);
  expect(targets).toHaveLength(5);
  expect((await t.compare()).open).toEqual([]);
});

test('what somebody deleted in Twenty is never brought back; accepted, it counts on neither side', async () => {
  const t = await withCalls(3);
  const [gone = ''] = await idsOf(t);
  await remove(t, gone);
  const { id, open } = await t.compare();
  expect(causesOf(open)).toEqual(['deleted']);
  expect(await t.sums(id)).toEqual({ here: 3, inTwenty: 2 });
  await t.repair(id, 'accept', ['deleted']);
  expect(await t.sums(id)).toEqual({ here: 2, inTwenty: 2 });
  expect((await rowsOf(t)).find((row) => row.id === gone)?.deletedAt).not.toBeNull();
  const again = await t.compare();
  expect(again.open).toEqual([]);
  expect(await t.sums(again.id)).toEqual({ here: 2, inTwenty: 2 });
});

test('what lay in the trash before and is destroyed by now is not offered to be written again', async () => {
  const t = await withCalls(1);
  const [gone = ''] = await idsOf(t);
  await remove(t, gone);
  await t.compare();
  await destroy(t, gone);
  expect(causesOf((await t.compare()).open)).toContain('destroyed');
});

test('a call that is deleted in Twenty after "write again" was pressed stays deleted', async () => {
  const t = await withCalls(1);
  const [gone = ''] = await idsOf(t);
  await destroy(t, gone);
  const { id } = await t.compare();
  await t.tx((tx) =>
    tx.reconciliation.repair(id, {
      remedy: 'write-again',
      by: 'Ann Admin',
      which: { causes: ['missing'] },
      allowed: ['missing'],
    }),
  );
  await t.own.next();
  await t.inTwenty('mutation($data:[PhoneCallCreateInput!]!){createPhoneCalls(data:$data){id}}', {
    data: [{ id: gone, name: 'Restored, then deleted' }],
  });
  await remove(t, gone);
  await t.deliver();
  await t.settle();
  expect((await rowsOf(t)).find((row) => row.id === gone)?.deletedAt).not.toBeNull();
  expect(causesOf((await t.differences(id)).filter(({ state }) => state === 'open'))).toContain('deleted');
});

test('what somebody edited in Twenty counts there; accepted, both sides are equal', async () => {
  const t = await withCalls(2);
  const [edited = ''] = await idsOf(t);
  await t.inTwenty('mutation($id:UUID!){updatePhoneCall(id:$id,data:{talkSeconds:7}){id}}', { id: edited });
  const { id, open } = await t.compare();
  expect(open).toMatchObject([{ cause: 'edited', fields: [{ name: 'talkSeconds', here: 60, inTwenty: 7 }] }]);
  expect(await t.unequal(id)).toHaveLength(1);
  await t.repair(id, 'accept', ['edited']);
  expect(await t.unequal(id)).toEqual([]);
  expect((await t.compare()).open).toEqual([]);
});

test('a correction that comes while somebody accepts an edit goes to Twenty all the same', async () => {
  const t = await createReconciliationTrial(store);
  const call = await t.call(10);
  await t.deliver();
  const [edited = ''] = await idsOf(t);
  await t.inTwenty('mutation($id:UUID!){updatePhoneCall(id:$id,data:{talkSeconds:7}){id}}', { id: edited });
  const { id } = await t.compare();
  await t.report({ ...call, revision: 2, outcome: 'callback' });
  await t.repair(id, 'accept', ['edited']);
  expect((await rowsOf(t))[0]).toMatchObject({ outcome: 'CALLBACK', talkSeconds: 7 });
});

test('whoever has seen the edit may write ours over it, and over nothing that came later', async () => {
  const t = await withCalls(2);
  const [one = '', two = ''] = await idsOf(t);
  const edit = (id: string, talkSeconds: number) =>
    t.inTwenty('mutation($id:UUID!,$s:Float){updatePhoneCall(id:$id,data:{talkSeconds:$s}){id}}', {
      id,
      s: talkSeconds,
    });
  await edit(one, 7);
  await edit(two, 7);
  const { id } = await t.compare();
  await edit(two, 8);
  await t.repair(id, 'write-again', ['edited']);
  const seconds = new Map((await rowsOf(t)).map((row) => [row.id, row.talkSeconds]));
  expect([seconds.get(one), seconds.get(two)]).toEqual([60, 8]);
  expect((await t.differences(id)).map(({ state }) => state)).toEqual(['open', 'repaired']);
});

test('a record that Twenty has in an older state than it took is told apart from an edit, and written again', async () => {
  const t = await withCalls(2);
  const [row] = await rowsOf(t);
  const table = t.sandbox.records.table('phoneCall');
  const held = table.get(row?.id ?? '');
  if (held === undefined) throw new Error('No row.');
  table.put({ ...held, outcome: 'NEEDS_WRAP_UP', updatedAt: '2020-01-01T00:00:00.000Z' });
  const { id, open } = await t.compare();
  expect(open).toMatchObject([{ cause: 'older', fields: [{ name: 'outcome' }] }]);
  await t.repair(id, 'write-again', ['older']);
  expect((await t.compare()).open).toEqual([]);
});

test('a second record with the same call id is told of, until one is deleted there or it is accepted', async () => {
  const t = await withCalls(1);
  const [row] = await rowsOf(t);
  const table = t.sandbox.records.table('phoneCall');
  const held = table.get(row?.id ?? '');
  if (held === undefined) throw new Error('No row.');
  table.put({ ...held, id: '0a0a0a0a-1111-4111-8111-111111111111' });
  const { id, open } = await t.compare();
  expect(open).toMatchObject([{ cause: 'duplicate' }]);
  expect(await t.sums(id)).toEqual({ here: 1, inTwenty: 2 });
  await t.repair(id, 'accept', ['duplicate']);
  expect(await t.sums(id)).toEqual({ here: 1, inTwenty: 1 });
});

test('a record with a call id that nobody knows here is told of once; one without is nobody of ours', async () => {
  const t = await withCalls(1);
  const startedAt = new Date(Date.now() - 3_600_000).toISOString();
  await t.inTwenty('mutation($data:[PhoneCallCreateInput!]!){createPhoneCalls(data:$data){id}}', {
    data: [
      { name: 'Of another store', callId: 'c0ffee00-2f5b-4c58-9d5e-6a1f0d2b3c4e', startedAt },
      { name: 'By hand', startedAt },
    ],
  });
  const { id, open } = await t.compare();
  expect(open).toMatchObject([{ cause: 'unknown-here', title: 'Of another store' }]);
  expect(await t.tx((tx) => tx.reconciliation.get(id))).toMatchObject({ progress: { madeByHand: 1 } });
  await t.repair(id, 'accept', ['unknown-here']);
  expect(await t.unequal(id)).toEqual([]);
  expect((await t.compare()).open).toEqual([]);
});

test('what is on its way is told of as that, and is no difference once it has arrived', async () => {
  const t = await withCalls(1);
  await t.call(5);
  const { open } = await t.compare();
  expect(causesOf(open)).toContain('waiting');
  expect(open.find(({ objectName }) => objectName === 'noteTarget')).toMatchObject({ cause: 'held-back' });
  await t.countCalls();
  await t.deliver();
  expect((await t.compare()).open.filter(({ cause }) => cause !== 'waiting')).toEqual([]);
});

test('a record that Twenty refused names its delivery, and is tried again at one press', async () => {
  const t = await createReconciliationTrial(store);
  const call = await t.call(10);
  await t.fault({ kind: 'poisoned', match: { objectName: 'note', field: 'title', value: 'Call' } });
  await t.deliver();
  t.healed();
  const { id, open } = await t.compare();
  const failed = open.filter(({ cause }) => cause === 'failed');
  expect(failed.map(({ slot }) => slot)).toEqual([`note:${call.callId}`]);
  await t.repair(id, 'write-again', ['failed']);
  await t.deliver();
  expect((await t.compare()).open.filter(({ cause }) => cause !== 'waiting')).toEqual([]);
});

test('practice calls that are kept here count on neither side', async () => {
  const t = await withCalls(1);
  const call = await t.call(5, { line: 'practice' });
  await t.tx((tx) => tx.calls.keepHere(call.callId));
  await t.deliver();
  const { id } = await t.compare();
  expect(await t.sums(id)).toEqual({ here: 1, inTwenty: 1 });
});

test("a rep's day and totals that were changed or destroyed in Twenty are put right from the ledger", async () => {
  const t = await withCalls(2);
  const [day] = await t.rows('dailyCallStats');
  const [progression] = await t.rows('repProgression');
  await t.inTwenty('mutation($id:UUID!){updateDailyCallStats(id:$id,data:{calls:9}){id}}', { id: day?.id });
  await t.inTwenty('mutation($id:UUID!){destroyRepProgression(id:$id){id}}', { id: progression?.id });
  const { id, open } = await t.compare();
  expect(causesOf(open)).toEqual(['figures', 'xp']);
  await t.repair(id, 'write-again', ['figures', 'xp']);
  expect((await t.differences(id)).map(({ state }) => state)).toEqual(['repaired', 'repaired']);
  const { totals } = await t.tx((tx) => tx.reconciliation.sides(id));
  expect(totals[0]?.inTwenty).toEqual(totals[0]?.here);
  expect((await t.compare()).open).toEqual([]);
});

test('a comparison that a killed worker left is gone on with by another, and counts nothing twice', async () => {
  const t = await withCalls(7);
  const [gone = ''] = await idsOf(t);
  await destroy(t, gone);
  const id = await t.begin();
  const first = t.worker({ holder: 'first' });
  for (let steps = 0; steps < 3; steps += 1) await first.next();
  const second = t.worker({ holder: 'second' });
  const before = t.asked.length;
  await second.next();
  expect(t.asked.length, 'while it is held nobody else is at it').toBe(before);
  await t.tx((tx) => tx.reconciliation.release('first'));
  await t.settle(second);
  expect(await t.sums(id)).toEqual({ here: 7, inTwenty: 6 });
  expect(await t.state(id)).toBe('done');
  await first.next();
  expect(await t.sums(id), 'the first one comes back to life').toEqual({ here: 7, inTwenty: 6 });
});

test('one that is cancelled asks nothing more', async () => {
  const t = await withCalls(4);
  const id = await t.begin();
  await t.own.next();
  await t.tx((tx) => tx.reconciliation.cancel(id));
  const before = t.asked.length;
  await t.settle();
  expect(t.asked.length).toBe(before);
  expect(await t.state(id)).toBe('cancelled');
});

test('while delivery has drained half of the budget, nothing is asked', async () => {
  const budget = { capacity: 100, windowMs: 60_000, reserve: 0 };
  const t = await createReconciliationTrial(store, { budget, patienceMs: 0 });
  await t.call(5);
  await t.begin();
  await t.tx((tx) =>
    tx.delivery.spendBudget((_state, nowMs) => ({
      isGranted: true,
      state: { tokens: 50, allowedAtMs: nowMs },
      waitMs: 0,
    })),
  );
  expect(await t.own.next()).toBeGreaterThan(0);
  expect(t.asked).toEqual([]);
  const { state } = await t.tx((tx) => tx.delivery.budget());
  expect(state?.tokens).toBe(50);
});

test('a Twenty that is away is named as what stands in the way, and the comparison goes on later', async () => {
  const t = await withCalls(2);
  const id = await t.begin();
  await t.fault({ kind: 'server-error' });
  await t.own.next();
  expect((await t.tx((tx) => tx.reconciliation.get(id)))?.fault).toBeTruthy();
  t.healed();
  await t.settle();
  expect(await t.tx((tx) => tx.reconciliation.get(id))).toMatchObject({ state: 'done', fault: null });
});
