import { expect, test } from 'vitest';
import { at, testSandbox } from '../testing/test-sandbox.ts';

const html = async (sandbox: ReturnType<typeof testSandbox>, path: string) => {
  const response = await sandbox.app.request(path);
  return { status: response.status, text: await response.text(), headers: response.headers };
};

test('every page says that it is not Twenty', async () => {
  const sandbox = testSandbox({ seed: 1 });
  for (const path of [
    '/objects/people',
    '/objects/companies',
    '/objects/phoneCalls',
    '/objects/notes',
    '/objects/dailyCallStatsEntries',
    '/objects/callSessions',
    '/objects/doNotCallEntries',
    '/objects/syncLogEntries',
    '/objects/salesTeams',
  ]) {
    const { status, text } = await html(sandbox, path);
    expect(status).toBe(200);
    expect(text).toContain('Sandbox: a stand-in for Twenty with invented people');
  }
});

test('a call that was delivered is the first of the list, at an address like Twenty’s', async () => {
  const sandbox = testSandbox({ seed: 1 });
  const answer = await sandbox.graphql(
    'mutation { createPhoneCall(data: { name: "Just now", startedAt: "2026-03-04T15:00:00Z", outcome: MEETING_BOOKED }) { id } }',
  );
  const id = String(at(answer, 'data', 'createPhoneCall', 'id'));
  const { text } = await html(sandbox, '/objects/phoneCalls');
  expect(/href="(\/object\/phoneCall\/[^"]+)"/.exec(text)?.[1]).toBe(`/object/phoneCall/${id}`);
  expect(text).toContain('Meeting booked');
  expect((await html(sandbox, `/object/phoneCall/${id}`)).text).toContain('Just now');
});

test('a person’s page shows calls and notes, and offers to call', async () => {
  const sandbox = testSandbox();
  const person = await sandbox.graphql(
    'mutation { createPerson(data: { name: { firstName: "Pat", lastName: "Noted" }, phones: { primaryPhoneNumber: "+12025550123" } }) { id } }',
  );
  const personId = at(person, 'data', 'createPerson', 'id') ?? null;
  const made = await sandbox.graphql(
    'mutation ($personId: ID) { createPhoneCall(data: { name: "A call", personId: $personId }) { id } createNote(data: { title: "A note", bodyV2: { markdown: "**bold** words" } }) { id } }',
    { personId },
  );
  await sandbox.graphql(
    'mutation ($n: ID, $p: ID) { createNoteTarget(data: { noteId: $n, targetPersonId: $p }) { id } }',
    {
      n: at(made, 'data', 'createNote', 'id') ?? null,
      p: personId,
    },
  );
  const { text } = await html(sandbox, `/object/person/${personId}`);
  expect(text).toContain('A call');
  expect(text).toContain('**bold** words');
  expect(text).toContain(`http://localhost:4400/#dial=%2B12025550123&amp;person=${personId}`);
});

test('what people typed is shown as text and never run', async () => {
  const sandbox = testSandbox();
  const evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
  const answer = await sandbox.graphql(
    'mutation ($t: String, $b: RichTextCreateInput) { createNote(data: { title: $t, bodyV2: $b }) { id } }',
    { t: evil, b: { markdown: evil } },
  );
  const id = String(at(answer, 'data', 'createNote', 'id'));
  for (const path of ['/objects/notes', `/object/note/${id}`]) {
    const { text, headers } = await html(sandbox, path);
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
  }
});

test('long lists come in pages', async () => {
  const sandbox = testSandbox({ seed: 1 });
  const first = await html(sandbox, '/objects/people');
  expect(first.text).toContain('60 records');
  expect(first.text).toContain('1 to 50');
  expect((await html(sandbox, '/objects/people?page=2')).text).toContain('51 to 60');
  expect((await html(sandbox, '/objects/people?page=nonsense')).text).toContain('1 to 50');
});

test('what is not there is said so', async () => {
  const sandbox = testSandbox();
  for (const path of ['/objects/nopes', '/object/person/nope', '/object/nope/x']) {
    expect((await html(sandbox, path)).status).toBe(404);
  }
});

test('without the app there are no calls to list', async () => {
  const sandbox = testSandbox({ seed: 1 }, { manifest: null });
  expect((await html(sandbox, '/objects/people')).text).not.toContain('Phone calls');
  expect((await html(sandbox, '/objects/phoneCalls')).status).toBe(404);
});
