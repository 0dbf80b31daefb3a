import { type Progression, RANKS, type RankKey } from '@twenty-dialer/contract';
import { useEffect, useState } from 'react';
import { useServices } from '../app/services.ts';
import { useDesk } from '../dialer/use-dialer.ts';

const TOLD_FOR_MS = 10_000;

/**
 * The rank that the rep has just reached, for ten seconds, once: not again in another window, after a reload, or when
 * a correction took it away and it came back. Null at all other times; a rank that was there at first sight is no news.
 */
export const useRankUp = (progression: Progression | undefined): RankKey | null => {
  const { timers } = useServices();
  const { owner } = useDesk();
  const [told, setTold] = useState<RankKey | null>(null);
  const rank = progression?.rank;
  const key = `twenty-dialer:highest-rank:${owner.member.id}`;
  useEffect(() => {
    if (rank === undefined) return;
    const known: readonly string[] = RANKS;
    const before = known.indexOf(localStorage.getItem(key) ?? '');
    if (RANKS.indexOf(rank) <= before) return;
    localStorage.setItem(key, rank);
    if (before !== -1) setTold(rank);
  }, [rank, key]);
  useEffect(() => {
    if (told !== null) return timers.after(TOLD_FOR_MS, () => setTold(null));
  }, [told, timers]);
  return told;
};
