import type { LeasedEntry } from '../../outbox/entry.ts';

/** Two records, and a third one that points at one of them or at both. */
export const SLOTS = ['phoneCall:1', 'note:1', 'noteTarget:1'];
export const LEASE_MS = 3_600_000;

interface Entry {
  state: string;
  version: number;
  content: string;
  parents: readonly string[];
  attempts: number;
  isUnanswered: boolean;
  holder: string | null;
  /** When it is due, or its lease runs out. */
  wakeAtMs: number;
  inTwenty: string | null;
  isRetry: boolean;
}

export interface Answer {
  readonly holder: string;
  readonly way: 'delivered' | 'retry' | 'dead' | 'released';
  readonly isUnanswered: boolean;
}

/** The outbox as one would explain it to a colleague: a few lines without SQL, to hold the store against. */
export const createOutboxModel = () => {
  const entries = new Map<string, Entry>();
  let nowMs = 0;
  const isWaiting = (slot: string) =>
    (entries.get(slot)?.parents ?? []).some((parent) => (entries.get(parent)?.inTwenty ?? null) === null);
  const withDependents = (slot: string) =>
    [...entries].filter(
      ([other, { parents }]) => other === slot || (isWaiting(other) && parents.includes(slot)),
    );

  return {
    touch: (slot: string, content: string, parents: readonly string[]): void => {
      const entry = entries.get(slot);
      if (entry === undefined) entries.set(slot, newEntry(content, parents, nowMs));
      else if (entry.content !== content || entry.parents.join() !== parents.join()) {
        renew(entry, { content, parents, nowMs });
      } else if (entry.state === 'pending' && !entry.isRetry) {
        entry.wakeAtMs = Math.min(entry.wakeAtMs, nowMs);
      }
    },
    lease: (holder: string): string[] => {
      const due = [...entries].filter(([slot, entry]) => canBeLeased(entry, nowMs) && !isWaiting(slot));
      for (const [, entry] of due) {
        entry.isUnanswered ||= entry.state === 'leased';
        Object.assign(entry, { state: 'leased', holder, wakeAtMs: nowMs + LEASE_MS });
      }
      return due.map(([slot]) => slot);
    },
    /** What a worker must have been handed. */
    leasedAs: (slot: string) => {
      const { version, content, attempts, isUnanswered, inTwenty } = entries.get(slot) ?? newEntry('', [], 0);
      const lastDelivered = inTwenty === null ? null : { content: inTwenty };
      return { version, payload: { content }, attempts, isUnanswered, lastDelivered };
    },
    /** Prolongs what the worker holds, also when its time was up and nobody else came. */
    renew: (holder: string): string[] => {
      const held = [...entries].filter(([, entry]) => entry.state === 'leased' && entry.holder === holder);
      for (const [, entry] of held) entry.wakeAtMs = nowMs + LEASE_MS;
      return held.map(([slot]) => slot);
    },
    /** False when the worker does not hold the entry any more. */
    settle: (answer: Answer, { slot, version, payload }: LeasedEntry): boolean => {
      const entry = entries.get(slot);
      if (entry?.state !== 'leased' || entry.holder !== answer.holder) return false;
      const isNewest = entry.version === version;
      entry.holder = null;
      entry.state =
        isNewest && (answer.way === 'delivered' || answer.way === 'dead') ? answer.way : 'pending';
      entry.wakeAtMs = nowMs;
      if (answer.way === 'delivered') {
        Object.assign(entry, { attempts: 0, isUnanswered: false, isRetry: false, inTwenty: payload.content });
      } else if (answer.way !== 'released') {
        entry.isRetry = true;
      }
      if (answer.way === 'retry') {
        entry.attempts += 1;
        entry.isUnanswered ||= answer.isUnanswered;
        entry.wakeAtMs = nowMs + LEASE_MS;
      }
      return true;
    },
    /** Back to its first attempt, with what was given up because it waits for it. */
    redrive: (slot: string): string[] => {
      const tried = withDependents(slot).filter(
        ([, { state, isRetry }]) =>
          state === 'dead' || state === 'dismissed' || (state === 'pending' && isRetry),
      );
      for (const [, entry] of tried) {
        Object.assign(entry, { state: 'pending', attempts: 0, isRetry: false, wakeAtMs: nowMs });
      }
      return tried.map(([other]) => other);
    },
    /** Given up, with what waits for it. What is on its way at this moment is not. */
    dismiss: (slot: string): string[] => {
      const given = withDependents(slot).filter(
        ([other, { state }]) => state === 'pending' || (state === 'dead' && other === slot),
      );
      for (const [, entry] of given) entry.state = 'dismissed';
      return given.map(([other]) => other);
    },
    passTime: (ms: number): void => {
      nowMs += ms;
    },
    entries: () =>
      Object.fromEntries(
        [...entries].map(([slot, { state, version, attempts, isUnanswered, holder, inTwenty }]) => [
          slot,
          { state, version, attempts, isUnanswered, isWaiting: isWaiting(slot), holder, inTwenty },
        ]),
      ),
    /** Records of which Twenty does not hold the newest content, although nothing stands in the way. */
    behind: (): string[] =>
      [...entries].flatMap(([slot, entry]) =>
        entry.inTwenty === entry.content || isWaiting(slot) ? [] : [slot],
      ),
  };
};

const newEntry = (content: string, parents: readonly string[], nowMs: number): Entry => ({
  state: 'pending',
  version: 1,
  content,
  parents,
  attempts: 0,
  isUnanswered: false,
  holder: null,
  wakeAtMs: nowMs,
  inTwenty: null,
  isRetry: false,
});

const renew = (
  entry: Entry,
  { content, parents, nowMs }: Pick<Entry, 'content' | 'parents'> & { readonly nowMs: number },
): void => {
  Object.assign(entry, { content, parents, version: entry.version + 1 });
  if (entry.state === 'leased') return;
  if (entry.state === 'dead' || entry.state === 'dismissed') {
    Object.assign(entry, { attempts: 0, isRetry: false });
  }
  Object.assign(entry, { state: 'pending', wakeAtMs: nowMs });
};

const canBeLeased = (entry: Entry, nowMs: number): boolean =>
  (entry.state === 'pending' || entry.state === 'leased') && entry.wakeAtMs <= nowMs;
