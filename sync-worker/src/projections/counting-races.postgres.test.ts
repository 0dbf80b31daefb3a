import { randomUUID } from 'node:crypto';
import { CallSessionId, PersonId } from '@twenty-dialer/contract';
import { exampleMember } from '@twenty-dialer/contract/examples';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptCall } from '../intake/accept-call.ts';
import type { LeasedEntry } from '../outbox/entry.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { settled as settledSettings } from '../testing/settings.ts';
import { aReport, delivered, refused, wrappedUp } from '../testing/store-fixtures.ts';
import { openServerStore } from '../testing/store-opened.ts';
import { createWorld, type OpenedStore } from '../testing/store-world.ts';
import { keepUp } from './keep-up.ts';

// What only a server with many connections can show: reports, counts and settlements at the same time.

let postgres: TestPostgres;
let workers: OpenedStore[];
beforeAll(async () => {
  postgres = await startPostgres();
  const databaseUrl = await postgres.createDatabase();
  workers = await Promise.all(Array.from({ length: 3 }, () => openServerStore(databaseUrl)));
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.close()));
  await postgres.stop();
});

const REPS = 4;
const CALLS = 9;

test('reps who call the same people while several workers count and deliver: no report fails, and every figure is right', async () => {
  const [one, two, three] = workers;
  if (one === undefined || two === undefined || three === undefined) throw new Error('Three are open.');
  const { workspaceId, tx, rows } = createWorld(one);
  const people = Array.from({ length: 3 }, () => PersonId.parse(randomUUID()));
  const reps = Array.from({ length: REPS }, () => ({ ...exampleMember, id: createWorld(one).memberId }));
  for (const { id } of reps) await tx((t) => t.progression.open({ id, name: 'Rep' }, null));

  const callAll = async (rep: (typeof reps)[number], index: number) => {
    const { store } = workers[index % workers.length] ?? one;
    const accept = acceptCall({ store, practiceCallsToTwenty: true, settings: settledSettings() });
    const callSessionId = CallSessionId.parse(randomUUID());
    for (let nth = 0; nth < CALLS; nth += 1) {
      const dialed = aReport(rep.id, { line: 'manual', callSessionId, personId: people[nth % 3] ?? null });
      await accept(workspaceId, dialed, rep);
      await accept(workspaceId, wrappedUp(dialed), rep);
      await accept(workspaceId, wrappedUp(dialed, { revision: 3, personId: people[0] ?? null }), rep);
    }
  };
  let isCalling = true;
  const count = async ({ store }: OpenedStore) => {
    const deps = { store, workspaceId, intervalMs: 0 };
    while (isCalling || (await keepUp(deps)) !== null) await keepUp(deps);
  };
  let nth = 0;
  const settled = (entry: LeasedEntry) => {
    nth += 1;
    return nth % 7 === 0 && entry.objectName !== 'person' ? refused(entry) : delivered(entry);
  };
  const deliver = async ({ store }: OpenedStore, holder: string) => {
    for (;;) {
      const wasCalling = isCalling;
      const request = { holder, leaseMs: 60_000, perObject: 20 };
      const leased = await store.transaction(workspaceId, (t) => t.outbox.lease(request));
      await store.transaction(workspaceId, (t) => t.outbox.settle(holder, leased.map(settled)));
      if (leased.length === 0 && !wasCalling) return;
    }
  };
  const calling = Promise.all(reps.map(callAll)).finally(() => {
    isCalling = false;
  });
  await Promise.all([calling, count(one), count(two), deliver(two, 'worker-2'), deliver(three, 'worker-3')]);
  while ((await keepUp({ store: one.store, workspaceId, intervalMs: 0 })) !== null);

  const counted = async (objectName: string, field: string) =>
    rows(`select sum((payload ->> $2)::integer)::integer as sum from outbox_entry where object_name = $1`, [
      objectName,
      field,
    ]);
  expect(await counted('person', 'callCount')).toEqual([{ sum: REPS * CALLS }]);
  expect(await counted('callSession', 'calls')).toEqual([{ sum: REPS * CALLS }]);
  expect(await counted('dailyCallStats', 'connected')).toEqual([{ sum: REPS * CALLS }]);
  expect(await rows('select distinct person_id from call_figure')).toEqual([{ person_id: people[0] }]);
}, 120_000);
