import { NOTE_MAX_CHARACTERS } from '@twenty-dialer/contract';
import type { Ref } from 'react';
import './wrap-up.css';

export type NoteFieldProps = { ref: Ref<HTMLTextAreaElement>; note: string; onWrite: (note: string) => void };

/** The rep's own words, kept exactly as typed. Too long is said, never cut off. */
export const NoteField = ({ ref, note, onWrite }: NoteFieldProps) => {
  const tooMany = note.length - NOTE_MAX_CHARACTERS;
  return (
    <div className="note">
      <label htmlFor="note" className="note__label">
        Note
      </label>
      <textarea
        ref={ref}
        id="note"
        className="field note__field"
        placeholder="What was said"
        value={note}
        aria-describedby="note-length"
        onChange={(event) => onWrite(event.currentTarget.value)}
      />
      <p id="note-length" className="note__length figures" aria-live="polite">
        {tooMany > 0 ? `${tooMany} characters too many. All of it is kept here; shorten it to save.` : ''}
      </p>
    </div>
  );
};
