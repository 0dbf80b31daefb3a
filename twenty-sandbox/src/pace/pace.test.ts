import { expect, test } from 'vitest';
import { testSandbox } from '../testing/test-sandbox.ts';
import { realMs } from './pace.ts';

const rows = (count: number) => Array.from({ length: count }, () => ({ id: 'x' }));

test.each([
  ['one note', { createNotes: rows(1) }, 37],
  ['ten notes', { createNotes: rows(10) }, 78],
  ['thirty-five notes', { createNotes: rows(35) }, 116.5],
  ['two hundred notes', { createNotes: rows(200) }, 374],
  ['sixty calls', { createPhoneCalls: rows(60) }, 100],
  ['calls beside notes', { createPhoneCalls: rows(60), createNotes: rows(60) }, 155],
  ['a list of sixty', { phoneCalls: { edges: rows(60) } }, 18],
  ['a person', { people: { edges: rows(1) } }, 5],
  ['nobody', { people: { edges: [] } }, 5],
])('%s take as long as a real Twenty takes', (_what, data, ms) => {
  expect(realMs({ data })).toBeCloseTo(ms, 0);
});

test('a sandbox at the pace of a real Twenty lets its clients wait', async () => {
  const waited: number[] = [];
  const sandbox = testSandbox({ pace: 'real' }, { wait: async (ms) => void waited.push(ms) });
  const query = 'mutation ($data: [NoteCreateInput!]!) { createNotes(data: $data, upsert: true) { id } }';
  await sandbox.graphql(query, { data: [{ title: 'one' }] });
  expect(waited).toEqual([37]);
});
