import { Hono } from 'hono';
import { type ApiKey, createAuthenticate } from './auth/authenticate.ts';
import { createOAuth } from './auth/oauth.ts';
import { oauthRoutes } from './auth/oauth-routes.ts';
import { openSignInStore } from './auth/sign-in-state.ts';
import { createTokenSigner } from './auth/token.ts';
import { createBudget } from './budget/budget.ts';
import { faultRoutes } from './faults/fault-routes.ts';
import { createFaults, type Faults } from './faults/faults.ts';
import { createAnswerer } from './graphql/answer.ts';
import { createIntrospection } from './graphql/introspection.ts';
import { createMetadataAnswerer } from './graphql/metadata.ts';
import { graphqlRoutes } from './graphql/routes.ts';
import type { AppManifest } from './model/app-manifest.ts';
import { createModel } from './model/model.ts';
import type { Pace } from './pace/pace.ts';
import { callLinkRoutes } from './page/call-link.ts';
import { pageRoutes } from './page/page-routes.ts';
import { fileLog, memoryLog } from './records/record-log.ts';
import { openRecords, type Records } from './records/records.ts';
import { WORKSPACE } from './seed/members.ts';
import { putMembers, seedHistory } from './seed/seed.ts';
import { createStats, stateRoutes } from './state-routes.ts';
import { createWebhookSender } from './webhooks/send-webhooks.ts';
import { openWebhookStore } from './webhooks/webhook-store.ts';

export interface SandboxSettings {
  readonly apiKeys: readonly ApiKey[];
  readonly appClientId: string;
  readonly appClientSecret: string;
  readonly isBudgetOn: boolean;
  /** How many times faster than real time the budget refills. */
  readonly clockSpeed: number;
  /** How long an answer of `/graphql` takes at least. */
  readonly pace: Pace;
  /** Null leaves people and history out; the members are always there. */
  readonly seed: number | null;
  readonly dialerUrl: string;
  /** So many reps more; left out: none. */
  readonly crowd?: number;
}

export interface SandboxDeps {
  /** Null: our app is not applied to this workspace. */
  readonly manifest: AppManifest | null;
  /** Null: everything is forgotten when it is closed. */
  readonly dataDir: string | null;
  readonly settings: SandboxSettings;
  /** Milliseconds since the epoch. */
  readonly nowMs: () => number;
  readonly newId: () => string;
  readonly random: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

export interface Sandbox {
  readonly app: Hono;
  readonly faults: Faults;
  readonly records: Records;
  close(): void;
}

/** A stand-in for Twenty 2.31, spoken to over HTTP only. It behaves as a real server was seen to behave. */
export const createSandbox = (deps: SandboxDeps): Sandbox => {
  const { settings, nowMs, newId } = deps;
  const model = createModel(deps.manifest);
  const records = openRecords({ model, log: deps.dataDir === null ? memoryLog() : fileLog(deps.dataDir) });
  const isFirstStart = records.isEmpty;
  putMembers(records, { nowMs: nowMs(), crowd: settings.crowd ?? 0 });
  if (isFirstStart && settings.seed !== null)
    seedHistory({ model, records, nowMs: nowMs(), seed: settings.seed });
  records.flush();

  const webhooks = openWebhookStore(deps.dataDir);
  // From here on: nobody wants to hear of what was made up at the first start.
  records.listen(createWebhookSender({ model, webhooks, workspaceId: WORKSPACE.id, nowMs, fetch }));

  const startedAtMs = nowMs();
  const budgetNow = () => startedAtMs + (nowMs() - startedAtMs) * settings.clockSpeed;
  const budget = createBudget({ now: budgetNow, isOn: settings.isBudgetOn });
  const faults = createFaults({ newId, random: deps.random });
  const stats = createStats();
  const store = openSignInStore(deps.dataDir);
  const signer = createTokenSigner(store.state.signingKey);
  const oauth = createOAuth({
    clientId: settings.appClientId,
    clientSecret: settings.appClientSecret,
    isAppApplied: model.application !== null,
    signer,
    store,
    nowMs,
    newId,
  });

  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'ok', info: {}, error: {}, details: {} }));
  app.get('/client-config', (c) => c.json({ appVersion: 'sandbox (behaves as v2.31.0)' }));
  app.route('/sandbox/faults', faultRoutes(faults));
  app.route('/sandbox', stateRoutes({ model, records, budget, stats }));
  app.route('/', callLinkRoutes({ oauth, dialerUrl: settings.dialerUrl }));
  app.route('/', pageRoutes({ model, records, dialerUrl: settings.dialerUrl }));
  app.route('/', oauthRoutes({ oauth, faults, wait: deps.wait }));
  app.route(
    '/',
    graphqlRoutes({
      authenticate: createAuthenticate({
        apiKeys: settings.apiKeys,
        signer,
        nowMs,
        appName: model.application?.displayName ?? null,
      }),
      answerRecords: createAnswerer({
        model,
        records,
        budget,
        introspection: createIntrospection(model),
        now: () => new Date(nowMs()).toISOString(),
        newId,
        checkPoison: faults.checkPoison,
        onRoot: stats.countRoot,
      }),
      answerMetadata: createMetadataAnswerer({
        model,
        oauth,
        clientId: settings.appClientId,
        store,
        nowMs,
        newId,
        webhooks,
      }),
      faults,
      wait: deps.wait,
      pace: settings.pace,
      nowMs,
      onDocument: stats.countDocument,
      onThrottled: stats.countThrottled,
    }),
  );
  app.notFound((c) =>
    c.json({ message: `Cannot ${c.req.method} ${c.req.path}`, error: 'Not Found', statusCode: 404 }, 404),
  );
  return { app, faults, records, close: () => records.flush() };
};
