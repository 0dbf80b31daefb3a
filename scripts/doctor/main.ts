import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import packageJson from '../../sync-worker/package.json' with { type: 'json' };
import { createSenders } from '../../sync-worker/src/alerts/senders.ts';
import { type Config, readConfig } from '../../sync-worker/src/config.ts';
import { ConfigError } from '../../sync-worker/src/config-faults.ts';
import { withEnvFile } from '../../sync-worker/src/config-file.ts';
import { faultsOfUser } from '../../sync-worker/src/store/postgres/faults-of-user.ts';
import { AppManifest } from '../app-manifest/app-manifest.ts';
import type { Installation } from './deps.ts';
import { examineAll, isWell } from './doctor.ts';
import { type Finding, ill } from './finding.ts';
import { linesOf, summaryOf } from './tell.ts';

const HELP = `npm run doctor -- [options]

Examines a running installation from end to end and names the remedy of each fault. Changes nothing.
Takes the settings of the worker, from the environment and .env. With TWENTY_API_KEY it sees more.

  --test-alert   sends a test by each channel of the alerts
  --json         one JSON document instead of lines
  --help         this text

Ends with 1 when something is ill.
`;

const ROOT = join(import.meta.dirname, '..', '..');

/** The command behind `npm run doctor`. @returns the exit code */
export const main = async (args: readonly string[]): Promise<number> => {
  const { json: isJson = false, 'test-alert': isTestAlertWanted = false, help } = flagsOf(args);
  const say = (line: string) => console.log(line);
  if (help) {
    say(HELP);
    return 0;
  }
  const tell = (name: string, finding: Finding) => {
    if (!isJson) linesOf(name, finding).forEach(say);
  };
  const config = readSettings();
  if ('state' in config) {
    tell('Settings', config);
    if (isJson) say(JSON.stringify([{ name: 'Settings', finding: config }], null, 2));
    return 1;
  }
  const report = await examineAll(
    {
      installation: installationOf(config, withEnvFile(ROOT, process.env).DIALER_INTERNAL_URL),
      manifest: readManifest(),
      fetch,
      nowMs: Date.now,
      faultsOfDatabase: faultsOfUser,
      version: packageJson.version,
      alerts: createSenders(config.alerts, { fetch, nowMs: Date.now }),
      isTestAlertWanted,
    },
    tell,
  );
  say(isJson ? JSON.stringify(report, null, 2) : `\n${summaryOf(report)}`);
  return isWell(report) ? 0 : 1;
};

/** As the worker reads them at its start. */
const readSettings = (): Config | Finding => {
  try {
    return readConfig(withEnvFile(ROOT, process.env), { cwd: ROOT, uiDir: '' });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return ill(
      error.message,
      'Mend .env or the environment (docs/configuration.md). The worker does not start with these.',
    );
  }
};

const installationOf = (config: Config, internalUrl: string | undefined): Installation => ({
  apiUrl: config.twenty.apiUrl,
  frontUrl: config.twenty.frontUrl,
  publicUrl: config.publicUrl,
  internalUrl: internalUrl?.trim().replace(/\/+$/, '') || config.publicUrl,
  adminKey: config.twenty.apiKey,
  app: config.twenty.app,
  webhookSecret: config.twenty.webhookSecret,
  databaseUrl: config.databaseUrl,
});

const readManifest = (): AppManifest =>
  AppManifest.parse(JSON.parse(readFileSync(join(ROOT, 'graphql', 'app-manifest.json'), 'utf8')));

const flagsOf = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean' },
      'test-alert': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
