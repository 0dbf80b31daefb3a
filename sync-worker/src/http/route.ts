import {
  type Access,
  type Member,
  type MemberId,
  type Permission,
  ROUTES,
  type RouteName,
  type WorkspaceId,
} from '@twenty-dialer/contract';
import type { Context, Hono } from 'hono';
import { actingAs } from '../store/acting-port.ts';
import type { SessionRecord } from '../store/session-port.ts';
import { addressOf } from './address.ts';
import { ProblemError } from './problem.ts';

/** What middleware leaves for the log line of a request. */
export type AppEnv = {
  Variables: {
    requestId: string;
    route: RouteName | 'ui' | null;
    memberId: MemberId | null;
    address: string | null;
  };
};
export type RouteContext = Context<AppEnv>;

/** The person behind a request, as the gate established it. */
export interface SignedIn {
  readonly member: Member;
  readonly workspaceId: WorkspaceId;
  readonly session: SessionRecord;
}

/** Lets a request in, or throws ProblemError `not-signed-in`. */
export type Gate = (c: RouteContext) => Promise<SignedIn>;

/** Who looks at a page of Twenty's, as Twenty says. They need not be signed in here. */
export type Viewer = Pick<SignedIn, 'member' | 'workspaceId'>;

/** Lets somebody who is signed in go on when they may do this, or throws ProblemError `not-permitted`. */
export type PermissionGate = (who: SignedIn, permission: Permission) => Promise<void>;

/** Lets a request of a front component in by its bearer, or throws ProblemError `not-signed-in`. */
export type ViewerGate = (c: RouteContext) => Promise<Viewer>;

/** Lets a program in by the token of the settings, or throws ProblemError `token-refused` or `not-found`. */
export type ScraperGate = (c: RouteContext) => void;

type Answer = Response | Promise<Response>;
type PublicHandler = { readonly access: 'public'; readonly answer: (c: RouteContext) => Answer };
type ViewerHandler = {
  readonly access: 'viewer';
  readonly answer: (c: RouteContext, who: Viewer) => Answer;
};
type ScraperHandler = { readonly access: 'scraper'; readonly answer: (c: RouteContext) => Answer };
type GuardedHandler<Rule extends Access> = {
  readonly access: Rule;
  readonly answer: (c: RouteContext, who: SignedIn) => Answer;
};

type HandlerFor<Rule extends Access> = Rule extends 'public'
  ? PublicHandler
  : Rule extends 'viewer'
    ? ViewerHandler
    : Rule extends 'scraper'
      ? ScraperHandler
      : GuardedHandler<Rule>;
/** One handler for every route of the contract, each made by the helper that its access rule asks for. */
export type RouteHandlers = { readonly [Name in RouteName]: HandlerFor<(typeof ROUTES)[Name]['access']> };

/** A route that anybody may ask. */
export const open = (answer: PublicHandler['answer']): PublicHandler => ({ access: 'public', answer });

/** A route for Twenty's front components, that answers only what is their viewer's. */
export const forViewer = (answer: ViewerHandler['answer']): ViewerHandler => ({ access: 'viewer', answer });

/** A route for a program that watches this installation. It tells nothing of any one person. */
export const forScraper = (answer: ScraperHandler['answer']): ScraperHandler => ({
  access: 'scraper',
  answer,
});

/** A route for whoever is signed in, that answers only what is theirs. */
export const forMember = (answer: GuardedHandler<'member'>['answer']): GuardedHandler<'member'> => ({
  access: 'member',
  answer,
});

/** A route for whoever holds one permission. It must be the one that the contract names for the route. */
export const forPermission = <May extends Permission>(
  access: May,
  answer: GuardedHandler<May>['answer'],
): GuardedHandler<May> => ({ access, answer });

interface OwnerRule<Subject> {
  /** Finds what the request names and whose it is; null when there is none. */
  find(c: RouteContext, who: SignedIn): Promise<{ owner: MemberId; subject: Subject } | null>;
  /** What somebody else is told. Say `not-found` where even the existence is nobody else's business. */
  refusal(): ProblemError;
  answer(c: RouteContext, who: SignedIn, subject: Subject): Answer;
}

/** A route about a record of one member: `answer` never runs for anybody else. */
export const forOwner = <Subject>(rule: OwnerRule<Subject>): GuardedHandler<'owner'> => ({
  access: 'owner',
  answer: async (c, who) => {
    const named = await rule.find(c, who);
    if (named === null || named.owner !== who.member.id) throw rule.refusal();
    return rule.answer(c, who, named.subject);
  },
});

/** Mounts every route of the contract under its access rule: there is no other way to mount one. */
export const mountRoutes = (
  app: Hono<AppEnv>,
  gates: {
    readonly session: Gate;
    readonly permission: PermissionGate;
    readonly viewer: ViewerGate;
    readonly scraper: ScraperGate;
  },
  handlers: RouteHandlers,
): void => {
  const route = (name: RouteName) => {
    const { method, path } = ROUTES[name];
    const handler:
      | PublicHandler
      | ViewerHandler
      | ScraperHandler
      | GuardedHandler<'member' | 'owner' | Permission> = handlers[name];
    app.on(method, path, async (c) => {
      c.set('route', name);
      if (handler.access === 'public') return inTheNameOf(c, null, () => handler.answer(c));
      if (handler.access === 'scraper') {
        gates.scraper(c);
        return handler.answer(c);
      }
      if (handler.access === 'viewer') {
        const viewer = await gates.viewer(c);
        c.set('memberId', viewer.member.id);
        return inTheNameOf(c, viewer, () => handler.answer(c, viewer));
      }
      const who = await gates.session(c);
      c.set('memberId', who.member.id);
      if (handler.access !== 'member' && handler.access !== 'owner') {
        await gates.permission(who, handler.access);
      }
      return inTheNameOf(c, who, () => handler.answer(c, who));
    });
    const taken = methodsOf(path);
    const others = METHODS.filter((other) => !taken.includes(other));
    app.on(others, path, (c) => {
      c.set('route', name);
      throw new ProblemError('method-not-allowed', {
        detail: `${path} takes ${taken.join(' and ')}, not ${c.req.method}.`,
        remedy: `Use ${taken.join(' or ')}.`,
        headers: { Allow: taken.join(', ') },
      });
    });
  };
  (Object.keys(ROUTES) as RouteName[]).forEach(route);
};

/** What a request stores is told in the name of whoever the gate let in, whatever the request says. */
const inTheNameOf = (
  c: RouteContext,
  who: (Viewer & Partial<SignedIn>) | null,
  answer: () => Answer,
): Answer =>
  actingAs(
    {
      member: who?.member ?? null,
      roles: who?.session?.roles?.roles.map(({ label }) => label) ?? [],
      requestId: c.get('requestId'),
      address: addressOf(c),
      work: null,
    },
    answer,
  );

const METHODS: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Several routes may share an address, each with a method of its own. */
const methodsOf = (path: string): readonly string[] =>
  Object.values(ROUTES)
    .filter((route) => route.path === path)
    .map(({ method }) => method);
