import type { Query } from './database.ts';
import type { DialTicketStore } from './session-port.ts';

/** Tickets of links in Twenty, within one transaction. */
export const createDialTicketStore = (query: Query): DialTicketStore => ({
  create: async ({ ticketHash, memberId, number, lifetimeMs }) => {
    // Most are never redeemed: a link is looked at more often than it is pressed.
    await query('delete from dial_ticket where expires_at <= statement_timestamp()');
    await query(
      `insert into dial_ticket (ticket_hash, member_id, number, expires_at)
       values ($1, $2, $3, statement_timestamp() + $4 * interval '1 millisecond')`,
      [ticketHash, memberId, number, lifetimeMs],
    );
  },
  redeem: async ({ ticketHash, memberId, number }) => {
    // The row's lock lets one of two through: the other one finds it gone.
    const redeemed = await query(
      `delete from dial_ticket
       where ticket_hash = $1 and member_id = $2 and number = $3 and expires_at > statement_timestamp()
       returning ticket_hash`,
      [ticketHash, memberId, number],
    );
    return redeemed.length > 0;
  },
});
