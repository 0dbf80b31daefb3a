import { z } from 'zod';
import { ConnectError } from './connect-error.ts';
import { type TwentyApi, TwentyRefused } from './twenty-api.ts';

/**
 * Asks Twenty whether the app may do what the worker does, without leaving a record, a webhook or a line in a
 * timeline behind: Twenty judges the right to create before it looks at an empty list, and the right to update before
 * it looks for a record that is not there. (An empty list with `upsert: true` is answered without judging, seen on 2.31.)
 * @param app with the app's own token: what it may do is what the worker may do
 * @throws ConnectError
 */
export const probeRights = async (app: TwentyApi): Promise<void> => {
  await attempt(app, 'read people, companies, members, calls and notes', READ);
  await attempt(app, 'create calls, notes and progression', CREATE);
  await attempt(app, 'change calls, notes and progression', UPDATE);
};

const READ = `{
  people(first: 1) { edges { node { id company { name } } } }
  workspaceMembers(first: 1) { edges { node { id } } }
  phoneCalls(first: 1) { edges { node { id } } }
  repProgressions(first: 1) { edges { node { id } } }
  notes(first: 1) { edges { node { id } } }
  noteTargets(first: 1) { edges { node { id } } }
}`;

const CREATE = `mutation {
  createPhoneCalls(data: []) { id }
  createRepProgressions(data: []) { id }
  createNotes(data: []) { id }
  createNoteTargets(data: []) { id }
}`;

/** No record has this id: ours are of version 5. */
const NOBODY = '{ id: { eq: "00000000-0000-4000-8000-000000000000" } }';

const UPDATE = `mutation {
  updatePhoneCalls(data: { name: "" }, filter: ${NOBODY}) { id }
  updateRepProgressions(data: { name: "" }, filter: ${NOBODY}) { id }
  updateNotes(data: { title: "" }, filter: ${NOBODY}) { id }
  updateNoteTargets(data: { noteId: null }, filter: ${NOBODY}) { id }
}`;

const attempt = async (app: TwentyApi, what: string, query: string): Promise<void> => {
  try {
    await app.ask({ at: 'graphql', query, answer: z.record(z.string(), z.unknown()) });
  } catch (error) {
    if (!(error instanceof TwentyRefused)) throw error;
    throw new ConnectError(
      `With the app's own credentials Twenty does not let the dialer ${what}: ${error.message}`,
      'In Twenty, under Settings, Roles, look at "Twenty Dialer worker": it needs to see people and companies, and to see and edit phone calls, rep progressions and notes.',
      { cause: error },
    );
  }
};
