import { expect, test } from 'vitest';
import { aRecord, aReport } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';

export const transactionsConformance = (newWorld: NewWorld): void => {
  test('a call and its entries are stored together or not at all', async () => {
    const { tx, memberId } = newWorld();
    const report = aReport(memberId);
    const failing = tx(async (t) => {
      await t.calls.accept(report);
      await t.outbox.touch([aRecord(memberId, { slot: 'phoneCall:1' })]);
      throw new Error('the power went');
    });
    await expect(failing).rejects.toThrow('the power went');
    expect(await tx((t) => t.calls.get(report.callId))).toBeNull();
    expect(await tx((t) => t.outbox.count())).toEqual([]);
  });

  test('a refused statement is not taken for success because its error was caught', async () => {
    const { tx, memberId } = newWorld();
    const report = aReport(memberId);
    const swallowing = tx(async (t) => {
      await t.calls.accept(report);
      const record = aRecord(memberId, { slot: 'phoneCall:1', recordId: 'not a uuid' });
      await t.outbox.touch([record]).catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow(/uuid/);
    expect(await tx((t) => t.calls.get(report.callId))).toBeNull();
  });

  test('a transaction inside another one is refused at once instead of waiting for ever', async () => {
    const { tx, store } = newWorld();
    await expect(tx(() => tx((t) => t.outbox.count()))).rejects.toThrow(/inside another one/);
    await expect(tx(() => store.listWorkspaces())).rejects.toThrow(/inside another one/);
    expect(await tx((t) => t.outbox.count())).toEqual([]);
  });

  test('transactions at the same time do not mix', async () => {
    const { tx, memberId } = newWorld();
    const reports = Array.from({ length: 20 }, () => aReport(memberId));
    const results = await Promise.allSettled(
      reports.map((report, index) =>
        tx(async (t) => {
          await t.calls.accept(report);
          if (index % 2 === 0) throw new Error('rolled back');
        }),
      ),
    );
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    const kept = await Promise.all(reports.map(({ callId }) => tx((t) => t.calls.get(callId))));
    expect(kept.map((call) => call !== null)).toEqual(reports.map((_, index) => index % 2 === 1));
  });

  test('a store that is up says so', async () => {
    const { store } = newWorld();
    await expect(store.ping()).resolves.toBeUndefined();
  });
};
