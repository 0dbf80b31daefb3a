import { randomBytes, randomUUID } from 'node:crypto';
import {
  CallId,
  type CallReport,
  Member,
  WorkspaceId,
  type WorkspaceSettings,
} from '@twenty-dialer/contract';
import { exampleMember, exampleReport } from '@twenty-dialer/contract/examples';
import type { Hono } from 'hono';
import { type Logger, pino } from 'pino';
import { type AppDeps, createApp } from '../app.ts';
import type { AppEnv } from '../http/route.ts';
import { hashOf, randomSecret } from '../identity/session-cookie.ts';
import { createTokenBox } from '../identity/token-box.ts';
import { createCurrentWorkspace } from '../identity/workspace.ts';
import { type AttemptCounts, createAttemptCounts } from '../metrics/attempt-counts.ts';
import { APP_TOKEN_BUDGET } from '../outbox/budget.ts';
import { createSettingsInForce } from '../settings/workspace-settings.ts';
import type { Store } from '../store/port.ts';
import type { TwentyRole } from '../store/session-port.ts';
import { TwentyError } from '../twenty/errors.ts';
import type {
  TwentyAccess,
  TwentyCallLinks,
  TwentyCalls,
  TwentyLook,
  TwentyPeople,
  TwentyProgression,
  TwentySignIn,
} from '../twenty/port.ts';
import { USUAL_SETTINGS } from './settings.ts';

export const PUBLIC_URL = 'http://localhost:4400';

/** A signed-in rep of a test. */
export interface Rep {
  readonly member: Member;
  readonly cookie: string;
  /** What the store keeps in place of the cookie. */
  readonly idHash: string;
}

export interface TestWorker {
  readonly app: Hono<AppEnv>;
  readonly store: Store;
  readonly workspaceId: WorkspaceId;
  readonly stopping: AbortController;
  /** What people's tokens are sealed with. */
  readonly secretKey: Buffer;
  /** Runs what was to be run every so many milliseconds, now. */
  readonly tick: () => void;
  /** A member of the workspace with a session, made without the way over Twenty. */
  signIn(member?: Partial<Member>, roles?: readonly TwentyRole[]): Promise<Rep>;
  /** Asks the worker as the dialer does, `from` an address; a body goes as JSON. */
  ask(
    path: string,
    request?: { as?: Rep; method?: string; body?: unknown; headers?: Record<string, string>; from?: string },
  ): Promise<Response>;
}

export const MEMBER_ROLE: TwentyRole = { id: 'member', label: 'Member', canUpdateAllSettings: false };
export const ADMIN_ROLE: TwentyRole = { id: 'admin', label: 'Admin', canUpdateAllSettings: true };

interface TestWorkerOptions {
  /** What holds where admins set nothing; else every call earns. */
  readonly usual?: Partial<WorkspaceSettings>;
  readonly workspaceId?: string;
  readonly config?: Partial<AppDeps['config']>;
  readonly twentySignIn?: TwentySignIn;
  readonly people?: TwentyPeople;
  readonly calls?: TwentyCalls;
  readonly callLinks?: TwentyCallLinks;
  readonly look?: TwentyLook;
  readonly twentyAccess?: TwentyAccess;
  /** What Twenty has of reps' progression; nothing, unless told otherwise. */
  readonly progression?: TwentyProgression;
  readonly mirror?: AppDeps['mirror'];
  readonly attempts?: AttemptCounts;
  readonly log?: Logger;
  readonly setup?: NonNullable<AppDeps['setup']>;
  readonly room?: AppDeps['room'];
  readonly nowMs?: () => number;
  /** Whether Twenty says which workspace this is. */
  readonly isTwentyThere?: boolean;
}

