import { z } from 'zod';
import type { Query } from '../database.ts';
import { lineOf } from './copy-table.ts';
import { eachPage } from './pages.ts';
import { inSchema, quoted, type Table } from './tables.ts';

export interface Checksum {
  readonly rows: number;
  /** Of every value of every row, in whatever order they lie. */
  readonly checksum: string;
}

const ROWS_AT_ONCE = 2_000;
const BITS = 60n;

/** Counts and checks a table. The database makes the hashes, so that no row has to travel. */
export const checksumOf = async (query: Query, { name, columns }: Table): Promise<Checksum> => {
  // SHA-256, not Postgres' own hash functions: those may differ from one version to the next.
  const hash = `encode(sha256(convert_to(${lineOf(columns)}, 'UTF8')), 'hex')`;
  let rows = 0;
  let sum = 0n;
  await eachPage(
    query,
    {
      cursor: quoted(`check_${name}`),
      select: `select left(${hash}, ${BITS / 4n}) as hash from ${inSchema(name)}`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    (page) => {
      for (const { hash: one } of Hashes.parse(page))
        sum = BigInt.asUintN(Number(BITS), sum + BigInt(`0x${one}`));
      rows += page.length;
    },
  );
  return { rows, checksum: sum.toString(16).padStart(Number(BITS / 4n), '0') };
};

const Hashes = z.array(z.object({ hash: z.string().regex(/^[0-9a-f]+$/) }));
