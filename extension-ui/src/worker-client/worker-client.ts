import {
  AlertList,
  CallList,
  type CallListQuery,
  CallPage,
  type CallReport,
  CallView,
  CompanyList,
  DialCheck,
  type E164,
  HistoryPage,
  type HistoryQuery,
  MemberList,
  type NewPerson,
  NumberOwners,
  OpportunityList,
  type OpportunityQuery,
  PeopleList,
  PersonSummary,
  Problem,
  Progression,
  RedeemAnswer,
  type RedeemRequest,
  ReportReceipt,
  ROUTES,
  SessionView,
  SignedOutEverywhere,
  type SignInQuery,
  UnwrappedCalls,
} from '@twenty-dialer/contract';
import { z } from 'zod';
import { ProblemError, UnreadableAnswerError, WorkerAwayError } from './problem-error.ts';

/** After this long without an answer the worker counts as away; a report is sent again later. */
const PATIENCE_MS = 20_000;

export type WorkerClientDeps = { fetch: typeof globalThis.fetch; baseUrl?: string };

/**
 * The worker's routes as functions. Every answer is parsed by the contract. They throw `ProblemError`,
 * `WorkerAwayError` or `UnreadableAnswerError`, nothing else.
 */
export const createWorkerClient = ({ fetch, baseUrl = '' }: WorkerClientDeps) => {
  const ask = async <Answer>(
    { method, path }: { method: 'GET' | 'POST'; path: string },
    { schema, body, signal }: { schema: z.ZodType<Answer>; body?: unknown; signal?: AbortSignal },
  ): Promise<Answer> => {
    const answer = await reach(() =>
      fetch(`${baseUrl}${path}`, {
        method,
        credentials: 'same-origin',
        headers: body === undefined ? {} : { 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
        signal: signal ?? AbortSignal.timeout(PATIENCE_MS),
      }),
    );
    const content = await reach(() => answer.text());
    const json = parseJson(content);
    if (!answer.ok) {
      const problem = Problem.safeParse(json);
      if (problem.success) throw new ProblemError(problem.data);
      // A gateway's own page: the worker behind it is away.
      if (answer.status >= 500) throw new WorkerAwayError(`Status ${answer.status}`);
      throw new UnreadableAnswerError(answer.status);
    }
    const parsed = schema.safeParse(json);
    if (!parsed.success) throw new UnreadableAnswerError(answer.status, { cause: parsed.error });
    return parsed.data;
  };

  return {
    /** For parts of the dialer that bring routes of their own, for example those for admins. */
    ask,
    session: () => ask(ROUTES.session, { schema: SessionView }),
    reportCall: (report: CallReport) => ask(ROUTES.reportCall, { schema: ReportReceipt, body: report }),
    listCalls: ({ from, to, limit }: Pick<CallListQuery, 'from' | 'to'> & { limit?: number }) => {
      const query = new URLSearchParams({
        from,
        to,
        ...(limit === undefined ? {} : { limit: String(limit) }),
      });
      return ask(withQuery(ROUTES.listCalls, query), { schema: CallList });
    },
    getCall: (callId: string) => ask(at(ROUTES.getCall, 'callId', callId), { schema: CallView }),
    searchPeople: (search: string, signal?: AbortSignal) =>
      ask(withQuery(ROUTES.searchPeople, new URLSearchParams({ search })), {
        schema: PeopleList,
        ...(signal === undefined ? {} : { signal }),
      }),
    getPerson: (personId: string) =>
      ask(at(ROUTES.getPerson, 'personId', personId), { schema: PersonSummary }),
    dialCheck: (number: E164) =>
      ask(withQuery(ROUTES.dialCheck, new URLSearchParams({ number })), { schema: DialCheck }),
    numberOwners: (number: E164) =>
      ask(withQuery(ROUTES.numberOwners, new URLSearchParams({ number })), { schema: NumberOwners }),
    createPerson: (person: NewPerson) => ask(ROUTES.createPerson, { schema: PersonSummary, body: person }),
    companies: (search: string) =>
      ask(withQuery(ROUTES.searchCompanies, new URLSearchParams({ search })), { schema: CompanyList }),
    opportunities: (query: { [Part in keyof OpportunityQuery]?: string | undefined }) =>
      ask(withQuery(ROUTES.searchOpportunities, queryOf(query)), { schema: OpportunityList }),
    redeemDialTicket: (request: RedeemRequest) =>
      ask(ROUTES.redeemDialTicket, { schema: RedeemAnswer, body: request }),
    alerts: () => ask(ROUTES.alerts, { schema: AlertList }),
    progression: () => ask(ROUTES.progression, { schema: Progression }),
    /** One page of history; `signal` gives it up when nobody waits for it any more. */
    history: (asked: HistoryRequest, signal?: AbortSignal) =>
      ask(withQuery(ROUTES.history, queryOf(asked)), {
        schema: HistoryPage,
        ...(signal === undefined ? {} : { signal }),
      }),
    callPage: (callId: string) => ask(at(ROUTES.callPage, 'callId', callId), { schema: CallPage }),
    listMembers: () => ask(ROUTES.listMembers, { schema: MemberList }),
    unwrappedCalls: () => ask(ROUTES.unwrappedCalls, { schema: UnwrappedCalls }),
    signOut: () => ask(ROUTES.signOut, { schema: z.unknown() }),
    /** Ends the person's sessions on all computers, this one included. */
    signOutEverywhere: () => ask(ROUTES.signOutEverywhere, { schema: SignedOutEverywhere }),
  };
};
export type WorkerClient = ReturnType<typeof createWorkerClient>;

/** The address that begins Twenty's sign-in and comes back to `returnTo`, a path of our own. */
export const signInAddress = (returnTo: z.infer<typeof SignInQuery>['returnTo']): string =>
  `${ROUTES.signIn.path}?${new URLSearchParams({ returnTo })}`;

/** What is asked of history: the contract's query, each part left out where it is undefined. */
export type HistoryRequest = { [Part in keyof HistoryQuery]?: HistoryQuery[Part] | undefined };

/** Each part of a question that is not undefined, as an address carries it; lists with commas. */
export const queryOf = (asked: object): URLSearchParams =>
  new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

type Route = { method: 'GET' | 'POST'; path: string };
export const withQuery = (route: Route, query: URLSearchParams): Route => ({
  ...route,
  path: `${route.path}?${query}`,
});
/** The route with a parameter of its path filled in. */
export const at = (route: Route, name: string, value: string): Route => ({
  ...route,
  path: route.path.replace(`:${name}`, encodeURIComponent(value)),
});

const reach = async <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await act();
  } catch (cause) {
    throw new WorkerAwayError('The worker cannot be reached.', { cause });
  }
};

const parseJson = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined; // Not JSON; the schema decides whether that matters.
  }
};
