import { skipToken, useQuery } from '@tanstack/react-query';
import type { CallReport, CallView } from '@twenty-dialer/contract';
import { useState } from 'react';
import { heldCall, heldCallKey } from '../app/cache.ts';
import { useServices } from '../app/services.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import { dayOf, mergeCalls } from '../history/todays-calls.ts';
import { useUnsentReports } from '../history/use-todays-calls.ts';
import type { Mark } from '../ui/sync-mark.tsx';

export type SavedCall = {
  mark: Mark;
  /** Points of the ledger's for what was saved; null while the worker does not have it. */
  points: number | null;
  /** What they were before, when a call that was wrapped up already was corrected. */
  pointsBefore: number | null;
};

/** How far the wrap-up that was just saved has come, of whichever day its call is. Null before anything is known. */
export const useSavedCall = (report: CallReport): SavedCall | null => {
  const { queries } = useServices();
  const { owner } = useDesk();
  const member = owner.member.id;
  const view = useQuery<CallView>({
    queryKey: heldCallKey(member, report.callId),
    queryFn: skipToken,
    initialData: () => heldCall(queries, member, report.callId),
  }).data;
  const [before] = useState(view);
  const unsent = (useUnsentReports() ?? []).filter(({ callId }) => callId === report.callId);
  const [listed] = mergeCalls(view === undefined ? [] : [view], unsent, dayOf(Date.parse(report.startedAt)));
  if (listed === undefined) return null;
  const isTaken = listed.unsent === null && listed.report.revision >= report.revision;
  const isCorrection = before?.report.stage === 'wrapped-up' && before.report.revision < report.revision;
  return {
    // Between the last keystroke and the disk the worker's older state is no news about this one.
    mark: isTaken || listed.unsent !== null ? listed.mark : 'on-this-computer',
    points: isTaken ? (view?.points ?? null) : null,
    pointsBefore: isCorrection ? before.points : null,
  };
};
