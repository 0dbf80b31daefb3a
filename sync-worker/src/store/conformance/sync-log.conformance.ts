import { expect, test } from 'vitest';
import type { LeasedEntry, Settlement } from '../../outbox/entry.ts';
import { aRecord, delivered, refused } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';

const LEASE = { holder: 'worker-1', leaseMs: 600_000, perObject: 200 };
const SLOT = 'phoneCall:1';

/** What admins read in Twenty about what did not arrive, and how much did. */
export const syncLogConformance = (newWorld: NewWorld): void => {
  const inNewWorld = () => {
    const world = newWorld();
    const { tx, memberId } = world;
    return {
      ...world,
      touch: (changes: Partial<Parameters<typeof aRecord>[1]> = {}) =>
        tx((t) => t.outbox.touch([aRecord(memberId, { slot: SLOT, ...changes })])),
      settle: (as: (entry: LeasedEntry) => Settlement) =>
        tx(async (t) => t.outbox.settle(LEASE.holder, (await t.outbox.lease(LEASE)).map(as))),
      untold: () => tx((t) => t.projections.untoldLog(100)),
      lines: async () => (await tx((t) => t.projections.untoldLog(100))).map(({ line }) => line),
      tell: () => tx(async (t) => t.projections.markTold(await t.projections.untoldLog(100))),
    };
  };
  const clashing = (entry: LeasedEntry): Settlement => ({
    ...delivered(entry),
    ...{ kind: 'delivered', twentyRecordId: 'theirs', delivered: {} },
    attention: { kind: 'clash', message: 'Both changed it', objectName: entry.objectName },
  });

  test('a dead letter is a line with the record, the action and the words of Twenty', async () => {
    const { touch, settle, lines } = inNewWorld();
    await touch({ recordId: '11111111-1111-4111-8111-111111111111' });
    await settle(refused);
    expect(await lines()).toEqual([
      {
        entryKey: `${SLOT}@1`,
        objectName: 'phoneCall',
        recordId: '11111111-1111-4111-8111-111111111111',
        action: 'create',
        status: 'failed',
        message: 'Twenty said no',
        count: 1,
        at: expect.any(String),
      },
    ]);
  });

  test('a failure that arrives after all is settled, under the same key', async () => {
    const { touch, settle, lines, tell } = inNewWorld();
    await touch();
    await settle(refused);
    await tell();
    expect(await lines()).toEqual([]);
    await touch({ payload: { name: 'put right' } });
    await settle(delivered);
    expect(
      (await lines()).filter(({ count, status }) => count === 1 && status !== 'delivered'),
    ).toMatchObject([{ entryKey: `${SLOT}@1`, status: 'resolved', message: 'Twenty said no' }]);
  });

  test('what fails again while it is open keeps its one line, with the newest words', async () => {
    const { touch, settle, lines } = inNewWorld();
    await touch();
    await settle(refused);
    await touch({ payload: { name: 'again' } });
    await settle((entry) => ({
      ...refused(entry),
      ...{ kind: 'dead', failure: 'cannot-accept', reason: 'Still no' },
      attention: { kind: 'refused', message: 'Still no', objectName: 'phoneCall' },
    }));
    expect(await lines()).toMatchObject([{ entryKey: `${SLOT}@1`, status: 'failed', message: 'Still no' }]);
  });

  test('what fails another time after it had arrived is another line', async () => {
    const { touch, settle, lines } = inNewWorld();
    await touch();
    await settle(refused);
    await touch({ payload: { name: 'second' } });
    await settle(delivered);
    await touch({ payload: { name: 'third' } });
    await settle(refused);
    expect((await lines()).filter(({ objectName }) => objectName !== '')).toMatchObject([
      { entryKey: `${SLOT}@1`, status: 'resolved', action: 'create' },
      { entryKey: `${SLOT}@3`, status: 'failed', action: 'update' },
    ]);
  });

  test('a clash with an edit in Twenty is a line, although the record arrived', async () => {
    const { touch, settle, lines } = inNewWorld();
    await touch();
    await settle(clashing);
    expect(await lines()).toMatchObject([
      { entryKey: `${SLOT}@1`, status: 'failed', recordId: 'theirs', message: 'Both changed it' },
      { status: 'delivered', count: 1 },
    ]);
  });

  test('successes are counted, all of a day in one line', async () => {
    const { touch, settle, lines, tell } = inNewWorld();
    await touch();
    await touch({ slot: 'note:1', objectName: 'note' });
    await settle(delivered);
    const [line, ...more] = await lines();
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      action: 'deliver',
      status: 'delivered',
      count: 2,
      objectName: '',
      recordId: '',
    });
    await tell();
    expect(await lines()).toEqual([]);
    await touch({ payload: { name: 'changed' } });
    await settle(delivered);
    expect(await lines()).toMatchObject([{ entryKey: line?.entryKey, count: 3 }]);
  });

  test('the log’s own failures and successes make no line', async () => {
    const { touch, settle, lines } = inNewWorld();
    await touch({ slot: 'syncLogEntry:1', objectName: 'syncLogEntry' });
    await settle(refused);
    await touch({ slot: 'syncLogEntry:2', objectName: 'syncLogEntry' });
    await settle(delivered);
    expect(await lines()).toEqual([]);
  });

  test('a retry is no failure', async () => {
    const { touch, settle, lines } = inNewWorld();
    await touch();
    await settle(({ slot, version }) => ({ kind: 'released', slot, version }));
    expect(await lines()).toEqual([]);
  });

  test('delivery that stands still is one line, settled when it goes on; waiting for Twenty is none', async () => {
    const { tx, lines } = inNewWorld();
    const status = (state: 'paused' | 'running' | 'waiting-for-twenty', message = '') =>
      tx((t) => t.delivery.setStatus({ state, message }));
    await status('waiting-for-twenty', 'Twenty is away');
    expect(await lines()).toEqual([]);
    await status('paused', 'The key was refused');
    await status('paused', 'The key was refused');
    expect(await lines()).toMatchObject([
      { status: 'failed', action: 'deliver', message: 'The key was refused' },
    ]);
    await status('running');
    expect(await lines()).toMatchObject([{ status: 'resolved', message: 'The key was refused' }]);
  });

  test('a line that changes while it is told is told again', async () => {
    const { touch, settle, untold, lines, tx } = inNewWorld();
    await touch();
    await settle(refused);
    const told = await untold();
    await touch({ payload: { name: 'again' } });
    await settle(refused);
    await tx((t) => t.projections.markTold(told));
    expect(await lines()).toHaveLength(1);
  });
};
