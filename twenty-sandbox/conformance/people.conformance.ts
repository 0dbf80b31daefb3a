import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { at } from './client.ts';
import { onEveryTwenty } from './session.ts';

const PHONES =
  'phones { primaryPhoneNumber primaryPhoneCallingCode primaryPhoneCountryCode additionalPhones }';
const US = { primaryPhoneCallingCode: '+1', primaryPhoneCountryCode: 'US' };

onEveryTwenty('People and their numbers', (session) => {
  const create = async (row: Record<string, unknown>, fields = `id ${PHONES}`) => {
    const { data, errors } = await session().create('person', [{ id: session().idFor('person'), ...row }], {
      fields,
    });
    return { person: at(data, 'createPeople', 0), refusal: errors[0] };
  };
  const count = async (filter: Record<string, unknown>) => {
    const { data } = await session().send(
      'query ($filter: PersonFilterInput) { people(filter: $filter) { totalCount } }',
      { filter },
    );
    return at(data, 'people', 'totalCount');
  };

  test('a number in E.164 is stored in its parts', async () => {
    const { person } = await create({ phones: { primaryPhoneNumber: '+12025550145' } });
    expect(at(person, 'phones')).toEqual({ ...US, primaryPhoneNumber: '2025550145', additionalPhones: [] });
    const german = await create({ phones: { primaryPhoneNumber: '+4915112345678' } });
    expect(at(german.person, 'phones')).toMatchObject({
      primaryPhoneNumber: '15112345678',
      primaryPhoneCallingCode: '+49',
      primaryPhoneCountryCode: 'DE',
    });
  });

  test('further numbers are stored in their parts, too', async () => {
    const { person } = await create({
      phones: { primaryPhoneNumber: '+12025550150', additionalPhones: [{ number: '+12025550151' }] },
    });
    expect(at(person, 'phones', 'additionalPhones')).toEqual([
      { number: '2025550151', callingCode: '+1', countryCode: 'US' },
    ]);
  });

  test('a person without numbers has empty texts', async () => {
    const { person } = await create({ name: { firstName: 'No', lastName: 'Number' } });
    expect(at(person, 'phones')).toEqual({
      primaryPhoneNumber: '',
      primaryPhoneCallingCode: '',
      primaryPhoneCountryCode: '',
      additionalPhones: [],
    });
  });

  test('a number is found by its national part, never by its E.164 form', async () => {
    // Nobody else in a workspace has this one: it is too long to be real.
    const number = `1512345${randomInt(1_000, 9_999)}`;
    await create({
      phones: { primaryPhoneNumber: `+49${number}`, additionalPhones: [{ number: '+12025550144' }] },
    });
    expect(await count({ phones: { primaryPhoneNumber: { eq: number } } })).toBe(1);
    expect(await count({ phones: { primaryPhoneNumber: { eq: `+49${number}` } } })).toBe(0);
    expect(
      await count({ phones: { primaryPhoneNumber: { eq: number }, primaryPhoneCallingCode: { eq: '+49' } } }),
    ).toBe(1);
    expect(await count({ phones: { primaryPhoneNumber: { ilike: `%${number.slice(2)}` } } })).toBe(1);
    expect(
      await count({
        and: [
          { phones: { primaryPhoneNumber: { eq: number } } },
          { phones: { additionalPhones: { like: '%2025550144%' } } },
        ],
      }),
    ).toBe(1);
  });

  test('numbers that cannot be placed are refused', async () => {
    const cases = [
      [{ primaryPhoneNumber: '2025550147' }, 'INVALID_PHONE_NUMBER'],
      [{ primaryPhoneNumber: 'not a phone' }, 'INVALID_PHONE_NUMBER'],
      [{ primaryPhoneNumber: '2025550143', primaryPhoneCountryCode: 'ZZ' }, 'INVALID_PHONE_COUNTRY_CODE'],
      [{ primaryPhoneNumber: '2025550143', primaryPhoneCallingCode: '+999' }, 'INVALID_PHONE_CALLING_CODE'],
      [
        { primaryPhoneNumber: '+12025550143', primaryPhoneCountryCode: 'DE' },
        'CONFLICTING_PHONE_COUNTRY_CODE',
      ],
      [
        { ...US, primaryPhoneNumber: '2025550149', primaryPhoneCallingCode: '+49' },
        'CONFLICTING_PHONE_CALLING_CODE_AND_COUNTRY_CODE',
      ],
    ] as const;
    for (const [phones, subCode] of cases) {
      expect((await create({ phones })).refusal, JSON.stringify(phones)).toMatchObject({
        code: 'BAD_USER_INPUT',
        subCode,
      });
    }
  });

  test('two people may share a number', async () => {
    const phones = { ...US, primaryPhoneNumber: '2025550143' };
    expect((await create({ phones })).refusal).toBeUndefined();
    expect((await create({ phones })).refusal).toBeUndefined();
  });

  test('an e-mail belongs to one person, in any spelling', async () => {
    const email = `conformance-${randomInt(1_000_000_000)}@example.com`;
    const { person } = await create({ emails: { primaryEmail: email } }, 'id emails { primaryEmail }');
    const { refusal } = await create({ emails: { primaryEmail: email.toUpperCase() } });
    expect(refusal).toMatchObject({ message: 'A duplicate entry was detected' });
    expect(refusal?.extensions).toMatchObject({ conflictingRecordId: at(person, 'id') });
  });

  test('giving one part of a name leaves the other', async () => {
    const id = session().idFor('person');
    await session().create('person', [{ id, name: { firstName: 'First', lastName: 'Last' } }]);
    const { data } = await session().send(
      'mutation ($id: UUID!) { updatePerson(id: $id, data: { name: { lastName: "New" } }) { name { firstName lastName } } }',
      { id },
    );
    expect(at(data, 'updatePerson', 'name')).toEqual({ firstName: 'First', lastName: 'New' });
  });
});
