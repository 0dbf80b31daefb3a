import type { LeasedEntry, ReadName } from '../outbox/entry.ts';
import { TwentyError } from '../twenty/errors.ts';
import type { TwentyRow } from '../twenty/port.ts';
import { readAttempt } from './attempt.ts';
import { logAttempt } from './log-attempt.ts';
import { idOf } from './plan.ts';
import type { RoundContext } from './round-context.ts';

/** The look itself is an attempt too: what became of an entry may hang on it alone. @throws TwentyError */
export const readRows = async (
  context: RoundContext,
  objectName: ReadName,
  entries: readonly LeasedEntry[],
): Promise<readonly TwentyRow[]> => {
  const { deps, held } = context;
  const startedAtMs = deps.clock.nowMs();
  const tell = (error: TwentyError | null): void => {
    const ms = Math.round(deps.clock.nowMs() - startedAtMs);
    const attempt = readAttempt(entries, error, { holder: deps.holder, ms });
    held.tried(attempt, startedAtMs, entries);
    logAttempt(context, attempt, held.tally());
  };
  try {
    const rows = await deps.twenty.read(objectName, entries.map(idOf));
    tell(null);
    return rows;
  } catch (error) {
    if (error instanceof TwentyError) tell(error);
    throw error;
  }
};
