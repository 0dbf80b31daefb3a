import { Grant, GrantablePermission, MemberId, Role } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { AccessOfMember, AccessStore, MappedTwentyRole } from './access-port.ts';
import type { Query } from './database.ts';
import { toStorableText } from './json.ts';
import type { TwentyRole } from './session-port.ts';

/** Roles and grants, within one transaction. */
export const createAccessStore = (query: Query): AccessStore => ({
  of: async (memberId, twentyRoleIds) => {
    const [row] = AccessRows.parse(await query(SELECT_ACCESS, [memberId, twentyRoleIds]));
    return row ?? NOTHING_SAID;
  },
  mapping: async () =>
    MappingRows.parse(
      await query('select twenty_role_id, label, roles from role_mapping order by label, twenty_role_id'),
    ),
  rolesSeen: async () =>
    Roles.parse(
      await query(
        `select distinct on (role ->> 'id') role ->> 'id' as id, role ->> 'label' as label,
           (role ->> 'canUpdateAllSettings')::boolean as "canUpdateAllSettings"
         from session cross join lateral jsonb_array_elements(roles) as role
         order by role ->> 'id', roles_at desc`,
      ),
    ),
  map: async ({ twentyRoleId, label, roles }) => {
    await query(
      `insert into role_mapping (twenty_role_id, label, roles) values ($1, $2, $3::text[])
       on conflict (workspace_id, twenty_role_id) do update set label = excluded.label, roles = excluded.roles`,
      [toStorableText(twentyRoleId), toStorableText(label), roles],
    );
  },
  unmap: async (twentyRoleId) =>
    isAny(
      await query('delete from role_mapping where twenty_role_id = $1 returning twenty_role_id', [
        toStorableText(twentyRoleId),
      ]),
    ),
  grants: async () =>
    GrantRows.parse(
      await query(
        `select member_id, member_name, permission, granted_by, granted_at from granted_permission
         where permission = any($1::text[]) order by member_name, member_id, permission`,
        [GrantablePermission.options],
      ),
    ),
  grant: async ({ member, permission, by }) =>
    isAny(
      await query(
        `insert into granted_permission (member_id, permission, member_name, granted_by) values ($1, $2, $3, $4)
         on conflict do nothing returning permission`,
        [member.id, permission, toStorableText(member.name), toStorableText(by)],
      ),
    ),
  takeBack: async (memberId, permission) =>
    isAny(
      await query(
        'delete from granted_permission where member_id = $1 and permission = $2 returning permission',
        [memberId, permission],
      ),
    ),
  choose: async (memberId, role) => {
    if (role === null) {
      await query('delete from chosen_role where member_id = $1', [memberId]);
      return;
    }
    await query(
      `insert into chosen_role (member_id, role) values ($1, $2)
       on conflict (workspace_id, member_id) do update set role = excluded.role`,
      [memberId, role],
    );
  },
});

const isAny = (rows: readonly unknown[]): boolean => rows.length > 0;

const NOTHING_SAID: AccessOfMember = { mapped: [], granted: [], chosenRole: null };

/** A list of permissions may hold one that a newer version granted: it counts for nothing here. */
const SELECT_ACCESS = `
  select
    coalesce((select json_agg(json_build_object('twentyRoleId', twenty_role_id, 'roles', roles) order by twenty_role_id)
      from role_mapping where twenty_role_id = any($2::text[])), '[]') as mapped,
    coalesce((select json_agg(permission order by permission)
      from granted_permission where member_id = $1), '[]') as granted,
    (select role from chosen_role where member_id = $1) as chosen_role`;

const AccessRows = z.array(
  z
    .object({
      mapped: z.array(z.object({ twentyRoleId: z.string(), roles: z.array(Role) })),
      granted: z.array(z.string()),
      chosen_role: Role.nullable(),
    })
    .transform(
      (row): AccessOfMember => ({
        mapped: row.mapped,
        granted: GrantablePermission.options.filter((permission) => row.granted.includes(permission)),
        chosenRole: row.chosen_role,
      }),
    ),
);

const Roles: z.ZodType<TwentyRole[]> = z.array(
  z.object({ id: z.string(), label: z.string(), canUpdateAllSettings: z.boolean() }),
);

const MappingRows = z.array(
  z
    .object({ twenty_role_id: z.string(), label: z.string(), roles: z.array(Role) })
    .transform(
      (row): MappedTwentyRole => ({ twentyRoleId: row.twenty_role_id, label: row.label, roles: row.roles }),
    ),
);

const GrantRows = z.array(
  z
    .object({
      member_id: MemberId,
      member_name: z.string(),
      permission: Grant.shape.permission,
      granted_by: z.string(),
      granted_at: z.date(),
    })
    .transform(
      (row): Grant => ({
        member: { id: row.member_id, name: row.member_name },
        permission: row.permission,
        by: row.granted_by,
        at: row.granted_at.toISOString(),
      }),
    ),
);
