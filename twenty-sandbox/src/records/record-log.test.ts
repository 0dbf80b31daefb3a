import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, testSandbox } from '../testing/test-sandbox.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ID = '6953d2ca-b5c4-4cbb-b99f-262b8e6a6fb2';
const count = async (sandbox: ReturnType<typeof testSandbox>) =>
  at(await sandbox.graphql('{ notes { totalCount } }'), 'data', 'notes', 'totalCount');

test('what was written is there after a restart, and what was destroyed is not', async () => {
  const first = testSandbox({}, { dataDir: folder });
  await first.graphql(
    `mutation { createNotes(data: [{ id: "${ID}", title: "Kept" }, { title: "Gone" }]) { id } }`,
  );
  await first.graphql('mutation { destroyNotes(filter: { title: { eq: "Gone" } }) { id } }');

  const second = testSandbox({}, { dataDir: folder });
  expect(
    at(await second.graphql(`{ note(filter: { id: { eq: "${ID}" } }) { title } }`), 'data', 'note', 'title'),
  ).toBe('Kept');
  expect(await count(second)).toBe(1);
});

test('a line that a kill cut short was never answered and is left out', async () => {
  const first = testSandbox({}, { dataDir: folder });
  await first.graphql('mutation { createNote(data: { title: "Whole" }) { id } }');
  appendFileSync(join(folder, 'records.ndjson'), '{"op":"put","object":"note","row":{"id":"x","ti');
  expect(await count(testSandbox({}, { dataDir: folder }))).toBe(1);
});

test('a restart writes the file anew, so that it holds each record once', async () => {
  const first = testSandbox({}, { dataDir: folder });
  for (const title of ['a', 'b', 'c']) {
    await first.graphql(
      `mutation { createNote(data: { id: "${ID}", title: "${title}" }, upsert: true) { id } }`,
    );
  }
  testSandbox({}, { dataDir: folder });
  const lines = readFileSync(join(folder, 'records.ndjson'), 'utf8').split('\n');
  expect(lines.filter((line) => line.includes(ID))).toHaveLength(1);
});

test('records of an app that is not applied at the moment wait until it is again', async () => {
  const first = testSandbox({}, { dataDir: folder });
  await first.graphql('mutation { createPhoneCall(data: { name: "A call" }) { id } }');
  testSandbox({}, { dataDir: folder, manifest: null });
  const again = testSandbox({}, { dataDir: folder });
  expect(at(await again.graphql('{ phoneCalls { totalCount } }'), 'data', 'phoneCalls', 'totalCount')).toBe(
    1,
  );
});

test('people are invented once, not at every start', async () => {
  testSandbox({ seed: 1 }, { dataDir: folder });
  const again = testSandbox({ seed: 2 }, { dataDir: folder });
  expect(at(await again.graphql('{ people { totalCount } }'), 'data', 'people', 'totalCount')).toBe(60);
});
