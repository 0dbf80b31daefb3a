import { z } from 'zod';
import { ConnectError } from './connect-error.ts';
import type { AppCredentials } from './settings.ts';
import { requestJson, type TwentyAccess, type TwentyApi } from './twenty-api.ts';

/** A token of the app itself, good for 30 minutes; null when Twenty does not know these credentials. */
export const appToken = async (
  { apiUrl, fetch }: Omit<TwentyAccess, 'token'>,
  { clientId, clientSecret }: AppCredentials,
): Promise<string | null> => {
  const { status, json } = await requestJson(fetch, `${apiUrl}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }),
  });
  const token = z.object({ access_token: z.string() }).safeParse(json);
  if (token.success) return token.data.access_token;
  const refusal = z.object({ error: z.string(), error_description: z.string().optional() }).safeParse(json);
  if (refusal.success && refusal.data.error === 'invalid_client') return null;
  throw new ConnectError(
    `Twenty gives no token to the app: HTTP ${status} ${refusal.data?.error_description ?? refusal.data?.error ?? ''}`.trim(),
    'Run npm run connect again; if it stays so, look at the log of the Twenty server.',
  );
};

/** A new secret for the app. The one before it stops working at once. */
export const newClientSecret = async (admin: TwentyApi, registrationId: string): Promise<string> => {
  const { rotateApplicationRegistrationClientSecret } = await admin.ask({
    at: 'metadata',
    query: 'mutation ($id: String!) { rotateApplicationRegistrationClientSecret(id: $id) { clientSecret } }',
    variables: { id: registrationId },
    answer: z.object({
      rotateApplicationRegistrationClientSecret: z.object({ clientSecret: z.string().min(1) }),
    }),
  });
  return rotateApplicationRegistrationClientSecret.clientSecret;
};
