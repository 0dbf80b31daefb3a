import {
  ALL_NOTES_MAX_CHARACTERS,
  type CallReport,
  FURTHER_NOTES_MAX,
  FurtherNote,
} from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Query } from './database.ts';
import { toJsonText } from './json.ts';

/** A further note that the store has, and the lowest revision of the call that carried it. */
export const HeldNote = z.object({ revision: z.number(), note: FurtherNote });
export type HeldNote = z.infer<typeof HeldNote>;

/** A call's notes as `HeldNote`s, for a statement in which the call is named `call`. */
export const SELECT_HELD_NOTES = `
  coalesce((select jsonb_agg(jsonb_build_object('revision', n.revision, 'note', n.note))
    from call_note n where n.call_id = call.id), '[]')`;

export interface FittingNotes {
  readonly kind: 'fit';
  /** Whether one of them was not known. */
  readonly areNews: boolean;
  /** New ones, and known ones that an older report turns out to have carried. */
  readonly toKeep: readonly FurtherNote[];
  /** All notes of the call, once they are kept. */
  readonly union: readonly FurtherNote[];
}
/** `conflict`: a known note comes with other words, and which ones are right only a person can say. */
type NoteComparison = FittingNotes | { readonly kind: 'conflict' };

/** What of a report's notes is new to the store. A note never changes, so the same id must mean the same note. */
export const compareNotes = (report: CallReport, held: readonly HeldNote[]): NoteComparison => {
  const heldById = new Map(held.map((each) => [each.note.noteId, each]));
  const news: FurtherNote[] = [];
  const older: FurtherNote[] = [];
  for (const note of report.furtherNotes) {
    const known = heldById.get(note.noteId);
    if (known === undefined) news.push(note);
    else if (!isSameNote(known.note, note)) return { kind: 'conflict' };
    else if (known.revision > report.revision) older.push(note);
  }
  const union = [...held.map(({ note }) => note), ...news];
  return { kind: 'fit', areNews: news.length > 0, toKeep: [...news, ...older], union };
};

const isSameNote = (a: FurtherNote, b: FurtherNote): boolean =>
  a.text === b.text && Date.parse(a.writtenAt) === Date.parse(b.writtenAt);

/** Whether a call with this wrap-up note and these further ones is still one that a report can hold. */
export const fitsIntoReport = (note: string, furtherNotes: readonly FurtherNote[]): boolean =>
  furtherNotes.length <= FURTHER_NOTES_MAX &&
  furtherNotes.reduce((sum, { text }) => sum + text.length, note.length) <= ALL_NOTES_MAX_CHARACTERS;

/** Adds notes to a call whose row the caller has locked. */
export const keepNotes = async (
  query: Query,
  { callId, revision }: CallReport,
  notes: readonly FurtherNote[],
): Promise<void> => {
  if (notes.length === 0) return;
  await query(
    `insert into call_note as held (call_id, note_id, revision, note, written_at)
     select $1, (note ->> 'noteId')::uuid, $2, note, (note ->> 'writtenAt')::timestamptz
     from jsonb_array_elements($3::text::jsonb) as note
     on conflict (workspace_id, call_id, note_id) do update set revision = excluded.revision
     where excluded.revision < held.revision`,
    [callId, revision, toJsonText(notes)],
  );
};
