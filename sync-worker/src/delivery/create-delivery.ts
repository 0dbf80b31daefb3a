import { backoffMs } from '../outbox/backoff.ts';
import type { DeliveryPause } from '../store/admin-port.ts';
import { createStatusBoard } from './delivery-status.ts';
import type { DeliveryDeps } from './deps.ts';
import type { Tally } from './held-leases.ts';
import { createPurse } from './purse.ts';
import { checkReadiness } from './readiness.ts';
import { deliverRound } from './round.ts';
import type { Halt } from './round-context.ts';
import { createWakeUp } from './wake-up.ts';

export interface DeliveryRound {
  /**
   * `worked`: something was leased; `idle`: nothing was due; `no-budget`: Twenty's budget is spent for now;
   * `waiting-for-twenty`: it cannot be reached; `paused`: it refuses the worker or lacks its objects; `held`: an admin has
   * stopped it.
   */
  readonly outcome: 'worked' | 'idle' | 'no-budget' | 'waiting-for-twenty' | 'paused' | 'held' | 'stopped';
  /** Milliseconds until another round can do more; null: nothing waits. */
  readonly waitMs: number | null;
  /** In words, for the outcomes that are no success. */
  readonly reason: string;
  readonly tally: Tally;
}

export interface Delivery {
  /** One round: a batch of what is due, settled before it resolves. @throws StoreUnavailableError */
  deliverNext(): Promise<DeliveryRound>;
  /** Delivers whatever becomes due until the signal aborts or `stop` is called. Never rejects. */
  run(signal: AbortSignal): Promise<void>;
  /** Begins no other document, waits for the one in flight (bounded), and gives back all that is leased. */
  stop(): Promise<void>;
}

const NOTHING: Tally = { delivered: 0, retried: 0, dead: 0, released: 0, lost: 0 };

/** Brings what waits in the outbox of one workspace to Twenty, once and in batches. */
export const createDelivery = (deps: DeliveryDeps): Delivery => {
  const { clock, settings, random, store, workspaceId, log } = deps;
  const purse = createPurse(deps);
  const board = createStatusBoard(deps);
  const stopping = new AbortController();
  let isReady = false;
  let failuresInARow = 0;
  /** Rows have failed to arrive: that Twenty answers a question is no proof yet that it takes them again. */
  let needsProof = false;
  let running: Promise<void> = Promise.resolve();

  const halted = async (halt: Halt, tally: Tally): Promise<DeliveryRound> => {
    await board.halted(halt);
    const { reason } = halt;
    switch (halt.kind) {
      case 'stopping':
        return { outcome: 'stopped', waitMs: 0, reason, tally };
      case 'throttled':
        return { outcome: 'no-budget', waitMs: 0, reason, tally };
      case 'not-allowed':
        isReady = false;
        return { outcome: 'paused', waitMs: settings.probeMs, reason, tally };
      case 'cannot-reach':
        isReady = false;
        failuresInARow += 1;
        return {
          outcome: 'waiting-for-twenty',
          waitMs: backoffMs(failuresInARow, random, settings.backoff),
          reason,
          tally,
        };
    }
  };

  const held = async (pause: DeliveryPause): Promise<DeliveryRound> => {
    await board.held(pause);
    return { outcome: 'held', waitMs: null, reason: pause.reason, tally: NOTHING };
  };

  const deliverNext = async (onFull: () => void = () => undefined): Promise<DeliveryRound> => {
    if (!isReady) {
      const pause = await store.transaction(workspaceId, (tx) => tx.delivery.pause());
      if (pause !== null) return held(pause);
      const halt = await checkReadiness(deps, purse);
      if (halt !== null) return halted(halt, NOTHING);
      isReady = true;
    }
    const round = await deliverRound(deps, { purse, stopping: stopping.signal, onFull });
    if (round.kind === 'held') return held(round.pause);
    if (round.kind === 'worked' && round.halt !== null) {
      needsProof = true;
      return halted(round.halt, round.tally);
    }
    if (round.kind === 'no-budget') {
      return { outcome: 'no-budget', waitMs: round.waitMs, reason: 'The budget is spent.', tally: NOTHING };
    }
    if (round.kind === 'worked' || !needsProof) {
      failuresInARow = 0;
      needsProof = false;
      await board.running();
    }
    return round.kind === 'worked'
      ? { outcome: 'worked', waitMs: 0, reason: '', tally: round.tally }
      : { outcome: 'idle', waitMs: round.nextDueInMs, reason: '', tally: NOTHING };
  };

  /** A round that fails for a reason of ours (the store is away, a bug) is tried again; its leases run out by themselves. */
  const deliverOrExplain = async (onFull?: () => void): Promise<DeliveryRound> => {
    try {
      return await deliverNext(onFull);
    } catch (error) {
      failuresInARow += 1;
      log.error({ event: 'delivery-failed', workspaceId, err: error }, 'a delivery round failed');
      const waitMs = backoffMs(failuresInARow, random, settings.backoff);
      return { outcome: 'waiting-for-twenty', waitMs, reason: 'The round failed here.', tally: NOTHING };
    }
  };

  /**
   * With a backlog, a second round leases and sends while Twenty is at work on the first one's document: else the store and
   * Twenty would wait for each other in turn.
   */
  const deliverBacklog = async (): Promise<DeliveryRound> => {
    let second: Promise<DeliveryRound> | null = null;
    const first = await deliverOrExplain(() => {
      second ??= deliverOrExplain();
    });
    return worseOf(first, (await second) ?? first);
  };

  const loop = async (signal: AbortSignal): Promise<void> => {
    const wakeUp = createWakeUp(store, workspaceId);
    try {
      while (!signal.aborted) {
        wakeUp.expect();
        const { outcome, waitMs } = await deliverBacklog();
        const sleepMs = Math.min(waitMs ?? settings.idleCapMs, settings.idleCapMs);
        if (sleepMs === 0) continue;
        // What becomes due changes nothing while Twenty is away, refuses us or has no budget left for us. Who ends a stop
        // tells it as news of the outbox.
        const mayWake = outcome === 'idle' || outcome === 'held' ? wakeUp.heard : NEVER;
        await clock.wait(sleepMs, AbortSignal.any([signal, mayWake()]));
      }
    } finally {
      wakeUp.close();
    }
  };

  return {
    deliverNext: () => deliverNext(),
    run: (signal) => {
      running = loop(AbortSignal.any([signal, stopping.signal]));
      signal.addEventListener('abort', () => stopping.abort(), { once: true });
      return running;
    },
    stop: async () => {
      stopping.abort();
      const giveUp = new AbortController();
      await Promise.race([running, clock.wait(settings.stopMs, giveUp.signal)]);
      giveUp.abort();
    },
  };
};

/** What the loop has to heed of two rounds: whatever stops both, then what still has work. */
const worseOf = (first: DeliveryRound, second: DeliveryRound): DeliveryRound => {
  const order: readonly DeliveryRound['outcome'][] = [
    'stopped',
    'held',
    'paused',
    'waiting-for-twenty',
    'no-budget',
    'worked',
    'idle',
  ];
  return order.indexOf(second.outcome) < order.indexOf(first.outcome) ? second : first;
};

const NEVER = (): AbortSignal => new AbortController().signal;
