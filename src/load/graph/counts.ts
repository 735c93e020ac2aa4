/** How many records of one kind a load touched. */
export interface Counts {
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
}

/** What became of one bundle. */
export interface BundleReport {
  readonly name: string;
  readonly nodes: Counts;
  readonly edges: Counts;
}

/** Counts of nothing yet. */
export function noCounts(): Counts {
  return { added: 0, changed: 0, unchanged: 0, removed: 0 };
}

/** Adds `counts` to `sum`. */
export function addCounts(sum: Counts, counts: Counts): void {
  for (const outcome of ["added", "changed", "unchanged", "removed"] as const) sum[outcome] += counts[outcome];
}
