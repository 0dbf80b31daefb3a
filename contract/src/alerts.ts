import { z } from 'zod';
import { Instant } from './primitives.ts';

/**
 * What admins are told of. `waiting-too-long`: something has been due for long; `dead-letters`: Twenty does not accept
 * records; `paused`: Twenty refuses the dialer; `paused-by-admin`: somebody stopped delivery and has not let it go on for
 * long; `disk-low`: soon no more calls can be taken in.
 */
export const AlertKind = z.enum([
  'waiting-too-long',
  'dead-letters',
  'paused',
  'paused-by-admin',
  'disk-low',
]);
export type AlertKind = z.infer<typeof AlertKind>;

export const AlertChannel = z.enum(['webhook', 'mail']);
export type AlertChannel = z.infer<typeof AlertChannel>;

/** What was told, or is still to be told, by one channel. */
export const AlertNotice = z.object({
  channel: AlertChannel,
  /** `worse`: it has become ten times as bad since it was last told. */
  event: z.enum(['opened', 'worse', 'closed']),
  /** Null while it was not. */
  toldAt: Instant.nullable(),
  /** It was tried for a day in vain. */
  isGivenUp: z.boolean(),
  attempts: z.int(),
  /** Why the last attempt failed. */
  fault: z.string().nullable(),
});
export type AlertNotice = z.infer<typeof AlertNotice>;

export const Alert = z.object({
  id: z.uuid(),
  kind: AlertKind,
  /** In words, short enough for one line. */
  message: z.string(),
  /** What to do. */
  remedy: z.string(),
  openedAt: Instant,
  /** Null while it lasts. */
  closedAt: Instant.nullable(),
  notices: z.array(AlertNotice),
});
export type Alert = z.infer<typeof Alert>;

/** `GET /api/alerts`: those that last, the newest first, then those that ended last; 50 at most. */
export const AlertList = z.object({
  alerts: z.array(Alert),
  /** By what else than the screen admins are told. */
  channels: z.array(AlertChannel),
});
export type AlertList = z.infer<typeof AlertList>;
