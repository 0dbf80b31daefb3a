import { randomUUID } from 'node:crypto';
import {
  type CallReport,
  GrantRequest,
  MapRole,
  Problem,
  ROUTES,
  type RouteName,
} from '@twenty-dialer/contract';
import { EXAMPLES, examplePerson } from '@twenty-dialer/contract/examples';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from './store/port.ts';
import type { TwentyRole } from './store/session-port.ts';
import { openTestStore } from './testing/test-store.ts';
import {
  ADMIN_ROLE,
  createTestWorker,
  MEMBER_ROLE,
  type Rep,
  reportOf,
  type TestWorker,
} from './testing/test-worker.ts';

/** Who asks. `granted`: a rep who was let in to deliveries and team figures; `noRole`: a member whose role is nothing here. */
const ACTORS = ['signedOut', 'noRole', 'rep', 'manager', 'admin', 'granted', 'otherWorkspace'] as const;
type Actor = (typeof ACTORS)[number];

/** What each of them is answered: HTTP status, by whoever asks. */
type Row = Readonly<Record<Actor, number>>;
/** Whose call the request is about, as far as the one who asks is concerned. */
const OWNERS = ['own', 'ofTheirTeam', 'strangers'] as const;
type Owner = (typeof OWNERS)[number];
type ByOwner = Readonly<Record<Owner, Row>>;

const nobody: Row = {
  signedOut: 401,
  noRole: 403,
  rep: 403,
  manager: 403,
  admin: 403,
  granted: 403,
  otherWorkspace: 401,
};
const those = (who: readonly Actor[], status: number): Row => ({
  ...nobody,
  ...Object.fromEntries(who.map((actor) => [actor, status])),
});
const everybody = (status: number): Row => those(ACTORS, status);
const signedIn = (status = 200): Row => those(['noRole', 'rep', 'manager', 'admin', 'granted'], status);
/** The worker cannot know who looks at a page of Twenty's by a session: no session opens these. */
const noSession: Row = everybody(401);
const forCalling = (status = 200): Row => those(['rep', 'admin', 'granted'], status);
const forSeeingDeliveries = (status = 200): Row => those(['admin', 'granted'], status);
const forActingOnDeliveries = (status: number): Row => those(['admin'], status);
const forManagingRoles = (status = 200): Row => those(['admin'], status);

/**
 * What every route answers to everybody: right requests, so that what is not let in is not let in for that reason alone. A
 * route that is not here does not compile; one whose owner matters must say what happens for each.
 */
const EXPECTED: {
  readonly [Name in RouteName]: (typeof ROUTES)[Name]['access'] extends 'owner' ? ByOwner : Row | ByOwner;
} = {
  health: everybody(200),
  readiness: everybody(200),
  metrics: everybody(401),
  signIn: everybody(302),
  signInCallback: { ...signedIn(302), signedOut: 400, otherWorkspace: 400 },
  signOut: everybody(204),
  signOutEverywhere: signedIn(),
  session: signedIn(),
  chooseRole: { ...signedIn(422), admin: 200 },
  reportCall: { own: signedIn(202), ofTheirTeam: nobody, strangers: nobody },
  listCalls: signedIn(),
  getCall: { own: signedIn(), ofTheirTeam: signedIn(404), strangers: signedIn(404) },
  unwrappedCalls: signedIn(),
  history: signedIn(),
  callPage: { own: signedIn(), ofTheirTeam: { ...signedIn(404), manager: 200 }, strangers: signedIn(404) },
  listMembers: signedIn(),
  progression: signedIn(),
  events: signedIn(),
  searchPeople: signedIn(),
  getPerson: signedIn(),
  createPerson: forCalling(),
  numberOwners: forCalling(),
  dialCheck: forCalling(),
  searchCompanies: signedIn(),
  searchOpportunities: signedIn(),
  mirror: signedIn(),
  deliveryOverview: forSeeingDeliveries(),
  listDeliveries: forSeeingDeliveries(),
  deliveryPage: forSeeingDeliveries(404),
  editDelivery: forActingOnDeliveries(404),
  choosePerson: forActingOnDeliveries(404),
  deliveryJobs: forSeeingDeliveries(),
  startDeliveryJob: forActingOnDeliveries(202),
  cancelDeliveryJob: forActingOnDeliveries(404),
  pauseDelivery: forActingOnDeliveries(200),
  resumeDelivery: forActingOnDeliveries(200),
  reconciliations: forSeeingDeliveries(),
  startReconciliation: forActingOnDeliveries(202),
  reconciliation: forSeeingDeliveries(404),
  differences: forSeeingDeliveries(404),
  repairDifferences: forActingOnDeliveries(404),
  cancelReconciliation: forActingOnDeliveries(404),
  deliveryLog: forSeeingDeliveries(),
  twentyWebhook: everybody(404),
  giveDialTicket: noSession,
  liveCall: noSession,
  alerts: forSeeingDeliveries(),
  redeemDialTicket: forCalling(),
  settings: signedIn(),
  changeSettings: signedIn(),
  workspaceSettings: those(['admin'], 200),
  changeWorkspaceSettings: those(['admin'], 200),
  audit: those(['admin'], 200),
  auditLog: those(['admin'], 200),
  team: those(['manager', 'granted'], 200),
  roleMapping: forManagingRoles(),
  mapRole: forManagingRoles(),
  grants: forManagingRoles(),
  grantPermission: forManagingRoles(),
  takeBackPermission: forManagingRoles(),
};

