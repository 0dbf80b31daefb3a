import { randomUUID } from 'node:crypto';
import {
  GrantList,
  type MapRole,
  MemberId,
  Problem,
  RoleMapping,
  SessionView,
} from '@twenty-dialer/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { openTestStore } from '../testing/test-store.ts';
import {
  ADMIN_ROLE,
  createTestWorker,
  MEMBER_ROLE,
  type Rep,
  type TestWorker,
} from '../testing/test-worker.ts';
import { TwentyError } from '../twenty/errors.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

let worker: TestWorker;
let admin: Rep;
let rep: Rep;
let twentyRoles: () => readonly (typeof MEMBER_ROLE & { members: number })[];

beforeEach(async () => {
  twentyRoles = () => [
    { ...MEMBER_ROLE, members: 3 },
    { ...ADMIN_ROLE, members: 1 },
  ];
  const away = async (): Promise<never> => {
    throw new Error('Nobody asks for this here.');
  };
  worker = await createTestWorker(store, {
    twentyAccess: { roles: async () => twentyRoles(), teamsManagedBy: async () => [] },
    calls: {
      list: away,
      one: away,
      members: async () => [
        { id: admin.member.id, name: 'Ann Admin' },
        { id: rep.member.id, name: 'Rita Rep' },
      ],
    },
  });
  admin = await worker.signIn({ firstName: 'Ann', lastName: 'Admin' }, [ADMIN_ROLE]);
  rep = await worker.signIn({ firstName: 'Rita', lastName: 'Rep' }, [MEMBER_ROLE]);
});

const session = async (as: Rep) => SessionView.parse(await (await worker.ask('/api/session', { as })).json());
const mapping = async () =>
  RoleMapping.parse(await (await worker.ask('/api/settings/roles', { as: admin })).json());
const map = (twentyRoleId: string, roles: MapRole['roles']) =>
  worker.ask('/api/settings/roles', { as: admin, body: { twentyRoleId, roles } });
const grant = (memberId: MemberId, permission: string) =>
  worker.ask('/api/settings/grants', { as: admin, body: { memberId, permission } });
const takeBack = (memberId: MemberId, permission: string) =>
  worker.ask('/api/settings/grants/take-back', { as: admin, body: { memberId, permission } });
const told = async (record: string) => {
  const query = { record, limit: 9, after: null };
  const events = await store.transaction(worker.workspaceId, (tx) => tx.audit.list(query));
  return events.map(({ by, action, recordType, changes }) => ({ by: by?.name, action, recordType, changes }));
};
const overview = async () => (await worker.ask('/api/delivery-overview', { as: rep })).status;

