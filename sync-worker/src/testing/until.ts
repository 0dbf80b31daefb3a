import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until the answer is one, and returns it. For what happens in another process.
 * @throws Error naming what was waited for and the last thing seen, after `timeoutMs`.
 */
export const until = async <Answer>(
  what: string,
  ask: () => Promise<Answer | undefined>,
  { timeoutMs = 60_000, everyMs = 100 }: { timeoutMs?: number; everyMs?: number } = {},
): Promise<Answer> => {
  const giveUpAt = Date.now() + timeoutMs;
  let trouble: unknown;
  while (Date.now() < giveUpAt) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      trouble = error;
    }
    await pause(everyMs);
  }
  throw new Error(`Waited ${timeoutMs} ms in vain: ${what}`, { cause: trouble });
};
