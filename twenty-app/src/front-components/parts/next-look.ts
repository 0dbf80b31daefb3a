import type { LiveAnswer } from './answers.ts';

/** What the viewer is on; `away`: the dialer's worker gives no answer, `unknown`: it does not know this Twenty. */
export type Live = LiveAnswer | { readonly state: 'looking' | 'away' | 'unknown' };

const IDLE_LOOK_MS = 15_000;
export const BUSY_LOOK_MS = 2_500;
const AWAY_LOOK_MS = 30_000;

/** How long until the next look. */
export const nextLookMs = (live: Live, isEager: boolean): number => {
  if (live.state === 'away' || live.state === 'unknown') return isEager ? BUSY_LOOK_MS : AWAY_LOOK_MS;
  return isEager || live.state === 'calling' || live.state === 'wrap-up' ? BUSY_LOOK_MS : IDLE_LOOK_MS;
};
