import { randomUUID } from 'node:crypto';
import { type CallId, type CallReport, MemberId } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import { aRecord, aReport, delivered, refused, wrappedUp } from '../../testing/store-fixtures.ts';
import type { StoreWorld } from '../../testing/store-world.ts';
import type { CallFilter, CallPosition } from '../call-port.ts';
import type { NewWorld } from '../conformance.ts';

const EVERYTHING: CallFilter = {
  from: null,
  to: null,
  memberIds: null,
  outcomes: null,
  lines: null,
  direction: null,
  callSessionId: null,
  isUnmatched: false,
  search: null,
};
const LEASE = { holder: 'worker', leaseMs: 60_000, perObject: 200 };

/** A call with the entry of its record; `name` is what an edit changes. */
const report = async ({ tx, memberId }: StoreWorld, changes: Partial<CallReport> = {}, name = 'first') => {
  const call = wrappedUp(aReport(memberId), changes);
  await tx(async (t) => {
    await t.calls.accept(call);
    await t.outbox.touch([entryOf(memberId, call.callId, name)]);
  });
  return call;
};
const entryOf = (memberId: MemberId, callId: CallId, name: string) =>
  aRecord(memberId, { slot: `phoneCall:${callId}`, callId, payload: { name } });

const deliver = ({ tx }: StoreWorld) =>
  tx(async (t) => {
    const leased = await t.outbox.lease(LEASE);
    await t.outbox.settle(LEASE.holder, leased.map(delivered));
  });

type Search = Parameters<Parameters<Parameters<StoreWorld['tx']>[0]>[0]['calls']['search']>[0];
const idsOf = async ({ tx, memberId }: StoreWorld, query: Partial<Search> = {}): Promise<CallId[]> => {
  const found = await tx((t) =>
    t.calls.search({
      memberIds: [memberId],
      which: 'newer-here',
      filter: EVERYTHING,
      after: null,
      among: null,
      limit: 50,
      ...query,
    }),
  );
  return found.map((call) => call.report.callId);
};
const countOf = ({ tx, memberId }: StoreWorld, filter = EVERYTHING) =>
  tx((t) => t.calls.countNotInTwenty({ memberIds: [memberId], filter }));

