import { z } from 'zod';
import { ConnectError } from './connect-error.ts';
import { requestJson, type TwentyAccess, type TwentyApi, TwentyRefused } from './twenty-api.ts';

export interface Workspace {
  readonly id: string;
  readonly name: string;
}

export const Registration = z.object({
  id: z.string(),
  universalIdentifier: z.string(),
  oAuthClientId: z.string(),
  oAuthRedirectUris: z.array(z.string()),
  oAuthScopes: z.array(z.string()),
});
/** Twenty's note of an app: who it is, and where it may send people back to. */
export type Registration = z.infer<typeof Registration>;

const KEY_REMEDY =
  'Make a key in Twenty under Settings, MCP & APIs, with the role Admin, and set it as TWENTY_API_KEY.';

/** The workspace of the key. @throws ConnectError when the key is not accepted */
export const workspaceOf = async (admin: TwentyApi): Promise<Workspace> => {
  try {
    const { currentWorkspace } = await admin.ask({
      at: 'metadata',
      query: '{ currentWorkspace { id displayName } }',
      answer: z.object({
        currentWorkspace: z.object({ id: z.string(), displayName: z.string().nullish() }),
      }),
    });
    return { id: currentWorkspace.id, name: currentWorkspace.displayName || 'without a name' };
  } catch (error) {
    if (!(error instanceof TwentyRefused)) throw error;
    throw new ConnectError(`Twenty does not accept the API key: ${error.message}`, KEY_REMEDY, {
      cause: error,
    });
  }
};

/** Every app that the workspace knows. Only an administrator's key may ask. @throws ConnectError */
export const registrationsOf = async (admin: TwentyApi): Promise<readonly Registration[]> => {
  try {
    const { findManyApplicationRegistrations } = await admin.ask({
      at: 'metadata',
      query:
        '{ findManyApplicationRegistrations { id universalIdentifier oAuthClientId oAuthRedirectUris oAuthScopes } }',
      answer: z.object({ findManyApplicationRegistrations: z.array(Registration) }),
    });
    return findManyApplicationRegistrations;
  } catch (error) {
    if (!(error instanceof TwentyRefused)) throw error;
    throw new ConnectError(
      `The API key is valid, but its role may not manage apps: ${error.message}`,
      KEY_REMEDY,
      { cause: error },
    );
  }
};

/** The server's version as it tells it itself, for example `v2.31.0`. */
export const serverVersion = async ({ apiUrl, fetch }: Omit<TwentyAccess, 'token'>): Promise<string> => {
  const { json } = await requestJson(fetch, `${apiUrl}/client-config`);
  const told = z.object({ appVersion: z.string() }).safeParse(json);
  return told.success ? told.data.appVersion : 'of a version that it does not tell';
};
