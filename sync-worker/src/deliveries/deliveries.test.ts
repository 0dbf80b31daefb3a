import {
  DeliveryJob,
  DeliveryJobList,
  DeliveryList,
  DeliveryOverview,
  DeliveryPage,
  PersonId,
  Problem,
} from '@twenty-dialer/contract';
import { examplePerson } from '@twenty-dialer/contract/examples';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Store, StoreTransaction } from '../store/port.ts';
import { anAttempt, delivered, refused } from '../testing/store-fixtures.ts';
import { openTestStore } from '../testing/test-store.ts';
import { ADMIN_ROLE, createTestWorker, type Rep, reportOf, type TestWorker } from '../testing/test-worker.ts';
import { TwentyError } from '../twenty/errors.ts';
import type { TwentyRow } from '../twenty/port.ts';
import { createJobRunner } from './job-runner.ts';

const LEASE = { holder: 'worker-1', leaseMs: 60_000, perObject: 500 };

let store: Store;
let worker: TestWorker;
let ann: Rep;
let bob: Rep;
let inTwenty: TwentyRow | null | Error;
let looks: { token: string; objectName: string; recordId: string }[];

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  inTwenty = null;
  looks = [];
  worker = await createTestWorker(store, {
    look: {
      at: async (token, objectName, recordId) => {
        looks.push({ token, objectName, recordId });
        if (inTwenty instanceof Error) throw inTwenty;
        return inTwenty;
      },
    },
    people: {
      search: async () => [],
      mayRead: async () => true,
      create: async () => examplePerson,
      get: async (_token, personId) => (personId === examplePerson.id ? examplePerson : null),
    },
  });
  ann = await worker.signIn({ firstName: 'Ann', lastName: 'Admin' }, [ADMIN_ROLE]);
  bob = await worker.signIn({ firstName: 'Bob' });
});

const tx = <T>(work: (t: StoreTransaction) => Promise<T>) => store.transaction(worker.workspaceId, work);

/** Calls of Bob's that Twenty refused, each with its note. */
const refusedCalls = async (count = 1) => {
  const reports = Array.from({ length: count }, () => reportOf(bob, { line: 'manual', personId: null }));
  for (const body of reports) await worker.ask('/api/call-reports', { as: bob, body });
  await tx(async (t) => {
    const entries = await t.outbox.lease(LEASE);
    const calls = entries.filter(({ objectName }) => objectName === 'phoneCall');
    const attempt = anAttempt({ failure: 'cannot-accept', answer: 'refused' });
    const others = entries.filter((entry) => !calls.includes(entry));
    await t.outbox.settle(
      LEASE.holder,
      [...calls.map((entry) => ({ ...refused(entry), attemptIds: [attempt.id] })), ...others.map(delivered)],
      [attempt],
    );
  });
  return reports.map(({ callId }) => `phoneCall:${callId}`);
};
const addressOf = (slot: string, more = '') => `/api/deliveries/${encodeURIComponent(slot)}${more}`;
const pageOf = async (slot: string) =>
  DeliveryPage.parse(await (await worker.ask(addressOf(slot), { as: ann })).json());
const listOf = async (query: string) =>
  DeliveryList.parse(await (await worker.ask(`/api/deliveries?${query}`, { as: ann })).json());
const post = (path: string, body: unknown, as = ann) => worker.ask(path, { as, body, method: 'POST' });
const overview = async () =>
  DeliveryOverview.parse(await (await worker.ask('/api/delivery-overview', { as: ann })).json());

