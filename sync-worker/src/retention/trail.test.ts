import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditEvent, MemberId, WorkspaceId } from '@twenty-dialer/contract';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { aReport } from '../testing/store-fixtures.ts';
import { openTestStore } from '../testing/test-store.ts';
import { keptTrail } from './trail.ts';

let store: Store;
let folder: string;
let workspaceId: WorkspaceId;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  workspaceId = WorkspaceId.parse(randomUUID());
  folder = await mkdtemp(join(tmpdir(), 'trail-'));
});
afterEach(() => rm(folder, { recursive: true }));

const aCall = () =>
  store.transaction(workspaceId, (tx) => tx.calls.accept(aReport(MemberId.parse(randomUUID()))));
const trail = () => store.transaction(workspaceId, (tx) => tx.audit.list({ after: null, limit: 100 }));
/** Everything is older than no time at all. */
const forget = (limit: number, archiveDir: string | null) =>
  keptTrail({ days: 0, archiveDir })[0]?.forget({ store, workspaceId }, limit);

test('old entries are on the disk before they are gone, for their owner’s eyes only', async () => {
  await aCall();
  await aCall();
  await aCall();
  const before = await trail();
  expect(await forget(2, folder)).toBe(2);
  expect(await trail()).toEqual(before.slice(0, 1));
  expect(await forget(2, folder)).toBe(1);
  const [name] = await readdir(folder);
  const file = join(folder, name ?? '');
  expect(name).toBe(`${workspaceId}-${new Date().toISOString().slice(0, 7)}.jsonl`);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  expect(lines.map((line) => AuditEvent.parse(JSON.parse(line)))).toEqual(before.toReversed());
});

test('an archive that cannot be written keeps every entry where it is', async () => {
  await aCall();
  const before = await trail();
  await expect(forget(10, '/dev/null/archive')).rejects.toThrow(/ENOTDIR/);
  expect(await trail()).toEqual(before);
});

test('without a number of days nothing is ever removed, and another workspace’s entries are left alone', async () => {
  expect(keptTrail({ days: null, archiveDir: folder })).toEqual([]);
  await aCall();
  const elsewhere = WorkspaceId.parse(randomUUID());
  await keptTrail({ days: 0, archiveDir: null })[0]?.forget({ store, workspaceId: elsewhere }, 10);
  expect(await trail()).toHaveLength(1);
});
