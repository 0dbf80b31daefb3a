import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTwentyClient } from './client.ts';
import { TwentyError } from './errors.ts';

const Answer = z.object({ notes: z.array(z.object({ id: z.string() })) });
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/** A client whose Twenty gives these answers in turn, and then the last one for ever. */
const clientOf = (...answers: (() => Response)[]) => {
  let asked = 0;
  const client = createTwentyClient({
    url: 'https://crm.example.com',
    retryMs: 1,
    fetch: async () => {
      const answer = answers[Math.min(asked, answers.length - 1)];
      asked += 1;
      return answer?.() ?? json({});
    },
  });
  return { client, asked: () => asked };
};
const question = {
  endpoint: 'graphql' as const,
  document: parse('{ notes { id } }'),
  variables: {},
  schema: Answer,
  token: 't',
};
const good = () => json({ data: { notes: [{ id: '1' }] } });
const away = () => json({}, 503);

describe('a question', () => {
  test('is answered, parsed', async () => {
    expect(await clientOf(good).client.ask(question)).toEqual({ notes: [{ id: '1' }] });
  });

  test('is asked again when Twenty is away for a moment', async () => {
    const { client, asked } = clientOf(away, away, good);
    expect(await client.ask(question)).toEqual({ notes: [{ id: '1' }] });
    expect(asked()).toBe(3);
  });

  test('is given up soon when Twenty stays away: minutes belong to the outbox', async () => {
    const { client, asked } = clientOf(away);
    await expect(client.ask(question)).rejects.toMatchObject({ kind: 'unreachable' });
    expect(asked()).toBe(3);
  });

  test.each([
    ['a refused key', 'UNAUTHENTICATED', 'not-allowed'],
    ['a spent budget', 'LIMIT_REACHED', 'throttled'],
    ['a refused field', 'BAD_USER_INPUT', 'refused'],
  ])('is not asked again after %s', async (_name, code, kind) => {
    const { client, asked } = clientOf(() =>
      json({ data: null, errors: [{ message: 'No.', extensions: { code } }] }),
    );
    await expect(client.ask(question)).rejects.toMatchObject({ kind, message: 'No.' });
    expect(asked()).toBe(1);
  });

  test('whose answer is not what the schema says is refused, with the reason as its cause', async () => {
    const error = await clientOf(() => json({ data: { notes: null } }))
      .client.ask(question)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TwentyError);
    expect(error).toMatchObject({ kind: 'refused', cause: { issues: [{ path: ['notes'] }] } });
  });
});

test('a document that may write is sent once, whatever comes of it', async () => {
  const { client, asked } = clientOf(away, good);
  const { schema: _schema, ...request } = question;
  expect(await client.send(request)).toMatchObject({ kind: 'unanswered' });
  expect(asked()).toBe(1);
});
