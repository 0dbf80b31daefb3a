import {
  PROBLEM_MEDIA_TYPE,
  PROBLEMS,
  type Problem,
  type ProblemCode,
  type ProblemField,
} from '@twenty-dialer/contract';
import { StoreFullError, StoreUnavailableError } from '../store/errors.ts';
import { TwentyError } from '../twenty/errors.ts';

interface ProblemWords {
  /** What happened, in words a person can read to a colleague. */
  readonly detail: string;
  /** What to do next; each code has a usual one. */
  readonly remedy?: string;
  readonly fields?: readonly ProblemField[];
  readonly present?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown wherever a request cannot be answered as asked; it becomes the answer in one place, `toProblem`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly words: ProblemWords;

  constructor(code: ProblemCode, words: ProblemWords, options?: ErrorOptions) {
    super(words.detail, options);
    this.code = code;
    this.words = words;
  }
}

const REMEDIES: Record<ProblemCode, string> = {
  'invalid-request': 'Correct the fields that are named and send the request again. Nothing was stored.',
  'not-signed-in': 'Sign in with Twenty. Calls that are not sent yet stay on this computer meanwhile.',
  'not-yours': 'Sign in as the person it belongs to.',
  'not-permitted':
    'Ask an admin to do it, or to let you: by what your role in Twenty is here, or by a permission of your own. It counts within a minute.',
  'webhook-refused':
    'Set TWENTY_WEBHOOK_SECRET to the secret of the webhook in Twenty, and both clocks by the network. "npm run connect" does the first.',
  'token-refused': 'Send the token of the settings: "Authorization: Bearer …".',
  'cross-site-request': 'Use the dialer in its own window, at its own address.',
  'not-found': 'Check the address, or go back to the dialer.',
  'method-not-allowed': 'Use the method that this address takes.',
  'report-conflict': 'Compare both versions, choose what is right, and save it as a newer revision.',
  'delivery-changed': 'Look at the record as it is now, and try again.',
  'body-too-large': 'Send a shorter note.',
  'unsupported-media-type': 'Send JSON, with the header Content-Type: application/json.',
  'too-many-requests': 'Wait a moment, then try again.',
  'sign-in-failed': 'Start the sign-in again.',
  'twenty-refused': 'Ask an admin to look at your role in Twenty and at the dialer’s app there.',
  'twenty-unavailable': 'Try again in a moment. Calls are kept and reach Twenty when it is back.',
  'store-full':
    'Go on working: calls stay on this computer and are sent by themselves when there is room. An admin makes room on the disk of the dialer’s data.',
  'store-unavailable': 'Try again in a moment. Calls that are not stored yet stay on this computer.',
  'internal-error': 'Try again. If it goes on, give the request id to an admin: it is in the log.',
};

/** The one place where an error becomes an answer. What is not known to be shown stays in the log. */
export const toProblem = (
  error: unknown,
  requestId: string,
): { problem: Problem; headers: Record<string, string> } => {
  const { code, words } = explain(error);
  const problem: Problem = {
    type: `urn:twenty-dialer:problem:${code}`,
    code,
    title: PROBLEMS[code].title,
    status: PROBLEMS[code].status,
    detail: words.detail,
    remedy: words.remedy ?? REMEDIES[code],
    fields: [...(words.fields ?? [])],
    requestId,
    ...(words.present === undefined ? {} : { present: words.present }),
  };
  return { problem, headers: { ...words.headers } };
};

/** `toProblem` as a response: `application/problem+json`, never cached. */
export const problemResponse = (error: unknown, requestId: string): Response => {
  const { problem, headers } = toProblem(error, requestId);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...headers, 'Content-Type': PROBLEM_MEDIA_TYPE, 'Cache-Control': 'no-store' },
  });
};

/** Errors whose cause is here, not with the caller: worth a stack in the log. */
export const isSurprise = (error: unknown): boolean => explain(error).code === 'internal-error';

const NO_ROOM = {
  code: 'store-full',
  words: {
    detail: 'The disk of the dialer’s data is full, so no call can be stored there at the moment.',
    headers: { 'Retry-After': '30' },
  },
} as const;

const explain = (error: unknown): { code: ProblemCode; words: ProblemWords } => {
  if (error instanceof ProblemError) return error;
  if (error instanceof StoreFullError) return NO_ROOM;
  if (error instanceof StoreUnavailableError) {
    return {
      code: 'store-unavailable',
      words: { detail: 'The database of the dialer does not answer.', headers: { 'Retry-After': '5' } },
    };
  }
  if (error instanceof TwentyError)
    return { code: CODE_OF_TWENTY[error.kind], words: { detail: error.message } };
  return {
    code: 'internal-error',
    words: { detail: 'The dialer’s worker met an error that it does not know.' },
  };
};

const CODE_OF_TWENTY: Record<TwentyError['kind'], ProblemCode> = {
  unreachable: 'twenty-unavailable',
  throttled: 'twenty-unavailable',
  'not-allowed': 'twenty-refused',
  refused: 'twenty-refused',
};
