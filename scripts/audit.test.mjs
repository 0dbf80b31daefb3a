import { expect, test } from 'vitest';
import { auditVerdict } from './lib/audit-verdict.mjs';

/** @param {Readonly<Record<string, number>>} counts */
const answer = (counts, vulnerabilities = {}) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities,
    metadata: {
      vulnerabilities: { info: 0, low: 0, moderate: 0, high: 0, critical: 0, total: 0, ...counts },
    },
  });

test('what nobody found anything in is fine, and so is what is not serious', () => {
  expect(auditVerdict(answer({})).kind).toBe('fine');
  const mild = { mild: { name: 'mild', severity: 'moderate', range: '<2', fixAvailable: true } };
  expect(auditVerdict(`npm warn something\n${answer({ moderate: 1 }, mild)}\nnpm notice`).kind).toBe('fine');
});

test.each(['high', 'critical'])('a weakness that is %s stops the check, and is named', (severity) => {
  const bad = { bad: { name: 'bad', severity, range: '<1.2.3', fixAvailable: false } };
  const verdict = auditVerdict(answer({ [severity]: 1 }, bad));
  expect(verdict.kind).toBe('found');
  expect(verdict.words).toContain(`${severity}: bad <1.2.3 (no fix yet)`);
});

test.each([
  ['', /no answer/],
  ['npm error network', /no answer/],
  [
    '{"message":"request to https://registry failed, reason: ECONNREFUSED","error":{"summary":""}}',
    /ECONNREFUSED/,
  ],
  ['{"message":"405 Method Not Allowed","error":{}}', /405/],
  ['{}', /no answer/],
])('a registry that could not be asked is not taken for fine: %s', (output, words) => {
  expect(auditVerdict(output)).toEqual({ kind: 'unknown', words: expect.stringMatching(words) });
});
