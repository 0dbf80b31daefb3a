import { z } from 'zod';
import { Instant, MemberId } from './primitives.ts';
import { RankKey } from './progression.ts';

/** `GET /api/team?today=2026-11-20`: the viewer's day. Figures are of each rep's own days, from that one on. */
export const TeamQuery = z.strictObject({
  today: z.iso
    .date()
    .refine(
      (day) => day >= '2000-01-01' && day <= '9000-01-01',
      'Use a day of this time, for example 2026-11-20.',
    ),
});
export type TeamQuery = z.infer<typeof TeamQuery>;

/** What a rep's calls come to within a time. Counted once a minute. */
export const RepFigures = z.object({
  calls: z.int(),
  /** Of them those with an outcome that says somebody was reached. */
  connected: z.int(),
  talkSeconds: z.int(),
  xp: z.int(),
  /** Calls that ended, and that nobody has wrapped up. */
  unwrapped: z.int(),
});
export type RepFigures = z.infer<typeof RepFigures>;

export const RepOfTeam = z.object({
  member: z.object({ id: MemberId, name: z.string() }),
  today: RepFigures,
  /** From Monday on. */
  week: RepFigures,
  totalXp: z.int(),
  rank: RankKey,
});
export type RepOfTeam = z.infer<typeof RepOfTeam>;

/** The teams of Twenty's that name the signed-in person as their manager, with what their reps came to. */
export const TeamView = z.object({
  teams: z.array(z.object({ id: z.string(), name: z.string(), reps: z.array(RepOfTeam) })),
  weekStart: z.iso.date(),
  /** Whether who is in them is as Twenty says now; where it is away, it is as it last said, at `readAt`. */
  twenty: z.discriminatedUnion('state', [
    z.object({ state: z.literal('read') }),
    z.object({ state: z.literal('away'), message: z.string() }),
  ]),
  /** Null: Twenty never said. */
  readAt: Instant.nullable(),
});
export type TeamView = z.infer<typeof TeamView>;
