import type { Effort, Figures } from "./measure.ts";
import type { SideName } from "./shapes/index.ts";

/** What one process measures: one size, since each size has a Neo4j of its own. */
export interface Plan {
  readonly size: string;
  readonly sides: readonly SideName[];
  readonly shapes: readonly string[];
  readonly effort: Effort;
  /** Where loaded databases are kept. */
  readonly folder: string;
}

export interface ShapeOutcome {
  readonly shape: string;
  readonly title: string;
  /** Objects in an answer, in the mean. */
  readonly objects: number;
  readonly figures: readonly Figures[];
}

export interface Outcome {
  readonly size: string;
  readonly measuredOn: string;
  readonly nodes: number;
  readonly edges: number;
  readonly shapes: readonly ShapeOutcome[];
}
