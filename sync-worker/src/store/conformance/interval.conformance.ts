import { expect, test } from 'vitest';
import type { LeasedEntry } from '../../outbox/entry.ts';
import { aRecord, delivered, retried } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';

const SLOT = 'repProgression:1';
const MINUTE = 60_000;
const LEASE = { holder: 'worker-1', leaseMs: 600_000, perObject: 200 };

/** Entries that are delivered so often at most, although their content changes all the time. */
export const intervalConformance = (newWorld: NewWorld): void => {
  const inNewWorld = () => {
    const world = newWorld();
    const { tx, memberId } = world;
    const lease = () => tx((t) => t.outbox.lease(LEASE));
    const settle = (leased: readonly LeasedEntry[]) =>
      tx((t) => t.outbox.settle(LEASE.holder, leased.map(delivered)));
    return {
      ...world,
      touch: (totalXp: number) =>
        tx((t) =>
          t.outbox.touch([
            aRecord(memberId, {
              slot: SLOT,
              objectName: 'repProgression',
              payload: { totalXp },
              minIntervalMs: MINUTE,
            }),
          ]),
        ),
      lease,
      settle,
      deliver: async () => {
        const leased = await lease();
        await settle(leased);
        return leased.map(({ payload }) => payload.totalXp);
      },
      untilDue: () => tx((t) => t.outbox.msUntilNextDue()),
    };
  };

  test('the first one goes at once', async () => {
    const { touch, deliver } = inNewWorld();
    await touch(2);
    expect(await deliver()).toEqual([2]);
  });

  test('a busy rep is written once a minute, with the newest totals', async () => {
    const { touch, deliver, passTime, untilDue } = inNewWorld();
    const written: unknown[] = [];
    for (let second = 0; second <= 180; second += 10) {
      await touch(second);
      written.push(...(await deliver()));
      await passTime(10_000);
    }
    expect(written).toEqual([0, 60, 120, 180]);
    expect(await untilDue()).toBeNull();
  });

  test('what changes all the time is not put off for ever', async () => {
    const { touch, deliver, passTime, untilDue } = inNewWorld();
    await touch(1);
    await deliver();
    await touch(2);
    const first = (await untilDue()) ?? 0;
    expect(first).toBeGreaterThan(MINUTE - 10_000);
    await passTime(30_000);
    await touch(3);
    expect(await untilDue()).toBeLessThanOrEqual(first - 30_000);
  });

  test('after a quiet hour a change goes at once', async () => {
    const { touch, deliver, passTime } = inNewWorld();
    await touch(1);
    await deliver();
    await passTime(60 * MINUTE);
    await touch(2);
    expect(await deliver()).toEqual([2]);
  });

  test('a change that comes while it is being written waits for the interval as well', async () => {
    const { touch, lease, settle, deliver, passTime } = inNewWorld();
    await touch(1);
    const leased = await lease();
    await touch(2);
    await settle(leased);
    expect(await deliver()).toEqual([]);
    await passTime(MINUTE);
    expect(await deliver()).toEqual([2]);
  });

  test('changes do not hurry a retry while Twenty is away', async () => {
    const { tx, touch, lease, untilDue } = inNewWorld();
    await touch(1);
    const leased = await lease();
    await tx((t) =>
      t.outbox.settle(
        LEASE.holder,
        leased.map((entry) => retried(entry, { retryInMs: 30_000 })),
      ),
    );
    await touch(2);
    expect(await untilDue()).toBeGreaterThan(20_000);
  });
};
