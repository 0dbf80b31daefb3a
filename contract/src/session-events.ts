import { z } from 'zod';

/** What the audit trail tells of sign-ins and sessions, besides that a session began or went: why. */
export const SESSION_ACTIONS = [
  /** Somebody came back from Twenty and did not get in. Nobody knows who it was. */
  'sign-in-failed',
  /** A cookie that looks like ours and opens no session. Nobody knows whose it was. */
  'session-refused',
  /** A session ended; the reason says why. */
  'session-ended',
  /** A member ended all their sessions. */
  'sign-out-everywhere',
] as const;
export type SessionAction = (typeof SESSION_ACTIONS)[number];

/** `POST /auth/sign-out-everywhere`: every window of the member's, on every computer, is signed out. */
export const SignedOutEverywhere = z.object({
  /** How many sessions there were, this one among them. */
  ended: z.int(),
});
export type SignedOutEverywhere = z.infer<typeof SignedOutEverywhere>;
