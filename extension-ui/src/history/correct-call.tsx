import { type CallReport, DO_NOT_CALL, NOTE_MAX_CHARACTERS } from '@twenty-dialer/contract';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { useOfferedOutcomes } from '../dialer/offered-outcomes.ts';
import { Keys } from '../ui/hint.tsx';
import { SHORTCUTS, useShortcuts } from '../ui/shortcuts.ts';
import { NoteField } from '../wrap-up/note-field.tsx';
import { focusOutcomes, OutcomeList } from '../wrap-up/outcome-list.tsx';
import { useOutcomeKeys } from '../wrap-up/use-outcome-keys.ts';
import { basisOf, correctedReport, FIELDS, isSame, type Words } from './correction.ts';
import { DifferingWords } from './differing-words.tsx';
import { PersonField } from './person-field.tsx';
import type { ShownCall } from './shown-call.ts';
import { useKeepReport } from './use-keep-report.ts';
import { useKept } from './use-kept.ts';

/** Only what was touched: everything else goes on following what is known of the call. */
const Touched = z
  .object({
    outcome: z.string(),
    note: z.string(),
    person: z.object({ id: z.string(), name: z.string() }).nullable(),
  })
  .partial();
type Touched = z.infer<typeof Touched>;

/** The correction that is being written, if there is one: still there after a reload. */
export const useCorrection = (callId: string) => {
  const [touched, keep] = useKept<Touched>(`correction:${callId}`, Touched);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    keep(null);
    // The form goes with its fields; the fingers go back to where they came from.
    requestAnimationFrame(() => opener.current?.focus());
  };
  return { touched, keep, open: () => keep({}), close, opener };
};
export type Correction = ReturnType<typeof useCorrection>;

export type CorrectCallProps = {
  shown: ShownCall;
  report: CallReport;
  touched: Touched;
  onTouch: (touched: Touched) => void;
  onClose: () => void;
};

/** Outcome, person and note of a saved call, to be put right. */
export const CorrectCall = ({ shown, report, touched, onTouch, onClose }: CorrectCallProps) => {
  const basis = basisOf({ ...shown, report });
  const words = withTouched(basis.start, touched);
  const list = useRef<HTMLFieldSetElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const { save, trouble } = useSave({ shown, report, basis, words, onClose });
  const touch = (change: Touched) => onTouch({ ...touched, ...change });
  const choose = (outcome: string) => touch({ outcome });
  const saveOrShow = async () => {
    const wrong = await save();
    if (wrong === 'outcome') focusOutcomes(list.current);
    if (wrong === 'note') note.current?.focus();
  };
  const outcomes = useOfferedOutcomes(words.outcome);
  useShortcuts({ save: () => void saveOrShow() });
  useOutcomeKeys({
    outcomes,
    onChoose: choose,
    onLeaveNote: () => focusOutcomes(list.current),
  });
  useEffect(() => focusOutcomes(list.current), []);

  return (
    <form
      className="call-page__part correction"
      aria-labelledby="correction-title"
      onSubmit={(event) => {
        event.preventDefault();
        void saveOrShow();
      }}
    >
      <h2 id="correction-title">Correct this call</h2>
      <DifferingWords basis={basis} words={words} onTouch={touch} />
      <p id="outcome-help" className="quiet">
        {words.outcome === DO_NOT_CALL
          ? 'Saving puts the number on the do-not-call list.'
          : 'Press its key. In the note: Alt + key.'}
      </p>
      <OutcomeList
        ref={list}
        outcomes={outcomes}
        chosen={words.outcome}
        describedBy="outcome-help"
        onChoose={choose}
        onSave={() => void saveOrShow()}
      />
      <PersonField person={words.person} onPerson={(person) => touch({ person })} />
      <NoteField ref={note} note={words.note} onWrite={(text) => touch({ note: text })} />
      <p className="form__trouble" role="alert">
        {trouble}
      </p>
      <div className="call-page__actions">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" className="button button--main">
          Save correction
          <Keys keys={SHORTCUTS.save.keys} />
        </button>
      </div>
    </form>
  );
};

const withTouched = (start: Words, { outcome, note, person }: Touched): Words => ({
  outcome: outcome ?? start.outcome,
  note: note ?? start.note,
  person: person === undefined ? start.person : person,
});

type Save = Pick<CorrectCallProps, 'shown' | 'report'> & {
  basis: ReturnType<typeof basisOf>;
  words: Words;
  onClose: () => void;
};
/** Keeps the correction; what is wrong is said, and named to the caller. */
const useSave = ({ shown, report, basis, words, onClose }: Save) => {
  const keepReport = useKeepReport();
  const [trouble, setTrouble] = useState<string | null>(null);
  const save = async (): Promise<'outcome' | 'note' | null> => {
    if (words.outcome === null) {
      setTrouble('Choose an outcome first, then save.');
      return 'outcome';
    }
    if (words.note.length > NOTE_MAX_CHARACTERS) {
      setTrouble('The note is too long.');
      return 'note';
    }
    const isNews = basis.differing.length > 0 || FIELDS.some((field) => !isSame(field, words, basis.ours));
    const isKept = !isNews || (await keepReport(correctedReport({ ...shown, report }, words, basis.seen)));
    if (isKept) onClose();
    else
      setTrouble(
        'This computer could not keep the correction. It stays here; free some space and try again.',
      );
    return null;
  };
  return { save, trouble };
};
