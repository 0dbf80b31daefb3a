import { expect, test } from 'vitest';
import { at } from './client.ts';
import { needsApp, onEveryTwenty } from './session.ts';

const FIELDS =
  'name { firstName lastName } callStatus doNotCall lastCalledAt callCount nextCallAt assignedToId timezone leadScore stage tags';

onEveryTwenty('What a person has for calling', (session) => {
  const somebody = async (firstName: string, more: Record<string, unknown> = {}) => {
    const id = session().idFor('person');
    const { errors } = await session().create('person', [
      { id, name: { firstName, lastName: 'Conformance' }, ...more },
    ]);
    expect(errors).toEqual([]);
    return id;
  };
  const read = async (id: string) => {
    const { data } = await session().send(
      `query ($id: UUID) { people(filter: { id: { eq: $id } }) { edges { node { ${FIELDS} } } } }`,
      { id },
    );
    return at(data, 'people', 'edges', 0, 'node');
  };

  test('somebody new may be called, and has no marks', async () => {
    expect(await read(await somebody('Ann'))).toEqual({
      name: { firstName: 'Ann', lastName: 'Conformance' },
      callStatus: null,
      doNotCall: false,
      lastCalledAt: null,
      callCount: null,
      nextCallAt: null,
      assignedToId: null,
      timezone: '',
      leadScore: null,
      stage: null,
      tags: [],
    });
  });

  test('what the dialer writes to a person who is there leaves everything else', async () => {
    const id = await somebody('Ben', { stage: 'QUALIFIED', tags: ['CHAMPION', 'REFERRAL'], leadScore: 70 });
    const figures = { callCount: 3, lastCalledAt: '2026-03-04T15:00:00.000Z', doNotCall: true };
    const { errors } = await session().create('person', [{ id, ...figures }], { upsert: true });
    expect(errors).toEqual([]);
    expect(await read(id)).toMatchObject({
      ...figures,
      name: { firstName: 'Ben' },
      stage: 'QUALIFIED',
      tags: ['CHAMPION', 'REFERRAL'],
      leadScore: 70,
    });
  });

  test('a mark that is not among the options is refused', async () => {
    const { errors } = await session().create('person', [
      { id: session().idFor('person'), tags: ['CHAMPION', 'NOT_A_TAG'] },
    ]);
    expect(errors[0]).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(errors[0]?.message).toContain('NOT_A_TAG');
  });

  test('people who must not be called are found by that', async () => {
    const [blocked, free] = [await somebody('Cas', { doNotCall: true }), await somebody('Dot')];
    const { data } = await session().send(
      'query ($filter: PersonFilterInput) { people(filter: $filter) { edges { node { id } } } }',
      { filter: { and: [{ id: { in: [blocked, free] } }, { doNotCall: { eq: true } }] } },
    );
    expect(at(data, 'people', 'edges')).toEqual([{ node: { id: blocked } }]);
  });

  test('a call may belong to a company and an opportunity, too', async () => {
    const [company, opportunity, call] = [
      session().idFor('company'),
      session().idFor('opportunity'),
      session().idFor('phoneCall'),
    ];
    await session().create('company', [{ id: company, name: 'Conformance' }]);
    await session().create('opportunity', [{ id: opportunity, name: 'Twelve seats' }]);
    const { data, errors } = await session().create(
      'phoneCall',
      [{ id: call, companyId: company, opportunityId: opportunity }],
      { fields: 'company { id name } opportunity { id name }' },
    );
    expect(errors).toEqual([]);
    expect(at(data, 'createPhoneCalls', 0)).toEqual({
      company: { id: company, name: 'Conformance' },
      opportunity: { id: opportunity, name: 'Twelve seats' },
    });
  });

  test('a team knows its reps', async () => {
    const [team, progression] = [session().idFor('salesTeam'), session().idFor('repProgression')];
    await session().create('salesTeam', [{ id: team, name: 'Conformance' }]);
    await session().create('repProgression', [
      { id: progression, workspaceMemberId: `conformance-${progression}`, teamId: team },
    ]);
    const { data } = await session().send(
      'query ($id: UUID) { salesTeam(filter: { id: { eq: $id } }) { repProgressions { edges { node { id } } } } }',
      { id: team },
    );
    expect(at(data, 'salesTeam', 'repProgressions', 'edges')).toEqual([{ node: { id: progression } }]);
  });
});

onEveryTwenty(
  'The app and people',
  (session) => {
    test('the app’s own token writes its fields of a person', async () => {
      const id = session().idFor('person');
      await session().create('person', [{ id, name: { firstName: 'Eli', lastName: 'Conformance' } }]);
      const { data, errors } = await session().create('person', [{ id, callCount: 1 }], {
        as: 'app',
        upsert: true,
        fields: 'id callCount',
      });
      expect(errors).toEqual([]);
      expect(at(data, 'createPeople')).toEqual([{ id, callCount: 1 }]);
    });
  },
  needsApp,
);
