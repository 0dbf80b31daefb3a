import type { BackgroundLoop } from '../background-loop.ts';
import { backoffMs } from '../outbox/backoff.ts';
import { MirrorHoldLost } from '../store/errors.ts';
import type { MirroredObject } from '../store/mirror-port.ts';
import { TwentyError } from '../twenty/errors.ts';
import type { MirrorDeps } from './deps.ts';
import { createFollower, createKeeper, type Keeper } from './keeper.ts';
import { company, doNotCallEntry, person } from './mirrored-objects.ts';
import { createMirrorPurse } from './purse.ts';
import type { MirrorEvent } from './step.ts';

export interface Mirror extends BackgroundLoop {
  /** Does what is due of one object; answers the milliseconds until something else is. Never rejects. */
  next(): Promise<number>;
  /** Waits for the step in hand and gives the objects free for another worker. */
  stop(): Promise<void>;
  /** Takes in what a webhook tells; false: nothing that the mirror holds. @throws StoreUnavailableError */
  hear(objectName: string, event: MirrorEvent): Promise<boolean>;
  /** What stands in the way of an object at the moment, in words. */
  faults(): ReadonlyMap<MirroredObject, string>;
}

interface Trouble {
  readonly inARow: number;
  readonly untilMs: number;
  readonly message: string;
}

interface Wait {
  readonly fromMs: number;
  readonly forMs: number;
}

/** A clock that was put back ends a wait: it would last until the clock has caught up. */
const leftMs = (wait: Wait | undefined, nowMs: number): number =>
  wait === undefined || nowMs < wait.fromMs ? 0 : Math.max(0, wait.fromMs + wait.forMs - nowMs);

/** The worker's mirror of one workspace: filled once, then kept up by webhooks, by polls, and by a sweep over all ids. */
export const createMirror = (deps: MirrorDeps): Mirror => {
  const { store, workspaceId, settings, clock, log, holder } = deps;
  const stopping = new AbortController();
  const purse = createMirrorPurse(deps, stopping.signal);
  // What is small and urgent comes first: a number that nobody may call must be known before anybody is.
  const keepers: readonly Keeper[] = [
    createFollower(deps, purse, company(deps)),
    createKeeper(deps, purse, doNotCallEntry(deps)),
    createKeeper(deps, purse, person(deps)),
  ];
  const troubles = new Map<MirroredObject, Trouble>();
  const waits = new Map<MirroredObject, Wait>();
  let running: Promise<void> = Promise.resolve();

  const troubled = async (name: MirroredObject, error: unknown): Promise<number> => {
    if (error instanceof MirrorHoldLost) return settings.lookMs;
    const message = error instanceof Error ? error.message : String(error);
    const before = troubles.get(name);
    const inARow = (before?.inARow ?? 0) + 1;
    const isRefused = error instanceof TwentyError && error.kind === 'not-allowed';
    const waitMs = isRefused ? settings.probeMs : backoffMs(inARow, deps.random, settings.backoff);
    troubles.set(name, { inARow, untilMs: clock.nowMs() + waitMs, message });
    const line = { event: 'mirror-failed', object: name, reason: message, retryInMs: waitMs };
    if (!(error instanceof TwentyError)) log.error({ ...line, err: error }, 'a step of the mirror failed');
    else if (before?.message !== message) log.warn(line, 'the mirror cannot be kept up');
    if (error instanceof TwentyError && error.kind === 'throttled') {
      await purse
        .drain()
        .catch((cause: unknown) => log.warn({ err: cause }, 'the budget could not be drained'));
    }
    return waitMs;
  };

  /** Milliseconds until the object can be gone on with; 0: something was done, and there may be more. */
  const stepOf = async (keeper: Keeper): Promise<number> => {
    const { name } = keeper;
    try {
      const progress = await store.transaction(workspaceId, (tx) =>
        tx.mirror.hold(name, holder, settings.holdMs),
      );
      if (progress === null) return settings.lookMs;
      const { what, inMs } = keeper.due(progress);
      if (inMs > 0) return Math.min(inMs, settings.lookMs);
      const { waitMs } = await keeper.step(what, progress);
      if (troubles.delete(name))
        log.info({ event: 'mirror-goes-on', object: name }, 'the mirror is kept up again');
      return waitMs;
    } catch (error) {
      return troubled(name, error);
    }
  };

  const next = async (): Promise<number> => {
    for (const keeper of keepers) {
      if (stopping.signal.aborted) break;
      if (leftMs(waits.get(keeper.name), clock.nowMs()) > 0) continue;
      const waitMs = await stepOf(keeper);
      // Looked at from the first one on again: a poll of another object may be due between two pages.
      if (waitMs === 0) return 0;
      waits.set(keeper.name, { fromMs: clock.nowMs(), forMs: waitMs });
    }
    return Math.max(1, Math.min(...keepers.map(({ name }) => leftMs(waits.get(name), clock.nowMs()))));
  };

  const loop = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      const waitMs = await next();
      if (waitMs > 0) await clock.wait(waitMs, signal);
    }
    await store
      .transaction(workspaceId, (tx) => tx.mirror.release(holder))
      .catch((error: unknown) => log.warn({ err: error }, 'the mirror was not given free'));
  };

  return {
    next,
    run: (signal) => {
      running = loop(AbortSignal.any([signal, stopping.signal]));
      return running;
    },
    stop: async () => {
      stopping.abort();
      const giveUp = new AbortController();
      await Promise.race([running, clock.wait(settings.stopMs, giveUp.signal)]);
      giveUp.abort();
    },
    hear: async (objectName, event) => {
      const keeper = keepers.find(({ name }) => name === objectName);
      return keeper === undefined ? false : keeper.hear(event);
    },
    faults: () => new Map([...troubles].map(([name, { message }]) => [name, message])),
  };
};
