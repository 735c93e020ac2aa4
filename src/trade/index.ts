import type { ComputedFields, RowsOf } from "../compile/index.ts";
import { changes } from "./changes.ts";
import { disagreements } from "./disagreements.ts";
import { label, page } from "./label.ts";
import { neighbours } from "./neighbours.ts";
import { relationships } from "./relationships.ts";
import { statusOn } from "./status/index.ts";
import { timeline } from "./timeline.ts";

export { MOST_SHOWN } from "./neighbours.ts";

/** The fields that schema/ marks with @computed, by their names. */
export const COMPUTED: ComputedFields = { label, neighbours, page, statusOn };

/** The root lists that schema/ marks with @rows, by their names. */
export const ROWS: Readonly<Record<string, RowsOf>> = { changes, disagreements, relationships, timeline };
