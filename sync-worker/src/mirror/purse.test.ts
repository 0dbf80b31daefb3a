import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMirrorTrial } from '../testing/mirror-trial.ts';
import { openEmbeddedStore } from '../testing/store-opened.ts';
import { createWorld, type OpenedStore } from '../testing/store-world.ts';
import { createMirrorPurse } from './purse.ts';
import { mirrorSettings } from './settings.ts';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openEmbeddedStore();
});
afterAll(() => opened.close());

const MINUTE = 60_000;

/** A purse whose time, and the budget's, goes on together. */
const aPurse = (capacity: number, reserve = 0) => {
  const world = createWorld(opened);
  const { worker: _worker, ...trial } = createMirrorTrial(opened.store);
  let nowMs = trial.now();
  const purse = createMirrorPurse(
    {
      store: opened.store,
      workspaceId: world.workspaceId,
      settings: mirrorSettings({ capacity, windowMs: MINUTE, reserve }),
      clock: { nowMs: () => nowMs, wait: async (ms) => pass(ms) },
    },
    new AbortController().signal,
  );
  const pass = async (ms: number) => {
    nowMs += ms;
    await world.passTime(ms);
  };
  const spentIn = async (ms: number): Promise<number> => {
    const untilMs = nowMs + ms;
    let spent = 0;
    while (nowMs < untilMs) {
      const waitMs = await purse.takeOfHalf();
      if (waitMs === 0) spent += 1;
      else await pass(waitMs);
    }
    return spent;
  };
  return { purse, spentIn };
};

test.each([
  ['an API key', 100, 20],
  ['the app', 500, 0],
])(
  'the fill spends no more than half of what Twenty allows to %s in a minute',
  async (_who, capacity, reserve) => {
    const { spentIn } = aPurse(capacity, reserve);
    for (let minute = 0; minute < 2; minute += 1) {
      const spent = await spentIn(MINUTE);
      expect(spent).toBeLessThanOrEqual(capacity / 2 + 1);
      expect(spent).toBeGreaterThan(capacity / 3);
    }
  },
);

test('what a call needs at once is never spent on the fill', async () => {
  const { purse } = aPurse(100);
  for (let taken = 0; taken < 50; taken += 1) expect(await purse.take()).toBe(0);
  expect(await purse.takeOfHalf()).toBeGreaterThan(0);
  expect(await purse.take()).toBe(0);
});
