import { randomUUID } from 'node:crypto';
import {
  DeliveryLogLine,
  DifferenceList,
  Problem,
  Reconciliation,
  ReconciliationList,
  ReconciliationPage,
  RepairReceipt,
} from '@twenty-dialer/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LeasedEntry, Settlement } from '../outbox/entry.ts';
import { aComparedCall } from '../store/conformance/reconciliation.conformance.ts';
import type { Store, StoreTransaction } from '../store/port.ts';
import { anAttempt, delivered } from '../testing/store-fixtures.ts';
import { openTestStore } from '../testing/test-store.ts';
import { ADMIN_ROLE, createTestWorker, type Rep, reportOf, type TestWorker } from '../testing/test-worker.ts';

let store: Store;
let worker: TestWorker;
let ann: Rep;
let bob: Rep;

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  worker = await createTestWorker(store);
  ann = await worker.signIn({ firstName: 'Ann', lastName: 'Admin' }, [ADMIN_ROLE]);
  bob = await worker.signIn({ firstName: 'Bob' });
});

const tx = <T>(work: (t: StoreTransaction) => Promise<T>) => store.transaction(worker.workspaceId, work);
const ask = async (path: string, body?: unknown) =>
  (await worker.ask(path, { as: ann, ...(body === undefined ? {} : { body }) })).json();

const withDifferences = async () => {
  const { id } = Reconciliation.parse(await ask('/api/reconciliations', { days: 7 }));
  await tx((t) => t.reconciliation.keep(id, [aComparedCall(), aComparedCall({}, 'deleted')]));
  return id;
};

test('an admin begins a comparison; begun again while it is under way, it is the same one', async () => {
  const begun = Reconciliation.parse(await ask('/api/reconciliations', { days: 7 }));
  expect(begun).toMatchObject({ state: 'running', by: 'Ann Admin', progress: { phase: 'here', total: 0 } });
  expect(Reconciliation.parse(await ask('/api/reconciliations', {})).id).toBe(begun.id);
  expect(ReconciliationList.parse(await ask('/api/reconciliations')).reconciliations).toHaveLength(1);
});

test('an admin reads what differs, cause by cause, and what may be done about it', async () => {
  const id = await withDifferences();
  const page = ReconciliationPage.parse(await ask(`/api/reconciliations/${id}`));
  expect(page.reconciliation.open).toEqual([
    { cause: 'deleted', count: 1 },
    { cause: 'missing', count: 1 },
  ]);
  expect(page.days).toMatchObject([{ member: null, here: { calls: 2 }, inTwenty: { calls: 0 } }]);
  const path = `/api/reconciliations/${id}/differences`;
  const one = DifferenceList.parse(await ask(`${path}?limit=1`));
  expect(one.differences).toMatchObject([{ cause: 'missing', remedies: ['write-again', 'accept'] }]);
  const next = DifferenceList.parse(await ask(`${path}?limit=1&cursor=${one.nextCursor}`));
  expect(next).toMatchObject({ differences: [{ cause: 'deleted', remedies: ['accept'] }], nextCursor: null });
  const some = DifferenceList.parse(await ask(`${path}?causes=deleted`));
  expect(some.differences).toHaveLength(1);
});

test('what was deleted in Twenty cannot be written again, whoever asks for it', async () => {
  const id = await withDifferences();
  const path = `/api/reconciliations/${id}/repair`;
  const causes = ['missing', 'deleted'];
  const receipt = RepairReceipt.parse(await ask(path, { remedy: 'write-again', which: { causes } }));
  expect(receipt.count).toBe(1);
  expect(receipt.reconciliation.open).toEqual([{ cause: 'deleted', count: 1 }]);
  const deeds = await tx((t) => t.audit.of(id, 5));
  expect(deeds).toMatchObject([{ action: 'repair', by: 'Ann Admin' }]);
});

test('a comparison can be cancelled, and who did it is noted', async () => {
  const id = await withDifferences();
  const ended = Reconciliation.parse(await ask(`/api/reconciliations/${id}/cancel`, {}));
  expect(ended.state).toBe('cancelled');
  expect(await tx((t) => t.audit.of(id, 5))).toMatchObject([{ action: 'cancel', by: 'Ann Admin' }]);
});

test('one that is not there, and a place that is none of ours, are told as that', async () => {
  const id = await withDifferences();
  const codeOf = async (path: string) => Problem.parse(await ask(path)).code;
  expect(await codeOf(`/api/reconciliations/${randomUUID()}`)).toBe('not-found');
  expect(await codeOf(`/api/reconciliations/${id}/differences?cursor=x`)).toBe('invalid-request');
});

test('nothing of it is for somebody who is no admin', async () => {
  for (const path of [
    '/api/reconciliations',
    '/api/delivery-log?from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z',
  ]) {
    expect((await worker.ask(path, { as: bob })).status, path).toBe(403);
  }
});

const refusedWithFormula = (entry: LeasedEntry): Settlement => {
  const message = '=HYPERLINK("x")';
  return {
    slot: entry.slot,
    version: entry.version,
    kind: 'dead',
    failure: 'cannot-accept',
    reason: message,
    attention: { kind: 'refused', message, objectName: 'phoneCall' },
  };
};

const logOf = async (format: 'csv' | 'json') => {
  await tx(async (t) => {
    for (const title of ['=1+1', 'plain']) {
      const report = reportOf(bob, { line: 'manual', personId: null });
      await t.calls.accept(report);
      await t.outbox.touch([
        {
          slot: `phoneCall:${report.callId}`,
          objectName: 'phoneCall',
          recordId: randomUUID(),
          callId: report.callId,
          memberId: bob.member.id,
          payload: { name: title },
          links: {},
          dueInMs: 0,
        },
      ]);
    }
    const [one, two] = await t.outbox.lease({ holder: 'w', leaseMs: 60_000, perObject: 5 });
    if (one !== undefined && two !== undefined)
      await t.outbox.settle('w', [delivered(one), refusedWithFormula(two)], [anAttempt()]);
  });
  const hour = 3_600_000;
  const [from, to] = [new Date(Date.now() - hour), new Date(Date.now() + hour)].map((at) => at.toISOString());
  return worker.ask(`/api/delivery-log?format=${format}&from=${from}&to=${to}`, { as: ann });
};

test('the log comes as JSON with failures, attempts and deliveries', async () => {
  const answer = await logOf('json');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="deliveries-.*\.json"$/);
  const lines = DeliveryLogLine.array().parse(await answer.json());
  expect(lines.map(({ kind }) => kind)).toEqual(['failure', 'attempt', 'delivery']);
  expect(lines.at(-1)).toMatchObject({ status: 'in-twenty', memberId: bob.member.id });
});

test('the log comes as CSV with a row of names, and nothing in it is run by a spreadsheet', async () => {
  const answer = await logOf('csv');
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const rows = (await answer.text()).split('\r\n');
  expect(rows[0]).toBe(
    'kind,at,objectName,slot,recordId,callId,memberId,action,status,failure,message,rows,ms',
  );
  expect(rows).toHaveLength(5);
  expect(rows.join('\n')).not.toMatch(/(^|,)"?[=+@]/m);
});

test('a log of nothing is an empty list, and of an end before its beginning a problem', async () => {
  const from = '2020-01-01T00:00:00.000Z';
  expect(await ask(`/api/delivery-log?format=json&from=${from}&to=2020-01-02T00:00:00.000Z`)).toEqual([]);
  const answer = await worker.ask(`/api/delivery-log?from=${from}&to=${from}`, { as: ann });
  expect(answer.status).toBe(422);
});
