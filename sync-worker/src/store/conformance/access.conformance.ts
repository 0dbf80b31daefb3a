import { randomUUID } from 'node:crypto';
import { MemberId } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import type { NewWorld } from '../conformance.ts';

export const accessConformance = (newWorld: NewWorld): void => {
  const seller = { twentyRoleId: 'seller', label: 'Seller', roles: ['rep'] } as const;
  const lead = { twentyRoleId: 'lead', label: 'Lead', roles: ['rep', 'manager'] } as const;

  test('a role of Twenty’s is what it was last mapped to, and nothing was said of the others', async () => {
    const { tx, memberId } = newWorld();
    const of = (...ids: string[]) => tx((t) => t.access.of(memberId, ids));
    expect(await of('seller')).toEqual({ mapped: [], granted: [], chosenRole: null });
    await tx((t) => t.access.map(seller));
    await tx((t) => t.access.map(lead));
    await tx((t) => t.access.map({ ...seller, label: 'Sales', roles: [] }));
    expect((await of('seller', 'unheard of')).mapped).toEqual([{ twentyRoleId: 'seller', roles: [] }]);
    expect(await tx((t) => t.access.mapping())).toEqual([lead, { ...seller, label: 'Sales', roles: [] }]);
    expect(await tx((t) => t.access.unmap('seller'))).toBe(true);
    expect(await tx((t) => t.access.unmap('seller'))).toBe(false);
    expect((await of('seller', 'lead')).mapped).toEqual([
      { twentyRoleId: 'lead', roles: ['rep', 'manager'] },
    ]);
  });

  test('roles that somebody signed in with are known, as they were called last', async () => {
    const { tx, memberId } = newWorld();
    const member = { id: memberId, firstName: 'Ada', lastName: 'Bell', email: 'ada@example.com' };
    const role = { id: 'one', label: 'Member', canUpdateAllSettings: false };
    const session = { member, encryptedTokens: 'sealed', lifetimeMs: 60_000 };
    await tx((t) => t.sessions.create({ ...session, idHash: 'never asked' }));
    expect(await tx((t) => t.access.rolesSeen())).toEqual([]);
    await tx((t) => t.sessions.create({ ...session, idHash: 'older', roles: [role] }));
    await tx((t) =>
      t.sessions.create({ ...session, idHash: 'newer', roles: [{ ...role, label: 'Seller' }] }),
    );
    expect(await tx((t) => t.access.rolesSeen())).toEqual([{ ...role, label: 'Seller' }]);
  });

  test('a permission is a member’s from when it is given until it is taken back, and nobody else’s', async () => {
    const { tx, memberId } = newWorld();
    const other = MemberId.parse(randomUUID());
    const given = {
      member: { id: memberId, name: 'Ada Bell' },
      permission: 'see-audit',
      by: 'Ann Admin',
    } as const;
    expect(await tx((t) => t.access.grant(given))).toBe(true);
    expect(await tx((t) => t.access.grant({ ...given, by: 'Another' }))).toBe(false);
    expect(await tx((t) => t.access.grants())).toEqual([{ ...given, at: expect.any(String) }]);
    expect((await tx((t) => t.access.of(memberId, []))).granted).toEqual(['see-audit']);
    expect((await tx((t) => t.access.of(other, []))).granted).toEqual([]);
    expect(await tx((t) => t.access.takeBack(memberId, 'see-deliveries'))).toBe(false);
    expect(await tx((t) => t.access.takeBack(memberId, 'see-audit'))).toBe(true);
    expect(await tx((t) => t.access.grants())).toEqual([]);
  });

  test('a permission that this version does not know counts for nothing', async () => {
    const { tx, memberId, rows } = newWorld();
    await rows(
      `insert into granted_permission (member_id, permission, member_name, granted_by) values ($1, 'fly', 'Ada', 'Ann')`,
      [memberId],
    );
    expect((await tx((t) => t.access.of(memberId, []))).granted).toEqual([]);
    expect(await tx((t) => t.access.grants())).toEqual([]);
  });

  test('as what somebody works is kept until they choose again', async () => {
    const { tx, memberId } = newWorld();
    const chosen = async () => (await tx((t) => t.access.of(memberId, []))).chosenRole;
    await tx((t) => t.access.choose(memberId, 'manager'));
    await tx((t) => t.access.choose(memberId, 'admin'));
    expect(await chosen()).toBe('admin');
    await tx((t) => t.access.choose(memberId, null));
    expect(await chosen()).toBeNull();
  });
};
