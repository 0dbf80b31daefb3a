import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { missingEntries } from '../outbox/progression-entries.ts';
import { progressionRecord } from '../outbox/progression-record.ts';
import { noteSlot, phoneCallSlot } from '../outbox/slot.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { aRecord, aReport, delivered, wrappedUp } from '../testing/store-fixtures.ts';
import { openServerStore } from '../testing/store-opened.ts';
import { createWorld, type OpenedStore, type StoreWorld } from '../testing/store-world.ts';

// What only a server with many connections can show. Each worker here is a store of its own, as in production.

const LEASE_MS = 60_000;
const ALL_EARN = { forManualCalls: true, forEnteredCalls: true, forPracticeCalls: true };
let postgres: TestPostgres;
let workers: OpenedStore[];

beforeAll(async () => {
  postgres = await startPostgres();
  const databaseUrl = await postgres.createDatabase();
  // All at once, on an empty database: one migrates, the others wait for it.
  workers = await Promise.all(Array.from({ length: 4 }, () => openServerStore(databaseUrl)));
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.close()));
  await postgres.stop();
});

/** The same workspace as seen by each of the workers. */
const sharedWorld = (): [StoreWorld, ...StoreWorld[]] => {
  const [first, ...others] = workers;
  if (first === undefined) throw new Error('No worker is open.');
  const world = createWorld(first);
  const seenBy = ({ store, database }: OpenedStore): StoreWorld => ({
    ...world,
    store,
    database,
    tx: (work) => store.transaction(world.workspaceId, work),
  });
  return [world, ...others.map(seenBy)];
};

const namesOf = (worlds: readonly StoreWorld[]) =>
  worlds.map((world, index) => ({ ...world, holder: `worker-${index}` }));

/** Leases and delivers until nothing is due; answers what it sent to Twenty, in order. */
const deliverAll = async (
  { tx, holder }: StoreWorld & { holder: string },
  perObject: number,
): Promise<string[]> => {
  const sent: string[] = [];
  for (;;) {
    const leased = await tx((t) => t.outbox.lease({ holder, leaseMs: LEASE_MS, perObject }));
    if (leased.length === 0) return sent;
    sent.push(...leased.map(({ slot, version }) => `${slot} v${version}`));
    await tx((t) => t.outbox.settle(holder, leased.map(delivered)));
  }
};

test('many workers deliver each record once', async () => {
  const worlds = sharedWorld();
  const [{ tx, memberId }] = worlds;
  const slots = Array.from({ length: 600 }, (_, index) => `phoneCall:${index}`);
  await tx((t) => t.outbox.touch(slots.map((slot) => aRecord(memberId, { slot }))));
  const sent = await Promise.all(
    namesOf(worlds).flatMap((world) => [
      deliverAll({ ...world, holder: `${world.holder}-a` }, 7),
      deliverAll({ ...world, holder: `${world.holder}-b` }, 11),
    ]),
  );
  expect(sent.flat().sort()).toEqual(slots.map((slot) => `${slot} v1`).sort());
  expect(await tx((t) => t.outbox.count())).toEqual([
    { objectName: 'phoneCall', state: 'delivered', count: 600 },
  ]);
});

test('a record that changes while workers deliver it ends up with its newest content', async () => {
  const worlds = sharedWorld();
  const [{ tx, memberId, rows }] = worlds;
  const slots = Array.from({ length: 20 }, (_, index) => `phoneCall:${index}`);
  const edit = async (round: number) => {
    for (const slot of slots)
      await tx((t) => t.outbox.touch([aRecord(memberId, { slot, payload: { round } })]));
  };
  const editAll = async () => {
    for (let round = 1; round <= 8; round += 1) await edit(round);
  };
  const editing = whileRunning(editAll());
  const delivering = namesOf(worlds.slice(1)).map(async (world) => {
    while (editing.isRunning()) await deliverAll(world, 5);
    await deliverAll(world, 5);
  });
  await Promise.all([editing.done, ...delivering]);
  expect(
    await rows(
      `select distinct state, version = delivered_version as is_newest, last_delivered from outbox_entry`,
    ),
  ).toEqual([{ state: 'delivered', is_newest: true, last_delivered: { round: 8 } }]);
});

