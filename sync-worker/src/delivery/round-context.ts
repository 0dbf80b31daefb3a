import { TwentyError } from '../twenty/errors.ts';
import type { DeliveryDeps } from './deps.ts';
import type { HeldLeases } from './held-leases.ts';
import type { Purse } from './purse.ts';

/** What the parts of one round share. */
export interface RoundContext {
  readonly deps: DeliveryDeps;
  readonly held: HeldLeases;
  readonly purse: Purse;
  /** Aborts when the worker is to stop: the document in flight is finished, no other is begun. */
  readonly stopping: AbortSignal;
  /** Why the workspace itself cannot take our rows at the moment, null when it can. It is asked once in a round. */
  readonly faultOfSchema: () => Promise<Halt | null>;
}

/** Why a round goes no further. What it still holds is given back. */
export interface Halt {
  readonly kind: 'cannot-reach' | 'throttled' | 'not-allowed' | 'stopping';
  readonly reason: string;
}

export const STOPPING: Halt = { kind: 'stopping', reason: 'The worker stops.' };

/** Waits for tokens and takes them, keeping the leases meanwhile. False when the worker stops first. */
export const spend = async (
  { deps, held, purse, stopping }: RoundContext,
  tokens: number,
): Promise<boolean> => {
  while (!stopping.aborted) {
    const waitMs = await purse.take(tokens);
    if (waitMs === 0) return true;
    await deps.clock.wait(Math.min(waitMs, deps.settings.leaseMs / 4), stopping);
    await held.keep();
  }
  return false;
};

/** The halt that an error of Twenty's amounts to; null when it concerns only what was asked. Other errors are thrown on. */
export const haltOf = async (
  error: unknown,
  { purse }: Pick<RoundContext, 'purse'>,
): Promise<Halt | null> => {
  if (!(error instanceof TwentyError)) throw error;
  const reason = error.message;
  switch (error.kind) {
    case 'unreachable':
      return { kind: 'cannot-reach', reason };
    case 'not-allowed':
      return { kind: 'not-allowed', reason };
    case 'throttled':
      await purse.drain();
      return { kind: 'throttled', reason };
    case 'refused':
      return null;
  }
};
