import type { Member, WorkspaceId } from '@twenty-dialer/contract';
import { SessionView } from '@twenty-dialer/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import type { TwentyRole } from '../store/session-port.ts';
import { openTestStore } from '../testing/test-store.ts';
import {
  ADMIN_ROLE,
  createTestWorker,
  MEMBER_ROLE,
  type Rep,
  reportOf,
  type TestWorker,
} from '../testing/test-worker.ts';
import { TwentyError } from '../twenty/errors.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

let worker: TestWorker;
let ann: Rep;
let now: number;
let asked: number;
/** What Twenty says to Ann's token. */
let twentySays: () => { member: Member; roles: readonly TwentyRole[]; workspaceId: WorkspaceId };

beforeEach(async () => {
  now = Date.now();
  asked = 0;
  const never = async (): Promise<never> => {
    throw new Error('Nobody asks for this here.');
  };
  worker = await createTestWorker(store, {
    nowMs: () => now,
    twentySignIn: {
      authorizeUrl: never,
      exchange: never,
      refresh: never,
      revoke: never,
      currentMember: async () => {
        asked += 1;
        return twentySays();
      },
    },
  });
  ann = await worker.signIn({ firstName: 'Ann' });
  twentySays = () => ({ member: ann.member, roles: [MEMBER_ROLE], workspaceId: worker.workspaceId });
});

const removed = () => {
  throw new TwentyError('refused', 'Twenty says that you are a member of no workspace.', {
    isSignInRefused: true,
  });
};
const session = () => worker.ask('/api/session', { as: ann });
const seen = async (): Promise<SessionView> => SessionView.parse(await (await session()).json());

describe('within a minute of the change in Twenty', () => {
  test('somebody who is no member any more is signed out', async () => {
    twentySays = removed;
    expect((await session()).status).toBe(200);
    now += 50_000;
    await session();
    await expect.poll(async () => (await session()).status).toBe(401);
  });

  test('so is somebody whose token is another member’s', async () => {
    const other = await worker.signIn();
    twentySays = () => ({ member: other.member, roles: [ADMIN_ROLE], workspaceId: worker.workspaceId });
    now += 50_000;
    await session();
    await expect.poll(async () => (await session()).status).toBe(401);
  });

  test('a new name and address are shown, and every call stays theirs', async () => {
    const report = reportOf(ann);
    await worker.ask('/api/call-reports', { as: ann, body: report });
    twentySays = () => ({
      member: { ...ann.member, lastName: 'Married', email: 'another@example.com' },
      roles: [ADMIN_ROLE],
      workspaceId: worker.workspaceId,
    });
    now += 50_000;
    await session();
    await expect.poll(async () => (await seen()).member.email).toBe('another@example.com');
    expect(await seen()).toMatchObject({
      member: { id: ann.member.id, lastName: 'Married' },
      roles: ['rep', 'admin'],
    });
    expect((await worker.ask(`/api/calls/${report.callId}`, { as: ann })).status).toBe(200);
  });

  test('a window that only listens is told, too', async () => {
    const events = await worker.ask('/api/events', { as: ann });
    const reader = events.body?.getReader();
    twentySays = removed;
    now += 50_000;
    worker.tick();
    await expect.poll(async () => (await session()).status).toBe(401);
    worker.tick();
    for (let isOver = false; !isOver; ) isOver = (await reader?.read())?.done ?? true;
  });
});

test('Twenty is asked once however many requests come, and not again within the minute', async () => {
  now += 50_000;
  await Promise.all(Array.from({ length: 10 }, session));
  await expect.poll(() => asked).toBe(1);
  await session();
  expect(asked).toBe(1);
});

test('a Twenty that is away signs nobody out, and is not asked at every request', async () => {
  twentySays = () => {
    throw new TwentyError('unreachable', 'Twenty cannot be reached (ECONNREFUSED).');
  };
  now += 1_800_000;
  for (let requests = 0; requests < 5; requests += 1) expect((await session()).status).toBe(200);
  await expect.poll(() => asked).toBe(1);
  now += 10_001;
  await session();
  await expect.poll(() => asked).toBe(2);
});
