import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppManifest } from '../../app-manifest/app-manifest.ts';
import type { Registration } from '../check-access.ts';
import type { Webhook } from '../webhook.ts';
import type { WorkspaceObject } from '../workspace-objects.ts';

/** The committed manifest. */
export const manifest = (): AppManifest =>
  AppManifest.parse(
    JSON.parse(
      readFileSync(join(import.meta.dirname, '..', '..', '..', 'graphql', 'app-manifest.json'), 'utf8'),
    ),
  );

/** A workspace that has exactly what the manifest describes. */
export const workspaceOf = (app: AppManifest): WorkspaceObject[] =>
  [...app.objects, ...app.standardObjects].map((object) => ({
    nameSingular: object.nameSingular,
    fieldsList: object.fields.map((field) => ({
      name: field.name,
      type: field.type,
      isUnique: field.isUnique,
      options: field.options ?? null,
      settings: field.relation === undefined ? null : { joinColumnName: field.relation.joinColumnName },
      relation:
        field.relation === undefined
          ? null
          : { targetObjectMetadata: { nameSingular: field.relation.targetObject } },
    })),
  }));

/** What a Twenty of the tests holds; a test changes it to say what is wrong. */
export interface FakeTwenty {
  objects: WorkspaceObject[];
  registration: Registration | null;
  secret: string;
  webhooks: Webhook[];
  /** Views that are grouped, by universal identifier; the app brings one. */
  groups: Map<string, { id: string; fieldValue: string; position: number }[]>;
  /** Where links in Twenty lead; null while the app is not there. */
  dialerUrl: string | null;
  members: { id: string; name: { firstName: string; lastName: string } }[];
  /** Names of root fields that the app's role may not use. */
  refusedToApp: string[];
  readonly fetch: typeof fetch;
}

export const ADMIN_KEY = 'admin-key';
const APP_TOKEN = 'app-token';

