import { expect, test } from 'vitest';
import { repeatedIdentifiers } from './repeated-identifiers.ts';

test('a column that was copied with its identifier is noticed, wherever it stands', () => {
  const column = { universalIdentifier: 'a', position: 0 };
  const views = [
    { universalIdentifier: 'b', fields: [column] },
    { universalIdentifier: 'c', fields: [{ universalIdentifier: 'd' }] },
  ];
  expect(repeatedIdentifiers({ views, pages: [] })).toEqual([]);
  expect(repeatedIdentifiers({ views, pages: [{ universalIdentifier: 'e', tabs: [column] }] })).toEqual([
    'a',
  ]);
});
