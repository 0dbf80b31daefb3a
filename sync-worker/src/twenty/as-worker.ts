import type { WorkerCredentials } from './app-token.ts';
import { TwentyError } from './errors.ts';

/** Asks with the worker's own token. One may have been revoked since it was given out: then a fresh one is tried, once. */
export const createAsWorker =
  (credentials: WorkerCredentials) =>
  async <T>(ask: (token: string) => Promise<T>): Promise<T> => {
    const token = await credentials.token();
    try {
      return await ask(token);
    } catch (error) {
      const isRefused = error instanceof TwentyError && error.kind === 'not-allowed';
      if (credentials.kind === 'api-key' || !isRefused) throw error;
      credentials.forget(token);
      return ask(await credentials.token());
    }
  };