describe('what failed', () => {
  test('is counted, listed with whose call it was, and found by its class', async () => {
    const [slot] = await refusedCalls();
    const { stages, failures, hours } = await overview();
    expect(stages).toContainEqual({ stage: 'failed', count: 1 });
    expect(failures).toEqual([{ failure: 'cannot-accept', count: 1 }]);
    expect(hours).toHaveLength(24);
    expect(hours.at(-1)).toMatchObject({ failed: 1 });
    expect(await listOf('stages=failed&failures=cannot-accept')).toMatchObject({
      total: 1,
      nextCursor: null,
      deliveries: [{ slot, stage: 'failed', reason: 'Twenty said no', member: { id: bob.member.id } }],
    });
    expect(await listOf('stages=waiting&failures=cannot-accept')).toMatchObject({ total: 0 });
  });

  test('is paged without a gap', async () => {
    const slots = await refusedCalls(3);
    const first = await listOf('stages=failed&limit=2');
    const second = await listOf(`stages=failed&limit=2&cursor=${encodeURIComponent(first.nextCursor ?? '')}`);
    const shown = [...first.deliveries, ...second.deliveries].map((delivery) => delivery.slot);
    expect(shown.sort()).toEqual([...slots].sort());
    expect(second).toMatchObject({ nextCursor: null, total: null });
    const refusal = await worker.ask('/api/deliveries?cursor=nonsense', { as: ann });
    expect(refusal.status).toBe(422);
  });

  test('is shown with its attempts, what it holds back, and Twenty’s record beside ours', async () => {
    const [slot = ''] = await refusedCalls();
    inTwenty = { id: 'x', isDeleted: false, fields: { name: 'Another name', direction: 'OUTBOUND' } };
    const page = await pageOf(slot);
    expect(page).toMatchObject({
      delivery: { slot },
      inTwenty: { state: 'there' },
      attempts: [{ answer: 'refused', failure: 'cannot-accept', rows: 1 }],
      holdsBack: [{ objectName: 'noteTarget', isHeldBack: true }],
    });
    expect(page.fields.find(({ name }) => name === 'name')).toMatchObject({
      inTwenty: 'Another name',
      isDifferent: true,
    });
    expect(page.fields.find(({ name }) => name === 'direction')).toMatchObject({ isDifferent: false });
    expect(looks).toEqual([
      expect.objectContaining({ token: `access-${ann.member.id}`, objectName: 'phoneCall' }),
    ]);
  });

  test.each([
    [null, { state: 'not-there' }],
    [{ id: 'x', isDeleted: true, fields: {} }, { state: 'deleted' }],
    [
      new TwentyError('unreachable', 'Twenty cannot be reached.'),
      { state: 'away', message: 'Twenty cannot be reached.' },
    ],
    [new TwentyError('not-allowed', 'No permission.'), { state: 'not-readable' }],
  ])('is shown though Twenty answers %s', async (answer, state) => {
    const [slot = ''] = await refusedCalls();
    inTwenty = answer;
    expect((await pageOf(slot)).inTwenty).toEqual(state);
  });

  test('that is unknown is said to be', async () => {
    expect((await worker.ask(addressOf('phoneCall:nothing'), { as: ann })).status).toBe(404);
  });
});

describe('one press', () => {
  test('tries one again, and the answer says that it is done', async () => {
    const [slot = ''] = await refusedCalls();
    const response = await post('/api/delivery-jobs', { action: 'redrive', selection: { slots: [slot] } });
    expect(response.status).toBe(202);
    expect(DeliveryJob.parse(await response.json())).toMatchObject({
      state: 'done',
      total: 1,
      done: 1,
      by: 'Ann Admin',
    });
    const { delivery, deeds } = await pageOf(slot);
    expect(delivery.stage).toBe('waiting');
    expect(deeds).toMatchObject([{ action: 'redrive', by: 'Ann Admin' }]);
  });

  test('tries hundreds again in the background, with progress that can be followed', async () => {
    await refusedCalls(230);
    const body = { action: 'redrive', selection: { filter: { stages: ['failed'] } } };
    const begun = DeliveryJob.parse(await (await post('/api/delivery-jobs', body)).json());
    expect(begun).toMatchObject({ state: 'running', total: 230, done: 200 });
    const runner = createJobRunner({
      store,
      workspaceId: worker.workspaceId,
      log: pino({ level: 'silent' }),
      wait: async (_ms, signal) => {
        await new Promise<void>((resolve) =>
          signal.addEventListener('abort', () => resolve(), { once: true }),
        );
      },
    });
    void runner.run(new AbortController().signal);
    await vi.waitFor(async () => {
      const { jobs } = DeliveryJobList.parse(
        await (await worker.ask('/api/delivery-jobs', { as: ann })).json(),
      );
      expect(jobs).toMatchObject([{ id: begun.id, state: 'done', done: 230 }]);
    });
    await runner.stop();
    expect(await listOf('stages=failed')).toMatchObject({ total: 0 });
  });

  test('gives one up with a reason, without one never', async () => {
    const [slot = ''] = await refusedCalls();
    const selection = { slots: [slot] };
    expect((await post('/api/delivery-jobs', { action: 'dismiss', selection })).status).toBe(422);
    expect(
      (await post('/api/delivery-jobs', { action: 'dismiss', selection, reason: 'A test call' })).status,
    ).toBe(202);
    const { delivery } = await pageOf(slot);
    expect(delivery).toMatchObject({
      stage: 'dismissed',
      attention: { kind: 'dismissed', message: 'Given up by Ann Admin: A test call' },
    });
  });

  test('cancels what goes on', async () => {
    await refusedCalls(201);
    const body = { action: 'redrive', selection: { filter: { stages: ['failed'] } } };
    const { id } = DeliveryJob.parse(await (await post('/api/delivery-jobs', body)).json());
    const cancelled = await post(`/api/delivery-jobs/${id}/cancel`, {});
    expect(DeliveryJob.parse(await cancelled.json())).toMatchObject({ state: 'cancelled', done: 200 });
    expect((await listOf('stages=failed')).total).toBe(1);
  });

  test('stops all delivery and lets it go on, and both are noted', async () => {
    expect((await overview()).pause).toBeNull();
    const paused = await post('/api/delivery/pause', { reason: 'We move tonight' });
    expect(DeliveryOverview.parse(await paused.json()).pause).toMatchObject({
      by: 'Ann Admin',
      reason: 'We move tonight',
    });
    const resumed = await post('/api/delivery/resume', {});
    expect(DeliveryOverview.parse(await resumed.json()).pause).toBeNull();
  });
});

