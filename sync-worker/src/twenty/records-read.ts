import {
  ExistingPeopleDocument,
  ExistingWorkspaceMembersDocument,
  ReadNotesDocument,
  ReadNoteTargetsDocument,
  ReadPeopleDocument,
  ReadPhoneCallsDocument,
} from '../../../graphql/generated/core/graphql.ts';
import type { JsonObject, ReadName } from '../outbox/entry.ts';
import type { TwentyClient } from './client.ts';
import type { TwentyRow } from './port.ts';
import {
  ExistingPeopleAnswer,
  ExistingWorkspaceMembersAnswer,
  ReadNotesAnswer,
  ReadNoteTargetsAnswer,
  ReadPeopleAnswer,
  ReadPhoneCallsAnswer,
} from './records-answers.ts';

interface Question {
  readonly client: TwentyClient;
  readonly token: string;
  /** At least one: Twenty refuses an empty list. */
  readonly ids: readonly string[];
}

/** Rows of one object by id, deleted ones included. */
export const readRows = async (objectName: ReadName, question: Question): Promise<TwentyRow[]> =>
  (await READS[objectName](question)).map(({ id, deletedAt, updatedAt: _at, ...fields }) => ({
    id,
    fields,
    isDeleted: deletedAt !== null,
  }));

/** Which of the ids are people or members that are not deleted. */
export const readExisting = (
  objectName: 'person' | 'workspaceMember',
  question: Question,
): Promise<readonly string[]> => EXISTING[objectName](question);

type Node = JsonObject & { readonly id: string; readonly deletedAt: string | null };

const about = ({ client, token, ids }: Question) => ({
  client,
  rest: { endpoint: 'graphql' as const, token, variables: { ids: [...ids] } },
});

const READS: Readonly<Record<ReadName, (question: Question) => Promise<readonly Node[]>>> = {
  phoneCall: async (question) => {
    const { client, rest } = about(question);
    const answer = await client.ask({
      ...rest,
      document: ReadPhoneCallsDocument,
      schema: ReadPhoneCallsAnswer,
    });
    return nodesOf(answer.phoneCalls);
  },
  note: async (question) => {
    const { client, rest } = about(question);
    const answer = await client.ask({ ...rest, document: ReadNotesDocument, schema: ReadNotesAnswer });
    return nodesOf(answer.notes);
  },
  noteTarget: async (question) => {
    const { client, rest } = about(question);
    const answer = await client.ask({
      ...rest,
      document: ReadNoteTargetsDocument,
      schema: ReadNoteTargetsAnswer,
    });
    return nodesOf(answer.noteTargets);
  },
  person: async (question) => {
    const { client, rest } = about(question);
    const answer = await client.ask({ ...rest, document: ReadPeopleDocument, schema: ReadPeopleAnswer });
    return nodesOf(answer.people);
  },
};

const EXISTING = {
  person: async (question: Question) => {
    const { client, rest } = about(question);
    const answer = await client.ask({
      ...rest,
      document: ExistingPeopleDocument,
      schema: ExistingPeopleAnswer,
    });
    return nodesOf(answer.people).map(({ id }) => id);
  },
  workspaceMember: async (question: Question) => {
    const { client, rest } = about(question);
    const answer = await client.ask({
      ...rest,
      document: ExistingWorkspaceMembersDocument,
      schema: ExistingWorkspaceMembersAnswer,
    });
    return nodesOf(answer.workspaceMembers).map(({ id }) => id);
  },
};

const nodesOf = <TNode>(connection: { edges: readonly { node: TNode }[] } | null | undefined): TNode[] =>
  connection?.edges.map(({ node }) => node) ?? [];
