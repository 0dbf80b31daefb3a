import type { WorkspaceId } from '@twenty-dialer/contract';
import type { Store } from '../store/port.ts';

export interface WakeUp {
  /** From now on a change is worth waking for. Called before looking, so that no change is missed in between. */
  expect(): void;
  /** Aborts when the outbox has changed since `expect`. */
  heard(): AbortSignal;
  close(): void;
}

/** Lets a sleeping loop hear that something may be due, with no polling delay. */
export const createWakeUp = (store: Store, workspaceId: WorkspaceId): WakeUp => {
  let next = new AbortController();
  const unsubscribe = store.onChange((change) => {
    if (change.topic === 'outbox' && change.workspaceId === workspaceId) next.abort();
  });
  return {
    expect: () => {
      next = new AbortController();
    },
    heard: () => next.signal,
    close: unsubscribe,
  };
};
