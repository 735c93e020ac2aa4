import type { ComputedFields, ObjectOf, RowsOf } from "../compile/index.ts";
import { changes } from "./changes.ts";
import { disagreements } from "./disagreements.ts";
import { effectiveRate, effectiveRates, MOST_LAYERS, MOST_ROWS } from "./rates/index.ts";
import { relationships } from "./relationships.ts";
import { scoreOn } from "./scores.ts";
import { statusOn } from "./status/index.ts";
import { timeline } from "./timeline.ts";

/** The fields that schema/ marks with @computed, by their names. */
export const COMPUTED: ComputedFields = { scoreOn, statusOn };

/** The root lists that schema/ marks with @rows, by their names. */
export const ROWS: Readonly<Record<string, RowsOf>> = { changes, disagreements, relationships, timeline };

/** The root fields that are worked out of what a statement reads, by their names. */
export const OBJECTS: Readonly<Record<string, ObjectOf>> = { effectiveRate, effectiveRates };

// How long the lists of rates are at most, by which they are priced.
export { MOST_LAYERS, MOST_ROWS };
