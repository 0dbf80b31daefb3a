import { CallReport } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Box, BoxKey } from '../worker-client/box.ts';
import { type CallState, PHASES } from './call-machine.ts';

/** The present call as the screen shows it, kept at every keystroke until it is wrapped up. */
export const Draft = z.object({
  workspaceMemberId: z.string(),
  callId: z.string(),
  phase: z.enum(PHASES).exclude(['idle', 'wrapped-up']),
  call: z.object({
    // Not the contract's schema: a note that is still too long to send must come back whole.
    report: z.custom<CallReport>((value) => CallReport.safeParse(withoutNote(value)).success),
    subtitle: z.string(),
    isMuted: z.boolean(),
    reconnectingSince: z.string().nullable(),
    answeredBy: z.enum(['person', 'machine']).nullable(),
  }),
  /** When this was kept, in milliseconds: the last moment at which the window is known to have been there. */
  keptAt: z.number(),
});
export type Draft = z.infer<typeof Draft>;

export const parseDraft = (value: unknown): Draft | undefined => Draft.safeParse(value).data;

const withoutNote = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'note' in value && typeof value.note === 'string'
    ? { ...value, note: '' }
    : value;

export type DraftsDeps = {
  box: Box<Draft>;
  now: () => number;
  /** Kept synchronously when the page goes away, where a database may not have the time to finish. */
  storage: Storage;
  onTrouble: (error: unknown) => void;
};

/**
 * Keeps the present call through reload, crash and sign-out. Writes are not timed: each keystroke is written at
 * once, and while a write is under way only the newest state waits.
 */
export const createDrafts = ({ box, now, storage, onTrouble }: DraftsDeps) => {
  let waiting: Draft | null = null;
  let isWriting = false;
  const dropped = new Set<string>();

  const writeAll = async () => {
    isWriting = true;
    while (waiting !== null) {
      const draft: Draft = waiting;
      waiting = null;
      const decide = (kept: Draft | undefined) =>
        dropped.has(draft.callId) ? undefined : newer(kept, draft);
      await box.change(draft, decide).catch(onTrouble);
    }
    isWriting = false;
  };

  const keep = (state: CallState) => {
    const draft = draftOf(state, now());
    if (draft === null) return;
    waiting = draft;
    dropped.delete(draft.callId);
    if (!isWriting) void writeAll();
  };

  return {
    keep,
    /** For the moment at which the page goes: a database may not have the time to finish, this step has. */
    flush: (state: CallState) => {
      const draft = draftOf(state, now());
      if (draft === null) return;
      try {
        storage.setItem(lastWordsKey(draft), JSON.stringify(draft));
      } catch (error) {
        onTrouble(error);
      }
      keep(state);
    },
    /**
     * The rep has put this call off: its last report, said at once, where keeping it and dropping the draft take a moment.
     * A page that is loaded anew in that moment must not ask for the wrap-up again.
     */
    putOff: (report: CallReport) => {
      try {
        storage.setItem(putOffKey(report), JSON.stringify(report));
      } catch (error) {
        onTrouble(error);
      }
    },
    /** What pages that went away had put off without an end: to be reported, and dropped. */
    listPutOff: (member: string): CallReport[] =>
      keysOf(storage)
        .filter((key) => key.startsWith(`${PUT_OFF}${member}:`))
        .map((key) => CallReport.safeParse(parseJson(storage.getItem(key))).data)
        .filter((report) => report !== undefined),
    /** The rep is at it again, or its report could not be kept. */
    takeBack: (key: BoxKey) => storage.removeItem(putOffKey(key)),
    /** The call is wrapped up and its report is on the disk: its draft has done its work. */
    drop: async (key: BoxKey) => {
      dropped.add(key.callId);
      if (waiting?.callId === key.callId) waiting = null;
      storage.removeItem(lastWordsKey(key));
      await box.change(key, () => undefined).catch(onTrouble);
      storage.removeItem(putOffKey(key));
    },
    /** Drafts of this member, newest first, with the last words of pages that went away in a hurry. */
    list: async (member: string): Promise<Draft[]> => {
      for (const key of keysOf(storage).filter((one) => one.startsWith(`${LAST_WORDS}${member}:`))) {
        const last = parseDraft(parseJson(storage.getItem(key)));
        if (last !== undefined) await box.change(last, (kept) => newer(kept, last)).catch(onTrouble);
        storage.removeItem(key);
      }
      const drafts = await box.list(member).catch((error) => {
        onTrouble(error);
        return [];
      });
      return drafts.sort((a, b) => b.keptAt - a.keptAt);
    },
  };
};
export type Drafts = ReturnType<typeof createDrafts>;

const LAST_WORDS = 'twenty-dialer:last-words:';
const lastWordsKey = ({ workspaceMemberId, callId }: BoxKey) => `${LAST_WORDS}${workspaceMemberId}:${callId}`;
const PUT_OFF = 'twenty-dialer:put-off:';
const putOffKey = ({ workspaceMemberId, callId }: BoxKey) => `${PUT_OFF}${workspaceMemberId}:${callId}`;

const draftOf = (state: CallState, keptAt: number): Draft | null => {
  if (state.phase === 'idle' || state.phase === 'wrapped-up') return null;
  const { workspaceMemberId, callId } = state.call.report;
  return { workspaceMemberId, callId, phase: state.phase, call: state.call, keptAt };
};

const keysOf = (storage: Storage): string[] =>
  Array.from({ length: storage.length }, (_nothing, index) => storage.key(index) ?? '');

const newer = (kept: Draft | undefined, draft: Draft): Draft =>
  kept !== undefined && kept.keptAt > draft.keptAt ? kept : draft;

const parseJson = (text: string | null): unknown => {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined; // Not ours: nothing to bring back.
  }
};
