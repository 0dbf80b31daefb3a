/** One fault that stays until it is over, for the quiet line. */
export const createTrouble = () => {
  let present: unknown = null;
  const listeners = new Set<() => void>();
  return {
    report: (error: unknown) => {
      present = error;
      for (const listener of listeners) listener();
    },
    get: () => present,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
export type Trouble = ReturnType<typeof createTrouble>;
