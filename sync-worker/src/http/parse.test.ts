import { CallReport } from '@twenty-dialer/contract';
import { exampleReport } from '@twenty-dialer/contract/examples';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parse, parseBody } from './parse.ts';
import { ProblemError } from './problem.ts';

const refusalOf = (value: unknown): ProblemError => {
  try {
    parse(CallReport, value);
  } catch (error) {
    if (error instanceof ProblemError) return error;
  }
  throw new Error('It was not refused.');
};
const fieldsOf = (value: unknown) => refusalOf(value).words.fields;

test('what is right comes out as it is', () => {
  expect(parse(CallReport, exampleReport)).toEqual(exampleReport);
});

test('every wrong field is named, with what to write instead', () => {
  const refusal = refusalOf({ ...exampleReport, to: '555', revision: 'x', line: 'pigeon', note: undefined });
  expect(refusal.code).toBe('invalid-request');
  expect(refusal.words.detail).toBe('4 fields of the request are not right: revision, line, to, note.');
  expect(refusal.words.fields).toEqual([
    { path: 'revision', message: 'Send a number here.' },
    { path: 'line', message: 'Use one of: practice, manual, twilio, entered.' },
    { path: 'to', message: 'Use E.164, for example +12025550123.' },
    { path: 'note', message: 'Send text here.' },
  ]);
});

test('a field that nobody knows is named by its own name', () => {
  expect(fieldsOf({ ...exampleReport, colour: 'red' })).toEqual([
    { path: 'colour', message: 'This field is not known here. Leave it out.' },
  ]);
});

test('the further note at fault is named, and how many a call holds', () => {
  const note = {
    noteId: '0e000000-0000-4000-8000-000000000001',
    text: ' ',
    writtenAt: exampleReport.startedAt,
  };
  expect(fieldsOf({ ...exampleReport, furtherNotes: [note] })).toEqual([
    { path: 'furtherNotes.0.text', message: 'Write something here.' },
  ]);
  expect(fieldsOf({ ...exampleReport, furtherNotes: Array.from({ length: 51 }, () => note) })).toContainEqual(
    {
      path: 'furtherNotes',
      message: 'Use at most 50 of them.',
    },
  );
});

test('limits are told in characters and figures', () => {
  expect(fieldsOf({ ...exampleReport, note: 'x'.repeat(20_001), revision: 0 })).toEqual([
    { path: 'revision', message: 'Use at least 1.' },
    { path: 'note', message: 'Use at most 20000 characters.' },
  ]);
});

test('a body that is no object at all is a fault of the body', () => {
  expect(fieldsOf([])).toEqual([{ path: 'body', message: 'Send an object here.' }]);
});

test('an address with the character NUL names nothing, and is told so', () => {
  expect(() => parse(z.object({ slot: z.string() }), { slot: 'a\0b' })).toThrow('slot');
});

test('a report whose note holds the character NUL is taken without it', async () => {
  const app = new Hono();
  app.post('/', async (c) => c.json(await parseBody(c, z.object({ note: z.string() }))));
  const request = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
  const answer = await app.request('/', { ...request, body: JSON.stringify({ note: 'a\0b' }) });
  expect(await answer.json()).toEqual({ note: 'ab' });
});
