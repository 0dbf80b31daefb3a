import { randomUUID } from 'node:crypto';
import { v5 as uuidV5 } from 'uuid';
import { expect, test } from 'vitest';
import { at } from './client.ts';
import { onEveryTwenty } from './session.ts';

const REFUSED = [
  ['version 7', '01a1fd24-9e93-72a3-a97c-83caaddedbcc'],
  ['version 8', '909f5372-abd7-868b-b80b-47ab64ebe2e8'],
  ['nil', '00000000-0000-0000-0000-000000000000'],
  ['not a UUID', 'call-1'],
] as const;

onEveryTwenty('Record ids', (session) => {
  test('a record keeps the id that the dialer derived for it', async () => {
    const id = uuidV5(`phoneCall:${randomUUID()}`, '6f1f4a52-3c1c-5d0b-9f0e-2b7f5a1c9d34');
    const { data, errors } = await session().create('phoneCall', [{ id, name: 'Derived id' }], {
      upsert: true,
    });
    expect(errors).toEqual([]);
    expect(at(data, 'createPhoneCalls', 0, 'id')).toBe(id);
  });

  test('an id in upper case comes back in lower case, so compare in lower case', async () => {
    const id = randomUUID();
    const { data } = await session().create('note', [{ id: id.toUpperCase(), title: 'Upper case' }]);
    expect(at(data, 'createNotes', 0, 'id')).toBe(id);
  });

  test.each(REFUSED)('an id that is %s is refused', async (_what, id) => {
    const { data, errors } = await session().send(
      'mutation ($data: [NoteCreateInput!]!) { createNotes(data: $data, upsert: true) { id } }',
      { data: [{ id, title: 'Bad id' }] },
    );
    expect(at(data, 'createNotes')).toBeNull();
    expect(errors[0]).toMatchObject({
      message: `Value "${id}" is not a valid UUID`,
      code: 'BAD_USER_INPUT',
      subCode: 'INVALID_QUERY_INPUT',
    });
  });

  test('asking for an id of version 7 is refused, too', async () => {
    const { errors } = await session().send(
      'query ($id: UUID) { notes(filter: { id: { eq: $id } }) { totalCount } }',
      {
        id: REFUSED[0][1],
      },
    );
    expect(errors[0]).toMatchObject({ code: 'BAD_USER_INPUT', subCode: 'INVALID_ARGS_FILTER' });
  });
});
