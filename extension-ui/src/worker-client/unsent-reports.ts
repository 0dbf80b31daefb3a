import { CallReport, CallView, ProblemField } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Box, BoxKey } from './box.ts';

/**
 * A report that the worker has not confirmed.
 * `waiting`: will be sent; `refused`: the worker named fields that are not right; `conflict`: somebody else edited
 * the same call, a person must choose.
 */
export const UnsentReport = z.object({
  workspaceMemberId: z.string(),
  callId: z.string(),
  report: CallReport,
  state: z.enum(['waiting', 'refused', 'conflict']),
  fields: z.array(ProblemField),
  /** What to say about a refusal, and the code to quote. */
  words: z.string(),
  /** With `conflict`: the call as the worker holds it. */
  present: CallView.nullable(),
  keptAt: z.number(),
});
export type UnsentReport = z.infer<typeof UnsentReport>;
/** What stands in a report's way. */
export type Obstacle = Pick<UnsentReport, 'state' | 'fields' | 'words' | 'present'>;
const NOTHING_IN_THE_WAY: Obstacle = { state: 'waiting', fields: [], words: '', present: null };

export const parseUnsentReport = (value: unknown): UnsentReport | undefined =>
  UnsentReport.safeParse(value).data;

export type UnsentReportsDeps = {
  box: Box<UnsentReport>;
  now: () => number;
  /** Tells other windows that something changed; told by them through `heardChange`. */
  announce: () => void;
};

/** Reports on this computer, per member, the newest revision of each call, until the worker has confirmed them. */
export const createUnsentReports = ({ box, now, announce }: UnsentReportsDeps) => {
  const listeners = new Set<() => void>();
  const heardChange = () => {
    for (const listener of listeners) listener();
  };
  const change = async (
    key: BoxKey,
    decide: (entry: UnsentReport | undefined) => UnsentReport | undefined,
  ) => {
    await box.change(key, decide);
    heardChange();
    announce();
  };
  const keyOf = ({ workspaceMemberId, callId }: BoxKey): BoxKey => ({ workspaceMemberId, callId });

  return {
    /** Resolves once the report is on the disk. An older revision never replaces a newer one. */
    put: (report: CallReport) =>
      change(keyOf(report), (entry) => {
        if (entry !== undefined && entry.report.revision >= report.revision) return entry;
        // A conflict stays one until a person has chosen, or the other side's words would be overwritten unseen.
        const obstacle = entry?.state === 'conflict' ? entry : NOTHING_IN_THE_WAY;
        const { state, fields, words, present } = obstacle;
        return { ...keyOf(report), report, state, fields, words, present, keptAt: now() };
      }),
    /** The worker confirmed `revision`: what is not newer than that goes. */
    confirmed: (report: CallReport) =>
      change(keyOf(report), (entry) =>
        entry !== undefined && entry.report.revision > report.revision ? entry : undefined,
      ),
    /** Keeps the report, with what stands in its way. A newer revision that came meanwhile is left waiting. */
    setAside: (report: CallReport, why: Obstacle) =>
      change(keyOf(report), (entry) =>
        entry === undefined || entry.report.revision !== report.revision ? entry : { ...entry, ...why },
      ),
    /** The person chose: their text goes on as the newest revision, or the worker's version stands and ours goes. */
    settle: (entry: UnsentReport, chosen: CallReport | 'theirs') =>
      change(keyOf(entry), () =>
        chosen === 'theirs'
          ? undefined
          : {
              ...keyOf(entry),
              ...NOTHING_IN_THE_WAY,
              report: { ...chosen, revision: nextRevision(entry) },
              keptAt: now(),
            },
      ),
    list: (workspaceMemberId: string) => box.list(workspaceMemberId),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    heardChange,
  };
};
export type UnsentReports = ReturnType<typeof createUnsentReports>;

const nextRevision = ({ report, present }: UnsentReport): number =>
  Math.max(report.revision, present?.report.revision ?? 0) + 1;
