/** The value below which a share of the values lies; NaN where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The geometric mean: that of ratios does not depend on which side is divided by which. */
export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** Two values between which another lies, ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How sure an interval is at least. */
export const SURE = 0.9;

/**
 * Between which of some independent values the median lies from which they are drawn, with a certainty of 90 % or more: the k-th from either end, as the
 * binomial distribution has it, whatever theirs is. Null where there are too few: four of them are sure of 87.5 % at most.
 */
export function medianInterval(values: readonly number[]): Interval | null {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  let outside = 0;
  let found: Interval | null = null;
  // The chance that no more than k of n values lie on one side, k growing.
  for (let k = 0, chance = 0.5 ** n; k < n / 2; chance = (chance * (n - k)) / (k + 1), k++) {
    outside += 2 * chance;
    if (1 - outside < SURE) break;
    found = { low: sorted[k] ?? Number.NaN, high: sorted[n - 1 - k] ?? Number.NaN };
  }
  return found;
}
