import type { JsonObject } from './json.ts';

/** Twenty saying no. Becomes one entry of `errors`, with HTTP 200. */
export class Refusal extends Error {
  readonly extensions: JsonObject | null;

  constructor(message: string, extensions: JsonObject | null = null) {
    super(message);
    this.name = 'Refusal';
    this.extensions = extensions;
  }

  toJson(): JsonObject {
    return this.extensions === null
      ? { message: this.message }
      : { message: this.message, extensions: this.extensions };
  }
}

const QUIET = 'An error occurred.';

/** `BAD_USER_INPUT` with a sub code: what Twenty answers when it reads the arguments itself. */
export const badInput = (subCode: string, message: string, userFriendlyMessage: string = QUIET): Refusal =>
  new Refusal(message, { subCode, userFriendlyMessage, code: 'BAD_USER_INPUT' });

export const badData = (message: string, userFriendlyMessage?: string): Refusal =>
  badInput('INVALID_ARGS_DATA', message, userFriendlyMessage);

export const badFilter = (message: string, userFriendlyMessage?: string): Refusal =>
  badInput('INVALID_ARGS_FILTER', message, userFriendlyMessage);

/** What Postgres refuses comes without a sub code. */
export const refusedByDatabase = (
  message: string,
  userFriendlyMessage: string,
  more: JsonObject = {},
): Refusal => new Refusal(message, { userFriendlyMessage, ...more, code: 'BAD_USER_INPUT' });

export const missingArgument = (name: string, kind: string): Refusal =>
  badInput('INVALID_QUERY_INPUT', `Missing required argument: "${name}" (${kind})`);

export const recordNotFound = (): Refusal =>
  new Refusal('Record not found', {
    subCode: 'RECORD_NOT_FOUND',
    userFriendlyMessage: 'This record does not exist or has been deleted.',
    code: 'NOT_FOUND',
  });

export const permissionDenied = (): Refusal =>
  new Refusal('Entity performing the request does not have permission', {
    userFriendlyMessage: 'User does not have permission.',
    subCode: 'PERMISSION_DENIED',
    code: 'FORBIDDEN',
  });

/** Answered with HTTP 501: Twenty can do it, the sandbox cannot. Never mistaken for an answer of Twenty's. */
export class NotBuilt extends Error {
  constructor(what: string) {
    super(`The sandbox does not implement ${what}. A real Twenty may.`);
    this.name = 'NotBuilt';
  }
}
