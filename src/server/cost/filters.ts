import { type Model, names, wholeOf } from "../../model/index.ts";
import { fieldsOf, membersOf } from "./asked.ts";
import type { FanOut } from "./fan-out.ts";
import { FILTERED_EDGE, FILTERED_STATUS } from "./prices.ts";

/** What a filter on nodes of a type costs. */
export interface FilterPrice {
  /** Once for the statement: all edges that its levels walk, and the nodes whose computed fields it wants. */
  readonly once: number;
  /** How many of its own conditions walk edges from each node that it is put to. */
  readonly walks: number;
}

/** Prices a filter: each level that walks edges by all edges of that type, side by side or inside each other. */
export function priceOfFilter(model: Model, fanOut: FanOut, type: string, filter: unknown): FilterPrice {
  let once = 0;
  let walks = 0;
  const add = (inner: FilterPrice) => {
    once += inner.once;
    walks += inner.walks;
  };
  const edges = model.edgeFields.get(type);
  const computed = [...(model.computed.get(type)?.values() ?? [])].map((field) => field.filter?.name);
  for (const [key, value] of fieldsOf(filter)) {
    if (value === null || value === undefined) continue;
    if (key === "not" || key === "any" || key === "all") {
      for (const member of membersOf(value)) add(priceOfFilter(model, fanOut, type, member));
    } else if (computed.includes(key)) {
      const nodes = (model.possible.get(type) ?? []).reduce((sum, one) => sum + fanOut.scanned(one), 0);
      add({ once: nodes * FILTERED_STATUS, walks: 1 });
    } else {
      const edge = edges?.get(key) ?? [...(edges?.values() ?? [])].find((e) => names.where(e.name) === key);
      const whole = key === names.isPart ? wholeOf(edges) : undefined;
      const walked = edge ?? whole;
      if (!walked) continue;
      add({ once: fanOut.edges(walked.type) * FILTERED_EDGE, walks: 1 });
      const inner = fieldsOf(value).find(([name]) => name === "node")?.[1];
      if (inner !== undefined) add({ once: priceOfFilter(model, fanOut, walked.to, inner).once, walks: 0 });
    }
  }
  return { once, walks };
}
