import type { Problem, ProblemCode } from '@twenty-dialer/contract';

/** The worker answered with a problem. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** The worker could not be reached at all: no network, or it is not running. */
export class WorkerAwayError extends Error {
  override readonly name = 'WorkerAwayError';
}

/** Something answered, but not in the words of the contract: another version, or a proxy in between. */
export class UnreadableAnswerError extends Error {
  override readonly name = 'UnreadableAnswerError';
  readonly status: number;
  constructor(status: number, options?: ErrorOptions) {
    super(`The dialer's worker gave an answer that this page cannot read (status ${status}).`, options);
    this.status = status;
  }
}

export const isProblem = (error: unknown, code: ProblemCode): error is ProblemError =>
  error instanceof ProblemError && error.problem.code === code;

/** What to say to a person about any error: what happened, what to do, and the code to quote. */
export const wordsFor = (error: unknown): { what: string; remedy: string; quote: string | null } => {
  if (error instanceof ProblemError) {
    return { what: error.problem.detail, remedy: error.problem.remedy, quote: error.problem.requestId };
  }
  if (error instanceof WorkerAwayError) {
    return {
      what: 'The dialer cannot be reached.',
      remedy: 'Check the network, and that the dialer runs.',
      quote: null,
    };
  }
  if (error instanceof UnreadableAnswerError) {
    return { what: error.message, remedy: 'Reload the page. If it stays so, tell your admin.', quote: null };
  }
  return { what: 'Something went wrong on this page.', remedy: 'Reload the page.', quote: null };
};
