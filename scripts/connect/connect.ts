import type { AppManifest } from '../app-manifest/app-manifest.ts';
import { appToken, newClientSecret } from './app-credentials.ts';
import { applyApp } from './apply-app.ts';
import { askOrRefuse, type Terminal } from './ask.ts';
import { type Registration, registrationsOf, serverVersion, workspaceOf } from './check-access.ts';
import { missingInWorkspace } from './compare-objects.ts';
import { ConnectError } from './connect-error.ts';
import { assertCanWrite, readEnvFile, updateEnvFile } from './env-file.ts';
import { probeRights } from './probe-rights.ts';
import type { Sdk } from './sdk.ts';
import { type AppCredentials, type ConnectSettings, parseAddress, readSettings } from './settings.ts';
import { setSignIn } from './sign-in-settings.ts';
import { createTwentyApi, type TwentyApi } from './twenty-api.ts';
import { objectsOf } from './workspace-objects.ts';

export interface ConnectDeps {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly envFile: string;
  readonly manifest: AppManifest;
  readonly fetch: typeof fetch;
  readonly openSdk: (access: { apiUrl: string; adminKey: string }) => Promise<Sdk>;
  readonly terminal: Terminal;
  readonly say: (line: string) => void;
}

export interface ConnectOptions {
  /** Also apply what destroys data in Twenty. */
  readonly isForced: boolean;
  readonly isPlanOnly: boolean;
  /** Make a new client secret although another dialer may be using the present one. */
  readonly isNewSecretWanted: boolean;
}

/**
 * Makes a workspace of a real Twenty ready for the dialer, and the dialer ready for it. Doing it again is safe and
 * changes only what is not as it should be.
 * @throws ConnectError
 */
export const connect = async (deps: ConnectDeps, options: ConnectOptions): Promise<void> => {
  const { say, manifest } = deps;
  const settings = readSettings(deps.env, readEnvFile(deps.envFile));
  assertCanWrite(deps.envFile);
  const access = await accessOf(deps, settings);
  const admin = createTwentyApi({ apiUrl: access.apiUrl, token: access.adminKey, fetch: deps.fetch });
  await checkAccess(deps, access.apiUrl, admin);

  say('Comparing the workspace with the app …');
  const before = await registrationOf(admin, manifest);
  const hasApplied = await apply(deps, options, { ...access, admin, isNew: before === null });
  if (options.isPlanOnly) return say('Nothing was changed, because only the plan was wanted.');
  say(hasApplied ? 'The app is applied.' : 'The app is in the workspace as it should be.');

  const registration = before ?? (await registrationOf(admin, manifest));
  if (registration === null) {
    throw new ConnectError(
      'The app was applied, but Twenty does not list it.',
      'Run npm run connect again; if it stays so, look at the log of the Twenty server.',
    );
  }
  const credentials = await credentialsOf({ ...deps, ...access, admin, registration }, options, settings.app);
  const hasWritten = updateEnvFile(deps.envFile, {
    TWENTY_API_URL: access.apiUrl,
    TWENTY_APP_CLIENT_ID: credentials.clientId,
    TWENTY_APP_CLIENT_SECRET: credentials.clientSecret,
  });
  say(
    hasWritten
      ? `Wrote the credentials of the app to ${deps.envFile}.`
      : `${deps.envFile} is as it should be.`,
  );
  const hasSignIn = await setSignIn(admin, registration, settings.redirectUris);
  say(hasSignIn ? 'Sign-in may now return to the dialer.' : 'Sign-in is set as it should be.');

  await verify(deps, { apiUrl: access.apiUrl, credentials });
  say(hasApplied || hasWritten || hasSignIn ? 'Connected.' : 'Connected; nothing had to be changed.');
  warnOfOverrides(deps, credentials);
};

interface Access {
  readonly apiUrl: string;
  readonly adminKey: string;
}

const accessOf = async ({ terminal }: ConnectDeps, settings: ConnectSettings): Promise<Access> => ({
  apiUrl:
    settings.apiUrl ??
    parseAddress(
      'TWENTY_API_URL',
      await askOrRefuse(terminal, {
        name: 'TWENTY_API_URL',
        what: 'The address of your Twenty, for example https://crm.example.com',
        isSecret: false,
      }),
    ),
  adminKey:
    settings.adminKey ??
    (await askOrRefuse(terminal, {
      name: 'TWENTY_API_KEY',
      what: 'An API key with the role Admin (Twenty: Settings, MCP & APIs)',
      isSecret: true,
    })),
});

