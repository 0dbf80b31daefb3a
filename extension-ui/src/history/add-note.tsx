import {
  ALL_NOTES_MAX_CHARACTERS,
  type CallReport,
  FURTHER_NOTES_MAX,
  NOTE_MAX_CHARACTERS,
} from '@twenty-dialer/contract';
import { useId, useState } from 'react';
import { z } from 'zod';
import { useServices } from '../app/services.ts';
import { instantOf } from '../timers.ts';
import { SHORTCUTS } from '../ui/shortcuts.ts';
import { withFurtherNote } from './correction.ts';
import type { ShownCall } from './shown-call.ts';
import { useKeepReport } from './use-keep-report.ts';
import { useKept } from './use-kept.ts';

const Kept = z.object({ noteId: z.string(), text: z.string() });

/** One note more, at any time after the call. It never changes: a second thought is another note. */
export const AddNote = ({ shown, report }: { shown: ShownCall; report: CallReport }) => {
  const { timers } = useServices();
  const keepReport = useKeepReport();
  const [kept, keep] = useKept(`note:${report.callId}`, Kept);
  const [trouble, setTrouble] = useState<string | null>(null);
  const id = useId();
  const text = kept?.text ?? '';

  const save = async () => {
    // The id is kept with the text: pressed twice, or after a reload, it is still one note.
    const note = { noteId: kept?.noteId ?? crypto.randomUUID(), text, writtenAt: instantOf(timers.now()) };
    const next = withFurtherNote({ ...shown, report }, note);
    if (!next.success) setTrouble(troubleOf(text, report));
    else if (await keepReport(next.data)) {
      keep(null);
      setTrouble(null);
    } else setTrouble('This computer could not keep the note. It stays here; free some space and try again.');
  };

  return (
    <form
      className="call-page__part add-note"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label htmlFor={id}>Add a note</label>
      <textarea
        id={id}
        className="field add-note__field"
        value={text}
        aria-keyshortcuts="Control+Enter"
        aria-invalid={trouble !== null}
        aria-describedby={`${id}-trouble`}
        onChange={({ currentTarget: { value } }) => {
          keep(value === '' ? null : { noteId: kept?.noteId ?? crypto.randomUUID(), text: value });
          setTrouble(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.stopPropagation();
          void save();
        }}
      />
      <p id={`${id}-trouble`} className="form__trouble" role="alert">
        {trouble}
      </p>
      <button type="submit" className="button" title={SHORTCUTS.save.keys}>
        Add note
      </button>
    </form>
  );
};

const troubleOf = (text: string, { furtherNotes }: CallReport): string => {
  if (text.trim() === '') return 'Write something first.';
  if (text.trim().length > NOTE_MAX_CHARACTERS) {
    return `${text.trim().length - NOTE_MAX_CHARACTERS} characters too many for one note. All of it is kept here.`;
  }
  if (furtherNotes.length >= FURTHER_NOTES_MAX) {
    return `A call holds ${FURTHER_NOTES_MAX} further notes. Write this one in Twenty instead.`;
  }
  return `All notes of a call together hold ${ALL_NOTES_MAX_CHARACTERS} characters. Write this one in Twenty instead.`;
};
