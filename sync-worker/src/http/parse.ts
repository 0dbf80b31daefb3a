import type { ProblemField } from '@twenty-dialer/contract';
import type { Context } from 'hono';
import type { z } from 'zod';
import { ProblemError } from './problem.ts';

/** Bytes of a request's body. The longest note in the widest script, quoted as JSON, fits. */
export const BODY_MAX_BYTES = 768 * 1024;

/**
 * Parses what came with a request.
 * @throws ProblemError `invalid-request` that names every field that is wrong, and what to write instead.
 */
export const parse = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  const fields = parsed.success ? withNul(value) : parsed.error.issues.flatMap(fieldsOf);
  if (parsed.success && fields.length === 0) return parsed.data;
  const names = [...new Set(fields.map(({ path }) => path))];
  throw new ProblemError('invalid-request', {
    detail: `${names.length === 1 ? 'One field' : `${names.length} fields`} of the request ${names.length === 1 ? 'is' : 'are'} not right: ${names.join(', ')}.`,
    fields,
  });
};

/** Texts with the character NUL, which Postgres keeps in none: no keyboard makes it, and nothing has a name with it. */
const withNul = (value: unknown, path: readonly string[] = []): ProblemField[] => {
  if (typeof value === 'string') {
    return value.includes('\u0000')
      ? [{ path: path.join('.') || 'body', message: 'Leave out the character U+0000.' }]
      : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => withNul(inner, [...path, name]));
};

/**
 * The JSON body of a request, parsed by `schema`. The character NUL is left out of its texts: a call whose note holds one
 * must be stored all the same.
 * @throws ProblemError when it is not JSON, too large, or not what the schema says.
 */
export const parseBody = async <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> => {
  const mediaType = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    throw new ProblemError('unsupported-media-type', {
      detail: mediaType ? `The request is ${mediaType}.` : 'The request does not say what it holds.',
    });
  }
  return parse(schema, jsonOf(await textOf(c)));
};

/** Nobody is there any more to hear of it; the log must not take it for a fault of ours. */
const textOf = (c: Context): Promise<string> =>
  c.req.text().catch((cause: unknown) => {
    if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'ECONNRESET') throw cause;
    const words = { detail: 'The request broke off before it was whole.' };
    throw new ProblemError('invalid-request', words, { cause });
  });

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text, (_, member) =>
      typeof member === 'string' ? member.replaceAll('\0', '') : member,
    );
  } catch (cause) {
    throw new ProblemError(
      'invalid-request',
      {
        detail: 'The body of the request is not JSON.',
        fields: [{ path: 'body', message: 'Send one JSON object.' }],
      },
      { cause },
    );
  }
};

const fieldsOf = (issue: z.core.$ZodIssue): ProblemField[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key].join('.'),
      message: 'This field is not known here. Leave it out.',
    }));
  }
  return [{ path: issue.path.join('.') || 'body', message: wordsFor(issue) }];
};

const wordsFor = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return `Send ${A_TYPE[issue.expected] ?? issue.expected} here.`;
    case 'invalid_value':
      return `Use one of: ${issue.values.map(String).join(', ')}.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `Use at most ${issue.maximum} characters.`
        : `Use at most ${issue.maximum}${issue.origin === 'array' ? ' of them' : ''}.`;
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'Write something here.';
      return issue.origin === 'string'
        ? `Use at least ${issue.minimum} characters.`
        : `Use at least ${issue.minimum}.`;
    default:
      return issue.message;
  }
};

const A_TYPE: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};
