import { expect, test } from 'vitest';
import { OptionError, readOptions } from './options.ts';

const read = (...args: string[]) => readOptions(args, ['intake', 'memory']);

test('without options everything is run on every store', () => {
  expect(read()).toEqual({ scenarios: [], stores: null, quick: false });
});

test('scenarios, the store and the size can be chosen', () => {
  expect(read('memory', '--store', 'postgres', '--quick')).toEqual({
    scenarios: ['memory'],
    stores: ['postgres'],
    quick: true,
  });
  expect(read('--store=both').stores).toEqual(['pglite', 'postgres']);
});

test.each([
  [['speed'], /no scenario speed\. Scenarios: intake, memory/],
  [['--store', 'mysql'], /pglite, postgres or both, and not "mysql"/],
  [['--fast'], /Unknown option '--fast'\. Usage: npm run bench/],
  [['--store'], /argument missing.*Usage/],
])('%j stops with words that help', (args, words) => {
  expect(() => read(...args)).toThrow(OptionError);
  expect(() => read(...args)).toThrow(words);
});