test('a link never waits for ever, though both its ends arrive at the same moment by different workers', async () => {
  const [one, two, three] = namesOf(sharedWorld());
  if (one === undefined || two === undefined || three === undefined)
    throw new Error('Three workers are needed.');
  const { memberId } = one;
  for (let round = 0; round < 60; round += 1) {
    const [note, call, link] = [`note:${round}`, `phoneCall:${round}`, `noteTarget:${round}`];
    const ends = [aRecord(memberId, { slot: note, objectName: 'note' }), aRecord(memberId, { slot: call })];
    const links = { noteId: note, targetPhoneCallId: call };
    const target = aRecord(memberId, { slot: link, objectName: 'noteTarget', links });
    const isLate = round % 2 === 1;
    await one.tx((t) => t.outbox.touch(isLate ? ends : [...ends, target]));
    const leased = await one.tx((t) => t.outbox.lease({ holder: 'x', leaseMs: LEASE_MS, perObject: 9 }));
    await Promise.all([
      ...leased.map((entry, index) =>
        (index === 0 ? one : two).tx((t) => t.outbox.settle('x', [delivered(entry)])),
      ),
      // The link may also come in the very moment in which its ends arrive.
      isLate ? three.tx((t) => t.outbox.touch([target])) : undefined,
    ]);
    expect(await deliverAll(three, 9), `round ${round}`).toEqual([`${link} v1`]);
  }
});

test('a link that comes while the record it names is made and delivered is not stuck', async () => {
  const [one, two] = namesOf(sharedWorld());
  if (one === undefined || two === undefined) throw new Error('Two workers are needed.');
  for (let round = 0; round < 40; round += 1) {
    const note = `note:${randomUUID()}`;
    const link = `noteTarget:${round}`;
    const child = aRecord(one.memberId, { slot: link, objectName: 'noteTarget', links: { noteId: note } });
    const parent = aRecord(one.memberId, { slot: note, objectName: 'note' });
    const makeAndDeliver = async () => {
      await two.tx((t) => t.outbox.touch([parent]));
      await deliverAll(two, 9);
    };
    await Promise.all([one.tx((t) => t.outbox.touch([child])), makeAndDeliver()]);
    await deliverAll(one, 9);
    expect(await one.rows('select slot from outbox_entry where is_waiting'), `round ${round}`).toEqual([]);
  }
});

test('calls are taken in while they are delivered: nobody blocks anybody, and the stream skips no change', async () => {
  const worlds = sharedWorld();
  const [{ tx, memberId }] = worlds;
  const placing = whileRunning(
    Promise.all(worlds.flatMap((world) => [placeCalls(world, 8), placeCalls(world, 8)])),
  );
  const delivering = whileRunning(
    Promise.all(
      namesOf(worlds).map(async (world) => {
        while (placing.isRunning()) await deliverAll(world, 20);
        await deliverAll(world, 20);
      }),
    ),
  );
  const following = followStream(worlds[0], delivering.isRunning);
  const [placed, heard] = await Promise.all([placing.done, following, delivering.done]);
  const stored = await tx((t) => t.calls.changedAfter({ memberId, changeSeq: 0, limit: 1_000 }));
  expect(stored.map(({ report }) => report.callId).sort()).toEqual(placed.flat().sort());
  expect(stored.flatMap(({ entries }) => entries).every(({ state }) => state === 'delivered')).toBe(true);
  expect(heard).toEqual(new Map(stored.map(({ report, changeSeq }) => [report.callId, changeSeq])));
});

test('points reported to several workers at once all count, while a rebuild and a first sign-in go on', async () => {
  const worlds = sharedWorld();
  const [{ tx, memberId }] = worlds;
  const found = {
    totalXp: 100,
    totalCalls: 30,
    totalTalkSeconds: 0,
    lastCallAt: null,
    streakDays: 0,
    streakThrough: null,
  };
  const opened = await Promise.all([
    ...worlds.map((world) => placeCalls(world, 5).then(() => null)),
    ...worlds.map((world) =>
      world.tx(async (t) => {
        const totals = await t.progression.open({ id: memberId, name: 'Ada Bell' }, found);
        await t.outbox.touch([progressionRecord({ id: memberId, name: 'Ada Bell' }, totals ?? found)]);
        return totals;
      }),
    ),
    ...worlds.map((world) => world.tx((t) => t.progression.rebuild(memberId)).then(() => null)),
    ...namesOf(worlds).map((world) => deliverAll(world, 20).then(() => null)),
  ]);
  expect(opened.filter((totals) => totals !== null)).toHaveLength(1);
  expect(await tx((t) => t.progression.get(memberId))).toMatchObject({
    isOpened: true,
    totalXp: 100 + 5 * 5 * worlds.length,
    totalCalls: 30 + 5 * worlds.length,
  });
});

