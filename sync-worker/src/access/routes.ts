import {
  ChooseRole,
  type ChosenRole,
  type GrantList,
  GrantRequest,
  MapRole,
  type MemberId,
  ROLES,
  type RoleMapping,
} from '@twenty-dialer/contract';
import { parseBody } from '../http/parse.ts';
import { ProblemError } from '../http/problem.ts';
import { forMember, forPermission, type RouteHandlers, type SignedIn } from '../http/route.ts';
import type { Store } from '../store/port.ts';
import type { TwentyCalls } from '../twenty/port.ts';
import type { Access } from './create-access.ts';
import { type KnownRolesDeps, knownRoles, readMapping } from './role-mapping.ts';

interface AccessRouteDeps extends KnownRolesDeps {
  readonly store: Store;
  readonly access: Access;
  readonly calls: Pick<TwentyCalls, 'members'>;
}

type AccessRoutes = Pick<
  RouteHandlers,
  'chooseRole' | 'roleMapping' | 'mapRole' | 'grants' | 'grantPermission' | 'takeBackPermission'
>;

/** As what one works, and for admins: what Twenty's roles are here, and who may do what besides. Who changed what is in the audit trail. */
export const accessRoutes = (deps: AccessRouteDeps): AccessRoutes => ({
  chooseRole: forMember(async (c, who) => {
    const { role } = await parseBody(c, ChooseRole);
    const { roles } = await deps.access.asHeld(who);
    if (role !== null && !roles.includes(role))
      throw refused('role', 'You are not that here.', 'Choose what you are.');
    await deps.store.transaction(who.workspaceId, (tx) => tx.access.choose(who.member.id, role));
    const { activeRole } = await deps.access.asHeld(who);
    return c.json({ activeRole } satisfies ChosenRole);
  }),
  roleMapping: forPermission('manage-roles', async (c, who) =>
    c.json((await readMapping(deps, who)) satisfies RoleMapping),
  ),
  mapRole: forPermission('manage-roles', async (c, who) => {
    const { twentyRoleId, roles: asked } = await parseBody(c, MapRole);
    const roles = asked && ROLES.filter((role) => asked.includes(role));
    const known = (await knownRoles(deps, who)).roles.find(({ id }) => id === twentyRoleId);
    if (known === undefined)
      throw refused('twentyRoleId', 'Twenty has no such role.', 'Choose one of those that are listed.');
    const { label } = known;
    await deps.store.transaction(who.workspaceId, async (tx) => {
      if (roles === null) await tx.access.unmap(twentyRoleId);
      else await tx.access.map({ twentyRoleId, label, roles });
    });
    return c.json((await readMapping(deps, who)) satisfies RoleMapping);
  }),
  grants: forPermission('manage-roles', async (c, who) => c.json(await readGrants(deps, who))),
  grantPermission: forPermission('manage-roles', async (c, who) => {
    const { memberId, permission } = await parseBody(c, GrantRequest);
    const member = await memberOf(deps, who, memberId);
    await deps.store.transaction(who.workspaceId, (tx) =>
      tx.access.grant({ member, permission, by: nameOf(who) }),
    );
    return c.json(await readGrants(deps, who));
  }),
  takeBackPermission: forPermission('manage-roles', async (c, who) => {
    const { memberId, permission } = await parseBody(c, GrantRequest);
    // Nobody is asked whether the member is still there: what somebody has left must go, too.
    await deps.store.transaction(who.workspaceId, (tx) => tx.access.takeBack(memberId, permission));
    return c.json(await readGrants(deps, who));
  }),
});

const readGrants = async ({ store }: AccessRouteDeps, { workspaceId }: SignedIn): Promise<GrantList> => ({
  grants: [...(await store.transaction(workspaceId, (tx) => tx.access.grants()))],
});

/** With the admin's own rights: whom Twenty does not show them, they give nothing. */
const memberOf = async (deps: AccessRouteDeps, who: SignedIn, memberId: MemberId) => {
  const members = await deps.calls.members(await deps.accessTokenOf(who));
  const member = members.find(({ id }) => id === memberId);
  if (member !== undefined) return member;
  throw refused('memberId', 'Twenty shows you no such member.', 'Choose somebody of this workspace.');
};

const refused = (path: string, detail: string, message: string): ProblemError =>
  new ProblemError('invalid-request', { detail, fields: [{ path, message }] });

const nameOf = ({ member }: SignedIn): string =>
  `${member.firstName} ${member.lastName}`.trim() || member.email;
