import { expect, test } from 'vitest';
import {
  type GrantablePermission,
  GrantRequest,
  type Permission,
  permissionsOf,
  type Role,
} from './index.ts';

const ADMINS: Permission[] = [
  'see-deliveries',
  'act-on-deliveries',
  'see-audit',
  'change-settings',
  'manage-roles',
];

test.each<[string, Role[], GrantablePermission[], Permission[]]>([
  ['nobody in particular', [], [], []],
  ['a rep', ['rep'], [], ['make-calls']],
  ['a manager', ['manager'], [], ['see-team-calls', 'see-team-figures']],
  ['an admin', ['admin'], [], ADMINS],
  [
    'who is all of them',
    ['admin', 'rep', 'manager'],
    [],
    ['make-calls', 'see-team-calls', 'see-team-figures', ...ADMINS],
  ],
  ['a rep who was let in elsewhere', ['rep'], ['see-audit'], ['make-calls', 'see-audit']],
  [
    'who acts on deliveries, and so sees them',
    [],
    ['act-on-deliveries'],
    ['see-deliveries', 'act-on-deliveries'],
  ],
  ['who was granted what their role has', ['rep'], ['make-calls'], ['make-calls']],
])('%s may do what that is for, and no more', (_who, roles, granted, may) => {
  expect(permissionsOf(roles, granted)).toEqual(may);
});

test('who may give permissions away is nothing that can be given away', () => {
  const memberId = '9d8c7b6a-5f4e-4d3c-8b2a-1f0e9d8c7b6a';
  expect(GrantRequest.safeParse({ memberId, permission: 'see-audit' }).success).toBe(true);
  expect(GrantRequest.safeParse({ memberId, permission: 'manage-roles' }).success).toBe(false);
});
