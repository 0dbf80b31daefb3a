import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type CallReport, Member, PersonId, WorkspaceId } from '@twenty-dialer/contract';
import { at, createClient, nodes, type TwentyClient } from '../../twenty-sandbox/conformance/client.ts';
import { createRecordKeeper, type RecordKeeper } from '../../twenty-sandbox/conformance/record-keeper.ts';
import { TARGETS } from '../../twenty-sandbox/conformance/targets.ts';
import type { Bench, RealTwenty } from '../bench.ts';
import type { Cast } from './calls.ts';
import { figuresInTwenty, recordsInTwenty } from './waiting-calls.ts';
import type { SentDocument } from './watched-twenty.ts';

/** Somebody's Twenty, that is left as it was found. */
export interface EnteredTwenty {
  readonly workspaceId: WorkspaceId;
  /** One of the members, who calls somebody that nobody else knows. */
  readonly cast: Cast;
  /** Remembers calls that are about to be delivered: all that they are made of is destroyed at the end. */
  readonly keep: (reports: readonly CallReport[]) => void;
  /** Remembers lines of the log that the worker has written. */
  readonly keepLog: (documents: readonly SentDocument[]) => void;
  /** @throws Error unless Twenty has each of the calls once, with its note and two links */
  readonly verifyOnce: (reports: readonly CallReport[]) => Promise<void>;
  /** Destroys them now. */
  readonly destroy: (reports: readonly CallReport[]) => Promise<void>;
}

export const enterRealTwenty = async (bench: Bench, { url }: RealTwenty): Promise<EnteredTwenty> => {
  const target = TARGETS.find(({ isReal }) => isReal);
  if (target === undefined) throw new Error('TWENTY_API_URL and TWENTY_API_KEY are not set.');
  const client = await createClient(target, url, wait);
  const keeper = createRecordKeeper(client, { hasTimeline: true, wait });
  bench.onEnd(() => {
    bench.say('destroying what was made, as the budget allows');
    return keeper.clearUp();
  });
  return {
    workspaceId: await workspaceOf(client),
    cast: await castOf(client, keeper),
    keep: (reports) => keepAll(keeper, reports),
    keepLog: (documents) => {
      for (const { written } of documents)
        keeper.keep('syncLogEntry', ...(written.createSyncLogEntries ?? []));
    },
    verifyOnce: (reports) => verifyOnce(client, reports),
    // With the timelines that Twenty has written for them, which nothing could find afterwards.
    destroy: async (reports) => {
      const part = createRecordKeeper(client, { hasTimeline: true, wait });
      keepAll(part, reports);
      await part.clearUp();
    },
  };
};

const workspaceOf = async (client: TwentyClient): Promise<WorkspaceId> => {
  const { data } = await client.send('query { currentWorkspace { id } }', {}, 'api-key', 'metadata');
  return WorkspaceId.parse(at(data, 'currentWorkspace', 'id'));
};

const castOf = async (client: TwentyClient, keeper: RecordKeeper): Promise<Cast> => {
  const { data } = await client.send(
    'query { workspaceMembers(first: 1) { edges { node { id userEmail name { firstName lastName } } } } }',
  );
  const [node] = nodes(data, 'workspaceMembers');
  const person = PersonId.parse(randomUUID());
  await keeper.create('person', [{ id: person, name: { firstName: 'Bench', lastName: 'Mark' } }]);
  return {
    members: [
      Member.parse({
        id: at(node, 'id'),
        firstName: at(node, 'name', 'firstName'),
        lastName: at(node, 'name', 'lastName'),
        email: at(node, 'userEmail'),
      }),
    ],
    people: [person],
    // Figures of a day on which nobody called are the bench's own, and are destroyed with its calls.
    callAt: new Date('2001-01-01T12:00:00Z'),
  };
};

const keepAll = (keeper: RecordKeeper, reports: readonly CallReport[]): void => {
  for (const report of reports) {
    const { phoneCall, note, noteTarget } = recordsInTwenty(report);
    keeper.keep('phoneCall', ...phoneCall);
    keeper.keep('note', ...note);
    keeper.keep('noteTarget', ...noteTarget);
  }
  keepFigures(keeper, reports);
};

const keepFigures = (keeper: RecordKeeper, reports: readonly CallReport[]): void => {
  const { callSession, dailyCallStats } = figuresInTwenty(reports);
  keeper.keep('callSession', ...callSession);
  keeper.keep('dailyCallStats', ...dailyCallStats);
};

const verifyOnce = async (client: TwentyClient, reports: readonly CallReport[]): Promise<void> => {
  const found = { phoneCalls: 0, notes: 0, noteTargets: 0 };
  for (const part of inParts(reports)) {
    const noteIds = part.flatMap((report) => recordsInTwenty(report).note);
    const { data, errors } = await client.send(
      `query ($calls: [String!], $notes: [UUID!]) {
        phoneCalls(first: 0, filter: { callId: { in: $calls } }) { totalCount }
        notes(first: 0, filter: { id: { in: $notes } }) { totalCount }
        noteTargets(first: 0, filter: { noteId: { in: $notes } }) { totalCount }
      }`,
      { calls: part.map(({ callId }) => callId), notes: noteIds },
    );
    if (errors[0] !== undefined) throw new Error(`Twenty could not be looked at: ${errors[0].message}`);
    for (const root of ['phoneCalls', 'notes', 'noteTargets'] as const) {
      found[root] += Number(at(data, root, 'totalCount'));
    }
  }
  const calls = reports.length;
  if (found.phoneCalls === calls && found.notes === calls && found.noteTargets === 2 * calls) return;
  throw new Error(`Of ${calls} calls Twenty holds ${JSON.stringify(found)}.`);
};

const PART = 100;
const inParts = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / PART) }, (_, index) =>
    items.slice(index * PART, (index + 1) * PART),
  );
