const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** Milliseconds until the next try: full jitter under a ceiling that doubles, so many windows do not come at once. */
export const waitBeforeTry = (failuresInARow: number, random: () => number): number => {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failuresInARow - 1));
  return Math.round(ceiling / 2 + random() * (ceiling / 2));
};
