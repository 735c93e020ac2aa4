import { hierarchyTypes } from "../../model/index.ts";
import type { State } from "../graph/index.ts";
import type { Bundle, EdgeRecord, Report } from "../record.ts";

/** An edge of a hierarchy; no record where it stands in the graph alone. */
interface Step {
  readonly to: string;
  readonly record: EdgeRecord | null;
}

/** Nothing is a part of itself, by whatever way: over the load and the graph together, edges of a hierarchy never lead back. */
export function checkCycles(bundles: readonly Bundle[], state: State, report: Report): void {
  for (const type of hierarchyTypes(state.model)) {
    const steps = stepsOf(type, bundles, state);
    for (const cycle of cyclesIn(steps)) reportCycle(type, cycle, report);
  }
}

function stepsOf(type: string, bundles: readonly Bundle[], state: State): Map<string, Step[]> {
  const loading = new Set(bundles.map((bundle) => bundle.name));
  const steps = new Map<string, Step[]>();
  const add = (from: string, step: Step) => {
    const known = steps.get(from);
    if (known) known.push(step);
    else steps.set(from, [step]);
  };
  for (const { edges } of bundles)
    for (const edge of edges) if (edge.type === type && edge.from !== edge.to) add(edge.from, { to: edge.to, record: edge });
  // What the loaded bundles alone said before is replaced by what they say now.
  for (const edge of state.edges.values())
    if (edge.type === type && [...edge.parts.keys()].some((bundle) => !loading.has(bundle))) add(edge.from, { to: edge.to, record: null });
  return steps;
}

/** A way that leads back to its start, from each place where a walk comes upon one. Walks without recursion: a chain may be as long as a load. */
function* cyclesIn(steps: ReadonlyMap<string, readonly Step[]>): Iterable<readonly (Step & { readonly from: string })[]> {
  const done = new Set<string>();
  for (const start of steps.keys()) {
    const way: { readonly from: string; readonly left: Step[]; step: Step | null }[] = [];
    const onWay = new Map<string, number>();
    const enter = (id: string) => {
      onWay.set(id, way.length);
      way.push({ from: id, left: [...(steps.get(id) ?? [])], step: null });
    };
    if (!done.has(start)) enter(start);
    for (let at = way.at(-1); at; at = way.at(-1)) {
      const step = at.left.pop();
      at.step = step ?? null;
      if (!step) {
        done.add(at.from);
        onWay.delete(at.from);
        way.pop();
        continue;
      }
      const back = onWay.get(step.to);
      if (back !== undefined) yield way.slice(back).flatMap(({ from, step: taken }) => (taken ? [{ ...taken, from }] : []));
      else if (!done.has(step.to)) enter(step.to);
    }
  }
}

function reportCycle(type: string, cycle: readonly (Step & { readonly from: string })[], report: Report): void {
  const first = cycle.findIndex(({ record }) => record !== null);
  const record = cycle[first]?.record;
  // One that the graph has already is none of this load's.
  if (!record) return;
  const way = [...cycle.slice(first), ...cycle.slice(0, first)].map(({ from }) => from);
  report(
    record.place,
    `${record.from} would be a part of itself: ${[...way, record.from].join(" → ")}. Edges ${type} must not lead back to where they start.`,
  );
}
