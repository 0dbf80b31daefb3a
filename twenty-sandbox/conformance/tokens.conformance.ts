import { expect, test } from 'vitest';
import { at } from './client.ts';
import { needsApp, needsPerson, onEveryTwenty } from './session.ts';

const NOTES = '{ notes(first: 0) { totalCount } }';
const ME =
  '{ currentUser { id email workspaceMember { id name { firstName lastName } userEmail roles { id label canUpdateAllSettings } } currentUserWorkspace { permissionFlags } currentWorkspace { id displayName } } }';

onEveryTwenty('Tokens', (session) => {
  test('a token that means nothing is told with HTTP 200', async () => {
    for (const at of ['graphql', 'metadata'] as const) {
      const { status, errors } = await session().send(NOTES, {}, { token: 'garbage' }, at);
      expect(status).toBe(200);
      expect(errors[0]).toMatchObject({
        message: 'Token invalid.',
        code: 'UNAUTHENTICATED',
        subCode: 'UNAUTHENTICATED',
      });
    }
  });

  test('without a token the workspace’s fields do not exist', async () => {
    const { errors } = await session().send(NOTES, {}, 'nobody');
    expect(errors[0]).toMatchObject({ message: 'Cannot query field "notes" on type "Query".', code: null });
  });

  test('an API key knows its workspace and is nobody', async () => {
    const workspace = await session().send(
      '{ currentWorkspace { id displayName } }',
      {},
      'api-key',
      'metadata',
    );
    expect(at(workspace.data, 'currentWorkspace')).toEqual({
      id: expect.any(String),
      displayName: expect.any(String),
    });
    const user = await session().send('{ currentUser { id } }', {}, 'api-key', 'metadata');
    expect(user.errors[0]).toMatchObject({ message: 'Forbidden resource', code: 'FORBIDDEN' });
  });
});

onEveryTwenty(
  'A person’s token',
  (session, target) => {
    test('says who the person is, in Twenty’s own words', async () => {
      const { data, errors } = await session().send(ME, {}, 'person', 'metadata');
      expect(errors).toEqual([]);
      expect(at(data, 'currentUser')).toMatchObject({
        email: target.person?.email,
        workspaceMember: {
          id: expect.any(String),
          name: { firstName: expect.any(String), lastName: expect.any(String) },
          userEmail: target.person?.email,
          roles: [{ label: expect.any(String), canUpdateAllSettings: expect.any(Boolean) }],
        },
        currentUserWorkspace: { permissionFlags: expect.any(Array) },
        currentWorkspace: { id: expect.any(String) },
      });
    });

    test('is the member whose id calls carry', async () => {
      const { data } = await session().send(ME, {}, 'person', 'metadata');
      const id = at(data, 'currentUser', 'workspaceMember', 'id');
      const found = await session().send(
        'query ($id: UUID) { workspaceMembers(filter: { id: { eq: $id } }) { edges { node { userEmail timeZone } } } }',
        { id },
      );
      expect(at(found.data, 'workspaceMembers', 'edges', 0, 'node')).toEqual({
        userEmail: target.person?.email,
        timeZone: expect.any(String),
      });
    });
  },
  needsPerson,
);

onEveryTwenty(
  'The app’s own token',
  (session) => {
    const writes = [
      ['phoneCall', {}],
      ['note', {}],
      ['noteTarget', {}],
      ['repProgression', {}],
    ] as const;
    test.each(writes)('may write %s records', async (object, row) => {
      const { errors } = await session().create(object, [{ id: session().idFor(object), ...row }], {
        upsert: true,
        as: 'app',
      });
      expect(errors).toEqual([]);
    });

    test('may read people and members, and see which of them exist', async () => {
      const { errors } = await session().send(
        '{ people(first: 1) { edges { node { id phones { primaryPhoneNumber } company { name } } } } workspaceMembers(first: 1) { edges { node { id } } } }',
        {},
        'app',
      );
      expect(errors).toEqual([]);
    });

    test('is refused a whole query for one relation that its role may not see', async () => {
      const { data, errors } = await session().send(
        '{ workspaceMembers(first: 1) { edges { node { id assignedTasks { edges { node { id } } } } } } }',
        {},
        'app',
      );
      expect(at(data, 'workspaceMembers')).toBeNull();
      expect(errors[0]).toMatchObject({ code: 'FORBIDDEN', subCode: 'PERMISSION_DENIED' });
    });

    test('may not make companies or destroy calls', async () => {
      const denied = { code: 'FORBIDDEN', subCode: 'PERMISSION_DENIED' };
      const company = await session().create('company', [{ id: session().idFor('company') }], { as: 'app' });
      expect(company.errors[0]).toMatchObject(denied);
      const id = session().idFor('phoneCall');
      await session().create('phoneCall', [{ id }], { as: 'app' });
      const destroyed = await session().send(
        'mutation ($id: UUID!) { destroyPhoneCall(id: $id) { id } }',
        { id },
        'app',
      );
      expect(destroyed.errors[0]).toMatchObject(denied);
    });

    test('may ask which workspace it is in', async () => {
      const { data } = await session().send('{ currentWorkspace { id } }', {}, 'app', 'metadata');
      expect(at(data, 'currentWorkspace', 'id')).toBeTypeOf('string');
    });
  },
  needsApp,
);
