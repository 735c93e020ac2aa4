import type { SaidEdge } from "../beside.ts";
import type { Notes } from "../importer.ts";
import { endsBefore } from "../read/dates.ts";
import type { Item, Statement } from "./item.ts";

/** A position that people hold: what it is called, and the items whose position it is. */
export interface Position {
  readonly name: string | null;
  readonly of: readonly string[];
}

/** Properties of a position, or qualifiers of holding it, that say whose it is: the organisation that it directs before the jurisdiction. */
const WHOSE = ["P2389", "P642", "P1001"] as const;

/** Offices of a country that its item states of people. */
export const HEADS: Readonly<Record<string, string>> = { P35: "Head of state", P6: "Head of government" };

/** What an item says of itself as a position; null where it is none. */
export function positionOf({ labels, statements }: Item): Position | null {
  const of = WHOSE.flatMap((property) => (statements.get(property) ?? []).flatMap(({ value }) => value ?? []));
  return of.length === 0 ? null : { name: labels.get("en") ?? null, of };
}

/** Whose office a statement of P39 is: by its qualifiers, else by the position's own item. */
export function whoseOffice({ qualifiers }: Statement, position: Position | undefined): readonly string[] {
  const said = WHOSE.flatMap((property) => qualifiers.get(property) ?? []);
  return said.length > 0 ? said : (position?.of ?? []);
}

/** First and last day of what a statement says. */
export function daysOf({ qualifiers }: Statement, notes: Notes): Record<string, string> {
  const [since, until] = [qualifiers.get("P580")?.[0], qualifiers.get("P582")?.[0]];
  if (since && until && endsBefore(since, until)) {
    notes.count("what ends before it begins: both days left out");
    return {};
  }
  return { ...(since ? { since } : {}), ...(until ? { until } : {}) };
}

/** Edges that several items state: of one type between the same two since the same day, what the first says counts. */
export class OnceStated {
  readonly #seen = new Set<string>();

  constructor(private readonly notes: Notes) {}

  /** Those of some edges that no earlier item has stated. */
  of(edges: readonly SaidEdge[]): readonly SaidEdge[] {
    return edges.filter(({ type, from, to, values }) => {
      const before = this.#seen.size;
      if (this.#seen.add(`${type}|${from}|${to}|${values.since ?? ""}`).size > before) return true;
      this.notes.count(`${type}: a statement of the same two since the same day as another one: that one counts`);
      return false;
    });
  }
}
