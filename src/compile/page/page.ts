import type { Value } from "../../engine/port.ts";
import { requestError } from "../../model/index.ts";
import { certain } from "../cypher/texts.ts";
import type { Arguments } from "../request/context.ts";
import { readCursor } from "./cursor.ts";
import { type KeyValue, keysetCondition, type Order, orderClause } from "./order.ts";

/** How many a page has when the query does not say. */
export const DEFAULT_PAGE = 20;
/** How many a page has at the most. */
export const MAX_PAGE = 200;

/** Which part of a list is asked for, as clauses. */
export interface Page {
  /** Conditions that keep what lies beyond the given cursors. */
  readonly conditions: readonly string[];
  /** ORDER BY … LIMIT …; one more than the page where it has to show whether there is more. */
  readonly window: string;
  /** Parameter: how many rows the window lets through. */
  readonly limit: string;
  /** Counted from the end: rows come in reversed order. */
  readonly reversed: boolean;
  /** Reads how many rows the page has at most. */
  readonly size: string;
}

/** Reads first, after, last, before of a field, and makes their clauses; `looksAhead` where it was asked whether there is more. */
export function readPage(
  site: { args: Arguments; parameter: (get: (args: Arguments) => Value) => string },
  order: Order,
  looksAhead: boolean,
): Page {
  const given = (name: string) => site.args[name] !== undefined && site.args[name] !== null;
  const backwards = given("last") || (given("before") && !given("first"));
  // The checks run with every request: what was compiled for `first: 10` is bound for `first: -1` as well.
  const size = site.parameter((args) => pageSize(args));
  const limit = looksAhead ? site.parameter((args) => pageSize(args) + 1) : size;
  const conditions = (["after", "before"] as const).filter(given).map((side) => {
    const place = order.keys.map(({ text }, i): KeyValue => {
      const at = (args: Arguments) => readCursor(order.tag, order.keys, args[side])[i] ?? null;
      const ranges = (which: "above" | "below") => site.parameter((args) => certain(String(at(args) ?? ""))[which]);
      return { value: site.parameter(at), ranges: text ? { above: ranges("above"), below: ranges("below") } : null };
    });
    return keysetCondition(order, place, side);
  });
  return { conditions, window: `${orderClause(order, backwards)} LIMIT ${limit}`, limit, reversed: backwards, size };
}

/** How many a field's arguments ask for. Throws BAD_PAGE where they are out of bounds or at odds. */
export function pageSize(args: Arguments): number {
  const { first, last } = args as { first?: number | null; last?: number | null };
  if (typeof first === "number" && typeof last === "number") {
    throw requestError("BAD_PAGE", "Ask for the first or the last of a list, not for both at once.");
  }
  const [name, size] = typeof last === "number" ? ["last", last] : ["first", first ?? DEFAULT_PAGE];
  if (size < 0 || size > MAX_PAGE) {
    throw requestError(
      "BAD_PAGE",
      `${name}: ${size} is out of bounds: a page has 0 to ${MAX_PAGE} entries. Walk on with ${name === "first" ? "after" : "before"}.`,
    );
  }
  return size;
}
