import type { Bundle } from "../record.ts";
import type { State } from "./state.ts";

/**
 * Groups bundles so that each group can be written in one transaction, one group after another, without an edge that has no end:
 * a bundle comes after those whose new nodes it points at, and before those that remove what it pointed at. Bundles that need
 * each other both ways are one group, and so one transaction. Among equals the order given stays.
 */
export function transactionGroups(bundles: readonly Bundle[], state: State): Bundle[][] {
  const needs = new Map(bundles.map((bundle) => [bundle, new Set<Bundle>()]));
  const byName = new Map(bundles.map((bundle) => [bundle.name, bundle]));
  const definedBy = new Map(bundles.flatMap((bundle) => bundle.nodes.map((node) => [node.id, bundle] as const)));
  const need = (bundle: Bundle | undefined, other: Bundle | undefined) => {
    if (bundle && other && bundle !== other) needs.get(bundle)?.add(other);
  };
  for (const bundle of bundles) {
    for (const edge of bundle.edges) {
      for (const id of [edge.from, edge.to, ...edge.claims]) if (!state.nodes.has(id)) need(bundle, definedBy.get(id));
    }
  }
  // A record that moves is written where it goes before it is missed where it was.
  for (const node of state.nodes.values()) if (definedBy.has(node.id)) need(byName.get(node.bundle), definedBy.get(node.id));
  for (const edge of state.edges.values()) {
    for (const [name, part] of edge.parts) {
      for (const id of [edge.from, edge.to, ...part.claims]) {
        const node = state.nodes.get(id);
        if (node && !definedBy.has(id)) need(byName.get(node.bundle), byName.get(name));
      }
    }
  }
  return components(bundles, (bundle) => needs.get(bundle) ?? []);
}

/** Strongly connected components, what is needed first (Tarjan, "Depth-first search and linear graph algorithms", 1972). */
function components<T>(items: readonly T[], needs: (item: T) => Iterable<T>): T[][] {
  const found: T[][] = [];
  const index = new Map<T, number>();
  const low = new Map<T, number>();
  const stack: T[] = [];
  const open = new Set<T>();
  const lower = (item: T, to: number) => low.set(item, Math.min(low.get(item) ?? to, to));

  const visit = (item: T): void => {
    const at = index.size;
    index.set(item, at);
    low.set(item, at);
    stack.push(item);
    open.add(item);
    for (const other of needs(item)) {
      if (!index.has(other)) {
        visit(other);
        lower(item, low.get(other) ?? at);
      } else if (open.has(other)) lower(item, index.get(other) ?? at);
    }
    if (low.get(item) !== at) return;
    const members = new Set(stack.splice(stack.indexOf(item)));
    for (const member of members) open.delete(member);
    found.push(items.filter((other) => members.has(other)));
  };
  for (const item of items) if (!index.has(item)) visit(item);
  return found;
}
