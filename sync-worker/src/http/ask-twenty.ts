import type { HistorySource } from '@twenty-dialer/contract';
import { TwentyError } from '../twenty/errors.ts';
import { ProblemError } from './problem.ts';
import type { SignedIn } from './route.ts';

/** How long a person waits for Twenty in all, retries and a renewed sign-in included, before they see what we hold. */
const TWENTY_PATIENCE_MS = 4_000;

export interface AskTwentyDeps {
  /** The person's own token: Twenty shows them what their role may see, and nothing else. */
  readonly accessTokenOf: (who: SignedIn) => Promise<string>;
  readonly patienceMs?: number;
}

/** What Twenty answered, or that it is away, with words to show. */
export type FromTwenty<TAnswer> =
  | { readonly source: Extract<HistorySource, { state: 'read' }>; readonly answer: TAnswer }
  | { readonly source: Extract<HistorySource, { state: 'away' }>; readonly answer: null };

/** `askPatiently` for what can be shown without Twenty, too: a Twenty that is away is an answer. */
export const askTwenty = async <TAnswer>(
  deps: AskTwentyDeps,
  who: SignedIn,
  ask: (token: string) => Promise<TAnswer>,
): Promise<FromTwenty<TAnswer>> => {
  try {
    return { source: { state: 'read' }, answer: await askPatiently(deps, who, ask) };
  } catch (error) {
    if (!(error instanceof TwentyError) || !(error.kind === 'unreachable' || error.kind === 'throttled'))
      throw error;
    return { source: { state: 'away', message: error.message }, answer: null };
  }
};

/**
 * Asks Twenty as the person.
 * @throws TwentyError `unreachable` also when it takes too long
 * @throws ProblemError when Twenty takes their sign-in no longer, or their role may not see it
 */
export const askPatiently = async <TAnswer>(
  { accessTokenOf, patienceMs = TWENTY_PATIENCE_MS }: AskTwentyDeps,
  who: SignedIn,
  ask: (token: string) => Promise<TAnswer>,
): Promise<TAnswer> => {
  const late = createAlarm(patienceMs);
  try {
    return await Promise.race([accessTokenOf(who).then(ask), late.rung]);
  } catch (error) {
    throw inWordsForThem(error);
  } finally {
    late.stop();
  }
};

const createAlarm = (ms: number) => {
  let timer: NodeJS.Timeout | undefined;
  const rung = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new TwentyError('unreachable', `Twenty did not answer within ${ms / 1000} seconds.`)),
      ms,
    );
  });
  return { rung, stop: () => clearTimeout(timer) };
};

const inWordsForThem = (error: unknown): unknown => {
  if (!(error instanceof TwentyError) || error.kind !== 'not-allowed') return error;
  if (error.isSignInRefused) {
    return new ProblemError(
      'not-signed-in',
      { detail: 'Twenty no longer accepts your sign-in.' },
      { cause: error },
    );
  }
  return new ProblemError(
    'twenty-refused',
    {
      detail: `Twenty does not show you this: ${error.message}`,
      remedy:
        'Ask an admin whether your role in Twenty may see phone calls, people, notes, members and sales teams, and whether the dialer’s app is installed there.',
    },
    { cause: error },
  );
};
