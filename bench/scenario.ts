import type { Bench } from './bench.ts';

/** What one run of `npm run bench` looks at. Each asks the real product: its own processes, over HTTP. */
export interface Scenario {
  readonly name: string;
  /** In one line, for whoever waits. */
  readonly what: string;
  /** Run once for every store, or once in all because no store takes part. */
  readonly isPerStore: boolean;
  /** Why it cannot run against a real Twenty; null where it can. */
  readonly onlyOnSandbox: string | null;
  /** @throws Error when calls are missing or doubled at the end: a figure of lost work is none. */
  run(bench: Bench): Promise<readonly Figure[]>;
}

export interface Figure {
  readonly name: string;
  readonly value: number;
  /** "ms", "calls/s", "MB"; "" for a ratio. */
  readonly unit: string;
  /** Null: shown to understand the others, and judged by nobody. */
  readonly bar: Bar | null;
  /** What it was compared with, in the same run. */
  readonly note?: string;
}

export interface Bar {
  readonly kind: 'at-most' | 'at-least' | 'below';
  readonly value: number;
}

export const STORE_KINDS = ['pglite', 'postgres'] as const;
export type StoreKind = (typeof STORE_KINDS)[number];
