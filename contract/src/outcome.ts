import { z } from 'zod';

export const OutcomeClass = z.enum(['connected', 'not-connected', 'bad-data', 'compliance']);
export type OutcomeClass = z.infer<typeof OutcomeClass>;

/** What a rep chooses in wrap-up. Keys never change; in Twenty the value is the key in UPPER_SNAKE. */
export const Outcome = z.object({
  key: z.string(),
  label: z.string(),
  /** The one key that chooses it in wrap-up. */
  keyPress: z.string().length(1),
  class: OutcomeClass,
  /** Whether a wrap-up offers it. Calls that have it show it all the same. */
  isOffered: z.boolean().default(true),
});
export type Outcome = z.infer<typeof Outcome>;

/** The outcomes that ship with the product. */
export const OUTCOMES = [
  { key: 'interested', label: 'Interested', keyPress: '1', class: 'connected' },
  { key: 'meeting-booked', label: 'Meeting booked', keyPress: '2', class: 'connected' },
  { key: 'callback', label: 'Callback requested', keyPress: '3', class: 'connected' },
  { key: 'not-interested', label: 'Not interested', keyPress: '4', class: 'connected' },
  { key: 'gatekeeper', label: 'Gatekeeper', keyPress: '5', class: 'connected' },
  { key: 'voicemail', label: 'Left voicemail', keyPress: '6', class: 'not-connected' },
  { key: 'no-answer', label: 'No answer', keyPress: '7', class: 'not-connected' },
  { key: 'busy', label: 'Busy', keyPress: '8', class: 'not-connected' },
  { key: 'wrong-number', label: 'Wrong number', keyPress: '9', class: 'bad-data' },
  { key: 'out-of-service', label: 'Out of service', keyPress: '0', class: 'bad-data' },
  { key: 'do-not-call', label: 'Do not call', keyPress: 'd', class: 'compliance' },
  { key: 'disqualified', label: 'Disqualified', keyPress: 'x', class: 'connected' },
] as const satisfies readonly z.input<typeof Outcome>[];

/** The outcome that puts the number on the do-not-call list. */
export const DO_NOT_CALL = 'do-not-call';

/** The value of Twenty's select for a call that nobody has wrapped up. */
export const NEEDS_WRAP_UP = 'NEEDS_WRAP_UP';

/** `meeting-booked` → `MEETING_BOOKED`: how Twenty spells a key of ours in a select. */
export const toTwentySelect = (key: string): string => key.toUpperCase().replaceAll('-', '_');
