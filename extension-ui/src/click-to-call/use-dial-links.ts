import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useServices } from '../app/services.ts';
import type { DialLink } from '../dialer/deep-link.ts';
import { loadPhoneNumbers, toE164 } from '../dialer/phone-format.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import { mayDialByItself } from './may-dial.ts';
import { COUNTDOWN_MS } from './use-countdown.ts';

/**
 * A link fills the dialer when it is free; with a good ticket it then counts down to the call. While a call is on the
 * screen it only becomes the next suggestion, and its ticket runs out unused.
 */
export const useDialLinks = (): void => {
  const { links, client, callsInOtherWindows, timers } = useServices();
  const { dialer, target, owner } = useDesk();
  const navigate = useNavigate();
  const country = owner.defaultCountry;
  useEffect(() => {
    const follow = async () => {
      const link = links.take();
      if (link === null) return;
      const to = link.to ?? (await numberOf(link, country));
      const wanted = { to, personId: link.personId, person: null };
      const { phase } = dialer.getState();
      if (phase !== 'idle' && phase !== 'wrapped-up') {
        target.suggest(wanted);
        return;
      }
      dialer.next();
      target.choose(wanted);
      void navigate({ to: '/' });
      if (await mayDialByItself(link, { client, callsInOtherWindows })) {
        target.callAt(wanted, timers.now() + COUNTDOWN_MS);
      }
    };
    void follow();
    return links.subscribe(() => void follow());
  }, [links, client, callsInOtherWindows, timers, dialer, target, country, navigate]);
};

const numberOf = async ({ typed }: DialLink, country: string) => {
  if (typed === null) return null;
  await loadPhoneNumbers();
  return toE164(typed, country);
};
