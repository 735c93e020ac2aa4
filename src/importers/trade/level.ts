import type { Notes } from "../importer.ts";
import { type Flow, NONE, orderOf } from "./flow.ts";

/** How many digits the codes of markets may have. */
export const LEVELS: readonly number[] = [2, 4, 6];

/**
 * Flows in their order with codes of so many digits at most: those of longer codes are added up, by importer, year, who reports and supplier. Where the
 * reporter has flows of the shorter code itself in that year, these count, and the longer ones are counted as left out.
 */
export function* atLevel(flows: readonly Flow[], digits: number, notes: Notes): Generator<Flow> {
  let open: Flow[] = [];
  const codeOf = ({ importer, edition, code }: Flow) => `${importer} ${edition} ${code.slice(0, digits)}`;
  for (const flow of flows) {
    if (open[0] && codeOf(open[0]) !== codeOf(flow)) {
      yield* together(open, digits, notes);
      open = [];
    }
    open.push(flow);
  }
  yield* together(open, digits, notes);
}

/** The flows of one code, and of all below it, as flows of that code, in order. */
function together(flows: readonly Flow[], digits: number, notes: Notes): Flow[] {
  const [own, below] = [flows.filter(({ code }) => code.length <= digits), flows.filter(({ code }) => code.length > digits)];
  const reported = ({ year, side }: Flow) => `${year} ${side}`;
  const known = new Set(own.map(reported));
  const added = below.filter((flow) => !known.has(reported(flow)));
  for (let i = added.length; i < below.length; i++)
    notes.count("a flow of a longer code than asked, where the shorter one has its own: left out");
  const sums = [...bySupplier(added, digits, notes).values()].map((parts) => sumOf(parts, digits));
  const all = [...own, ...sums].map((flow) => ({ flow, order: orderOf(flow) }));
  return all.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).map(({ flow }) => flow);
}

/** Flows that become one, by what they have in common; of one that stands there twice the later. */
function bySupplier(flows: readonly Flow[], digits: number, notes: Notes): Map<string, readonly [Flow, ...Flow[]]> {
  const groups = new Map<string, readonly [Flow, ...Flow[]]>();
  for (const flow of flows) {
    const key = orderOf({ ...flow, code: flow.code.slice(0, digits) });
    const before = groups.get(key) ?? [];
    const last = before.at(-1);
    const isRepeated = flow.supplier !== NONE && last?.code === flow.code;
    if (isRepeated) notes.count("one flow stands there twice: the later one counts");
    const [first, ...others] = [...(isRepeated ? before.slice(0, -1) : before), flow];
    if (first) groups.set(key, [first, ...others]);
  }
  return groups;
}

/** Several flows as one: its amount is theirs where all have one of one unit; what they do not agree on, it does not say. */
function sumOf(parts: readonly [Flow, ...Flow[]], digits: number): Flow {
  const [first] = parts;
  const agreed = <K extends "unit" | "valuation" | "note">(key: K): Flow[K] | null =>
    parts.every((part) => part[key] === first[key]) ? first[key] : null;
  const unit = parts.every(({ amount }) => amount !== null) ? agreed("unit") : null;
  return {
    ...first,
    code: first.code.slice(0, digits),
    value: parts.reduce((sum, { value }) => sum + value, 0),
    amount: unit === null ? null : parts.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    unit,
    valuation: agreed("valuation"),
    note: agreed("note"),
  };
}
