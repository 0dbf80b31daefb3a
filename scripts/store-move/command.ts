import { join } from 'node:path';
import { pino } from 'pino';
import { type Config, readConfig } from '../../sync-worker/src/config.ts';
import { withEnvFile } from '../../sync-worker/src/config-file.ts';
import { StoreMoveError } from '../../sync-worker/src/store/errors.ts';
import { type MoveResult, type MoveStep, moveStore } from '../../sync-worker/src/store/move/move-store.ts';
import { movedMarkFile } from '../../sync-worker/src/store/pglite/moved-mark.ts';

interface MoveDeps {
  /** The project's folder: `.env` and the data folder are looked for there, as the worker does. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  readonly say: (line: string) => void;
}

/**
 * Moves the embedded store of these settings to the database that DATABASE_URL names, tells how far it is, and what to do next.
 * @throws ConfigError, StoreMoveError, StoreStartError, StoreUnavailableError with words for people.
 */
export const moveCommand = async ({ root, env, now, say }: MoveDeps): Promise<void> => {
  const settings = withEnvFile(root, env);
  // Nothing is asked of Twenty here, so the sandbox's settings, which have no address, are as good as any.
  const address = settings.TWENTY_API_URL?.trim() ? {} : { TWENTY_API_URL: 'http://localhost' };
  const config = readConfig({ ...settings, ...address }, { cwd: root, uiDir: root });
  const { databaseUrl, dataDir } = config;
  if (databaseUrl === null) throw new StoreMoveError(NO_TARGET);
  say(`Moving the embedded store in ${dataDir} …`);
  const tell = (step: MoveStep) => {
    const line = lineOf(step);
    if (line !== null) say(line);
  };
  const moved = await moveStore({ dataDir, databaseUrl, log: pino({ level: 'silent' }), now, tell });
  for (const line of closingLines(moved, config)) say(line);
};

const NO_TARGET =
  'DATABASE_URL is missing: it names the empty Postgres database that everything is moved to. For example: ' +
  'DATABASE_URL=postgres://dialer:secret@db.example.com/dialer npm run store:move';

/** A large table is heard of now and then, so that nobody takes it for stuck. */
const ROWS_PER_LINE = 10_000;

const lineOf = (step: MoveStep): string | null => {
  if (step.kind === 'copying' && step.rows % ROWS_PER_LINE === 0) {
    return `  ${step.table}: ${step.rows} rows copied`;
  }
  if (step.kind === 'compared')
    return `  ${step.table}: ${counted(step.rows, 'row')}, the same on both sides`;
  return null;
};

const closingLines = ({ kind, target, tables }: MoveResult, { dataDir, secretKey }: Config): string[] => {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const key = join(dataDir, 'secret.key');
  return [
    {
      moved: `Moved ${counted(tables.length, 'table')} with ${counted(rows, 'row')} to the database ${target}. Each was compared row by row.`,
      finished: `An earlier run had moved everything to the database ${target}. Only the folder's mark was missing.`,
      'moved-before': `The folder was moved to the database ${target} before. There is nothing left to do.`,
    }[kind],
    'Next:',
    '  1. Set DATABASE_URL for the worker (in .env or its environment) as it was for this command, and start it.',
    secretKey === null
      ? `  2. Leave DIALER_DATA_DIR as it is, or set DIALER_SECRET_KEY to the content of ${key} (several workers must share it): else people sign in again.`
      : '  2. Keep DIALER_SECRET_KEY as it is: else people sign in again.',
    `  3. When all is well, delete the folder ${join(dataDir, 'pglite')}. Until then it is as it was, and a worker that is started on it by mistake stops and says so (${movedMarkFile(dataDir)}).`,
  ];
};

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
