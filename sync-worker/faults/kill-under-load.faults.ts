import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PersonId } from '@twenty-dialer/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteSlot, phoneCallSlot, recordIdOf } from '../src/outbox/slot.ts';
import { startPostgres } from '../src/testing/postgres.ts';
import { type ProductProcess, startProduct } from '../src/testing/product-process.ts';
import { signInAt } from '../src/testing/sign-in.ts';
import { until } from '../src/testing/until.ts';
import { type PlacedCall, startLoad } from './call-load.ts';
import { freePort } from './free-port.ts';
import { readPeopleIds, readSandbox, type SandboxRecords } from './sandbox-records.ts';

const KILLS = Number(process.env.FAULT_KILLS ?? 30);
const LONGEST_LIFE_MS = 2_000;
/** A demo rep of the sandbox's seed. */
const REP = '5a1d7c8e-30b4-4f6a-9c51-2f8f6f0a7b11';
const APP = { id: 'fault-tests', secret: 'fault-tests-secret' };

let folder: string;
let postgres: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twenty-dialer-faults-'));
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['PGlite', 'Postgres'] as const)('on %s', (kind) => {
  test(`a worker that is killed with -9 ${KILLS} times under load loses no accepted call and doubles none`, async () => {
    const sandbox = await startSandbox(kind);
    const settings = await workerSettings(kind, sandbox.url);
    let worker = await startProduct('worker', settings);
    try {
      const load = startLoad({
        workerUrl: worker.url,
        memberId: REP,
        cookie: await signInAt(worker.url, REP),
        people: (await readPeopleIds(sandbox.url)).map((id) => PersonId.parse(id)),
        callers: 8,
      });
      for (let kill = 0; kill < KILLS; kill += 1) {
        await pause(Math.random() * LONGEST_LIFE_MS);
        await worker.stop('SIGKILL');
        worker = await startProduct('worker', settings);
      }
      await load.stop();
      expect(load.placed.every((call) => call.acceptedRevision === call.last.revision)).toBe(true);
      const records = await everythingDelivered(sandbox.url, load.placed);
      console.log(
        `${kind}: ${KILLS} kills, ${load.placed.length} calls accepted, ${presentOf(records, load.placed).length} in Twenty`,
      );
      expectExactlyOnce(records, load.placed);
    } finally {
      await worker.stop();
      await sandbox.stop();
    }
  });
});

const startSandbox = (kind: string): Promise<ProductProcess> =>
  startProduct('sandbox', {
    SANDBOX_PORT: '0',
    SANDBOX_DATA_DIR: join(folder, `sandbox-${kind}`),
    SANDBOX_APP_CLIENT_ID: APP.id,
    SANDBOX_APP_CLIENT_SECRET: APP.secret,
  });

const workerSettings = async (kind: 'PGlite' | 'Postgres', twentyUrl: string) => ({
  DIALER_PORT: String(await freePort()),
  DIALER_DATA_DIR: join(folder, `worker-${kind}`),
  DIALER_LOG_LEVEL: 'error',
  TWENTY_API_URL: twentyUrl,
  TWENTY_APP_CLIENT_ID: APP.id,
  TWENTY_APP_CLIENT_SECRET: APP.secret,
  ...(kind === 'Postgres' ? { DATABASE_URL: await postgres.createDatabase() } : {}),
});

/** A killed worker's leases have to run out, and the budget of a minute may be spent: that is what the patience is for. */
const everythingDelivered = (sandboxUrl: string, placed: readonly PlacedCall[]): Promise<SandboxRecords> =>
  until(
    'every accepted call is in Twenty with its note and both links',
    async () => {
      const records = await readSandbox(sandboxUrl);
      const isThere = presentOf(records, placed).length >= placed.length;
      const links = linksOf(records, placed);
      return isThere && links.length >= 2 * placed.length ? records : undefined;
    },
    { timeoutMs: 300_000, everyMs: 1_000 },
  );

const presentOf = (records: SandboxRecords, placed: readonly PlacedCall[]) => {
  const ids = new Set(placed.map(({ last }) => last.callId as string));
  return records.calls.filter((call) => ids.has(call.callId) && call.outcome === 'INTERESTED');
};

const linksOf = (records: SandboxRecords, placed: readonly PlacedCall[]) => {
  const notes = new Set(placed.map(({ last }) => recordIdOf(noteSlot(last.callId))));
  return records.targets.filter((target) => target.noteId !== null && notes.has(target.noteId));
};

const expectExactlyOnce = (records: SandboxRecords, placed: readonly PlacedCall[]): void => {
  const callRows = countBy(records.calls, (call) => call.callId);
  const noteBodies = new Map(records.notes.map((note) => [note.id, note.bodyV2?.markdown ?? '']));
  const links = groupBy(linksOf(records, placed), (target) => target.noteId);
  for (const { last } of placed) {
    const noteId = recordIdOf(noteSlot(last.callId));
    expect(callRows.get(last.callId), `rows of call ${last.callId}`).toBe(1);
    expect(noteBodies.get(noteId), 'the note holds what the rep typed').toContain(last.note);
    const targets = links.get(noteId) ?? [];
    expect(targets.map((target) => target.targetPersonId ?? target.targetPhoneCallId).sort()).toEqual(
      [last.personId, recordIdOf(phoneCallSlot(last.callId))].sort(),
    );
  }
};

const countBy = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
};

const groupBy = <Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> => {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
};
