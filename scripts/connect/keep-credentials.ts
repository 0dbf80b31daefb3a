import { appToken, newClientSecret } from './app-credentials.ts';
import type { Terminal } from './ask.ts';
import type { Registration } from './check-access.ts';
import { ConnectError } from './connect-error.ts';
import type { AppCredentials } from './settings.ts';
import type { TwentyAccess, TwentyApi } from './twenty-api.ts';

interface KeepDeps extends Omit<TwentyAccess, 'token'> {
  readonly admin: TwentyApi;
  readonly registration: Registration;
  readonly terminal: Terminal;
  readonly envFile: string;
}

interface KeepOptions {
  readonly known: AppCredentials | null;
  readonly isNewSecretWanted: boolean;
}

/**
 * The credentials that we have, when they work; new ones else. Making new ones takes the old ones from whoever uses
 * them, so it is refused when somebody seems to. @throws ConnectError
 */
export const keepOrMakeCredentials = async (
  deps: KeepDeps,
  { known, isNewSecretWanted }: KeepOptions,
): Promise<AppCredentials> => {
  const { admin, registration, terminal, envFile } = deps;
  const clientId = registration.oAuthClientId;
  const isGood = known?.clientId === clientId && (await appToken(deps, known)) !== null;
  if (known && isGood && !isNewSecretWanted) return known;
  // Connecting sets these addresses last: somebody came to its end, and his dialer lives on the present secret.
  const isInUse = registration.oAuthRedirectUris.length > 0 && !isGood;
  if (isInUse && !isNewSecretWanted && !(await isReplacingMeant(terminal))) {
    throw new ConnectError(
      `The app is connected already, and its secret is not in ${envFile}.`,
      'Copy TWENTY_APP_CLIENT_ID and TWENTY_APP_CLIENT_SECRET from the dialer that has them. If there is none, run npm run connect -- --new-secret; a dialer with the old secret then stops delivering until it is given the new one.',
    );
  }
  return { clientId, clientSecret: await newClientSecret(admin, registration.id) };
};

const isReplacingMeant = async (terminal: Terminal): Promise<boolean> =>
  terminal.isThere &&
  /^y(es)?$/i.test(
    await terminal.ask(
      'The app is connected already, and its secret is not here. Make a new one? A dialer that uses the old one stops delivering. (yes/no)',
    ),
  );
