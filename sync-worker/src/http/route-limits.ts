import type { RouteName } from '@twenty-dialer/contract';
import { addressOf, askerAt } from './address.ts';
import type { RouteContext, SignedIn } from './route.ts';
import type { Limit, SharedLimit } from './shared-limit.ts';

const MINUTE_MS = 60_000;
const perMinute = (name: string, most: number): Limit => ({ name, most, perMs: MINUTE_MS });

/**
 * Against loops and abuse, not a quota: a hundred reps behind the one address of an office never meet them. A sign-in asks
 * twice, and Twenty sends one webhook for each record of an import.
 */
const SIGN_IN: Limit = { name: 'sign-in address', most: 600, perMs: 5 * MINUTE_MS };
const WEBHOOKS = perMinute('webhook address', 12_000);
/** So many sessions that report as fast as one may can sit behind one address. */
const OFFICE = 10;

export interface RouteLimits {
  /** Routes of which each address may ask so much. */
  readonly byAddress: Partial<Record<RouteName, Limit>>;
  /** @throws ProblemError `too-many-requests` */
  countAddress(rule: Limit, c: RouteContext): void;
  /** @throws ProblemError `too-many-requests` */
  countSession(route: RouteName, who: SignedIn): void;
}

/** What is counted of which route. */
export const createRouteLimits = (limit: SharedLimit, reportsPerMinute: number): RouteLimits => {
  const bySession: Partial<Record<RouteName, Limit>> = {
    reportCall: perMinute('report session', reportsPerMinute),
  };
  return {
    byAddress: {
      signIn: SIGN_IN,
      signInCallback: SIGN_IN,
      twentyWebhook: WEBHOOKS,
      reportCall: perMinute('report address', reportsPerMinute * OFFICE),
    },
    countAddress: (rule, c) => {
      const address = addressOf(c);
      if (address !== null) limit.count(rule, askerAt(address));
    },
    countSession: (route, { session }) => {
      const rule = bySession[route];
      if (rule !== undefined) limit.count(rule, session.idHash);
    },
  };
};
