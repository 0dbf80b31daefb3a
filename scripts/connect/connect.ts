import type { AppManifest } from '../app-manifest/app-manifest.ts';
import { type Access, askForAccess } from './access.ts';
import { appToken } from './app-credentials.ts';
import { refuseLoss } from './apply-app.ts';
import type { Terminal } from './ask.ts';
import { type Registration, registrationsOf, serverVersion, workspaceOf } from './check-access.ts';
import { missingInWorkspace } from './compare-objects.ts';
import { ConnectError } from './connect-error.ts';
import { planAddress, setAddress } from './dialer-address.ts';
import { assertCanWrite, readEnvFile, updateEnvFile } from './env-file.ts';
import { keepOrMakeCredentials } from './keep-credentials.ts';
import { type OwnOption, ownOptionsOf } from './own-options.ts';
import { type ConnectPlan, planAll } from './plan.ts';
import { probeRights } from './probe-rights.ts';
import { planGroups, setGroups } from './rep-groups.ts';
import type { Sdk } from './sdk.ts';
import { type AppCredentials, readSettings } from './settings.ts';
import { setSignIn } from './sign-in-settings.ts';
import { createTwentyApi, type TwentyApi } from './twenty-api.ts';
import { setWebhook } from './webhook.ts';
import { objectsOf } from './workspace-objects.ts';

export interface ConnectDeps {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly envFile: string;
  readonly manifest: AppManifest;
  readonly fetch: typeof fetch;
  readonly openSdk: (
    access: Access & { ownOptions: readonly OwnOption[]; publicUrl: string | null },
  ) => Promise<Sdk>;
  readonly terminal: Terminal;
  readonly say: (line: string) => void;
}

export interface ConnectOptions {
  /** Also apply what destroys data in Twenty. */
  readonly isForced: boolean;
  readonly isPlanOnly: boolean;
  /** Make a new client secret although another dialer may be using the present one. */
  readonly isNewSecretWanted: boolean;
  /** Do not ask whether the plan is meant. */
  readonly isSure: boolean;
}

/**
 * Makes a workspace of a real Twenty ready for the dialer, and the dialer ready for it: says what it would change, and
 * does it when that is meant. Doing it again is safe and changes only what is not as it should be.
 * @throws ConnectError
 */
export const connect = async (deps: ConnectDeps, options: ConnectOptions): Promise<void> => {
  const { say, manifest, envFile } = deps;
  const settings = readSettings(deps.env, readEnvFile(envFile));
  assertCanWrite(envFile);
  const access = await askForAccess(deps.terminal, settings);
  const admin = createTwentyApi({ apiUrl: access.apiUrl, token: access.adminKey, fetch: deps.fetch });
  await checkAccess(deps, access.apiUrl, admin);

  say('Comparing the workspace with what the dialer needs …');
  const before = await registrationOf(admin, manifest);
  const ownOptions = ownOptionsOf(manifest, await objectsOf(admin));
  const sdk = await deps.openSdk({ ...access, ownOptions, publicUrl: settings.publicUrl });
  let plan: ConnectPlan;
  try {
    plan = await planAll({ admin, manifest, sdk, settings, registration: before, ownOptions });
    for (const line of plan.lines) say(`  ${line}`);
    if (options.isPlanOnly) return say('Nothing was changed, because only the plan was wanted.');
    refuseLoss(plan.app, options.isForced);
    await askWhetherMeant(deps.terminal, { ...options, isNothing: plan.isNothing });
    // An app that is not registered yet has to be applied whatever the plan says.
    if (!plan.app.isNothing || before === null) {
      await sdk.apply({ isForced: options.isForced });
      say('The app is applied.');
    } else say('The app is in the workspace as it should be.');
  } finally {
    sdk.close();
  }

  const registration = before ?? (await newRegistrationOf(admin, manifest));
  // From here to the file nothing is said or asked: Twenty shows a new secret only once.
  const credentials = await keepOrMakeCredentials(
    { ...deps, apiUrl: access.apiUrl, admin, registration },
    { known: settings.app, isNewSecretWanted: options.isNewSecretWanted },
  );
  const hasWritten = updateEnvFile(envFile, {
    TWENTY_API_URL: access.apiUrl,
    TWENTY_APP_CLIENT_ID: credentials.clientId,
    TWENTY_APP_CLIENT_SECRET: credentials.clientSecret,
    ...(plan.webhook ? { TWENTY_WEBHOOK_SECRET: plan.webhook.secret } : {}),
  });
  say(hasWritten ? `Wrote the app's own credentials to ${envFile}.` : `${envFile} is as it should be.`);
  const hasSignIn = await setSignIn(admin, registration, settings.redirectUris);
  say(hasSignIn ? 'Sign-in may now return to the dialer.' : 'Sign-in is set as it should be.');
  const hasWebhook = plan.webhook !== null && (await setWebhook(admin, plan.webhook));
  if (hasWebhook) say('The webhook is set.');
  // Asked again: both may be there only since the app was applied.
  const address = await planAddress(admin, { manifest, publicUrl: settings.publicUrl });
  if (address !== null) {
    await setAddress(admin, address);
    say(`Links in Twenty lead to ${address.to}.`);
  }
  const groups = await planGroups(admin, manifest);
  await setGroups(admin, groups);
  if (groups.length > 0) say('The views by rep have a group for each member.');

  await verify(deps, access.apiUrl, credentials);
  if (hasWritten) say('A dialer that is running has read its settings already: start it again.');
  say(plan.isNothing && !hasWritten ? 'Connected; nothing had to be changed.' : 'Connected.');
  warnOfOverrides(deps, credentials);
};

