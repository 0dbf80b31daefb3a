import { expect, test } from 'vitest';
import { csvRow } from './csv.ts';

test('commas, quotes and lines within a text stay within its field', () => {
  expect(csvRow(['a,b', 'say "no"', 'two\nlines', null, 3])).toBe('"a,b","say ""no""","two\nlines",,3\r\n');
});

test('a text that somebody wrote to be run by a spreadsheet is only shown', () => {
  expect(csvRow(['=HYPERLINK("x")', '+1', '-1', '@cmd', '\tx'])).toBe(
    `"'=HYPERLINK(""x"")",'+1,'-1,'@cmd,'\tx\r\n`,
  );
});

test('numbers stay numbers', () => {
  expect(csvRow([-5, 0, 12])).toBe('-5,0,12\r\n');
});
