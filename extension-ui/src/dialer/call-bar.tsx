import {
  IconDialpad,
  IconMicrophone,
  IconMicrophoneOff,
  IconPhoneCheck,
  IconPhoneOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Elapsed } from '../ui/elapsed.tsx';
import { Hint } from '../ui/hint.tsx';
import { SHORTCUTS } from '../ui/shortcuts.ts';
import { type CallState, isLive, type Phase, type PresentCall } from './call-machine.ts';
import { PHASE_WORDS } from './phase-words.ts';
import { formatPhone } from './phone-format.ts';
import { useCallState, useDesk } from './use-dialer.ts';
import './call-bar.css';

export type CallBarProps = {
  isKeypadOpen: boolean;
  onKeypad: () => void;
  /** Another page is shown than the call's. */
  isElsewhere: boolean;
  onShowCall: () => void;
};

/** The strip that is always there: who, the state in one word with its time, and the call's few buttons. */
export const CallBar = ({ isKeypadOpen, onKeypad, isElsewhere, onShowCall }: CallBarProps) => {
  const state = useCallState();
  const { owner } = useDesk();
  const isBusy = state.phase !== 'idle';
  return (
    <div className="call-bar">
      <div className="call-bar__who">
        {isBusy ? (
          <button type="button" className="call-bar__name one-line" onClick={onShowCall}>
            {nameOf(state.call, owner.defaultCountry)}
          </button>
        ) : (
          <span className="call-bar__name one-line quiet">No call</span>
        )}
        <PhaseTag state={state} />
      </div>
      {isElsewhere && state.phase === 'ended' ? (
        <button type="button" className="button button--main" onClick={onShowCall}>
          Wrap up
        </button>
      ) : null}
      <Buttons state={state} isKeypadOpen={isKeypadOpen} onKeypad={onKeypad} />
      <p className="for-screen-readers" aria-live="polite">
        {PHASE_WORDS[state.phase].word}
      </p>
    </div>
  );
};

export const nameOf = ({ report }: PresentCall, country: string): string =>
  report.personName ?? formatPhone(report.to, country);

const PhaseTag = ({ state }: { state: CallState }) => {
  const { word, color, Icon } = PHASE_WORDS[state.phase];
  const since = state.phase === 'idle' ? null : countsFrom(state.phase, state.call);
  return (
    <span className="call-bar__state">
      <span className={`tag tag--${color}`}>
        <Icon size={14} aria-hidden="true" />
        {word}
        {since === null ? null : <Elapsed since={since} />}
      </span>
      {state.phase !== 'idle' && state.call.isMuted ? (
        <span className="tag tag--orange">
          <IconMicrophoneOff size={14} aria-hidden="true" />
          Muted
        </span>
      ) : null}
    </span>
  );
};

const countsFrom = (phase: Phase, { report, reconnectingSince }: PresentCall): string | null => {
  if (phase === 'reconnecting') return reconnectingSince;
  if (phase === 'in-progress') return report.answeredAt;
  if (phase === 'ended') return report.wrappedUpAt === null ? report.endedAt : null;
  return phase === 'wrapped-up' ? null : report.startedAt;
};

const Buttons = ({
  state,
  isKeypadOpen,
  onKeypad,
}: { state: CallState } & Pick<CallBarProps, 'isKeypadOpen' | 'onKeypad'>) => {
  const { dialer } = useDesk();
  if (!isLive(state.phase) || state.phase === 'idle') return null;
  const canTalk = state.phase === 'in-progress' || state.phase === 'reconnecting';
  const line = dialer.presentLine();
  const carriesSound = line?.carriesSound ?? false;
  const mustMarkAnswer = line?.hearsFarEnd === false && !canTalk;
  return (
    <div className="call-bar__buttons">
      {carriesSound ? (
        <>
          <BarButton
            label={state.call.isMuted ? 'Unmute' : 'Mute'}
            keys={SHORTCUTS.mute.keys}
            isPressed={state.call.isMuted}
            onPress={dialer.toggleMute}
          >
            {state.call.isMuted ? <IconMicrophoneOff size={18} /> : <IconMicrophone size={18} />}
          </BarButton>
          <BarButton
            label="Keypad"
            keys={SHORTCUTS.keypad.keys}
            isPressed={isKeypadOpen}
            isDisabled={!canTalk}
            onPress={onKeypad}
          >
            <IconDialpad size={18} />
          </BarButton>
        </>
      ) : null}
      {mustMarkAnswer ? (
        <Hint words="Somebody answered" keys={SHORTCUTS.answered.keys}>
          <button type="button" className="button" onClick={dialer.markAnswered}>
            <IconPhoneCheck size={18} aria-hidden="true" />
            Answered
          </button>
        </Hint>
      ) : null}
      <Hint words={carriesSound ? 'Hang up' : 'End the call'} keys={SHORTCUTS.hangUp.keys}>
        <button
          type="button"
          className="button button--hang-up button--icon call-bar__hang-up"
          aria-label={carriesSound ? 'Hang up' : 'End the call'}
          onClick={dialer.hangUp}
        >
          <IconPhoneOff size={18} aria-hidden="true" />
        </button>
      </Hint>
    </div>
  );
};

type BarButtonProps = {
  label: string;
  keys: string;
  isPressed: boolean;
  isDisabled?: boolean;
  onPress: () => void;
  children: ReactNode;
};
const BarButton = ({ label, keys, isPressed, isDisabled = false, onPress, children }: BarButtonProps) => (
  <Hint words={label} keys={keys}>
    <button
      type="button"
      className="button button--icon"
      aria-label={label}
      aria-pressed={isPressed}
      aria-disabled={isDisabled}
      onClick={isDisabled ? undefined : onPress}
    >
      {children}
    </button>
  </Hint>
);
