import { type Member, MemberId, PersonId } from '@twenty-dialer/contract';
import { readPeopleIds } from '../../sync-worker/faults/sandbox-records.ts';
import { DEMO_MEMBERS } from '../../twenty-sandbox/src/seed/members.ts';
import type { Cast } from './calls.ts';

/** The sandbox's reps, who call its people. */
export const sandboxCast = async (sandboxUrl: string): Promise<Cast> => ({
  members: DEMO_MEMBERS.filter(({ isRep }) => isRep).map(
    ({ id, firstName, lastName, email }): Member => ({ id: MemberId.parse(id), firstName, lastName, email }),
  ),
  people: (await readPeopleIds(sandboxUrl)).map((id) => PersonId.parse(id)),
});
