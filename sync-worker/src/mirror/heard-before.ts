/**
 * Remembers what was heard, for as long as it could be sent again and still be believed. Twenty's nonce is not part of what
 * it signs, so anybody could put another one on a caught webhook: its signature is what may not come twice.
 */
export const createHeardBefore = (forMs: number) => {
  const until = new Map<string, number>();
  return {
    /** Whether it is new; from now on it is not. */
    isNew: (signature: string, nowMs: number): boolean => {
      // The oldest come first: all have the same time to live.
      for (const [known, endsAtMs] of until) {
        if (endsAtMs > nowMs) break;
        until.delete(known);
      }
      if (until.has(signature)) return false;
      until.set(signature, nowMs + forMs);
      return true;
    },
    /** It could not be taken in, so it may come again. */
    forget: (signature: string): void => {
      until.delete(signature);
    },
  };
};
