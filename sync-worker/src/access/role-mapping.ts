import type { MappedRole, RoleMapping } from '@twenty-dialer/contract';
import type { SignedIn } from '../http/route.ts';
import type { MappedTwentyRole } from '../store/access-port.ts';
import type { Store } from '../store/port.ts';
import type { TwentyRole } from '../store/session-port.ts';
import { TwentyError } from '../twenty/errors.ts';
import type { TwentyAccess } from '../twenty/port.ts';
import { rolesOfOne } from './roles-here.ts';

export interface KnownRolesDeps {
  readonly store: Store;
  readonly twentyAccess: Pick<TwentyAccess, 'roles'>;
  /** The person's own token: Twenty decides whether they may look after roles. */
  readonly accessTokenOf: (who: SignedIn) => Promise<string>;
}

interface KnownRoles {
  /** By their labels. */
  readonly roles: readonly (TwentyRole & { readonly members: number | null })[];
  readonly mapping: readonly MappedTwentyRole[];
  readonly twenty: RoleMapping['twenty'];
}

/** What every role of Twenty's is here. */
export const readMapping = async (deps: KnownRolesDeps, who: SignedIn): Promise<RoleMapping> => {
  const { roles, mapping, twenty } = await knownRoles(deps, who);
  const views = roles.map((role): MappedRole => {
    const mapped = mapping.find(({ twentyRoleId }) => twentyRoleId === role.id)?.roles ?? null;
    return {
      twentyRoleId: role.id,
      label: role.label,
      roles: rolesOfOne(role, mapped),
      isDefault: mapped === null,
      isAdminInTwenty: role.canUpdateAllSettings,
      members: role.members,
    };
  });
  return { roles: views, twenty };
};

/**
 * The roles that Twenty lists to this admin; where it does not, those that somebody who signed in here holds, and those that
 * were mapped: an admin must be able to put a mapping right also while Twenty is away.
 */
export const knownRoles = async (deps: KnownRolesDeps, who: SignedIn): Promise<KnownRoles> => {
  const { store } = deps;
  const { mapping, seen } = await store.transaction(who.workspaceId, async (tx) => ({
    mapping: await tx.access.mapping(),
    seen: await tx.access.rolesSeen(),
  }));
  try {
    const listed = await deps.twentyAccess.roles(await deps.accessTokenOf(who));
    return { roles: listed.toSorted(byLabel), mapping, twenty: { state: 'read' } };
  } catch (error) {
    if (!(error instanceof TwentyError) || error.isSignInRefused) throw error;
    const known = new Map(
      mapping.map(({ twentyRoleId: id, label }) => [id, { id, label, canUpdateAllSettings: false }]),
    );
    for (const role of seen) known.set(role.id, role);
    const roles = [...known.values()].map((role) => ({ ...role, members: null })).sort(byLabel);
    return { roles, mapping, twenty: { state: 'away', message: error.message } };
  }
};

const byLabel = (a: { label: string }, b: { label: string }): number => a.label.localeCompare(b.label);
