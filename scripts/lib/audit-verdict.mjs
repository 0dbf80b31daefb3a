/** Below these it is told in `npm audit`, and stops nobody. */
const SERIOUS = ['high', 'critical'];

/**
 * What `npm audit --json` says: `fine`, `found` (something serious in what the product ships), or `unknown`, when the registry could
 * not be asked. Nothing is taken for fine that nobody looked at.
 * @param {string} output
 * @returns {{ kind: 'fine' | 'found' | 'unknown', words: string }}
 */
export const auditVerdict = (output) => {
  const answer = readJson(output);
  const counts = answer?.metadata?.vulnerabilities;
  if (answer === null || answer.error !== undefined || typeof counts?.high !== 'number') {
    return { kind: 'unknown', words: `The registry could not be asked: ${reasonOf(answer)}` };
  }
  const found = Object.values(answer.vulnerabilities ?? {}).filter(({ severity }) =>
    SERIOUS.includes(severity),
  );
  if (found.length === 0 && counts.high + (counts.critical ?? 0) === 0) return { kind: 'fine', words: '' };
  const lines = found.map(({ name, severity, range, fixAvailable }) => {
    const fix = fixAvailable === false ? 'no fix yet' : 'npm audit fix';
    return `  ${severity}: ${name} ${range} (${fix})`;
  });
  return { kind: 'found', words: ['Weaknesses in what the product ships:', ...lines].join('\n') };
};

/** npm writes warnings around it. @param {string} output */
const readJson = (output) => {
  const from = output.indexOf('{');
  const to = output.lastIndexOf('}');
  try {
    return JSON.parse(output.slice(from, to + 1));
  } catch {
    return null;
  }
};

/** @param {{ message?: unknown } | null} answer */
const reasonOf = (answer) =>
  typeof answer?.message === 'string'
    ? (answer.message.split('\n')[0] ?? '')
    : 'it gave no answer that can be read.';
