import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppManifest } from '../app-manifest/app-manifest.ts';
import { hashOfDefinitions } from '../app-manifest/hashes.ts';
import { createTerminal } from './ask.ts';
import { type ConnectDeps, connect } from './connect.ts';
import { ConnectError } from './connect-error.ts';
import { connectGroups } from './connect-groups.ts';
import { disconnect } from './disconnect.ts';
import { openSdk } from './sdk.ts';
import { TwentyRefused } from './twenty-api.ts';

const HELP = `npm run connect -- [options]

Puts the dialer's app into a Twenty workspace, obtains the app's own credentials and writes them to .env.
Takes TWENTY_API_URL and TWENTY_API_KEY from the environment or .env, or asks for them.

  --plan              show what would be changed, and change nothing
  --yes               do not ask whether the plan is meant
  --groups            only give each member a group in the views by rep; the key needs the permission "Views" alone
  --force             also apply what destroys data in Twenty
  --new-secret        make a new client secret; a dialer with the old one stops delivering
  --write-to <file>   write to this file instead of .env
  --uninstall         end the connection: webhook, sign-in and credentials; all data stays in Twenty
  --remove-data       with --uninstall: remove the app from Twenty too, with all calls in it
  --help
`;

const ROOT = join(import.meta.dirname, '..', '..');
const APP_FOLDER = join(ROOT, 'twenty-app');

/** The command behind `npm run connect`. @returns the exit code */
export const main = async (args: readonly string[]): Promise<number> => {
  const say = (line: string) => console.log(line);
  try {
    const flags = parseFlags(args);
    if (flags.help === true) {
      say(HELP);
      return 0;
    }
    const deps = {
      env: process.env,
      envFile: resolve(ROOT, flags['write-to'] ?? '.env'),
      manifest: readManifest(),
      fetch,
      openSdk: (access: Parameters<ConnectDeps['openSdk']>[0]) =>
        openSdk({ ...access, appFolder: APP_FOLDER, say }),
      terminal: createTerminal(),
      say,
    };
    const { force: isForced = false, plan: isPlanOnly = false, yes: isSure = false } = flags;
    if (flags.groups) await connectGroups(deps);
    else if (flags.uninstall) {
      await disconnect(deps, { isForced, isSure, isDataRemoved: flags['remove-data'] === true });
    } else {
      await connect(deps, {
        isForced,
        isPlanOnly,
        isSure,
        isNewSecretWanted: flags['new-secret'] === true,
      });
    }
    return 0;
  } catch (error) {
    const problem = asProblem(error);
    console.error(`\n${problem.message}\n→ ${problem.remedy}`);
    return 1;
  }
};

/** A fault of our own keeps its stack and is thrown on. */
const asProblem = (error: unknown): ConnectError => {
  if (error instanceof ConnectError) return error;
  if (!(error instanceof TwentyRefused)) throw error;
  return new ConnectError(
    `Twenty refused a request: ${error.message} (${error.subCode ?? error.code ?? 'no code'})`,
    'Check that the API key has the role Admin. What was done before this stays; run npm run connect again to go on.',
    { cause: error },
  );
};

/** What is applied comes from the definitions, what is verified from the manifest: they have to be one thing. */
const readManifest = (): AppManifest => {
  const manifest = AppManifest.parse(
    JSON.parse(readFileSync(join(ROOT, 'graphql', 'app-manifest.json'), 'utf8')),
  );
  if (manifest.sourceHash === hashOfDefinitions(APP_FOLDER)) return manifest;
  throw new ConnectError(
    'twenty-app/ was changed after graphql/app-manifest.json was made from it.',
    'Make it anew: npm ci --prefix twenty-app && node --import tsx scripts/app-manifest.ts. Or undo the change.',
  );
};

const parseFlags = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        plan: { type: 'boolean' },
        force: { type: 'boolean' },
        yes: { type: 'boolean' },
        groups: { type: 'boolean' },
        uninstall: { type: 'boolean' },
        'remove-data': { type: 'boolean' },
        'new-secret': { type: 'boolean' },
        'write-to': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (cause) {
    throw new ConnectError(cause instanceof Error ? cause.message : String(cause), HELP, { cause });
  }
};
