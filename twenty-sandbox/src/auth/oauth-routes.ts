import { type Context, Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { cutConnection } from '../faults/cut.ts';
import { beforeAnything, type GraphqlRoutesDeps } from '../graphql/routes.ts';
import type { JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';
import { VIEWER_COOKIE } from '../page/call-link.ts';
import { memberById } from '../seed/members.ts';
import { authorizePage, authorizeRefusedPage } from './authorize-page.ts';
import { type AuthorizeRequest, type OAuth, OAuthError } from './oauth.ts';

export interface OAuthRoutesDeps extends Pick<GraphqlRoutesDeps, 'faults' | 'wait'> {
  readonly oauth: OAuth;
}

/** Sign-in as Twenty offers it, with a page where one chooses who to be in place of a password. */
export const oauthRoutes = (deps: OAuthRoutesDeps) => {
  const { oauth } = deps;
  const routes = new Hono();

  for (const path of ['/oauth/*', '/authorize/*', '/.well-known/*']) {
    routes.use(path, async (c, next) => {
      const fault = await beforeAnything(deps);
      if (fault?.kind === 'cut') return cutConnection(c);
      if (fault?.kind === 'server-error') return c.text('Service Unavailable', 503);
      return next();
    });
  }
  routes.get('/.well-known/oauth-authorization-server', (c) => c.json(discovery(originOf(c))));

  routes.get('/authorize', (c) => {
    const request = readAuthorize(c);
    try {
      oauth.checkAuthorize(request);
    } catch (error) {
      if (error instanceof OAuthError) return c.html(authorizeRefusedPage(error.message), 400);
      throw error;
    }
    const chooseUrl = (memberId: string) => {
      const query = new URLSearchParams(c.req.query());
      query.set('member', memberId);
      return `/authorize/continue?${query}`;
    };
    return c.html(authorizePage(chooseUrl));
  });

  routes.get('/authorize/continue', (c) => {
    const request = readAuthorize(c);
    const member = memberById(c.req.query('member') ?? '');
    if (member === undefined) return c.html(authorizeRefusedPage('Nobody with this id works here.'), 400);
    try {
      oauth.checkAuthorize(request);
      setCookie(c, VIEWER_COOKIE, member.id, { httpOnly: true, sameSite: 'Lax', path: '/sandbox' });
      return c.redirect(oauth.authorize(request, member.id));
    } catch (error) {
      if (error instanceof OAuthError) return c.html(authorizeRefusedPage(error.message), 400);
      throw error;
    }
  });

  routes.post('/oauth/token', (c) => answerForm(c, oauth.token));
  routes.post('/oauth/introspect', (c) => answerForm(c, (form) => oauth.introspect(form, originOf(c))));
  routes.post('/oauth/revoke', (c) =>
    answerForm(c, (form) => {
      oauth.revoke(form);
      return {};
    }),
  );
  return routes;
};

const answerForm = async (c: Context, answer: (form: JsonObject) => JsonObject): Promise<Response> => {
  c.header('cache-control', 'no-store');
  try {
    return c.json(answer(await readForm(c)));
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return c.json({ error: error.code, error_description: error.message }, error.status);
  }
};

const readForm = async (c: Context): Promise<JsonObject> => {
  const text = await c.req.text();
  if (!(c.req.header('content-type') ?? '').includes('json'))
    return Object.fromEntries(new URLSearchParams(text));
  const body: unknown = JSON.parse(text);
  return isJsonObject(body) ? body : {};
};

const readAuthorize = (c: Context): AuthorizeRequest => ({
  clientId: c.req.query('client_id') ?? '',
  redirectUri: c.req.query('redirect_uri') ?? '',
  state: c.req.query('state') ?? null,
  codeChallenge: c.req.query('code_challenge') ?? null,
});

const originOf = (c: Context): string => new URL(c.req.url).origin;

const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/oauth/token`,
  registration_endpoint: `${issuer}/oauth/register`,
  revocation_endpoint: `${issuer}/oauth/revoke`,
  introspection_endpoint: `${issuer}/oauth/introspect`,
  scopes_supported: ['api', 'profile'],
  response_types_supported: ['code'],
  response_modes_supported: ['query'],
  grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['client_secret_post', 'none'],
  revocation_endpoint_auth_methods_supported: ['client_secret_post'],
  introspection_endpoint_auth_methods_supported: ['client_secret_post'],
  authorization_response_iss_parameter_supported: true,
});
