import { Member, type MemberId, PersonId } from '@twenty-dialer/contract';
import { readPeopleIds } from '../../sync-worker/faults/sandbox-records.ts';
import { DEMO_MEMBERS } from '../../twenty-sandbox/src/seed/members.ts';
import type { Cast } from './calls.ts';
import type { BenchWorker } from './worker.ts';

/** Everybody who works in the sandbox's workspace, and the people to call. */
export const demoCast = async (sandboxUrl: string): Promise<Cast> => ({
  members: DEMO_MEMBERS.map(({ id, firstName, lastName, email }) =>
    Member.parse({ id, firstName, lastName, email }),
  ),
  people: (await readPeopleIds(sandboxUrl)).map((id) => PersonId.parse(id)),
});

/** Signs all of them in. @returns their sessions as `Cookie` headers */
export const signInAll = async (
  worker: BenchWorker,
  { members }: Cast,
): Promise<ReadonlyMap<MemberId, string>> => {
  const cookies = new Map<MemberId, string>();
  for (const { id } of members) cookies.set(id, await worker.signIn(id));
  return cookies;
};
