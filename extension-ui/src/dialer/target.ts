import type { E164, PersonId, PersonSummary } from '@twenty-dialer/contract';

/** Whom the next call is for. From a link the person is only an id until it was read. */
export type Target = { to: E164 | null; personId: PersonId | null; person: PersonSummary | null };

/** The one who is ready to be called, and the one that a link suggested while a call was going on. */
export const createTargetChoice = () => {
  let state: { chosen: Target | null; next: Target | null } = { chosen: null, next: null };
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
    choose: (chosen: Target | null) => set({ chosen }),
    suggest: (next: Target | null) => set({ next }),
    /** The suggestion, if there is one, becomes the chosen one; one that was chosen before the call came back stays. */
    takeNext: () => set({ chosen: state.next ?? state.chosen, next: null }),
  };
};
export type TargetChoice = ReturnType<typeof createTargetChoice>;
