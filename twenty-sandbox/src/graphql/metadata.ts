import { GraphQLError, parse } from 'graphql';
import type { Caller } from '../auth/caller.ts';
import type { OAuth } from '../auth/oauth.ts';
import { OAuthError } from '../auth/oauth.ts';
import type { SignInStore } from '../auth/sign-in-state.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Model } from '../model/model.ts';
import { NotBuilt, permissionDenied, Refusal } from '../refusal.ts';
import { DEMO_MEMBERS, memberById, rolesWithMembers, WORKSPACE } from '../seed/members.ts';
import { webhookResolvers } from '../webhooks/webhook-resolvers.ts';
import type { WebhookStore } from '../webhooks/webhook-store.ts';
import type { Answer, GraphqlRequest } from './answer.ts';
import { describeUser } from './current-user.ts';
import { describeObjects } from './describe-objects.ts';
import { readOperation, type Selected } from './document.ts';

export interface MetadataDeps {
  readonly model: Model;
  readonly oauth: OAuth;
  readonly clientId: string;
  readonly store: SignInStore;
  readonly nowMs: () => number;
  readonly newId: () => string;
  readonly webhooks: WebhookStore;
}

type Resolve = (args: JsonObject, caller: Caller | null) => Json;

/** `POST /metadata`, as far as the dialer and its set-up ask. Unlike `/graphql` it refuses unknown selected fields. */
export const createMetadataAnswerer = (deps: MetadataDeps) => {
  const aboutWebhooks = webhookResolvers({
    ...deps,
    now: () => new Date(deps.nowMs()).toISOString(),
    requireAdmin,
  });
  const resolvers = {
    query: { ...queries(deps), ...aboutWebhooks.query },
    mutation: { ...mutations(deps), ...aboutWebhooks.mutation },
  };

  return (request: GraphqlRequest, caller: Caller | null): Answer => {
    try {
      const operation = readOperation(parse(request.query), request);
      if (operation === null) return failed({ message: 'Must provide an operation.' });
      const data: JsonObject = {};
      for (const root of operation.roots) {
        if (root.name === '__typename') {
          data[root.alias] = operation.kind === 'query' ? 'Query' : 'Mutation';
          continue;
        }
        const resolve = resolvers[operation.kind][root.name];
        if (resolve === undefined) throw new NotBuilt(`"${root.name}" on /metadata`);
        data[root.alias] = project(resolve(root.args, caller), root);
      }
      return { status: 200, body: { data } };
    } catch (error) {
      if (error instanceof Refusal) return failed(error.toJson());
      if (error instanceof GraphQLError) return failed({ message: error.message });
      if (error instanceof OAuthError) return failed(forbidden(error.message).toJson());
      if (!(error instanceof NotBuilt)) throw error;
      return {
        status: 501,
        body: { errors: [{ message: error.message, extensions: { code: 'SANDBOX_NOT_BUILT' } }] },
      };
    }
  };
};

const queries = ({ model, clientId, store }: MetadataDeps): Record<string, Resolve> => ({
  currentUser: (_args, caller) => {
    const member = caller?.kind === 'user' ? memberById(caller.memberId) : undefined;
    if (member === undefined) throw forbiddenResource();
    return describeUser(member);
  },
  currentWorkspace: (_args, caller) => {
    if (caller === null) throw forbiddenResource();
    return { ...WORKSPACE, activationStatus: 'ACTIVE', subdomain: 'sandbox' };
  },
  objects: (_args, caller) => {
    if (caller === null) throw forbiddenResource();
    return describeObjects(model);
  },
  getRoles: (_args, caller) => {
    requireAdmin(caller);
    return rolesWithMembers().map(({ members, ...role }) => ({
      ...role,
      canBeAssignedToUsers: true,
      workspaceMembers: members.map(({ id }) => ({ id })),
    }));
  },
  findManyApplicationRegistrations: (_args, caller) => {
    requireAdmin(caller);
    return model.application === null ? [] : [registration(model.application, clientId, store)];
  },
  findApplicationRegistrationByClientId: (args) => {
    if (model.application === null || args.clientId !== clientId) return null;
    return registration(model.application, clientId, store);
  },
});

