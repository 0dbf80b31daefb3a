import { describe, expect, test } from 'vitest';
import { TwentyError } from '../twenty/errors.ts';
import { askPatiently, askTwenty } from './ask-twenty.ts';
import { ProblemError } from './problem.ts';
import type { SignedIn } from './route.ts';

const who = {} as SignedIn;
const accessTokenOf = async () => 'a token';
const failing = (error: Error) => async () => {
  throw error;
};

test('a person sees what we hold, rather than nothing, when Twenty never answers', async () => {
  const never = () => new Promise<never>(() => {});
  expect(await askTwenty({ accessTokenOf, patienceMs: 1 }, who, never)).toEqual({
    source: { state: 'away', message: 'Twenty did not answer within 0.001 seconds.' },
    answer: null,
  });
  const noToken = { accessTokenOf: never, patienceMs: 1 };
  expect(await askTwenty(noToken, who, async () => 1)).toMatchObject({ source: { state: 'away' } });
});

test.each(['unreachable', 'throttled'] as const)('a Twenty that is %s is away', async (kind) => {
  const answer = await askTwenty({ accessTokenOf }, who, failing(new TwentyError(kind, 'Not now.')));
  expect(answer).toEqual({ source: { state: 'away', message: 'Not now.' }, answer: null });
});

describe('what Twenty refuses is not taken for its absence', () => {
  const refusal = async (error: Error): Promise<ProblemError> => {
    const thrown: unknown = await askTwenty({ accessTokenOf }, who, failing(error)).catch(
      (one: unknown) => one,
    );
    if (thrown instanceof ProblemError) return thrown;
    throw thrown;
  };

  test('a sign-in that it takes no longer asks for a new one', async () => {
    const error = new TwentyError('not-allowed', 'Token invalid.', { isSignInRefused: true });
    expect((await refusal(error)).code).toBe('not-signed-in');
  });

  test('a role that may not see calls is told whom to ask', async () => {
    const error = new TwentyError('not-allowed', 'No permission.');
    expect(await refusal(error)).toMatchObject({
      code: 'twenty-refused',
      words: { remedy: expect.stringContaining('Ask an admin') },
    });
  });

  test('nor is a fault of ours', async () => {
    const fault = new RangeError('a fault');
    await expect(askPatiently({ accessTokenOf }, who, failing(fault))).rejects.toBe(fault);
  });
});