/** Answers as a running Twenty 2.31 was seen to answer, for the requests that connecting makes. */
export const createFakeTwenty = (): FakeTwenty => {
  const twenty: FakeTwenty = {
    objects: [],
    registration: null,
    secret: 'unknown',
    webhooks: [],
    groups: new Map(),
    dialerUrl: null,
    members: [
      { id: 'm1', name: { firstName: 'Ann', lastName: 'Archer' } },
      { id: 'm2', name: { firstName: 'Bob', lastName: 'Baker' } },
    ],
    refusedToApp: [],
    fetch: async (input, init) => {
      const url = new URL(String(input));
      const body = String(init?.body ?? '');
      if (url.pathname === '/client-config') return Response.json({ appVersion: 'v2.31.0' });
      if (url.pathname === '/oauth/token') return tokenFor(new URLSearchParams(body));
      const { query, variables } = JSON.parse(body) as { query: string; variables: Variables };
      const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '');
      if (token !== ADMIN_KEY && token !== APP_TOKEN) return refused('Token invalid.', 'UNAUTHENTICATED');
      if (query.includes('workspaceMembers(first: 200')) return membersPage();
      if (url.pathname === '/graphql') return records(query);
      return token === ADMIN_KEY || /objects|currentWorkspace/.test(query)
        ? metadata(query, variables)
        : refused(NO_PERMISSION, 'FORBIDDEN');
    },
  };

  const tokenFor = (form: URLSearchParams): Response =>
    form.get('client_id') === twenty.registration?.oAuthClientId &&
    form.get('client_secret') === twenty.secret
      ? Response.json({ access_token: APP_TOKEN, token_type: 'Bearer', expires_in: 1800, scope: '' })
      : Response.json(
          { error: 'invalid_client', error_description: 'Invalid client secret' },
          { status: 401 },
        );

  const records = (query: string): Response =>
    twenty.refusedToApp.some((name) => query.includes(`${name}(`))
      ? refused(NO_PERMISSION, 'FORBIDDEN')
      : Response.json({ data: {} });

  const membersPage = (): Response =>
    Response.json({
      data: {
        workspaceMembers: {
          pageInfo: { hasNextPage: false, endCursor: null },
          edges: twenty.members.map((node) => ({ node })),
        },
      },
    });

  const changeWebhooks = (query: string, { id, input }: Variables): unknown => {
    const fields = { operations: [], targetUrl: '', secret: '', ...input, ...input?.update };
    if (query.includes('deleteWebhook')) {
      twenty.webhooks = twenty.webhooks.filter((one) => one.id !== id);
      return { deleteWebhook: { id } };
    }
    const { operations, targetUrl, secret } = fields as Webhook;
    const webhook = { id: input?.id ?? `w${twenty.webhooks.length + 1}`, operations, targetUrl, secret };
    twenty.webhooks = [...twenty.webhooks.filter((one) => one.id !== webhook.id), webhook];
    return query.includes('createWebhook')
      ? { createWebhook: { id: webhook.id } }
      : { updateWebhook: { id: webhook.id } };
  };

  const changeGroups = (query: string, { inputs = [], input }: Variables): unknown => {
    if (query.includes('destroyViewGroup')) {
      for (const [view, groups] of twenty.groups) {
        twenty.groups.set(
          view,
          groups.filter(({ id }) => id !== input?.id),
        );
      }
      return { destroyViewGroup: { id: input?.id } };
    }
    const made = inputs.map(({ viewId, fieldValue, position }) => {
      const group = { id: `g-${viewId}-${fieldValue}-${position}`, fieldValue, position };
      twenty.groups.set(viewId, [...(twenty.groups.get(viewId) ?? []), group]);
      return { id: group.id };
    });
    return { createManyViewGroups: made };
  };

  const metadata = (query: string, variables: Variables): Response => {
    const data = (value: unknown) => Response.json({ data: value });
    if (/\bwebhooks\b/.test(query)) return data({ webhooks: twenty.webhooks });
    if (query.includes('Webhook(')) return data(changeWebhooks(query, variables));
    if (query.includes('getViews')) {
      const views = [...twenty.groups].map(([id, viewGroups]) => ({
        id,
        universalIdentifier: id,
        name: 'A view',
        viewGroups,
      }));
      return data({ getViews: views });
    }
    if (query.includes('findOneApplication(')) {
      return twenty.dialerUrl === null
        ? refused('Application not found', 'NOT_FOUND')
        : data({
            findOneApplication: {
              id: 'a',
              applicationVariables: [{ key: 'DIALER_URL', value: twenty.dialerUrl }],
            },
          });
    }
    if (query.includes('updateOneApplicationVariable')) {
      twenty.dialerUrl = variables.value ?? null;
      return data({ updateOneApplicationVariable: true });
    }
    if (query.includes('ViewGroup')) return data(changeGroups(query, variables));
    if (query.includes('currentWorkspace'))
      return data({ currentWorkspace: { id: 'w', displayName: 'Acme' } });
    if (query.includes('findManyApplicationRegistrations')) {
      return data({ findManyApplicationRegistrations: twenty.registration ? [twenty.registration] : [] });
    }
    if (query.includes('rotateApplicationRegistrationClientSecret')) {
      twenty.secret = `${twenty.secret}+`;
      return data({ rotateApplicationRegistrationClientSecret: { clientSecret: twenty.secret } });
    }
    if (query.includes('updateApplicationRegistration') && twenty.registration && variables.input) {
      twenty.registration = { ...twenty.registration, ...variables.input.update };
      return data({ updateApplicationRegistration: { id: twenty.registration.id } });
    }
    return data({ objects: { edges: twenty.objects.map((node) => ({ node })) } });
  };
  return twenty;
};

/** What `apply` leaves in Twenty. */
export const applyTo = (twenty: FakeTwenty, app: AppManifest): void => {
  twenty.objects = workspaceOf(app);
  twenty.dialerUrl ??= 'http://localhost:4400';
  for (const view of app.views)
    if (!twenty.groups.has(view.universalIdentifier)) twenty.groups.set(view.universalIdentifier, []);
  twenty.registration ??= {
    id: '1ada0110-4311-4ff2-94ef-98dfb02edd35',
    universalIdentifier: app.application.universalIdentifier,
    oAuthClientId: 'e038aed3-b008-47bc-9b01-87bcba41dea1',
    oAuthRedirectUris: [],
    oAuthScopes: [],
  };
};

const NO_PERMISSION = 'Entity performing the request does not have permission';

const refused = (message: string, code: string): Response =>
  Response.json({ errors: [{ message, extensions: { code, subCode: code } }] });

interface Variables {
  readonly value?: string;
  readonly id?: string;
  readonly input?: { readonly id?: string; readonly update: Partial<Registration> };
  readonly inputs?: readonly {
    readonly viewId: string;
    readonly fieldValue: string;
    readonly position: number;
  }[];
}
