import { z } from 'zod';
import * as Core from '../../../graphql/generated/core/graphql.ts';
import type { LedgerTotals } from '../outbox/compare-figures.ts';
import type { JsonObject } from '../outbox/entry.ts';
import type { FoundRow } from '../outbox/reconciled.ts';
import type { WorkerCredentials } from './app-token.ts';
import { createAsWorker } from './as-worker.ts';
import type { TwentyClient } from './client.ts';
import type { TwentyReconciliation } from './port.ts';
import {
  id,
  ofEveryRow,
  PhoneCallRow,
  ReadNotesAnswer,
  ReadNoteTargetsAnswer,
  rows,
  text,
} from './records-answers.ts';

/** What is compared with what is held here, read with the worker's own token. */
export const createTwentyReconciliation = ({
  client,
  credentials,
}: {
  client: Pick<TwentyClient, 'ask'>;
  credentials: WorkerCredentials;
}): TwentyReconciliation => {
  const asWorker = createAsWorker(credentials);
  const phoneCalls = (filter: Core.PhoneCallFilterInput, first: number) =>
    asWorker(async (token) => {
      const answer = await client.ask({
        endpoint: 'graphql',
        document: Core.ReconcilePhoneCallsDocument,
        variables: { filter, orderBy: [{ id: 'AscNullsFirst' as const }], first },
        schema: PhoneCallsAnswer,
        token,
      });
      return foundRows(answer.phoneCalls);
    });
  return {
    calls: ({ ids, callIds }) =>
      phoneCalls(
        {
          ...withDeleted(),
          // Twenty refuses an empty list.
          and: [
            {
              or: [
                ...(ids.length === 0 ? [] : [{ id: { in: [...ids] } }]),
                ...(callIds.length === 0 ? [] : [{ callId: { in: [...callIds] } }]),
              ],
            },
          ],
        },
        // Rows that bear a call id may be more than the calls.
        2 * (ids.length + callIds.length),
      ),
    callsBetween: async ({ from, to, after, first }) => {
      const window = [{ startedAt: { gte: from } }, { startedAt: { lt: to } }];
      const found = await phoneCalls(
        { and: window, ...(after === null ? {} : { id: { gt: after } }) },
        first,
      );
      return { rows: found, last: found.at(-1)?.id ?? null, isLast: found.length < first };
    },
    notes: (ids) =>
      asWorker(async (token) => {
        const document = Core.ReadNotesDocument;
        const question = { endpoint: 'graphql' as const, document, variables: { ids: [...ids] }, token };
        return foundRows((await client.ask({ ...question, schema: ReadNotesAnswer })).notes);
      }),
    noteTargets: (ids) =>
      asWorker(async (token) => {
        const document = Core.ReadNoteTargetsDocument;
        const question = { endpoint: 'graphql' as const, document, variables: { ids: [...ids] }, token };
        return foundRows((await client.ask({ ...question, schema: ReadNoteTargetsAnswer })).noteTargets);
      }),
    days: (ids) =>
      asWorker(async (token) => {
        const document = Core.ReconcileDaysDocument;
        const question = { endpoint: 'graphql' as const, document, variables: { ids: [...ids] }, token };
        return foundRows((await client.ask({ ...question, schema: DaysAnswer })).dailyCallStatsEntries);
      }),
    totals: (memberIds) =>
      asWorker(async (token) => {
        const { repProgressions } = await client.ask({
          endpoint: 'graphql',
          document: Core.ReconcileProgressionsDocument,
          variables: { memberIds: [...memberIds] },
          schema: ProgressionsAnswer,
          token,
        });
        return new Map(
          (repProgressions?.edges ?? []).map(({ node }) => [node.workspaceMemberId ?? '', totalsOf(node)]),
        );
      }),
  };
};

/** Twenty hides deleted rows unless the filter names `deletedAt`. */
const withDeleted = (): Core.PhoneCallFilterInput => ({
  or: [{ deletedAt: { is: 'NULL' } }, { deletedAt: { is: 'NOT_NULL' } }],
});

type Node = JsonObject & {
  readonly id: string;
  readonly updatedAt: string;
  readonly deletedAt: string | null;
};

const foundRows = (connection: { edges: readonly { node: Node }[] } | null): FoundRow[] =>
  (connection?.edges ?? []).map(({ node: { id: rowId, deletedAt, updatedAt, ...fields } }) => ({
    id: rowId,
    fields,
    isDeleted: deletedAt !== null,
    updatedAt: new Date(updatedAt).toISOString(),
  }));

const count = z.number().nullable();

const PhoneCallsAnswer = z.object({
  phoneCalls: rows(PhoneCallRow),
}) satisfies z.ZodType<Core.ReconcilePhoneCallsQuery>;

const DaysAnswer = z.object({
  dailyCallStatsEntries: rows(
    z.object({
      ...ofEveryRow,
      calls: count,
      dials: count,
      answered: count,
      connected: count,
      talkMinutes: count,
    }),
  ),
}) satisfies z.ZodType<Core.ReconcileDaysQuery>;

const ProgressionsAnswer = z.object({
  repProgressions: rows(
    z.object({ id, workspaceMemberId: text, totalXp: count, totalCalls: count, totalTalkSeconds: count }),
  ),
}) satisfies z.ZodType<Core.ReconcileProgressionsQuery>;

const totalsOf = (node: {
  readonly totalXp: number | null;
  readonly totalCalls: number | null;
  readonly totalTalkSeconds: number | null;
}): LedgerTotals => ({
  xp: Math.round(node.totalXp ?? 0),
  calls: Math.round(node.totalCalls ?? 0),
  talkSeconds: Math.round(node.totalTalkSeconds ?? 0),
});
