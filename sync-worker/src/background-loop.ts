/** Work that goes on beside the requests, for one workspace. */
export interface BackgroundLoop {
  /** Goes on until the signal aborts or `stop` is called. Never rejects. */
  run(signal: AbortSignal): Promise<void>;
  /** Resolves when the store is not used any more. */
  stop(): Promise<void>;
}

/** `work` goes on until its signal aborts, and never rejects; stopping waits for it. */
export const createLoop = (work: (signal: AbortSignal) => Promise<void>): BackgroundLoop => {
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  return {
    run: (signal) => {
      running = work(AbortSignal.any([signal, stopping.signal]));
      return running;
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};
