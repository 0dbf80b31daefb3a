import { useEffect, useRef, useState } from 'react';
import { TicketAnswer } from './answers.ts';
import { askWorker } from './ask.ts';

/** Tickets live for 30 seconds; half of that leaves time to press. */
export const RENEW_MS = 15_000;
/** A pointer that was left lying on a link takes no tickets for ever. */
const MOST_RENEWALS = 8;

/**
 * A ticket for a link, fresh while the pointer or the focus is on it: by the time it is pressed it has to be in the
 * address already. Without one, because the worker gave none, the link only fills the dialer.
 */
export const useDialTicket = (link: { address: string; number: string | null; isTakenAhead: boolean }) => {
  const { address, number, isTakenAhead } = link;
  const [ticket, setTicket] = useState<string | null>(null);
  const [isNear, setNear] = useState(false);
  const takenAt = useRef(0);

  const take = useRef<() => Promise<void>>(() => Promise.resolve());
  take.current = async () => {
    if (number === null) return;
    takenAt.current = Date.now();
    const question = { path: '/api/twenty/dial-ticket', body: { number } };
    const answer = await askWorker(address, question, TicketAnswer).catch(() => null);
    setTicket(answer?.ticket ?? null);
  };

  useEffect(() => {
    if (isTakenAhead) void take.current();
  }, [isTakenAhead]);
  useEffect(() => {
    if (!isNear) return;
    if (Date.now() - takenAt.current > RENEW_MS) void take.current();
    let renewals = 0;
    const timer = setInterval(() => {
      renewals += 1;
      if (renewals > MOST_RENEWALS) clearInterval(timer);
      else void take.current();
    }, RENEW_MS);
    return () => clearInterval(timer);
  }, [isNear]);

  return {
    ticket,
    near: () => setNear(true),
    away: () => setNear(false),
    /** The link was pressed with this ticket: the next press needs another one. */
    spend: () => {
      setTicket(null);
      void take.current();
    },
  };
};
