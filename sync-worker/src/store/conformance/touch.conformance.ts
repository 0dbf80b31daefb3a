import { expect, test } from 'vitest';
import type { RecordToDeliver } from '../../outbox/entry.ts';
import { aRecord, delivered, refused, retried } from '../../testing/store-fixtures.ts';
import type { StoreWorld } from '../../testing/store-world.ts';
import type { NewWorld } from '../conformance.ts';

const SLOT = 'phoneCall:1';
const LEASE = { holder: 'worker-1', leaseMs: 60_000, perObject: 200 };

export const touchConformance = (newWorld: NewWorld): void => {
  const inNewWorld = () => {
    const world = newWorld();
    const touch = (changes: Partial<RecordToDeliver> = {}) =>
      world.tx((t) => t.outbox.touch([aRecord(world.memberId, { slot: SLOT, ...changes })]));
    const lease = async () => (await world.tx((t) => t.outbox.lease(LEASE)))[0] ?? nothingLeased();
    return { ...world, touch, lease, entry: () => entryOf(world) };
  };

  test('many changes to a waiting record become one delivery of its present state', async () => {
    const { touch, lease } = inNewWorld();
    for (const name of ['one', 'two', 'three']) await touch({ payload: { name } });
    expect(await lease()).toMatchObject({ payload: { name: 'three' }, version: 3 });
  });

  test('of two states in one batch the later one counts', async () => {
    const { tx, memberId, lease } = inNewWorld();
    await tx((t) =>
      t.outbox.touch([
        aRecord(memberId, { slot: SLOT, payload: { name: 'older' } }),
        aRecord(memberId, { slot: SLOT, payload: { name: 'newer' } }),
      ]),
    );
    expect((await lease()).payload).toEqual({ name: 'newer' });
  });

  test('the same content again, with its fields in another order, delivers nothing anew', async () => {
    const { tx, touch, lease, entry } = inNewWorld();
    await touch({ payload: { a: 1, b: { c: 2, d: 3 } } });
    const leased = await lease();
    await tx((t) => t.outbox.settle(LEASE.holder, [delivered(leased)]));
    await touch({ payload: { b: { d: 3, c: 2 }, a: 1 } });
    expect(await entry()).toMatchObject({ state: 'delivered', version: 1 });
  });

  test('the same content can be wanted sooner, not later', async () => {
    const { tx, touch } = inNewWorld();
    await touch({ dueInMs: 7_200_000 });
    await touch({ dueInMs: 120_000 });
    await touch({ dueInMs: 7_200_000 });
    const ms = await tx((t) => t.outbox.msUntilNextDue());
    expect(ms).toBeGreaterThan(60_000);
    expect(ms).toBeLessThanOrEqual(120_000);
  });

  test('new content is due when it asks to be', async () => {
    const { tx, touch } = inNewWorld();
    await touch({ dueInMs: 7_200_000 });
    await touch({ dueInMs: 0, payload: { name: 'wrapped up' } });
    expect(await tx((t) => t.outbox.msUntilNextDue())).toBe(0);
  });

  test('the same content does not hurry a retry that waits for Twenty to recover', async () => {
    const { tx, touch, lease } = inNewWorld();
    await touch();
    const leased = await lease();
    await tx((t) => t.outbox.settle(LEASE.holder, [retried(leased, { retryInMs: 600_000 })]));
    await touch({ dueInMs: 0 });
    expect(await tx((t) => t.outbox.msUntilNextDue())).toBeGreaterThan(300_000);
  });

  test('a change while a worker delivers leaves the lease alone and is delivered next', async () => {
    const { tx, touch, lease, entry } = inNewWorld();
    await touch({ payload: { name: 'older' } });
    const older = await lease();
    await touch({ payload: { name: 'newer' } });
    expect(await entry()).toMatchObject({ state: 'leased', leased_by: LEASE.holder, version: 2 });
    expect(await tx((t) => t.outbox.lease({ ...LEASE, holder: 'worker-2' }))).toEqual([]);
    await tx((t) => t.outbox.settle(LEASE.holder, [delivered(older)]));
    expect(await lease()).toMatchObject({
      payload: { name: 'newer' },
      lastDelivered: { name: 'older' },
      twentyRecordId: older.recordId,
    });
  });

  test.each(['dead', 'dismissed'])(
    'new content brings a %s record back with a clean slate',
    async (state) => {
      const { tx, rows, touch, lease, entry } = inNewWorld();
      await touch();
      const leased = await lease();
      await tx((t) => t.outbox.settle(LEASE.holder, [refused(leased)]));
      await rows('update outbox_entry set state = $1, attempts = 4', [state]);
      await touch();
      expect(await entry()).toMatchObject({ state });
      await touch({ payload: { name: 'corrected' } });
      expect(await entry()).toMatchObject({
        state: 'pending',
        attempts: 0,
        attention: null,
        failure_class: null,
        reason: null,
      });
    },
  );

  test('a changed link is new content', async () => {
    const { touch, lease, entry } = inNewWorld();
    await touch({ links: { noteId: 'note:1' } });
    await touch({ links: {} });
    expect(await entry()).toMatchObject({ version: 2, is_waiting: false });
    expect((await lease()).resolvedLinks).toEqual({});
  });

  test('a thousand records fit into one batch', async () => {
    const { tx, memberId } = inNewWorld();
    const records = Array.from({ length: 1_000 }, (_, index) =>
      aRecord(memberId, { slot: `phoneCall:${index}` }),
    );
    await tx((t) => t.outbox.touch(records));
    expect(await tx((t) => t.outbox.count())).toEqual([
      { objectName: 'phoneCall', state: 'pending', count: 1_000 },
    ]);
  });
};

const entryOf = async ({ rows }: StoreWorld) => (await rows('select * from outbox_entry'))[0];

const nothingLeased = (): never => {
  throw new Error('Nothing was leased.');
};
