import { expect, test } from 'vitest';
import { aRecord, delivered, refused, retried } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';

const LEASE = { holder: 'worker-1', leaseMs: 60_000, perObject: 200 };

export const backlogConformance = (newWorld: NewWorld): void => {
  test('everything that has not arrived is counted, by object and state, with how long it has been due', async () => {
    const { tx, memberId, passTime } = newWorld();
    const touch = (slot: string, changes: object = {}) =>
      tx((t) => t.outbox.touch([aRecord(memberId, { slot, ...changes })]));
    await touch('phoneCall:dead');
    await tx(async (t) => t.outbox.settle(LEASE.holder, (await t.outbox.lease(LEASE)).map(refused)));
    await touch('phoneCall:arrived');
    await tx(async (t) => t.outbox.settle(LEASE.holder, (await t.outbox.lease(LEASE)).map(delivered)));
    await touch('phoneCall:retried');
    await tx(async (t) =>
      t.outbox.settle(
        LEASE.holder,
        (await t.outbox.lease(LEASE)).map((entry) => retried(entry, { retryInMs: 3_600_000 })),
      ),
    );
    await passTime(600_000);
    await touch('phoneCall:later', { dueInMs: 7_200_000 });
    await touch('noteTarget:waits', { objectName: 'noteTarget', links: { noteId: 'note:missing' } });
    await touch('note:leased', { objectName: 'note' });
    await tx((t) => t.outbox.lease(LEASE));

    const backlog = await tx((t) => t.outbox.backlog());
    expect(backlog.map(({ objectName, state, count }) => [objectName, state, count])).toEqual([
      ['note', 'leased', 1],
      ['noteTarget', 'pending', 1],
      ['phoneCall', 'dead', 1],
      ['phoneCall', 'pending', 2],
    ]);
    const oldest = (object: string, wanted: string) =>
      backlog.find(({ objectName, state }) => objectName === object && state === wanted)?.oldestWaitingMs;
    expect(oldest('phoneCall', 'pending')).toBeGreaterThanOrEqual(600_000);
    expect(oldest('phoneCall', 'dead')).toBeNull();
    expect(oldest('note', 'leased')).toBeLessThan(600_000);
    // It waits for a note that nobody has: that is no slowness of Twenty's.
    expect(oldest('noteTarget', 'pending')).toBeNull();
  });

  test('where all has arrived nothing waits', async () => {
    const { tx, memberId } = newWorld();
    await tx((t) => t.outbox.touch([aRecord(memberId, { slot: 'phoneCall:1' })]));
    await tx(async (t) => t.outbox.settle(LEASE.holder, (await t.outbox.lease(LEASE)).map(delivered)));
    expect(await tx((t) => t.outbox.backlog())).toEqual([]);
  });

  test('calls that arrived are not counted among those that have not', async () => {
    const { tx, rows, memberId } = newWorld();
    await rows(
      `insert into outbox_entry (slot, object_name, record_id, member_id, state, payload, content_hash, due_at, is_waiting)
       select 'phoneCall:' || n, 'phoneCall', gen_random_uuid(), $1, 'delivered', '{}', '', now(), false
       from generate_series(1, 40) as n`,
      [memberId],
    );
    await tx((t) => t.outbox.touch([aRecord(memberId, { slot: 'phoneCall:0' })]));
    expect(await tx((t) => t.outbox.backlog())).toMatchObject([{ state: 'pending', count: 1 }]);
  });
};
