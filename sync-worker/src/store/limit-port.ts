/** What was asked how often, counted by all workers together. */
export interface RequestCountStore {
  /** Adds to what was counted in the window that began then. Answers what all workers have counted in it so far. */
  add(counted: string, window: { windowAt: Date; count: number }): Promise<number>;
}