export const historyConformance = (newWorld: NewWorld): void => {
  test('a call is added to what Twenty shows until Twenty has it', async () => {
    const world = newWorld();
    const { callId } = await report(world);
    expect(await idsOf(world)).toEqual([callId]);
    expect(await countOf(world)).toBe(1);
    await world.tx((t) => t.outbox.lease(LEASE));
    expect(await idsOf(world)).toEqual([callId]);
    await world.passTime(LEASE.leaseMs);
    await deliver(world);
    expect(await idsOf(world)).toEqual([]);
    expect(await countOf(world)).toBe(0);
    expect(await idsOf(world, { which: 'all' })).toEqual([callId]);
  });

  test('an edit that waits, or was refused, is newer here and yet counted as in Twenty', async () => {
    const world = newWorld();
    const { callId } = await report(world);
    await deliver(world);
    await world.tx((t) => t.outbox.touch([entryOf(world.memberId, callId, 'edited')]));
    expect(await idsOf(world)).toEqual([callId]);
    await world.tx(async (t) => {
      const leased = await t.outbox.lease(LEASE);
      await t.outbox.settle(LEASE.holder, leased.map(refused));
    });
    expect(await idsOf(world)).toEqual([callId]);
    expect(await countOf(world)).toBe(0);
  });

  test('a note that waits does not make its call newer here', async () => {
    const world = newWorld();
    const { callId } = await report(world);
    await deliver(world);
    const note = { slot: `note:${callId}`, objectName: 'note', callId } as const;
    await world.tx((t) => t.outbox.touch([aRecord(world.memberId, note)]));
    expect(await idsOf(world)).toEqual([]);
  });

  test('a call that is kept here is found, not counted as on its way, and no more once it goes to Twenty after all', async () => {
    const world = newWorld();
    const call = wrappedUp(aReport(world.memberId));
    await world.tx(async (t) => {
      await t.calls.accept(call);
      await t.calls.keepHere(call.callId);
    });
    expect(await idsOf(world)).toEqual([call.callId]);
    expect(await countOf(world)).toBe(0);
    await world.tx((t) => t.outbox.touch([entryOf(world.memberId, call.callId, 'first')]));
    expect(await idsOf(world)).toEqual([call.callId]);
    await deliver(world);
    expect(await idsOf(world)).toEqual([]);
  });

  test('nobody else’s call is ever found', async () => {
    const world = newWorld();
    const { callId } = await report(world);
    const memberId = MemberId.parse(randomUUID());
    expect(await idsOf(world, { memberIds: [memberId] })).toEqual([]);
    expect(await idsOf(world, { memberIds: [memberId], which: 'all', among: [callId] })).toEqual([]);
    expect(await idsOf(world, { filter: { ...EVERYTHING, memberIds: [memberId] } })).toEqual([]);
    expect(await world.tx((t) => t.calls.find({ memberIds: [memberId], callIds: [callId] }))).toEqual([]);
    const own = await world.tx((t) => t.calls.find({ memberIds: [world.memberId], callIds: [callId] }));
    expect(own.map((call) => call.report.callId)).toEqual([callId]);
  });

  test('calls of several members stand in one list, and nobody’s besides', async () => {
    const world = newWorld();
    const other = MemberId.parse(randomUUID());
    const ofOther = (startedAt: string) => report({ ...world, memberId: other }, { startedAt });
    await report({ ...world, memberId: MemberId.parse(randomUUID()) });
    const late = await ofOther('2026-11-21T09:00:00.000Z');
    const own = await report(world, { startedAt: '2026-11-21T08:30:00.000Z' });
    const early = await ofOther('2026-11-21T08:00:00.000Z');
    const expected = [late, own, early].map(({ callId }) => callId);
    const memberIds = [world.memberId, other];
    for (const which of ['all', 'newer-here'] as const) {
      expect(await idsOf(world, { memberIds, which })).toEqual(expected);
    }
    const filter = { ...EVERYTHING, memberIds: [other] };
    expect(await idsOf(world, { memberIds, filter })).toEqual([late.callId, early.callId]);
    expect(await world.tx((t) => t.calls.countNotInTwenty({ memberIds, filter: EVERYTHING }))).toBe(3);
    const found = await world.tx((t) => t.calls.find({ memberIds, callIds: expected }));
    expect(found).toHaveLength(3);
  });

  test('a list goes on behind any place, also among calls of one moment', async () => {
    const world = newWorld();
    const early = await report(world, { startedAt: '2026-11-21T08:59:00.000Z' });
    const together = [await report(world), await report(world), await report(world)];
    await world.tx((t) => t.calls.keepHere(together[0]?.callId ?? early.callId));
    const [first, second, third] = together
      .map(({ callId }) => callId)
      .toSorted()
      .reverse();
    for (const which of ['all', 'newer-here'] as const) {
      const behind = (after: Partial<CallPosition>, limit = 50) =>
        idsOf(world, {
          which,
          limit,
          after: { startedAt: together[0]?.startedAt ?? '', callId: null, recordId: null, ...after },
        });
      expect(await idsOf(world, { which, limit: 2 })).toEqual([first, second]);
      expect(await behind({ callId: second ?? null }, 1)).toEqual([third]);
      expect(await behind({ callId: first ?? null })).toEqual([second, third, early.callId]);
      // What somebody typed into Twenty, and a record without a call id, which comes after all that have one.
      expect(await behind({ callId: 'zzz' })).toEqual([first, second, third, early.callId]);
      expect(await behind({ recordId: randomUUID() })).toEqual([early.callId]);
    }
  });

  test('all filters hold together', async () => {
    const world = newWorld();
    const { callId, callSessionId } = await report(world, { personName: 'Ada 100%', outcome: 'busy' });
    await report(world, { personName: 'Ada 100%' });
    const filter: CallFilter = {
      isUnmatched: false,
      from: '2026-11-21T09:00:00.000Z',
      to: '2026-11-21T09:00:00.001Z',
      memberIds: [world.memberId],
      outcomes: ['busy', null],
      lines: ['practice', 'manual'],
      direction: 'outbound',
      callSessionId,
      search: {
        words: [
          { text: 'ada', digits: null },
          { text: '0%', digits: '0' },
        ],
        numbers: [],
      },
    };
    expect(await idsOf(world, { filter })).toEqual([callId]);
    expect(await countOf(world, filter)).toBe(1);
    expect(await countOf(world, { ...filter, outcomes: [null] })).toBe(0);
    expect(
      await idsOf(world, {
        filter: { ...filter, search: { words: [{ text: 'a%1', digits: null }], numbers: [] } },
      }),
    ).toEqual([]);
  });
};
