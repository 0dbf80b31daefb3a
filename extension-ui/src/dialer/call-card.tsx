import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Avatar } from '../ui/avatar.tsx';
import { SHORTCUTS } from '../ui/shortcuts.ts';
import { NoteField } from '../wrap-up/note-field.tsx';
import { WrapUp } from '../wrap-up/wrap-up.tsx';
import { nameOf } from './call-bar.tsx';
import { isLive, type Phase, type PresentCall } from './call-machine.ts';
import { Keypad } from './keypad.tsx';
import { LINE_WORDS } from './line-picker.tsx';
import { formatPhone } from './phone-format.ts';
import { useDesk, useTarget } from './use-dialer.ts';

export type CallCardProps = {
  phase: Phase;
  call: PresentCall;
  keypad: { isOpen: boolean; close: () => void };
};

/** The person and the note while talking; when the line ends the wrap-up comes in below, and the note stays where it is. */
export const CallCard = ({ phase, call, keypad }: CallCardProps) => {
  const { dialer, owner } = useDesk();
  const { report } = call;
  const note = useRef<HTMLTextAreaElement>(null);
  useEffect(() => note.current?.focus(), []);

  return (
    <section className="call-card" aria-label="Present call">
      <div className="person-head">
        <Avatar name={nameOf(call, owner.defaultCountry)} />
        <div className="person-head__words">
          <h1 className="one-line">{nameOf(call, owner.defaultCountry)}</h1>
          <p className="one-line quiet figures">
            {[report.personName === null ? '' : formatPhone(report.to, owner.defaultCountry), call.subtitle]
              .filter((part) => part !== '')
              .join(' · ') || LINE_WORDS[report.line].name}
          </p>
        </div>
      </div>
      <p className="call-card__now one-line quiet">{nowWords(phase, call)}</p>
      <NoteField ref={note} note={report.note} onWrite={dialer.write} />
      <div className="call-card__below">
        {isLive(phase) ? (
          <DuringCall isKeypadOpen={keypad.isOpen}>
            <Tones
              onClose={() => {
                keypad.close();
                note.current?.focus();
              }}
            />
          </DuringCall>
        ) : (
          <WrapUp report={report} note={note} />
        )}
      </div>
      <NextChip />
    </section>
  );
};

const nowWords = (phase: Phase, { answeredBy, report }: PresentCall): string => {
  if (report.line === 'manual' && phase !== 'in-progress' && phase !== 'ended') {
    return `Use your telephone. ${SHORTCUTS.answered.keys} when answered.`;
  }
  if (phase === 'reconnecting') return 'The line was lost and is coming back.';
  if (phase === 'in-progress' && answeredBy === 'machine') return 'A voicemail answered.';
  if (phase !== 'ended') return report.line === 'practice' ? 'Practice: this rings nobody.' : '\u00a0';
  return ENDED_WORDS[report.status] ?? '\u00a0';
};

const ENDED_WORDS: Partial<Record<PresentCall['report']['status'], string>> = {
  completed: 'The call has ended.',
  busy: 'The line was busy.',
  'no-answer': 'Nobody answered.',
  failed: 'The call did not go through.',
  canceled: 'You hung up before an answer.',
};

const DuringCall = ({ isKeypadOpen, children }: { isKeypadOpen: boolean; children: ReactNode }) =>
  isKeypadOpen ? (
    children
  ) : (
    <p className="quiet">The note is kept as you type. Outcomes come when the call ends.</p>
  );

const Tones = ({ onClose }: { onClose: () => void }) => {
  const { dialer } = useDesk();
  const [sent, setSent] = useState('');
  return (
    <div className="tones">
      <p className="tones__sent figures" aria-live="polite">
        {sent === '' ? <span className="quiet">Tones go to the other side</span> : sent}
      </p>
      <Keypad
        label="Keypad"
        onClose={onClose}
        onDigit={(digit) => {
          dialer.sendDigits(digit);
          setSent((before) => before + digit);
        }}
      />
    </div>
  );
};

/** A link that came during the call: kept here, and never in the way. */
const NextChip = () => {
  const { target, owner } = useDesk();
  const { next } = useTarget();
  if (next === null) return null;
  const name =
    next.to === null ? 'the person you chose in Twenty' : formatPhone(next.to, owner.defaultCountry);
  return (
    <p className="next-chip" role="status">
      Next: <span className="figures">{name}</span>
      <button
        type="button"
        className="button button--plain button--icon"
        aria-label="Forget the next one"
        onClick={() => target.suggest(null)}
      >
        <IconX size={14} aria-hidden="true" />
      </button>
    </p>
  );
};
