import { expect, test } from 'vitest';
import { aRecord, delivered, retried } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';

const LEASE = { holder: 'worker-1', leaseMs: 60_000, perObject: 200 };
const OTHER = { ...LEASE, holder: 'worker-2' };

export const leaseConformance = (newWorld: NewWorld): void => {
  test('what is due is leased with all that its delivery needs', async () => {
    const { tx, memberId } = newWorld();
    const record = aRecord(memberId, {
      slot: 'phoneCall:1',
      payload: { name: 'Call', seconds: 3, ok: null },
    });
    await tx((t) => t.outbox.touch([record]));
    expect(await tx((t) => t.outbox.lease(LEASE))).toEqual([
      {
        slot: 'phoneCall:1',
        objectName: 'phoneCall',
        recordId: record.recordId,
        callId: null,
        memberId,
        payload: record.payload,
        resolvedLinks: {},
        version: 1,
        attempts: 0,
        isUnanswered: false,
        lastDelivered: null,
        seen: null,
        yields: [],
        twentyRecordId: null,
      },
    ]);
  });

  test('what is not due yet stays', async () => {
    const { tx, memberId, passTime } = newWorld();
    await tx((t) => t.outbox.touch([aRecord(memberId, { slot: 'phoneCall:1', dueInMs: 120_000 })]));
    expect(await tx((t) => t.outbox.lease(LEASE))).toEqual([]);
    await passTime(120_000);
    expect(await tx((t) => t.outbox.lease(LEASE))).toHaveLength(1);
  });

  test('the longest due goes first, and as many of each object as asked', async () => {
    const { tx, memberId, passTime } = newWorld();
    for (const index of [1, 2, 3]) {
      const records = (['phoneCall', 'note'] as const).map((objectName) =>
        aRecord(memberId, { slot: `${objectName}:${index}`, objectName }),
      );
      await tx((t) => t.outbox.touch(records));
      await passTime(1_000);
    }
    const leased = await tx((t) => t.outbox.lease({ ...LEASE, perObject: 2 }));
    expect(leased.map(({ slot }) => slot)).toEqual(['note:1', 'phoneCall:1', 'note:2', 'phoneCall:2']);
  });

  test('what one worker holds, no other one gets', async () => {
    const { tx, memberId } = newWorld();
    await tx((t) => t.outbox.touch([aRecord(memberId, { slot: 'phoneCall:1' })]));
    await tx((t) => t.outbox.lease(LEASE));
    expect(await tx((t) => t.outbox.lease(OTHER))).toEqual([]);
  });

  test('a dead worker holds nothing up for longer than its lease, and nobody writes blindly after it', async () => {
    const { tx, memberId, passTime } = newWorld();
    await tx((t) => t.outbox.touch([aRecord(memberId, { slot: 'phoneCall:1' })]));
    const [held] = await tx((t) => t.outbox.lease(LEASE));
    await passTime(LEASE.leaseMs);
    expect(await tx((t) => t.outbox.lease(OTHER))).toEqual([{ ...held, isUnanswered: true }]);
  });

  test('a worker that lost its lease settles nothing', async () => {
    const { tx, memberId, passTime } = newWorld();
    await tx((t) => t.outbox.touch([aRecord(memberId, { slot: 'phoneCall:1' })]));
    const stale = await tx((t) => t.outbox.lease(LEASE));
    await passTime(LEASE.leaseMs);
    const taken = await tx((t) => t.outbox.lease(OTHER));
    expect(await tx((t) => t.outbox.settle(LEASE.holder, stale.map(delivered)))).toEqual([]);
    expect(await tx((t) => t.outbox.settle(OTHER.holder, taken.map(delivered)))).toEqual(['phoneCall:1']);
  });

  test('a slow worker keeps what it renews', async () => {
    const { tx, memberId, passTime } = newWorld();
    await tx((t) => t.outbox.touch([aRecord(memberId, { slot: 'phoneCall:1' })]));
    await tx((t) => t.outbox.lease(LEASE));
    await passTime(40_000);
    const renewal = { holder: LEASE.holder, leaseMs: 60_000, slots: ['phoneCall:1', 'phoneCall:2'] };
    expect(await tx((t) => t.outbox.renew(renewal))).toEqual(['phoneCall:1']);
    expect(await tx((t) => t.outbox.renew({ ...renewal, holder: OTHER.holder }))).toEqual([]);
    await passTime(40_000);
    expect(await tx((t) => t.outbox.lease(OTHER))).toEqual([]);
  });

  test('a worker knows when to wake: for what is due next, and for leases that run out', async () => {
    const { tx, memberId, passTime } = newWorld();
    const wake = () => tx((t) => t.outbox.msUntilNextDue());
    expect(await wake()).toBeNull();
    await tx((t) => t.outbox.touch([aRecord(memberId, { slot: 'phoneCall:1', dueInMs: 30_000 })]));
    expect(await wake()).toBeGreaterThan(20_000);
    await passTime(30_000);
    expect(await wake()).toBe(0);
    const [held] = await tx((t) => t.outbox.lease(LEASE));
    expect(await wake()).toBeGreaterThan(50_000);
    if (held !== undefined)
      await tx((t) => t.outbox.settle(LEASE.holder, [retried(held, { retryInMs: 10_000 })]));
    expect(await wake()).toBeLessThanOrEqual(10_000);
    await passTime(10_000);
    await tx(async (t) => t.outbox.settle(LEASE.holder, (await t.outbox.lease(LEASE)).map(delivered)));
    expect(await wake()).toBeNull();
  });

  test('entries that are done or far from due do not slow down the look for due ones', async () => {
    const { tx, rows, memberId } = newWorld();
    await tx((t) => t.outbox.touch([aRecord(memberId, { slot: 'phoneCall:0' })]));
    await rows(
      `insert into outbox_entry (slot, object_name, record_id, member_id, state, payload, content_hash, due_at,
         is_waiting)
       select 'phoneCall:' || n, 'phoneCall', gen_random_uuid(), $1, 'pending', '{}', '', now(), n % 2 = 0
       from generate_series(1, 4000) as n`,
      [memberId],
    );
    await rows(`update outbox_entry set due_at = now() + interval '1 day' where slot <> 'phoneCall:0'`);
    const plan = JSON.stringify(
      await rows(
        `explain select slot from outbox_entry
         where object_name = 'phoneCall' and state in ('pending', 'leased') and not is_waiting
           and wake_at <= statement_timestamp()
         order by wake_at limit 200 for no key update skip locked`,
      ),
    );
    expect(plan).toContain('outbox_entry_to_wake');
    expect(await tx((t) => t.outbox.lease(LEASE))).toHaveLength(1);
  });
};
