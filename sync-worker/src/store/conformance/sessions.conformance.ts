import { exampleMember } from '@twenty-dialer/contract/examples';
import { describe, expect, test } from 'vitest';
import type { StoreWorld } from '../../testing/store-world.ts';
import type { NewWorld } from '../conformance.ts';
import type { StoreChange } from '../port.ts';

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

  describe('the cookie changes while the session goes on', () => {
    const cookieOf = async (tx: StoreWorld['tx'], hash: string) =>
      (await tx((t) => t.sessions.findByCookie(hash)))?.cookie ?? null;
    const renew = (tx: StoreWorld['tx'], from: string, to: string) =>
      tx((t) => t.sessions.renewCookie('hash', { from, to }));
    const DAY_MS = 86_400_000;
    const LONG_MS = 30 * DAY_MS;

    test('after a day in use, and no sooner', async () => {
      const { create, tx, passTime } = inNewWorld();
      await create('hash', LONG_MS);
      await passTime(DAY_MS - 60_000);
      expect(await cookieOf(tx, 'hash')).toBe('leave');
      await passTime(60_000);
      expect(await cookieOf(tx, 'hash')).toBe('renew');
      expect(await renew(tx, 'hash', 'second')).toBe(true);
      expect(await tx((t) => t.sessions.findByCookie('second'))).toMatchObject({
        session: { idHash: 'hash' },
      });
    });

    test('when what the session may do has changed, and not when it was only told again', async () => {
      const { create, tx, member } = inNewWorld();
      await create('hash');
      const roles = [{ id: 'one', label: 'Member', canUpdateAllSettings: false }];
      await tx((t) => t.sessions.keepMember('hash', member, roles));
      await tx((t) => t.sessions.keepMember('hash', member, roles));
      expect(await cookieOf(tx, 'hash')).toBe('leave');
      await tx((t) =>
        t.sessions.keepMember('hash', member, [{ id: 'two', label: 'Admin', canUpdateAllSettings: true }]),
      );
      expect(await cookieOf(tx, 'hash')).toBe('renew');
      await renew(tx, 'hash', 'second');
      expect(await cookieOf(tx, 'second')).toBe('confirm');
    });

    test('requests that left before the answer came are let in for a minute after the new cookie is back', async () => {
      const { create, tx, passTime } = inNewWorld();
      await create('hash', LONG_MS);
      expect(await renew(tx, 'hash', 'second')).toBe(true);
      // The quicker of two requests gives the cookie; the other one's would be of no use.
      expect(await renew(tx, 'hash', 'third')).toBe(false);
      expect(await cookieOf(tx, 'hash')).toBe('leave');
      expect(await cookieOf(tx, 'third')).toBeNull();
      await tx((t) => t.sessions.confirmCookie('hash'));
      expect(await cookieOf(tx, 'second')).toBe('leave');
      await passTime(59_000);
      expect(await cookieOf(tx, 'hash')).toBe('leave');
      await passTime(1_000);
      expect(await cookieOf(tx, 'hash')).toBeNull();
      expect(await cookieOf(tx, 'second')).toBe('leave');
    });

    test('an answer with the new cookie that was lost signs nobody out, however late they come back', async () => {
      const { create, tx, passTime } = inNewWorld();
      await create('hash', LONG_MS);
      await renew(tx, 'hash', 'lost');
      await passTime(DAY_MS);
      expect(await cookieOf(tx, 'hash')).toBe('renew');
      expect(await renew(tx, 'hash', 'third')).toBe(true);
      expect(await cookieOf(tx, 'third')).toBe('confirm');
      expect(await cookieOf(tx, 'lost')).toBeNull();
    });
  });

  test('signing out everywhere ends all sessions of the member and nobody else’s', async () => {
    const { create, find, tx, member, store, workspaceId, memberId } = inNewWorld();
    const other = { ...member, id: exampleMember.id };
    await create('one');
    await create('two');
    await tx((t) =>
      t.sessions.create({ idHash: 'other', member: other, encryptedTokens: 'sealed', lifetimeMs: 60_000 }),
    );
    const heard: StoreChange[] = [];
    const stop = store.onChange((change) => {
      if (change.workspaceId === workspaceId) heard.push(change);
    });
    const ended = await tx((t) => t.sessions.removeAllOf(memberId));
    expect(ended.map(({ idHash }) => idHash).sort()).toEqual(['one', 'two']);
    expect([await find('one'), await find('two')]).toEqual([null, null]);
    expect(await find('other')).not.toBeNull();
    await expect.poll(() => heard).toEqual([{ workspaceId, topic: 'sessions', memberId }]);
    stop();
  });

  test('whose session it was is known once more when it comes back too late', async () => {
    const { create, tx, passTime, member } = inNewWorld();
    await create('hash', 1_000);
    expect(await tx((t) => t.sessions.removeExpired('hash'))).toBeNull();
    await passTime(1_000);
    expect(await tx((t) => t.sessions.removeExpired('hash'))).toMatchObject({ member });
    expect(await tx((t) => t.sessions.removeExpired('hash'))).toBeNull();
  });

  test('all workers count together, each window for itself', async () => {
    const { tx } = inNewWorld();
    const add = (counted: string, minute: number, count: number) =>
      tx((t) => t.requestCounts.add(counted, { windowAt: new Date(minute * 60_000), count }));
    expect(await add('reports of one', 1, 5)).toBe(5);
    expect(await add('reports of one', 1, 7)).toBe(12);
    expect(await add('reports of two', 1, 1)).toBe(1);
    expect(await add('reports of one', 2, 3)).toBe(3);
  });

  test('a sign-in that nobody finished is noted without a member', async () => {
    const { tx, rows } = inNewWorld();
    await tx((t) =>
      t.audit.noteSession({ action: 'sign-in-failed', member: null, roles: [], reason: 'Why.' }),
    );
    expect(
      await rows(
        `select member_id, member, subject, detail, request_id from audit_event where action = 'sign-in-failed'`,
      ),
    ).toEqual([{ member_id: null, member: null, subject: null, detail: 'Why.', request_id: null }]);
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
