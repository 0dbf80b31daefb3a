import type { Role } from '@twenty-dialer/contract';
import { ROLES } from '@twenty-dialer/contract';
import type { MappedTwentyRole } from '../store/access-port.ts';
import type { TwentyRole } from '../store/session-port.ts';

/** What a role of Twenty's is here when nobody says. */
export const defaultRolesOf = ({
  canUpdateAllSettings,
}: Pick<TwentyRole, 'canUpdateAllSettings'>): readonly Role[] =>
  canUpdateAllSettings ? ['rep', 'admin'] : ['rep'];

/**
 * What one role of Twenty's is here. Whoever may change all settings there is an admin here whatever was mapped: nobody can
 * lock the last admin out.
 */
export const rolesOfOne = (
  held: Pick<TwentyRole, 'canUpdateAllSettings'>,
  mapped: readonly Role[] | null,
): Role[] => {
  const roles = new Set(mapped ?? defaultRolesOf(held));
  if (held.canUpdateAllSettings) roles.add('admin');
  return ROLES.filter((role) => roles.has(role));
};

/** What somebody is here by all their roles in Twenty. Whoever holds none there is what a role without a word about it is. */
export const rolesHere = (
  held: readonly TwentyRole[],
  mapping: readonly Pick<MappedTwentyRole, 'twentyRoleId' | 'roles'>[],
): Role[] => {
  if (held.length === 0) return [...defaultRolesOf({ canUpdateAllSettings: false })];
  const roles = held.flatMap((role) =>
    rolesOfOne(role, mapping.find(({ twentyRoleId }) => twentyRoleId === role.id)?.roles ?? null),
  );
  return ROLES.filter((role) => roles.includes(role));
};
