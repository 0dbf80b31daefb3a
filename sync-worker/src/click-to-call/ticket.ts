import { createHash, randomBytes } from 'node:crypto';
import { DialTicket } from '@twenty-dialer/contract';

/** 32 random bytes, in characters that an address carries unchanged. */
export const newTicket = (): DialTicket => DialTicket.parse(randomBytes(32).toString('base64url'));

/** What the store keeps in place of a ticket. It is random, so a plain hash cannot be guessed back. */
export const ticketHash = (ticket: DialTicket): string => createHash('sha256').update(ticket).digest('hex');
