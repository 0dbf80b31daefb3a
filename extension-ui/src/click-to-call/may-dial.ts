import type { Services } from '../app/services.ts';
import type { DialLink } from '../dialer/deep-link.ts';

/**
 * Whether a link's ticket is good, which uses it up. A ticket that is not, or a worker that cannot be asked, is no
 * trouble: the dialer is filled, and waits for Enter. Beside a call in another window nothing dials by itself.
 */
export const mayDialByItself = async (
  { ticket, to }: DialLink,
  { client, callsInOtherWindows }: Pick<Services, 'client' | 'callsInOtherWindows'>,
): Promise<boolean> => {
  if (ticket === null || to === null) return false;
  if ((await callsInOtherWindows()).length > 0) return false;
  return client.redeemDialTicket({ ticket, number: to }).then(
    ({ mayDial }) => mayDial,
    () => false,
  );
};
