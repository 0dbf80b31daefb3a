import { expect, test } from 'vitest';
import { contentHash, toJsonText } from './json.ts';

test('the order of fields does not make a change of content, the order of a list does', () => {
  expect(contentHash({ a: 1, b: { c: [1, 2], d: null } })).toBe(
    contentHash({ b: { d: null, c: [1, 2] }, a: 1 }),
  );
  expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  expect(contentHash({ a: '1' })).not.toBe(contentHash({ a: 1 }));
});

test('characters that Postgres refuses are replaced, whole emoji are not', () => {
  expect(JSON.parse(toJsonText({ note: 'a\0b \ud83d 😀 \udc00' }))).toEqual({ note: 'ab \ufffd 😀 \ufffd' });
});