/** With somebody at the terminal nothing is changed without a yes; a script has said what it wants by calling this. */
const askWhetherMeant = async (
  terminal: Terminal,
  { isNothing, isSure }: { isNothing: boolean; isSure: boolean },
): Promise<void> => {
  if (isNothing || isSure || !terminal.isThere) return;
  if (/^y(es)?$/i.test(await terminal.ask('Do this? (yes/no)'))) return;
  throw new ConnectError('Stopped, as you said.', 'Nothing was changed.');
};

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

const newRegistrationOf = async (admin: TwentyApi, manifest: AppManifest): Promise<Registration> => {
  const registration = await registrationOf(admin, manifest);
  if (registration !== null) return registration;
  throw new ConnectError(
    'The app was applied, but Twenty does not list it.',
    'Run npm run connect again; if it stays so, look at the log of the Twenty server.',
  );
};

const verify = async (deps: ConnectDeps, apiUrl: string, credentials: AppCredentials): Promise<void> => {
  const token = await appToken({ apiUrl, fetch: deps.fetch }, credentials);
  if (token === null) {
    throw new ConnectError(
      "Twenty does not accept the app's new credentials.",
      'Run npm run connect -- --new-secret.',
    );
  }
  const app = createTwentyApi({ apiUrl, token, fetch: deps.fetch });
  const missing = missingInWorkspace(deps.manifest, await objectsOf(app));
  if (missing.length > 0) {
    throw new ConnectError(
      `The workspace lacks what the dialer needs:\n${missing.join('\n')}`,
      'Undo what was changed by hand in Twenty (Settings, Data model), then run npm run connect again.',
    );
  }
  await probeRights(app, deps.manifest);
  deps.say(
    'Checked with the credentials of the app: fields, reading and writing are as the dialer needs them.',
  );
};

const warnOfOverrides = ({ env, say }: ConnectDeps, { clientId, clientSecret }: AppCredentials): void => {
  const isOther = (value: string | undefined, wanted: string) => Boolean(value?.trim()) && value !== wanted;
  if (isOther(env.TWENTY_APP_CLIENT_ID, clientId) || isOther(env.TWENTY_APP_CLIENT_SECRET, clientSecret)) {
    say(
      'TWENTY_APP_CLIENT_ID and TWENTY_APP_CLIENT_SECRET are set in the environment, which wins over .env: remove them there.',
    );
  }
};
