import type { MemberId, Permission } from '@twenty-dialer/contract';
import { ProblemError } from '../http/problem.ts';
import type { PermissionGate, SignedIn } from '../http/route.ts';
import type { ManagedTeams } from './managed-teams.ts';

interface TeamCallsDeps {
  readonly managedTeams: Pick<ManagedTeams, 'membersOf'>;
  readonly letIn: PermissionGate;
  readonly access: { asHeld(who: SignedIn): Promise<{ readonly permissions: readonly Permission[] }> };
}

type TeamMembers = readonly { readonly id: MemberId; readonly name: string }[];

/** Whose calls somebody sees besides their own: those of the teams that they manage, if they may see a team's calls at all. */
export const createTeamCalls = ({ managedTeams, letIn, access }: TeamCallsDeps) => ({
  /** @throws ProblemError `not-permitted`, or `twenty-refused` where Twenty shows them no teams */
  required: async (who: SignedIn): Promise<TeamMembers> => {
    await letIn(who, 'see-team-calls');
    return managedTeams.membersOf(who);
  },
  /** Nobody's where they may see none: everything else that is asked for is shown all the same. */
  seenBy: async (who: SignedIn): Promise<TeamMembers> => {
    const { permissions } = await access.asHeld(who);
    if (!permissions.includes('see-team-calls')) return [];
    return managedTeams.membersOf(who).catch((error: unknown) => {
      if (error instanceof ProblemError && error.code === 'twenty-refused') return [];
      throw error;
    });
  },
});
