/** Lets one piece of work run at a time, in the order in which it was asked for. */
export const createSerial = () => {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    /** How many are running or waiting. */
    get length() {
      return waiting;
    },
    run<T>(work: () => Promise<T>): Promise<T> {
      waiting += 1;
      const result = last.then(work).finally(() => {
        waiting -= 1;
      });
      last = result.catch(() => undefined);
      return result;
    },
  };
};
