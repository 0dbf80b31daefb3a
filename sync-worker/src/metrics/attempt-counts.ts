import type { DeliveryAttempt } from '../outbox/attempt.ts';
import type { Sample } from './exposition.ts';

/**
 * How many delivery attempts this process has made, by what came of them. In memory, because a counter must never go back
 * while its process lives: those in the store are removed after their time. Prometheus adds up several workers.
 */
export interface AttemptCounts {
  note(attempt: Pick<DeliveryAttempt, 'action' | 'answer' | 'failure'>): void;
  samples(): readonly Sample[];
}

export const createAttemptCounts = (): AttemptCounts => {
  const counts = new Map<string, { readonly labels: Readonly<Record<string, string>>; value: number }>();
  return {
    note: ({ action, answer, failure }) => {
      const labels = { action, answer, failure: failure ?? 'none' };
      const key = Object.values(labels).join(' ');
      const counted = counts.get(key) ?? { labels, value: 0 };
      counted.value += 1;
      counts.set(key, counted);
    },
    samples: () => [...counts.values()].map(({ labels, value }) => ({ labels, value })),
  };
};
