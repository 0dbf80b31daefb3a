import { type Permission, permissionsOf, type SessionView } from '@twenty-dialer/contract';
import { useDesk } from '../dialer/use-dialer.ts';

type Held = Pick<SessionView, 'activeRole' | 'granted' | 'permissions'>;

/** What is offered: what the role allows as which the person works now, and what they were granted besides. */
export const isOffered = ({ activeRole, granted, permissions }: Held, permission: Permission): boolean =>
  (activeRole === null ? permissions : permissionsOf([activeRole], granted)).includes(permission);

/** Whether what needs the permission is offered in menus, tabs and keys. */
export const useIsOffered = (permission: Permission): boolean => isOffered(useDesk().owner, permission);

/**
 * Whether the person may do it, whatever they work as: a page that was opened by its address, from a mail for example, shows
 * what is on it. The worker checks each request all the same.
 */
export const useMay = (permission: Permission): boolean => useDesk().owner.permissions.includes(permission);
