import type { MemberId } from '@twenty-dialer/contract';

/** A team of Twenty's, as its manager sees it. */
export interface ManagedTeam {
  readonly id: string;
  readonly name: string;
  readonly members: readonly { readonly id: MemberId; readonly name: string }[];
}

/** What a member's calls come to, by days in their own time zone. */
export interface PeriodFigures {
  readonly calls: number;
  readonly connected: number;
  readonly talkSeconds: number;
  readonly xp: number;
  /** Calls that ended, and that nobody has wrapped up. */
  readonly unwrapped: number;
}

export interface MemberFigures {
  readonly memberId: MemberId;
  readonly totalXp: number;
  readonly today: PeriodFigures;
  readonly week: PeriodFigures;
}

/** Whose calls a manager sees, as Twenty last said to that manager, and what these calls come to. */
export interface TeamStore {
  /** By name; `readAt` is null when Twenty was never asked. */
  managedBy(
    managerId: MemberId,
  ): Promise<{ readonly teams: readonly ManagedTeam[]; readonly readAt: Date | null }>;
  /** In place of what was kept for this manager before. */
  keep(managerId: MemberId, teams: readonly ManagedTeam[]): Promise<void>;
  /** Of each of them, in no order. Days from `today` on, and from `weekStart` on, `2026-11-22`. */
  figures(
    memberIds: readonly MemberId[],
    days: { readonly today: string; readonly weekStart: string },
  ): Promise<readonly MemberFigures[]>;
}
