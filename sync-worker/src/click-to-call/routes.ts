import {
  DIAL_TICKET_LIFETIME_MS,
  type DialTicketGrant,
  DialTicketRequest,
  type LiveView,
  type RedeemAnswer,
  RedeemRequest,
} from '@twenty-dialer/contract';
import { parseBody } from '../http/parse.ts';
import { forPermission, forViewer, type RouteHandlers } from '../http/route.ts';
import type { Store } from '../store/port.ts';
import { liveOf } from './live-call.ts';
import { type CountFrom, createRateLimit } from './rate-limit.ts';
import { newTicket, ticketHash } from './ticket.ts';

interface ClickToCallDeps {
  readonly store: Store;
  readonly nowMs: () => number;
}

/** A page takes a ticket when it opens and when the pointer comes near a number. */
const TICKETS: CountFrom = { most: 120, perMs: 60_000 };
/** Several open pages may look every two seconds. */
const LOOKS: CountFrom = { most: 600, perMs: 60_000 };
/** Calls without an outcome that are looked through for the one that is going on. */
const NEWEST = 20;

/** From a number in Twenty to the dialer: tickets for links, and what the viewer of a page is on at the moment. */
export const clickToCallRoutes = ({
  store,
  nowMs,
}: ClickToCallDeps): Pick<RouteHandlers, 'giveDialTicket' | 'redeemDialTicket' | 'liveCall'> => {
  const tickets = createRateLimit(TICKETS, nowMs);
  const looks = createRateLimit(LOOKS, nowMs);
  return {
    giveDialTicket: forViewer(async (c, { member, workspaceId }) => {
      tickets.count(member.id);
      const { number } = await parseBody(c, DialTicketRequest);
      const ticket = newTicket();
      await store.transaction(workspaceId, (tx) =>
        tx.dialTickets.create({
          ticketHash: ticketHash(ticket),
          memberId: member.id,
          number,
          lifetimeMs: DIAL_TICKET_LIFETIME_MS,
        }),
      );
      c.header('Cache-Control', 'no-store');
      return c.json({ ticket, lifetimeMs: DIAL_TICKET_LIFETIME_MS } satisfies DialTicketGrant);
    }),
    redeemDialTicket: forPermission('make-calls', async (c, { member, workspaceId }) => {
      const { ticket, number } = await parseBody(c, RedeemRequest);
      const mayDial = await store.transaction(workspaceId, (tx) =>
        tx.dialTickets.redeem({ ticketHash: ticketHash(ticket), memberId: member.id, number }),
      );
      return c.json({ mayDial } satisfies RedeemAnswer);
    }),
    liveCall: forViewer(async (c, { member, workspaceId }) => {
      looks.count(member.id);
      const open = await store.transaction(workspaceId, (tx) =>
        tx.calls.unwrapped({ memberId: member.id, limit: NEWEST }),
      );
      c.header('Cache-Control', 'no-store');
      return c.json(liveOf(open, nowMs()) satisfies LiveView);
    }),
  };
};
