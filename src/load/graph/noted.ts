import { DISPUTED, EDGE_DAYS } from "../../model/index.ts";
import type { Values } from "./values.ts";

const NAMES: ReadonlySet<string> = new Set([DISPUTED, ...[...EDGE_DAYS.values()].flatMap(({ first, last }) => [first, last])]);

/** The properties of a node without what is noted there from the graph itself, after a load has written (edge-days.ts, disputed.ts). */
export function withoutNoted(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !NAMES.has(name)));
}
