import { CallReport, CallView, type FurtherNote, ProblemField } from '@twenty-dialer/contract';
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
  /** With `conflict`: what other windows of this browser wrote about the same call, not sent either. */
  others: z.array(CallReport).default([]),
  keptAt: z.number(),
});
export type UnsentReport = z.infer<typeof UnsentReport>;
/** What stands in a report's way at the worker. */
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
    /**
     * Resolves once the report is kept. An older revision never replaces a newer one; words of two windows about
     * one call are both kept, as a conflict.
     */
    put: (report: CallReport) =>
      change(keyOf(report), (entry) => {
        const keptAt = now();
        if (entry === undefined)
          return { ...keyOf(report), ...NOTHING_IN_THE_WAY, report, others: [], keptAt };
        const versions = [entry.report, ...entry.others];
        if (versions.some((version) => isEchoOf(version, report))) {
          const present = withNotesOf([entry.report, report]);
          return present === entry.report ? entry : { ...entry, report: present };
        }
        if (report.revision <= entry.report.revision) {
          return { ...entry, state: 'conflict', others: [...entry.others, report], keptAt };
        }
        // After that nobody knows which of the versions this one follows.
        const others = entry.others.length === 0 ? [] : versions.filter((one) => !holdsAllOf(report, one));
        // A conflict stays one until a person has chosen, or the other side's words would be overwritten unseen.
        const obstacle = others.length > 0 || entry.present !== null ? {} : NOTHING_IN_THE_WAY;
        return { ...entry, ...obstacle, report: withNotesOf([report, ...versions]), others, keptAt };
      }),
    /** The worker confirmed `report`: what is not newer than that goes. A note that came meanwhile is newer. */
    confirmed: (report: CallReport) =>
      change(keyOf(report), (entry) =>
        entry !== undefined &&
        (entry.report.revision > report.revision ||
          entry.others.length > 0 ||
          !holdsNotesOf(report, entry.report))
          ? entry
          : undefined,
      ),
    /** Keeps the report, with what stands in its way. What came meanwhile is left as it is. */
    setAside: (report: CallReport, why: Obstacle) =>
      change(keyOf(report), (entry) =>
        entry === undefined || entry.report.revision !== report.revision || entry.others.length > 0
          ? entry
          : { ...entry, ...why },
      ),
    /** The person chose: their text goes on as the newest revision, or the other version stands and ours goes. */
    settle: (entry: UnsentReport, chosen: CallReport | 'theirs') =>
      change(keyOf(entry), () => {
        const [other, ...others] = entry.others;
        const ours = [entry.report, ...entry.others];
        const wanted = chosen === 'theirs' ? (other ?? entry.present?.report) : chosen;
        // What the worker holds stands as it is; but a further note that it lacks is nobody's to let go.
        const stands = wanted === entry.present?.report;
        if (wanted === undefined || (stands && holdsAllNotes(wanted, ours))) return undefined;
        const report = withNotesOf([wanted, ...ours]);
        // One choice at a time: the next version, or what the worker holds, is still to be chosen about.
        const isOpen = others.length > 0 || (other !== undefined && entry.present !== null);
        return {
          ...entry,
          ...(isOpen ? {} : NOTHING_IN_THE_WAY),
          report: { ...report, revision: nextRevision(entry) },
          others,
          keptAt: now(),
        };
      }),
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

const nextRevision = ({ report, present, others }: UnsentReport): number =>
  Math.max(...[report, present?.report, ...others].map((one) => one?.revision ?? 0)) + 1;

/** A newer report that was written elsewhere may lack words that were typed here: then a person chooses. */
export const holdsAllOf = (theirs: CallReport, ours: CallReport): boolean =>
  (theirs.note === ours.note || (ours.note === '' && !isChosen(ours.seenInTwenty?.noteMarkdown))) &&
  (theirs.outcome === ours.outcome || ours.outcome === null) &&
  (theirs.personId === ours.personId || (ours.personId === null && !isChosen(ours.seenInTwenty?.personId))) &&
  holdsNotesOf(theirs, ours);

/** Nothing was typed where something stood in Twenty: it was taken out on purpose. */
const isChosen = (seen: string | null | undefined): boolean => typeof seen === 'string' && seen !== '';

/** Nothing new but notes, which are kept in any case: the same words again, or an earlier state of them. */
const isEchoOf = (kept: CallReport, report: CallReport): boolean =>
  kept.revision > report.revision
    ? holdsAllOf(kept, { ...report, furtherNotes: [] })
    : kept.revision === report.revision &&
      kept.note === report.note &&
      kept.outcome === report.outcome &&
      kept.personId === report.personId;

const holdsNotesOf = (theirs: CallReport, ours: CallReport): boolean => {
  const held = new Set(theirs.furtherNotes.map(({ noteId }) => noteId));
  return ours.furtherNotes.every(({ noteId }) => held.has(noteId));
};
const holdsAllNotes = (theirs: CallReport, ours: readonly CallReport[]): boolean =>
  ours.every((one) => holdsNotesOf(theirs, one));

/** The first report with the further notes of all: a note never changes and is never taken back. */
const withNotesOf = ([report, ...others]: readonly [CallReport, ...CallReport[]]): CallReport =>
  holdsAllNotes(report, others) ? report : { ...report, furtherNotes: allNotesOf([report, ...others]) };

/** Every further note of these reports once, oldest first. */
const allNotesOf = (reports: readonly CallReport[]): FurtherNote[] => {
  const notes = new Map(
    reports.flatMap(({ furtherNotes }) => furtherNotes.map((note) => [note.noteId, note] as const)),
  );
  return [...notes.values()].sort(
    (a, b) => Date.parse(a.writtenAt) - Date.parse(b.writtenAt) || (a.noteId < b.noteId ? -1 : 1),
  );
};
