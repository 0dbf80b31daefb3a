import type { Query } from '../database.ts';

interface PagesOptions {
  /** A name that no other statement of the transaction uses. */
  readonly cursor: string;
  readonly select: string;
  readonly rowsAtOnce: number;
}

/** Hands on the rows of a query, so many at a time and one page after the other: nobody ever holds a whole table. */
export const eachPage = async (
  query: Query,
  { cursor, select, rowsAtOnce }: PagesOptions,
  take: (rows: readonly unknown[]) => Promise<void> | void,
): Promise<void> => {
  await query(`declare ${cursor} no scroll cursor for ${select}`);
  for (;;) {
    const rows = await query(`fetch ${rowsAtOnce} from ${cursor}`);
    if (rows.length === 0) break;
    await take(rows);
  }
  await query(`close ${cursor}`);
};
