import { z } from 'zod';
import { ConnectError } from './connect-error.ts';
import { type TwentyApi, TwentyRefused } from './twenty-api.ts';

interface ProbeDeps {
  /** With the app's own token: what it may do is what the worker may do. */
  readonly app: TwentyApi;
  /** The app may not destroy anything, so the administrator's key clears up. */
  readonly admin: TwentyApi;
  readonly newId: () => string;
}

/** Writes what the worker writes, reads what it reads, and removes the traces. @throws ConnectError */
export const probeRights = async ({ app, admin, newId }: ProbeDeps): Promise<void> => {
  const id = newId();
  try {
    await attempt('read people and members', app, READ);
    await attempt('write calls, notes and progression', app, WRITE, { ...rowsOf(id) });
    await attempt('link notes to calls', app, LINK, { links: [{ id, noteId: id, targetPhoneCallId: id }] });
  } finally {
    await clearUp(admin, id);
  }
};

const TITLE = 'Twenty Dialer checks its connection';

const rowsOf = (id: string) => ({
  calls: [{ id, callId: id, name: TITLE, line: 'PRACTICE' }],
  progressions: [{ id, workspaceMemberId: id, name: TITLE }],
  notes: [{ id, title: TITLE }],
});

const READ = `{
  people(first: 1) { edges { node { id } } }
  workspaceMembers(first: 1) { edges { node { id } } }
}`;
const WRITE = `mutation (
  $calls: [PhoneCallCreateInput!]!, $progressions: [RepProgressionCreateInput!]!, $notes: [NoteCreateInput!]!
) {
  createPhoneCalls(data: $calls, upsert: true) { id }
  createRepProgressions(data: $progressions, upsert: true) { id }
  createNotes(data: $notes, upsert: true) { id }
}`;
const LINK = `mutation ($links: [NoteTargetCreateInput!]!) {
  createNoteTargets(data: $links, upsert: true) { id }
}`;

const attempt = async (
  what: string,
  app: TwentyApi,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<void> => {
  try {
    await app.ask({ at: 'graphql', query, variables, answer: z.record(z.string(), z.unknown()) });
  } catch (error) {
    if (!(error instanceof TwentyRefused)) throw error;
    throw new ConnectError(
      `With the app's own credentials Twenty does not let the dialer ${what}: ${error.message}`,
      'In Twenty, under Settings, Roles, look at "Twenty Dialer worker": it needs to see people, and to see and edit phone calls, rep progressions and notes.',
      { cause: error },
    );
  }
};

/** The link first: its note and its call go after it. */
const CLEAR_UP = ['NoteTarget', 'Note', 'PhoneCall', 'RepProgression'];

const clearUp = async (admin: TwentyApi, id: string): Promise<void> => {
  const left: string[] = [];
  for (const name of CLEAR_UP) {
    try {
      await admin.ask({
        at: 'graphql',
        query: `mutation ($id: UUID!) { destroy${name}(id: $id) { id } }`,
        variables: { id },
        answer: z.record(z.string(), z.unknown()),
      });
    } catch (error) {
      // Not written in the first place.
      if (error instanceof TwentyRefused && error.subCode === 'RECORD_NOT_FOUND') continue;
      left.push(name);
    }
  }
  if (left.length === 0) return;
  throw new ConnectError(
    `The records of the check could not be removed: ${left.join(', ')} ${id}.`,
    `Delete what is called "${TITLE}" in Twenty by hand.`,
  );
};
