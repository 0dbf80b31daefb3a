import { randomUUID } from 'node:crypto';
import { CallPage, type CallReport, HistoryPage, type MemberId } from '@twenty-dialer/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { openTestStore } from '../testing/test-store.ts';
import {
  createTestWorker,
  MEMBER_ROLE,
  type Rep,
  reportOf,
  type TestWorker,
} from '../testing/test-worker.ts';
import { TwentyError } from '../twenty/errors.ts';
import type { TwentyCalls } from '../twenty/port.ts';

const LEAD = { id: 'lead', label: 'Lead', canUpdateAllSettings: false };

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

let worker: TestWorker;
let lead: Rep;
let ann: Rep;
let stranger: Rep;
/** Whose calls Twenty was asked for, each time; null: everybody's. */
let asked: (readonly MemberId[] | null)[];
let isTwentyAway: boolean;
let showsTeams: boolean;
let team: () => readonly Rep[];

beforeEach(async () => {
  asked = [];
  isTwentyAway = false;
  showsTeams = true;
  team = () => [ann];
  const calls: TwentyCalls = {
    list: async (_token, { filter }) => {
      if (isTwentyAway) throw new TwentyError('unreachable', 'Twenty cannot be reached (ECONNREFUSED).');
      asked.push(filter.memberIds);
      return { calls: [], total: 0 };
    },
    one: async () => null,
    members: async () => [],
  };
  worker = await createTestWorker(store, {
    calls,
    twentyAccess: {
      roles: async () => [],
      teamsManagedBy: async () => {
        if (!showsTeams) throw new TwentyError('not-allowed', 'No permission');
        const members = team().map(({ member }) => ({ id: member.id, name: member.firstName }));
        return [{ id: randomUUID(), name: 'North', members }];
      },
    },
  });
  await store.transaction(worker.workspaceId, (tx) =>
    tx.access.map({ twentyRoleId: LEAD.id, label: 'Lead', roles: ['rep', 'manager'] }),
  );
  lead = await worker.signIn({ firstName: 'Lea' }, [LEAD]);
  ann = await worker.signIn({ firstName: 'Ann' }, [MEMBER_ROLE]);
  stranger = await worker.signIn({ firstName: 'Sam' }, [MEMBER_ROLE]);
});

const report = async (rep: Rep): Promise<CallReport> => {
  const made = reportOf(rep, { note: `Said to ${rep.member.firstName}` });
  expect((await worker.ask('/api/call-reports', { as: rep, body: made })).status).toBe(202);
  return made;
};
const history = (as: Rep, query = '') => worker.ask(`/api/history${query}`, { as });
const listed = async (as: Rep, query = '') => HistoryPage.parse(await (await history(as, query)).json());
const callIds = async (as: Rep, query = '') => (await listed(as, query)).calls.map(({ callId }) => callId);

describe('the calls of a manager’s team', () => {
  test('are listed while they are still on their way, by whose they are, and nobody else’s are', async () => {
    const [anns, own] = [await report(ann), await report(lead), await report(stranger)];
    const page = await listed(lead, '?of=team');
    expect(page.calls).toMatchObject([
      { callId: anns.callId, member: { id: ann.member.id, name: 'Ann' }, isMine: false, points: null },
    ]);
    expect(page.counts).toEqual({ inTwenty: 0, onTheWay: 1 });
    expect(asked).toEqual([[ann.member.id]]);
    expect((await callIds(lead)).sort()).toEqual([anns.callId, own.callId].sort());
    expect(await callIds(lead, `?members=${ann.member.id}`)).toEqual([anns.callId]);
    expect(await callIds(lead, `?members=${lead.member.id}`)).toEqual([own.callId]);
    expect(await callIds(lead, `?of=team&members=${stranger.member.id}`)).toEqual([]);
  });

  test('are there while Twenty is away', async () => {
    const { callId } = await report(ann);
    isTwentyAway = true;
    expect(await listed(lead, '?of=team')).toMatchObject({ calls: [{ callId }], twenty: { state: 'away' } });
  });

  test('open with notes and moments, and can be corrected by their rep alone', async () => {
    const { callId, note } = await report(ann);
    const page = CallPage.parse(await (await worker.ask(`/api/history/${callId}`, { as: lead })).json());
    expect(page).toMatchObject({
      own: null,
      call: { isMine: false, member: { name: 'Ann' } },
      notes: [{ text: note }],
    });
    expect(page.moments.length).toBeGreaterThan(0);
    expect((await worker.ask(`/api/calls/${callId}`, { as: lead })).status).toBe(404);
  });

  test('go out of sight with who leaves the team', async () => {
    const { callId } = await report(ann);
    team = () => [stranger];
    expect(await callIds(lead, '?of=team')).toEqual([]);
    expect((await worker.ask(`/api/history/${callId}`, { as: lead })).status).toBe(404);
  });

  test('are nobody’s in a team without reps, and Twenty is not asked for everybody’s in their place', async () => {
    await report(ann);
    team = () => [];
    expect(await callIds(lead, '?of=team')).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('to whom Twenty shows no teams is told so, and sees their own all the same', async () => {
    const own = await report(lead);
    showsTeams = false;
    expect((await history(lead, '?of=team')).status).toBe(502);
    expect(await callIds(lead)).toEqual([own.callId]);
  });
});

test('a rep sees nothing of a colleague’s calls before Twenty shows them', async () => {
  const { callId } = await report(ann);
  expect((await history(stranger, '?of=team')).status).toBe(403);
  expect(await callIds(stranger)).toEqual([]);
  expect((await worker.ask(`/api/history/${callId}`, { as: stranger })).status).toBe(404);
});

test('a single permission is enough to see the calls of one’s team', async () => {
  const { callId } = await report(ann);
  await store.transaction(worker.workspaceId, (tx) =>
    tx.access.grant({
      member: { id: stranger.member.id, name: 'Sam' },
      permission: 'see-team-calls',
      by: 'Ada',
    }),
  );
  expect(await callIds(stranger, '?of=team')).toEqual([callId]);
});
