import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MemberId, PersonId, Problem, Readiness } from '@twenty-dialer/contract';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type PlacedCall, startLoad } from '../faults/call-load.ts';
import { freePort } from '../faults/free-port.ts';
import { readPeopleIds, readSandbox } from '../faults/sandbox-records.ts';
import { noteSlot, recordIdOf } from '../src/outbox/slot.ts';
import { type ProductProcess, startProduct } from '../src/testing/product-process.ts';
import { signInAt } from '../src/testing/sign-in.ts';
import { aReport, wrappedUp } from '../src/testing/store-fixtures.ts';
import { until } from '../src/testing/until.ts';
import { openSmallDisk } from './small-disk.ts';
import { superviseWorker } from './supervise-worker.ts';

const MB = 1024 * 1024;
const DISK_MB = 320;
const ROUNDS = 3;
/** A demo rep of the sandbox's seed. */
const REP = '5a1d7c8e-30b4-4f6a-9c51-2f8f6f0a7b11';
const APP = { id: 'fault-tests', secret: 'fault-tests-secret' };

let folder: string;
let sandbox: ProductProcess;
let disk: ReturnType<typeof openSmallDisk>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twenty-dialer-full-disk-'));
  sandbox = await startProduct('sandbox', {
    SANDBOX_PORT: '0',
    SANDBOX_DATA_DIR: folder,
    SANDBOX_APP_CLIENT_ID: APP.id,
    SANDBOX_APP_CLIENT_SECRET: APP.secret,
  });
});
afterAll(async () => {
  await sandbox.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  disk = openSmallDisk(DISK_MB);
});
afterEach(() => disk.close());

const settings = async (reserveMb: number) => ({
  DIALER_PORT: String(await freePort()),
  DIALER_DATA_DIR: disk.folder,
  DIALER_FREE_SPACE_MB: String(reserveMb),
  // It fills up as fast as it can.
  DIALER_REPORTS_PER_MINUTE: '99999999',
  DIALER_LOG_LEVEL: 'error',
  TWENTY_API_URL: sandbox.url,
  TWENTY_APP_CLIENT_ID: APP.id,
  TWENTY_APP_CLIENT_SECRET: APP.secret,
});

const reporter = async (workerUrl: string) => {
  const cookie = await signInAt(workerUrl, REP);
  return (report: unknown) =>
    fetch(`${workerUrl}/api/call-reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: workerUrl, cookie },
      body: JSON.stringify(report),
    });
};

const newReport = () => wrappedUp(aReport(MemberId.parse(REP), { line: 'manual' }));

const inTwenty = (callIds: readonly string[]) =>
  until(
    'the calls are in Twenty',
    async () => {
      const { calls } = await readSandbox(sandbox.url);
      const there = new Set(calls.map(({ callId }) => callId));
      return callIds.every((id) => there.has(id)) ? calls : undefined;
    },
    { timeoutMs: 120_000, everyMs: 500 },
  );

test('below the reserve reports are refused, what is here goes on to Twenty, and the same reports are taken when there is room', async () => {
  const worker = await startProduct('worker', await settings(64));
  try {
    const post = await reporter(worker.url);
    const [before, during] = [newReport(), newReport()];
    expect((await post(before)).status).toBe(202);
    disk.fill(32 * MB);
    const refused = await until('a report is refused', async () => {
      const answer = await post(during);
      return answer.status === 507 ? answer : undefined;
    });
    expect(Problem.parse(await refused.json()).remedy).toContain('calls stay on this computer');
    const readiness = await fetch(`${worker.url}/readyz`);
    expect(readiness.status).toBe(503);
    expect(Readiness.parse(await readiness.json())).toMatchObject({ store: 'up', room: 'none' });
    await inTwenty([before.callId]);
    disk.makeRoom();
    await until('the same report is taken', async () => (await post(during)).status === 202 || undefined);
    await inTwenty([before.callId, during.callId]);
  } finally {
    await worker.stop();
  }
});

test('a disk that is full to the last byte loses no accepted call, and the rest arrives when there is room', async () => {
  const worker = await superviseWorker(await settings(0));
  try {
    const people = (await readPeopleIds(sandbox.url)).map((id) => PersonId.parse(id));
    const cookie = await signInAt(worker.url, REP);
    const load = startLoad({
      origin: worker.url,
      workerUrls: [worker.url],
      reps: [{ memberId: REP, cookie }],
      people,
      callers: 4,
    });
    const callsBeyond = (count: number) =>
      until('calls are taken in', async () => acceptedOf(load.placed).length > count || undefined);
    await callsBeyond(20);
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = acceptedOf(load.placed).length;
      disk.fill(0);
      await until('nothing is taken in any more', () => standsStill(load.placed));
      disk.makeRoom();
      await callsBeyond(before + 20);
    }
    await load.stop();
    console.log(
      `${ROUNDS} times full: ${load.placed.length} calls accepted, the worker was started again ${worker.restarts()} times`,
    );
    await inTwenty(load.placed.map(({ last }) => last.callId));
    await expectExactlyOnce(load.placed);
  } finally {
    await worker.stop();
  }
});

const acceptedOf = (placed: readonly PlacedCall[]) =>
  placed.filter(({ last, acceptedRevision }) => acceptedRevision === last.revision);

/** Whether no report was accepted for so long that the disk must be the reason. */
const standsStill = async (placed: readonly PlacedCall[]): Promise<true | undefined> => {
  const sum = () => placed.reduce((total, { acceptedRevision }) => total + acceptedRevision, 0);
  const before = sum();
  await pause(2_000);
  return sum() === before || undefined;
};

const expectExactlyOnce = async (placed: readonly PlacedCall[]): Promise<void> => {
  const noteIds = placed.map(({ last }) => recordIdOf(noteSlot(last.callId)));
  const { calls, notes } = await until('every note is in Twenty', async () => {
    const records = await readSandbox(sandbox.url);
    const there = new Set(records.notes.map(({ id }) => id));
    return noteIds.every((id) => there.has(id)) ? records : undefined;
  });
  for (const { last } of placed) {
    const rows = calls.filter(({ callId }) => callId === last.callId);
    expect(rows, `rows of call ${last.callId}`).toMatchObject([{ outcome: 'INTERESTED' }]);
    const note = notes.find(({ id }) => id === recordIdOf(noteSlot(last.callId)));
    expect(note?.bodyV2?.markdown).toContain(last.note);
  }
};
