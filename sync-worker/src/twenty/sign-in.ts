import { Member, MemberId, WorkspaceId } from '@twenty-dialer/contract';
import { z } from 'zod';
import { CurrentUserDocument, type CurrentUserQuery } from '../../../graphql/generated/metadata/graphql.ts';
import type { TwentyClient } from './client.ts';
import { TwentyError } from './errors.ts';
import { createOAuthClient } from './oauth.ts';
import type { CurrentMember, TwentySignIn, TwentyTokens } from './port.ts';

interface SignInSettings {
  readonly apiUrl: string;
  /** Where people open Twenty: its page of consent is there. */
  readonly frontUrl: string;
  /** The app's own registration; without it nobody can sign in, and each try says so. */
  readonly app: { readonly clientId: string; readonly clientSecret: string } | null;
  readonly client: Pick<TwentyClient, 'ask'>;
  readonly nowMs: () => number;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

const SCOPES = 'api profile';

/** Sign-in with Twenty for one installation: OAuth code with PKCE, as the app that `npm run connect` registered. */
export const createTwentySignIn = (settings: SignInSettings): TwentySignIn => {
  const { frontUrl, client, nowMs } = settings;
  const oauth = createOAuthClient(settings);

  const app = () => {
    if (settings.app) return settings.app;
    throw new TwentyError(
      'not-allowed',
      'This dialer is not connected with Twenty: TWENTY_APP_CLIENT_ID and TWENTY_APP_CLIENT_SECRET are not set. An admin runs "npm run connect" once.',
    );
  };

  const grant = async (form: Record<string, string>): Promise<TwentyTokens> => {
    const askedAtMs = nowMs();
    const { clientId, clientSecret } = app();
    const answer = await oauth.post('token_endpoint', {
      ...form,
      client_id: clientId,
      client_secret: clientSecret,
    });
    const { access_token, refresh_token, expires_in } = readable(TokenAnswer, answer);
    return {
      accessToken: access_token,
      refreshToken: refresh_token ?? null,
      expiresAtMs: askedAtMs + expires_in * 1000,
    };
  };

  return {
    authorizeUrl: async ({ state, codeChallenge, redirectUri }) => {
      const { clientId } = app();
      const { authorization_endpoint: path } = await oauth.endpoints();
      const url = new URL(path, frontUrl);
      const query = {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: SCOPES,
        state,
        code_challenge: codeChallenge,
        code_challenge_method: 'S256',
      };
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return url.href;
    },
    exchange: ({ code, codeVerifier, redirectUri }) =>
      grant({
        grant_type: 'authorization_code',
        code,
        code_verifier: codeVerifier,
        redirect_uri: redirectUri,
      }),
    refresh: (refreshToken) => grant({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    revoke: async ({ accessToken, refreshToken }) => {
      const { clientId, clientSecret } = app();
      const token = refreshToken ?? accessToken;
      await oauth.post('revocation_endpoint', { token, client_id: clientId, client_secret: clientSecret });
    },
    currentMember: async (accessToken) =>
      memberOf(
        await client.ask({
          endpoint: 'metadata',
          document: CurrentUserDocument,
          variables: {},
          schema: CurrentUserAnswer,
          token: accessToken,
        }),
      ),
  };
};

const memberOf = ({ currentUser }: CurrentUserQuery): CurrentMember => {
  const { workspaceMember, currentWorkspace, email } = currentUser;
  if (!workspaceMember || !currentWorkspace) {
    throw new TwentyError('refused', 'Twenty says that you are a member of no workspace.', {
      isSignInRefused: true,
    });
  }
  const { id, name, userEmail } = workspaceMember;
  const member = { id, firstName: name.firstName, lastName: name.lastName, email: userEmail || email };
  return {
    member: readable(Member, member),
    roles: (workspaceMember.roles ?? []).map(({ id, label, canUpdateAllSettings }) => ({
      id,
      label,
      canUpdateAllSettings,
    })),
    workspaceId: readable(WorkspaceId, currentWorkspace.id),
  };
};

const readable = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new TwentyError('refused', 'Twenty answered something that this version does not understand', {
    cause: parsed.error,
  });
};

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  /** Seconds. Twenty says 1800; where a server says nothing the shorter guess is the safe one. */
  expires_in: z.number().positive().default(600),
});

const CurrentUserAnswer = z.object({
  currentUser: z.object({
    id: z.string(),
    email: z.string(),
    workspaceMember: z
      .object({
        id: MemberId,
        userEmail: z.string(),
        name: z.object({ firstName: z.string(), lastName: z.string() }),
        roles: z
          .array(z.object({ id: z.string(), label: z.string(), canUpdateAllSettings: z.boolean() }))
          .nullable(),
      })
      .nullable(),
    currentWorkspace: z.object({ id: z.string(), displayName: z.string().nullable() }).nullable(),
  }),
});
