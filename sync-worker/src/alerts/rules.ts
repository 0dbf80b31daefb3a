import type { AlertKind, DeliveryStatus, StorageRoom } from '@twenty-dialer/contract';

/** How the installation does at one moment, as far as somebody may have to be told. */
export interface AlertFigures {
  /** How long what has been due the longest waits; 0: nothing is due. */
  readonly oldestWaitingMs: number;
  readonly deadLetters: number;
  /** `paused` also while an admin has stopped delivery. */
  readonly delivery: DeliveryStatus['state'];
  /** For how long an admin has stopped delivery; null: nobody has. */
  readonly pausedByAdminMs: number | null;
  readonly room: StorageRoom;
}

export interface AlertLimits {
  /** Longer than this something may not wait, and an admin's pause not last, without somebody being told. */
  readonly waitingMs: number;
  /** More than these are told. */
  readonly deadLetters: number;
}

/** `between`: not as bad as to tell anybody, and not so well that what was told is over. */
export type Verdict = 'bad' | 'between' | 'fine';

/** What is wrong, kind by kind. */
export const verdictsOf = (
  figures: AlertFigures,
  limits: AlertLimits,
): Readonly<Record<AlertKind, Verdict>> => ({
  'waiting-too-long': waiting(figures, limits),
  'dead-letters': figures.deadLetters > limits.deadLetters ? 'bad' : 'fine',
  // A Twenty that is away is waited for: it is told of by what waits.
  paused: figures.delivery === 'paused' && figures.pausedByAdminMs === null ? 'bad' : 'fine',
  'paused-by-admin': pausedByAdmin(figures, limits),
  'disk-low': figures.room === 'enough' ? 'fine' : 'bad',
});

const waiting = (figures: AlertFigures, { waitingMs }: AlertLimits): Verdict => {
  if (figures.oldestWaitingMs <= waitingMs / 2) return 'fine';
  // Of a pause people are told as of a pause, not once more as of what waits because of it.
  const isPaused = figures.delivery === 'paused' || figures.pausedByAdminMs !== null;
  return figures.oldestWaitingMs > waitingMs && !isPaused ? 'bad' : 'between';
};

const pausedByAdmin = ({ pausedByAdminMs }: AlertFigures, { waitingMs }: AlertLimits): Verdict => {
  if (pausedByAdminMs === null) return 'fine';
  return pausedByAdminMs > waitingMs ? 'bad' : 'between';
};

export type Move = 'open' | 'raise' | 'mark-fine' | 'mark-wrong' | 'close';

/** So many times what was last told is news again: one dead letter that nobody minds must not hide a thousand. */
const WORSE = 10;

export const isMuchWorse = (kind: AlertKind, figures: AlertFigures, told: { readonly deadLetters: number }) =>
  kind === 'dead-letters' && figures.deadLetters >= WORSE * told.deadLetters;

/** So long all must have been well before an alert ends: what comes and goes is told once. */
export const QUIET_MS = 120_000;

interface Known {
  /** Null while none is open. */
  readonly present: { readonly fineForMs: number | null } | null;
  /** The last look found it bad as well: what is bad for a moment (an admin has just resumed) is nobody's news. */
  readonly wasBad: boolean;
  /** It is out of proportion to what was last told. */
  readonly isMuchWorse: boolean;
}

/** What is to be done about one kind of alert. */
export const moveOf = (verdict: Verdict, { present, wasBad, isMuchWorse: isRaised }: Known): Move | null => {
  if (present === null) return verdict === 'bad' && wasBad ? 'open' : null;
  if (verdict !== 'fine') {
    if (present.fineForMs !== null) return 'mark-wrong';
    return verdict === 'bad' && isRaised ? 'raise' : null;
  }
  if (present.fineForMs === null) return 'mark-fine';
  return present.fineForMs >= QUIET_MS ? 'close' : null;
};
