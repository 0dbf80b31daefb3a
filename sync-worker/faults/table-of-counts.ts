export interface CountsOfRun {
  readonly scenario: string;
  readonly store: string;
  /** Accepted with 202. */
  readonly calls: number;
  readonly arrived: number;
  readonly dead: number;
  readonly waiting: number;
  readonly restarts: number;
  readonly documents: number;
  readonly throttled: number;
  /** Of each record, from stored to Twenty's answer that it is there, the shortest first. */
  readonly waitSeconds: readonly number[];
  readonly callsPerSecond: number;
  readonly seconds: number;
}

const HEADS = [
  'scenario',
  'store',
  'accepted',
  'in Twenty',
  'dead',
  'wait',
  'restarts',
  'documents',
  'throttled',
  'wait p50',
  'p99',
  'longest',
  'calls/s',
  'took',
];

/** All runs, a line each. Waits are seconds by the store's clock. */
export const tableOfCounts = (runs: readonly CountsOfRun[]): string => {
  const lines = [HEADS, ...runs.map(cellsOf)];
  const widths = HEADS.map((_head, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
};

const cellsOf = (run: CountsOfRun): string[] => {
  const wait = (share: number) =>
    `${(run.waitSeconds[Math.min(run.waitSeconds.length - 1, Math.floor(run.waitSeconds.length * share))] ?? 0).toFixed(1)} s`;
  return [
    run.scenario,
    run.store,
    ...[run.calls, run.arrived, run.dead, run.waiting, run.restarts, run.documents, run.throttled].map(
      String,
    ),
    wait(0.5),
    wait(0.99),
    wait(1),
    run.callsPerSecond.toFixed(0),
    `${run.seconds.toFixed(0)} s`,
  ];
};
