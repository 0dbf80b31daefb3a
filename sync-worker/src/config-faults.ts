import type { z } from 'zod';

/** The settings are not usable. The message lists every fault, ready to print. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    const list = faults.map((fault) => `  - ${fault}`).join('\n');
    super(`Twenty Dialer did not start: ${faults.length === 1 ? 'a setting is' : 'some settings are'} not right.
${list}
Settings come from the environment and from the file .env. All of them are described in .env.example.`);
    this.faults = faults;
  }
}

/** Settings whose value is repeated in a fault only if it cannot be a secret: a message ends up in logs and chats. */
const SECRET = /KEY|SECRET|TOKEN|DATABASE_URL|SMTP_URL|WEBHOOK_URL/;

/** One line about one setting: its name, what it says now, what it should look like. */
export const faultOf = (issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string => {
  const name = String(issue.path[0]);
  const present = SECRET.test(name) ? 'is not usable' : `is "${String(given[name])}"`;
  return `${name} ${present}. It should be ${issue.message}.`;
};

const OURS = /^(DIALER|TWENTY|TWILIO)_/;
/** Read by the test suites, which may share a shell or a .env with the worker. */
const TEST_SUITES = /^(TWENTY|DIALER)_TEST_/;

/** A mistyped name would silently leave its setting at the default, so names in our own spaces must be known. */
export const unknownSettings = (names: readonly string[], known: readonly string[]): string[] =>
  names
    .filter((name) => OURS.test(name) && !TEST_SUITES.test(name) && !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known);
      return `${name} is not a setting.${meant === null ? ' Remove it.' : ` Did you mean ${meant}?`}`;
    });

/** Beyond this a guess would mislead more than it helps. */
const MOST_EDITS = 4;

const nearest = (name: string, known: readonly string[]): string | null => {
  const ranked = known
    .map((candidate) => ({ candidate, edits: editDistance(name, candidate) }))
    .sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  return best && best.edits <= MOST_EDITS ? best.candidate : null;
};

/** How many letters must be put in, left out or changed to turn one word into the other (Levenshtein). */
const editDistance = (from: string, to: string): number => {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const changed = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
};
