import { isLive } from '../dialer/call-machine.ts';
import { useCallState, useDesk } from '../dialer/use-dialer.ts';
import { missedWord } from '../unwrapped/needs-wrap-up.ts';
import { outcomeWords } from '../wrap-up/outcome-colors.ts';

export type TaggedCall = {
  callId: string | null;
  outcome: string | null;
  direction: string | null;
  status: string | null;
};

/** How a call ended, as far as anybody has said: going on now, missed, still to be wrapped up, or its outcome. */
export const OutcomeTag = ({ call }: { call: TaggedCall }) => {
  const { owner } = useDesk();
  const isNow = usePresence(call.callId) === 'live';
  if (isNow) return <span className="tag tag--blue">Now</span>;
  const missed = call.outcome === null ? missedWord(call) : null;
  if (missed !== null) return <span className="tag tag--orange">{missed}</span>;
  if (call.outcome === null) return <span className="tag tag--turquoise">Needs wrap-up</span>;
  const { label, color } = outcomeWords(owner.outcomes, call.outcome);
  return <span className={`tag one-line tag--${color}`}>{label}</span>;
};

/** Whether the dialer of this window has a call: on the line, open for its wrap-up, just saved, or not at all. */
export const usePresence = (callId: string | null): 'live' | 'open' | 'saved' | null => {
  const state = useCallState();
  if (state.phase === 'idle' || state.call.report.callId !== callId) return null;
  if (state.phase === 'wrapped-up') return 'saved';
  return isLive(state.phase) ? 'live' : 'open';
};
