import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { at, nodes } from './client.ts';
import { onEveryTwenty } from './session.ts';

const LIST = `query ($first: Int, $after: String, $last: Int, $before: String, $offset: Int, $filter: PhoneCallFilterInput, $orderBy: [PhoneCallOrderByInput]) {
  phoneCalls(first: $first, after: $after, last: $last, before: $before, offset: $offset, filter: $filter, orderBy: $orderBy) {
    totalCount sumTalkSeconds
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { id name talkSeconds startedAt } }
  }
}`;

onEveryTwenty('Reading', (session) => {
  // One session's calls, so that nothing else in a workspace is counted.
  const callSessionId = randomUUID();
  const OURS = { callSessionId: { eq: callSessionId } };

  beforeAll(async () => {
    const rows = Array.from({ length: 7 }, (_, index) => ({
      id: session().idFor('phoneCall'),
      name: `call ${index}`,
      callSessionId,
      outcome: index % 2 === 0 ? 'INTERESTED' : 'BUSY',
      talkSeconds: index === 6 ? null : index * 10,
      startedAt: `2026-01-0${index + 1}T10:00:00.000Z`,
    }));
    const { errors } = await session().create('phoneCall', rows);
    expect(errors).toEqual([]);
  });

  const list = async (variables: Record<string, unknown>) => {
    const { data, errors } = await session().send(LIST, variables);
    return {
      page: at(data, 'phoneCalls'),
      names: nodes(data, 'phoneCalls').map((node) => at(node, 'name')),
      errors,
    };
  };
  const count = async (filter: Record<string, unknown>) => {
    const { page, errors } = await list({ filter: { and: [OURS, filter] } });
    return errors[0] ?? at(page, 'totalCount');
  };

  test('pages follow one another by cursor and end', async () => {
    const order = { filter: OURS, orderBy: [{ startedAt: 'DescNullsLast' }], first: 3 };
    const seen: unknown[] = [];
    let after: unknown;
    for (let pages = 0; pages < 3; pages += 1) {
      const { page, names } = await list({ ...order, after });
      seen.push(...names);
      expect(at(page, 'totalCount')).toBe(7);
      expect(at(page, 'pageInfo', 'hasNextPage')).toBe(pages < 2);
      expect(at(page, 'pageInfo', 'hasPreviousPage')).toBe(pages > 0);
      after = at(page, 'pageInfo', 'endCursor');
    }
    expect(seen).toEqual(['call 6', 'call 5', 'call 4', 'call 3', 'call 2', 'call 1', 'call 0']);
  });

  test('a cursor is the base64 of what the list is ordered by', async () => {
    const { page } = await list({ filter: OURS, orderBy: [{ talkSeconds: 'AscNullsLast' }], first: 1 });
    const cursor = String(at(page, 'edges', 0, 'cursor'));
    expect(JSON.parse(Buffer.from(cursor, 'base64').toString())).toEqual({
      talkSeconds: 0,
      id: at(page, 'edges', 0, 'node', 'id'),
    });
  });

  test('a cursor of another order is refused', async () => {
    const { page } = await list({ filter: OURS, orderBy: [{ talkSeconds: 'AscNullsLast' }], first: 1 });
    const after = at(page, 'pageInfo', 'endCursor');
    const other = await list({ filter: OURS, orderBy: [{ startedAt: 'AscNullsFirst' }], first: 1, after });
    expect(other.errors[0]).toMatchObject({ subCode: 'INVALID_CURSOR' });
    const broken = await list({ filter: OURS, first: 1, after: 'garbage' });
    expect(broken.errors[0]).toMatchObject({ message: 'Invalid cursor: garbage', subCode: 'INVALID_CURSOR' });
  });

  test('the last ones before a cursor come in the list’s own order', async () => {
    const orderBy = [{ startedAt: 'AscNullsFirst' }];
    const { page } = await list({ filter: OURS, orderBy, first: 4 });
    const before = at(page, 'edges', 3, 'cursor');
    const { names, page: back } = await list({ filter: OURS, orderBy, last: 2, before });
    expect(names).toEqual(['call 1', 'call 2']);
    expect(at(back, 'pageInfo')).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  test('an offset skips', async () => {
    const { names } = await list({
      filter: OURS,
      orderBy: [{ startedAt: 'AscNullsFirst' }],
      first: 2,
      offset: 5,
    });
    expect(names).toEqual(['call 5', 'call 6']);
  });

  test('rows without a value go where the order says', async () => {
    const last = await list({ filter: OURS, orderBy: [{ talkSeconds: 'DescNullsLast' }] });
    expect(last.names.at(-1)).toBe('call 6');
    const first = await list({ filter: OURS, orderBy: [{ talkSeconds: 'DescNullsFirst' }] });
    expect(first.names[0]).toBe('call 6');
  });

  test('a negative page size and both ends at once are refused', async () => {
    expect((await list({ first: -1 })).errors[0]).toMatchObject({ subCode: 'INVALID_ARGS_FIRST' });
    expect((await list({ first: 1, last: 1 })).errors[0]).toMatchObject({ subCode: 'ARGS_CONFLICT' });
  });

  test('an order that does not exist is refused', async () => {
    expect((await list({ orderBy: [{ nope: 'AscNullsFirst' }] })).errors[0]).toMatchObject({
      subCode: 'FIELD_NOT_FOUND',
    });
  });

  test('filters find what they say', async () => {
    expect(await count({ outcome: { eq: 'BUSY' } })).toBe(3);
    expect(await count({ outcome: { in: ['BUSY', 'INTERESTED'] } })).toBe(7);
    expect(await count({ talkSeconds: { gt: 20 } })).toBe(3);
    expect(await count({ talkSeconds: { is: 'NULL' } })).toBe(1);
    expect(await count({ talkSeconds: { is: 'NOT_NULL' } })).toBe(6);
    expect(await count({ name: { like: 'Call%' } })).toBe(0);
    expect(await count({ name: { ilike: 'CALL%' } })).toBe(7);
    expect(await count({ name: { startsWith: 'call' } })).toBe(7);
    expect(await count({ name: { endsWith: '3' } })).toBe(1);
    expect(await count({ or: [{ name: { eq: 'call 1' } }, { name: { eq: 'call 2' } }] })).toBe(2);
    expect(await count({ or: [] })).toBe(7);
  });

  test('neither a comparison nor its opposite finds a row without a value', async () => {
    expect(await count({ talkSeconds: { neq: 10 } })).toBe(5);
    expect(await count({ not: { talkSeconds: { gt: 20 } } })).toBe(3);
  });

  test('a time span is two conditions, because a field takes one operator', async () => {
    const [from, to] = ['2026-01-02T00:00:00Z', '2026-01-04T00:00:00Z'];
    expect(await count({ and: [{ startedAt: { gte: from } }, { startedAt: { lt: to } }] })).toBe(2);
    expect(await count({ startedAt: { gte: from, lt: to } })).toMatchObject({
      message: 'Filter for field "startedAt" must have exactly one operator',
      subCode: 'INVALID_ARGS_FILTER',
    });
  });

  test('filters that make no sense are refused', async () => {
    const refused = { code: 'BAD_USER_INPUT', subCode: 'INVALID_ARGS_FILTER' };
    expect(await count({ nope: { eq: 'x' } })).toMatchObject(refused);
    expect(await count({ name: { contains: 'x' } })).toMatchObject(refused);
    expect(await count({ startedAt: { gt: 'yesterday' } })).toMatchObject(refused);
    expect(await count({ personId: { eq: 'nope' } })).toMatchObject(refused);
    expect(await count({ id: { in: [] } })).toMatchObject({
      message: 'Invalid filter value for field id. Expected non-empty array',
      subCode: 'INVALID_QUERY_INPUT',
    });
    expect(await count({ outcome: { eq: 'SIDEWAYS' } })).toMatchObject({
      message: expect.stringContaining('invalid input value for enum'),
      subCode: null,
    });
  });

  test('totals are over all that the filter finds, not over the page', async () => {
    const { page } = await list({ filter: OURS, first: 1 });
    expect(at(page, 'sumTalkSeconds')).toBe(150);
  });

  test('deleted rows show only when the filter names deletedAt', async () => {
    const id = session().idFor('phoneCall');
    await session().create('phoneCall', [{ id, name: 'gone' }]);
    await session().send('mutation ($id: UUID!) { deletePhoneCall(id: $id) { id } }', { id });
    const plain = await list({ filter: { id: { eq: id } } });
    expect(plain.names).toEqual([]);
    const either = { or: [{ deletedAt: { is: 'NULL' } }, { deletedAt: { is: 'NOT_NULL' } }] };
    const shown = await list({ filter: { id: { in: [id] }, ...either } });
    expect(shown.names).toEqual(['gone']);
  });
});
