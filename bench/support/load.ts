import { setTimeout as pause } from 'node:timers/promises';

/** Sends one call and resolves when it is accepted. @throws when it is not. */
export type SendCall = () => Promise<unknown>;

/**
 * Callers that each send one call after the other until the time is over, or so many calls are sent.
 * @returns accepted calls per second, over the time until the last one was answered
 */
export const callersInARow = async (
  send: SendCall,
  { callers, forMs, calls = Number.POSITIVE_INFINITY }: { callers: number; forMs: number; calls?: number },
): Promise<number> => {
  const startedAtMs = performance.now();
  let sent = 0;
  let accepted = 0;
  const caller = async () => {
    while (performance.now() - startedAtMs < forMs && sent < calls) {
      sent += 1;
      await send();
      accepted += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return (accepted * 1000) / (performance.now() - startedAtMs);
};

/**
 * Calls that come on schedule, whether or not those before are answered: a pause of the other side is felt by all that
 * come in it, as reps would feel it.
 * @returns milliseconds from the moment that each was to be sent to its answer
 */
export const callsOnSchedule = async (
  send: SendCall,
  { perSecond, forMs }: { perSecond: number; forMs: number },
): Promise<number[]> => {
  const startedAtMs = performance.now();
  const calls: Promise<number>[] = [];
  for (let dueMs = 0; dueMs < forMs; dueMs = (calls.length * 1000) / perSecond) {
    const aheadMs = startedAtMs + dueMs - performance.now();
    if (aheadMs > 0) await pause(aheadMs);
    calls.push(send().then(() => performance.now() - startedAtMs - dueMs));
    // A failure is told at the end, together with the others: it must not end the process before.
    calls.at(-1)?.catch(() => undefined);
  }
  return Promise.all(calls);
};
