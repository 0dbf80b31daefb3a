import type { Box, BoxKey } from './box.ts';

export type FallbackBoxDeps<Entry extends BoxKey> = {
  kept: Box<Entry>;
  passing: Box<Entry>;
  /** Grows with every change of an entry; of two versions the higher one counts. */
  ageOf: (entry: Entry) => number;
  /** Told each time the disk could not do its part. */
  onTrouble: (error: unknown) => void;
};

/**
 * The kept box, and the passing one for each entry that the disk does not take (full, closed, never opened), so
 * that it can be sent all the same. Rejects only when an entry that is on the disk could not be taken off it.
 */
export const fallbackBox = <Entry extends BoxKey>(deps: FallbackBoxDeps<Entry>): Box<Entry> => {
  const { kept, passing, onTrouble } = deps;
  const newest = (onDisk: Entry | undefined, aside: Entry | undefined): Entry | undefined => {
    if (onDisk === undefined || aside === undefined) return onDisk ?? aside;
    return deps.ageOf(onDisk) > deps.ageOf(aside) ? onDisk : aside;
  };
  const asideFor = async ({ workspaceMemberId, callId }: BoxKey) =>
    (await passing.list(workspaceMemberId)).find((entry) => entry.callId === callId);

  return {
    change: async (key, decide) => {
      const aside = await asideFor(key);
      let onDisk: Entry | undefined;
      try {
        await kept.change(key, (found) => {
          onDisk = found;
          return decide(newest(found, aside));
        });
      } catch (error) {
        onTrouble(error);
        let isToGo = false;
        await passing.change(key, (now) => {
          const before = newest(onDisk, now);
          const after = decide(before);
          isToGo = after === undefined;
          return after === before ? now : after;
        });
        if (isToGo && onDisk !== undefined) throw error;
        return;
      }
      // The disk has it again; what came aside meanwhile is newer and stays.
      await passing.change(key, (now) => (now === aside ? undefined : now));
    },
    list: async (member) => {
      const found = new Map<string, Entry>();
      const onDisk = await kept.list(member).catch((error) => {
        onTrouble(error);
        return [];
      });
      for (const entry of [...onDisk, ...(await passing.list(member))]) {
        found.set(entry.callId, newest(found.get(entry.callId), entry) ?? entry);
      }
      return [...found.values()];
    },
  };
};
