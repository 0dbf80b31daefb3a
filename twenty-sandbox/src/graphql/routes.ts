import { Kind, parse } from 'graphql';
import { Hono } from 'hono';
import type { Caller } from '../auth/caller.ts';
import { limitReached } from '../budget/budget.ts';
import { cutConnection } from '../faults/cut.ts';
import type { Fault, Faults } from '../faults/faults.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { type Pace, realMs } from '../pace/pace.ts';
import { Refusal } from '../refusal.ts';
import type { Answer, GraphqlRequest } from './answer.ts';

export interface GraphqlRoutesDeps {
  readonly authenticate: (header: string | undefined) => Caller | null;
  readonly answerRecords: (request: GraphqlRequest, caller: Caller | null) => Answer;
  readonly answerMetadata: (request: GraphqlRequest, caller: Caller | null) => Answer;
  readonly faults: Faults;
  readonly wait: (ms: number) => Promise<void>;
  readonly pace: Pace;
  readonly nowMs: () => number;
  readonly onDocument: () => void;
  readonly onThrottled: () => void;
}

/** `POST /graphql` and `POST /metadata`. Refusals travel with HTTP 200, a bad token included. */
export const graphqlRoutes = (deps: GraphqlRoutesDeps) => {
  const routes = new Hono();

  routes.post('/graphql', async (c) => {
    const request = readRequest(await c.req.json().catch(() => null));
    const startedAtMs = deps.nowMs();
    const roots = rootNames(request.query);
    deps.onDocument();
    const before = deps.faults.strike(['slow', 'cut', 'server-error', 'throttled'], roots);
    if (before?.kind === 'slow') await deps.wait(before.ms ?? 5_000);
    if (before?.kind === 'cut') return cutConnection(c);
    if (before?.kind === 'server-error') return c.text('Service Unavailable', 503);
    if (before?.kind === 'throttled') {
      deps.onThrottled();
      return c.json(throttled(roots));
    }
    const answer = answerFor(deps, c.req.header('authorization'), request, deps.answerRecords);
    if (isThrottled(answer.body)) deps.onThrottled();
    if (deps.pace === 'real') {
      await deps.wait(Math.max(0, realMs(answer.body) - (deps.nowMs() - startedAtMs)));
    }
    // Written, and nobody will ever hear of it.
    if (deps.faults.strike(['lost-answer'], roots) !== null) return cutConnection(c);
    return c.json(answer.body, answer.status);
  });

  routes.post('/metadata', async (c) => {
    const request = readRequest(await c.req.json().catch(() => null));
    const fault = await beforeAnything(deps);
    if (fault?.kind === 'cut') return cutConnection(c);
    if (fault?.kind === 'server-error') return c.text('Service Unavailable', 503);
    const answer = answerFor(deps, c.req.header('authorization'), request, deps.answerMetadata);
    return c.json(answer.body, answer.status);
  });
  return routes;
};

/** Twenty being away or slow as a whole: a fault without an operation also strikes sign-in and `/metadata`. */
export const beforeAnything = async (
  deps: Pick<GraphqlRoutesDeps, 'faults' | 'wait'>,
): Promise<Fault | null> => {
  const fault = deps.faults.strike(['slow', 'cut', 'server-error'], []);
  if (fault?.kind === 'slow') await deps.wait(fault.ms ?? 5_000);
  return fault;
};

const answerFor = (
  deps: GraphqlRoutesDeps,
  header: string | undefined,
  request: GraphqlRequest,
  answer: GraphqlRoutesDeps['answerRecords'],
): Answer => {
  try {
    return answer(request, deps.authenticate(header));
  } catch (error) {
    if (error instanceof Refusal) return { status: 200, body: { errors: [error.toJson()] } };
    throw error;
  }
};

const readRequest = (body: unknown): GraphqlRequest => {
  const given: JsonObject = isJsonObject(body) ? body : {};
  return {
    query: typeof given.query === 'string' ? given.query : '',
    variables: isJsonObject(given.variables) ? given.variables : {},
    operationName: typeof given.operationName === 'string' ? given.operationName : null,
  };
};

/** Root fields of every operation in the document: what a fault may be tied to. */
const rootNames = (query: string): string[] => {
  try {
    return parse(query).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? definition.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? one.name.value : []))
        : [],
    );
  } catch {
    // Told in the answer.
    return [];
  }
};

const isThrottled = ({ errors }: JsonObject): boolean =>
  Array.isArray(errors) && JSON.stringify(errors).includes('"LIMIT_REACHED"');

const throttled = (roots: readonly string[]): JsonObject => {
  const error = limitReached(500).toJson();
  const data: JsonObject = {};
  for (const root of roots) data[root] = null;
  return { data, errors: roots.map(() => error) };
};
