import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { at, nodes } from './client.ts';
import { onEveryTwenty } from './session.ts';

const LIST = `query ($first: Int, $filter: PhoneCallFilterInput!, $orderBy: [PhoneCallOrderByInput]) {
  phoneCalls(first: $first, filter: $filter, orderBy: $orderBy) {
    totalCount
    edges { node { id callId name startedAt person { id name { firstName lastName } } member { id name { firstName lastName } } } }
  }
}`;
const NEWEST_FIRST = [{ startedAt: 'DescNullsLast' }, { callId: 'DescNullsLast' }];

// What the dialer's history relies on: paging by time and call id, without Twenty's own cursors.
onEveryTwenty('A history of calls', (session) => {
  const callSessionId = randomUUID();
  const OURS = { callSessionId: { eq: callSessionId } };
  const callIds = Array.from({ length: 4 }, () => randomUUID()).toSorted();
  const [NOON, EARLIER] = ['2026-03-01T12:00:00.000Z', '2026-03-01T11:00:00.000Z'];
  const byHand: string[] = [];

  beforeAll(async () => {
    byHand.push(session().idFor('phoneCall'), session().idFor('phoneCall'));
    const ofDialer = [
      { callId: callIds[0], name: 'Call to 50% Off_Ltd', startedAt: NOON, toNumber: '+12025550143' },
      { callId: callIds[1], name: 'Call to Ada', startedAt: NOON, outcome: 'BUSY' },
      { callId: callIds[2], name: 'Call from Ada', startedAt: EARLIER, fromNumber: '+12025550144' },
      { callId: callIds[3], name: 'Call to nobody', startedAt: null },
    ].map((row) => ({ ...row, id: session().idFor('phoneCall') }));
    const made = byHand.map((id) => ({ id, name: 'by hand', startedAt: NOON }));
    const rows = [...ofDialer, ...made].map((row) => ({ ...row, callSessionId }));
    const { errors } = await session().create('phoneCall', rows);
    expect(errors).toEqual([]);
  });

  const list = async (filter: Record<string, unknown>, first = 50) => {
    const variables = { filter: { and: [OURS, filter] }, first, orderBy: NEWEST_FIRST };
    const { data, errors } = await session().send(LIST, variables);
    expect(errors).toEqual([]);
    return { rows: nodes(data, 'phoneCalls'), total: at(data, 'phoneCalls', 'totalCount') };
  };
  const names = async (filter: Record<string, unknown>) =>
    (await list(filter)).rows.map((row) => at(row, 'name')).toSorted();

  test('is in order of time, then call id, then those without one by record id; a start that is missing comes last', async () => {
    const { rows, total } = await list({});
    expect(total).toBe(6);
    expect(rows.map((row) => at(row, 'callId') || at(row, 'id'))).toEqual([
      callIds[1],
      callIds[0],
      ...byHand.toSorted(),
      callIds[2],
      callIds[3],
    ]);
  });

  test('goes on behind any place in that order', async () => {
    const behind = async (further: Record<string, unknown>) => {
      const and = [
        { startedAt: { is: 'NOT_NULL' } },
        { startedAt: { lte: NOON } },
        { or: [{ startedAt: { lt: NOON } }, further] },
      ];
      return (await list({ and })).rows.map((row) => at(row, 'callId') || at(row, 'id'));
    };
    const [first, second] = byHand.toSorted();
    const behindCall = { or: [{ callId: { lt: callIds[1] } }, { callId: { is: 'NULL' } }] };
    expect(await behind(behindCall)).toEqual([callIds[0], first, second, callIds[2]]);
    const behindRecord = { and: [{ callId: { is: 'NULL' } }, { id: { gt: first } }] };
    expect(await behind(behindRecord)).toEqual([second, callIds[2]]);
  });

  test('a backslash makes a wildcard a letter like any other', async () => {
    expect(await names({ name: { ilike: '%50\\%%' } })).toEqual(['Call to 50% Off_Ltd']);
    expect(await names({ name: { ilike: '%off\\_ltd%' } })).toEqual(['Call to 50% Off_Ltd']);
    expect(await names({ name: { ilike: '%a\\_a%' } })).toEqual([]);
    expect(await names({ name: { ilike: '%\\\\%' } })).toEqual([]);
  });

  test('words and digits are looked for in one go', async () => {
    const digits = [{ toNumber: { like: '%555014%' } }, { fromNumber: { like: '%555014%' } }];
    expect(await names({ or: digits })).toEqual(['Call from Ada', 'Call to 50% Off_Ltd']);
    expect(await names({ or: [{ and: [{ name: { ilike: '%ADA%' } }, { or: digits }] }] })).toEqual([
      'Call from Ada',
    ]);
  });

  test('options and what has none are asked for together', async () => {
    const outcome = { or: [{ outcome: { in: ['BUSY'] } }, { outcome: { is: 'NULL' } }] };
    expect(await names({ and: [{ name: { ilike: 'call to ada' } }, outcome] })).toEqual(['Call to Ada']);
  });

  test('an option that is not there is named when it is refused', async () => {
    const variables = { filter: { outcome: { in: ['BUSY', 'SIDEWAYS'] } } };
    const { errors } = await session().send(LIST, variables);
    expect(errors[0]?.message).toMatch(/^invalid input value for enum [^:]*: "SIDEWAYS"$/);
  });

  test('a call brings its person and its member along, by name', async () => {
    const { data } = await session().send(
      '{ workspaceMembers(first: 1, orderBy: [{ name: { firstName: AscNullsLast } }, { name: { lastName: AscNullsLast } }]) { edges { node { id name { firstName lastName } userEmail } } } }',
    );
    const member = nodes(data, 'workspaceMembers')[0];
    const [personId, id] = [session().idFor('person'), session().idFor('phoneCall')];
    await session().create('person', [{ id: personId, name: { firstName: 'Ada', lastName: 'History' } }]);
    await session().create('phoneCall', [
      { id, personId, memberId: at(member, 'id'), callSessionId, startedAt: EARLIER },
    ]);
    const { rows } = await list({ id: { eq: id } });
    expect(rows[0]).toMatchObject({
      person: { id: personId, name: { firstName: 'Ada', lastName: 'History' } },
      member: { id: at(member, 'id'), name: at(member, 'name') },
    });
    expect((await list({ memberId: { in: [at(member, 'id')] } })).total).toBe(1);
  });

  test('the notes of a call come with its links, and a deleted one does not', async () => {
    const call = session().idFor('phoneCall');
    const [kept, deleted] = [session().idFor('note'), session().idFor('note')];
    await session().create('phoneCall', [{ id: call, name: 'with notes' }]);
    await session().create('note', [
      { id: kept, title: 'kept', bodyV2: { markdown: 'Kept.' } },
      { id: deleted, title: 'deleted', bodyV2: { markdown: 'Deleted.' } },
    ]);
    const link = (noteId: string) => ({
      id: session().idFor('noteTarget'),
      noteId,
      targetPhoneCallId: call,
    });
    await session().create('noteTarget', [link(kept), link(deleted)]);
    await session().send('mutation ($id: UUID!) { deleteNote(id: $id) { id } }', { id: deleted });
    const { data, errors } = await session().send(
      `query ($id: UUID!) { noteTargets(first: 200, filter: { targetPhoneCallId: { eq: $id } }) {
        edges { node { note { id title createdAt deletedAt bodyV2 { markdown } } } }
      } }`,
      { id: call },
    );
    expect(errors).toEqual([]);
    const notes = nodes(data, 'noteTargets').map((link) => at(link, 'note'));
    const living = notes.filter((note) => note !== null && at(note, 'deletedAt') === null);
    expect(living).toMatchObject([{ id: kept, title: 'kept', createdAt: expect.any(String) }]);
    expect(String(at(living[0], 'bodyV2', 'markdown')).trim()).toBe('Kept.');
  });
});
