import { MemberId } from '@twenty-dialer/contract';
import type { z } from 'zod';
import {
  ListNotesOfPhoneCallDocument,
  ListPhoneCallsDocument,
  ListPhoneCallsWithTotalDocument,
  ListWorkspaceMembersDocument,
} from '../../../graphql/generated/core/graphql.ts';
import { CallsAnswer, CallsWithTotalAnswer, MembersAnswer, NotesAnswer } from './calls-answers.ts';
import { callsFilter, withoutOption } from './calls-filter.ts';
import { fullName, toListedCall, toTwentyCall } from './calls-rows.ts';
import type { TwentyClient } from './client.ts';
import { TwentyError } from './errors.ts';
import type { TwentyCalls, TwentyNote } from './port.ts';

type ListQuery = Parameters<TwentyCalls['list']>[1];

const MOST_MEMBERS = 1_000;

/** Calls and members of Twenty, read with the person's own token. */
export const createTwentyCalls = ({ client }: { client: Pick<TwentyClient, 'ask'> }): TwentyCalls => {
  const list = async (token: string, query: ListQuery): ReturnType<TwentyCalls['list']> => {
    const question = {
      endpoint: 'graphql' as const,
      variables: {
        filter: callsFilter(query.filter, query.after),
        first: query.limit,
        // Twenty goes on by id, the lowest first.
        orderBy: [{ startedAt: 'DescNullsLast' as const }, { callId: 'DescNullsLast' as const }],
      },
      token,
    };
    const { phoneCalls } = query.withTotal
      ? await client.ask({
          ...question,
          document: ListPhoneCallsWithTotalDocument,
          schema: CallsWithTotalAnswer,
        })
      : withoutTotal(
          await client.ask({ ...question, document: ListPhoneCallsDocument, schema: CallsAnswer }),
        );
    return {
      calls: (phoneCalls?.edges ?? []).map(({ node }) => toListedCall(node)),
      total: phoneCalls?.totalCount ?? null,
    };
  };

  /** An outcome that this Twenty does not know is no call's: the others of the filter still count. */
  const listKnown = async (token: string, query: ListQuery): ReturnType<TwentyCalls['list']> => {
    try {
      return await list(token, query);
    } catch (error) {
      const option = error instanceof TwentyError ? UNKNOWN_OPTION.exec(error.message)?.[1] : undefined;
      if (option === undefined) throw error;
      const filter = withoutOption(query.filter, option);
      return filter === null
        ? { calls: [], total: query.withTotal ? 0 : null }
        : listKnown(token, { ...query, filter });
    }
  };

  const notesOf = async (token: string, phoneCallId: string): Promise<TwentyNote[]> => {
    const { noteTargets } = await client.ask({
      endpoint: 'graphql',
      document: ListNotesOfPhoneCallDocument,
      variables: { phoneCallId },
      schema: NotesAnswer,
      token,
    });
    const notes = (noteTargets?.edges ?? []).flatMap(({ node }) =>
      node.note === null || node.note.deletedAt !== null ? [] : [node.note],
    );
    // The same note may be linked twice.
    const byId = new Map(notes.map((note) => [note.id, note]));
    return [...byId.values()].map(({ id, createdAt, bodyV2 }) => ({
      recordId: id,
      markdown: bodyV2?.markdown ?? '',
      createdAt: new Date(createdAt).toISOString(),
    }));
  };

  return {
    list: listKnown,
    one: async (token, callId) => {
      const { phoneCalls } = await client.ask({
        endpoint: 'graphql',
        document: ListPhoneCallsDocument,
        variables: { filter: { callId: { eq: callId } }, first: 1, orderBy: [] },
        schema: CallsAnswer,
        token,
      });
      const node = phoneCalls?.edges[0]?.node;
      return node === undefined ? null : { call: toTwentyCall(node), notes: await notesOf(token, node.id) };
    },
    members: async (token) => {
      const { workspaceMembers } = await client.ask({
        endpoint: 'graphql',
        document: ListWorkspaceMembersDocument,
        variables: {
          first: MOST_MEMBERS,
          orderBy: [{ name: { firstName: 'AscNullsLast' } }, { name: { lastName: 'AscNullsLast' } }],
        },
        schema: MembersAnswer,
        token,
      });
      return (workspaceMembers?.edges ?? []).flatMap(({ node }) => {
        const id = MemberId.safeParse(node.id);
        const name = fullName(node.name) || node.userEmail || 'Member without a name';
        return id.success ? [{ id: id.data, name }] : [];
      });
    },
  };
};

const withoutTotal = ({ phoneCalls }: z.infer<typeof CallsAnswer>) => ({
  phoneCalls: phoneCalls && { ...phoneCalls, totalCount: null },
});

/** The database's own words about a value that its enum does not have (seen on 2.31). */
const UNKNOWN_OPTION = /^invalid input value for enum [^:]*: "(.*)"$/;
