import type { CallReport } from '@twenty-dialer/contract';
import { z } from 'zod';
import { readSandbox, type TwentyRows } from '../../sync-worker/faults/sandbox-records.ts';
import { createLog } from '../../sync-worker/src/log/create-log.ts';
import { noteSlot, phoneCallSlot, recordIdOf } from '../../sync-worker/src/outbox/slot.ts';
import { APP_ROLE, SCHEMA } from '../../sync-worker/src/store/database.ts';
import { openStoreAndDatabase } from '../../sync-worker/src/store/open-store.ts';
import { until } from '../../sync-worker/src/testing/until.ts';
import type { StorePlace } from './worker.ts';

/** How many calls the sandbox has, deleted ones included. */
const countCalls = (sandboxUrl: string): Promise<number> => countOf(sandboxUrl, 'phoneCall');

const countOf = async (sandboxUrl: string, object: string): Promise<number> => {
  const answer = await fetch(`${sandboxUrl}/sandbox/records/${object}?limit=0`);
  return z.object({ count: z.number() }).parse(await answer.json()).count;
};

/** Counts of a sandbox before anything is sent there. */
export const countsOf = async (sandboxUrl: string) => ({
  calls: await countCalls(sandboxUrl),
  links: await countOf(sandboxUrl, 'noteTarget'),
});

/**
 * Waits until so many calls more than before are in the sandbox, with both links of their notes, which go last.
 * @throws Error when they do not come.
 */
export const untilDelivered = (
  sandboxUrl: string,
  { before, calls, timeoutMs = 900_000 }: { before: { links: number }; calls: number; timeoutMs?: number },
): Promise<true> =>
  until(
    `${calls} calls are in Twenty with their notes and links`,
    async () =>
      (await countOf(sandboxUrl, 'noteTarget')) - before.links >= 2 * calls ? (true as const) : undefined,
    { timeoutMs, everyMs: 250 },
  );

/**
 * Every call is in Twenty exactly once, with the note that was typed and both links.
 * @throws Error naming what is missing or double
 */
export const verifyArrived = async (sandboxUrl: string, sent: readonly CallReport[]): Promise<void> => {
  const records = await readSandbox(sandboxUrl);
  const calls = countBy(records.calls, (call) => call.callId);
  const notes = new Map(records.notes.map((note) => [note.id, note.bodyV2?.markdown ?? '']));
  const links = linksByNote(records);
  const wrong = sent.filter(({ callId, note, personId }) => {
    const noteId = recordIdOf(noteSlot(callId));
    const wanted = [recordIdOf(phoneCallSlot(callId)), personId].sort().join();
    return (
      calls.get(callId) !== 1 ||
      !notes.get(noteId)?.includes(note) ||
      links.get(noteId)?.sort().join() !== wanted
    );
  });
  if (wrong.length > 0) {
    throw new Error(
      `${wrong.length} of ${sent.length} calls are not in Twenty once and whole, for example ${wrong[0]?.callId}.`,
    );
  }
};

const linksByNote = ({ targets }: TwentyRows): Map<string, (string | null | undefined)[]> => {
  const links = new Map<string, (string | null | undefined)[]>();
  for (const { noteId, targetPersonId, targetPhoneCallId } of targets) {
    if (noteId === null) continue;
    links.set(noteId, [...(links.get(noteId) ?? []), targetPersonId ?? targetPhoneCallId]);
  }
  return links;
};

const countBy = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
};

/**
 * Every call that was accepted is in the store. The worker has to be stopped: an embedded store is nobody else's.
 * @throws Error naming what is missing
 */
export const verifyStored = async (place: StorePlace, sent: readonly CallReport[]): Promise<void> => {
  const { store, database } = await openStoreAndDatabase({ ...place, log: createLog('warn') });
  try {
    const held = new Set<string>();
    for (const { id } of await store.listWorkspaces()) {
      const settings = { role: APP_ROLE, 'dialer.workspace_id': id, search_path: SCHEMA };
      const rows = await database.transaction(settings, (query) => query('select id from call'));
      for (const row of Rows.parse(rows)) held.add(row.id);
    }
    const missing = sent.filter(({ callId }) => !held.has(callId));
    if (missing.length > 0) {
      throw new Error(`${missing.length} accepted calls are not in the store, as ${missing[0]?.callId}.`);
    }
  } finally {
    await store.close();
  }
};

const Rows = z.array(z.object({ id: z.string() }));
