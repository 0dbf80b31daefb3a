import { z } from 'zod';
import { SyncState } from './call.ts';
import { Instant } from './primitives.ts';

/** Ranks, lowest first. Their keys never change; in Twenty the value is the key in UPPER_SNAKE. */
export const RANKS = [
  'rookie-1',
  'rookie-2',
  'rookie-3',
  'caller-1',
  'caller-2',
  'caller-3',
  'closer-1',
  'closer-2',
  'closer-3',
  'legend',
] as const;
export const RankKey = z.enum(RANKS);
export type RankKey = z.infer<typeof RankKey>;

export const XP_PER_RANK = 100;
/** What a call earns: for any outbound call that reached the carrier, and more when somebody was talked to. */
export const XP_RULES = { call: 2, connected: 3 } as const;

/** The rank that so many points amount to; points below 0 are the first rank's. */
export const rankOf = (totalXp: number): RankKey => RANKS[rankIndex(totalXp)] ?? 'rookie-1';

/** How far it is to the next rank. `nextRank` is null, and the bar full, for a legend. */
export const progressOf = (
  totalXp: number,
): { rank: RankKey; nextRank: RankKey | null; xpInRank: number } => {
  const index = rankIndex(totalXp);
  const nextRank = RANKS[index + 1] ?? null;
  const xpInRank = nextRank === null ? XP_PER_RANK : Math.max(0, totalXp - index * XP_PER_RANK);
  return { rank: RANKS[index] ?? 'rookie-1', nextRank, xpInRank };
};

const rankIndex = (totalXp: number): number =>
  Math.max(0, Math.min(RANKS.length - 1, Math.floor(totalXp / XP_PER_RANK)));

/** `GET /api/progression`: the signed-in rep's, as the ledger has it, and whether Twenty has it already. */
export const Progression = z.object({
  totalXp: z.int(),
  rank: RankKey,
  totalCalls: z.int(),
  totalTalkSeconds: z.int(),
  lastCallAt: Instant.nullable(),
  /** Working days in a row with a call; a weekend without calls does not break them. */
  streakDays: z.int().min(0),
  /** The last day with a call, `2026-11-21`, in the rep's time zone. */
  streakThrough: z.iso.date().nullable(),
  sync: z.object({
    state: SyncState,
    /** When Twenty last took the totals; what it then got is `totalXpInTwenty`. */
    deliveredAt: Instant.nullable(),
    totalXpInTwenty: z.int().nullable(),
  }),
});
export type Progression = z.infer<typeof Progression>;
