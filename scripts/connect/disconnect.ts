import { z } from 'zod';
import { askForAccess } from './access.ts';
import { newClientSecret } from './app-credentials.ts';
import { registrationsOf, workspaceOf } from './check-access.ts';
import type { ConnectDeps } from './connect.ts';
import { ConnectError } from './connect-error.ts';
import { assertCanWrite, readEnvFile, removeFromEnvFile } from './env-file.ts';
import { readSettings } from './settings.ts';
import { createTwentyApi, type TwentyApi } from './twenty-api.ts';
import { deleteWebhook, ourWebhook, webhooksOf } from './webhook.ts';

export interface DisconnectOptions {
  /** Also remove the app from Twenty, with its objects and all records in them. */
  readonly isDataRemoved: boolean;
  /** Remove data although nobody can be asked. */
  readonly isForced: boolean;
  readonly isSure: boolean;
}

/**
 * Ends the connection with a workspace. What the dialer has written stays in Twenty, unless its removal is asked for.
 * @throws ConnectError
 */
export const disconnect = async (deps: ConnectDeps, options: DisconnectOptions): Promise<void> => {
  const { say, manifest, envFile } = deps;
  const settings = readSettings(deps.env, readEnvFile(envFile));
  assertCanWrite(envFile);
  const access = await askForAccess(deps.terminal, settings);
  const admin = createTwentyApi({ apiUrl: access.apiUrl, token: access.adminKey, fetch: deps.fetch });
  const workspace = await workspaceOf(admin);
  const registration = (await registrationsOf(admin)).find(
    ({ universalIdentifier }) => universalIdentifier === manifest.application.universalIdentifier,
  );
  const webhook =
    settings.workerUrl === null && settings.webhookSecret === null
      ? undefined
      : ourWebhook(await webhooksOf(admin), {
          workerUrl: settings.workerUrl ?? 'nowhere',
          secret: settings.webhookSecret,
        });

  say(`In the workspace "${workspace.name}" at ${access.apiUrl}:`);
  if (webhook) say(`  the webhook to ${webhook.targetUrl} is deleted`);
  if (registration) say("  the app's credentials and sign-in end, for every dialer on this workspace");
  say(
    options.isDataRemoved
      ? `  THE APP IS REMOVED, with ${manifest.objects.map(({ labelPlural }) => labelPlural.toLowerCase()).join(', ')} and all records in them`
      : '  the app stays, with all calls and everything else in it',
  );
  await askWhetherMeant(deps, options);

  if (webhook) await deleteWebhook(admin, webhook.id);
  if (registration) await endSignIn(admin, registration.id);
  if (options.isDataRemoved) {
    const sdk = await deps.openSdk({ ...access, ownOptions: [], publicUrl: null });
    try {
      await sdk.uninstall();
    } finally {
      sdk.close();
    }
  }
  removeFromEnvFile(envFile, ['TWENTY_APP_CLIENT_ID', 'TWENTY_APP_CLIENT_SECRET', 'TWENTY_WEBHOOK_SECRET']);
  say(`Disconnected. ${envFile} holds no credentials of the app any more; stop the dialer.`);
};

/** A secret that nobody keeps, and no address to come back to: tokens that were given run out within half an hour. */
const endSignIn = async (admin: TwentyApi, id: string): Promise<void> => {
  await admin.ask({
    at: 'metadata',
    query:
      'mutation ($input: UpdateApplicationRegistrationInput!) { updateApplicationRegistration(input: $input) { id } }',
    variables: { input: { id, update: { oAuthRedirectUris: [] } } },
    answer: z.object({ updateApplicationRegistration: z.object({ id: z.string() }) }),
  });
  await newClientSecret(admin, id);
};

const askWhetherMeant = async (
  { terminal }: ConnectDeps,
  { isDataRemoved, isForced, isSure }: DisconnectOptions,
): Promise<void> => {
  if (isDataRemoved ? isForced : isSure) return;
  if (terminal.isThere) {
    const word = isDataRemoved ? 'remove' : 'yes';
    if ((await terminal.ask(`Do this? Type ${word}:`)) === word) return;
    throw new ConnectError('Stopped, as you said.', 'Nothing was changed.');
  }
  throw new ConnectError(
    'There is nobody to ask whether this is meant.',
    `Nothing was changed. Add ${isDataRemoved ? '--force' : '--yes'} if it is.`,
  );
};
