import { UnwrappedCalls } from '@twenty-dialer/contract';
import { exampleEndedReport } from '@twenty-dialer/contract/examples';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

const endedAt = (rep: Rep, minute: number) => {
  const { callId, workspaceMemberId } = reportOf(rep);
  const startedAt = new Date(Date.UTC(2026, 10, 20, 9, minute)).toISOString();
  const unheard = { status: 'no-answer', ringingAt: null, answeredAt: null } as const;
  return { ...exampleEndedReport, ...unheard, callId, workspaceMemberId, startedAt };
};
const unwrapped = async (rep: Rep) => {
  const response = await worker.ask('/api/unwrapped-calls', { as: rep });
  expect(response.status).toBe(200);
  return UnwrappedCalls.parse(await response.json());
};

test('on return, the rep finds the calls that still wait for a wrap-up, and nobody else’s', async () => {
  const [rep, other] = [await worker.signIn(), await worker.signIn()];
  const [first, second] = [endedAt(rep, 1), endedAt(rep, 2)];
  for (const report of [second, first]) await worker.ask('/api/call-reports', { as: rep, body: report });
  await worker.ask('/api/call-reports', { as: rep, body: reportOf(rep) });
  const { calls, hasMore } = await unwrapped(rep);
  expect(calls.map(({ report }) => report.callId)).toEqual([second.callId, first.callId]);
  expect(hasMore).toBe(false);
  expect(await unwrapped(other)).toEqual({ calls: [], hasMore: false });

  await worker.ask('/api/call-reports', {
    as: rep,
    body: { ...second, revision: 9, stage: 'wrapped-up', outcome: 'busy', wrappedUpAt: second.endedAt },
  });
  expect((await unwrapped(rep)).calls.map(({ report }) => report.callId)).toEqual([first.callId]);
});

test('a hundred at most, and whether there are more', async () => {
  const rep = await worker.signIn();
  await store.transaction(worker.workspaceId, async (tx) => {
    for (let minute = 0; minute < 101; minute += 1) await tx.calls.accept(endedAt(rep, minute));
  });
  const { calls, hasMore } = await unwrapped(rep);
  expect([calls.length, hasMore]).toEqual([100, true]);
});
