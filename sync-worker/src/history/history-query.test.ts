import { HistoryQuery } from '@twenty-dialer/contract';
import { describe, expect, test } from 'vitest';
import type { CallPosition } from '../store/call-port.ts';
import { cursorOf, filterOf, positionOf } from './history-query.ts';
import { typedSearch } from './typed-search.ts';

const filter = (query: Record<string, string>) => filterOf(HistoryQuery.parse(query), 'US');

test('nothing asked for is every call', () => {
  const { search, isUnmatched, ...others } = filter({ search: ' - ', outcomes: '', members: '' });
  expect(search).toBeNull();
  expect(isUnmatched).toBe(false);
  expect(Object.values(others).every((value) => value === null)).toBe(true);
});

test('calls that wait for their wrap-up can be asked for beside outcomes', () => {
  expect(filter({ outcomes: 'interested,needs-wrap-up' }).outcomes).toEqual(['interested', null]);
});

describe('where the next page begins', () => {
  test.each<CallPosition>([
    {
      startedAt: '2026-11-20T15:04:00.000Z',
      callId: 'c0ffee00-2f5b-4c58-9d5e-6a1f0d2b3c4d',
      recordId: null,
    },
    {
      startedAt: '2026-11-20T15:04:00.000Z',
      callId: null,
      recordId: '3a2b1c0d-5e4f-5a6b-8c7d-0f1e2d3c4b5a',
    },
  ])('comes back as it was given out', (position) => {
    expect(positionOf(cursorOf(position))).toEqual(position);
  });

  test.each(['', 'garbage', 'e30', 'bnVsbA', cursorOf({ startedAt: 'noon', callId: 'a', recordId: null })])(
    'is refused by name when it is %j',
    (cursor) => {
      expect(() => positionOf(cursor)).toThrow(
        expect.objectContaining({
          code: 'invalid-request',
          words: expect.objectContaining({ fields: [expect.objectContaining({ path: 'cursor' })] }),
        }),
      );
    },
  );
});

describe('what is typed into the search', () => {
  test('is taken apart into words', () => {
    expect(typedSearch(' Ada   Love%lace ', 'US')).toEqual({
      words: [
        { text: 'Ada', digits: null },
        { text: 'Love%lace', digits: null },
      ],
      numbers: [],
    });
  });

  test('finds a number however it is written', () => {
    expect(typedSearch('(202) 555-01', 'US')?.numbers).toEqual(['20255501']);
    expect(typedSearch('+1 202 555', 'US')?.numbers).toEqual(['1202555', '202555']);
    expect(typedSearch('030 1234', 'DE')?.numbers).toContain('301234');
  });

  test('may mix a name and digits', () => {
    expect(typedSearch('ada 0143', 'US')).toEqual({
      words: [
        { text: 'ada', digits: null },
        { text: '0143', digits: '0143' },
      ],
      numbers: [],
    });
  });
});
