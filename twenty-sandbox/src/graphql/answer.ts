import { GraphQLError, parse } from 'graphql';
import type { Caller } from '../auth/caller.ts';
import { requirePermission } from '../auth/permissions.ts';
import type { Budget } from '../budget/budget.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { Model } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { NotBuilt, Refusal } from '../refusal.ts';
import { asVariables, type Operation, readOperation, type Selected } from './document.ts';
import type { Introspection } from './introspection.ts';
import { isKnownToTwenty, type Root, rootsOf } from './roots.ts';
import { type RootContext, runRoot } from './run-root.ts';

export interface Answer {
  readonly status: 200 | 400 | 501;
  readonly body: JsonObject;
}

export interface AnswererDeps {
  readonly model: Model;
  readonly records: Records;
  readonly budget: Budget;
  readonly introspection: Introspection;
  readonly now: () => string;
  readonly newId: () => string;
  readonly checkPoison: RootContext['checkPoison'];
  /** Told of every root field that runs. */
  readonly onRoot: (name: string) => void;
}

export interface GraphqlRequest {
  readonly query: string;
  readonly variables: JsonObject;
  readonly operationName: string | null;
}

const MAX_ROOTS = 20;

/** `POST /graphql`: documents are parsed, not validated, and run root field by root field. */
export const createAnswerer = (deps: AnswererDeps) => {
  const roots = rootsOf(deps.model);

  return (request: GraphqlRequest, caller: Caller | null): Answer => {
    const operation = read(request);
    if (operation instanceof GraphQLError) return ok({ errors: [syntaxError(operation)] });
    if (operation === null) {
      return {
        status: 400,
        body: {
          errors: [{ message: 'Must provide operation name when document contains multiple operations.' }],
        },
      };
    }
    const introspecting = operation.roots.filter((root) => root.name.startsWith('__'));
    if (introspecting.length > 0) return introspect(deps, request, operation, introspecting, caller);

    const resolvers = roots[operation.kind];
    for (const root of operation.roots) {
      if (caller !== null && resolvers.has(root.name)) continue;
      if (caller !== null && isKnownToTwenty(root.name)) return notBuilt(new NotBuilt(`"${root.name}"`));
      return ok({ errors: [unknownField(operation, root)] });
    }
    const refusal = tooMuch(operation);
    if (refusal !== null || caller === null) return ok({ data: {}, errors: [refusal ?? {}] });

    try {
      return ok(runAll(deps, operation, resolvers, caller));
    } catch (error) {
      if (error instanceof NotBuilt) return notBuilt(error);
      throw error;
    } finally {
      deps.records.flush();
    }
  };
};

const runAll = (
  deps: AnswererDeps,
  operation: Operation,
  resolvers: ReadonlyMap<string, Root>,
  caller: Caller,
): JsonObject => {
  const data: JsonObject = {};
  const errors: JsonObject[] = [];
  // Root fields run in parallel in Twenty. Here each runs as if the others had not yet inserted anything, so that a
  // document whose parts depend on one another fails every time instead of every other time.
  const unseen = new Set<string>();
  for (const selected of operation.roots) {
    const root = resolvers.get(selected.name);
    if (root === undefined) continue;
    const inserted = new Set<string>();
    deps.onRoot(selected.name);
    try {
      if (caller.kind !== 'user') deps.budget.spend(caller.kind);
      requirePermission(caller, deps.model, root, selected);
      data[selected.alias] = runRoot({ ...deps, caller, unseen, inserted }, root, selected);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      data[selected.alias] = null;
      errors.push(error.toJson());
    }
    for (const id of inserted) unseen.add(id);
  }
  return errors.length === 0 ? { data } : { data, errors };
};

const read = (request: GraphqlRequest): Operation | GraphQLError | null => {
  try {
    return readOperation(parse(request.query), {
      variables: asVariables(request.variables),
      operationName: request.operationName,
    });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
};

const tooMuch = ({ roots }: Operation): JsonObject | null => {
  if (roots.length > MAX_ROOTS) {
    return badDocument(
      `Query too complex - Too many root resolvers requested: ${roots.length} - Maximum allowed root resolvers: ${MAX_ROOTS}`,
    );
  }
  const names = roots.map((root) => root.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? null : badDocument(`Duplicate root resolver: "${twice}"`);
};

/** Not throttled, and only for whoever is signed in; `__typename` alone needs nobody. */
const introspect = (
  deps: AnswererDeps,
  request: GraphqlRequest,
  operation: Operation,
  introspecting: readonly Selected[],
  caller: Caller | null,
): Answer => {
  if (introspecting.length < operation.roots.length) {
    return ok({
      errors: [
        badDocument(
          'This query cannot be executed as a single request. Please split it into separate queries.',
        ),
      ],
    });
  }
  const asked = introspecting.find((root) => root.name !== '__typename');
  if (caller === null && asked !== undefined) {
    const message = `GraphQL introspection has been disabled, but the requested query contained the field "${asked.name}".`;
    return ok({ errors: [{ message, locations: [{ ...asked.location }] }] });
  }
  const body: unknown = JSON.parse(JSON.stringify(deps.introspection.answer(request)));
  return ok(isJsonObject(body) ? body : {});
};

const ok = (body: JsonObject): Answer => ({ status: 200, body });
const badDocument = (message: string): JsonObject => ({ message, extensions: { code: 'BAD_USER_INPUT' } });

const notBuilt = (error: NotBuilt): Answer => ({
  status: 501,
  body: { errors: [{ message: error.message, extensions: { code: 'SANDBOX_NOT_BUILT' } }] },
});

const unknownField = (operation: Operation, root: Selected): JsonObject => ({
  message: `Cannot query field "${root.name}" on type "${operation.kind === 'mutation' ? 'Mutation' : 'Query'}".`,
  locations: [{ ...root.location }],
});

const syntaxError = (error: GraphQLError): JsonObject => ({
  message: error.message,
  locations: (error.locations ?? []).map(({ line, column }) => ({ line, column })),
});
