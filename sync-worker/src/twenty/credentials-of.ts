import { apiKeyCredentials, appCredentials, type WorkerCredentials } from './app-token.ts';
import { TwentyError } from './errors.ts';

interface TwentyAccess {
  readonly apiUrl: string;
  readonly apiKey: string | null;
  readonly app: { readonly clientId: string; readonly clientSecret: string } | null;
}

/** The worker's own way into Twenty: as the app where it can, with an API key else. Without either, every use says so. */
export const credentialsOf = ({ apiUrl, apiKey, app }: TwentyAccess): WorkerCredentials => {
  if (app) return appCredentials({ url: apiUrl, ...app, nowMs: Date.now });
  if (apiKey) return apiKeyCredentials(apiKey);
  return {
    kind: 'api-key',
    token: async () => {
      throw new TwentyError(
        'not-allowed',
        'The worker has no credentials for Twenty. Run "npm run connect", which writes TWENTY_APP_CLIENT_ID and TWENTY_APP_CLIENT_SECRET. Calls are kept here meanwhile.',
      );
    },
    forget: () => {},
  };
};
