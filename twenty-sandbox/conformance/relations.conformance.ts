import { expect, test } from 'vitest';
import { at, nodes } from './client.ts';
import { onEveryTwenty } from './session.ts';

onEveryTwenty('Relations', (session) => {
  const callOf = async (firstName: string) => {
    const [person, call] = [session().idFor('person'), session().idFor('phoneCall')];
    await session().create('person', [{ id: person, name: { firstName, lastName: 'Conformance' } }]);
    await session().create('phoneCall', [{ id: call, personId: person, name: `Call with ${firstName}` }]);
    return { person, call };
  };
  const read = async (call: string, fields: string) => {
    const { data } = await session().send(
      `query ($id: UUID) { phoneCalls(filter: { id: { eq: $id } }) { edges { node { ${fields} } } } }`,
      { id: call },
    );
    return nodes(data, 'phoneCalls')[0];
  };

  test('a call brings its person along', async () => {
    const { person, call } = await callOf('Ada');
    expect(await read(call, 'personId person { id name { firstName } company { name } }')).toEqual({
      personId: person,
      person: { id: person, name: { firstName: 'Ada' }, company: null },
    });
  });

  test('a person lists the calls, and the arguments of a list inside a record are not read', async () => {
    const { person, call } = await callOf('Bo');
    const other = session().idFor('phoneCall');
    await session().create('phoneCall', [{ id: other, personId: person }]);
    const { data } = await session().send(
      'query ($id: UUID) { person(filter: { id: { eq: $id } }) { phoneCalls(first: 1) { totalCount edges { node { id } } } } }',
      { id: person },
    );
    const list = at(data, 'person', 'phoneCalls');
    expect(at(list, 'totalCount')).toBe(2);
    const ids = nodes({ list }, 'list').map((node) => at(node, 'id'));
    expect(ids.toSorted()).toEqual([call, other].toSorted());
  });

  test('lists in lists in lists are refused', async () => {
    const { errors } = await session().send(
      '{ people(first: 1) { edges { node { phoneCalls { edges { node { noteTargets { edges { node { id } } } } } } } } } }',
    );
    expect(errors[0]).toMatchObject({ subCode: 'TOO_COMPLEX_QUERY' });
  });

  test('calls are found by a field of their person', async () => {
    const { call } = await callOf('Cleopatra');
    const { data } = await session().send(
      'query ($filter: PhoneCallFilterInput) { phoneCalls(filter: $filter) { edges { node { id } } } }',
      { filter: { and: [{ id: { eq: call } }, { person: { name: { firstName: { eq: 'Cleopatra' } } } }] } },
    );
    expect(nodes(data, 'phoneCalls')).toEqual([{ id: call }]);
  });

  test('a call of a deleted person keeps the id, and hides it when the person is asked for, too', async () => {
    const { person, call } = await callOf('Dee');
    await session().send('mutation ($id: UUID!) { deletePerson(id: $id) { id } }', { id: person });
    expect(await read(call, 'personId')).toEqual({ personId: person });
    expect(await read(call, 'personId person { id }')).toEqual({ personId: null, person: null });
  });

  test('a call of a destroyed person stays and points at nobody', async () => {
    const { person, call } = await callOf('Eve');
    await session().send('mutation ($id: UUID!) { destroyPerson(id: $id) { id } }', { id: person });
    expect(await read(call, 'id personId')).toEqual({ id: call, personId: null });
  });

  test('a call may point at a deleted person, but not at one who was never there', async () => {
    const { person } = await callOf('Flo');
    await session().send('mutation ($id: UUID!) { deletePerson(id: $id) { id } }', { id: person });
    const { errors } = await session().create('phoneCall', [
      { id: session().idFor('phoneCall'), personId: person },
    ]);
    expect(errors).toEqual([]);
  });
});
