import { randomUUID } from 'node:crypto';
import { type CallReport, Problem, TeamView } from '@twenty-dialer/contract';
import { exampleReport } from '@twenty-dialer/contract/examples';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keepUp } from '../projections/keep-up.ts';
import type { Store } from '../store/port.ts';
import type { TwentyRole } from '../store/session-port.ts';
import type { ManagedTeam } from '../store/team-port.ts';
import { openTestStore } from '../testing/test-store.ts';
import { createTestWorker, type Rep, reportOf, type TestWorker } from '../testing/test-worker.ts';
import { TwentyError } from '../twenty/errors.ts';
import { mondayOf } from './routes.ts';

const LEAD: TwentyRole = { id: 'lead', label: 'Lead', canUpdateAllSettings: false };

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

let worker: TestWorker;
let lead: Rep;
let ann: Rep;
let bob: Rep;
let asked: string[];
let now: number;
let twentySays: () => readonly ManagedTeam[];

beforeEach(async () => {
  asked = [];
  now = Date.now();
  worker = await createTestWorker(store, {
    nowMs: () => now,
    twentyAccess: {
      roles: async () => [],
      teamsManagedBy: async (token) => {
        asked.push(token);
        return twentySays();
      },
    },
  });
  await store.transaction(worker.workspaceId, (tx) =>
    tx.access.map({ twentyRoleId: LEAD.id, label: 'Lead', roles: ['manager'] }),
  );
  lead = await worker.signIn({ firstName: 'Lea' }, [LEAD]);
  ann = await worker.signIn({ firstName: 'Ann' });
  bob = await worker.signIn({ firstName: 'Bob' });
  const north = team('North', ann, bob);
  twentySays = () => [north];
});

const team = (name: string, ...members: Rep[]): ManagedTeam => ({
  id: randomUUID(),
  name,
  members: members.map(({ member }) => ({ id: member.id, name: member.firstName })),
});
const ask = (as: Rep, today = '2026-11-20') => worker.ask(`/api/team?today=${today}`, { as });
const seen = async (as: Rep = lead): Promise<TeamView> => TeamView.parse(await (await ask(as)).json());
const report = (rep: Rep, changes: Partial<CallReport> = {}) =>
  worker.ask('/api/call-reports', { as: rep, body: reportOf(rep, changes) });

describe('a manager', () => {
  test('sees what each of their reps came to today and this week', async () => {
    await report(ann);
    await report(ann, { stage: 'ended', wrappedUpAt: null, outcome: null, note: '' });
    await keepUp({ store, workspaceId: worker.workspaceId, intervalMs: 0 });
    const { teams, weekStart, twenty } = await seen();
    expect([weekStart, twenty.state]).toEqual(['2026-11-16', 'read']);
    expect(teams).toMatchObject([
      {
        name: 'North',
        reps: [
          {
            member: { name: 'Ann' },
            today: { calls: 2, unwrapped: 1 },
            week: { calls: 2 },
            rank: 'rookie-1',
          },
          { member: { name: 'Bob' }, today: { calls: 0, talkSeconds: 0 }, totalXp: 0 },
        ],
      },
    ]);
    const [first] = teams[0]?.reps ?? [];
    expect(first?.today.talkSeconds).toBeGreaterThan(0);
    expect(first?.today.xp).toBe(first?.totalXp);
    expect(first?.totalXp).toBeGreaterThan(0);
  });

  test('sees who is in the team now, and Twenty is asked with their own token, once a minute at most', async () => {
    await Promise.all([ask(lead), ask(lead)]);
    await ask(lead);
    expect(asked).toEqual([`access-${lead.member.id}`]);
    twentySays = () => [team('North', bob)];
    now += 61_000;
    const { teams } = await seen();
    expect(teams[0]?.reps.map(({ member }) => member.name)).toEqual(['Bob']);
  });

  test('keeps their team while Twenty is away, and is told since when it is so', async () => {
    await ask(lead);
    twentySays = () => {
      throw new TwentyError('unreachable', 'Twenty cannot be reached (ECONNREFUSED).');
    };
    now += 600_000;
    const { teams, twenty, readAt } = await seen();
    expect(teams[0]?.reps).toHaveLength(2);
    expect(twenty).toMatchObject({ state: 'away', message: expect.stringContaining('ECONNREFUSED') });
    expect(Date.parse(readAt ?? '')).toBeLessThan(now - 500_000);
  });

  test('to whom Twenty shows no teams is told so, instead of an old list', async () => {
    await ask(lead);
    twentySays = () => {
      throw new TwentyError('not-allowed', 'Entity performing the request does not have permission');
    };
    now += 61_000;
    const response = await ask(lead);
    expect(response.status).toBe(502);
    expect(Problem.parse(await response.json()).code).toBe('twenty-refused');
  });

  test('who leads nobody has no team', async () => {
    twentySays = () => [];
    expect((await seen()).teams).toEqual([]);
  });
});

test('a rep does not see the figures of their colleagues', async () => {
  expect((await ask(ann)).status).toBe(403);
});

test('a day that is none is refused', async () => {
  expect((await ask(lead, 'today')).status).toBe(422);
  expect((await ask(lead, '2026-02-30')).status).toBe(422);
  expect((await ask(lead, '0000-01-01')).status).toBe(422);
});

test.each([
  ['2026-11-16', '2026-11-16'],
  ['2026-11-22', '2026-11-16'],
  ['2026-01-01', '2025-12-29'],
])('the week of %s begins on Monday, %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

test('the example is a call of the day that is asked about', () => {
  expect(exampleReport.startedAt).toMatch(/^2026-11-20/);
});
