import { randomUUID } from 'node:crypto';
import { MemberId } from '@twenty-dialer/contract';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aRecord, aReport, delivered, wrappedUp } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';
import type { StoreChange } from '../port.ts';

const LEASE = { holder: 'worker-1', leaseMs: 60_000, perObject: 200 };

export const changesConformance = (newWorld: NewWorld): void => {
  const inNewWorld = () => {
    const world = newWorld();
    const { tx, memberId, store, workspaceId } = world;
    const heard: StoreChange['topic'][] = [];
    onTestFinished(
      store.onChange((change) => {
        if (change.workspaceId === workspaceId) heard.push(change.topic);
      }),
    );
    return {
      ...world,
      heard,
      after: (changeSeq: number, limit = 100) =>
        tx((t) => t.calls.changedAfter({ memberId, changeSeq, limit })),
      latest: () => tx((t) => t.calls.latestChangeSeq()),
      report: async () => {
        const report = aReport(memberId);
        const { callId } = report;
        await tx(async (t) => {
          await t.calls.accept(report);
          await t.outbox.touch([aRecord(memberId, { slot: `phoneCall:${callId}`, callId })]);
        });
        return report;
      },
    };
  };

  test('a stream that starts now hears of every later change, and of each call once', async () => {
    const { report, after, latest, tx } = inNewWorld();
    expect(await latest()).toBe(0);
    await report();
    const start = await latest();
    const second = await report();
    await tx((t) => t.calls.accept(wrappedUp(second)));
    const changes = await after(start);
    expect(changes.map((call) => call.report)).toEqual([wrappedUp(second)]);
    expect(changes[0]?.changeSeq).toBe(await latest());
  });

  test('a stream that was away goes on where it stopped, the oldest change first', async () => {
    const { report, after } = inNewWorld();
    const made = [await report(), await report(), await report()];
    const [first] = await after(0, 1);
    expect(first?.report).toEqual(made[0]);
    expect((await after(first?.changeSeq ?? 0)).map((call) => call.report)).toEqual(made.slice(1));
  });

  test('delivery hears when figures that were held back are due, though the last count changed none', async () => {
    const { heard, tx, memberId, report } = inNewWorld();
    await report();
    await tx((t) =>
      t.outbox.touch([
        aRecord(memberId, { slot: `person:${randomUUID()}`, objectName: 'person', dueInMs: 60_000 }),
      ]),
    );
    await vi.waitFor(() => expect(heard.filter((topic) => topic === 'outbox')).toHaveLength(2));
    await tx(async (t) => {
      await t.projections.takeTurn();
      await t.projections.endTurn(60_000);
    });
    await vi.waitFor(() => expect(heard.filter((topic) => topic === 'outbox')).toHaveLength(3));
  });

  test("nobody hears of another member's calls", async () => {
    const { report, tx } = inNewWorld();
    await report();
    const stranger = { memberId: MemberId.parse(randomUUID()), changeSeq: 0, limit: 10 };
    expect(await tx((t) => t.calls.changedAfter(stranger))).toEqual([]);
  });

  test('every step on the way to Twenty is a change of the call', async () => {
    const { report, after, latest, tx, memberId } = inNewWorld();
    const { callId } = await report();
    const steps: (() => Promise<unknown>)[] = [
      () => tx((t) => t.outbox.lease(LEASE)),
      () =>
        tx((t) =>
          t.outbox.touch([
            aRecord(memberId, { slot: `phoneCall:${callId}`, callId, payload: { name: 'edited' } }),
          ]),
        ),
      () =>
        tx((t) =>
          t.outbox.settle(LEASE.holder, [{ slot: `phoneCall:${callId}`, version: 1, kind: 'released' }]),
        ),
      () => tx(async (t) => t.outbox.settle(LEASE.holder, (await t.outbox.lease(LEASE)).map(delivered))),
    ];
    for (const step of steps) {
      const before = await latest();
      await step();
      expect((await after(before)).map((call) => call.report.callId)).toEqual([callId]);
    }
  });

  test('what changes nothing is no change', async () => {
    const { report, latest, tx, memberId } = inNewWorld();
    const same = await report();
    const before = await latest();
    await tx(async (t) => {
      await t.calls.accept(same);
      await t.outbox.touch([aRecord(memberId, { slot: `phoneCall:${same.callId}`, callId: same.callId })]);
    });
    expect(await latest()).toBe(before);
  });

  test('a receipt carries the number that the stream will carry', async () => {
    const { tx, memberId, after } = inNewWorld();
    const report = aReport(memberId);
    const receipt = await tx(async (t) => {
      await t.calls.accept(report);
      await t.outbox.touch([
        aRecord(memberId, { slot: `phoneCall:${report.callId}`, callId: report.callId }),
      ]);
      return t.calls.get(report.callId);
    });
    expect(await after(0)).toEqual([receipt]);
  });

  test('a batch of two hundred calls gives each its own number', async () => {
    const { tx, memberId, after } = inNewWorld();
    const reports = Array.from({ length: 200 }, () => aReport(memberId));
    await tx(async (t) => {
      for (const report of reports) await t.calls.accept(report);
      await t.outbox.touch(
        reports.map(({ callId }) => aRecord(memberId, { slot: `phoneCall:${callId}`, callId })),
      );
    });
    await tx((t) => t.outbox.lease(LEASE));
    const numbers = (await after(200, 500)).map(({ changeSeq }) => changeSeq);
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, index) => 201 + index));
  });

  test('whoever waits for work is woken by a commit, once for each kind of news', async () => {
    const { report, heard, tx } = inNewWorld();
    await report();
    await vi.waitFor(() => expect([...heard].sort()).toEqual(['calls', 'outbox']));
    await tx((t) => t.delivery.setStatus({ state: 'paused', message: 'no' }));
    await vi.waitFor(() => expect(heard).toContain('delivery'));
    expect(heard).toHaveLength(3);
  });

  test('nobody is woken by what was rolled back, or by a listener that was told to stop', async () => {
    const { heard, tx, store, memberId } = inNewWorld();
    const stopped = vi.fn();
    store.onChange(stopped)();
    await tx(async (t) => {
      await t.calls.accept(aReport(memberId));
      throw new Error('no');
    }).catch(() => undefined);
    await tx((t) => t.delivery.setStatus({ state: 'paused', message: 'no' }));
    await vi.waitFor(() => expect(heard).toEqual(['delivery']));
    expect(stopped).not.toHaveBeenCalled();
  });
};
