import type { Progression } from '@twenty-dialer/contract';
import { dayAndTime } from '../ui/time.ts';
import { figure } from './rank-words.ts';

/** Whether Twenty has these figures already, in words for the mark; where it has others, which ones. */
export const syncWords = ({ totalXp, sync }: Pick<Progression, 'totalXp' | 'sync'>): string => {
  const { state, deliveredAt, totalXpInTwenty } = sync;
  const since = deliveredAt === null ? '' : ` since ${dayAndTime(deliveredAt)}`;
  if (state === 'in-twenty') return `Twenty has these ${figure(totalXp)} XP${since}.`;
  const before = totalXpInTwenty === null ? '' : ` Twenty has ${figure(totalXpInTwenty)} XP${since}.`;
  if (state === 'needs-attention')
    return `Twenty did not take these figures. Tell your admin; no points are lost.${before}`;
  const now = `${figure(totalXp)} XP are saved by the dialer`;
  return state === 'on-its-way'
    ? `${now} and on their way to Twenty.${before}`
    : `${now}. Twenty gets them about once a minute.${before}`;
};
