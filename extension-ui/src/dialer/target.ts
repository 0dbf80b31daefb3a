import type { E164, PersonId, PersonSummary } from '@twenty-dialer/contract';

/** Whom the next call is for. From a link the person is only an id until it was read. */
export type Target = { to: E164 | null; personId: PersonId | null; person: PersonSummary | null };

export type TargetState = {
  chosen: Target | null;
  /** Suggested by a link while a call was going on. */
  next: Target | null;
  /** When the chosen one is called by itself, in milliseconds since the epoch; null: not before somebody says so. */
  callsAt: number | null;
};

/** The one who is ready to be called, and the one that a link suggested while a call was going on. */
export const createTargetChoice = () => {
  let state: TargetState = { chosen: null, next: null, callsAt: null };
  const listeners = new Set<() => void>();
  const set = (change: Partial<typeof state>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  return {
    get: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    choose: (chosen: Target | null) => set({ chosen, callsAt: null }),
    /** Lets the chosen one be called by itself; nothing, when by now somebody else is chosen. */
    callAt: (chosen: Target, at: number) => {
      if (state.chosen === chosen) set({ callsAt: at });
    },
    /** The chosen one waits for a word again. */
    waitForWord: () => {
      if (state.callsAt !== null) set({ callsAt: null });
    },
    suggest: (next: Target | null) => set({ next }),
    /** The suggestion, if there is one, becomes the chosen one; one that was chosen before the call came back stays. */
    takeNext: () => set({ chosen: state.next ?? state.chosen, next: null, callsAt: null }),
  };
};
export type TargetChoice = ReturnType<typeof createTargetChoice>;
