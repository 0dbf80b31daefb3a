import { Problem, ROUTES, type RouteName } from '@twenty-dialer/contract';
import { examplePerson } from '@twenty-dialer/contract/examples';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptCall } from './intake/accept-call.ts';
import type { Store } from './store/port.ts';
import { type MalformedRequest, malformedRequests, VIEWER_BEARER } from './testing/malformed-requests.ts';
import { settled } from './testing/settings.ts';
import { openTestStore } from './testing/test-store.ts';
import {
  ADMIN_ROLE,
  createTestWorker,
  MEMBER_ROLE,
  type Rep,
  reportOf,
  type TestWorker,
} from './testing/test-worker.ts';
import { TwentyError } from './twenty/errors.ts';

/** `FUZZ_REQUESTS=20000 npx vitest run --project unit sync-worker/src/fuzz.test.ts` is the full run. */
const { FUZZ_REQUESTS = '1500' } = process.env;

const AT_THE_DOOR = new Set([401, 403, 405]);
const SECRET = 'only-of-the-other-workspace';
/** Traces of a stack, or of where this runs. */
const INSIDES =
  /node_modules|\/sync-worker\/src\/|\.ts:\d+|\bat \w+ \(|syntax error at|outbox_entry|relation "/;

let store: Store;
let worker: TestWorker;
let reps: Record<'rep' | 'admin' | 'stranger', Rep>;
/** Routes whose own code had its say: the request got past every gate. */
const reached = new Set<RouteName>();

beforeAll(async () => {
  store = await openTestStore();
  worker = await createTestWorker(store, {
    people: PEOPLE,
    calls: NO_CALLS,
    look: { at: async () => null },
    callLinks: NO_LINKS,
    twentySignIn: SIGN_IN,
    twentyAccess: { roles: async () => [], teamsManagedBy: async () => [] },
  });
  // So that one of them gets past every gate.
  await store.transaction(worker.workspaceId, (tx) =>
    tx.access.map({ twentyRoleId: ADMIN_ROLE.id, label: 'Admin', roles: ['rep', 'manager', 'admin'] }),
  );
  const other = await createTestWorker(store);
  const stranger = await other.signIn({ firstName: SECRET, lastName: SECRET }, [ADMIN_ROLE]);
  await fill(other, stranger);
  const rep = await worker.signIn();
  await fill(worker, rep);
  const admin = await worker.signIn({}, [ADMIN_ROLE]);
  reps = { rep, admin, stranger };
});
afterAll(() => store.close());

const PEOPLE = {
  search: async () => [examplePerson],
  get: async () => null,
  mayRead: async () => true,
  create: async () => examplePerson,
};
/** Whatever code or token is shown: nobody of this Twenty's. */
const refused = async (): Promise<never> => {
  throw new TwentyError('refused', 'invalid_grant');
};
const SIGN_IN = {
  authorizeUrl: async () => 'http://twenty.example/authorize',
  exchange: refused,
  refresh: refused,
  revoke: async () => {},
  currentMember: async (token: string) =>
    token === VIEWER_BEARER
      ? { member: reps.rep.member, roles: [MEMBER_ROLE], workspaceId: worker.workspaceId }
      : refused(),
};
const NO_CALLS = {
  list: async () => ({ calls: [], total: 0 }),
  one: async () => null,
  members: async () => [],
};
const NO_LINKS = { companies: async () => [], opportunities: async () => [] };

const fill = async (of: TestWorker, rep: Rep): Promise<void> => {
  const accept = acceptCall({
    store: of.store,
    practiceCallsToTwenty: true,
    settings: settled(),
  });
  for (let calls = 0; calls < 3; calls += 1) {
    await accept(
      of.workspaceId,
      reportOf(rep, { note: rep.member.firstName === SECRET ? SECRET : 'Ours.' }),
      rep.member,
    );
  }
};

const cookieOf = (as: MalformedRequest['as']): Record<string, string> => {
  if (as === 'nobody') return {};
  if (as !== 'tampered') return { Cookie: reps[as].cookie };
  return { Cookie: reps.rep.cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) };
};

/** Whoever signed out signs in again: else all that follows would stop at the door. */
const signInAgain = async (as: MalformedRequest['as']): Promise<void> => {
  if (as !== 'rep' && as !== 'admin') return;
  reps[as] = await worker.signIn(reps[as].member, [as === 'admin' ? ADMIN_ROLE : MEMBER_ROLE]);
};

const send = async ({ path, method, as, headers, body }: MalformedRequest): Promise<Response> =>
  worker.app.request(`http://localhost:4400${path}`, {
    method,
    headers: { ...headers, ...cookieOf(as) },
    ...(body === null ? {} : { body }),
  });

const readAll = async (response: Response): Promise<string> => {
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return '';
  }
  return response.text();
};

test(
  'whatever somebody sends, nobody is told of another workspace or of our insides, and nothing breaks',
  async () => {
    await fc.assert(
      fc.asyncProperty(malformedRequests, async (request) => {
        const response = await send(request);
        if (request.name === 'signOut' || request.name === 'signOutEverywhere') await signInAgain(request.as);
        if (!AT_THE_DOOR.has(response.status)) reached.add(request.name);
        const answer = await readAll(response);
        const told = `${answer} ${JSON.stringify([...response.headers])}`;
        expect(response.status).toBeLessThan(500);
        expect(told).not.toContain(SECRET);
        expect(told).not.toMatch(INSIDES);
        if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
          expect(Problem.parse(JSON.parse(answer)).status).toBe(response.status);
        }
      }),
      { numRuns: Number(FUZZ_REQUESTS) },
    );
    expect([...reached].sort()).toEqual(Object.keys(ROUTES).sort());
  },
  Number(FUZZ_REQUESTS) * 100,
);
