import { DialTicket, E164, PersonId } from '@twenty-dialer/contract';

/**
 * What a link asks for: a number, a person, or both. By itself it never dials, because any page could make one; a ticket
 * lets it, when the worker says so.
 */
export type DialLink = {
  to: E164 | null;
  personId: PersonId | null;
  ticket: DialTicket | null;
  /** The number of a `tel:` link that names no country, as it was written. */
  typed: string | null;
};

/**
 * Reads `#dial=+12025550123&person=<id>&ticket=<secret>&n=1`, and `#dial=tel:…` as browsers send `tel:` links here. Null
 * for any other address, and when nothing in it can be used.
 */
export const parseDialLink = (hash: string): DialLink | null => {
  if (!hash.startsWith('#dial=') && !hash.startsWith('#person=')) return null;
  const asked = new URLSearchParams(hash.slice(1).replaceAll('+', '%2B'));
  const dial = asked.get('dial') ?? '';
  const isTel = /^tel:/i.test(dial);
  // Behind the semicolon of a tel: link are extensions, whose digits are not the number's.
  const number = (isTel ? dial.replace(/;.*$/s, '') : dial).replace(/[^\d+]/g, '');
  const to = E164.safeParse(number).data ?? null;
  const personId = PersonId.safeParse(asked.get('person')).data ?? null;
  const ticket = isTel ? null : (DialTicket.safeParse(asked.get('ticket')).data ?? null);
  const typed = isTel && to === null && /^\d+$/.test(number) ? number : null;
  return to === null && personId === null && typed === null ? null : { to, personId, ticket, typed };
};

export type LinkWindow = Pick<Window, 'location' | 'history' | 'addEventListener' | 'removeEventListener'>;

/**
 * Takes dial links out of the address as they arrive and hands them on. The address is set back to the dialer's own,
 * so that a reload does not dial in the past, and the same link pressed again is news.
 * Start it before the router: otherwise the router takes the link for one of its pages.
 */
export const watchDialLinks = (page: LinkWindow) => {
  let waiting: DialLink | null = null;
  const listeners = new Set<() => void>();

  const look = () => {
    const link = parseDialLink(page.location.hash);
    if (link === null) return;
    waiting = link;
    page.history.replaceState(null, '', `${page.location.pathname}${page.location.search}#/`);
    for (const listener of listeners) listener();
  };
  look();
  page.addEventListener('popstate', look);
  page.addEventListener('hashchange', look);

  return {
    peek: () => waiting,
    take: (): DialLink | null => {
      const link = waiting;
      waiting = null;
      return link;
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    stop: () => {
      page.removeEventListener('popstate', look);
      page.removeEventListener('hashchange', look);
    },
  };
};
export type DialLinks = ReturnType<typeof watchDialLinks>;
