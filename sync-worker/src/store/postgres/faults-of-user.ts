import pg from 'pg';
import { z } from 'zod';

const User = z.object({ name: z.string(), rolsuper: z.boolean(), rolbypassrls: z.boolean() });

/**
 * What is wrong with the user of a database, in words; empty when nothing is. Looks, and changes nothing. The address
 * holds a password and is not repeated.
 */
export const faultsOfUser = async (databaseUrl: string): Promise<readonly string[]> => {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  // A connection that breaks is told by the query that breaks with it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(
      'select rolname as name, rolsuper, rolbypassrls from pg_roles where rolname = current_user',
    );
    return z.array(User).parse(rows).flatMap(faultsOf);
  } catch (error) {
    return [
      `The database of DATABASE_URL cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
    ];
  } finally {
    await client.end().catch(() => undefined);
  }
};

const faultsOf = ({ name, rolsuper, rolbypassrls }: z.infer<typeof User>): string[] => {
  if (rolsuper) return [`"${name}" is a superuser of the database server.`];
  return rolbypassrls ? [`"${name}" may go around Row Level Security.`] : [];
};
