import { GrantList, type GrantRequest, type MapRole, ROUTES, RoleMapping } from '@twenty-dialer/contract';
import type { WorkerClient } from './worker-client.ts';

/** What roles are here and what single members may do, as functions. */
export const rolesClient = ({ ask }: Pick<WorkerClient, 'ask'>) => ({
  mapping: () => ask(ROUTES.roleMapping, { schema: RoleMapping }),
  map: (body: MapRole) => ask(ROUTES.mapRole, { schema: RoleMapping, body }),
  grants: () => ask(ROUTES.grants, { schema: GrantList }),
  grant: (body: GrantRequest) => ask(ROUTES.grantPermission, { schema: GrantList, body }),
  takeBack: (body: GrantRequest) => ask(ROUTES.takeBackPermission, { schema: GrantList, body }),
});
