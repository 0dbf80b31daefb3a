import type { DeliveryDeps } from './deps.ts';
import type { Purse } from './purse.ts';
import { type Halt, haltOf } from './round-context.ts';

/** Null when Twenty is there and holds all that the worker writes to; else why nothing can be delivered. */
export const checkReadiness = async ({ twenty }: DeliveryDeps, purse: Purse): Promise<Halt | null> => {
  try {
    const missing = await twenty.missingFromSchema();
    return missing.length === 0 ? null : { kind: 'not-allowed', reason: lacks(missing) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'Twenty could not be asked.';
    const halt = await haltOf(error, { purse });
    // The sign-in and proxies count by rules of their own, so the purse cannot tell how long to wait: this backs off.
    return halt?.kind === 'not-allowed' ? halt : { kind: 'cannot-reach', reason };
  }
};

const NAMED = 3;

const lacks = (missing: readonly string[]): string => {
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : '';
  return `The workspace lacks ${missing.slice(0, NAMED).join(', ')}${more}: run npm run connect. Calls are kept here, and delivery goes on by itself afterwards.`;
};
