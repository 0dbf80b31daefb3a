import type { CallReport } from '@twenty-dialer/contract';
import { z } from 'zod';
import { until } from '../../sync-worker/src/testing/until.ts';
import { figuresInTwenty } from './waiting-calls.ts';

/**
 * Notes what the sandbox had counted before these calls: its invented past counts, too.
 * @returns waits until sittings, days and people in the sandbox have gone up by these calls; throws when they do not
 */
export const watchCounting = async (
  sandboxUrl: string,
  sent: readonly CallReport[],
): Promise<() => Promise<void>> => {
  const objects = Object.entries(figuresInTwenty(sent));
  const before = new Map<string, number>();
  for (const [object, ids] of objects) before.set(object, await countedIn(sandboxUrl, object, ids));
  return async () => {
    for (const [object, ids] of objects) {
      await until(
        `rows of ${object} count ${sent.length} calls more`,
        async () => {
          const counted = (await countedIn(sandboxUrl, object, ids)) - (before.get(object) ?? 0);
          return counted === sent.length ? (true as const) : undefined;
        },
        { timeoutMs: 300_000, everyMs: 500 },
      );
    }
  };
};

const Row = z.object({ id: z.string(), calls: z.number().nullish(), callCount: z.number().nullish() });

const countedIn = async (sandboxUrl: string, object: string, ids: readonly string[]): Promise<number> => {
  const answer = await fetch(`${sandboxUrl}/sandbox/records/${object}`);
  const { rows } = z.object({ rows: z.array(Row) }).parse(await answer.json());
  const ours = new Set(ids);
  return rows
    .filter(({ id }) => ours.has(id))
    .reduce((total, { calls, callCount }) => total + (calls ?? callCount ?? 0), 0);
};
