import { DISPUTED, EDGE_DAYS, isMonthName } from "../../model/index.ts";
import type { Values } from "./values.ts";

const NAMES: ReadonlySet<string> = new Set([DISPUTED, ...[...EDGE_DAYS.values()].flatMap(({ first, last }) => [first, last])]);

/** The properties of a node without what is noted beside them: after a load has written (edge-days.ts, disputed.ts), and with its dates (months.ts). */
export function withoutNoted(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !NAMES.has(name) && !isMonthName(name)));
}
