import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { RecordToDeliver } from '../../outbox/entry.ts';
import { aRecord, aReport, delivered, refused } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';

const LEASE = { holder: 'worker-1', leaseMs: 60_000, perObject: 200 };

export const waitingConformance = (newWorld: NewWorld): void => {
  const inNewWorld = () => {
    const world = newWorld();
    const { tx, memberId } = world;
    const touch = (...records: (Partial<RecordToDeliver> & Pick<RecordToDeliver, 'slot'>)[]) =>
      tx((t) => t.outbox.touch(records.map((record) => aRecord(memberId, record))));
    const lease = () => tx((t) => t.outbox.lease(LEASE));
    return {
      ...world,
      touch,
      lease,
      slotsLeased: async () => (await lease()).map(({ slot }) => slot),
      deliver: async (slot: string) => {
        const leased = await lease();
        const settlements = leased.map((entry) =>
          entry.slot === slot
            ? delivered(entry)
            : ({ slot: entry.slot, version: entry.version, kind: 'released' } as const),
        );
        await tx((t) => t.outbox.settle(LEASE.holder, settlements));
      },
    };
  };
  const target = { slot: 'noteTarget:1', objectName: 'noteTarget' } as const;

  test('a link waits until both of its ends are in Twenty, and then names them', async () => {
    const { touch, slotsLeased, deliver, lease } = inNewWorld();
    const links = { noteId: 'note:1', targetPhoneCallId: 'phoneCall:1' };
    await touch({ ...target, links }, { slot: 'note:1', objectName: 'note' }, { slot: 'phoneCall:1' });
    await deliver('note:1');
    await deliver('phoneCall:1');
    const [leased] = await lease();
    expect(leased?.slot).toBe(target.slot);
    expect(Object.keys(leased?.resolvedLinks ?? {}).sort()).toEqual(['noteId', 'targetPhoneCallId']);
    expect(await slotsLeased()).toEqual([]);
  });

  test('a link that comes before the record it names waits for it', async () => {
    const { touch, slotsLeased, deliver, tx } = inNewWorld();
    await touch({ ...target, links: { noteId: 'note:1' } });
    expect(await slotsLeased()).toEqual([]);
    expect(await tx((t) => t.outbox.msUntilNextDue())).toBeNull();
    await touch({ slot: 'note:1', objectName: 'note' });
    await deliver('note:1');
    expect(await slotsLeased()).toEqual([target.slot]);
  });

  test('a link to a record that is in Twenty does not wait, though the record is being edited again', async () => {
    const { touch, deliver, slotsLeased } = inNewWorld();
    await touch({ slot: 'note:1', objectName: 'note' });
    await deliver('note:1');
    await touch(
      { slot: 'note:1', objectName: 'note', payload: { name: 'edited' } },
      { ...target, links: { noteId: 'note:1' } },
    );
    expect((await slotsLeased()).sort()).toEqual(['note:1', target.slot]);
  });

  test('a link is not stuck when the record it names had changed while it was delivered', async () => {
    const { touch, lease, tx, slotsLeased } = inNewWorld();
    await touch({ slot: 'note:1', objectName: 'note' }, { ...target, links: { noteId: 'note:1' } });
    const leased = await lease();
    await touch({ slot: 'note:1', objectName: 'note', payload: { name: 'edited' } });
    await tx((t) => t.outbox.settle(LEASE.holder, leased.map(delivered)));
    expect((await slotsLeased()).sort()).toEqual(['note:1', target.slot]);
  });

  test('a link to a record that Twenty refused burns no attempts', async () => {
    const { touch, lease, tx, rows } = inNewWorld();
    await touch({ slot: 'note:1', objectName: 'note' }, { ...target, links: { noteId: 'note:1' } });
    const leased = await lease();
    await tx((t) => t.outbox.settle(LEASE.holder, leased.map(refused)));
    expect(await lease()).toEqual([]);
    expect(await rows('select state, attempts from outbox_entry where is_waiting')).toEqual([
      { state: 'pending', attempts: 0 },
    ]);
  });

  test('a waiting record is on its way only when what it waits for is', async () => {
    const { tx, memberId, touch, passTime } = inNewWorld();
    const report = aReport(memberId);
    const { callId } = report;
    await tx((t) => t.calls.accept(report));
    await touch(
      { slot: 'note:1', objectName: 'note', callId, dueInMs: 60_000 },
      { ...target, callId, links: { noteId: 'note:1' } },
    );
    const areDue = async () => (await tx((t) => t.calls.get(callId)))?.entries.map(({ isDue }) => isDue);
    expect(await areDue()).toEqual([false, false]);
    await passTime(60_000);
    expect(await areDue()).toEqual([true, true]);
  });

  test('a chain of links is delivered link by link', async () => {
    const { touch, deliver, slotsLeased } = inNewWorld();
    const chain = Array.from({ length: 4 }, (_, index) => `note:${index}-${randomUUID()}`);
    await touch(
      ...chain.map((slot, index) => {
        const before = chain[index - 1];
        return { slot, objectName: 'note' as const, links: before === undefined ? {} : { before } };
      }),
    );
    for (const slot of chain.slice(0, 3)) await deliver(slot);
    expect(await slotsLeased()).toEqual(chain.slice(3));
  });
};
