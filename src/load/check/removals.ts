import type { State } from "../graph/index.ts";
import type { Bundle, Report } from "../record.ts";

/** A record can't go while other bundles point at it or rest on it. `defined` are the ids that the loaded bundles define. */
export function checkRemovals(
  bundles: readonly Bundle[],
  state: State,
  defined: { has(id: string): boolean },
  loading: ReadonlySet<string>,
  report: Report,
): void {
  const users = new Map<string, Set<string>>();
  for (const edge of state.edges.values()) {
    for (const [name, part] of edge.parts) {
      if (loading.has(name)) continue;
      for (const id of [edge.from, edge.to, ...part.claims]) users.set(id, (users.get(id) ?? new Set()).add(name));
    }
  }
  for (const node of state.nodes.values()) {
    const found = users.get(node.id);
    if (defined.has(node.id) || !found) continue;
    const place = bundles.find((bundle) => bundle.name === node.bundle)?.place;
    if (place)
      report(
        place,
        `${node.id} is no longer in the bundle ${node.bundle}, but other bundles still point at it: ${[...found].sort().join(", ")}. Change them first, or load them together.`,
      );
  }
}
