import type { TestPostgres } from '../src/testing/postgres.ts';
import type { Crew } from './crew.ts';

const TWO_MINUTES_MS = 120_000;

/** Two minutes go by for whatever is held back, without anybody waiting for them. Nothing hears of it before the next commit. */
export const passTime = async ({
  crew,
  postgres,
  databaseUrl,
}: {
  readonly crew: Crew;
  readonly postgres: TestPostgres;
  readonly databaseUrl: string | null;
}): Promise<void> => {
  if (databaseUrl === null) return crew.shiftClock(TWO_MINUTES_MS);
  await postgres.administrate(
    `update dialer.outbox_entry set due_at = due_at - interval '${TWO_MINUTES_MS} milliseconds' where state = 'pending'`,
    databaseUrl,
  );
};
