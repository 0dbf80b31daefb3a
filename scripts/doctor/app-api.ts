import { appToken } from '../connect/app-credentials.ts';
import { createTwentyApi, type TwentyApi } from '../connect/twenty-api.ts';
import type { DoctorDeps } from './deps.ts';

/** Twenty, asked as the worker asks it. */
export const appApi = async ({ installation, fetch }: DoctorDeps): Promise<TwentyApi> => {
  const { app, apiUrl } = installation;
  const token = app && (await appToken({ apiUrl, fetch }, app));
  if (!token) throw new Error('The credentials were examined before and are not good.');
  return createTwentyApi({ apiUrl, token, fetch });
};

/** The same where the app's credentials are good; else as the administrator. Null when there is neither. */
export const anyApi = async (deps: DoctorDeps): Promise<TwentyApi | null> => {
  const { app, apiUrl, adminKey } = deps.installation;
  const token = (app && (await appToken({ apiUrl, fetch: deps.fetch }, app))) ?? adminKey;
  return token === null ? null : createTwentyApi({ apiUrl, token, fetch: deps.fetch });
};
