import { type Progression, rankOf } from '@twenty-dialer/contract';
import type { SignedIn } from '../http/route.ts';
import { type ProgressionTotals, progressionSyncState } from '../outbox/progression-record.ts';
import type { Store } from '../store/port.ts';
import type { MemberProgression } from '../store/progression-port.ts';
import type { OpenProgression } from './opening.ts';

interface ProgressionDeps {
  readonly store: Store;
  readonly open: OpenProgression;
  readonly accessTokenOf: (who: SignedIn) => Promise<string>;
}

/** A member's progression as the ledger has it, and whether Twenty has it already. */
export interface ReadProgression {
  /** Answers from the store alone; a progression that is not opened is opened meanwhile, which is told as a change. */
  readonly now: (who: SignedIn) => Promise<Progression>;
  /** Opens it first, where that is still to be done and Twenty can be read. */
  readonly opened: (who: SignedIn) => Promise<Progression>;
}

export const createReadProgression = ({ store, open, accessTokenOf }: ProgressionDeps): ReadProgression => {
  const read = ({ workspaceId, member }: SignedIn) =>
    store.transaction(workspaceId, (tx) => tx.progression.get(member.id));
  const openFor = (who: SignedIn) =>
    open({ workspaceId: who.workspaceId, member: who.member, accessToken: () => accessTokenOf(who) });
  return {
    now: async (who) => {
      const held = await read(who);
      if (!held?.isOpened) void openFor(who);
      return viewOf(held);
    },
    opened: async (who) => {
      const held = await read(who);
      if (held?.isOpened) return viewOf(held);
      await openFor(who);
      return viewOf(await read(who));
    },
  };
};

const viewOf = (held: MemberProgression | null): Progression => {
  const { totalXp, totalCalls, totalTalkSeconds, lastCallAt, streakDays, streakThrough } = held ?? NOTHING;
  const entry = held?.entry ?? null;
  return {
    totalXp,
    rank: rankOf(totalXp),
    totalCalls,
    totalTalkSeconds,
    lastCallAt,
    streakDays,
    streakThrough,
    sync: {
      state: progressionSyncState(entry),
      deliveredAt: entry?.deliveredAt ?? null,
      totalXpInTwenty: entry?.deliveredXp ?? null,
    },
  };
};

const NOTHING: ProgressionTotals = {
  totalXp: 0,
  totalCalls: 0,
  totalTalkSeconds: 0,
  lastCallAt: null,
  streakDays: 0,
  streakThrough: null,
};
