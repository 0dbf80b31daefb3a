import type { MirroredObject, MirrorMark, MirrorProgress } from '../store/mirror-port.ts';
import type { MirrorDeps } from './deps.ts';
import { fillNext } from './fill.ts';
import type { FollowedObject, KeptObject } from './mirrored-objects.ts';
import { pollNext } from './poll.ts';
import type { MirrorPurse } from './purse.ts';
import type { MirrorSettings } from './settings.ts';
import type { Due, MirrorEvent, Step, StepContext } from './step.ts';
import { sweepNext } from './sweep.ts';

/** Keeps one object up, step by step. */
export interface Keeper {
  readonly name: MirroredObject;
  /** What is to be done next, and in how many milliseconds; 0: now. */
  due(progress: MirrorProgress): Due;
  /** Does it. @throws TwentyError, StoreUnavailableError, MirrorHoldLost */
  step(what: Due['what'], progress: MirrorProgress): Promise<Step>;
  /** Takes in what a webhook tells; false: not understood, and left to the poll. @throws StoreUnavailableError */
  hear(event: MirrorEvent): Promise<boolean>;
}

/** Keeps an object up of which every row is held. */
export const createKeeper = <TRow extends MirrorMark>(
  deps: MirrorDeps,
  purse: MirrorPurse,
  object: KeptObject<TRow>,
): Keeper => {
  const { settings, clock } = deps;
  const context = contextOf(deps, purse, object.name);
  return {
    ...followed(deps, object),
    due: (progress) => {
      if (progress.fill.finishedAt === null) return { what: 'fill', inMs: 0 };
      const pollInMs = pollDueInMs(progress, settings, clock.nowMs());
      const isSweeping = progress.sweep.throughId !== null;
      const sweepInMs = isSweeping ? 0 : inMs(progress.sweep.finishedAt, settings.sweepMs, clock.nowMs());
      return pollInMs <= sweepInMs ? { what: 'poll', inMs: pollInMs } : { what: 'sweep', inMs: sweepInMs };
    },
    step: (what, progress) => STEPS[what](context, object, progress),
  };
};

/** Follows an object of which no rows are held. */
export const createFollower = <TRow extends MirrorMark>(
  deps: MirrorDeps,
  purse: MirrorPurse,
  object: FollowedObject<TRow>,
): Keeper => {
  const { settings, clock } = deps;
  const context = contextOf(deps, purse, object.name);
  return {
    ...followed(deps, object),
    due: (progress) => ({ what: 'poll', inMs: pollDueInMs(progress, settings, clock.nowMs()) }),
    step: async (_what, progress) => {
      if (progress.poll.finishedAt !== null) return pollNext(context, object, progress);
      const waitMs = await purse.take();
      if (waitMs > 0) return { progress, waitMs };
      const { newest } = await object.source.extent();
      const now = new Date(clock.nowMs()).toISOString();
      const begun = {
        ...progress,
        poll: { ...progress.poll, newest, newestMetAt: now, isNewestSettled: false, finishedAt: now },
      };
      await context.keep(begun, async () => undefined);
      return { progress: begun, waitMs: 0 };
    },
  };
};

const STEPS = { fill: fillNext, poll: pollNext, sweep: sweepNext } as const;

const pollDueInMs = ({ poll }: MirrorProgress, { pollMs }: MirrorSettings, nowMs: number): number =>
  poll.place === null ? inMs(poll.finishedAt, pollMs, nowMs) : 0;

const inMs = (at: string | null, everyMs: number, nowMs: number): number =>
  // Never longer than the interval: a clock that was put back must not keep changes away until it has caught up.
  at === null ? 0 : Math.min(everyMs, Math.max(0, Date.parse(at) + everyMs - nowMs));

const contextOf = (deps: MirrorDeps, purse: MirrorPurse, name: MirroredObject): StepContext => ({
  ...deps,
  purse,
  read: (work) => deps.store.transaction(deps.workspaceId, work),
  keep: (progress, work) =>
    deps.store.transaction(deps.workspaceId, async (tx) => {
      await work(tx);
      await tx.mirror.save(name, { holder: deps.holder, forMs: deps.settings.holdMs, progress });
    }),
});

const followed = <TRow extends MirrorMark>(
  { store, workspaceId }: MirrorDeps,
  object: FollowedObject<TRow>,
): Pick<Keeper, 'name' | 'hear'> => ({
  name: object.name,
  hear: async ({ isDestroyed, at, record }) => {
    const row = object.source.fromRecord(record);
    if (row === null) return false;
    await store.transaction(workspaceId, async (tx) => {
      // Deleted first: whoever must hear that numbers lead to nobody now hears it, and what was never held is remembered
      // as gone, should the news that it was made come later.
      await object.put(tx, [isDestroyed ? { ...row, isDeleted: true } : row]);
      if (isDestroyed) await object.remove(tx, [{ id: row.id, at: [at, row.updatedAt].toSorted()[1] ?? at }]);
      await tx.mirror.heard(object.name);
    });
    return true;
  },
});
