import { OUTCOME_OPTIONS } from '../../options/outcome.options.ts';

/** An outcome as people read it; one that an admin added reads like its value: `SENT_OFFER` is "Sent offer". */
export const outcomeWords = (value: string): string => {
  const known = OUTCOME_OPTIONS.find((option) => option.value === (value || 'NEEDS_WRAP_UP'));
  if (known !== undefined) return known.label;
  const words = value.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Seconds as a clock shows them: `3:07`, `1:02:09`. */
export const duration = (seconds: number): string => {
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(Math.floor(seconds % 60))}`;
};

/** A moment of today by its time, any other by its date, in the reader's own manner and time zone. */
export const moment = (iso: string, now = new Date()): string => {
  const at = new Date(iso);
  const isToday = at.toDateString() === now.toDateString();
  return isToday
    ? at.toLocaleTimeString(undefined, { timeStyle: 'short' })
    : at.toLocaleDateString(undefined, { dateStyle: 'medium' });
};
