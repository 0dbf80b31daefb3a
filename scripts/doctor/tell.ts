import type { Report } from './doctor.ts';
import type { Finding } from './finding.ts';

const MARKS: Record<Finding['state'], string> = { well: 'ok', odd: 'look', ill: 'FAIL', 'not examined': '-' };

/** A finding for the terminal: what was seen, and what to do about it behind an arrow. */
export const linesOf = (name: string, finding: Finding): string[] => {
  const [first = '', ...more] = finding.detail.split('\n');
  const lines = [`${MARKS[finding.state].padEnd(5)} ${name.padEnd(15)} ${first}`, ...more.map(indented)];
  return 'remedy' in finding ? [...lines, indented(`→ ${finding.remedy}`)] : lines;
};

export const summaryOf = (report: Report): string => {
  const count = (state: Finding['state']) => report.filter(({ finding }) => finding.state === state).length;
  return `${count('well')} well, ${count('odd')} to look at, ${count('ill')} ill, ${count('not examined')} not examined`;
};

const indented = (line: string): string => `${' '.repeat(22)}${line}`;
