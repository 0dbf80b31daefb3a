import { expect, test } from 'vitest';
import { nextState } from '../../outbox/delivery-state.ts';
import type { LeasedEntry, Settlement } from '../../outbox/entry.ts';
import { aRecord, delivered, refused, retried } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';

const SLOT = 'phoneCall:1';
const LEASE = { holder: 'worker-1', leaseMs: 60_000, perObject: 200 };
const released = ({ slot, version }: LeasedEntry): Settlement => ({ slot, version, kind: 'released' });

export const settleConformance = (newWorld: NewWorld): void => {
  const inNewWorld = async () => {
    const world = newWorld();
    const { tx, rows, memberId } = world;
    const touch = (name: string) =>
      tx((t) => t.outbox.touch([aRecord(memberId, { slot: SLOT, payload: { name } })]));
    const lease = async (holder = LEASE.holder): Promise<LeasedEntry> => {
      const [leased] = await tx((t) => t.outbox.lease({ ...LEASE, holder }));
      if (leased === undefined) throw new Error('Nothing was leased.');
      return leased;
    };
    const settle = (settlement: Settlement) => tx((t) => t.outbox.settle(LEASE.holder, [settlement]));
    await touch('first');
    return {
      ...world,
      touch,
      lease,
      settle,
      entry: async () => (await rows('select * from outbox_entry'))[0],
    };
  };

  test('what Twenty has is delivered, and remembered for comparing', async () => {
    const { lease, settle, entry } = await inNewWorld();
    const leased = await lease();
    expect(
      await settle({ ...delivered(leased), kind: 'delivered', twentyRecordId: 'theirs' } as Settlement),
    ).toEqual([SLOT]);
    expect(await entry()).toMatchObject({
      state: nextState('leased', 'succeed'),
      leased_by: null,
      lease_expires_at: null,
      twenty_record_id: 'theirs',
      last_delivered: { name: 'first' },
      delivered_version: 1,
      first_delivered_at: expect.any(Date),
      delivered_at: expect.any(Date),
    });
  });

  test('an edit delivered later keeps the time of the first delivery', async () => {
    const { touch, lease, settle, rows } = await inNewWorld();
    await settle(delivered(await lease()));
    const first = await rows('select first_delivered_at from outbox_entry');
    await touch('second');
    await settle(delivered(await lease()));
    expect(await rows('select first_delivered_at from outbox_entry')).toEqual(first);
  });

  test('a success for an older version is not taken for the newer one', async () => {
    const { touch, lease, settle, entry, tx } = await inNewWorld();
    const leased = await lease();
    await touch('second');
    await settle(delivered(leased));
    expect(await entry()).toMatchObject({
      state: nextState('leased', 'succeed-older'),
      last_delivered: { name: 'first' },
      delivered_version: 1,
    });
    expect(await tx((t) => t.outbox.msUntilNextDue())).toBe(0);
  });

  test('a refusal of an older version does not bury the newer one', async () => {
    const { touch, lease, settle, entry } = await inNewWorld();
    const leased = await lease();
    await touch('corrected');
    await settle(refused(leased));
    expect(await entry()).toMatchObject({ state: 'pending', attention: null });
    expect((await lease()).payload).toEqual({ name: 'corrected' });
  });

  test('attention that came with a delivery is shown with the call', async () => {
    const { lease, settle, entry } = await inNewWorld();
    const attention = {
      kind: 'missing-link',
      message: 'The person is gone',
      objectName: 'phoneCall',
    } as const;
    await settle({ ...delivered(await lease()), attention } as Settlement);
    expect(await entry()).toMatchObject({ state: 'delivered', attention });
  });

  test('a retry waits as long as asked and counts an attempt', async () => {
    const { lease, settle, entry, passTime, tx } = await inNewWorld();
    await settle(retried(await lease(), { retryInMs: 10_000 }));
    expect(await entry()).toMatchObject({
      state: nextState('leased', 'retry'),
      attempts: 1,
      failure_class: 'cannot-reach',
      reason: 'Twenty is away',
      is_unanswered: false,
    });
    expect(await tx((t) => t.outbox.lease(LEASE))).toEqual([]);
    await passTime(10_000);
    expect((await lease()).attempts).toBe(1);
  });

  test('a pause because Twenty refuses our rights burns no attempt', async () => {
    const { lease, settle, entry } = await inNewWorld();
    await settle(retried(await lease(), { failure: 'not-allowed' }));
    expect(await entry()).toMatchObject({ state: 'pending', attempts: 0, failure_class: 'not-allowed' });
  });

  test('an answer that nobody heard is remembered until a delivery is heard', async () => {
    const { lease, settle, touch } = await inNewWorld();
    await settle(retried(await lease(), { isUnanswered: true, retryInMs: 0 }));
    await settle(retried(await lease(), { isUnanswered: false, retryInMs: 0 }));
    const leased = await lease();
    expect(leased).toMatchObject({ isUnanswered: true, attempts: 2 });
    await settle(delivered(leased));
    await touch('second');
    expect(await lease()).toMatchObject({ isUnanswered: false, attempts: 0 });
  });

  test('what no retry can help is kept, with its reason', async () => {
    const { lease, settle, entry, tx } = await inNewWorld();
    await settle(refused(await lease()));
    expect(await entry()).toMatchObject({
      state: nextState('leased', 'bury'),
      failure_class: 'cannot-accept',
      reason: 'Twenty said no',
      attention: { kind: 'refused', message: 'Twenty said no', objectName: 'phoneCall' },
    });
    expect(await tx((t) => t.outbox.msUntilNextDue())).toBeNull();
  });

  test('a worker that stops gives back what it did not send', async () => {
    const { lease, settle } = await inNewWorld();
    const leased = await lease();
    await settle(released(leased));
    expect(await lease('worker-2')).toEqual(leased);
  });

  test('nothing is settled twice', async () => {
    const { lease, settle } = await inNewWorld();
    const leased = await lease();
    await settle(delivered(leased));
    expect(await settle(refused(leased))).toEqual([]);
  });

  test('a batch is settled each in its own way', async () => {
    const { tx, memberId } = newWorld();
    const slots = ['phoneCall:1', 'phoneCall:2', 'phoneCall:3', 'phoneCall:4'];
    await tx((t) => t.outbox.touch(slots.map((slot) => aRecord(memberId, { slot }))));
    const ways = [delivered, retried, refused, released];
    const leased = await tx((t) => t.outbox.lease(LEASE));
    const settlements = leased.flatMap((entry, index) => ways[index]?.(entry) ?? []);
    expect(await tx((t) => t.outbox.settle(LEASE.holder, settlements))).toHaveLength(4);
    expect(await tx((t) => t.outbox.count())).toEqual([
      { objectName: 'phoneCall', state: 'dead', count: 1 },
      { objectName: 'phoneCall', state: 'delivered', count: 1 },
      { objectName: 'phoneCall', state: 'pending', count: 2 },
    ]);
  });
};
