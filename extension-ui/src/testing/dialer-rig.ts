import type { CallReport, MemberId } from '@twenty-dialer/contract';
import { createCallSession } from '../dialer/call-session.ts';
import { createDialer } from '../dialer/dialer.ts';
import { createDrafts, type Draft } from '../dialer/drafts.ts';
import { createManualLine } from '../line/manual-line.ts';
import { createPracticeLine } from '../line/practice-line.ts';
import { type Box, passingBox } from '../worker-client/box.ts';
import { heldTimers } from './held-timers.ts';
import { ADA } from './invented.ts';

/** A browser profile: what stays when a window goes away. */
export const browserProfile = () => {
  const held = heldTimers();
  const box: Box<Draft> = passingBox<Draft>();
  const reports: CallReport[] = [];
  const claimed = new Map<string, string>();
  /** What went wrong with this computer, as told to the rep; `isFull`: its disk takes no report. */
  const disk = { isFull: false, troubles: [] as unknown[] };
  return { held, box, reports, claimed, disk };
};
export type BrowserProfile = ReturnType<typeof browserProfile>;

/** One window of that profile, with its dialer. `close` gives its calls free, as a reload does. */
export const openWindow = (profile: BrowserProfile, { member = ADA, name = 'window' } = {}) => {
  const { timers } = profile.held;
  const now = timers.now;
  const onTrouble = (error: unknown) => {
    if (!profile.disk.isFull) throw error;
    profile.disk.troubles.push(error);
  };
  const drafts = createDrafts({
    box: profile.box,
    now,
    storage: localStorage,
    onTrouble,
  });
  const dialer = createDialer({
    member: member as MemberId,
    lines: [createPracticeLine({ timers }), createManualLine({ timers })],
    ownNumber: () => null,
    timers,
    newId: () => crypto.randomUUID(),
    callSession: createCallSession({ storage: localStorage, now, newId: () => crypto.randomUUID(), member }),
    drafts,
    keepReport: async (report) => {
      if (profile.disk.isFull) throw new Error('The disk is full.');
      profile.reports.push(report);
    },
    onTrouble,
    claimCall: async (callId) => {
      const owner = profile.claimed.get(callId) ?? name;
      profile.claimed.set(callId, owner);
      return owner === name;
    },
    releaseCall: (callId) => {
      if (profile.claimed.get(callId) === name) profile.claimed.delete(callId);
    },
  });
  return {
    dialer,
    drafts,
    close: () => {
      for (const [callId, owner] of profile.claimed) if (owner === name) profile.claimed.delete(callId);
    },
  };
};
