import { cypher, type Fragment } from "./fragment.ts";

/** What a value lies between, ends included: at or above each of `lower`, at or below each of `upper`. */
export interface Bounds {
  readonly lower: readonly Fragment[];
  readonly upper: readonly Fragment[];
}

/** No bounds at all. */
export const EVERYWHERE: Bounds = { lower: [], upper: [] };

/** Both bounds together. */
export function both(one: Bounds, other: Bounds): Bounds {
  return { lower: [...one.lower, ...other.lower], upper: [...one.upper, ...other.upper] };
}

/** That an expression lies within bounds; `strictly`, ends excluded. */
export function isWithin({ lower, upper }: Bounds, expression: Fragment, strictly = false): Fragment[] {
  const [above, below] = strictly ? [cypher`>`, cypher`<`] : [cypher`>=`, cypher`<=`];
  return [
    ...lower.map((bound) => cypher`${expression} ${above} ${bound}`),
    ...upper.map((bound) => cypher`${expression} ${below} ${bound}`),
  ];
}