test('a change that commits late is not stepped over by the stream', async () => {
  const [one, two, three] = sharedWorld();
  if (two === undefined || three === undefined) throw new Error('Three workers are needed.');
  const { memberId } = one;
  const [early, late] = [aReport(memberId), aReport(memberId)];
  const slot = phoneCallSlot(early.callId);
  await one.tx(async (t) => {
    await t.calls.accept(early);
    await t.outbox.touch([aRecord(memberId, { slot, callId: early.callId })]);
  });
  const start = await one.tx((t) => t.calls.latestChangeSeq());
  const [accepted, mayCommit] = [signal(), signal()];
  const accepting = one.tx(async (t) => {
    await t.calls.accept(late);
    accepted.give();
    await mayCommit.given;
  });
  await accepted.given;
  const leasing = two.tx((t) => t.outbox.lease({ holder: 'two', leaseMs: LEASE_MS, perObject: 9 }));
  const changes = () => three.tx((t) => t.calls.changedAfter({ memberId, changeSeq: start, limit: 9 }));
  try {
    await vi.waitFor(async () => {
      const waiting = await postgres.administrate('select 1 from pg_locks where not granted');
      expect(waiting, 'the later change waits for its number').not.toEqual([]);
    });
    expect(await changes()).toEqual([]);
  } finally {
    mayCommit.give();
    await Promise.all([accepting, leasing]);
  }
  expect((await changes()).map(({ report }) => report.callId)).toEqual([late.callId, early.callId]);
});

const signal = () => {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
};

const whileRunning = <T>(done: Promise<T>) => {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  done.then(end, end);
  return { done, isRunning: () => !isOver };
};

/** Reads on from where it stopped, as the event stream does; answers the last number heard of each call. */
const followStream = async ({ tx, memberId }: StoreWorld, isRunning: () => boolean) => {
  const heard = new Map<string, number>();
  for (let changeSeq = 0; ; ) {
    const wasRunning = isRunning();
    const cursor = changeSeq;
    const changes = await tx((t) => t.calls.changedAfter({ memberId, changeSeq: cursor, limit: 7 }));
    for (const call of changes) heard.set(call.report.callId, call.changeSeq);
    changeSeq = changes.at(-1)?.changeSeq ?? changeSeq;
    if (changes.length === 0 && !wasRunning) return heard;
  }
};

/** Reports calls as intake does: dialed, then wrapped up, with their records and the member's progression. */
const placeCalls = async ({ tx, memberId }: StoreWorld, count: number): Promise<string[]> => {
  const callIds: string[] = [];
  for (let placed = 0; placed < count; placed += 1) {
    const dialed = aReport(memberId);
    const { callId } = dialed;
    for (const report of [dialed, wrappedUp(dialed)]) {
      const payload = { revision: report.revision };
      await tx((t) =>
        t.calls.accept(report, async ({ isFirst }) => {
          await t.progression.append(
            { callId, revision: report.revision, member: { id: memberId, name: 'Ada Bell' }, isFirst },
            (held) => missingEntries(report, held, ALL_EARN),
          );
          await t.outbox.touch([
            aRecord(memberId, { slot: phoneCallSlot(callId), callId, payload }),
            aRecord(memberId, { slot: noteSlot(callId), objectName: 'note', callId, payload }),
            aRecord(memberId, {
              slot: `noteTarget:${callId}:call`,
              objectName: 'noteTarget',
              callId,
              links: { noteId: noteSlot(callId), targetPhoneCallId: phoneCallSlot(callId) },
            }),
            aRecord(memberId, {
              slot: `repProgression:${memberId}`,
              objectName: 'repProgression',
              payload: { last: callId, ...payload },
            }),
          ]);
        }),
      );
    }
    callIds.push(callId);
  }
  return callIds;
};