const LEAD_ROLE: TwentyRole = { id: randomUUID(), label: 'Lead', canUpdateAllSettings: false };
const GUEST_ROLE: TwentyRole = { id: randomUUID(), label: 'Guest', canUpdateAllSettings: false };
const EXAMPLE_MAPPING = MapRole.parse(EXAMPLES.mapRole.request?.value);
const EXAMPLE_GRANT = GrantRequest.parse(EXAMPLES.grantPermission.request?.value);
/** The one that the example of mapping names. */
const SOME_ROLE: TwentyRole = {
  id: EXAMPLE_MAPPING.twentyRoleId,
  label: 'Sales',
  canUpdateAllSettings: false,
};

let store: Store;
let worker: TestWorker;
let other: TestWorker;
let actors: Record<Exclude<Actor, 'signedOut'>, Rep>;
/** In the manager's team. */
let teamMember: Rep;
let stranger: Rep;

beforeAll(async () => {
  store = await openTestStore();
  worker = await createTestWorker(store, {
    people: {
      search: async () => [],
      get: async () => examplePerson,
      mayRead: async () => true,
      create: async () => examplePerson,
    },
    calls: {
      list: async () => ({ calls: [], total: 0 }),
      one: async () => null,
      members: async () => [{ id: EXAMPLE_GRANT.memberId, name: 'Ann' }],
    },
    callLinks: { companies: async () => [], opportunities: async () => [] },
    look: { at: async () => null },
    twentySignIn: SIGN_IN,
    twentyAccess: {
      roles: async () => [{ ...SOME_ROLE, members: 1 }],
      teamsManagedBy: async (_token, id) =>
        id === actors.manager.member.id
          ? [{ id: randomUUID(), name: 'North', members: [{ id: teamMember.member.id, name: 'Tom' }] }]
          : [],
    },
    config: { metricsToken: 'a-token' },
  });
  other = await createTestWorker(store);
  teamMember = await worker.signIn();
  stranger = await worker.signIn();
});
afterAll(() => store.close());