const mutations = ({ model, oauth, clientId, store, nowMs }: MetadataDeps): Record<string, Resolve> => ({
  rotateApplicationRegistrationClientSecret: (args, caller) => {
    requireAdmin(caller);
    requireRegistration(model, args.id);
    return { clientSecret: oauth.rotateSecret() };
  },
  updateApplicationRegistration: ({ input }, caller) => {
    requireAdmin(caller);
    const application = requireRegistration(model, isJsonObject(input) ? input.id : null);
    const update = isJsonObject(input) && isJsonObject(input.update) ? input.update : {};
    store.update({
      redirectUris: texts(update.oAuthRedirectUris) ?? store.state.redirectUris,
      scopes: texts(update.oAuthScopes) ?? store.state.scopes,
    });
    return registration(application, clientId, store);
  },
  authorizeApp: (args, caller) => {
    if (caller?.kind !== 'user') throw forbiddenResource();
    const request = {
      clientId: String(args.clientId),
      redirectUri: String(args.redirectUrl),
      state: typeof args.state === 'string' ? args.state : null,
      codeChallenge: typeof args.codeChallenge === 'string' ? args.codeChallenge : null,
    };
    oauth.checkAuthorize(request);
    return { redirectUrl: oauth.authorize(request, caller.memberId) };
  },
  // The password of a demo member is the e-mail address. What is signed in with this way has the member's full rights.
  getLoginTokenFromCredentials: ({ email, password }) => {
    const member = DEMO_MEMBERS.find((one) => one.email === email);
    if (member === undefined || password !== email) {
      const message = member === undefined ? 'User not found' : 'Wrong password';
      throw new Refusal(message, {
        subCode: member === undefined ? 'USER_NOT_FOUND' : 'FORBIDDEN_EXCEPTION',
        userFriendlyMessage: `${message}.`,
        code: 'UNAUTHENTICATED',
      });
    }
    return { loginToken: tokenOf(member.userId, nowMs()) };
  },
  getAuthTokensFromLoginToken: ({ loginToken }) => {
    const member = DEMO_MEMBERS.find((one) => one.userId === loginToken);
    if (member === undefined) throw forbidden('Token invalid.');
    const access = tokenOf(oauth.sessionToken(member), nowMs());
    return { tokens: { accessOrWorkspaceAgnosticToken: access, refreshToken: access } };
  },
});

const tokenOf = (token: string, nowMs: number): JsonObject => ({
  token,
  expiresAt: new Date(nowMs + 15 * 60_000).toISOString(),
});

const registration = (
  application: NonNullable<Model['application']>,
  clientId: string,
  store: SignInStore,
): JsonObject => ({
  id: application.universalIdentifier,
  universalIdentifier: application.universalIdentifier,
  name: application.displayName,
  oAuthClientId: clientId,
  oAuthRedirectUris: store.state.redirectUris,
  oAuthScopes: store.state.scopes,
  logoUrl: null,
  websiteUrl: null,
});

const requireRegistration = (model: Model, id: Json | undefined) => {
  if (model.application === null || model.application.universalIdentifier !== id) {
    throw new Refusal('Application registration not found', { code: 'NOT_FOUND' });
  }
  return model.application;
};

const requireAdmin = (caller: Caller | null): void => {
  if (caller === null) throw forbiddenResource();
  const isAdmin = caller.kind === 'user' && memberById(caller.memberId)?.role === 'Admin';
  if (caller.kind !== 'api-key' && !isAdmin) throw permissionDenied();
};

const project = (value: Json, selected: Selected): Json => {
  if (Array.isArray(value)) return value.map((one) => project(one, selected));
  if (!isJsonObject(value) || selected.children.length === 0) return value;
  const answer: JsonObject = {};
  for (const child of selected.children) {
    const found = value[child.name];
    if (found === undefined)
      throw new NotBuilt(`the field "${child.name}" of "${selected.name}" on /metadata`);
    answer[child.alias] = project(found, child);
  }
  return answer;
};

const texts = (value: Json | undefined): string[] | null =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null;

const failed = (error: JsonObject): Answer => ({ status: 200, body: { errors: [error], data: null } });
const forbiddenResource = () =>
  new Refusal('Forbidden resource', { code: 'FORBIDDEN', userFriendlyMessage: 'An error occurred.' });
const forbidden = (message: string) =>
  new Refusal(message, {
    subCode: 'FORBIDDEN_EXCEPTION',
    userFriendlyMessage: 'You do not have permission to perform this action.',
    code: 'FORBIDDEN',
  });
