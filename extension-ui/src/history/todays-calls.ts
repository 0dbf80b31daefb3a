import type { CallReport, CallView } from '@twenty-dialer/contract';
import { instantOf } from '../timers.ts';
import type { Mark } from '../ui/sync-mark.tsx';
import type { UnsentReport } from '../worker-client/unsent-reports.ts';

/** A day of the viewer's, from midnight to midnight in their time zone: 23 to 25 hours long. */
export type Day = { from: string; to: string };

export const dayOf = (now: number): Day => {
  const date = new Date(now);
  const midnight = (plusDays: number) =>
    instantOf(new Date(date.getFullYear(), date.getMonth(), date.getDate() + plusDays).getTime());
  return { from: midnight(0), to: midnight(1) };
};

export const isInDay = (instant: string, { from, to }: Day): boolean => {
  const at = Date.parse(instant);
  return at >= Date.parse(from) && at < Date.parse(to);
};

/** A call as the list shows it: the newest words about it, wherever they are, and how far it has come. */
export type ListedCall = {
  report: CallReport;
  mark: Mark;
  view: CallView | null;
  unsent: UnsentReport | null;
  /** False for a call of an earlier day that is still on this computer. */
  isOfDay: boolean;
};

/**
 * The worker's calls and those that are still on this computer, each exactly once, newest first.
 * A call that was not sent stays in the list on later days too: nowhere else can it be settled. What is not sent yet counts more than what the worker holds of the same call.
 */
export const mergeCalls = (
  views: readonly CallView[],
  unsent: readonly UnsentReport[],
  day: Day,
): ListedCall[] => {
  const calls = new Map<string, Omit<ListedCall, 'isOfDay'>>();
  for (const view of views) {
    const known = calls.get(view.report.callId)?.view;
    if (known === null || known === undefined || known.changeSeq < view.changeSeq) {
      calls.set(view.report.callId, { report: view.report, mark: view.sync.state, view, unsent: null });
    }
  }
  for (const entry of unsent) {
    const view = calls.get(entry.callId)?.view ?? null;
    // Confirmed a moment ago, and not yet taken off this computer.
    const isHeld =
      view !== null && view.report.revision >= entry.report.revision && entry.state === 'waiting';
    if (isHeld) continue;
    const mark = entry.state === 'waiting' ? 'on-this-computer' : 'needs-attention';
    calls.set(entry.callId, { report: entry.report, mark, view, unsent: entry });
  }
  return [...calls.values()]
    .map((call) => ({ ...call, isOfDay: isInDay(call.report.startedAt, day) }))
    .filter(({ unsent, isOfDay }) => unsent !== null || isOfDay)
    .sort((a, b) => Date.parse(b.report.startedAt) - Date.parse(a.report.startedAt));
};

/** A list with this call in its newest state; a state that arrives late never replaces a newer one. */
export const withCall = (views: readonly CallView[], call: CallView): CallView[] => {
  const known = views.find(({ report }) => report.callId === call.report.callId);
  if (known === undefined) return [call, ...views];
  return known.changeSeq > call.changeSeq ? [...views] : views.map((view) => (view === known ? call : view));
};
