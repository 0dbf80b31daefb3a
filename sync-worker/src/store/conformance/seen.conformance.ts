import { expect, test } from 'vitest';
import type { JsonObject, LeasedEntry, RecordToDeliver } from '../../outbox/entry.ts';
import { aRecord, delivered, refused, retried } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';

const SLOT = 'phoneCall:1';
const LEASE = { holder: 'worker-1', leaseMs: 60_000, perObject: 200 };

/** What whoever made a correction saw in Twenty waits with it until it is delivered. */
export const seenConformance = (newWorld: NewWorld): void => {
  const deliveredRecord = async () => {
    const { tx, memberId } = newWorld();
    const touch = (changes: Partial<RecordToDeliver> = {}) =>
      tx((t) => t.outbox.touch([aRecord(memberId, { slot: SLOT, ...changes })]));
    const lease = async (): Promise<LeasedEntry> => {
      const [entry] = await tx((t) => t.outbox.lease(LEASE));
      if (entry === undefined) throw new Error('Nothing was leased.');
      return entry;
    };
    const settle = (entry: LeasedEntry, how = delivered) =>
      tx((t) => t.outbox.settle(LEASE.holder, [how(entry)]));
    await touch();
    await settle(await lease());
    return { tx, touch, lease, settle };
  };
  const seen: JsonObject = { outcome: ['BUSY'] };

  test('a choice in favour of what we have is delivered, though no content of ours is new', async () => {
    const { touch, lease } = await deliveredRecord();
    await touch({ seen });
    expect(await lease()).toMatchObject({ version: 2, seen, lastDelivered: { name: 'first' } });
  });

  test('it is forgotten once it was delivered, so that it excuses no later clash', async () => {
    const { touch, lease, settle } = await deliveredRecord();
    await touch({ seen });
    await settle(await lease());
    await touch({ payload: { name: 'second' } });
    expect((await lease()).seen).toBeNull();
  });

  test('a correction that comes while the one before is on its way keeps what it saw', async () => {
    const { touch, lease, settle } = await deliveredRecord();
    await touch({ payload: { name: 'second' } });
    const onItsWay = await lease();
    await touch({ payload: { name: 'third' }, seen });
    await settle(onItsWay);
    expect(await lease()).toMatchObject({ payload: { name: 'third' }, seen });
  });

  test('a retry and a refusal keep it, and so does a later change that saw nothing', async () => {
    const { touch, lease, settle } = await deliveredRecord();
    await touch({ seen });
    await settle(await lease(), (entry) => retried(entry, { retryInMs: 0 }));
    await settle(await lease(), refused);
    await touch({ payload: { name: 'second' } });
    expect((await lease()).seen).toEqual(seen);
  });

  test('of two corrections each field has what was seen last', async () => {
    const { touch, lease } = await deliveredRecord();
    await touch({ seen: { ...seen, personId: [null] } });
    await touch({ seen: { personId: ['ada'] } });
    expect((await lease()).seen).toEqual({ ...seen, personId: ['ada'] });
  });
};
