import type { FailureClass } from '../outbox/entry.ts';
import { TwentyError } from './errors.ts';
import type { TwentyRefusal } from './port.ts';

export interface Classified {
  readonly failure: FailureClass;
  /** Twenty's budget is spent: nothing is wrong with the rows. */
  readonly isThrottled: boolean;
  /** Some of it may have been written before Twenty gave up. */
  readonly isUnanswered: boolean;
  /** The row may be right and the workspace's schema wrong, of which somebody took a field or an option. */
  readonly mayBeSchema: boolean;
  /** The field that Twenty names, if it names one. */
  readonly field: string | null;
  /** The value that Twenty names, as text, if it names one. */
  readonly value: string | null;
}

/** What kind of failure a refusal of Twenty's is. Twenty answers HTTP 200, so code, subCode and message decide. */
export const classify = (refusal: TwentyRefusal): Classified => {
  const { code, subCode, message } = refusal;
  if (subCode === 'LIMIT_REACHED' || code === 'LIMIT_REACHED') {
    return { ...NOTHING_NAMED, failure: 'cannot-reach', isThrottled: true };
  }
  if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') return { ...NOTHING_NAMED, failure: 'not-allowed' };
  if (NO_SUCH_ROOT.test(message)) return { ...NOTHING_NAMED, failure: 'not-allowed' };
  if (/violates foreign key constraint/.test(message)) return { ...NOTHING_NAMED, failure: 'missing-link' };
  // Two writers made the same row at once: the next upsert finds it there.
  if (message === 'A duplicate entry was detected') return { ...NOTHING_NAMED, failure: 'cannot-reach' };
  if (code === 'TIMEOUT' || code === 'INTERNAL_SERVER_ERROR') {
    return { ...NOTHING_NAMED, failure: 'cannot-reach', isUnanswered: true };
  }
  return {
    ...NOTHING_NAMED,
    failure: 'cannot-accept',
    mayBeSchema: NO_SUCH_FIELD.test(message) || NO_SUCH_OPTION.test(message),
    field: namedField(message),
    value: namedValue(message),
  };
};

/**
 * The error that an answer amounts to when it was refused in any part, null when it was not. What concerns the whole
 * workspace comes before what concerns one field.
 */
export const errorFromRefusals = (refusals: readonly TwentyRefusal[]): TwentyError | null => {
  const errors = refusals.map(
    (refusal) =>
      new TwentyError(errorKind(refusal), refusal.message, {
        isSignInRefused: isSignInRefused(refusal),
      }),
  );
  const first = (kind: TwentyError['kind']) => errors.find((error) => error.kind === kind);
  return first('not-allowed') ?? first('throttled') ?? first('unreachable') ?? errors[0] ?? null;
};

/** A token that is not valid, has run out, or was taken back; a role that may not is `PERMISSION_DENIED`. */
const isSignInRefused = ({ code, subCode }: TwentyRefusal): boolean =>
  code === 'UNAUTHENTICATED' || subCode === 'FORBIDDEN_EXCEPTION';

/** Whoever reads chooses the fields: one that is unknown is missing from the workspace, whoever asks. */
const errorKind = (refusal: TwentyRefusal): TwentyError['kind'] => {
  const classified = classify(refusal);
  if (classified.isThrottled) return 'throttled';
  if (classified.failure === 'not-allowed' || NO_SUCH_FIELD.test(refusal.message)) return 'not-allowed';
  return classified.failure === 'cannot-reach' ? 'unreachable' : 'refused';
};

const NOTHING_NAMED: Omit<Classified, 'failure'> = {
  isThrottled: false,
  isUnanswered: false,
  mayBeSchema: false,
  field: null,
  value: null,
};

/** Without the object nothing of it can be written: no row is to blame. Twenty also says so to whoever shows no token. */
const NO_SUCH_ROOT = /^Cannot query field ".*" on type "(Query|Mutation)"/;
const NO_SUCH_FIELD = /^Object \w+ doesn't have any ".*" field/;
const NO_SUCH_OPTION = /Valid values are: |^invalid input value for enum /;

/** Ways in which Twenty names a field (seen on 2.31). */
const FIELDS = [
  /for (?:date-time |date )?field "([^"]+)"/,
  /doesn't have any "([^"]+)" field/,
  /\); (\w+) \(\1: /,
];

/** Ways in which Twenty names a value (seen on 2.31). */
const VALUES = [
  /^Value "(.*)" is not /s,
  /value "(.*)" for field "/s,
  /value '(.*)' for /s,
  /^Invalid value (\S+) for /,
  /^invalid input (?:value|syntax) [^:]*: "(.*)"$/s,
  /\); (?:\w+) \(\w+: ([^)]*)\)/,
  /^Provided phone number is invalid (.+)$/s,
];

const namedField = (message: string): string | null => firstMatch(FIELDS, message);
const namedValue = (message: string): string | null => firstMatch(VALUES, message);

const firstMatch = (patterns: readonly RegExp[], message: string): string | null => {
  for (const pattern of patterns) {
    const found = pattern.exec(message)?.[1];
    if (found !== undefined) return found;
  }
  return null;
};
