import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { serveSandbox } from '../serve.ts';
import { at, TEST_APP, TEST_KEY, testSandbox } from '../testing/test-sandbox.ts';

const CREATE = 'mutation ($data: [NoteCreateInput!]!) { createNotes(data: $data, upsert: true) { id } }';
const ID = '6953d2ca-b5c4-4cbb-b99f-262b8e6a6fb2';
const notes = async (sandbox: ReturnType<typeof testSandbox>) =>
  (await sandbox.app.request('/sandbox/records/note')).json();

test('a fault strikes as often as asked and is then gone', async () => {
  const sandbox = testSandbox();
  await sandbox.post('/sandbox/faults', { kind: 'server-error', times: 2 });
  const statuses = [];
  for (let request = 0; request < 3; request += 1) {
    statuses.push((await sandbox.graphql('{ notes { totalCount } }')).status);
  }
  expect(statuses).toEqual([503, 503, 200]);
});

test('an outage takes sign-in along, and ends when it is lifted', async () => {
  const sandbox = testSandbox();
  await sandbox.post('/sandbox/faults', { kind: 'server-error' });
  const token = () => sandbox.form('/oauth/token', { grant_type: 'client_credentials', ...TEST_APP });
  expect((await token()).status).toBe(503);
  expect((await sandbox.metadata('{ currentWorkspace { id } }')).status).toBe(503);
  await sandbox.app.request('/sandbox/faults', { method: 'DELETE' });
  expect((await token()).status).toBe(200);
});

test('a fault may be tied to one root field', async () => {
  const sandbox = testSandbox();
  await sandbox.post('/sandbox/faults', { kind: 'server-error', operation: 'createNotes' });
  expect((await sandbox.graphql('{ notes { totalCount } }')).status).toBe(200);
  expect((await sandbox.graphql(CREATE, { data: [] })).status).toBe(503);
});

test('a throttled document is refused before anything is written', async () => {
  const sandbox = testSandbox();
  await sandbox.post('/sandbox/faults', { kind: 'throttled', times: 1 });
  const answer = await sandbox.graphql(CREATE, { data: [{ id: ID }] });
  expect(answer.status).toBe(200);
  expect(at(answer, 'errors', 0, 'extensions', 'subCode')).toBe('LIMIT_REACHED');
  expect(await notes(sandbox)).toMatchObject({ count: 0 });
});

test('a lost answer was written all the same', async () => {
  const sandbox = testSandbox();
  await sandbox.post('/sandbox/faults', { kind: 'lost-answer', times: 1 });
  expect((await sandbox.graphql(CREATE, { data: [{ id: ID }] })).status).toBe(502);
  expect(await notes(sandbox)).toMatchObject({ count: 1, rows: [{ id: ID }] });
});

test('a cut connection ends without an answer', async () => {
  const sandbox = testSandbox();
  const served = await serveSandbox(sandbox, { port: 0, host: '127.0.0.1' });
  try {
    for (const kind of ['cut', 'lost-answer'] as const) {
      sandbox.faults.add({ kind, times: 1, isNamed: true });
      const request = fetch(`${served.url}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${TEST_KEY}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query: CREATE, variables: { data: [{ title: kind }] } }),
      });
      await expect(request).rejects.toThrowError('fetch failed');
    }
    expect(await notes(sandbox)).toMatchObject({ count: 1, rows: [{ title: 'lost-answer' }] });
  } finally {
    await served.stop();
  }
});

test('a poisoned row refuses its whole batch and names the value', async () => {
  const sandbox = testSandbox();
  const match = { objectName: 'note', field: 'title', value: 'POISON' };
  await sandbox.post('/sandbox/faults', { kind: 'poisoned', match });
  const answer = await sandbox.graphql(CREATE, { data: [{ id: ID }, { title: 'a POISON b' }] });
  expect(at(answer, 'errors', 0, 'message')).toBe('Invalid value "POISON" for field "title"');
  expect(await notes(sandbox)).toMatchObject({ count: 0 });
  expect(at(await sandbox.graphql(CREATE, { data: [{ id: ID }] }), 'data', 'createNotes')).toEqual([
    { id: ID },
  ]);
});

test('a poisoned row may be refused without a name, as a database does', async () => {
  const sandbox = testSandbox();
  const match = { objectName: 'note', field: 'title', value: 'POISON' };
  await sandbox.post('/sandbox/faults', { kind: 'poisoned', match, isNamed: false });
  const answer = await sandbox.graphql(CREATE, { data: [{ title: 'POISON' }] });
  expect(at(answer, 'errors', 0, 'message')).not.toContain('POISON');
});

test('a slow answer is waited for', async () => {
  const waited: number[] = [];
  const sandbox = testSandbox({}, { wait: async (ms) => void waited.push(ms) });
  await sandbox.post('/sandbox/faults', { kind: 'slow', ms: 1_234 });
  expect((await sandbox.graphql('{ notes { totalCount } }')).status).toBe(200);
  expect(waited).toEqual([1_234]);
});

test('chance decides where asked', async () => {
  const chances = [0.1, 0.9];
  const sandbox = testSandbox({}, { random: () => chances.shift() ?? 1 });
  await sandbox.post('/sandbox/faults', { kind: 'server-error', probability: 0.5 });
  expect((await sandbox.graphql('{ notes { totalCount } }')).status).toBe(503);
  expect((await sandbox.graphql('{ notes { totalCount } }')).status).toBe(200);
});

test('a fault that makes no sense is told so', async () => {
  const sandbox = testSandbox();
  for (const body of [{ kind: 'nonsense' }, { kind: 'poisoned' }, { kind: 'cut', nope: 1 }]) {
    expect((await sandbox.post('/sandbox/faults', body)).status).toBe(400);
  }
});

test('faults can be seen and taken back one by one', async () => {
  const sandbox = testSandbox();
  sandbox.faults.add({ kind: 'slow', isNamed: true });
  const one = sandbox.faults.add({ kind: 'server-error', isNamed: true });
  await sandbox.app.request(`/sandbox/faults/${one.id}`, { method: 'DELETE' });
  const list = await (await sandbox.app.request('/sandbox/faults')).json();
  expect(list).toMatchObject({ faults: [{ kind: 'slow', struck: 0 }] });
});

test('a port that is taken is told, not waited for', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(serveSandbox(testSandbox(), { port, host: '127.0.0.1' })).rejects.toThrowError('EADDRINUSE');
  server.close();
});