/** The real app on a real store, in a workspace of its own; what is Twenty's comes from the test. */
export const createTestWorker = async (
  store: Store,
  options: TestWorkerOptions = {},
): Promise<TestWorker> => {
  const workspaceId = WorkspaceId.parse(options.workspaceId ?? randomUUID());
  const twentyUrl = `http://twenty.example/${workspaceId}`;
  const secretKey = randomBytes(32);
  const stopping = new AbortController();
  const learning = new AbortController();
  const timers = new Set<() => void>();
  const log = options.log ?? pino({ level: 'silent' });
  const isThere = options.isTwentyThere ?? true;

  const workspace = createCurrentWorkspace({
    store,
    twenty: {
      workspace: async () => {
        if (isThere) return { id: workspaceId, name: 'Example' };
        learning.abort();
        throw new TwentyError('unreachable', 'Twenty cannot be reached (ECONNREFUSED).');
      },
    },
    twentyUrl,
    log,
    now: () => new Date(),
    sleep: async () => {},
    stopping: learning.signal,
  });
  await workspace.learn();

  const app = createApp({
    config: {
      publicUrl: PUBLIC_URL,
      uiDir: '/nowhere',
      lines: ['practice', 'manual'],
      defaultCountry: 'US',
      practiceCallsToTwenty: true,
      metricsToken: null,
      previousSecretKeys: [],
      trustedProxies: [],
      reportsPerMinute: 3_000,
      alerts: { waitingMinutes: 15, deadLetters: 0, webhook: null, mail: null },
      twenty: { frontUrl: 'http://twenty.example', webhookSecret: null },
      ...options.config,
    },
    store,
    workspace,
    settings: createSettingsInForce({
      store,
      usual: { ...USUAL_SETTINGS, ...options.usual },
      log,
    }),
    twentySignIn: options.twentySignIn ?? absentSignIn,
    people: options.people ?? absentPeople,
    calls: options.calls ?? absentCalls,
    callLinks: options.callLinks ?? { companies: away, opportunities: away },
    look: options.look ?? { at: away },
    twentyAccess: options.twentyAccess ?? { roles: away, teamsManagedBy: away },
    progression: options.progression ?? { of: async () => null },
    delivery: { attempts: options.attempts ?? createAttemptCounts(), budget: APP_TOKEN_BUDGET },
    mirror: options.mirror ?? (() => null),
    ...(options.setup ? { setup: options.setup } : {}),
    secretKey,
    log,
    nowMs: options.nowMs ?? Date.now,
    every: (_ms, run) => {
      timers.add(run);
      return () => timers.delete(run);
    },
    room: options.room ?? (async () => 'enough'),
    stopping: stopping.signal,
    version: '0.0.0',
  });

  const signIn: TestWorker['signIn'] = async (fields = {}, roles = [MEMBER_ROLE]) => {
    const member = Member.parse({ ...exampleMember, id: randomUUID(), ...fields });
    const secret = randomSecret();
    const idHash = hashOf(secret);
    const tokens = {
      accessToken: `access-${member.id}`,
      refreshToken: null,
      expiresAtMs: Date.now() + 3_600_000,
    };
    const encryptedTokens = createTokenBox(secretKey).seal(tokens, idHash);
    await store.transaction(workspaceId, (tx) =>
      tx.sessions.create({ idHash, member, encryptedTokens, roles, lifetimeMs: 3_600_000 }),
    );
    return { member, cookie: `dialer_session=${workspaceId}.${secret}`, idHash };
  };

  const ask: TestWorker['ask'] = async (path, { as, method, body, headers, from } = {}) => {
    const request = {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(as ? { Cookie: as.cookie } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    };
    const overNetwork = from === undefined ? {} : { incoming: { socket: { remoteAddress: from } } };
    return app.request(`${PUBLIC_URL}${path}`, request, overNetwork);
  };

  const tick = () => {
    for (const run of [...timers]) run();
  };

  return { app, store, workspaceId, stopping, secretKey, tick, signIn, ask };
};

/** A report of the rep's own, about a call of its own. */
export const reportOf = (rep: Rep, fields: Partial<CallReport> = {}): CallReport => ({
  ...exampleReport,
  callId: CallId.parse(randomUUID()),
  workspaceMemberId: rep.member.id,
  ...fields,
});

const away = async (): Promise<never> => {
  throw new TwentyError('unreachable', 'Twenty cannot be reached (ECONNREFUSED).');
};
const absentSignIn: TwentySignIn = {
  authorizeUrl: away,
  exchange: away,
  refresh: away,
  revoke: away,
  currentMember: away,
};
const absentCalls: TwentyCalls = { list: away, one: away, members: away };
const absentPeople: TwentyPeople = { search: away, get: away, mayRead: away, create: away };
