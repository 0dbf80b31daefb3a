import { z } from 'zod';
import type { AppManifest } from '../app-manifest/app-manifest.ts';
import { ConnectError } from './connect-error.ts';
import { type TwentyApi, TwentyRefused } from './twenty-api.ts';

/**
 * Asks Twenty whether the app may do what the worker does, without leaving a record, a webhook or a line in a
 * timeline behind: Twenty judges the right to create before it looks at an empty list, and the right to update before
 * it looks for a record that is not there. (An empty list with `upsert: true` is answered without judging, seen on 2.31.)
 * @param app with the app's own token: what it may do is what the worker may do
 * @throws ConnectError
 */
export const probeRights = async (app: TwentyApi, manifest: AppManifest): Promise<void> => {
  const own = manifest.objects.map((object) => object.namePlural);
  const written = manifest.objects
    .filter((object) => !ONLY_READ.has(object.nameSingular))
    .map((object) => capitalized(object.namePlural));
  const read = [...own, 'workspaceMembers', 'opportunities', 'notes', 'noteTargets']
    .map((name) => `${name}(first: 1) { edges { node { id } } }`)
    .join(' ');
  await attempt(
    app,
    'read people, companies, members, calls and notes',
    `{ people(first: 1) { edges { node { id company { name } } } } ${read} }`,
  );
  await attempt(
    app,
    'create calls, notes and what is worked out from calls',
    `mutation { ${[...written, 'Notes', 'NoteTargets'].map((name) => `create${name}(data: []) { id }`).join(' ')} }`,
  );
  const changes = written
    .map((name) => `update${name}(data: { name: "" }, filter: ${NOBODY}) { id }`)
    .join(' ');
  await attempt(
    app,
    'change calls, notes, people and what is worked out from calls',
    `mutation { ${changes}
      updateNotes(data: { title: "" }, filter: ${NOBODY}) { id }
      updateNoteTargets(data: { noteId: null }, filter: ${NOBODY}) { id }
      updatePeople(data: { jobTitle: "" }, filter: ${NOBODY}) { id } }`,
  );
};

/** Filled in by people. */
const ONLY_READ = new Set(['salesTeam']);

/** No record has this id: ours are of version 5. */
const NOBODY = '{ id: { eq: "00000000-0000-4000-8000-000000000000" } }';

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const attempt = async (app: TwentyApi, what: string, query: string): Promise<void> => {
  try {
    await app.ask({ at: 'graphql', query, answer: z.record(z.string(), z.unknown()) });
  } catch (error) {
    if (!(error instanceof TwentyRefused)) throw error;
    throw new ConnectError(
      `With the app's own credentials Twenty does not let the dialer ${what}: ${error.message}`,
      'In Twenty, under Settings, Roles, look at "Twenty Dialer worker": it needs to see companies, opportunities and sales teams, and to see and edit people, notes and the other objects of the app. Run npm run connect to set the role as it should be.',
      { cause: error },
    );
  }
};
