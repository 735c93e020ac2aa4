/** What is known of a line of goods and of the duties that may hit it, as the statement of gather.ts reads it. */

import type { Facts } from "../status/index.ts";

/** The days on which something held; null where nothing bounds them. */
export interface Held {
  readonly since: string | null;
  readonly until: string | null;
}

/** A way along a hierarchy to a node: what holds on a day where all its steps do. */
export interface Way {
  readonly id: string;
  /** The node lies above the start, or is the start itself; else below it. */
  readonly above: boolean;
  readonly steps: readonly Held[];
}

/** An edge of a duty, to the node of an id. */
export interface EdgeTo extends Held {
  readonly to: string;
}

/** An edge to goods, with the rate that it gives. */
export interface Cover extends EdgeTo {
  readonly rate: number | null;
  readonly unit: string | null;
  /** The duty in the words of its schedule. */
  readonly duty: string | null;
  /** Whether it has a part in money, as all of it or beside the rate. */
  readonly hasSpecific: boolean;
}

/** An edge to a target; of a firm, with one of its seats. */
export interface Target extends EdgeTo {
  readonly scope: string | null;
  readonly seat: EdgeTo | null;
}

/** A term that a duty has from itself, a whole of it, or what it took the place of. */
export interface Term extends EdgeTo {
  readonly type: "EXCLUDES" | "GIVES_WAY_TO";
  readonly from: string;
}

/** The ordinary duties of `DutyType` in schema/measure.graphql. */
export type DutyType = "MFN" | "PREFERENTIAL" | "NON_MFN";

/** A duty that may hit the line on some day. */
export interface Candidate {
  readonly id: string;
  /** What decides its status: its own, and of a package without dates, its parts'. */
  readonly own: Facts;
  readonly parts: readonly Facts[];
  readonly rate: number | null;
  readonly unit: string | null;
  /** Which of the ordinary duties it holds; null for acts of policy. */
  readonly dutyType: DutyType | null;
  /** Whether it applies only for some use, user or way. */
  readonly isConditional: boolean;
  /** Those to goods of the line's tree. */
  readonly covers: readonly Cover[];
  /** Those to the importer's authorities. */
  readonly imposedBy: readonly EdgeTo[];
  /** Whether it names targets at all; those among them that have to do with the exporter. */
  readonly namesTargets: boolean;
  readonly targets: readonly Target[];
  /** Those of what the exporter belongs to. */
  readonly exempts: readonly EdgeTo[];
  readonly terms: readonly Term[];
  /** Itself and all whose terms are its own too, by id; `isCut` where more lie too far away to have been read. */
  readonly lineage: readonly string[];
  readonly isCut: boolean;
  /** The measures it is a part of, at any depth, by id. */
  readonly wholes: readonly string[];
}

/** A line of goods from an exporter into an importer: how goods, authorities and partners reach it. */
export interface Line {
  readonly goods: readonly Way[];
  readonly authorities: readonly Way[];
  readonly partners: readonly Way[];
}

/** The states of `LayerState` in schema/rate.graphql. */
export type State =
  | "NOT_IN_FORCE"
  | "EXEMPT"
  | "GOODS_EXCLUDED"
  | "PART_OF_GOODS"
  | "PART_OF_EXPORTER"
  | "CONDITIONAL"
  | "IN_PARTS"
  | "GIVES_WAY"
  | "ALTERNATIVE"
  | "OPEN"
  | "COUNTS";

/** Names an edge among those of a duty. */
export interface EdgeName extends EdgeTo {
  readonly type: string;
  readonly from: string;
}
