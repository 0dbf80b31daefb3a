import { IconDialpad } from '@tabler/icons-react';
import type { LineName } from '@twenty-dialer/contract';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { WaitingPanel } from '../app/behind-first-paint.tsx';
import { preferredLine, setPreferredLine } from '../app/preferences.ts';
import { Dispensable } from '../ui/dispensable.tsx';
import { Hint } from '../ui/hint.tsx';
import { SHORTCUTS, useShortcuts } from '../ui/shortcuts.ts';
import { SavedCard } from '../wrap-up/saved-card.tsx';
import { CallCard } from './call-card.tsx';
import { Keypad } from './keypad.tsx';
import { LinePicker } from './line-picker.tsx';
import { formatWhileTyping } from './phone-format.ts';
import { ReadyCard } from './ready-card.tsx';
import { Search } from './search.tsx';
import { useCallState, useDesk, useTarget } from './use-dialer.ts';
import './dialer.css';

/** What the moment needs: search and number when idle, the person when talking, wrap-up after, then the next. */
export const DialPage = ({ keypad }: { keypad: { isOpen: boolean; close: () => void } }) => {
  const state = useCallState();
  if (state.phase === 'idle') return <Idle />;
  if (state.phase === 'wrapped-up') return <SavedCard call={state.call} />;
  return <CallCard key={state.call.report.callId} phase={state.phase} call={state.call} keypad={keypad} />;
};

const Idle = () => {
  const { dialer, target, owner } = useDesk();
  const { chosen } = useTarget();
  const [line, setLine] = useState(() => preferredLine(owner.lines));
  const [text, setText] = useState('');
  const [isPadOpen, setPadOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (chosen === null) field.current?.focus();
  }, [chosen]);
  useShortcuts({
    search: () => {
      target.choose(null);
      field.current?.focus();
    },
    dialPad: () => {
      target.choose(null);
      setPadOpen((isOpen) => !isOpen);
    },
  });
  const pickLine = (name: LineName) => {
    setPreferredLine(name);
    setLine(name);
  };

  return (
    <div className="dial">
      {chosen === null ? (
        <>
          <h1 className="for-screen-readers">Dial</h1>
          <Search text={text} onText={setText} onChoose={target.choose} field={field}>
            <DialPad isOpen={isPadOpen} onOpen={setPadOpen} onText={setText} field={field} />
          </Search>
        </>
      ) : (
        <ReadyCard
          key={`${chosen.to} ${chosen.personId}`}
          target={chosen}
          line={line}
          onBack={() => target.choose(null)}
          onCall={(callee) => {
            if (dialer.dial(callee, line)) target.choose(null);
          }}
        />
      )}
      <LinePicker offered={owner.lines} line={line} onPick={pickLine} />
      {chosen === null && text === '' ? (
        <Dispensable>
          <WaitingPanel onLater={() => field.current?.focus()} />
        </Dispensable>
      ) : null}
    </div>
  );
};

type DialPadProps = {
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onText: (change: (text: string) => string) => void;
  field: RefObject<HTMLInputElement | null>;
};
const DialPad = ({ isOpen, onOpen, onText, field }: DialPadProps) => {
  const { owner } = useDesk();
  return (
    <div className="dial__pad">
      <Hint words="Dial pad" keys={SHORTCUTS.dialPad.keys}>
        <button
          type="button"
          className="button button--plain"
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
        >
          <IconDialpad size={16} aria-hidden="true" />
          Dial pad
        </button>
      </Hint>
      {isOpen ? (
        <Keypad
          label="Dial pad"
          onDigit={(digit) => {
            onText((text) => formatWhileTyping(text + digit, owner.defaultCountry));
            field.current?.focus();
          }}
        />
      ) : null}
    </div>
  );
};
