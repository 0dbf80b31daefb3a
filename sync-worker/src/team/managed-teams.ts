import type { HistorySource } from '@twenty-dialer/contract';
import { type AskTwentyDeps, askTwenty } from '../http/ask-twenty.ts';
import type { SignedIn } from '../http/route.ts';
import type { Store } from '../store/port.ts';
import type { ManagedTeam } from '../store/team-port.ts';
import type { TwentyAccess } from '../twenty/port.ts';

interface ManagedTeamsDeps extends AskTwentyDeps {
  readonly store: Pick<Store, 'transaction'>;
  readonly twentyAccess: Pick<TwentyAccess, 'teamsManagedBy'>;
  readonly nowMs: () => number;
}

interface TeamsOf {
  readonly teams: readonly ManagedTeam[];
  /** When Twenty last said so; null: never. */
  readonly readAt: Date | null;
  readonly source: HistorySource;
}

/** Who leads whom, as Twenty says to whoever leads. */
export interface ManagedTeams {
  /**
   * As Twenty says now, or said less than a minute ago; while it is away, as it last said.
   * @throws ProblemError when it does not show the person any teams
   */
  of(who: SignedIn): Promise<TeamsOf>;
  /** Whose calls the person sees besides their own; theirs is not among them. */
  membersOf(who: SignedIn): Promise<ManagedTeam['members']>;
}

/** Who leaves a team in Twenty is out of their manager's sight after this. */
const FRESH_MS = 60_000;

/**
 * Read with the manager's own token and kept for that manager alone: nobody learns of a team what Twenty would not show them,
 * and the worker's budget is left to calls.
 */
export const createManagedTeams = (deps: ManagedTeamsDeps): ManagedTeams => {
  const asking = new Map<string, Promise<TeamsOf>>();

  const ask = async (who: SignedIn): Promise<TeamsOf> => {
    const { id } = who.member;
    const { source, answer } = await askTwenty(deps, who, (token) =>
      deps.twentyAccess.teamsManagedBy(token, id),
    );
    return deps.store.transaction(who.workspaceId, async (tx) => {
      if (answer !== null) await tx.teams.keep(id, answer);
      return { ...(await tx.teams.managedBy(id)), source };
    });
  };

  const of: ManagedTeams['of'] = async (who) => {
    const held = await deps.store.transaction(who.workspaceId, (tx) => tx.teams.managedBy(who.member.id));
    if (held.readAt !== null && deps.nowMs() - held.readAt.getTime() < FRESH_MS)
      return { ...held, source: { state: 'read' } };
    const key = who.session.idHash;
    const started = asking.get(key) ?? ask(who).finally(() => asking.delete(key));
    asking.set(key, started);
    return started;
  };

  return {
    of,
    membersOf: async (who) => {
      const { teams } = await of(who);
      const byId = new Map(teams.flatMap(({ members }) => members.map((member) => [member.id, member])));
      return [...byId.values()].filter(({ id }) => id !== who.member.id);
    },
  };
};
