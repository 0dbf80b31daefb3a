import type { Instant } from '@twenty-dialer/contract';
import type { JsonObject } from '../outbox/entry.ts';
import type { DueNotice } from '../store/alert-port.ts';
import { wordsOf } from './words.ts';

/** What leaves the installation: no names, no numbers of people, and nothing that somebody wrote. */
export interface AlertMessage {
  /** The same when it is sent again. */
  readonly id: string;
  readonly event: 'alert.opened' | 'alert.worse' | 'alert.closed' | 'alert.test';
  readonly alert: {
    readonly id: string;
    readonly kind: DueNotice['kind'] | 'test';
    readonly message: string;
    readonly remedy: string;
    readonly openedAt: Instant;
    readonly closedAt: Instant | null;
    /** As they were when it was last told. */
    readonly figures: JsonObject;
  };
  /** Where an admin looks at it. */
  readonly link: string;
}

/** Sends a message by one channel. @throws when it was not taken; the words of the error hold no secret. */
export type SendAlert = (message: AlertMessage) => Promise<void>;

export const messageOf = (notice: DueNotice, publicUrl: string): AlertMessage => {
  const { alertId, event, kind, figures, openedAt, closedAt } = notice;
  const { message, remedy, over, worse = message } = wordsOf(kind, figures);
  const isOver = event === 'closed';
  return {
    // It may become worse several times.
    id: event === 'worse' ? `${alertId}:${event}:${String(figures.deadLetters)}` : `${alertId}:${event}`,
    event: `alert.${event}`,
    alert: {
      id: alertId,
      kind,
      message: { opened: message, worse, closed: over }[event],
      remedy: isOver ? '' : remedy,
      openedAt,
      // It may be over by now although its beginning is what is told: then the end follows.
      closedAt: isOver ? closedAt : null,
      figures,
    },
    link: linkTo(publicUrl),
  };
};

/** What `npm run doctor -- --test-alert` sends. */
export const testMessage = (publicUrl: string, { id, at }: { id: string; at: Instant }): AlertMessage => ({
  id,
  event: 'alert.test',
  alert: {
    id,
    kind: 'test',
    message: 'A test of the alerts of Twenty Dialer. Nothing is wrong.',
    remedy: '',
    openedAt: at,
    closedAt: null,
    figures: {},
  },
  link: linkTo(publicUrl),
});

const linkTo = (publicUrl: string): string => `${publicUrl}/#/deliveries`;
