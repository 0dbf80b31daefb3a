import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import {
  APP_ROLE,
  type Database,
  KEEPER_ROLE,
  PLATFORM_ROLE,
  type Query,
  SCHEMA,
  type Script,
  type StoreLog,
} from './database.ts';
import { StoreStartError } from './errors.ts';
import { SqlError } from './sql-error.ts';

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Brings the tables to the form that this release needs: all missing migrations in one transaction, so that a start that
 * is killed half-way leaves the database as it was. Several workers may start at once.
 * @throws StoreStartError when the database was made by a newer release, an applied migration was changed, or the user
 *   of the database lacks a right.
 */
export const migrate = async (database: Database, log: StoreLog, folder = FOLDER): Promise<void> => {
  try {
    await database.transaction({ search_path: SCHEMA, statement_timeout: '0' }, async (query, script) => {
      // Any fixed number will do: nothing else of ours takes an advisory lock with a single small key.
      await query('select pg_advisory_xact_lock(7261011)');
      const migrations = readMigrations(folder);
      const applied = await appliedMigrations(query, script);
      refuseChanged(migrations, applied);
      for (const migration of migrations.slice(applied.length)) {
        await apply(migration, query, script);
        log.info({ migration: migration.name }, 'store migration applied');
      }
    });
    await tryRoles(database);
  } catch (error) {
    throw explainRights(error);
  }
};

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** All migrations of this release, in their order. */
export const readMigrations = (folder = FOLDER): Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      // Git may hand out the same file with other line ends on Windows.
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });

const Applied = z.array(z.object({ name: z.string(), checksum: z.string() }));

const appliedMigrations = async (query: Query, script: Script) => {
  // Asked first, because "if not exists" wants the right to create schemas even where there is nothing to create.
  const [schema] = await query('select 1 from pg_namespace where nspname = $1', [SCHEMA]);
  if (schema === undefined) await script(`create schema ${SCHEMA}`);
  await script(`
    create table if not exists ${SCHEMA}.schema_migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now()
    );`);
  return Applied.parse(await query('select name, checksum from schema_migration order by name'));
};

const refuseChanged = (migrations: readonly Migration[], applied: z.infer<typeof Applied>): void => {
  applied.forEach(({ name, checksum }, index) => {
    const ours = migrations[index];
    if (ours?.name !== name) {
      throw new StoreStartError(
        `The database has migration ${name}, which this release does not know: a newer one has used it. ` +
          'Start that release, or a later one.',
      );
    }
    if (ours.checksum !== checksum) {
      throw new StoreStartError(
        `Migration ${name} was changed after it had been applied to this database. Bring the file back as it was ` +
          'released, and put what should change into a new migration.',
      );
    }
  });
};

const apply = async ({ name, sql, checksum }: Migration, query: Query, script: Script): Promise<void> => {
  try {
    await script(sql);
  } catch (error) {
    if (!(error instanceof SqlError) || error.code === INSUFFICIENT_PRIVILEGE) throw error;
    throw new StoreStartError(`Migration ${name} failed, and nothing of it was kept: ${error.message}`, {
      cause: error,
    });
  }
  await query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum]);
};

const INSUFFICIENT_PRIVILEGE = '42501';
const NO_SUCH_ROLE = '22023';

const ROLES = [APP_ROLE, PLATFORM_ROLE, KEEPER_ROLE];

/** They must be there and open to the connecting user, which a database restored on another server may lack. */
const tryRoles = async (database: Database): Promise<void> => {
  for (const role of ROLES) {
    await database.transaction({ role }, async () => undefined);
  }
};

const explainRights = (error: unknown): unknown =>
  error instanceof SqlError && (error.code === INSUFFICIENT_PRIVILEGE || error.code === NO_SUCH_ROLE)
    ? new StoreStartError(
        `The user of DATABASE_URL lacks a right that the store needs (${error.message}). It must own the database and ` +
          'may either be given "createrole", or an administrator of the server runs once: ' +
          `${ROLES.map((role) => `create role ${role} nologin; `).join('')}grant ${ROLES.join(', ')} to <that user>;`,
        { cause: error },
      )
    : error;
