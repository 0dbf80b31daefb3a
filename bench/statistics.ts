/** The value in the middle; of an even number, half-way between the two. NaN of nothing. */
export const median = (values: readonly number[]): number => {
  const sorted = inOrder(values);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
};

/** The smallest value that `percent` of all values do not exceed (nearest rank). NaN of nothing. */
export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = inOrder(values);
  const rank = Math.ceil((percent / 100) * sorted.length);
  return sorted[Math.max(rank, 1) - 1] ?? Number.NaN;
};

const inOrder = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
