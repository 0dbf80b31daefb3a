import { expect, test } from 'vitest';
import { readDocument } from './watched-twenty.ts';

const body = (query: string) => JSON.stringify({ query, variables: {} });
const WRITE = body(
  'mutation ($a: [A!]!) { createPhoneCalls(data: $a) { id callId } createNotes(data: $a) { id } }',
);

test('every root field counts, and the ids are those that Twenty answered', () => {
  const answer = { data: { createPhoneCalls: [{ id: 'call' }], createNotes: [{ id: 'a' }, { id: 'b' }] } };
  expect(readDocument(WRITE, JSON.stringify(answer))).toMatchObject({
    rootFields: ['createPhoneCalls', 'createNotes'],
    written: { createPhoneCalls: ['call'], createNotes: ['a', 'b'] },
    isThrottled: false,
  });
});

test('a document that was throttled has written nothing', () => {
  const answer = {
    data: { createPhoneCalls: null, createNotes: null },
    errors: [{ message: 'Limit reached', extensions: { subCode: 'LIMIT_REACHED' } }],
  };
  expect(readDocument(WRITE, JSON.stringify(answer))).toMatchObject({
    isThrottled: true,
    written: { createPhoneCalls: [], createNotes: [] },
  });
});

test('a question about the schema costs no token, and what was read was not written', () => {
  expect(readDocument(body('{ __type(name: "Note") { name } }'), '{"data":{}}').rootFields).toEqual([]);
  const read = readDocument(body('{ notes { edges { node { id } } } }'), '{"data":{"notes":[{"id":"a"}]}}');
  expect(read).toMatchObject({ rootFields: ['notes'], written: {} });
});
