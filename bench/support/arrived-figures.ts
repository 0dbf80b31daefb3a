import type { CallReport } from '@twenty-dialer/contract';
import { z } from 'zod';
import { until } from '../../sync-worker/src/testing/until.ts';
import { figuresInTwenty } from './waiting-calls.ts';

/**
 * Waits until sittings, days and people in the sandbox add up to the calls.
 * @throws Error when they do not come to that
 */
export const untilCounted = async (sandboxUrl: string, sent: readonly CallReport[]): Promise<void> => {
  for (const [object, ids] of Object.entries(figuresInTwenty(sent))) {
    const ours = new Set(ids);
    await until(
      `rows of ${object} count ${sent.length} calls`,
      async () => {
        const rows = (await rowsOf(sandboxUrl, object)).filter(({ id }) => ours.has(id));
        const counted = rows.reduce((total, { calls, callCount }) => total + (calls ?? callCount ?? 0), 0);
        return counted === sent.length ? (true as const) : undefined;
      },
      { timeoutMs: 300_000, everyMs: 500 },
    );
  }
};

const Row = z.object({ id: z.string(), calls: z.number().nullish(), callCount: z.number().nullish() });

const rowsOf = async (sandboxUrl: string, object: string): Promise<z.infer<typeof Row>[]> => {
  const answer = await fetch(`${sandboxUrl}/sandbox/records/${object}`);
  return z.object({ rows: z.array(Row) }).parse(await answer.json()).rows;
};
