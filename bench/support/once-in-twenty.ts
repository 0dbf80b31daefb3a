import type { CallReport } from '@twenty-dialer/contract';
import { readSandbox } from '../../sync-worker/faults/sandbox-records.ts';
import { recordsInTwenty } from './waiting-calls.ts';

/** @throws Error when a call is missing in the sandbox or there twice, or its note or a link is */
export const checkOnceInSandbox = async (
  sandboxUrl: string,
  reports: readonly CallReport[],
): Promise<void> => {
  const { calls, notes, targets } = await readSandbox(sandboxUrl);
  const rowsOfCall = countBy(calls, ({ callId }) => callId);
  const noteIds = new Set(notes.map(({ id }) => id));
  const targetIds = new Set(targets.map(({ id }) => id));
  const linksOfNote = countBy(targets, ({ noteId }) => noteId);
  const wrong = reports.filter((report) => {
    const { note, noteTarget } = recordsInTwenty(report);
    return !(
      rowsOfCall.get(report.callId) === 1 &&
      note.every((id) => noteIds.has(id) && linksOfNote.get(id) === noteTarget.length) &&
      noteTarget.every((id) => targetIds.has(id))
    );
  });
  if (wrong.length > 0) {
    throw new Error(`${wrong.length} of ${reports.length} calls are not in Twenty exactly once.`);
  }
};

const countBy = <Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): ReadonlyMap<Key, number> => {
  const counts = new Map<Key, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
};
