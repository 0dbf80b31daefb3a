import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { at } from './client.ts';
import { onEveryTwenty } from './session.ts';

interface BadCall {
  readonly what: string;
  readonly row: Record<string, unknown>;
  readonly message: string | RegExp;
  readonly subCode: string | null;
}

const DATA = 'INVALID_ARGS_DATA';
const OUTCOMES =
  'NEEDS_WRAP_UP, INTERESTED, MEETING_BOOKED, CALLBACK, NOT_INTERESTED, GATEKEEPER, VOICEMAIL, NO_ANSWER, BUSY, WRONG_NUMBER, OUT_OF_SERVICE, DO_NOT_CALL, DISQUALIFIED';

const BAD_CALLS: readonly BadCall[] = [
  {
    what: 'a field that does not exist',
    row: { nope: 1 },
    message: 'Object phoneCall doesn\'t have any "nope" field.',
    subCode: DATA,
  },
  {
    what: 'an outcome that is not on the list',
    row: { outcome: 'SIDEWAYS' },
    message: `Invalid value "SIDEWAYS" for field "outcome". Valid values are: ${OUTCOMES}`,
    subCode: DATA,
  },
  {
    what: 'a number given as text',
    row: { talkSeconds: '12' },
    message: 'Invalid number value \'12\' for field "talkSeconds"',
    subCode: DATA,
  },
  {
    what: 'a time that is none',
    row: { startedAt: 'yesterday' },
    message:
      "Invalid value 'yesterday' for date-time field \"startedAt\". Expected format: 'YYYY-MM-DDTHH:mm:ssZ'",
    subCode: DATA,
  },
  {
    what: 'a time in milliseconds',
    row: { startedAt: 1767225600000 },
    message: /^Invalid value 1767225600000 for date-time field "startedAt"/,
    subCode: DATA,
  },
  {
    what: 'a text given as a number',
    row: { toNumber: 12 },
    message: 'Invalid string value 12 for text field "toNumber"',
    subCode: DATA,
  },
  {
    what: 'a relation that is no UUID',
    row: { personId: 'nope' },
    message: 'Invalid UUID value \'nope\' for field "personId"',
    subCode: DATA,
  },
  {
    what: 'a link that is no address',
    row: { recording: { primaryLinkUrl: 'not a url' } },
    message: 'The URL of the link is not valid',
    subCode: 'INVALID_URL',
  },
  {
    what: 'a person who is not there',
    row: { personId: randomUUID() },
    message: /^insert or update on table "_phoneCall" violates foreign key constraint "FK_\w+"$/,
    subCode: null,
  },
  {
    what: 'a member who is not there',
    row: { memberId: randomUUID() },
    message: /^insert or update on table "_phoneCall" violates foreign key constraint "FK_\w+"$/,
    subCode: null,
  },
];

onEveryTwenty('Refusals', (session) => {
  for (const { what, row, message, subCode } of BAD_CALLS) {
    test(`a call with ${what} is refused with HTTP 200, and its batch with it`, async () => {
      const [bad, good] = [session().idFor('phoneCall'), session().idFor('phoneCall')];
      const { status, data, errors } = await session().create(
        'phoneCall',
        [
          { id: good, name: 'Good' },
          { id: bad, ...row },
        ],
        { upsert: true },
      );
      expect(status).toBe(200);
      expect(at(data, 'createPhoneCalls')).toBeNull();
      expect(errors[0]).toMatchObject({ code: 'BAD_USER_INPUT', subCode });
      expect(errors[0]?.message).toEqual(
        typeof message === 'string' ? message : expect.stringMatching(message),
      );
      const { data: left } = await session().send(
        'query ($id: UUID) { phoneCalls(filter: { id: { eq: $id } }) { totalCount } }',
        {
          id: good,
        },
      );
      expect(at(left, 'phoneCalls', 'totalCount')).toBe(0);
    });
  }

  test('a day that is none is refused', async () => {
    const { errors } = await session().create('repProgression', [{ streakThrough: 'yesterday' }]);
    expect(errors[0]).toMatchObject({ code: 'BAD_USER_INPUT', subCode: DATA });
    expect(errors[0]?.message).toContain('"streakThrough"');
  });

  test('a record that is not there is told as such', async () => {
    const notFound = { message: 'Record not found', code: 'NOT_FOUND', subCode: 'RECORD_NOT_FOUND' };
    const id = randomUUID();
    for (const query of [
      'query ($id: UUID!) { phoneCall(filter: { id: { eq: $id } }) { id } }',
      'mutation ($id: UUID!) { updatePhoneCall(id: $id, data: { name: "x" }) { id } }',
      'mutation ($id: UUID!) { deletePhoneCall(id: $id) { id } }',
      'mutation ($id: UUID!) { destroyPhoneCall(id: $id) { id } }',
    ]) {
      const { errors } = await session().send(query, { id });
      expect(errors[0], query).toMatchObject(notFound);
    }
  });

  test('data that was left out is named', async () => {
    const { errors } = await session().send(
      'mutation ($data: [NoteCreateInput!]!) { createNotes(data: $data) { id } }',
    );
    expect(errors[0]).toMatchObject({
      message: 'Missing required argument: "data" (array)',
      subCode: 'INVALID_QUERY_INPUT',
    });
  });

  test('the many side of a relation cannot be written', async () => {
    const { errors } = await session().create('note', [{ noteTargets: { create: [] } }]);
    expect(errors[0]).toMatchObject({
      message: 'One-to-many relation noteTargets field does not support write operations.',
      subCode: DATA,
    });
  });
});
