import { exampleMember } from '@twenty-dialer/contract/examples';
import { expect, test } from 'vitest';
import type { NewWorld } from '../conformance.ts';

export const sessionsConformance = (newWorld: NewWorld): void => {
  const inNewWorld = () => {
    const world = newWorld();
    const member = { id: world.memberId, firstName: 'Ada', lastName: 'Bell', email: 'ada@example.com' };
    const create = (idHash: string, lifetimeMs = 60_000) =>
      world.tx((t) => t.sessions.create({ idHash, member, encryptedTokens: 'sealed', lifetimeMs }));
    const find = (idHash: string) => world.tx((t) => t.sessions.find(idHash));
    return { ...world, member, create, find };
  };

  test('a session is found until it ends', async () => {
    const { create, find, passTime, member } = inNewWorld();
    await create('hash');
    const session = await find('hash');
    expect(session).toMatchObject({ idHash: 'hash', member, encryptedTokens: 'sealed' });
    expect(Number(session?.expiresAt) - Number(session?.createdAt)).toBe(60_000);
    expect(await find('another')).toBeNull();
    await passTime(60_000);
    expect(await find('hash')).toBeNull();
  });

  test('fresh tokens replace the old ones', async () => {
    const { create, find, tx } = inNewWorld();
    await create('hash');
    await tx((t) => t.sessions.updateTokens('hash', 'sealed anew'));
    expect(await find('hash')).toMatchObject({ encryptedTokens: 'sealed anew' });
  });

  test('how somebody is called and what they may is kept as Twenty said last, and since when', async () => {
    const { create, find, tx } = inNewWorld();
    await create('hash');
    expect((await find('hash'))?.roles).toBeNull();
    const roles = [{ id: 'one', label: 'Admin', canUpdateAllSettings: true }];
    const member = { ...exampleMember, lastName: 'Married', email: 'another@example.com' };
    await tx((t) => t.sessions.keepMember('hash', member, roles));
    expect(await find('hash')).toMatchObject({ member, roles: { roles, askedAt: expect.any(Date) } });
  });

  test('signing out ends one session and no other', async () => {
    const { create, find, tx } = inNewWorld();
    await create('one');
    await create('two');
    await tx((t) => t.sessions.remove('one'));
    expect(await find('one')).toBeNull();
    expect(await find('two')).not.toBeNull();
  });

  test('expired sessions are not kept', async () => {
    const { create, passTime, rows } = inNewWorld();
    await create('old', 1_000);
    await passTime(1_000);
    await create('new');
    expect(await rows('select id_hash from session')).toEqual([{ id_hash: 'new' }]);
  });

  test('a sign-in is finished once, and only in time', async () => {
    const { tx, passTime } = inNewWorld();
    const attempt = { codeVerifier: 'verifier', returnTo: '/calls' };
    const consume = (stateHash: string) => tx((t) => t.signIns.consume(stateHash));
    await tx((t) => t.signIns.create({ ...attempt, stateHash: 'state', lifetimeMs: 60_000 }));
    await tx((t) => t.signIns.create({ ...attempt, stateHash: 'late', lifetimeMs: 1_000 }));
    expect(await consume('state')).toEqual(attempt);
    expect(await consume('state')).toBeNull();
    await passTime(1_000);
    expect(await consume('late')).toBeNull();
    expect(await consume('never made')).toBeNull();
  });
};
