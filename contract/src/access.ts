import { z } from 'zod';
import { Instant, MemberId } from './primitives.ts';

/** What somebody may do here, beyond looking at what is their own. Each route that asks for one names it in `ROUTES`. */
export const PERMISSIONS = [
  'make-calls',
  'see-team-calls',
  'see-team-figures',
  'see-deliveries',
  'act-on-deliveries',
  'see-audit',
  'change-settings',
  'manage-roles',
] as const;
export const Permission = z.enum(PERMISSIONS);
export type Permission = z.infer<typeof Permission>;

/** Our roles, in the order in which they are offered. Twenty's roles are mapped to them. */
export const ROLES = ['rep', 'manager', 'admin'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** What each role may do. */
export const PERMISSIONS_OF = {
  rep: ['make-calls'],
  manager: ['see-team-calls', 'see-team-figures'],
  admin: ['see-deliveries', 'act-on-deliveries', 'see-audit', 'change-settings', 'manage-roles'],
} as const satisfies Record<Role, readonly Permission[]>;

/** Who may do the one may do the other: nobody acts on what they cannot see. */
const BRINGS: Partial<Record<Permission, Permission>> = { 'act-on-deliveries': 'see-deliveries' };

/** Who may say what others may do comes from a role alone: else one grant would be all of them. */
export const GrantablePermission = Permission.exclude(['manage-roles']);
export type GrantablePermission = z.infer<typeof GrantablePermission>;

/** What these roles and these single permissions come to, in the order of `PERMISSIONS`. */
export const permissionsOf = (
  roles: readonly Role[],
  granted: readonly GrantablePermission[],
): Permission[] => {
  const held = new Set<Permission>([
    ...roles.flatMap((role): readonly Permission[] => PERMISSIONS_OF[role]),
    ...granted,
  ]);
  for (const permission of [...held]) {
    const brought = BRINGS[permission];
    if (brought !== undefined) held.add(brought);
  }
  return PERMISSIONS.filter((permission) => held.has(permission));
};

/** `POST /api/session/role`: as what one works from now on; null: as everything one is. */
export const ChooseRole = z.strictObject({ role: Role.nullable() });
export type ChooseRole = z.infer<typeof ChooseRole>;
export const ChosenRole = z.object({ activeRole: Role.nullable() });
export type ChosenRole = z.infer<typeof ChosenRole>;

/** A role of Twenty's, and what it is here. */
export const MappedRole = z.object({
  twentyRoleId: z.string(),
  /** Twenty's, as it last said. */
  label: z.string(),
  roles: z.array(Role),
  /** Nobody has said what it is here: an admin's is admin and rep, any other is rep. */
  isDefault: z.boolean(),
  /** It may change all settings in Twenty, so it is an admin's here, whatever else it is: nobody is locked out. */
  isAdminInTwenty: z.boolean(),
  /** Who holds it; null where Twenty could not be read. */
  members: z.int().nullable(),
});
export type MappedRole = z.infer<typeof MappedRole>;

/** `GET /api/settings/roles` */
export const RoleMapping = z.object({
  /** By their labels. */
  roles: z.array(MappedRole),
  /** Whether Twenty could be read; where it could not, only roles that were mapped are known. */
  twenty: z.discriminatedUnion('state', [
    z.object({ state: z.literal('read') }),
    z.object({ state: z.literal('away'), message: z.string() }),
  ]),
});
export type RoleMapping = z.infer<typeof RoleMapping>;

/** `POST /api/settings/roles`: what one role of Twenty's is here; null: what it is when nobody says. */
export const MapRole = z.strictObject({
  twentyRoleId: z.string().min(1).max(100),
  roles: z.array(Role).max(ROLES.length).nullable(),
});
export type MapRole = z.infer<typeof MapRole>;

/** A single permission that an admin gave to a member, beyond what their roles are for. */
export const Grant = z.object({
  member: z.object({ id: MemberId, name: z.string() }),
  permission: GrantablePermission,
  /** Who gave it, as a label. */
  by: z.string(),
  at: Instant,
});
export type Grant = z.infer<typeof Grant>;

/** `GET /api/settings/grants`: by the members' names. */
export const GrantList = z.object({ grants: z.array(Grant) });
export type GrantList = z.infer<typeof GrantList>;

/** `POST /api/settings/grants` and `POST /api/settings/grants/take-back`. Both answer all that are left. */
export const GrantRequest = z.strictObject({ memberId: MemberId, permission: GrantablePermission });
export type GrantRequest = z.infer<typeof GrantRequest>;