// Each request is somebody's first: what one of them changes, signing out above all, is nobody else's matter.
beforeEach(async () => {
  actors = {
    noRole: await worker.signIn({}, [GUEST_ROLE]),
    rep: await worker.signIn({}, [MEMBER_ROLE]),
    manager: await worker.signIn({}, [LEAD_ROLE]),
    admin: await worker.signIn({}, [ADMIN_ROLE]),
    granted: await worker.signIn({}, [MEMBER_ROLE]),
    otherWorkspace: await other.signIn({}, [ADMIN_ROLE]),
  };
  const { id } = actors.granted.member;
  await store.transaction(worker.workspaceId, async (tx) => {
    await tx.access.map({ twentyRoleId: LEAD_ROLE.id, label: 'Lead', roles: ['manager'] });
    await tx.access.map({ twentyRoleId: GUEST_ROLE.id, label: 'Guest', roles: [] });
    for (const permission of ['see-deliveries', 'see-team-figures'] as const) {
      await tx.access.grant({ member: { id, name: 'Granted' }, permission, by: 'Ann' });
    }
  });
});

const never = async (): Promise<never> => {
  throw new Error('Nobody asks for this here.');
};
const SIGN_IN = {
  authorizeUrl: async () => 'http://twenty.example/authorize',
  exchange: never,
  refresh: never,
  revoke: async () => {},
  currentMember: never,
};

/** A request that is right, about a call of the owner's where it is about a call. */
const requestTo = (name: RouteName, report: CallReport) => {
  const { method, path } = ROUTES[name];
  const example: unknown = EXAMPLES[name].request?.value;
  const right = typeof example === 'object' && example !== null ? example : {};
  const given: Record<string, unknown> = { ...right, callId: report.callId };
  const filled = path.replace(/:(\w+)/g, (_all, param: string) => String(given[param] ?? randomUUID()));
  if (method === 'GET') {
    const inPath = [...path.matchAll(/:(\w+)/g)].map(([, param]) => param);
    const query = Object.entries(right).filter(([key]) => !inPath.includes(key));
    const search = new URLSearchParams();
    for (const [key, value] of query) search.set(key, String(value));
    return { path: `${filled}?${search}`, method };
  }
  return { path: filled, method, body: name === 'reportCall' ? { ...report, revision: 9 } : right };
};

/** A call of the owner's that the worker holds. */
const aCallOf = async (owner: Rep): Promise<CallReport> => {
  const report = reportOf(owner, { note: SAID });
  expect((await worker.ask('/api/call-reports', { as: owner, body: report })).status).toBe(202);
  return report;
};
const SAID = 'only-for-whom-it-is';

const askAs = async (actor: Actor, request: ReturnType<typeof requestTo>) => {
  const as = actor === 'signedOut' ? undefined : actors[actor];
  const { path, ...rest } = request;
  const response = await worker.ask(path, as === undefined ? rest : { ...rest, as });
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return { status: response.status, text: '' };
  }
  return { status: response.status, text: await response.text() };
};

const ownerFor = (owner: Owner, actor: Actor): Rep => {
  if (owner === 'ofTheirTeam') return teamMember;
  if (owner === 'strangers' || actor === 'signedOut' || actor === 'otherWorkspace') return stranger;
  return actors[actor];
};

const routes = Object.keys(ROUTES) as RouteName[];
const isByOwner = (expected: Row | ByOwner): expected is ByOwner => 'own' in expected;
const cases = routes.flatMap((name) => {
  const expected = EXPECTED[name];
  return isByOwner(expected)
    ? OWNERS.flatMap((owner) =>
        ACTORS.map((actor) => ({ name, owner, actor, status: expected[owner][actor] })),
      )
    : ACTORS.map((actor) => ({ name, owner: 'own' as const, actor, status: expected[actor] }));
});

test('every route says what it answers to whom', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual([...routes].sort());
});

describe('nobody is let in where they may not be', () => {
  test.each(cases)('$name ($owner) as $actor: $status', async ({ name, owner, actor, status }) => {
    const report = await aCallOf(ownerFor(owner, actor));
    const answer = await askAs(actor, requestTo(name, report));
    expect([answer.status, answer.text.slice(0, 300)]).toEqual([status, expect.anything()]);
    if (status >= 400) expect(answer.text).not.toContain(SAID);
    if (status === 403) {
      const { access } = ROUTES[name];
      expect(Problem.parse(JSON.parse(answer.text)).code).toBe(
        access === 'owner' ? 'not-yours' : 'not-permitted',
      );
    }
  });
});
