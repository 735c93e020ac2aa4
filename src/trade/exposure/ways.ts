/*
 * Which edges lead from what is exposed to what measures name. A way is a row of steps; which step may follow which is all there is to it, so that a walk
 * goes up a hierarchy or down it, and never down again to what merely lies beside.
 */

/** Edges that a step may take: of some types, the way they run or against it. */
interface Hops {
  readonly types: readonly string[];
  readonly direction: "OUT" | "IN";
  /** Whether one may follow another; if not, `after` of the others says what follows. */
  readonly again: boolean;
  /** The hops that this one may follow, beside itself. */
  readonly after: readonly HopsName[];
}

export type HopsName = "OWNERS" | "OWNED" | "SEATS" | "GOODS" | "UP" | "DOWN";

export const HOPS: Readonly<Record<HopsName, Hops>> = {
  OWNERS: { types: ["SUBSIDIARY_OF"], direction: "OUT", again: true, after: [] },
  OWNED: { types: ["SUBSIDIARY_OF"], direction: "IN", again: true, after: [] },
  SEATS: { types: ["HEADQUARTERED_IN"], direction: "OUT", again: false, after: [] },
  GOODS: { types: ["PRODUCES", "USES"], direction: "OUT", again: false, after: [] },
  UP: { types: ["PART_OF"], direction: "OUT", again: true, after: ["SEATS", "GOODS"] },
  DOWN: { types: ["PART_OF"], direction: "IN", again: true, after: ["GOODS"] },
};

/** One kind of step. */
interface Step {
  readonly hops: HopsName;
  /** Which steps may come next. */
  readonly next: readonly StepName[];
}

export type StepName = "OWNER" | "OWNED" | "SEAT" | "BLOC" | "GOODS" | "ABOVE" | "BELOW";

export const STEPS: Readonly<Record<StepName, Step>> = {
  /** To a firm that owns it, and what owns that. */
  OWNER: { hops: "OWNERS", next: ["OWNER"] },
  /** To a firm that it owns, and what that owns. */
  OWNED: { hops: "OWNED", next: ["OWNED"] },
  /** To the country of its seat. */
  SEAT: { hops: "SEATS", next: ["BLOC"] },
  /** To a bloc to which a country belongs. */
  BLOC: { hops: "UP", next: ["BLOC"] },
  /** To what it makes or uses. */
  GOODS: { hops: "GOODS", next: ["ABOVE", "BELOW"] },
  /** To what a commodity lies under. */
  ABOVE: { hops: "UP", next: ["ABOVE"] },
  /** To what lies under a commodity. */
  BELOW: { hops: "DOWN", next: ["BELOW"] },
};

/** The first steps from a node of each type that can be exposed. */
export const FIRST: Readonly<Record<string, readonly StepName[]>> = {
  Commodity: ["ABOVE", "BELOW"],
  Country: ["BLOC", "GOODS"],
  Firm: ["OWNER", "OWNED", "SEAT", "GOODS"],
};

/** How many levels of a walk a statement reads: hierarchies are seldom deeper, and the last of these levels finds that. */
export const LEVELS = 4;

/** The relationship types by which a measure names what it reaches, and those by which it spares it. */
export const NAMES: readonly string[] = ["TARGETS", "COVERS"];
export const SPARES = "EXEMPTS";
