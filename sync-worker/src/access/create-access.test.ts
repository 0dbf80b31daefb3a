import { MemberId, type Role, WorkspaceId } from '@twenty-dialer/contract';
import { exampleMember } from '@twenty-dialer/contract/examples';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import type { SignedIn } from '../http/route.ts';
import { createRoles } from '../identity/roles.ts';
import type { AccessOfMember } from '../store/access-port.ts';
import type { Store, StoreTransaction } from '../store/port.ts';
import type { TwentyRole } from '../store/session-port.ts';
import { ADMIN_ROLE, MEMBER_ROLE } from '../testing/test-worker.ts';
import { TwentyError } from '../twenty/errors.ts';
import { createAccess, createPermissionGate } from './create-access.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const workspaceId = WorkspaceId.parse('7b1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d');
const away = new TwentyError('unreachable', 'Twenty cannot be reached (ECONNREFUSED).');

const someone = (held: readonly TwentyRole[] | null, askedAgoMs = 0): SignedIn => ({
  member: { ...exampleMember, id: MemberId.parse(exampleMember.id) },
  workspaceId,
  session: {
    idHash: 'hash',
    member: exampleMember,
    encryptedTokens: '',
    createdAt: new Date(NOW),
    expiresAt: new Date(NOW + 1),
    mayReadPeople: null,
    roles: held === null ? null : { roles: held, askedAt: new Date(NOW - askedAgoMs) },
  },
});

const setUp = (answer: readonly TwentyRole[] | Error, said: Partial<AccessOfMember> = {}) => {
  const asked: string[] = [];
  const tx = {
    access: { of: async () => ({ mapped: [], granted: [], chosenRole: null, ...said }) },
    sessions: { keepMember: async () => undefined, remove: async () => undefined },
  };
  const store: Pick<Store, 'transaction'> = {
    transaction: (_workspace, work) => work(tx as unknown as StoreTransaction),
  };
  const roles = createRoles({
    store,
    twentySignIn: {
      currentMember: async (token) => {
        asked.push(token);
        if (answer instanceof Error) throw answer;
        return { member: exampleMember, roles: answer, workspaceId };
      },
    },
    accessTokenOf: async () => 'their own token',
    endSession: async () => undefined,
    nowMs: () => NOW,
    log: pino({ level: 'silent' }),
  });
  const access = createAccess({ store, roles });
  return { asked, access, letIn: createPermissionGate(access) };
};

describe('what needs a permission', () => {
  test('is open to a role that has it, and Twenty is not asked again within a minute', async () => {
    const { asked, letIn } = setUp(away);
    await letIn(someone([MEMBER_ROLE, ADMIN_ROLE], 59_000), 'see-deliveries');
    expect(asked).toEqual([]);
  });

  test('is closed to everybody else, with what they are here and in Twenty', async () => {
    const refused = setUp(away).letIn(someone([MEMBER_ROLE]), 'see-deliveries');
    await expect(refused).rejects.toMatchObject({ code: 'not-permitted' });
    await expect(refused).rejects.toThrow(
      '"see-deliveries". You are rep here, by your role in Twenty (Member)',
    );
  });

  test('is open to whom an admin let in beyond their role', async () => {
    const { letIn } = setUp(away, { granted: ['act-on-deliveries'] });
    await letIn(someone([MEMBER_ROLE]), 'see-deliveries');
    await expect(letIn(someone([MEMBER_ROLE]), 'see-audit')).rejects.toMatchObject({ code: 'not-permitted' });
  });

  test('is closed within a minute to somebody whose role was taken away', async () => {
    const { asked, letIn } = setUp([MEMBER_ROLE]);
    await expect(letIn(someone([ADMIN_ROLE], 60_000), 'see-audit')).rejects.toMatchObject({
      code: 'not-permitted',
    });
    expect(asked).toEqual(['their own token']);
  });

  test('is open within a minute to somebody who got the role', async () => {
    await setUp([ADMIN_ROLE]).letIn(someone([MEMBER_ROLE], 60_000), 'see-audit');
  });

  test('stays as it was while Twenty is away, because an admin is needed most then', async () => {
    await setUp(away).letIn(someone([ADMIN_ROLE], 86_400_000), 'act-on-deliveries');
    await expect(
      setUp(away).letIn(someone([MEMBER_ROLE], 86_400_000), 'act-on-deliveries'),
    ).rejects.toMatchObject({ code: 'not-permitted' });
  });

  test('is open to nobody of whom Twenty never said what they are', async () => {
    await expect(setUp(away).letIn(someone(null), 'see-deliveries')).rejects.toBe(away);
  });

  test('is closed to a sign-in that Twenty took back, and a new one is asked for', async () => {
    const takenBack = new TwentyError('not-allowed', 'Token invalid.', { isSignInRefused: true });
    await expect(
      setUp(takenBack).letIn(someone([ADMIN_ROLE], 60_000), 'see-deliveries'),
    ).rejects.toMatchObject({ code: 'not-signed-in' });
  });
});

test('a rep never waits for Twenty before they dial', async () => {
  const { asked, letIn } = setUp(away);
  await letIn(someone([MEMBER_ROLE], 86_400_000), 'make-calls');
  expect(asked).toEqual([]);
});

describe('as what somebody works', () => {
  const asked = async (chosenRole: Role, held: TwentyRole) =>
    (await setUp(away, { chosenRole }).access.asHeld(someone([held]))).activeRole;

  test('is what they chose', async () => {
    expect(await asked('admin', ADMIN_ROLE)).toBe('admin');
  });

  test('is all of it again when they are not that any more, or nothing else', async () => {
    expect(await asked('manager', ADMIN_ROLE)).toBeNull();
    expect(await asked('rep', MEMBER_ROLE)).toBeNull();
  });

  test('changes nothing of what they may do', async () => {
    const { access } = setUp(away, { chosenRole: 'rep' });
    expect((await access.asHeld(someone([ADMIN_ROLE]))).permissions).toContain('manage-roles');
  });
});
