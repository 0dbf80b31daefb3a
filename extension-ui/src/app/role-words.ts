import type { Role } from '@twenty-dialer/contract';

/** Roles as people say them. */
export const ROLE_NAMES: Record<Role, string> = { rep: 'Rep', manager: 'Manager', admin: 'Admin' };
