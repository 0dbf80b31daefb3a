import { expect, test } from 'vitest';
import { ADA } from '../testing/invented.ts';
import { HistorySearch, parseSearch, stringifySearch } from './history-search.ts';

test('an address with values that nobody understands still shows what the rest of it means', () => {
  const search = HistorySearch.parse(
    parseSearch('?when=someday&outcomes=busy,<b>,callback&rep=nobody&direction=sideways&call=1&q=Mara&x=1'),
  );
  expect(search).toEqual({ outcomes: ['busy', 'callback'], q: 'Mara' });
});

test('filters come back from their address as they were', () => {
  const search = HistorySearch.parse({
    when: 'custom',
    from: '2026-11-01',
    rep: [ADA],
    outcomes: ['needs-wrap-up', 'busy'],
    direction: 'inbound',
    q: '202 555 & co',
  });
  expect(HistorySearch.parse(parseSearch(stringifySearch(search)))).toEqual(search);
});

test('a number typed as search stays the text that was typed', () => {
  expect(HistorySearch.parse(parseSearch('?q=0015'))).toEqual({ q: '0015' });
});
