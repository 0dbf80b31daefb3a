import { type Progression, progressOf, RANKS, type RankKey, XP_PER_RANK } from '@twenty-dialer/contract';

/** Ranks as people say them. */
export const RANK_NAMES: Record<RankKey, string> = {
  'rookie-1': 'Rookie I',
  'rookie-2': 'Rookie II',
  'rookie-3': 'Rookie III',
  'caller-1': 'Caller I',
  'caller-2': 'Caller II',
  'caller-3': 'Caller III',
  'closer-1': 'Closer I',
  'closer-2': 'Closer II',
  'closer-3': 'Closer III',
  legend: 'Legend',
};

const number = new Intl.NumberFormat();
export const figure = (value: number): string => number.format(value);

/** `+5 XP`, and with a real minus sign `−3 XP`: points that came or went. */
export const signedXp = (points: number): string =>
  `${points < 0 ? '\u2212' : '+'}${figure(Math.abs(points))} XP`;

/** What a bar shows of the ledger's figures: the rank, the whole amount, and how far it is to the next rank. */
export const progressWords = ({ totalXp, rank }: Pick<Progression, 'totalXp' | 'rank'>) => {
  const { nextRank, xpInRank } = progressOf(totalXp);
  const toNext =
    nextRank === null
      ? null
      : `${figure(RANKS.indexOf(nextRank) * XP_PER_RANK - totalXp)} to ${RANK_NAMES[nextRank]}`;
  return { rank: RANK_NAMES[rank], xp: `${figure(totalXp)} XP`, toNext, xpInRank };
};
