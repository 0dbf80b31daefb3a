import { askForAccess } from './access.ts';
import { serverVersion } from './check-access.ts';
import type { ConnectDeps } from './connect.ts';
import { readEnvFile } from './env-file.ts';
import { describeGroups, planGroups, setGroups } from './rep-groups.ts';
import { readSettings } from './settings.ts';
import { createTwentyApi } from './twenty-api.ts';

/**
 * Only the groups of the views by rep, for members who have come or gone: quick enough for a timer, and content with a
 * key whose role may do nothing but change views. @throws ConnectError
 */
export const connectGroups = async (
  deps: Pick<ConnectDeps, 'env' | 'envFile' | 'manifest' | 'fetch' | 'terminal' | 'say'>,
): Promise<void> => {
  const { fetch, say } = deps;
  const access = await askForAccess(deps.terminal, readSettings(deps.env, readEnvFile(deps.envFile)));
  say(`Asking ${access.apiUrl} (Twenty ${await serverVersion({ apiUrl: access.apiUrl, fetch })}) …`);
  const admin = createTwentyApi({ apiUrl: access.apiUrl, token: access.adminKey, fetch });
  const plans = await planGroups(admin, deps.manifest);
  for (const line of describeGroups(plans)) say(`  ${line}`);
  await setGroups(admin, plans);
  say(plans.length > 0 ? 'Done.' : 'Every member has a group; nothing had to be changed.');
};
