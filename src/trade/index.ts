import type { AnalysisOf, ComputedFields, ObjectOf, RowsOf } from "../compile/index.ts";
import { causalChain, escalation } from "./chains/index.ts";
import { changes } from "./changes.ts";
import { chokepoints } from "./chokepoints/index.ts";
import { citation } from "./citation.ts";
import { disagreements } from "./disagreements.ts";
import { exposure } from "./exposure/index.ts";
import { formerIds, label, page } from "./label.ts";
import { neighbours } from "./neighbours.ts";
import { paths } from "./paths/index.ts";
import { effectiveRate, effectiveRates, MOST_LAYERS, MOST_ROWS } from "./rates/index.ts";
import { relationships } from "./relationships.ts";
import { scoreOn } from "./scores.ts";
import { similar } from "./similar/index.ts";
import { countPeriods, MOST_PERIODS, statistics } from "./statistics/index.ts";
import { EFFECTS, statuses, statusOn } from "./status/index.ts";
import { timeline, timelineOfNode } from "./timeline.ts";

export { RELIEF } from "./chains/index.ts";
export { LIMITS } from "./limits.ts";

/** The fields that schema/ marks with @computed, by their names. */
export const COMPUTED: ComputedFields = {
  causalChain,
  chokepoints,
  citation,
  escalation,
  exposure,
  formerIds,
  label,
  neighbours,
  page,
  scoreOn,
  similar,
  statuses,
  statusOn,
  timeline: timelineOfNode,
};

/** The root lists that schema/ marks with @rows, by their names. */
export const ROWS: Readonly<Record<string, RowsOf>> = { changes, disagreements, relationships, timeline };

/** The root lists that statements of their own gather, by their names. */
export const ANALYSES: Readonly<Record<string, AnalysisOf>> = { paths };

/** The root fields that are worked out of what a statement reads, by their names. */
export const OBJECTS: Readonly<Record<string, ObjectOf>> = { effectiveRate, effectiveRates, statistics };

// How long the lists of rates are at most, and how many periods statistics have, by which they are priced.
// By which acts reach a measure: what its statuses cost.
export { countPeriods, EFFECTS, MOST_LAYERS, MOST_PERIODS, MOST_ROWS };
