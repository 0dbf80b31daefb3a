import { IconClock } from '@tabler/icons-react';
import { type CallReport, DO_NOT_CALL } from '@twenty-dialer/contract';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { CallLinks } from '../app/behind-first-paint.tsx';
import { canSave, noteFits } from '../dialer/call-machine.ts';
import { useOfferedOutcomes } from '../dialer/offered-outcomes.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import { Dispensable } from '../ui/dispensable.tsx';
import { Hint, Keys } from '../ui/hint.tsx';
import { isTyping, SHORTCUTS, useShortcuts } from '../ui/shortcuts.ts';
import { focusOutcomes, OutcomeList } from './outcome-list.tsx';
import { useOutcomeKeys } from './use-outcome-keys.ts';

export type WrapUpProps = { report: CallReport; note: RefObject<HTMLTextAreaElement | null> };

/** Outcome and save, without the mouse: from the note by Alt and the key, or Escape and the key, then Enter. */
export const WrapUp = ({ report, note }: WrapUpProps) => {
  const { dialer } = useDesk();
  const list = useRef<HTMLFieldSetElement>(null);
  const [isAsked, setAsked] = useState(false);
  const focusList = () => focusOutcomes(list.current);

  // Somebody who is typing goes on typing; everybody else has the outcomes under their fingers.
  useEffect(() => {
    if (!isTyping(document.activeElement)) focusOutcomes(list.current);
  }, []);

  // A key chooses from anywhere in the list: the fingers go along, so that arrows start from what is chosen.
  const { outcome } = report;
  useEffect(() => {
    if (outcome !== null && list.current?.contains(document.activeElement)) focusOutcomes(list.current);
  }, [outcome]);

  const save = () => {
    if (dialer.save()) return;
    setAsked(true);
    if (report.outcome === null) focusList();
    else note.current?.focus();
  };
  const later = () => {
    if (!dialer.later()) note.current?.focus();
  };
  const outcomes = useOfferedOutcomes(report.outcome);
  useShortcuts({ save, later });
  useOutcomeKeys({ outcomes, onChoose: dialer.choose, onLeaveNote: focusList });

  const mustChoose = isAsked && report.outcome === null;
  return (
    <div className="wrap-up">
      <p
        id="outcome-help"
        className={mustChoose ? 'wrap-up__ask' : 'quiet'}
        role={mustChoose ? 'alert' : undefined}
      >
        {mustChoose
          ? 'Choose an outcome first, then save.'
          : outcome === DO_NOT_CALL
            ? 'Saving puts the number on the do-not-call list.'
            : 'Press its key. In the note: Alt + key, or Esc.'}
      </p>
      <OutcomeList
        ref={list}
        outcomes={outcomes}
        chosen={report.outcome}
        describedBy="outcome-help"
        onChoose={dialer.choose}
        onSave={save}
      />
      <div className="wrap-up__actions">
        <Hint words="Wrap up later, from today’s calls" keys={SHORTCUTS.later.keys}>
          <button type="button" className="button" aria-disabled={!noteFits(report)} onClick={later}>
            <IconClock size={16} aria-hidden="true" />
            Later
          </button>
        </Hint>
        <button
          type="button"
          className="button button--main button--wide"
          aria-disabled={!canSave(report)}
          onClick={save}
        >
          Save
          <Keys keys={SHORTCUTS.save.keys} />
        </button>
      </div>
      <Dispensable>
        <CallLinks report={report} />
      </Dispensable>
    </div>
  );
};
