import { expect, test } from 'vitest';
import { at, TEST_APP, TEST_KEY, testSandbox } from '../testing/test-sandbox.ts';

test('what the sandbox cannot do fails loudly, so that it is not taken for Twenty’s answer', async () => {
  const sandbox = testSandbox();
  for (const query of [
    '{ attachments { totalCount } }',
    '{ peopleGroupBy(groupBy: [{ jobTitle: true }]) { totalCount } }',
    'mutation { mergePeople(ids: []) { id } }',
    '{ people(orderBy: [{ company: { name: AscNullsFirst } }]) { totalCount } }',
  ]) {
    const answer = await sandbox.graphql(query);
    expect(answer.status, query).toBe(501);
    expect(at(answer, 'errors', 0, 'extensions', 'code')).toBe('SANDBOX_NOT_BUILT');
  }
  expect((await sandbox.metadata('{ billingPlans { id } }')).status).toBe(501);
});

test('without the app its objects do not exist', async () => {
  const sandbox = testSandbox({}, { manifest: null });
  const answer = await sandbox.graphql('{ phoneCalls { totalCount } }');
  expect(at(answer, 'errors', 0, 'message')).toBe('Cannot query field "phoneCalls" on type "Query".');
  const type = await sandbox.graphql('{ __type(name: "PhoneCall") { name } }');
  expect(at(type, 'data', '__type')).toBeNull();
});

test('introspection goes alone and needs a token', async () => {
  const sandbox = testSandbox();
  const mixed = await sandbox.graphql('{ __typename notes { totalCount } }');
  expect(at(mixed, 'errors', 0, 'message')).toContain('cannot be executed as a single request');
  const nobody = await sandbox.graphql('{ __type(name: "Note") { name } }', {}, null);
  expect(at(nobody, 'errors', 0, 'message')).toContain('introspection has been disabled');
  const inputs = await sandbox.graphql('{ __type(name: "PhoneCallCreateInput") { inputFields { name } } }');
  expect(at(inputs, 'data', '__type', 'inputFields')).toContainEqual({ name: 'personId' });
});

test('more than twenty root fields are refused', async () => {
  const roots = Array.from({ length: 21 }, (_, index) => `a${index}: notes { totalCount }`);
  const answer = await testSandbox().graphql(`{ ${roots.join(' ')} }`);
  expect(at(answer, 'errors', 0, 'message')).toBe(
    'Query too complex - Too many root resolvers requested: 21 - Maximum allowed root resolvers: 20',
  );
});

test('fragments, aliases, variables and their defaults are understood', async () => {
  const answer = await testSandbox().graphql(
    `query ($first: Int = 1, $with: Boolean!) { all: people(first: $first) { ...Page } }
     fragment Page on PersonConnection { total: totalCount pageInfo @include(if: $with) { hasNextPage } ... on PersonConnection { edges { cursor } } }`,
    { with: false },
  );
  expect(at(answer, 'data')).toEqual({ all: { total: 0, edges: [] } });
});

test('each root field costs a token, each person none', async () => {
  const sandbox = testSandbox({ isBudgetOn: true });
  const document = '{ notes { totalCount } people { totalCount } }';
  for (let request = 0; request < 50; request += 1) {
    expect((await sandbox.graphql(document)).errors).toBeUndefined();
  }
  const refused = await sandbox.graphql(document);
  expect(refused.status).toBe(200);
  expect(refused.data).toEqual({ notes: null, people: null });
  const stats = await (await sandbox.app.request('/sandbox/stats')).json();
  expect(stats).toMatchObject({ documents: 51, rootFields: 102, throttled: 2 });
  const app = await sandbox.form('/oauth/token', { grant_type: 'client_credentials', ...TEST_APP });
  const asApp = await sandbox.graphql('{ notes { totalCount } }', {}, String(app.body.access_token));
  expect(asApp.errors).toBeUndefined();
});

test('a faster clock refills the budget faster', async () => {
  const sandbox = testSandbox({ isBudgetOn: true, clockSpeed: 100 });
  for (let request = 0; request < 100; request += 1) await sandbox.graphql('{ notes { totalCount } }');
  expect((await sandbox.graphql('{ notes { totalCount } }')).errors).toBeDefined();
  sandbox.pass(6);
  expect((await sandbox.graphql('{ notes { totalCount } }')).errors).toBeUndefined();
});

test('a body that is no document is answered, not crashed on', async () => {
  const { app } = testSandbox();
  for (const body of ['', 'nonsense', '[]', '{"query":5}']) {
    const answer = await app.request('/graphql', {
      method: 'POST',
      headers: { authorization: `Bearer ${TEST_KEY}` },
      body,
    });
    expect(await answer.json()).toMatchObject({ errors: [{ message: 'Syntax Error: Unexpected <EOF>.' }] });
  }
});

test('people are found by the beginning of any word, a number or an e-mail', async () => {
  const sandbox = testSandbox();
  await sandbox.graphql(
    'mutation { createPerson(data: { name: { firstName: "Zoë", lastName: "Mbeki" }, emails: { primaryEmail: "zoe@x.example" }, phones: { primaryPhoneNumber: "+12025550101" } }) { id } }',
  );
  const search = async (input: string) =>
    at(
      await sandbox.graphql(
        'query ($input: String!) { search(searchInput: $input, includedObjectNameSingulars: ["person"]) { edges { node { label } } } }',
        { input },
      ),
      'data',
      'search',
      'edges',
    );
  for (const input of ['mbe zo', 'zoe@x', '2025550101', '+12025550101']) {
    expect(await search(input), input).toEqual([{ node: { label: 'Zoë Mbeki' } }]);
  }
  expect(await search('mbeki nobody')).toEqual([]);
});
