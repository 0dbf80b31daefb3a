import { randomUUID } from 'node:crypto';
import { WorkspaceId } from '@twenty-dialer/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { anAttempt } from '../testing/store-fixtures.ts';
import { openTestStore } from '../testing/test-store.ts';
import { createRetention, type RetentionDeps } from './create-retention.ts';
import { kept } from './kept.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

/** Lets it look so often, and says what it waited for. */
const runFor = async (looks: number, deps: Partial<RetentionDeps>): Promise<number[]> => {
  const done = new AbortController();
  const waits: number[] = [];
  await createRetention({
    store: store.inBackground(),
    workspaceId: WorkspaceId.parse(randomUUID()),
    kept: kept({ attemptsDays: 14 }),
    log: { info: () => undefined, error: () => undefined },
    wait: async (ms) => {
      waits.push(ms);
      if (waits.filter((each) => each === HOUR_MS).length === looks) done.abort();
    },
    ...deps,
  }).run(done.signal);
  return waits;
};

describe('old attempts', () => {
  test('are removed in small steps, and newer ones stay', async () => {
    const workspaceId = WorkspaceId.parse(randomUUID());
    const keep = (count: number, startedAgoMs: number) =>
      store.transaction(workspaceId, (tx) =>
        tx.outbox.settle(
          'worker-1',
          [],
          Array.from({ length: count }, () => anAttempt({ startedAgoMs })),
        ),
      );
    await keep(450, 20 * DAY_MS);
    await keep(3, DAY_MS);
    expect(await runFor(1, { workspaceId })).toEqual([100, 100, HOUR_MS]);
    const left = await store.transaction(workspaceId, (tx) => tx.delivery.forgetAttempts(0, 1_000));
    expect(left).toBe(3);
  });

  test('wait for the next hour when the store is away, and nothing ends because of it', async () => {
    const errors: unknown[] = [];
    const broken: Store = { ...store, transaction: () => Promise.reject(new Error('away')) };
    const log = { info: () => undefined, error: (line: unknown) => errors.push(line) };
    expect(await runFor(2, { store: broken, log })).toEqual([HOUR_MS, HOUR_MS]);
    expect(errors).toHaveLength(2 * kept({ attemptsDays: 14 }).length);
  });
});

test('what cannot be tidied up keeps nothing else from being', async () => {
  const removed: string[] = [];
  const broken = {
    what: 'broken',
    forget: () => Promise.reject(new Error('a lock')),
  };
  const good = {
    what: 'good',
    forget: async () => {
      removed.push('good');
      return 0;
    },
  };
  await runFor(1, { kept: [broken, good] });
  expect(removed).toEqual(['good']);
});
