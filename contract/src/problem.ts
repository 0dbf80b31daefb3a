import { z } from 'zod';

/**
 * The closed list of what can go wrong in an answer of the worker's.
 * Every code keeps its HTTP status for good: clients may branch on the code alone.
 */
export const PROBLEMS = {
  'invalid-request': { status: 422, title: 'Some fields are not right' },
  'not-signed-in': { status: 401, title: 'Sign in to go on' },
  'not-yours': { status: 403, title: 'This belongs to somebody else' },
  'not-permitted': { status: 403, title: 'Your role is not for this' },
  'webhook-refused': { status: 401, title: 'This webhook is not signed by your Twenty' },
  'token-refused': { status: 401, title: 'This token is not the right one' },
  'cross-site-request': { status: 403, title: 'The request came from another site' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'report-conflict': { status: 409, title: 'Somebody else edited this call at the same time' },
  'delivery-changed': { status: 409, title: 'Something happened to this record meanwhile' },
  'body-too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'Send JSON' },
  'too-many-requests': { status: 429, title: 'This was asked too often' },
  'sign-in-failed': { status: 400, title: 'The sign-in did not finish' },
  'twenty-refused': { status: 502, title: 'Twenty refused the request' },
  'twenty-unavailable': { status: 503, title: 'Twenty cannot be reached' },
  'store-full': { status: 507, title: 'The dialer has no room for more calls' },
  'store-unavailable': { status: 503, title: 'The call store cannot be reached' },
  'internal-error': { status: 500, title: 'Something went wrong here' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
export const ProblemCode = z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]);

/** A field that was refused: `path` in dots (`report.to`), what is wrong and what to write instead. */
export const ProblemField = z.object({ path: z.string(), message: z.string() });
export type ProblemField = z.infer<typeof ProblemField>;

/** The one error shape of every route: RFC 9457 problem details, sent as `application/problem+json`. */
export const Problem = z.object({
  type: z.string(),
  code: ProblemCode,
  title: z.string(),
  status: z.int(),
  /** What happened, in words a person can read to a colleague. */
  detail: z.string(),
  /** What to do next. */
  remedy: z.string(),
  fields: z.array(ProblemField),
  /** Quote this when asking for help: it is in the worker's log. */
  requestId: z.string(),
  /** With `report-conflict`: the call as the worker holds it. */
  present: z.unknown().optional(),
});
export type Problem = z.infer<typeof Problem>;

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';
