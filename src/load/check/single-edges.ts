import type { EdgeField, NodeType } from "../../model/index.ts";
import type { State } from "../graph/index.ts";
import type { Bundle, EdgeRecord, NodeRecord, Report } from "../record.ts";

/** Where the schema allows one node at the other end of an edge, there is at most one, and where it requires one, there is one. */
export function checkSingleEdges(bundles: readonly Bundle[], state: State, loading: ReadonlySet<string>, report: Report): void {
  const loaded = edgesByType(bundles);
  const nodes = bundles.flatMap((bundle) => bundle.nodes);
  for (const type of state.model.nodes.values()) {
    for (const field of type.edges.values()) {
      if (field.list) continue;
      const ends = new SingleEnds(field);
      for (const edge of state.edges.values())
        if (edge.type === field.type && [...edge.parts.keys()].some((bundle) => !loading.has(bundle))) ends.add(edge);
      for (const edge of loaded.get(field.type) ?? []) ends.check(edge, report);
      if (field.required) checkRequired(type, field, nodes, ends, report);
    }
  }
}

function checkRequired(type: NodeType, field: EdgeField, nodes: readonly NodeRecord[], ends: SingleEnds, report: Report): void {
  for (const node of nodes) {
    if (node.type === type.name && !ends.has(node.id) && !node.places?.has(field.name))
      report(node.place, `${type.name} needs ${field.name}.`);
  }
}

/** The nodes that a field leads to, by the node that has the field. */
class SingleEnds {
  readonly #farByNear = new Map<string, Set<string>>();

  constructor(private readonly field: EdgeField) {}

  has(near: string): boolean {
    return this.#farByNear.has(near);
  }

  /** Adds an edge, and returns all that its field leads to by now. */
  add(edge: { readonly from: string; readonly to: string }): ReadonlySet<string> {
    const [near, far] = this.#ends(edge);
    const all = this.#farByNear.get(near) ?? new Set();
    this.#farByNear.set(near, all.add(far));
    return all;
  }

  /** Adds an edge, and reports it where it is one more than the schema allows. */
  check(edge: EdgeRecord, report: Report): void {
    const [near] = this.#ends(edge);
    const before = this.#farByNear.get(near)?.size ?? 0;
    const all = this.add(edge);
    if (all.size > Math.max(before, 1))
      report(edge.place, `${near} has one ${this.field.name} at most, and these are several: ${[...all].join(", ")}.`);
  }

  #ends({ from, to }: { readonly from: string; readonly to: string }): readonly [near: string, far: string] {
    return this.field.direction === "OUT" ? [from, to] : [to, from];
  }
}

function edgesByType(bundles: readonly Bundle[]): ReadonlyMap<string, readonly EdgeRecord[]> {
  const found = new Map<string, EdgeRecord[]>();
  for (const bundle of bundles) {
    for (const edge of bundle.edges) {
      const edges = found.get(edge.type);
      if (edges) edges.push(edge);
      else found.set(edge.type, [edge]);
    }
  }
  return found;
}
