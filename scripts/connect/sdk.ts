import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from '../lib/install.mjs';
import { run, withoutSettings } from '../lib/processes.mjs';
import { ConnectError } from './connect-error.ts';
import { type OwnOption, withOwnOptions } from './own-options.ts';

/** The app's own command line, with its plan, its apply and its end. */
export interface Sdk {
  /** Both answer with what the command printed. @throws ConnectError when it fails */
  plan(): Promise<string>;
  apply(options: { isForced: boolean }): Promise<string>;
  /** Takes the app out of the workspace, with its objects and all records in them. */
  uninstall(): Promise<string>;
  close(): void;
}

interface SdkDeps {
  readonly appFolder: string;
  readonly apiUrl: string;
  readonly adminKey: string;
  /** Options of people's own, which stay. */
  readonly ownOptions: readonly OwnOption[];
  /** Where the app's links lead; null for this computer. */
  readonly publicUrl: string | null;
  readonly say: (line: string) => void;
}

/** Installs the SDK when it is missing, and a Node that it can run on. Call `close` at the end: it removes the key. */
export const openSdk = async ({ apiUrl, adminKey, ownOptions, say, ...deps }: SdkDeps): Promise<Sdk> => {
  await ensureInstalled(deps.appFolder, (line) => say(`The app's tools: ${line}`));
  const node = await newEnoughNode();
  const home = homeWithRemote(apiUrl, adminKey);
  const copy = ownOptions.length > 0 ? withOwnOptions(deps.appFolder, ownOptions) : null;
  const appFolder = copy?.folder ?? deps.appFolder;
  const forget = () => {
    rmSync(home, { recursive: true, force: true });
    copy?.remove();
  };
  // Ctrl+C ends the process without any `finally`; the key must not stay behind.
  process.once('exit', forget);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(130));
  const command = async (...args: string[]): Promise<string> => {
    // npm says where it was called from, and the SDK believes it: without INIT_CWD it would look for the app there.
    // The app's definitions read where the dialer is, and nothing else of the settings.
    const address = deps.publicUrl === null ? {} : { DIALER_PUBLIC_URL: deps.publicUrl };
    const env = { ...withoutSettings(process.env), ...address, INIT_CWD: appFolder };
    const cli = join('node_modules', 'twenty-sdk', 'dist', 'cli.cjs');
    const { code, output } = await run(node, [cli, ...args], {
      cwd: appFolder,
      env: { ...env, NODE_OPTIONS: '', HOME: home, USERPROFILE: home, NO_COLOR: '1' },
      isQuiet: true,
    });
    if (code === 0) return output;
    throw new ConnectError(
      `Twenty's command line could not ${args[0]} the app. It said:\n${lastLines(output.replaceAll(adminKey, '(key)'))}`,
      'Nothing was changed if the words above name a plan or a check. Mend what they name and run npm run connect again.',
    );
  };
  return {
    plan: () => command('plan'),
    apply: ({ isForced }) => command('apply', ...(isForced ? ['--force'] : [])),
    uninstall: () => command('app:uninstall', '--yes'),
    close: forget,
  };
};

/** Declared by the SDK (`engines`). */
const SDK_NODE_MAJOR = 24;

const newEnoughNode = async (): Promise<string> => {
  if (Number(process.versions.node.split('.')[0]) >= SDK_NODE_MAJOR) return process.execPath;
  const { output } = await run('npx', ['--yes', `node@${SDK_NODE_MAJOR}`, '-p', 'process.execPath'], {
    env: withoutSettings(process.env),
    isQuiet: true,
  });
  const path = output
    .split(/\r?\n/)
    .map((line) => line.trim())
    .find((line) => line !== '' && existsSync(line));
  if (path !== undefined) return path;
  throw new ConnectError(
    `Twenty's command line needs Node ${SDK_NODE_MAJOR}, and npx could not fetch it:\n${lastLines(output)}`,
    `Check the network, or run npm run connect with Node ${SDK_NODE_MAJOR} from https://nodejs.org.`,
  );
};

/**
 * A home folder of its own, so that the user's ~/.twenty is neither read nor written. The key goes there by file:
 * as an argument of `remote:add` every user of the machine could read it in the list of processes.
 */
const homeWithRemote = (apiUrl: string, apiKey: string): string => {
  const home = mkdtempSync(join(tmpdir(), 'twenty-dialer-connect-'));
  mkdirSync(join(home, '.twenty'), { mode: 0o700 });
  const config = { version: 1, remotes: { dialer: { apiUrl, apiKey } }, defaultRemote: 'dialer' };
  writeFileSync(join(home, '.twenty', 'config.json'), JSON.stringify(config), { mode: 0o600 });
  return home;
};

const lastLines = (output: string): string => output.trim().split('\n').slice(-25).join('\n');
