import { LineName } from '@twenty-dialer/contract';

const RING_TONE = 'twenty-dialer:ring-tone';
const LINE = 'twenty-dialer:line';

/** Preferences of this computer, not of the person: they follow the headset. */
export const isRingToneWanted = (): boolean => localStorage.getItem(RING_TONE) !== 'off';
export const setRingToneWanted = (isWanted: boolean): void =>
  localStorage.setItem(RING_TONE, isWanted ? 'on' : 'off');

/** The line used last, if it is still offered; else the usual one. */
export const preferredLine = (offered: readonly LineName[]): LineName => {
  const kept = LineName.safeParse(localStorage.getItem(LINE)).data;
  return kept !== undefined && offered.includes(kept) ? kept : (offered[0] ?? 'manual');
};
export const setPreferredLine = (line: LineName): void => localStorage.setItem(LINE, line);
