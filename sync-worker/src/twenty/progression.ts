import { z } from 'zod';
import { RepProgressionOfDocument } from '../../../graphql/generated/core/graphql.ts';
import type { TwentyClient } from './client.ts';
import type { TwentyProgression } from './port.ts';

/** Progression as Twenty has it, read with the person's own token. */
export const createTwentyProgression = ({
  client,
}: {
  client: Pick<TwentyClient, 'ask'>;
}): TwentyProgression => ({
  of: async (token, memberId) => {
    const { repProgressions } = await client.ask({
      endpoint: 'graphql',
      document: RepProgressionOfDocument,
      variables: { memberId },
      schema: Answer,
      token,
    });
    const row = repProgressions?.edges[0]?.node;
    if (row === undefined) return null;
    return {
      totalXp: whole(row.totalXp),
      totalCalls: whole(row.totalCalls),
      totalTalkSeconds: whole(row.totalTalkSeconds),
      lastCallAt: row.lastCallAt === null ? null : new Date(row.lastCallAt).toISOString(),
      streakDays: Math.max(0, whole(row.streakDays)),
      streakThrough: row.streakThrough?.slice(0, 10) ?? null,
    };
  },
});

/** An admin may make the field one with decimals. */
const whole = (value: number | null): number => Math.round(value ?? 0);

const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'a time');
const Answer = z.object({
  repProgressions: z
    .object({
      edges: z.array(
        z.object({
          node: z.object({
            totalXp: z.number().nullable(),
            totalCalls: z.number().nullable(),
            totalTalkSeconds: z.number().nullable(),
            lastCallAt: moment.nullable(),
            streakDays: z.number().nullable(),
            streakThrough: moment.nullable(),
          }),
        }),
      ),
    })
    .nullable(),
});
