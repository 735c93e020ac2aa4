import { type Days, dayOf } from "../app/address.ts";
import { dayAfter, today } from "../app/day.ts";
import type { ChangeAxis, ChangeKind } from "../generated/operations.ts";

/** What the address asks for: two days, an axis, and of what. */
export interface AskedChanges {
  readonly from: string;
  readonly to: string;
  readonly axis: ChangeAxis;
  /** Empty: all. */
  readonly kinds: readonly ChangeKind[];
  /** Only of these nodes and what they reach; empty: of all. */
  readonly about: readonly string[];
}

/** How many days are compared where none is named. */
const DAYS = 30;

export const KINDS: readonly ChangeKind[] = ["ADDED", "ENDED", "CHANGED"];

/** Reads what an address asks for: by default the month up to the day that is chosen, else up to today. */
export function readAsked(search: URLSearchParams, { on }: Days): AskedChanges {
  const to = dayOf(search.get("to")) ?? on ?? today();
  const list = (name: string) => (search.get(name) ?? "").split(",").filter((part) => part !== "");
  return {
    from: dayOf(search.get("from")) ?? dayAfter(to, -DAYS),
    to,
    axis: search.get("axis") === "RECORDED" ? "RECORDED" : "VALID",
    kinds: KINDS.filter((kind) => list("kinds").includes(kind)),
    about: list("about"),
  };
}
