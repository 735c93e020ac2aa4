import type { RecordSession } from "../../load/index.ts";
import type { References } from "../references/references.ts";
import type { Evidence } from "./evidence.ts";
import type { Graph } from "./rows.ts";

/** What reads the rows of a table into bundles. */
export interface Tools {
  readonly graph: Graph;
  readonly references: References;
  readonly session: RecordSession;
  /** Who says what the table says; null where each row, or the bundle, names its claims. */
  readonly evidence: Evidence | null;
  /** Ids of claims that edges rest on which name none. */
  readonly restsOn: readonly string[];
}
