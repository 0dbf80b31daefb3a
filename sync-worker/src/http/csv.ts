/** One row as RFC 4180 has it, with its line end. */
export const csvRow = (values: readonly (string | number | null)[]): string =>
  `${values.map(csvField).join(',')}\r\n`;

/**
 * A text that a spreadsheet would take for a formula is shown, not run: what comes from a CRM may have been written by
 * anybody. Numbers of ours are numbers, also negative ones.
 */
const csvField = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;
