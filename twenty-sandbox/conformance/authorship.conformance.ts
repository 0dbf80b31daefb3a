import { expect, test } from 'vitest';
import { at, nodes } from './client.ts';
import { needsApp, needsPerson, onEveryTwenty } from './session.ts';

const FIELDS = 'createdBy { source name workspaceMemberId } updatedBy { source }';

onEveryTwenty('Authorship', (session) => {
  test('a call is shown as made by its rep, although the dialer’s key delivers it', async () => {
    const { data: members } = await session().send(
      '{ workspaceMembers(first: 1) { edges { node { id } } } }',
    );
    const workspaceMemberId = at(nodes(members, 'workspaceMembers')[0], 'id');
    const createdBy = { source: 'MANUAL', name: 'Rep Name', workspaceMemberId };
    const { data } = await session().create('phoneCall', [{ id: session().idFor('phoneCall'), createdBy }], {
      fields: FIELDS,
      as: 'api-key',
    });
    expect(at(data, 'createPhoneCalls', 0)).toEqual({ createdBy, updatedBy: { source: 'API' } });
  });

  test('without an author the key is the author', async () => {
    const { data } = await session().create('phoneCall', [{ id: session().idFor('phoneCall') }], {
      fields: FIELDS,
      as: 'api-key',
    });
    expect(at(data, 'createPhoneCalls', 0)).toMatchObject({
      createdBy: { source: 'API', workspaceMemberId: null },
      updatedBy: { source: 'API' },
    });
  });

  test('the time of making may be in the past', async () => {
    const createdAt = '2024-01-02T03:04:05.000Z';
    const { data } = await session().create('note', [{ id: session().idFor('note'), createdAt }], {
      fields: 'createdAt',
    });
    expect(at(data, 'createNotes', 0, 'createdAt')).toBe(createdAt);
  });
});

onEveryTwenty(
  'Authorship of a person',
  (session) => {
    test('what a person writes is theirs', async () => {
      const { data } = await session().create('note', [{ id: session().idFor('note') }], {
        fields: FIELDS,
        as: 'person',
      });
      expect(at(data, 'createNotes', 0)).toMatchObject({
        createdBy: { source: 'MANUAL', workspaceMemberId: expect.any(String) },
        updatedBy: { source: 'MANUAL' },
      });
    });
  },
  needsPerson,
);

onEveryTwenty(
  'Authorship of the app',
  (session) => {
    test('what the app changes is marked as the app’s, so that people’s edits can be told from it', async () => {
      const { data } = await session().create('note', [{ id: session().idFor('note') }], {
        fields: FIELDS,
        as: 'app',
      });
      expect(at(data, 'createNotes', 0)).toMatchObject({
        createdBy: { source: 'APPLICATION' },
        updatedBy: { source: 'APPLICATION' },
      });
    });
  },
  needsApp,
);
