import { ROUTES, type RouteName, type StorageRoom } from '@twenty-dialer/contract';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { type Access, createAccess, createPermissionGate } from './access/create-access.ts';
import { accessRoutes } from './access/routes.ts';
import { alertRoutes } from './alerts/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { clickToCallRoutes } from './click-to-call/routes.ts';
import { createViewerGate } from './click-to-call/viewer-gate.ts';
import type { Config } from './config.ts';
import { createDeliveryView } from './deliveries/delivery-view.ts';
import { deliveriesRoutes } from './deliveries/routes.ts';
import { deliveryLogRoutes } from './delivery-log/routes.ts';
import { browseRoutes } from './history/browse-routes.ts';
import { createCallView } from './history/call-view.ts';
import { historyRoutes } from './history/routes.ts';
import { unwrappedRoute } from './history/unwrapped-route.ts';
import { clientAddress } from './http/address.ts';
import { frontComponentCors } from './http/front-components.ts';
import { healthRoutes } from './http/health.ts';
import { signInProblemPage } from './http/page.ts';
import { isSurprise, ProblemError, problemResponse, toProblem } from './http/problem.ts';
import { limitBody, requestLog } from './http/request-log.ts';
import { type AppEnv, type Gate, mountRoutes, type RouteContext, type SignedIn } from './http/route.ts';
import { createRouteLimits, type RouteLimits } from './http/route-limits.ts';
import { sameOriginOnly, securityHeaders } from './http/security.ts';
import { type Setup, setupPage } from './http/setup-page.ts';
import { createSharedLimit, type Limit } from './http/shared-limit.ts';
import { mountUi } from './http/ui.ts';
import { createAccessTokens } from './identity/access-tokens.ts';
import { createGate } from './identity/gate.ts';
import { createRoles, type Roles } from './identity/roles.ts';
import { createForget, identityRoutes } from './identity/routes.ts';
import {
  createSessionTrail,
  endSession,
  type SessionReason,
  type SessionTrail,
} from './identity/session-trail.ts';
import { createTokenBox, type TokenBox } from './identity/token-box.ts';
import type { CurrentWorkspace } from './identity/workspace.ts';
import { intakeRoutes } from './intake/routes.ts';
import { matchingRoutes } from './matching/routes.ts';
import type { AttemptCounts } from './metrics/attempt-counts.ts';
import { metricsRoutes } from './metrics/routes.ts';
import { createScraperGate } from './metrics/scraper-gate.ts';
import { type MirrorOfWorkspace, mirrorRoutes } from './mirror/routes.ts';
import type { BudgetSettings } from './outbox/budget.ts';
import { callLinksRoutes } from './people/call-links-routes.ts';
import { createPeopleFromMirror, createPersonSummary } from './people/from-mirror.ts';
import { createMayReadPeople } from './people/may-read-people.ts';
import { peopleRoutes } from './people/routes.ts';
import { createOpening } from './progression/opening.ts';
import { createReadProgression } from './progression/progression-of.ts';
import { progressionRoutes } from './progression/routes.ts';
import { reconciliationRoutes } from './reconciliation/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import type { SettingsInForce } from './settings/workspace-settings.ts';
import type { Store } from './store/port.ts';
import { createManagedTeams } from './team/managed-teams.ts';
import { teamRoutes } from './team/routes.ts';
import { createTeamCalls } from './team/team-calls.ts';
import type {
  TwentyAccess,
  TwentyCallLinks,
  TwentyCalls,
  TwentyLook,
  TwentyPeople,
  TwentyProgression,
  TwentySignIn,
} from './twenty/port.ts';

