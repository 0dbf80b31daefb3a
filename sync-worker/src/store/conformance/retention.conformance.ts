import { E164 } from '@twenty-dialer/contract';
import { exampleMember } from '@twenty-dialer/contract/examples';
import { expect, test } from 'vitest';
import type { LeasedEntry, Settlement } from '../../outbox/entry.ts';
import { syncLogEntryRecord } from '../../outbox/sync-log-record.ts';
import { aRecord, delivered, refused } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';
import type { Forgettable } from '../port.ts';

const LEASE = { holder: 'worker-1', leaseMs: 60_000, perObject: 200 };
const DAY_MS = 86_400_000;

export const retentionConformance = (newWorld: NewWorld): void => {
  const inNewWorld = () => {
    const world = newWorld();
    const { tx, memberId } = world;
    const settle = (as: (entry: LeasedEntry) => Settlement) =>
      tx(async (t) => t.outbox.settle(LEASE.holder, (await t.outbox.lease(LEASE)).map(as)));
    return {
      ...world,
      settle,
      touch: (slot: string, payload = {}) =>
        tx((t) => t.outbox.touch([aRecord(memberId, { slot, payload })])),
      /** The log goes the way of any record. */
      tellLog: async () => {
        await tx(async (t) => {
          const lines = await t.projections.untoldLog(100);
          await t.outbox.touch(lines.map(({ line }) => syncLogEntryRecord(line)));
          await t.projections.markTold(lines);
        });
        await settle(delivered);
      },
      forget: (what: Forgettable, olderThanMs: number, limit = 100) =>
        tx((t) => t.retention.forget(what, olderThanMs, limit)),
    };
  };

  test('sessions, sign-ins and tickets that have expired, and none that has not', async () => {
    const { tx, forget, passTime, memberId } = inNewWorld();
    const make = (name: string, lifetimeMs: number) =>
      tx(async (t) => {
        await t.sessions.create({
          idHash: name,
          member: exampleMember,
          encryptedTokens: 'sealed',
          lifetimeMs,
        });
        await t.signIns.create({ stateHash: name, codeVerifier: 'verifier', returnTo: '/', lifetimeMs });
        const number = E164.parse('+12025550123');
        await t.dialTickets.create({ ticketHash: name, memberId, number, lifetimeMs });
      });
    await make('short', 60_000);
    await make('long', 10 * DAY_MS);
    await passTime(61_000);
    for (const what of ['session', 'sign-in', 'dial-ticket'] as const) {
      expect(await forget(what, 0), what).toBe(1);
      expect(await forget(what, 0), what).toBe(0);
    }
    expect(await tx((t) => t.sessions.find('long'))).not.toBeNull();
  });

  test('counts of requests whose window is long over', async () => {
    const { tx, forget } = inNewWorld();
    const add = (windowAt: Date) => tx((t) => t.requestCounts.add('sign-in', { windowAt, count: 1 }));
    await add(new Date(Date.now() - 7_200_000));
    await add(new Date());
    expect(await forget('request-count', 3_600_000)).toBe(1);
    expect(await forget('request-count', 3_600_000)).toBe(0);
  });

  test('lines of the log that Twenty has and that were put right, and no other', async () => {
    const { touch, settle, tellLog, forget, passTime, rows } = inNewWorld();
    await touch('phoneCall:open');
    await touch('phoneCall:resolved');
    await settle(refused);
    await touch('phoneCall:resolved', { name: 'put right' });
    await settle(delivered);
    await tellLog();
    await passTime(100 * DAY_MS);
    expect(await forget('log-line', 90 * DAY_MS)).toBe(1);
    expect(await rows('select slot from sync_failure')).toEqual([{ slot: 'phoneCall:open' }]);
    expect(await forget('log-day', 90 * DAY_MS)).toBe(1);
  });

  test('a line that Twenty has not been told of stays, however old', async () => {
    const { touch, settle, forget, passTime } = inNewWorld();
    await touch('phoneCall:1');
    await settle(refused);
    await touch('phoneCall:1', { name: 'put right' });
    await settle(delivered);
    await passTime(1_000 * DAY_MS);
    expect(await forget('log-line', DAY_MS)).toBe(0);
    expect(await forget('log-day', DAY_MS)).toBe(0);
  });

  test('of the outbox nothing but lines of the log that arrived', async () => {
    const { touch, settle, tellLog, forget, passTime, tx } = inNewWorld();
    await touch('phoneCall:1');
    await settle(refused);
    await touch('phoneCall:2');
    await settle(delivered);
    await tellLog();
    await passTime(100 * DAY_MS);
    await touch('phoneCall:3');
    expect(await forget('log-entry', 90 * DAY_MS, 1)).toBe(1);
    expect(await forget('log-entry', 90 * DAY_MS, 1)).toBe(1);
    expect(await forget('log-entry', 90 * DAY_MS, 1)).toBe(0);
    expect(await tx((t) => t.outbox.count())).toEqual([
      { objectName: 'phoneCall', state: 'dead', count: 1 },
      { objectName: 'phoneCall', state: 'delivered', count: 1 },
      { objectName: 'phoneCall', state: 'pending', count: 1 },
    ]);
  });
};
