import { z } from 'zod';
import {
  LookAtCallSessionDocument,
  type LookAtCallSessionQuery,
  LookAtDailyCallStatsDocument,
  type LookAtDailyCallStatsQuery,
  LookAtDoNotCallEntryDocument,
  type LookAtDoNotCallEntryQuery,
  LookAtRepProgressionDocument,
  type LookAtRepProgressionQuery,
  LookAtSyncLogEntryDocument,
  type LookAtSyncLogEntryQuery,
} from '../../../graphql/generated/core/graphql.ts';
import { isReadName, type JsonObject, type WholeName } from '../outbox/entry.ts';
import type { TwentyClient } from './client.ts';
import type { TwentyLook, TwentyRow } from './port.ts';
import { id, rows, select, text } from './records-answers.ts';
import { readRows } from './records-read.ts';

/** One record as Twenty shows it to a person, read with their own token. */
export const createTwentyLook = ({ client }: { client: TwentyClient }): TwentyLook => ({
  at: async (token, objectName, recordId) => {
    if (isReadName(objectName)) {
      const [row] = await readRows(objectName, { client, token, ids: [recordId] });
      return row ?? null;
    }
    return LOOKS[objectName]({ client, token, recordId });
  },
});

interface Question {
  readonly client: TwentyClient;
  readonly token: string;
  readonly recordId: string;
}

const about = ({ client, token, recordId }: Question) => ({
  client,
  rest: { endpoint: 'graphql' as const, token, variables: { id: recordId } },
});

const LOOKS: Readonly<Record<WholeName, (question: Question) => Promise<TwentyRow | null>>> = {
  repProgression: async (question) => {
    const { client, rest } = about(question);
    const answer = await client.ask({
      ...rest,
      document: LookAtRepProgressionDocument,
      schema: Progressions,
    });
    return only(answer.repProgressions);
  },
  callSession: async (question) => {
    const { client, rest } = about(question);
    const answer = await client.ask({ ...rest, document: LookAtCallSessionDocument, schema: Sittings });
    return only(answer.callSessions);
  },
  dailyCallStats: async (question) => {
    const { client, rest } = about(question);
    const answer = await client.ask({ ...rest, document: LookAtDailyCallStatsDocument, schema: Days });
    return only(answer.dailyCallStatsEntries);
  },
  syncLogEntry: async (question) => {
    const { client, rest } = about(question);
    const answer = await client.ask({ ...rest, document: LookAtSyncLogEntryDocument, schema: Lines });
    return only(answer.syncLogEntries);
  },
  doNotCallEntry: async (question) => {
    const { client, rest } = about(question);
    const answer = await client.ask({ ...rest, document: LookAtDoNotCallEntryDocument, schema: Blocks });
    return only(answer.doNotCallEntries);
  },
};

type Node = JsonObject & { readonly id: string; readonly deletedAt: string | null };

const only = (connection: { edges: readonly { node: Node }[] } | null): TwentyRow | null => {
  const node = connection?.edges[0]?.node;
  if (node === undefined) return null;
  const { id: recordId, deletedAt, ...fields } = node;
  return { id: recordId, fields, isDeleted: deletedAt !== null };
};

const count = z.number().nullable();
const ofEvery = { id, deletedAt: text };

const Progressions = z.object({
  repProgressions: rows(
    z.object({
      ...ofEvery,
      name: text,
      workspaceMemberId: text,
      memberId: text,
      totalXp: count,
      rank: select<never>(),
      totalCalls: count,
      totalTalkSeconds: count,
      lastCallAt: text,
      streakDays: count,
      streakThrough: text,
    }),
  ),
}) satisfies z.ZodType<LookAtRepProgressionQuery>;

const Sittings = z.object({
  callSessions: rows(
    z.object({
      ...ofEvery,
      name: text,
      sessionId: text,
      memberId: text,
      startedAt: text,
      endedAt: text,
      calls: count,
      answered: count,
      connected: count,
      talkSeconds: count,
    }),
  ),
}) satisfies z.ZodType<LookAtCallSessionQuery>;

const Days = z.object({
  dailyCallStatsEntries: rows(
    z.object({
      ...ofEvery,
      name: text,
      dayKey: text,
      memberId: text,
      day: text,
      calls: count,
      dials: count,
      answered: count,
      connected: count,
      connectionRate: count,
      averageDurationSeconds: count,
      talkMinutes: count,
    }),
  ),
}) satisfies z.ZodType<LookAtDailyCallStatsQuery>;

const Lines = z.object({
  syncLogEntries: rows(
    z.object({
      ...ofEvery,
      name: text,
      entryKey: text,
      objectName: text,
      recordId: text,
      action: select<never>(),
      status: select<never>(),
      message: text,
      count,
      at: text,
    }),
  ),
}) satisfies z.ZodType<LookAtSyncLogEntryQuery>;

const Blocks = z.object({
  doNotCallEntries: rows(
    z.object({
      ...ofEvery,
      number: text,
      name: text,
      reason: text,
      source: select<never>(),
      addedAt: text,
      expiresAt: text,
      addedById: text,
      personId: text,
    }),
  ),
}) satisfies z.ZodType<LookAtDoNotCallEntryQuery>;
