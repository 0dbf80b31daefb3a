import type { CallNote } from '@twenty-dialer/contract';
import { wordsOf } from '../outbox/note-of-call.ts';
import { furtherNoteSlot, noteSlot, recordIdOf } from '../outbox/slot.ts';
import { syncStateOf } from '../outbox/sync-state.ts';
import type { CallRecord } from '../store/call-port.ts';
import type { TwentyNote } from '../twenty/port.ts';

/**
 * The notes of a person's own call: theirs as they typed them, and what others wrote about it in Twenty. The wrap-up's is
 * first, then all others in the order they were written.
 */
export const notesOfOwn = (
  { report, entries }: CallRecord,
  { inTwenty, frontUrl }: { inTwenty: readonly TwentyNote[]; frontUrl: string },
): CallNote[] => {
  const noteIn = (slot: string, note: { id: string; text: string; writtenAt: string | null }): CallNote => {
    const entry = entries.find((one) => one.slot === slot);
    const recordId = entry?.twentyRecordId ?? null;
    return {
      ...note,
      id: recordId ?? note.id,
      state: syncStateOf(entry ? [entry] : []).state,
      twentyUrl: recordId && urlOf(recordId, frontUrl),
    };
  };
  const wrapUpSlot = noteSlot(report.callId);
  const wrapUp = { id: recordIdOf(wrapUpSlot), text: report.note, writtenAt: report.wrappedUpAt };
  const further = report.furtherNotes.map(({ noteId, text, writtenAt }) =>
    noteIn(furtherNoteSlot(report.callId, noteId), { id: noteId, text, writtenAt }),
  );
  const slots = [
    wrapUpSlot,
    ...report.furtherNotes.map(({ noteId }) => furtherNoteSlot(report.callId, noteId)),
  ];
  // Both ids: a note whose answer was lost is there under the one that we gave it.
  const ours = new Set(slots.map(recordIdOf).concat(entries.flatMap((entry) => entry.twentyRecordId ?? [])));
  const others = notesOfTwenty(
    inTwenty.filter(({ recordId }) => !ours.has(recordId)),
    { wrapUpNoteId: recordIdOf(wrapUpSlot), frontUrl },
  );
  return [
    ...(report.note.trim() === '' ? [] : [noteIn(wrapUpSlot, wrapUp)]),
    ...[...further, ...others].sort((a, b) => Date.parse(a.writtenAt ?? '') - Date.parse(b.writtenAt ?? '')),
  ];
};

/** The notes of a call as Twenty has them, in the same order. */
export const notesOfTwenty = (
  notes: readonly TwentyNote[],
  { wrapUpNoteId, frontUrl }: { wrapUpNoteId: string; frontUrl: string },
): CallNote[] => {
  const isLater = (note: TwentyNote) => Number(note.recordId !== wrapUpNoteId);
  return notes
    .filter(({ markdown }) => wordsOf(markdown).trim() !== '')
    .toSorted((a, b) => isLater(a) - isLater(b) || Date.parse(a.createdAt) - Date.parse(b.createdAt))
    .map(({ recordId, markdown, createdAt }) => ({
      id: recordId,
      text: wordsOf(markdown),
      writtenAt: createdAt,
      state: 'in-twenty',
      twentyUrl: urlOf(recordId, frontUrl),
    }));
};

const urlOf = (noteId: string, frontUrl: string): string => `${frontUrl}/object/note/${noteId}`;
