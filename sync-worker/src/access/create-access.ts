import { type GrantablePermission, type Permission, permissionsOf, type Role } from '@twenty-dialer/contract';
import { ProblemError } from '../http/problem.ts';
import type { PermissionGate, SignedIn } from '../http/route.ts';
import type { Store } from '../store/port.ts';
import type { TwentyRole } from '../store/session-port.ts';
import { rolesHere } from './roles-here.ts';

/** What somebody is here, and what they may do. */
export interface HeldAccess {
  readonly roles: readonly Role[];
  /** As what they chose to work, if they still are that; null: as all of it. */
  readonly activeRole: Role | null;
  readonly granted: readonly GrantablePermission[];
  readonly permissions: readonly Permission[];
}

export interface Access {
  /** By their roles in Twenty as it says now, or said less than a minute ago; throws as asking for roles does. */
  of(who: SignedIn): Promise<HeldAccess>;
  /** By their roles as the session last heard of them, without a wait for Twenty. */
  asHeld(who: SignedIn): Promise<HeldAccess>;
}

interface AccessDeps {
  readonly store: Pick<Store, 'transaction'>;
  readonly roles: { of(who: SignedIn): Promise<readonly TwentyRole[]> };
}

export const createAccess = ({ store, roles }: AccessDeps): Access => {
  const accessBy = async (who: SignedIn, held: readonly TwentyRole[]): Promise<HeldAccess> => {
    const said = await store.transaction(
      who.workspaceId,
      (tx) =>
        tx.access.of(
          who.member.id,
          held.map(({ id }) => id),
        ),
      { findsByKey: true },
    );
    const here = rolesHere(held, said.mapped);
    const isStill = said.chosenRole !== null && here.length > 1 && here.includes(said.chosenRole);
    return {
      roles: here,
      activeRole: isStill ? said.chosenRole : null,
      granted: said.granted,
      permissions: permissionsOf(here, said.granted),
    };
  };
  return {
    of: async (who) => accessBy(who, await roles.of(who)),
    asHeld: (who) => accessBy(who, who.session.roles?.roles ?? []),
  };
};

/**
 * Lets in whoever holds the permission. Calling goes by what was last heard, for a rep must not wait for Twenty before each
 * number; what is about everybody waits for what is true now.
 */
export const createPermissionGate =
  (access: Access): PermissionGate =>
  async (who, permission) => {
    const { permissions, roles } = await (permission === 'make-calls' ? access.asHeld(who) : access.of(who));
    if (permissions.includes(permission)) return;
    const here = roles.join(' and ') || 'nothing';
    const inTwenty = who.session.roles?.roles.map(({ label }) => label).join(', ') || 'none';
    throw new ProblemError('not-permitted', {
      detail: `This needs the permission "${permission}". You are ${here} here, by your role in Twenty (${inTwenty}).`,
    });
  };