describe('bad data', () => {
  const edit = (slot: string, fields: object, version = 1) =>
    post(addressOf(slot, '/edit'), { version, fields, reason: 'A typing error' });

  test('is corrected by an admin and goes to Twenty as they wrote it, with a trace of what it was', async () => {
    const [slot = ''] = await refusedCalls();
    const response = await edit(slot, { toNumber: '+12025550199' });
    const page = DeliveryPage.parse(await response.json());
    expect(page.delivery.stage).toBe('waiting');
    expect(page.fields.find(({ name }) => name === 'toNumber')).toMatchObject({
      here: '+12025550199',
      isEdited: true,
    });
    expect(page.deeds[0]).toMatchObject({
      action: 'edit',
      detail: 'A typing error (toNumber from "+12025550123" to "+12025550199")',
    });
    const [entry] = await tx((t) => t.outbox.lease(LEASE));
    expect(entry?.payload.toNumber).toBe('+12025550199');
  });

  test('that an admin has not seen as it is now is not written over', async () => {
    const [slot = ''] = await refusedCalls();
    const refusal = await edit(slot, { toNumber: '+12025550199' }, 7);
    expect(refusal.status).toBe(409);
    expect(Problem.parse(await refusal.json())).toMatchObject({ code: 'delivery-changed' });
  });

  test.each([
    ['that the record does not have', { nothing: 'x' }],
    ['that says whose call it was', { memberId: 'x' }],
    ['that says who made the record', { createdBy: {} }],
    ['that holds a number, as a text', { talkSeconds: 'many' }],
  ])('in a field %s is refused by its name', async (_what, fields) => {
    const [slot = ''] = await refusedCalls();
    const refusal = await edit(slot, fields);
    expect(refusal.status).toBe(422);
    expect(Problem.parse(await refusal.json()).fields[0]?.path).toBe(`fields.${Object.keys(fields)[0]}`);
  });

  test('that is a figure is counted, and never written by hand', async () => {
    const [, slot] = await tx(async (t) => {
      await t.progression.open({ id: bob.member.id, name: 'Bob' }, null);
      return [null, `repProgression:${bob.member.id}`];
    });
    const refusal = await edit(slot, { totalXp: 1_000_000 });
    expect([404, 422]).toContain(refusal.status);
  });
});

describe('a call whose person nobody knows', () => {
  test('gets the person whom an admin chooses, in Twenty too, and is not asked about again', async () => {
    const [slot = ''] = await refusedCalls();
    expect((await overview()).unmatched).toBe(1);
    expect((await pageOf(slot)).unmatchedNumber).toBe('+12025550123');
    const response = await post(addressOf(slot, '/person'), { personId: examplePerson.id });
    const page = DeliveryPage.parse(await response.json());
    expect(page.unmatchedNumber).toBeNull();
    expect(page.fields.find(({ name }) => name === 'personId')).toMatchObject({ here: examplePerson.id });
    expect(page.deeds[0]).toMatchObject({ action: 'choose-person' });
    expect((await overview()).unmatched).toBe(0);
    expect((await post(addressOf(slot, '/person'), { personId: examplePerson.id })).status).toBe(409);
  });

  test('gets nobody whom Twenty does not show to the admin', async () => {
    const [slot = ''] = await refusedCalls();
    const stranger = PersonId.parse('11111111-1111-4111-8111-111111111111');
    expect((await post(addressOf(slot, '/person'), { personId: stranger })).status).toBe(422);
  });
});
