/** How many deliveries took how long, by bucket. Counts of several documents, or workers, are merged by adding them up. */
export type LagCounts = Readonly<Record<string, number>>;

/** Everything up to this is one bucket; each further one ends a quarter later than the one before. */
const FIRST_MS = 50;
const GROWTH = 1.25;
/** A month: what waited for longer is not told apart any more. */
const LAST_BUCKET = 80;

/** Counts of these lags, in milliseconds. */
export const countLags = (lagsMs: readonly number[]): LagCounts => {
  const counts: Record<string, number> = {};
  for (const ms of lagsMs) {
    const bucket = String(bucketOf(ms));
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
};

/** Milliseconds that this share of the deliveries (0 to 1) took at most, a tenth off at worst; null: nothing is counted. */
export const lagQuantile = (counts: LagCounts, share: number): number | null => {
  const buckets = Object.entries(counts)
    .map(([bucket, count]) => ({ bucket: Number(bucket), count }))
    .sort((a, b) => a.bucket - b.bucket);
  let left = share * lagTotal(counts);
  for (const { bucket, count } of buckets) {
    // As if those within a bucket were spread evenly over it.
    if (left <= count) return startOf(bucket) + (endOf(bucket) - startOf(bucket)) * (left / count);
    left -= count;
  }
  return buckets.length === 0 ? null : endOf(buckets.at(-1)?.bucket ?? 0);
};

/** How many deliveries are counted. */
export const lagTotal = (counts: LagCounts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

const bucketOf = (ms: number): number =>
  ms <= FIRST_MS ? 0 : Math.min(LAST_BUCKET, Math.ceil(Math.log(ms / FIRST_MS) / Math.log(GROWTH)));
const endOf = (bucket: number): number => FIRST_MS * GROWTH ** bucket;
const startOf = (bucket: number): number => (bucket === 0 ? 0 : endOf(bucket - 1));
