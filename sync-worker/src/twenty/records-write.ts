import { type DocumentNode, Kind, type OperationDefinitionNode, visit } from 'graphql';
import {
  CreateCallSessionsDocument,
  CreateDailyCallStatsEntriesDocument,
  CreateDoNotCallEntriesDocument,
  CreateNotesDocument,
  CreateNoteTargetsDocument,
  CreatePhoneCallsDocument,
  CreateRepProgressionsDocument,
  CreateSyncLogEntriesDocument,
  WritePeopleDocument,
} from '../../../graphql/generated/core/graphql.ts';
import type { Json, ObjectName } from '../outbox/entry.ts';
import type { TwentyRecord, WriteAnswer } from './port.ts';
import {
  CreateCallSessionsAnswer,
  CreateDailyCallStatsEntriesAnswer,
  CreateDoNotCallEntriesAnswer,
  CreateNotesAnswer,
  CreateNoteTargetsAnswer,
  CreatePhoneCallsAnswer,
  CreateRepProgressionsAnswer,
  CreateSyncLogEntriesAnswer,
  WritePeopleAnswer,
} from './records-answers.ts';
import type { GraphqlAnswer } from './transport.ts';

export type Batches = ReadonlyMap<ObjectName, readonly TwentyRecord[]>;

/** Twenty takes no more rows per root field (seen on 2.31: `Maximum number of records to upsert is 200.`). */
export const MAX_ROWS = 200;

/**
 * One document of just the root fields that are needed, with its variables. Each object's operation is typed on its own;
 * here they are joined, and each keeps its own variable.
 */
export const writeRequest = (
  batches: Batches,
): { document: DocumentNode; variables: Record<string, Json> } => {
  const variables: Record<string, Json> = {};
  const operations: OperationDefinitionNode[] = [];
  for (const [objectName, records] of batches) {
    if (records.length > MAX_ROWS)
      throw new RangeError(`${records.length} rows of ${objectName} in one batch.`);
    const variable = `${objectName}Data`;
    operations.push(withVariable(WRITES[objectName].document, variable));
    variables[variable] = records.map(({ id, fields }) => ({ id, ...fields }));
  }
  return { document: joined(operations), variables };
};

/** Pairs what Twenty answered with what was sent: updated rows come first, so by id, else by the unique field. */
export const readWriteAnswer = (batches: Batches, answer: GraphqlAnswer): WriteAnswer => {
  if (answer.kind !== 'answered') return answer;
  const written = new Map<ObjectName, ReadonlyMap<string, string>>();
  for (const [objectName, records] of batches) {
    const { rowsOf, uniqueField } = WRITES[objectName];
    const rows = rowsOf(answer.data);
    if (rows === 'unreadable') {
      return { kind: 'unanswered', reason: `Twenty's answer about ${objectName} cannot be read.` };
    }
    if (rows !== null) written.set(objectName, pair(records, rows, uniqueField));
  }
  return { kind: 'answered', written, refusals: answer.refusals };
};

interface AnsweredRow {
  readonly id: string;
  readonly unique: string | null;
}

interface WriteOf {
  readonly document: DocumentNode;
  readonly uniqueField: string | null;
  /** Null: the root field was refused. */
  readonly rowsOf: (data: unknown) => readonly AnsweredRow[] | null | 'unreadable';
}

const plain = ({ id }: { id: string }): AnsweredRow => ({ id, unique: null });

