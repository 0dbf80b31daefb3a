import { type DeliveryState, OBJECT_NAMES } from '../outbox/entry.ts';
import { lagQuantile, lagTotal } from '../outbox/lag.ts';
import type { Metric, Sample } from './exposition.ts';
import type { Figures } from './figures.ts';

interface Known {
  readonly version: string;
  readonly budgetCapacity: number;
  readonly attempts: readonly Sample[];
  /** Null: the store does not answer, or nobody knows yet which workspace this is. */
  readonly figures: Figures | null;
  readonly isStoreUp: boolean;
}

/** Everything that Prometheus is told, in its units: seconds, and names that end in them. */
export const metricsOf = ({ figures, ...known }: Known): Metric[] => [
  gauge('dialer_info', 'The release that runs.', [{ labels: { version: known.version }, value: 1 }]),
  gauge('dialer_store_up', 'Whether the store answers.', [{ value: known.isStoreUp ? 1 : 0 }]),
  {
    name: 'dialer_delivery_attempts_total',
    help: 'Documents that this process has sent to Twenty, by what came of them.',
    type: 'counter',
    samples: known.attempts,
  },
  gauge('dialer_budget_tokens_capacity', 'Root fields that Twenty allows in a minute.', [
    { value: known.budgetCapacity },
  ]),
  ...(figures === null ? [] : fromStore(figures)),
];

/** Arrived entries are not counted: there is no end to them, and nothing waits. */
const COUNTED_STATES: readonly DeliveryState[] = ['pending', 'leased', 'dead', 'dismissed'];
const STATUSES = ['running', 'waiting-for-twenty', 'paused'] as const;
const SHARES = [0.5, 0.95, 0.99];

const fromStore = ({ backlog, lags, budgetLeft, status }: Figures): Metric[] => [
  gauge(
    'dialer_outbox_entries',
    'Entries of the outbox that are not in Twenty as they should be, by object and state.',
    // Zeros as well: a series that vanishes cannot be told from one that was never there.
    OBJECT_NAMES.flatMap((object) =>
      COUNTED_STATES.map((state) => ({ labels: { object, state }, value: countOf(backlog, object, state) })),
    ),
  ),
  gauge('dialer_dead_letters', 'Entries that no retry can help.', [
    { value: sum(backlog.filter(({ state }) => state === 'dead').map(({ count }) => count)) },
  ]),
  gauge('dialer_outbox_oldest_waiting_seconds', 'How long the entry that is due the longest waits.', [
    { value: Math.max(0, ...backlog.map(({ oldestWaitingMs }) => oldestWaitingMs ?? 0)) / 1_000 },
  ]),
  gauge(
    'dialer_delivery_lag_seconds',
    'From due to delivered, of records of calls that reached Twenty in the last 15 minutes.',
    SHARES.flatMap((share) => {
      const ms = lagQuantile(lags, share);
      return ms === null ? [] : [{ labels: { quantile: String(share) }, value: ms / 1_000 }];
    }),
  ),
  gauge('dialer_delivery_lag_records', 'How many records those are.', [{ value: lagTotal(lags) }]),
  gauge('dialer_budget_tokens_left', 'Root fields that could be sent now.', [{ value: budgetLeft }]),
  gauge(
    'dialer_delivery_state',
    '1 for the state that delivery is in.',
    STATUSES.map((state) => ({ labels: { state }, value: status.state === state ? 1 : 0 })),
  ),
  gauge('dialer_delivery_state_since_timestamp_seconds', 'Since when it is in that state.', [
    { value: Date.parse(status.since) / 1_000 },
  ]),
];

const gauge = (name: string, help: string, samples: readonly Sample[]): Metric => ({
  name,
  help,
  type: 'gauge',
  samples,
});

const countOf = (backlog: Figures['backlog'], object: string, inState: DeliveryState): number =>
  sum(
    backlog
      .filter(({ objectName, state }) => objectName === object && state === inState)
      .map(({ count }) => count),
  );

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
