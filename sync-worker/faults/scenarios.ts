import { setTimeout as pause } from 'node:timers/promises';
import {
  corrected,
  onePercentPoisoned,
  POISONED_NUMBER,
  POISONED_WORD,
  reportedOnce,
  someAsTheyHappen,
} from './call-plans.ts';
import type { PoisonOf } from './expect-exactly-once.ts';
import type { Scenario, Stage } from './scenario.ts';
import { NO_BUDGET } from './worker-tweaks.ts';

const HOUR_MS = 3_600_000;
const BOTH = ['PGlite', 'Postgres'] as const;
const SERVER = ['Postgres'] as const;
const usual = { stores: BOTH, plan: reportedOnce, tweaks: { budget: NO_BUDGET } } as const;

const anyOf = (size: number): number => Math.floor(Math.random() * size);

/** Some of the calls go wrong from the first to the last, and what is retried as well. */
const throughout =
  (fault: Parameters<Stage['twenty']['fault']>[0]) =>
  async ({ twenty, enoughCalls }: Stage): Promise<void> => {
    await twenty.fault(fault);
    await enoughCalls();
  };

const killNowAndThen = async ({ crew, spread, kills }: Stage): Promise<void> =>
  spread(Math.max(2, Math.round(kills / 5)), () => crew.restart(anyOf(crew.urls.length), 'SIGKILL'));

const poisonOf: PoisonOf = ({ last }) => {
  if (last.to === POISONED_NUMBER) return 'call';
  return last.note.includes(POISONED_WORD) ? 'note' : null;
};

/** A small run does not wait: its hour passes in five seconds, and what a killed worker held is free after as many. */
const timesFor = (calls: number) =>
  calls < 1_000 ? { clockSpeed: 720, lease: { leaseMs: 5_000 } } : { clockSpeed: 60, lease: {} };

export const scenariosFor = (calls: number): readonly Scenario[] => scenarios(timesFor(calls));

/** What a proxy can do to a Twenty that knows nothing of it. The budget is the product's own: somebody else's Twenty has one. */
export const scenariosBehindProxy = (calls: number): readonly Scenario[] => [
  {
    ...usual,
    tweaks: {},
    name: 'cut connections',
    title: 'connections that are cut before Twenty has read the document cost no call',
    harm: throughout({ kind: 'cut', probability: 0.2 }),
  },
  ...scenariosFor(calls)
    .filter(({ name }) => PROXY_CAN.includes(name))
    .map((scenario) => ({ ...scenario, tweaks: withOwnBudget(scenario.tweaks) })),
];

const withOwnBudget = ({ budget: _lifted, ...tweaks }: Scenario['tweaks']): Scenario['tweaks'] => tweaks;

const PROXY_CAN = ['lost answers', 'an hour away', 'throttled', 'slow answers', 'poisoned rows'];

const scenarios = ({ clockSpeed, lease }: ReturnType<typeof timesFor>): readonly Scenario[] => [
  {
    ...usual,
    name: 'killed',
    title: 'a worker that is killed with -9 many times under load loses no accepted call and doubles none',
    plan: someAsTheyHappen,
    tweaks: { budget: NO_BUDGET, ...lease },
    harm: ({ crew, spread, kills }) => spread(kills, () => crew.restart(0, 'SIGKILL')),
  },
  {
    ...usual,
    name: 'lost answers',
    title: 'when every fifth answer of Twenty gets lost after it was written, each call is there once',
    harm: throughout({ kind: 'lost-answer', probability: 0.2 }),
  },
  {
    ...usual,
    name: 'an hour away',
    title:
      'calls that are made while Twenty is down for an hour are taken in, and all of them arrive afterwards',
    tweaks: { budget: NO_BUDGET, clockSpeed },
    harm: async ({ twenty, load, calls: wanted, enoughCalls }) => {
      while (load.placed.length < wanted / 5) await pause(20);
      await twenty.fault({ kind: 'server-error' });
      await pause(HOUR_MS / clockSpeed);
      await twenty.heal();
      await enoughCalls();
    },
  },
  {
    ...usual,
    name: 'throttled',
    title: 'storms of throttling under the default budget cost time and no call',
    tweaks: {},
    hasBudget: true,
    harm: ({ twenty, spread, calls: wanted }) =>
      spread(wanted < 1_000 ? 1 : 5, async () => {
        await twenty.spendBudget();
        await twenty.fault({ kind: 'throttled', times: 3 });
      }),
  },
  {
    ...usual,
    name: 'slow answers',
    title: 'answers that come after the worker has stopped waiting double no call',
    tweaks: { budget: NO_BUDGET, twentyTimeoutMs: 2_000 },
    harm: throughout({ kind: 'slow', ms: 4_000, probability: 0.15 }),
  },
  {
    ...usual,
    name: 'poisoned rows',
    title:
      'of a hundred calls that Twenty refuses one, the others arrive, and nothing but that one is given up',
    plan: onePercentPoisoned,
    poisonOf,
    harm: async ({ twenty, enoughCalls }) => {
      const number = { objectName: 'phoneCall', field: 'toNumber', value: POISONED_NUMBER };
      const word = { objectName: 'note', field: 'bodyV2', value: POISONED_WORD };
      await twenty.fault({ kind: 'poisoned', match: number });
      await twenty.fault({ kind: 'poisoned', match: word, isNamed: false });
      await enoughCalls();
    },
  },
  {
    ...usual,
    name: 'any order, twice',
    title:
      'reports that come twice and in any order, with a correction, leave one call as it was last reported',
    plan: corrected,
    isShuffled: true,
    harm: ({ enoughCalls }) => enoughCalls(),
  },
  {
    ...usual,
    name: 'clock jumps',
    title: 'a clock that jumps by hours keeps no call from arriving',
    harm: async ({ crew, store, spread }) => {
      // The embedded store lives by the worker's clock: what waits when it is put back waits for that much longer.
      const jumpsMs =
        store === 'Postgres' ? [1, -2, 6, -5].map((hours) => hours * HOUR_MS) : [HOUR_MS, -10_000, HOUR_MS];
      await spread(jumpsMs.length, (nth) => crew.shiftClock(jumpsMs[nth] ?? 0));
    },
  },
  {
    ...usual,
    name: 'two workers, kills',
    title: 'two workers on one database, one of them killed now and then, lose no call and double none',
    stores: SERVER,
    workers: 2,
    tweaks: { budget: NO_BUDGET, ...lease },
    harm: killNowAndThen,
  },
  {
    ...usual,
    name: 'three workers, kills',
    title: 'three workers on one database, one of them killed now and then, lose no call and double none',
    stores: SERVER,
    workers: 3,
    tweaks: { budget: NO_BUDGET, ...lease },
    harm: killNowAndThen,
  },
  {
    ...usual,
    name: 'rolling restart',
    title: 'a rolling restart of three workers delays no call for longer than a lease',
    stores: SERVER,
    workers: 3,
    longestWaitSeconds: 60,
    harm: ({ crew, spread }) => spread(3, (nth) => crew.restart(nth, 'SIGTERM')),
  },
  {
    ...usual,
    name: 'database restarts',
    title: 'a Postgres server that stops or dies under load, and comes back, loses no call and doubles none',
    stores: SERVER,
    workers: 2,
    restartsDatabase: true,
    tweaks: { budget: NO_BUDGET, ...lease },
    harm: ({ spread, restartDatabase }) =>
      spread(3, (nth) => restartDatabase((['fast', 'immediate', 'crash'] as const)[nth] ?? 'fast')),
  },
];
