import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { at } from './client.ts';
import { needsApp, needsPersonAndApp, onEveryTwenty } from './session.ts';

onEveryTwenty('Discovery', (session) => {
  test('the endpoints of sign-in are where they are announced', async () => {
    const response = await fetch(`${session().url}/.well-known/oauth-authorization-server`);
    expect(await response.json()).toMatchObject({
      authorization_endpoint: expect.stringMatching(/\/authorize$/),
      token_endpoint: expect.stringMatching(/\/oauth\/token$/),
      revocation_endpoint: expect.stringMatching(/\/oauth\/revoke$/),
      code_challenge_methods_supported: ['S256'],
      grant_types_supported: expect.arrayContaining([
        'authorization_code',
        'client_credentials',
        'refresh_token',
      ]),
    });
  });

  test('a client that nobody knows gets no token', async () => {
    const { status, body } = await session().postForm('/oauth/token', {
      grant_type: 'client_credentials',
      client_id: '00000000-0000-4000-8000-000000000000',
      client_secret: 'x',
    });
    expect(status).toBe(401);
    expect(body).toMatchObject({ error: 'invalid_client' });
  });
});

onEveryTwenty(
  'The app’s credentials',
  (session, target) => {
    const credentials = {
      client_id: target.app?.clientId ?? '',
      client_secret: target.app?.clientSecret ?? '',
    };

    test('give a token for half an hour, again and again', async () => {
      const { status, body } = await session().postForm('/oauth/token', {
        grant_type: 'client_credentials',
        ...credentials,
      });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        access_token: expect.any(String),
        token_type: 'Bearer',
        expires_in: 1800,
      });
    });

    test('are refused with a wrong secret', async () => {
      const { status, body } = await session().postForm('/oauth/token', {
        grant_type: 'client_credentials',
        ...credentials,
        client_secret: 'wrong',
      });
      expect(status).toBe(401);
      expect(body).toMatchObject({ error: 'invalid_client' });
    });
  },
  needsApp,
);

onEveryTwenty(
  'Sign-in of a person',
  (session, target) => {
    const client = { client_id: target.app?.clientId ?? '', client_secret: target.app?.clientSecret ?? '' };
    const redirect_uri = target.app?.redirectUri ?? '';

    /** What the consent page does when the person agrees. */
    const consent = async (verifier: string, redirectUrl = redirect_uri) => {
      const { data, errors } = await session().send(
        'mutation ($clientId: String!, $codeChallenge: String, $redirectUrl: String!, $state: String, $scope: String) { authorizeApp(clientId: $clientId, codeChallenge: $codeChallenge, redirectUrl: $redirectUrl, state: $state, scope: $scope) { redirectUrl } }',
        {
          clientId: client.client_id,
          codeChallenge: createHash('sha256').update(verifier).digest('base64url'),
          redirectUrl,
          state: 'a state',
          scope: 'api profile',
        },
        'person',
        'metadata',
      );
      const back = at(data, 'authorizeApp', 'redirectUrl');
      return { url: typeof back === 'string' ? new URL(back) : null, errors };
    };
    const exchange = async (code: string, code_verifier: string) =>
      session().postForm('/oauth/token', {
        grant_type: 'authorization_code',
        ...client,
        code,
        code_verifier,
        redirect_uri,
      });
    const signIn = async () => {
      const verifier = randomBytes(32).toString('base64url');
      const { url } = await consent(verifier);
      const { body } = await exchange(url?.searchParams.get('code') ?? '', verifier);
      return { access: String(at(body, 'access_token')), refresh: String(at(body, 'refresh_token')) };
    };
    const refresh = (refresh_token: string) =>
      session().postForm('/oauth/token', { grant_type: 'refresh_token', ...client, refresh_token });

    test('brings the state back, and a code that works once', async () => {
      const verifier = randomBytes(32).toString('base64url');
      const { url } = await consent(verifier);
      expect(url?.searchParams.get('state')).toBe('a state');
      const code = url?.searchParams.get('code') ?? '';
      const first = await exchange(code, verifier);
      expect(first.body).toMatchObject({
        access_token: expect.any(String),
        refresh_token: expect.any(String),
        token_type: 'Bearer',
        expires_in: 1800,
      });
      const second = await exchange(code, verifier);
      expect(second).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    });

    test('is refused when the verifier does not fit', async () => {
      const { url } = await consent(randomBytes(32).toString('base64url'));
      const answer = await exchange(
        url?.searchParams.get('code') ?? '',
        'another-verifier-another-verifier-another-1',
      );
      expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    });

    test('needs the app’s secret, so a stolen code is worth nothing', async () => {
      const verifier = randomBytes(32).toString('base64url');
      const { url } = await consent(verifier);
      const { status, body } = await session().postForm('/oauth/token', {
        grant_type: 'authorization_code',
        client_id: client.client_id,
        code: url?.searchParams.get('code') ?? '',
        code_verifier: verifier,
        redirect_uri,
      });
      expect(status).toBe(401);
      expect(body).toMatchObject({ error: 'invalid_client' });
    });

    test('gives no more than the app’s role allows', async () => {
      const { access } = await signIn();
      const answer = await session().send(
        'mutation { createCompanies(data: []) { id } }',
        {},
        { token: access },
      );
      expect(answer.errors[0]).toMatchObject({ code: 'FORBIDDEN', subCode: 'PERMISSION_DENIED' });
    });

    test('never sends a code to an address that is not registered', async () => {
      const { url, errors } = await consent(
        randomBytes(32).toString('base64url'),
        'https://evil.example.com/cb',
      );
      expect(url).toBeNull();
      expect(errors[0]).toMatchObject({ code: 'FORBIDDEN' });
    });

    test('says who signed in, and lets them find people to call', async () => {
      const { access } = await signIn();
      const me = await session().send(
        '{ currentUser { email workspaceMember { id } } }',
        {},
        { token: access },
        'metadata',
      );
      expect(at(me.data, 'currentUser', 'email')).toBe(target.person?.email);
      const people = await session().send(
        '{ people(first: 1) { edges { node { id name { firstName } phones { primaryPhoneNumber } company { name } } } } }',
        {},
        { token: access },
      );
      expect(people.errors).toEqual([]);
    });

    test('is renewed with a refresh token, until it is revoked', async () => {
      const { refresh: token } = await signIn();
      expect(await refresh(token)).toMatchObject({ status: 200, body: { access_token: expect.any(String) } });
      const revoked = await session().postForm('/oauth/revoke', { token, ...client });
      expect(revoked.status).toBe(200);
      expect(await refresh(token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    });

    test('works again after it was revoked', async () => {
      const { refresh: token } = await signIn();
      await session().postForm('/oauth/revoke', { token, ...client });
      const { refresh: next } = await signIn();
      expect((await refresh(next)).status).toBe(200);
    });
  },
  needsPersonAndApp,
);
