import { E164, PersonId } from '@twenty-dialer/contract';

/** What a link from Twenty asks for: a number, a person, or both. It never dials by itself: any page could make one. */
export type DialLink = { to: E164 | null; personId: PersonId | null };

/** Reads `#dial=+12025550123&person=<id>&n=1`. Null for any other address, and when nothing in it can be used. */
export const parseDialLink = (hash: string): DialLink | null => {
  if (!hash.startsWith('#dial=') && !hash.startsWith('#person=')) return null;
  const asked = new URLSearchParams(hash.slice(1).replaceAll('+', '%2B'));
  const number = (asked.get('dial') ?? '').replace(/[^\d+]/g, '');
  const to = E164.safeParse(number).data ?? null;
  const personId = PersonId.safeParse(asked.get('person')).data ?? null;
  return to === null && personId === null ? null : { to, personId };
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
