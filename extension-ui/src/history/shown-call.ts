import type {
  CallEdit,
  CallMoment,
  CallPage,
  CallReport,
  CallView,
  HistoryCall,
  SessionView,
} from '@twenty-dialer/contract';
import type { Mark } from '../ui/sync-mark.tsx';
import type { UnsentReport } from '../worker-client/unsent-reports.ts';
import { callOf, isConfirmed } from './history-rows.ts';

export type ShownNote = {
  id: string;
  text: string;
  writtenAt: string | null;
  mark: Mark;
  twentyUrl: string | null;
};

/** Everything about one call, from whoever knows it newest. */
export type ShownCall = {
  call: HistoryCall;
  mark: Mark;
  /** What the worker holds; null for somebody else's call, and while only this computer has it. */
  own: CallView | null;
  /** The newest report of an own call; the next correction or note follows it. */
  report: CallReport | null;
  unsent: UnsentReport | null;
  moments: CallMoment[];
  edits: CallEdit[];
  notes: ShownNote[];
  inTwenty: CallPage['inTwenty'];
  /** Who this call is about; a call that is only on this computer was not looked for in Twenty. */
  twenty: CallPage['twenty'] | null;
};

export type CallSources = {
  page: CallPage | undefined;
  heard: CallView | undefined;
  unsent: UnsentReport | undefined;
  owner: Pick<SessionView, 'member' | 'workspace'>;
};

/** The page of a call, with what was heard since it was read and what is still on this computer. Null: nothing is known. */
export const shownCall = ({ page, heard, unsent: entry, owner }: CallSources): ShownCall | null => {
  const own = newest(page?.own ?? undefined, heard);
  const unsent = entry === undefined || isConfirmed(entry, own) ? undefined : entry;
  const report = unsent?.report ?? own?.report ?? null;
  const isNewer = unsent !== undefined || (own !== undefined && own !== page?.own);
  const call =
    report !== null && (isNewer || page === undefined)
      ? callOf(report, { view: own, known: page?.call, owner })
      : page?.call;
  if (call === undefined) return null;
  return {
    call,
    mark:
      unsent === undefined
        ? call.sync.state
        : unsent.state === 'waiting'
          ? 'on-this-computer'
          : 'needs-attention',
    own: own ?? null,
    report,
    unsent: unsent ?? null,
    moments: momentsOf(page?.moments ?? [], report),
    edits: page?.edits ?? [],
    notes: notesOf({ page, report, isSent: unsent === undefined }),
    inTwenty: page?.inTwenty ?? null,
    twenty: page?.twenty ?? null,
  };
};

const newest = (read: CallView | undefined, heard: CallView | undefined): CallView | undefined =>
  read === undefined || (heard !== undefined && heard.changeSeq > read.changeSeq) ? heard : read;

const MOMENTS = [
  ['initiated', 'startedAt'],
  ['ringing', 'ringingAt'],
  ['answered', 'answeredAt'],
  ['ended', 'endedAt'],
  ['wrapped-up', 'wrappedUpAt'],
] as const;

/** What was witnessed, and what the newest report adds to it. */
const momentsOf = (told: readonly CallMoment[], report: CallReport | null): CallMoment[] => {
  const added = MOMENTS.flatMap(([type, field]): CallMoment[] => {
    const at = report?.[field] ?? null;
    return at === null || told.some((moment) => moment.type === type)
      ? []
      : [{ type, source: 'browser', at }];
  });
  const order = (moment: CallMoment) => MOMENTS.findIndex(([type]) => type === moment.type);
  return [...told, ...added].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || order(a) - order(b));
};

type NoteSources = { page: CallPage | undefined; report: CallReport | null; isSent: boolean };

/** The wrap-up's note first, then the further ones; those that the page does not have yet are on this computer or on their way. */
const notesOf = ({ page, report, isSent }: NoteSources): ShownNote[] => {
  const told = (page?.notes ?? []).map(({ state, ...note }): ShownNote => ({ ...note, mark: state }));
  if (report === null) return told;
  const held = page?.own?.report;
  const mark: Mark = isSent ? 'saved' : 'on-this-computer';
  const known = new Set(held?.furtherNotes.map(({ noteId }) => noteId));
  const further = report.furtherNotes
    .filter(({ noteId }) => !known.has(noteId))
    .map(({ noteId, text, writtenAt }) => ({ id: noteId, text, writtenAt, mark, twentyUrl: null }));
  if (held !== undefined && report.note === held.note) return [...told, ...further];
  // As the worker lists them: an empty note is none, and the first one told is then another one.
  const hadNote = held !== undefined && held.note.trim() !== '';
  const [first] = told;
  const wrapUp: ShownNote[] =
    report.note === ''
      ? []
      : [
          {
            id: `note of ${report.callId}`,
            text: report.note,
            writtenAt: report.wrappedUpAt,
            mark,
            twentyUrl: hadNote ? (first?.twentyUrl ?? null) : null,
          },
        ];
  return [...wrapUp, ...(hadNote ? told.slice(1) : told), ...further];
};
