import { whoActs } from './acting-port.ts';
import type { TransactionSettings } from './database.ts';
import { toJsonText } from './json.ts';

/** Tells the triggers of the audit trail who acts. Base64, because a setting takes neither backslashes nor other alphabets. */
export const actorSettings = (): TransactionSettings => {
  const who = whoActs();
  if (who === null) return {};
  const { member, roles, requestId, address, work } = who;
  const person =
    member === null ? {} : { id: member.id, name: nameOf(member), email: member.email, roles: [...roles] };
  const told = toJsonText({ ...person, requestId, address, work });
  return { 'dialer.actor': Buffer.from(told).toString('base64') };
};

const nameOf = ({ firstName, lastName, email }: { firstName: string; lastName: string; email: string }) =>
  `${firstName} ${lastName}`.trim() || email;
