import type { Value } from "../../engine/port.ts";
import { requestError } from "../../model/index.ts";
import { type Bounds, both, EVERYWHERE } from "../cypher/bounds.ts";
import { cypher, type Fragment, type Parameter } from "../cypher/fragment.ts";
import { certain } from "../cypher/texts.ts";
import type { Arguments } from "../request/arguments.ts";
import type { Site } from "../request/site.ts";
import { readCursor } from "./cursor.ts";
import { boundsOf, type KeyValue, keysetCondition } from "./keyset.ts";
import { type Order, orderClause } from "./order.ts";

/** How many a page has when the query does not say. */
export const DEFAULT_PAGE = 20;
/** How many a page has at the most. */
export const MAX_PAGE = 200;

/** Which part of a list is asked for, as clauses. */
export interface Page {
  /** Conditions that keep what lies beyond the given cursors. */
  readonly conditions: readonly Fragment[];
  /** What they say of the order's first key alone (`boundsOf`). */
  readonly bounds: Bounds;
  /** ORDER BY … LIMIT …; one more than the page where it has to show whether there is more, as a page of the default size always has. */
  readonly window: Fragment;
  /** How many rows the window lets through. */
  readonly limit: Parameter;
  /** Counted from the end: rows come in reversed order. */
  readonly reversed: boolean;
  /** How many rows the page has at most, given the statement's parameters. */
  readonly size: (parameters: Readonly<Record<string, Value>>) => number;
  /** Nobody said how many: where there are more, the client is told. */
  readonly byDefault: boolean;
}

/** Reads first, after, last, before of a field, and makes their clauses; `looksAhead` where it was asked whether there is more. */
export function readPage(site: Site, order: Order, looksAhead: boolean): Page {
  const { args } = site;
  const byDefault = !args.has("first") && !args.has("last");
  const backwards = args.has("last") || (args.has("before") && !args.has("first"));
  // The checks run with every request: what was compiled for `first: 10` is bound for `first: -1` as well.
  const ahead = Number(looksAhead || byDefault);
  const limit = site.parameter((given) => pageSize(given) + ahead);
  const places = (["after", "before"] as const)
    .filter((side) => args.has(side))
    .map((side) => ({ side, place: placeAt(site, order, side) }));
  return {
    conditions: places.map(({ side, place }) => keysetCondition(order.keys, place, side)),
    bounds: places.map(({ side, place }) => firstBounds(order, place, side)).reduce(both, EVERYWHERE),
    window: cypher`${orderClause(order.keys, backwards)} LIMIT ${limit}`,
    limit,
    reversed: backwards,
    size: (parameters) => Number(parameters[limit.name]) - ahead,
    byDefault,
  };
}

function firstBounds({ keys: [key] }: Order, [at]: readonly KeyValue[], side: "after" | "before"): Bounds {
  return key ? boundsOf(key, at, side) : EVERYWHERE;
}

/** The place that a cursor gives, as parameters for each key of an order. */
function placeAt(site: Site, order: Order, side: "after" | "before"): KeyValue[] {
  return order.keys.map(({ text }, i): KeyValue => {
    const at = (args: Arguments) => readCursor(order.tag, order.keys, args.value(side))[i] ?? null;
    const ranges = (which: "above" | "below") => site.parameter((args) => certain(String(at(args) ?? ""))[which]);
    return { value: site.parameter(at), ranges: text ? { above: ranges("above"), below: ranges("below") } : null };
  });
}

/** How many a field's arguments ask for. Throws BAD_PAGE where they are out of bounds or at odds. */
export function pageSize(args: Arguments): number {
  const [first, last] = [args.number("first"), args.number("last")];
  if (first !== null && last !== null) {
    throw requestError("BAD_PAGE", "Ask for the first or the last of a list, not for both at once.");
  }
  const [name, size] = last !== null ? ["last", last] : ["first", first ?? DEFAULT_PAGE];
  if (size < 0 || size > MAX_PAGE) {
    throw requestError(
      "BAD_PAGE",
      `${name}: ${size} is out of bounds: a page has 0 to ${MAX_PAGE} entries. Walk on with ${name === "first" ? "after" : "before"}.`,
    );
  }
  return size;
}
