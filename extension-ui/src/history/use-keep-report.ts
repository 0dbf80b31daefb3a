import type { CallReport } from '@twenty-dialer/contract';
import { useServices } from '../app/services.ts';
import { useDesk } from '../dialer/use-dialer.ts';

/** Keeps a report on this computer and sends it. False: this computer could not keep it, so nothing may be let go. */
export const useKeepReport = () => {
  const { unsent, sender, keeping } = useServices();
  const { dialer } = useDesk();
  return async (report: CallReport): Promise<boolean> => {
    try {
      await unsent.put(report);
    } catch (error) {
      keeping.report(error);
      return false;
    }
    const present = dialer.getState();
    // The card of the call just saved would go on from the state before.
    if (present.phase === 'wrapped-up' && present.call.report.callId === report.callId) dialer.next();
    void sender.wake();
    return true;
  };
};
