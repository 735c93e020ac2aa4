/*
 * Which edges lead from what is exposed to what measures name. A way is a row of steps; which step may follow which is all there is to it, so that a walk
 * goes up a hierarchy or down it, and never down again to what merely lies beside.
 */

/** One kind of step: along edges of some types, the way they run or against it. */
interface Step {
  readonly types: readonly string[];
  readonly direction: "OUT" | "IN";
  /** Which steps may come next. */
  readonly next: readonly StepName[];
}

export const STEPS = {
  /** To a firm that owns it, and what owns that. */
  OWNER: { types: ["SUBSIDIARY_OF"], direction: "OUT", next: ["OWNER"] },
  /** To a firm that it owns, and what that owns. */
  OWNED: { types: ["SUBSIDIARY_OF"], direction: "IN", next: ["OWNED"] },
  /** To the country of its seat. */
  SEAT: { types: ["HEADQUARTERED_IN"], direction: "OUT", next: ["BLOC"] },
  /** To a bloc to which a country belongs. */
  BLOC: { types: ["PART_OF"], direction: "OUT", next: ["BLOC"] },
  /** To what it makes or uses. */
  GOODS: { types: ["PRODUCES", "USES"], direction: "OUT", next: ["ABOVE", "BELOW"] },
  /** To what a commodity lies under. */
  ABOVE: { types: ["PART_OF"], direction: "OUT", next: ["ABOVE"] },
  /** To what lies under a commodity. */
  BELOW: { types: ["PART_OF"], direction: "IN", next: ["BELOW"] },
} as const satisfies Readonly<Record<string, Step>>;

export type StepName = "OWNER" | "OWNED" | "SEAT" | "BLOC" | "GOODS" | "ABOVE" | "BELOW";

/** The first steps from a node of each type that can be exposed. */
export const FIRST: Readonly<Record<string, readonly StepName[]>> = {
  Commodity: ["ABOVE", "BELOW"],
  Country: ["BLOC", "GOODS"],
  Firm: ["OWNER", "OWNED", "SEAT", "GOODS"],
};

/** The relationship types by which a measure names what it reaches, and those by which it spares it. */
export const NAMES: readonly string[] = ["TARGETS", "COVERS"];
export const SPARES = "EXEMPTS";
