import { containing } from "../cypher/dates.ts";
import type { Parameter } from "../cypher/fragment.ts";
import type { Site } from "./site.ts";

/** A day, and the coarser dates that contain it, as parameters. */
export interface Day {
  readonly day: Parameter;
  readonly days: Parameter;
}

/** The day as of which something is asked, as parameters; null where none was given. */
export interface AsOf {
  /** The day whose state counts. */
  readonly valid: Day | null;
  /** The day whose knowledge counts. */
  readonly known: Parameter | null;
}

/** All of history, with all that is known. */
export const ALWAYS: AsOf = { valid: null, known: null };

/** The day that an argument gives. */
export function dayAt(site: Site, name: string): Day {
  return { day: site.text(name), days: site.parameter((args) => containing(args.text(name))) };
}
