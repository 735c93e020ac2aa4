import { type Bounds, EVERYWHERE } from "../cypher/bounds.ts";
import { cypher, type Fragment, type Parameter, quoted } from "../cypher/fragment.ts";
import { inRanges } from "../cypher/texts.ts";
import type { Key } from "./order.ts";

/** A place's value for one key, as parameters. */
export interface KeyValue {
  readonly value: Parameter;
  /** For free text, the ranges that lie above and below it for certain; see texts.ts. */
  readonly ranges: { readonly above: Parameter; readonly below: Parameter } | null;
}

/** Whether an element lies after (or before) a place in an order, whose values are `place`, one for each key. */
export function keysetCondition(keys: readonly Key[], place: readonly KeyValue[], side: "after" | "before"): Fragment {
  let condition: Fragment | null = null;
  for (let i = keys.length - 1; i >= 0; i--) {
    const key = keys[i];
    const at = place[i];
    if (!key || !at) continue;
    const { beyond, equal } = comparison(key, at, side);
    condition = condition === null ? beyond : cypher`(${beyond} OR (${equal} AND ${condition}))`;
    // Repeated as a plain bound, so that an index leads to the place: 1.8 ms against 28 on Neo4j, of 60,000 nodes.
    const [bound] = i === 0 && keys.length > 1 ? boundOf(key, at, side) : [];
    if (bound) condition = cypher`(${bound} AND ${condition})`;
  }
  return condition ?? cypher`true`;
}

/** That a key lies at its value or beyond, as a plain bound; none where it may be null, or is free text. */
function boundOf(key: Key, at: KeyValue | undefined, side: "after" | "before"): Fragment[] {
  const isPlain = at && (!key.nullable || key.present) && !at.ranges;
  return isPlain ? [cypher`${key.expression} ${sign(key, side)}= ${at.value}`] : [];
}

/**
 * What a key lies between on one side of a place: where it may be null, with `farthest` for null, as the order has it. None where it is free text, or null
 * and no text.
 */
export function boundsOf(key: Key, at: KeyValue | undefined, side: "after" | "before"): Bounds {
  const isNullable = key.nullable && !key.present;
  if (!at || at.ranges || (isNullable && key.kind !== "string")) return EVERYWHERE;
  const value = isNullable ? cypher`coalesce(${at.value}, ${farthest(key)})` : at.value;
  return key.descending === (side === "after") ? { lower: [], upper: [value] } : { lower: [value], upper: [] };
}

/** Where what has no value stands in the order of a key that is a code or a date: behind all others. */
export function farthest({ descending }: Pick<Key, "descending">): Fragment {
  return quoted(descending ? "" : "~");
}

/** Whether a key's value lies beyond a place's, and whether it is the same. */
function comparison(key: Key, { value, ranges }: KeyValue, side: "after" | "before"): { beyond: Fragment; equal: Fragment } {
  const { expression: e } = key;
  let beyond = cypher`${e} ${sign(key, side)} ${value}`;
  if (ranges) {
    const rises = key.descending !== (side === "after");
    const [within, without] = rises ? [ranges.above, ranges.below] : [ranges.below, ranges.above];
    beyond = cypher`((${beyond} OR ${inRanges(e, within)}) AND NOT ${inRanges(e, without)})`;
  }
  const equal = cypher`${e} = ${value}`;
  if (!key.nullable || key.present) return { beyond, equal };
  // What has no value comes last.
  const orAbsent =
    side === "after"
      ? cypher`(${value} IS NOT NULL AND (${beyond} OR ${e} IS NULL))`
      : cypher`(${beyond} OR (${value} IS NULL AND ${e} IS NOT NULL))`;
  return { beyond: orAbsent, equal: cypher`(${equal} OR (${value} IS NULL AND ${e} IS NULL))` };
}

function sign({ descending }: Key, side: "after" | "before"): Fragment {
  return descending === (side === "after") ? cypher`<` : cypher`>`;
}
