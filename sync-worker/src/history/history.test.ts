import { CallList, CallView, type Instant } from '@twenty-dialer/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { openTestStore } from '../testing/test-store.ts';
import { createTestWorker, type Rep, reportOf, type TestWorker } from '../testing/test-worker.ts';

let store: Store;
let worker: TestWorker;

beforeAll(async () => {
  store = await openTestStore();
  worker = await createTestWorker(store);
});
afterAll(() => store.close());

/** A call that never rang, dialed at `startedAt` and ended in the same moment: only its time matters. */
const callAt = async (rep: Rep, startedAt: Instant): Promise<string> => {
  const times = { startedAt, ringingAt: null, answeredAt: null, endedAt: startedAt, wrappedUpAt: startedAt };
  const report = reportOf(rep, { ...times, status: 'failed', outcome: 'no-answer' });
  expect((await worker.ask('/api/call-reports', { as: rep, body: report })).status).toBe(202);
  return report.callId;
};
const list = async (rep: Rep, query: string) =>
  CallList.parse(await (await worker.ask(`/api/calls?${query}`, { as: rep })).json());
const day = 'from=2026-11-20T00:00:00.000Z&to=2026-11-21T00:00:00.000Z';

describe('a rep’s own calls of a day', () => {
  test('each appears once, the newest first, from the first moment of the day to before the next', async () => {
    const rep = await worker.signIn();
    await callAt(rep, '2026-11-19T23:59:59.999Z');
    const first = await callAt(rep, '2026-11-20T00:00:00.000Z');
    const last = await callAt(rep, '2026-11-20T23:59:59.999Z');
    await callAt(rep, '2026-11-21T00:00:00.000Z');
    const { calls, hasMore } = await list(rep, day);
    expect(calls.map(({ report }) => report.callId)).toEqual([last, first]);
    expect(hasMore).toBe(false);
  });

  test('a long day says that there is more', async () => {
    const rep = await worker.signIn();
    for (const hour of ['09', '10', '11']) await callAt(rep, `2026-11-20T${hour}:00:00.000Z`);
    expect(await list(rep, `${day}&limit=2`)).toMatchObject({ hasMore: true, calls: { length: 2 } });
    expect(await list(rep, `${day}&limit=3`)).toMatchObject({ hasMore: false, calls: { length: 3 } });
  });
});

describe('one call', () => {
  test('comes with its figures', async () => {
    const rep = await worker.signIn();
    const report = reportOf(rep);
    await worker.ask('/api/call-reports', { as: rep, body: report });
    const call = CallView.parse(await (await worker.ask(`/api/calls/${report.callId}`, { as: rep })).json());
    expect(call).toMatchObject({
      report,
      disposition: 'answered',
      ringSeconds: 7,
      talkSeconds: 187,
      wrapUpSeconds: 25,
      sync: { state: 'on-its-way', twentyUrl: null },
    });
  });

  test('shows the way to its record once Twenty has it', async () => {
    const rep = await worker.signIn();
    const report = reportOf(rep);
    await worker.ask('/api/call-reports', { as: rep, body: report });
    const twentyRecordId = '3a2b1c0d-5e4f-5a6b-8c7d-0f1e2d3c4b5a';
    await store.transaction(worker.workspaceId, async (tx) => {
      const leased = await tx.outbox.lease({ holder: 'test', leaseMs: 60_000, perObject: 200 });
      await tx.outbox.settle(
        'test',
        leased.map(({ slot, version, payload }) => ({
          kind: 'delivered',
          slot,
          version,
          twentyRecordId: slot.startsWith('phoneCall:') ? twentyRecordId : slot,
          delivered: payload,
          attention: null,
        })),
      );
    });
    const call = CallView.parse(await (await worker.ask(`/api/calls/${report.callId}`, { as: rep })).json());
    expect(call.sync.twentyUrl).toBe(`http://twenty.example/object/phoneCall/${twentyRecordId}`);
    expect(call.sync.deliveredAt).not.toBeNull();
  });

  test('that never was is not found', async () => {
    const rep = await worker.signIn();
    const response = await worker.ask('/api/calls/9d8c7b6a-5f4e-4d3c-8b2a-1f0e9d8c7b6a', { as: rep });
    expect(response.status).toBe(404);
  });
});