const WRITES: Readonly<Record<ObjectName, WriteOf>> = {
  phoneCall: {
    document: CreatePhoneCallsDocument,
    uniqueField: 'callId',
    rowsOf: (data) => {
      const parsed = CreatePhoneCallsAnswer.safeParse(rootOf(data, 'createPhoneCalls'));
      if (!parsed.success) return 'unreadable';
      return parsed.data.createPhoneCalls?.map(({ id, callId }) => ({ id, unique: callId })) ?? null;
    },
  },
  note: {
    document: CreateNotesDocument,
    uniqueField: null,
    rowsOf: (data) => {
      const parsed = CreateNotesAnswer.safeParse(rootOf(data, 'createNotes'));
      return parsed.success ? (parsed.data.createNotes?.map(plain) ?? null) : 'unreadable';
    },
  },
  noteTarget: {
    document: CreateNoteTargetsDocument,
    uniqueField: null,
    rowsOf: (data) => {
      const parsed = CreateNoteTargetsAnswer.safeParse(rootOf(data, 'createNoteTargets'));
      return parsed.success ? (parsed.data.createNoteTargets?.map(plain) ?? null) : 'unreadable';
    },
  },
  repProgression: {
    document: CreateRepProgressionsDocument,
    uniqueField: 'workspaceMemberId',
    rowsOf: (data) => {
      const parsed = CreateRepProgressionsAnswer.safeParse(rootOf(data, 'createRepProgressions'));
      if (!parsed.success) return 'unreadable';
      const rows = parsed.data.createRepProgressions;
      return rows?.map(({ id, workspaceMemberId }) => ({ id, unique: workspaceMemberId })) ?? null;
    },
  },
  callSession: {
    document: CreateCallSessionsDocument,
    uniqueField: 'sessionId',
    rowsOf: (data) => {
      const parsed = CreateCallSessionsAnswer.safeParse(rootOf(data, 'createCallSessions'));
      if (!parsed.success) return 'unreadable';
      return parsed.data.createCallSessions?.map(({ id, sessionId }) => ({ id, unique: sessionId })) ?? null;
    },
  },
  dailyCallStats: {
    document: CreateDailyCallStatsEntriesDocument,
    uniqueField: 'dayKey',
    rowsOf: (data) => {
      const parsed = CreateDailyCallStatsEntriesAnswer.safeParse(rootOf(data, 'createDailyCallStatsEntries'));
      if (!parsed.success) return 'unreadable';
      return (
        parsed.data.createDailyCallStatsEntries?.map(({ id, dayKey }) => ({ id, unique: dayKey })) ?? null
      );
    },
  },
  syncLogEntry: {
    document: CreateSyncLogEntriesDocument,
    uniqueField: 'entryKey',
    rowsOf: (data) => {
      const parsed = CreateSyncLogEntriesAnswer.safeParse(rootOf(data, 'createSyncLogEntries'));
      if (!parsed.success) return 'unreadable';
      return parsed.data.createSyncLogEntries?.map(({ id, entryKey }) => ({ id, unique: entryKey })) ?? null;
    },
  },
  doNotCallEntry: {
    document: CreateDoNotCallEntriesDocument,
    uniqueField: 'number',
    rowsOf: (data) => {
      const parsed = CreateDoNotCallEntriesAnswer.safeParse(rootOf(data, 'createDoNotCallEntries'));
      if (!parsed.success) return 'unreadable';
      return parsed.data.createDoNotCallEntries?.map(({ id, number }) => ({ id, unique: number })) ?? null;
    },
  },
  person: {
    document: WritePeopleDocument,
    uniqueField: null,
    rowsOf: (data) => {
      const parsed = WritePeopleAnswer.safeParse(rootOf(data, 'createPeople'));
      return parsed.success ? (parsed.data.createPeople?.map(plain) ?? null) : 'unreadable';
    },
  },
};

/** A refused document may have no data at all, or lack the root field: both are the same as null. */
const rootOf = (data: unknown, root: string): Record<string, unknown> => ({
  [root]:
    typeof data === 'object' && data !== null
      ? (Object.entries(data).find(([key]) => key === root)?.[1] ?? null)
      : null,
});

const pair = (
  records: readonly TwentyRecord[],
  rows: readonly AnsweredRow[],
  uniqueField: string | null,
): ReadonlyMap<string, string> => {
  const ids = new Set(rows.map((row) => row.id));
  const byUnique = new Map(rows.flatMap((row) => (row.unique ? [[row.unique, row.id]] : [])));
  const written = new Map<string, string>();
  for (const { id, fields } of records) {
    const unique = uniqueField === null ? null : fields[uniqueField];
    const answered = ids.has(id) ? id : typeof unique === 'string' ? byUnique.get(unique) : undefined;
    if (answered !== undefined) written.set(id, answered);
  }
  return written;
};

const withVariable = (document: DocumentNode, variable: string): OperationDefinitionNode => {
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new TypeError('The document has no operation.');
  return visit(operation, {
    Variable: (node) => ({ ...node, name: { kind: Kind.NAME, value: variable } }),
  });
};

const joined = (operations: readonly OperationDefinitionNode[]): DocumentNode => {
  const [first] = operations;
  if (first === undefined) throw new RangeError('There is nothing to write.');
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...first,
        name: { kind: Kind.NAME, value: 'WriteRecords' },
        variableDefinitions: operations.flatMap((each) => each.variableDefinitions ?? []),
        selectionSet: {
          kind: Kind.SELECTION_SET,
          selections: operations.flatMap((each) => each.selectionSet.selections),
        },
      },
    ],
  };
};
