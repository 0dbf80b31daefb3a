import type { AlertKind } from '@twenty-dialer/contract';
import type { JsonObject } from '../outbox/entry.ts';
import type { AlertLimits } from './rules.ts';

interface Words {
  readonly message: string;
  readonly remedy: string;
  /** What is told when it is over. */
  readonly over: string;
  /** What is told when it has become much worse. */
  readonly worse?: string;
}

/**
 * What people read of an alert. It names nobody and repeats nothing that people, or Twenty, have written: it leaves the
 * installation by webhook and by mail.
 */
export const wordsOf = (kind: AlertKind, figures: JsonObject): Words => WORDS[kind](figures);

/** What an alert remembers of the moment at which it was last told. */
export const rememberedOf = (
  { oldestWaitingMs, deadLetters }: { readonly oldestWaitingMs: number; readonly deadLetters: number },
  limits: AlertLimits,
): JsonObject => ({
  oldestWaitingMinutes: Math.floor(oldestWaitingMs / MINUTE_MS),
  deadLetters,
  limitMinutes: limits.waitingMs / MINUTE_MS,
  limitDeadLetters: limits.deadLetters,
});

/** What can be compared of it. */
export const toldOf = ({ deadLetters }: JsonObject): { readonly deadLetters: number } => ({
  deadLetters: typeof deadLetters === 'number' ? deadLetters : 0,
});

const MINUTE_MS = 60_000;
const minutes = ({ limitMinutes }: JsonObject): string =>
  `${String(limitMinutes)} ${limitMinutes === 1 ? 'minute' : 'minutes'}`;
const NOTHING_LOST = 'Nothing is lost: calls are taken in and kept.';

const WORDS: Readonly<Record<AlertKind, (figures: JsonObject) => Words>> = {
  'waiting-too-long': (figures) => ({
    message: `Records have been waiting for Twenty for more than ${minutes(figures)}.`,
    remedy: `${NOTHING_LOST} See whether Twenty answers, and what Deliveries says of the last attempts.`,
    over: 'Records do not wait for Twenty any more.',
  }),
  'dead-letters': ({ limitDeadLetters, deadLetters }) => ({
    worse: `Twenty does not accept ${String(deadLetters)} records by now.`,
    message:
      typeof limitDeadLetters === 'number' && limitDeadLetters > 0
        ? `Twenty does not accept more than ${limitDeadLetters} records.`
        : 'Twenty does not accept some records.',
    remedy:
      'Deliveries shows each with the words of Twenty: put right what it names, and deliver them again.',
    over: 'The records that Twenty did not accept are settled.',
  }),
  paused: () => ({
    message: 'Twenty refuses the dialer, so nothing is delivered.',
    remedy: `${NOTHING_LOST} Run npm run connect. Delivery goes on by itself when Twenty accepts the dialer again.`,
    over: 'Twenty accepts the dialer again, and delivery goes on.',
  }),
  'paused-by-admin': (figures) => ({
    message: `Delivery has been paused by an admin for more than ${minutes(figures)}.`,
    remedy: `${NOTHING_LOST} Resume it in Deliveries.`,
    over: 'Delivery is not paused by an admin any more.',
  }),
  'disk-low': () => ({
    message: 'The disk of the dialer is getting full. Soon no more calls are taken in.',
    remedy: 'Make room on the disk that holds DIALER_DATA_DIR.',
    over: 'The disk of the dialer has room again.',
  }),
};
