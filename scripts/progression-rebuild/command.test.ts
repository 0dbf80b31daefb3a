import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStoreAndDatabase } from '../../sync-worker/src/store/open-store.ts';
import {
  aCallThatEarns,
  aReport,
  countedOn,
  wrappedUp,
} from '../../sync-worker/src/testing/store-fixtures.ts';
import { copyEmptyDatabase } from '../../sync-worker/src/testing/store-template.ts';
import { createWorld, type OpenedStore } from '../../sync-worker/src/testing/store-world.ts';
import { rebuildCommand } from './command.ts';

const root = mkdtempSync(join(tmpdir(), 'dialer-rebuild-'));
const dataDir = join(root, 'data');
beforeAll(() => copyEmptyDatabase(dataDir));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const run = async () => {
  const lines: string[] = [];
  await rebuildCommand({ root, env: { DIALER_DATA_DIR: dataDir }, say: (line) => lines.push(line) });
  return lines.join('\n');
};
const inStore = async <T>(work: (opened: Omit<OpenedStore, 'close'>) => Promise<T>): Promise<T> => {
  const opened = await openStoreAndDatabase({ dataDir, log: pino({ level: 'silent' }) });
  try {
    return await work(opened);
  } finally {
    await opened.store.close();
  }
};

test('spoilt totals are put right from the ledger, shown, and brought to Twenty', async () => {
  expect(await run()).toBe('The ledger is empty: nobody has made a call yet.');
  const { workspaceId, memberId, right } = await inStore(async (opened) => {
    const { tx, rows, workspaceId: id, memberId: rep } = createWorld(opened);
    await opened.store.registerWorkspace({ id, name: 'Acme', twentyUrl: 'https://acme.example.com' });
    await tx((t) => t.progression.open({ id: rep, name: 'Ada Bell' }, null));
    await tx((t) => t.progression.append(aCallThatEarns(rep), countedOn('2026-11-20')));
    const held = await tx((t) => t.progression.get(rep));
    await rows('update member_progression set total_xp = 900, streak_days = 12');
    return { workspaceId: id, memberId: rep, right: held };
  });
  expect(await run()).toBe(
    [
      'member     before                               after',
      'Ada Bell   900 XP (legend), 1 call, streak 12   2 XP (rookie-1), 1 call, streak 1',
      'The totals of 1 member were worked out from the ledger. 1 was put right; the worker brings that to Twenty.',
    ].join('\n'),
  );
  expect(await run()).toContain('All of them were right.');
  const held = await inStore(({ store }) =>
    store.transaction(workspaceId, (tx) => tx.progression.get(memberId)),
  );
  expect(held).toEqual({
    ...right,
    entry: { state: 'pending', isDue: true, deliveredAt: null, deliveredXp: null },
  });
});

test('figures of sittings, days and people are marked to be counted anew', async () => {
  const { workspaceId } = await inStore(async ({ store, ...opened }) => {
    const world = createWorld({ store, ...opened });
    const twentyUrl = 'https://other.example.com';
    await store.registerWorkspace({ id: world.workspaceId, name: 'Other', twentyUrl });
    await world.tx(async (t) => {
      await t.calls.accept(wrappedUp(aReport(world.memberId)));
      await t.projections.countCalls(100);
    });
    return world;
  });
  expect(await run()).toContain('The worker counts 1 call anew for sittings, days and people.');
  const figures = await inStore(({ store }) =>
    store.transaction(workspaceId, (tx) => tx.projections.countCalls(100)),
  );
  expect(figures.days).toMatchObject([{ calls: 1 }]);
});

test('while a worker has the data folder open, it is refused and told why', () =>
  inStore(async () => {
    await expect(run()).rejects.toThrow(/Another worker .* is using the data folder .*Stop it/);
  }));
