import { expect, test } from 'vitest';
import { at, nodes } from './client.ts';
import { onEveryTwenty } from './session.ts';

const WITH_DELETED = { or: [{ deletedAt: { is: 'NULL' } }, { deletedAt: { is: 'NOT_NULL' } }] };

// The mirror of people reads by id and by time, deleted rows included.
onEveryTwenty('Reading everything, page by page', (session) => {
  const make = async (count: number): Promise<string[]> => {
    const ids = Array.from({ length: count }, () => session().idFor('person')).sort();
    const { errors } = await session().create(
      'person',
      ids.map((id, index) => ({ id, name: { firstName: 'Mirrored', lastName: String(index) } })),
    );
    expect(errors).toEqual([]);
    return ids;
  };
  const list = async (filter: object, orderBy: object[], first = 60) => {
    const { data, errors } = await session().send(
      `query ($filter: PersonFilterInput!, $orderBy: [PersonOrderByInput]!, $first: Int!) {
        people(filter: $filter, orderBy: $orderBy, first: $first) { edges { node { id updatedAt deletedAt } } } }`,
      { filter, orderBy, first },
    );
    expect(errors).toEqual([]);
    return nodes(data, 'people').map((node) => ({
      id: String(at(node, 'id')),
      updatedAt: String(at(node, 'updatedAt')),
      deletedAt: at(node, 'deletedAt'),
    }));
  };
  const one = async (id: string) => (await list({ ...WITH_DELETED, id: { eq: id } }, []))[0];
  const change = (verb: 'delete' | 'restore' | 'destroy', id: string) =>
    session().send(
      `mutation ($id: UUID!) { ${verb}Person(id: $id) { id } }`,
      { id },
      verb === 'destroy' ? session().destroyer : 'writer',
    );

  test('rows come by id, and the page behind an id holds no other', async () => {
    const ids = await make(5);
    const mine = { id: { in: ids } };
    const behind = (id: string) => ({ ...WITH_DELETED, and: [mine, { id: { gt: id } }] });
    const byId = [{ id: 'AscNullsFirst' }];
    expect((await list({ ...WITH_DELETED, ...mine }, byId)).map(({ id }) => id)).toEqual(ids);
    expect((await list(behind(ids[1] ?? ''), byId, 2)).map(({ id }) => id)).toEqual(ids.slice(2, 4));
    expect(await list(behind(ids[4] ?? ''), byId)).toEqual([]);
  });

  test('what changed since a time comes in the order of changes, two bounds on one field joined', async () => {
    const ids = await make(2);
    const [first = '', second = ''] = ids;
    const since = (await one(second))?.updatedAt ?? '';
    await session().send(
      'mutation ($id: UUID!) { updatePerson(id: $id, data: { jobTitle: "Later" }) { id } }',
      { id: first },
    );
    const order = [{ updatedAt: 'AscNullsFirst' }, { id: 'AscNullsFirst' }];
    const changed = await list({ ...WITH_DELETED, id: { in: ids }, updatedAt: { gte: since } }, order);
    expect(changed.map(({ id }) => id)).toEqual([second, first]);
    const later = changed[1]?.updatedAt ?? '';
    expect(later > since).toBe(true);
    const between = {
      ...WITH_DELETED,
      id: { in: ids },
      and: [{ updatedAt: { gte: since } }, { updatedAt: { lt: later } }],
    };
    expect((await list(between, order)).map(({ id }) => id)).toEqual([second]);
  });

  test('deleting and restoring move the time of the last change, destroying leaves nothing', async () => {
    const [id = ''] = await make(1);
    const made = await one(id);
    await change('delete', id);
    const deleted = await one(id);
    expect(deleted?.deletedAt).not.toBeNull();
    expect(String(deleted?.updatedAt) > String(made?.updatedAt)).toBe(true);
    await change('restore', id);
    const restored = await one(id);
    expect(restored?.deletedAt).toBeNull();
    expect(String(restored?.updatedAt) > String(deleted?.updatedAt)).toBe(true);
    await change('delete', id);
    await change('destroy', id);
    expect(await one(id)).toBeUndefined();
  });

  test('how many there are and when the newest change was is told without reading them', async () => {
    const ids = await make(2);
    const { data } = await session().send(
      'query ($filter: PersonFilterInput!) { people(filter: $filter, first: 1) { totalCount maxUpdatedAt } }',
      { filter: { ...WITH_DELETED, id: { in: ids } } },
    );
    expect(at(data, 'people', 'totalCount')).toBe(2);
    const newest = (await list({ ...WITH_DELETED, id: { in: ids } }, [])).map(({ updatedAt }) => updatedAt);
    expect(new Date(String(at(data, 'people', 'maxUpdatedAt'))).toISOString()).toBe(newest.sort().at(-1));
  });

  test('a page of ids may hold 1000', async () => {
    const { data, errors } = await session().send(
      'query ($filter: PersonFilterInput!) { people(filter: $filter, first: 1000) { edges { node { id updatedAt deletedAt } } } }',
      { filter: WITH_DELETED },
    );
    expect(errors).toEqual([]);
    expect(nodes(data, 'people').length).toBeGreaterThan(0);
  });
});
