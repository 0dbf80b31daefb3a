import { appToken } from '../connect/app-credentials.ts';
import { registrationsOf, workspaceOf } from '../connect/check-access.ts';
import { createTwentyApi } from '../connect/twenty-api.ts';
import type { DoctorDeps } from './deps.ts';
import { type Finding, ill, notExamined, well } from './finding.ts';

/** Twenty gives the app a token for what `npm run connect` wrote. */
export const examineCredentials = async ({ installation, fetch }: DoctorDeps): Promise<Finding> => {
  const { app, apiUrl, adminKey } = installation;
  if (app === null) {
    return ill(
      adminKey === null
        ? 'TWENTY_APP_CLIENT_ID and TWENTY_APP_CLIENT_SECRET are not set: nobody can sign in, and nothing is delivered.'
        : 'TWENTY_APP_CLIENT_ID and TWENTY_APP_CLIENT_SECRET are not set: nobody can sign in, and the worker delivers with the API key and its small budget.',
      'Run npm run connect: it writes both. Then start the worker again.',
    );
  }
  const token = await appToken({ apiUrl, fetch }, app);
  if (token === null) {
    return ill(
      "Twenty does not accept the app's credentials.",
      'Copy TWENTY_APP_CLIENT_ID and TWENTY_APP_CLIENT_SECRET from the dialer that has the right ones, or run npm run connect -- --new-secret. Then start the worker again.',
    );
  }
  const { name } = await workspaceOf(createTwentyApi({ apiUrl, token, fetch }));
  return well(`Twenty accepts the app; the workspace is "${name}".`);
};

/** The administrator's key is needed for connecting only; where one is set it has to be good. */
export const examineAdminKey = async ({ installation, fetch }: DoctorDeps): Promise<Finding> => {
  const { adminKey, apiUrl } = installation;
  if (adminKey === null) {
    return notExamined(
      'TWENTY_API_KEY is not set. Only npm run connect needs it, and parts of this command.',
    );
  }
  const admin = createTwentyApi({ apiUrl, token: adminKey, fetch });
  await workspaceOf(admin);
  await registrationsOf(admin);
  return well('TWENTY_API_KEY is valid and may manage apps.');
};