export interface AppDeps {
  readonly config: Pick<
    Config,
    | 'publicUrl'
    | 'uiDir'
    | 'lines'
    | 'defaultCountry'
    | 'practiceCallsToTwenty'
    | 'metricsToken'
    | 'alerts'
    | 'previousSecretKeys'
    | 'trustedProxies'
    | 'reportsPerMinute'
  > & { readonly twenty: Pick<Config['twenty'], 'frontUrl' | 'webhookSecret'> };
  readonly store: Store;
  readonly workspace: CurrentWorkspace;
  readonly settings: SettingsInForce;
  readonly twentySignIn: TwentySignIn;
  readonly people: TwentyPeople;
  readonly twentyAccess: TwentyAccess;
  readonly calls: TwentyCalls;
  readonly callLinks: TwentyCallLinks;
  readonly look: TwentyLook;
  readonly progression: TwentyProgression;
  /** What is counted of this process' deliveries, and the budget that they spend. */
  readonly delivery: { readonly attempts: AttemptCounts; readonly budget: BudgetSettings };
  /** Null while nobody knows which workspace this is. */
  readonly mirror: () => MirrorOfWorkspace | null;
  /** What is left to do before anybody can sign in. */
  readonly setup?: () => Promise<Setup | null>;
  readonly secretKey: Buffer;
  readonly log: Logger;
  readonly nowMs: () => number;
  readonly every: (ms: number, run: () => void) => () => void;
  /** Whether the disk of the store has room for more calls. */
  readonly room: () => Promise<StorageRoom>;
  readonly stopping: AbortSignal;
  readonly version: string;
}

/** The worker's whole HTTP side, apart from the server that carries it: tests ask it with `app.request()`. */
export const createApp = (deps: AppDeps): Hono<AppEnv> => {
  const app = new Hono<AppEnv>();
  app.use(clientAddress(deps.config.trustedProxies));
  app.use(requestLog(deps), securityHeaders, sameOriginOnly(deps.config.publicUrl), limitBody);
  app.use('/api/twenty/*', frontComponentCors);
  app.onError((error, c) => answerOf(error, c, deps));
  app.notFound((c) =>
    problemResponse(
      new ProblemError('not-found', { detail: 'Nothing is known under this address.' }),
      c.get('requestId'),
    ),
  );
  const trail = createSessionTrail(deps);
  const gate = createGate({ ...deps, publicUrl: deps.config.publicUrl, trail });
  const box = createTokenBox(deps.secretKey, deps.config.previousSecretKeys);
  const endTheSession = (who: SignedIn, reason: SessionReason) => endSession(deps.store, who, reason);
  const accessTokenOf = createAccessTokens({
    signIn: deps.twentySignIn,
    box,
    nowMs: deps.nowMs,
    saveTokens: ({ workspaceId, session }, sealed) =>
      deps.store.transaction(workspaceId, (tx) => tx.sessions.updateTokens(session.idHash, sealed)),
    endSession: endTheSession,
  });
  const roles = createRoles({ ...deps, accessTokenOf, endSession: endTheSession });
  const limits = createRouteLimits(
    createSharedLimit({ ...deps, workspaceId: () => deps.workspace.state().workspace?.id ?? null }),
    deps.config.reportsPerMinute,
  );
  const access = createAccess({ store: deps.store, roles });
  const gates = {
    session: async (c: RouteContext) => {
      const who = await gate(c);
      const route = c.get('route');
      if (route !== null && route !== 'ui') limits.countSession(route, who);
      roles.keepUp(who);
      return who;
    },
    permission: createPermissionGate(access),
    viewer: createViewerGate(deps),
    scraper: createScraperGate(deps.config.metricsToken),
  };
  limitByAddress(app, limits);
  mountRoutes(app, gates, routes(deps, { gate, box, accessTokenOf, roles, access, trail }));
  mountUi(app, deps.config.uiDir, async () => stepsLeft(deps));
  return app;
};

/** Before anybody is asked who they are: that costs something, too. */
const limitByAddress = (app: Hono<AppEnv>, { byAddress, countAddress }: RouteLimits): void => {
  for (const [name, rule] of Object.entries(byAddress) as [RouteName, Limit][]) {
    const { method, path } = ROUTES[name];
    app.on(method, path, async (c, next) => {
      c.set('route', name);
      countAddress(rule, c);
      await next();
    });
  }
};

interface Identity {
  readonly gate: Gate;
  readonly box: TokenBox;
  readonly accessTokenOf: (who: SignedIn) => Promise<string>;
  readonly roles: Roles;
  readonly access: Access;
  readonly trail: SessionTrail;
}