const checkAccess = async (deps: ConnectDeps, apiUrl: string, admin: TwentyApi): Promise<void> => {
  deps.say(`Asking ${apiUrl} …`);
  const workspace = await workspaceOf(admin);
  const version = await serverVersion({ apiUrl, fetch: deps.fetch });
  deps.say(`Twenty ${version}, workspace "${workspace.name}".`);
};

const registrationOf = async (admin: TwentyApi, manifest: AppManifest): Promise<Registration | null> =>
  (await registrationsOf(admin)).find(
    (registration) => registration.universalIdentifier === manifest.application.universalIdentifier,
  ) ?? null;

const apply = async (
  { openSdk, manifest, say }: ConnectDeps,
  options: ConnectOptions,
  { apiUrl, adminKey, admin, isNew }: Access & { admin: TwentyApi; isNew: boolean },
): Promise<boolean> => {
  const sdk = await openSdk({ apiUrl, adminKey });
  try {
    return await applyApp({ sdk, admin, manifest, say }, { ...options, isNew });
  } finally {
    sdk.close();
  }
};

/** The credentials that we have, when they work; new ones else. */
const credentialsOf = async (
  deps: ConnectDeps & Access & { admin: TwentyApi; registration: Registration },
  options: ConnectOptions,
  known: AppCredentials | null,
): Promise<AppCredentials> => {
  const { admin, registration } = deps;
  const clientId = registration.oAuthClientId;
  const isKnown = known?.clientId === clientId && (await appToken(deps, known)) !== null;
  if (known && isKnown && !options.isNewSecretWanted) {
    deps.say("The app's own credentials work.");
    return known;
  }
  // Somebody finished connecting before: his dialer lives on the present secret.
  const isInUse = registration.oAuthRedirectUris.length > 0 && !isKnown;
  if (isInUse && !options.isNewSecretWanted && !(await isReplacingMeant(deps.terminal))) {
    throw new ConnectError(
      `The app is connected already, and its secret is not in ${deps.envFile}.`,
      'Copy TWENTY_APP_CLIENT_ID and TWENTY_APP_CLIENT_SECRET from the dialer that has them. If there is none, run npm run connect -- --new-secret; a dialer with the old secret then stops delivering until it is given the new one.',
    );
  }
  const clientSecret = await newClientSecret(admin, registration.id);
  return { clientId, clientSecret };
};

const isReplacingMeant = async (terminal: Terminal): Promise<boolean> =>
  terminal.isThere &&
  /^y(es)?$/i.test(
    await terminal.ask(
      'The app is connected already, and its secret is not here. Make a new one? A dialer that uses the old one stops delivering. (yes/no)',
    ),
  );

const verify = async (
  deps: ConnectDeps,
  { apiUrl, credentials }: { apiUrl: string; credentials: AppCredentials },
): Promise<void> => {
  const token = await appToken({ apiUrl, fetch: deps.fetch }, credentials);
  if (token === null) {
    throw new ConnectError(
      "Twenty does not accept the app's new credentials.",
      'Run npm run connect again with --new-secret.',
    );
  }
  const app = createTwentyApi({ apiUrl, token, fetch: deps.fetch });
  const missing = missingInWorkspace(deps.manifest, await objectsOf(app));
  if (missing.length > 0) {
    throw new ConnectError(
      `The workspace lacks what the dialer needs:\n${missing.join('\n')}`,
      'Undo what was changed by hand in Twenty (Settings, Data model: fields may be deactivated there), then run npm run connect again.',
    );
  }
  await probeRights(app);
  deps.say(
    'Checked with the credentials of the app: fields, reading and writing are as the dialer needs them.',
  );
};

const warnOfOverrides = ({ env, say }: ConnectDeps, credentials: AppCredentials): void => {
  const overrides =
    (env.TWENTY_APP_CLIENT_ID && env.TWENTY_APP_CLIENT_ID !== credentials.clientId) ||
    (env.TWENTY_APP_CLIENT_SECRET && env.TWENTY_APP_CLIENT_SECRET !== credentials.clientSecret);
  if (overrides) {
    say(
      'TWENTY_APP_CLIENT_ID and TWENTY_APP_CLIENT_SECRET are set in the environment, which wins over .env: remove them there.',
    );
  }
};
