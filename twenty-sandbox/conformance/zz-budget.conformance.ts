import { expect, test } from 'vitest';
import { at } from './client.ts';
import { needsPerson, onEveryTwenty } from './session.ts';

const NOTES = '{ notes(first: 0) { totalCount } }';
const LIMIT = 100;

// Last in the alphabet, so that the others do not wait for the bucket to fill again.
onEveryTwenty('The budget of API keys', (session, target) => {
  test('about a hundred root fields in a row are allowed, then HTTP 200 says that the limit is reached', async () => {
    const started = Date.now();
    let allowed = 0;
    for (;;) {
      const { status, errors } = await session().sendOnce(NOTES, 'api-key');
      const [refusal] = errors;
      if (refusal === undefined) {
        allowed += 1;
        expect(allowed, 'the limit is never reached').toBeLessThan(LIMIT * 5);
        continue;
      }
      expect(status).toBe(200);
      expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', subCode: 'LIMIT_REACHED' });
      expect(refusal.message).toMatch(/^Limit reached \(\d+ tokens per 60000 ms\)$/);
      break;
    }
    const refilled = (Date.now() - started) / 600;
    expect(allowed).toBeLessThanOrEqual(LIMIT + refilled);
    // Another client of a real workspace may have spent some of it just now.
    if (!target.isReal) expect(allowed).toBe(LIMIT);
  });

  test('metadata is not part of it', async () => {
    const { data } = await session().send('{ currentWorkspace { id } }', {}, 'api-key', 'metadata');
    expect(at(data, 'currentWorkspace', 'id')).toBeTypeOf('string');
  });
});

onEveryTwenty(
  'The budget of people',
  (session) => {
    test('a person is not throttled', async () => {
      for (let request = 0; request < LIMIT + 10; request += 1) {
        expect((await session().sendOnce(NOTES, 'person')).errors).toEqual([]);
      }
    });
  },
  needsPerson,
);
