import { isLive } from '../dialer/call-machine.ts';
import type { Dialer } from '../dialer/dialer.ts';

type State = {
  /** Calls that this window's rep has put off, or had on the screen, since they came back. */
  postponed: ReadonlySet<string>;
  /** The call on the screen was opened from the list of those that wait: after it comes the next one. */
  isCatchingUp: boolean;
};

/** What this window's rep has decided about the calls that wait. It lasts until they come back. */
export const createCatchUp = (dialer: Pick<Dialer, 'subscribe' | 'getState'>) => {
  const presentId = () => {
    const state = dialer.getState();
    return state.phase === 'idle' ? null : state.call.report.callId;
  };
  let state: State = { postponed: new Set(), isCatchingUp: false };
  let lastId = presentId();
  const listeners = new Set<() => void>();
  const set = (change: Partial<State>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const postpone = (callIds: readonly string[]) =>
    set({ postponed: new Set([...state.postponed, ...callIds]) });

  dialer.subscribe(() => {
    const id = presentId();
    // Left for later a moment ago: asking again at once would be nagging.
    if (lastId !== null && id !== lastId) postpone([lastId]);
    lastId = id;
    const { phase } = dialer.getState();
    if (state.isCatchingUp && (phase === 'idle' || isLive(phase))) set({ isCatchingUp: false });
  });

  return {
    get: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    postpone,
    begin: () => set({ isCatchingUp: true }),
    /** The rep is back: all that waits is offered again. */
    returned: () => set({ postponed: new Set() }),
  };
};
export type CatchUp = ReturnType<typeof createCatchUp>;