describe('what a role of Twenty’s is here', () => {
  test('is admin and rep, or rep, as long as nobody says', async () => {
    expect(await mapping()).toEqual({
      roles: [
        {
          twentyRoleId: 'admin',
          label: 'Admin',
          roles: ['rep', 'admin'],
          isDefault: true,
          isAdminInTwenty: true,
          members: 1,
        },
        {
          twentyRoleId: 'member',
          label: 'Member',
          roles: ['rep'],
          isDefault: true,
          isAdminInTwenty: false,
          members: 3,
        },
      ],
      twenty: { state: 'read' },
    });
  });

  test('counts at once for everybody who holds it, and is noted with who said it', async () => {
    expect((await session(rep)).roles).toEqual(['rep']);
    const answer = await map('member', ['manager', 'rep', 'manager']);
    expect(RoleMapping.parse(await answer.json()).roles[1]).toMatchObject({
      roles: ['rep', 'manager'],
      isDefault: false,
    });
    expect(await session(rep)).toMatchObject({
      roles: ['rep', 'manager'],
      permissions: ['make-calls', 'see-team-calls', 'see-team-figures'],
    });
    expect(await told('member')).toMatchObject([
      {
        by: 'Ann Admin',
        action: 'created',
        recordType: 'role-mapping',
        changes: { label: { new: 'Member' }, roles: { new: ['rep', 'manager'] } },
      },
    ]);
    await map('member', null);
    expect((await session(rep)).roles).toEqual(['rep']);
  });

  test('locks nobody out who may change all settings in Twenty', async () => {
    const answer = await map('admin', []);
    expect(RoleMapping.parse(await answer.json()).roles[0]).toMatchObject({
      roles: ['admin'],
      isDefault: false,
    });
    expect((await map('admin', null)).status).toBe(200);
    expect((await session(admin)).roles).toEqual(['rep', 'admin']);
  });

  test('cannot be said of a role that Twenty does not have', async () => {
    const answer = await map(randomUUID(), ['admin']);
    expect(answer.status).toBe(422);
    expect(Problem.parse(await answer.json()).fields).toMatchObject([{ path: 'twentyRoleId' }]);
  });

  test('can be put right while Twenty is away, for roles that people signed in with', async () => {
    twentyRoles = () => {
      throw new TwentyError('unreachable', 'Twenty cannot be reached (ECONNREFUSED).');
    };
    expect(await mapping()).toMatchObject({
      roles: [
        { twentyRoleId: 'admin', isAdminInTwenty: true, members: null },
        { twentyRoleId: 'member', isAdminInTwenty: false, members: null },
      ],
      twenty: { state: 'away', message: expect.stringContaining('ECONNREFUSED') },
    });
    expect((await map('member', ['manager'])).status).toBe(200);
    expect((await session(rep)).roles).toEqual(['manager']);
  });
});

describe('a single permission', () => {
  test('lets one member in beyond their role, until it is taken back, and both are noted', async () => {
    expect(await overview()).toBe(403);
    const given = GrantList.parse(await (await grant(rep.member.id, 'see-deliveries')).json());
    expect(given.grants).toMatchObject([
      { member: { id: rep.member.id, name: 'Rita Rep' }, permission: 'see-deliveries', by: 'Ann Admin' },
    ]);
    await grant(rep.member.id, 'see-deliveries');
    expect(await overview()).toBe(200);
    expect((await session(rep)).granted).toEqual(['see-deliveries']);
    expect(GrantList.parse(await (await takeBack(rep.member.id, 'see-deliveries')).json()).grants).toEqual(
      [],
    );
    await takeBack(rep.member.id, 'see-deliveries');
    expect(await overview()).toBe(403);
    const events = (await told(rep.member.id)).filter(
      ({ recordType }) => recordType === 'granted-permission',
    );
    expect(events).toMatchObject([
      { by: 'Ann Admin', action: 'deleted', changes: { permission: { old: 'see-deliveries' } } },
      { by: 'Ann Admin', action: 'created', changes: { permission: { new: 'see-deliveries' } } },
    ]);
  });

  test('goes to nobody whom Twenty does not show, and comes back from whoever has left', async () => {
    const gone = MemberId.parse(randomUUID());
    expect((await grant(gone, 'see-audit')).status).toBe(422);
    expect((await takeBack(gone, 'see-audit')).status).toBe(200);
  });

  test('is never the one to give permissions', async () => {
    expect((await grant(rep.member.id, 'manage-roles')).status).toBe(422);
  });
});

describe('who is several things', () => {
  const choose = (as: Rep, role: string | null) => worker.ask('/api/session/role', { as, body: { role } });

  test('works as what they chose, in every window and after the next sign-in, and may do what they may', async () => {
    expect((await session(admin)).activeRole).toBeNull();
    expect(await (await choose(admin, 'rep')).json()).toEqual({ activeRole: 'rep' });
    const again = await worker.signIn(admin.member, [ADMIN_ROLE]);
    expect(await session(again)).toMatchObject({
      activeRole: 'rep',
      permissions: expect.arrayContaining(['manage-roles']),
    });
    expect(await (await choose(again, null)).json()).toEqual({ activeRole: null });
  });

  test('cannot work as what they are not', async () => {
    expect((await choose(rep, 'admin')).status).toBe(422);
    expect((await choose(rep, 'emperor')).status).toBe(422);
  });
});
