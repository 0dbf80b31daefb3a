import { MemberId, WorkspaceId } from '@twenty-dialer/contract';
import { exampleMember } from '@twenty-dialer/contract/examples';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { SignedIn } from '../http/route.ts';
import type { Store } from '../store/port.ts';
import type { TwentyRole } from '../store/session-port.ts';
import { ADMIN_ROLE } from '../testing/test-worker.ts';
import { createRoles } from './roles.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const workspaceId = WorkspaceId.parse('7b1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d');

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

const setUp = (answer: readonly TwentyRole[]) => {
  const asked: string[] = [];
  const roles = createRoles({
    store: { transaction: async () => undefined as never } satisfies Pick<Store, 'transaction'>,
    twentySignIn: {
      currentMember: async (token) => {
        asked.push(token);
        return { member: exampleMember, roles: answer, workspaceId };
      },
    },
    endSession: async () => {},
    accessTokenOf: async () => 'their own token',
    nowMs: () => NOW,
    log: pino({ level: 'silent' }),
  });
  return { asked, roles };
};

test('what somebody is in Twenty is not asked twice at the same time for one session', async () => {
  const { asked, roles } = setUp([ADMIN_ROLE]);
  await Promise.all([roles.of(someone(null)), roles.of(someone(null))]);
  expect(asked).toHaveLength(1);
});
