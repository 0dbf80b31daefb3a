import { useQueryClient } from '@tanstack/react-query';
import type { CallReport } from '@twenty-dialer/contract';
import { useServices } from '../app/services.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import { asEnded } from './as-ended.ts';
import { withWordsOf } from './waiting-calls.ts';

/**
 * Opens a call that waits for its wrap-up, with every word that was typed about it. Resolves to false when another
 * window has it, or when this one has another call on the screen.
 */
export const useLateWrapUp = () => {
  const { drafts, claimCall, releaseCall } = useServices();
  const queries = useQueryClient();
  const { dialer, owner, catchUp } = useDesk();
  return async (report: CallReport): Promise<boolean> => {
    const { callId } = report;
    const isFree = await claimCall(callId);
    const draft = (await drafts.list(owner.member.id)).find((one) => one.callId === callId);
    const opened = asEnded(withWordsOf(report, draft?.call.report));
    if (isFree && dialer.open(opened, draft?.call.subtitle ?? '')) {
      catchUp.begin();
      return true;
    }
    if (isFree) releaseCall(callId);
    void queries.invalidateQueries({ queryKey: ['local-calls'] });
    return false;
  };
};
