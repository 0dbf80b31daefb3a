import type { Role } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import type { TwentyRole } from '../store/session-port.ts';
import { rolesHere } from './roles-here.ts';

const admin: TwentyRole = { id: 'admin', label: 'Admin', canUpdateAllSettings: true };
const member: TwentyRole = { id: 'member', label: 'Member', canUpdateAllSettings: false };
const lead: TwentyRole = { id: 'lead', label: 'Lead', canUpdateAllSettings: false };
const mapped = (twentyRoleId: string, ...roles: Role[]) => ({ twentyRoleId, roles });

test.each<[string, TwentyRole[], ReturnType<typeof mapped>[], Role[]]>([
  ['a member of whose role nobody said anything makes calls', [member], [], ['rep']],
  ['so does somebody without any role', [], [], ['rep']],
  ['an admin of Twenty’s is one here, and makes calls', [admin], [], ['rep', 'admin']],
  ['a role is what it was mapped to', [lead], [mapped('lead', 'manager')], ['manager']],
  ['a role can be several', [lead], [mapped('lead', 'manager', 'rep')], ['rep', 'manager']],
  ['a role can be nothing', [member], [mapped('member')], []],
  ['several roles add up', [member, lead], [mapped('lead', 'manager')], ['rep', 'manager']],
  ['another role’s mapping changes nothing', [member], [mapped('lead', 'admin')], ['rep']],
  ['nobody can lock the last admin out', [admin], [mapped('admin')], ['admin']],
  ['nor by mapping them to something else', [admin], [mapped('admin', 'manager')], ['manager', 'admin']],
])('%s', (_what, held, mapping, roles) => {
  expect(rolesHere(held, mapping)).toEqual(roles);
});