const routes = (deps: AppDeps, { gate, box, accessTokenOf, roles, access, trail }: Identity) => {
  const { config, store } = deps;
  const viewOf = createCallView(config.twenty.frontUrl);
  const openProgression = createOpening({ store, twenty: deps.progression, log: deps.log });
  const identity = {
    ...deps,
    openProgression,
    box,
    gate,
    accessOf: access.asHeld,
    trail,
    publicUrl: config.publicUrl,
    forget: createForget(deps),
  };
  const mayReadPeople = createMayReadPeople({ ...deps, accessTokenOf });
  const progression = createReadProgression({ store, open: openProgression, accessTokenOf });
  const managedTeams = createManagedTeams({ ...deps, accessTokenOf });
  const actorOf = async (who: SignedIn, requestId: string) => ({
    member: who.member,
    roles: await roles.of(who),
    requestId,
  });
  return {
    ...healthRoutes({ ...deps, workspace: deps.workspace.state }),
    ...teamRoutes({ background: store.inBackground(), managedTeams }),
    ...accessRoutes({ ...deps, access, accessTokenOf }),
    ...alertRoutes({ store, alerts: config.alerts }),
    ...metricsRoutes({ ...deps, ...deps.delivery, workspace: deps.workspace.state }),
    ...identityRoutes(identity, { ...config, frontUrl: config.twenty.frontUrl }),
    ...intakeRoutes({ ...config, store, settings: deps.settings, log: deps.log, room: deps.room, viewOf }),
    ...unwrappedRoute({ store, viewOf }),
    ...historyRoutes({ ...deps, viewOf, progressionOf: progression.now, keepUp: roles.keepUp }),
    ...peopleRoutes({
      people: deps.people,
      mirrored: createPeopleFromMirror({
        store,
        mayReadPeople,
        frontUrl: config.twenty.frontUrl,
        defaultCountry: config.defaultCountry,
      }),
      accessTokenOf,
    }),
    ...matchingRoutes({
      ...deps,
      accessTokenOf,
      mayReadPeople,
      summaryOf: createPersonSummary(config.twenty.frontUrl),
      frontUrl: config.twenty.frontUrl,
    }),
    ...callLinksRoutes({ ...deps, accessTokenOf }),
    ...mirrorRoutes({ ...deps, webhookSecret: config.twenty.webhookSecret }),
    ...progressionRoutes(progression),
    ...deliveriesRoutes({
      store,
      background: store.inBackground(),
      look: deps.look,
      people: deps.people,
      accessTokenOf,
      actorOf,
      budget: deps.delivery.budget,
      viewOf: createDeliveryView(config.twenty.frontUrl),
    }),
    ...reconciliationRoutes({
      store,
      background: store.inBackground(),
      actorOf,
      frontUrl: config.twenty.frontUrl,
    }),
    ...deliveryLogRoutes({ background: store.inBackground(), log: deps.log }),
    ...settingsRoutes(deps),
    ...auditRoutes({ background: store.inBackground(), log: deps.log }),
    ...clickToCallRoutes(deps),
    ...browseRoutes({
      store,
      calls: deps.calls,
      accessTokenOf,
      viewOf,
      frontUrl: config.twenty.frontUrl,
      defaultCountry: config.defaultCountry,
      teamCalls: createTeamCalls({ managedTeams, letIn: createPermissionGate(access), access }),
    }),
  };
};

const stepsLeft = async ({ setup }: AppDeps): Promise<Response | null> => {
  const left = (await setup?.()) ?? null;
  return left && setupPage(left);
};

const answerOf = async (error: Error, c: RouteContext, deps: AppDeps): Promise<Response> => {
  const { log } = deps;
  const requestId = c.get('requestId');
  if (isSurprise(error)) log.error({ err: error, requestId, route: c.get('route') }, 'an unknown error');
  const route = c.get('route');
  // On its way in, a person looks at the answer itself: there is no dialer yet that could explain a problem.
  if (route === 'signIn' || route === 'signInCallback') {
    const left = route === 'signIn' ? await stepsLeft(deps) : null;
    return left ?? signInProblemPage(toProblem(error, requestId));
  }
  return problemResponse(error, requestId);
};
