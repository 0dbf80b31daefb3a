import { PROBLEMS, Problem, type ProblemCode } from '@twenty-dialer/contract';
import { describe, expect, test } from 'vitest';
import { StoreFullError, StoreUnavailableError } from '../store/errors.ts';
import { TwentyError } from '../twenty/errors.ts';
import { isSurprise, ProblemError, problemResponse, toProblem } from './problem.ts';

const id = '0b6f5c1e-8f5a-4c57-9b8e-0d9c7a6b5e4f';

describe('every error becomes a problem that says what to do', () => {
  test.each(Object.keys(PROBLEMS) as ProblemCode[])('%s', (code) => {
    const { problem } = toProblem(new ProblemError(code, { detail: 'It happened.' }), id);
    expect(Problem.parse(problem)).toMatchObject({ code, status: PROBLEMS[code].status, requestId: id });
    expect(problem.remedy).not.toBe('');
  });

  test.each<[unknown, ProblemCode]>([
    [new StoreUnavailableError('connection lost'), 'store-unavailable'],
    [new StoreFullError('No space left on device'), 'store-full'],
    [new TwentyError('unreachable', 'Twenty cannot be reached (ECONNREFUSED).'), 'twenty-unavailable'],
    [new TwentyError('throttled', 'Limit reached'), 'twenty-unavailable'],
    [new TwentyError('not-allowed', 'Token invalid.'), 'twenty-refused'],
    [new TwentyError('refused', 'Record not found'), 'twenty-refused'],
    [new TypeError('undefined is not a function'), 'internal-error'],
    ['a thrown text', 'internal-error'],
  ])('%s is %s', (error, code) => {
    expect(toProblem(error, id).problem.code).toBe(code);
    expect(isSurprise(error)).toBe(code === 'internal-error');
  });
});

test('an unknown error tells nobody outside what is inside', async () => {
  const response = problemResponse(new Error('password=hunter2 at /srv/secret'), id);
  expect(response.status).toBe(500);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.text()).not.toMatch(/hunter2|srv|stack/);
});
