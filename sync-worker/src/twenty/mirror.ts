import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { CountryCode } from 'libphonenumber-js';
import { z } from 'zod';
import * as Core from '../../../graphql/generated/core/graphql.ts';
import type { MirrorMark } from '../store/mirror-port.ts';
import type { WorkerCredentials } from './app-token.ts';
import { createAsWorker } from './as-worker.ts';
import type { TwentyClient } from './client.ts';
import {
  allRows,
  atPlace,
  behindId,
  byId,
  type MirrorFilter,
  type MirrorOrder,
  withIds,
} from './mirror-filter.ts';
import type { MirrorPage, MirrorSource, TwentyMirror } from './mirror-port.ts';
import { toCompany, toDoNotCallEntry, toMark, toPerson } from './mirror-rows.ts';

interface MirrorDeps {
  readonly client: Pick<TwentyClient, 'ask'>;
  readonly credentials: WorkerCredentials;
  /** Country of numbers that are kept in Twenty without any country. */
  readonly defaultCountry: CountryCode;
}

/** What the mirror is made of, read from Twenty with the worker's own token. */
export const createTwentyMirror = ({ client, credentials, defaultCountry }: MirrorDeps): TwentyMirror => {
  const asWorker = createAsWorker(credentials);
  const ask: Ask = async (document, variables) =>
    connectionOf(
      await asWorker((token) =>
        client.ask({ endpoint: 'graphql', document, variables, schema: Answer, token }),
      ),
    );
  return {
    person: createSource(ask, {
      page: Core.MirrorPeopleDocument,
      marks: Core.MirrorPeopleMarksDocument,
      extent: Core.MirrorPeopleExtentDocument,
      toRow: (record) => toPerson(record, defaultCountry),
    }),
    doNotCallEntry: createSource(ask, {
      page: Core.MirrorDoNotCallEntriesDocument,
      marks: Core.MirrorDoNotCallEntriesMarksDocument,
      extent: Core.MirrorDoNotCallEntriesExtentDocument,
      toRow: (record) => toDoNotCallEntry(record, defaultCountry),
    }),
    company: createSource(ask, {
      page: Core.MirrorCompaniesDocument,
      marks: Core.MirrorCompaniesDocument,
      extent: Core.MirrorCompaniesExtentDocument,
      toRow: toCompany,
    }),
  };
};

interface PageVariables {
  filter: MirrorFilter;
  orderBy: MirrorOrder[];
  first: number;
}
interface Questions<TRow> {
  readonly page: TypedDocumentNode<Answer, PageVariables>;
  readonly marks: TypedDocumentNode<Answer, PageVariables>;
  readonly extent: TypedDocumentNode<Answer, { filter: MirrorFilter }>;
  /** Null: a row that we cannot hold, and leave out. */
  readonly toRow: (record: unknown) => TRow | null;
}
type Ask = <TVariables extends object>(
  document: TypedDocumentNode<Answer, TVariables>,
  variables: TVariables,
) => Promise<Connection>;

const createSource = <TRow extends MirrorMark>(ask: Ask, questions: Questions<TRow>): MirrorSource<TRow> => {
  const { page, marks, extent, toRow } = questions;
  const read = async <TItem>(
    document: TypedDocumentNode<Answer, PageVariables>,
    variables: PageVariables,
    toItem: (record: unknown) => TItem | null,
  ): Promise<MirrorPage<TItem>> => {
    const { edges = [] } = await ask(document, variables);
    return {
      items: edges.flatMap(({ node }) => toItem(node) ?? []),
      last: toMark(edges.at(-1)?.node),
      isLast: edges.length < variables.first,
    };
  };
  return {
    extent: async () => {
      const { totalCount, maxUpdatedAt } = await ask(extent, { filter: allRows() });
      return { total: totalCount ?? 0, newest: maxUpdatedAt ? new Date(maxUpdatedAt).toISOString() : null };
    },
    page: ({ after, first }) => read(page, { filter: behindId(after), orderBy: byId(), first }, toRow),
    marks: ({ after, first }) => read(marks, { filter: behindId(after), orderBy: byId(), first }, toMark),
    byIds: async (ids) =>
      (await read(page, { filter: withIds(ids), orderBy: byId(), first: ids.length }, toRow)).items,
    changed: ({ from, first }) => read(page, { ...atPlace(from), first }, toRow),
    fromRecord: toRow,
  };
};

const Connection = z.object({
  totalCount: z.int().nullish(),
  maxUpdatedAt: z.string().nullish(),
  edges: z.array(z.object({ node: z.unknown() })).optional(),
});
type Connection = z.infer<typeof Connection>;

/** One root field; null where the worker may see nothing of it. */
const Answer = z.record(z.string(), Connection.nullable());
type Answer = z.infer<typeof Answer>;

const connectionOf = (answer: Answer): Connection => Object.values(answer)[0] ?? {};
