import { z } from 'zod';
import { CallId, E164, Instant, PersonId } from './primitives.ts';

/** How long a link in Twenty may dial by itself, in milliseconds. Later it only fills the dialer. */
export const DIAL_TICKET_LIFETIME_MS = 30_000;

/** A secret in a link's address: lets the dialer of one member dial one number, once. */
export const DialTicket = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'Use a ticket as it was given out.')
  .brand<'DialTicket'>();
export type DialTicket = z.infer<typeof DialTicket>;

/** `POST /api/twenty/dial-ticket`, asked by the front component in Twenty with its own token as bearer. */
export const DialTicketRequest = z.strictObject({ number: E164 });
export type DialTicketRequest = z.infer<typeof DialTicketRequest>;
export const DialTicketGrant = z.object({ ticket: DialTicket, lifetimeMs: z.int().min(1) });
export type DialTicketGrant = z.infer<typeof DialTicketGrant>;

/** `POST /api/dial-ticket/redeem`, asked by the dialer. A ticket that is used, late, or somebody else's is no error. */
export const RedeemRequest = z.strictObject({ ticket: DialTicket, number: E164 });
export type RedeemRequest = z.infer<typeof RedeemRequest>;
export const RedeemAnswer = z.object({ mayDial: z.boolean() });
export type RedeemAnswer = z.infer<typeof RedeemAnswer>;

/** `GET /api/twenty/live`: what the viewer of a page in Twenty is on at the moment, as their dialer last reported it. */
export const LiveView = z.discriminatedUnion('state', [
  z.object({ state: z.literal('free') }),
  z.object({
    /** `calling`: dialed, and not heard to be over; `wrap-up`: over, and its outcome is not chosen yet. */
    state: z.enum(['calling', 'wrap-up']),
    call: z.object({
      callId: CallId,
      personId: PersonId.nullable(),
      personName: z.string().nullable(),
      number: E164,
      /** Since when this state lasts. */
      since: Instant,
    }),
  }),
]);
export type LiveView = z.infer<typeof LiveView>;
