import { MemberId, WorkspaceId } from '@twenty-dialer/contract';
import { exampleMember } from '@twenty-dialer/contract/examples';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import type { SignedIn } from '../http/route.ts';
import type { Store } from '../store/port.ts';
import type { TwentyRole } from '../store/session-port.ts';
import { ADMIN_ROLE, MEMBER_ROLE } from '../testing/test-worker.ts';
import { TwentyError } from '../twenty/errors.ts';
import { createAdminGate, createRoles } from './roles.ts';

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

const setUp = (answer: readonly TwentyRole[] | Error) => {
  const asked: string[] = [];
  const roles = createRoles({
    store: { transaction: async () => undefined as never } satisfies Pick<Store, 'transaction'>,
    twentySignIn: {
      currentMember: async (token) => {
        asked.push(token);
        if (answer instanceof Error) throw answer;
        return { member: exampleMember, roles: answer, workspaceId };
      },
    },
    endSession: async () => {},
    accessTokenOf: async () => 'their own token',
    nowMs: () => NOW,
    log: pino({ level: 'silent' }),
  });
  return { asked, roles, letIn: createAdminGate(roles) };
};

describe('what is for admins', () => {
  test('is open to a role that may change all settings, and Twenty is not asked again within a minute', async () => {
    const { asked, letIn } = setUp(away);
    await letIn(someone([MEMBER_ROLE, ADMIN_ROLE], 59_000));
    expect(asked).toEqual([]);
  });

  test('is closed to everybody else, with the role by name', async () => {
    const refused = setUp(away).letIn(someone([MEMBER_ROLE]));
    await expect(refused).rejects.toMatchObject({ code: 'not-an-admin' });
    await expect(refused).rejects.toThrow('Member');
  });

  test('is closed within a minute to somebody who is no admin any more', async () => {
    const { asked, letIn } = setUp([MEMBER_ROLE]);
    await expect(letIn(someone([ADMIN_ROLE], 60_000))).rejects.toMatchObject({ code: 'not-an-admin' });
    expect(asked).toEqual(['their own token']);
  });

  test('is open within a minute to somebody who became one', async () => {
    await setUp([ADMIN_ROLE]).letIn(someone([MEMBER_ROLE], 60_000));
  });

  test('stays open while Twenty is away, because an admin is needed most then', async () => {
    await setUp(away).letIn(someone([ADMIN_ROLE], 86_400_000));
    await expect(setUp(away).letIn(someone([MEMBER_ROLE], 86_400_000))).rejects.toMatchObject({
      code: 'not-an-admin',
    });
  });

  test('is open to nobody of whom Twenty never said what they may', async () => {
    await expect(setUp(away).letIn(someone(null))).rejects.toBe(away);
  });

  test('is closed to a sign-in that Twenty took back, and a new one is asked for', async () => {
    const takenBack = new TwentyError('not-allowed', 'Token invalid.', { isSignInRefused: true });
    await expect(setUp(takenBack).letIn(someone([ADMIN_ROLE], 60_000))).rejects.toMatchObject({
      code: 'not-signed-in',
    });
  });

  test('is not found out twice at the same time for one session', async () => {
    const { asked, roles } = setUp([ADMIN_ROLE]);
    await Promise.all([roles.of(someone(null)), roles.of(someone(null))]);
    expect(asked).toHaveLength(1);
  });
});
