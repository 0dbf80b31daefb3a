import { startProduct } from '../../sync-worker/src/testing/product-process.ts';
import type { Bench } from '../bench.ts';

/** The sandbox in a process of its own, with the app's credentials that a worker needs for it. */
export interface BenchSandbox {
  readonly url: string;
  readonly pid: number;
  /** What a worker must be told to deliver here as the app, with its 500 root fields a minute. */
  readonly asApp: Readonly<Record<string, string>>;
  /** The same with an API key: 100 root fields a minute. */
  readonly asKey: Readonly<Record<string, string>>;
  stop(): Promise<unknown>;
}

const APP = { id: 'bench', secret: 'bench-secret' };
const KEY = 'bench-key';

/** `settings` are the sandbox's own (`SANDBOX_PACE`, `SANDBOX_BUDGET`, `SANDBOX_CLOCK_SPEED`, ...). */
export const startSandbox = async (
  bench: Bench,
  settings: Readonly<Record<string, string>> = {},
): Promise<BenchSandbox> => {
  const sandbox = await startProduct('sandbox', {
    SANDBOX_PORT: '0',
    SANDBOX_DATA_DIR: await bench.folder(),
    SANDBOX_APP_CLIENT_ID: APP.id,
    SANDBOX_APP_CLIENT_SECRET: APP.secret,
    SANDBOX_API_KEY: KEY,
    ...settings,
  });
  bench.onEnd(() => sandbox.stop());
  const { url, pid } = sandbox;
  return {
    url,
    pid,
    asApp: { TWENTY_API_URL: url, TWENTY_APP_CLIENT_ID: APP.id, TWENTY_APP_CLIENT_SECRET: APP.secret },
    asKey: { TWENTY_API_URL: url, TWENTY_API_KEY: KEY },
    stop: () => sandbox.stop(),
  };
};
