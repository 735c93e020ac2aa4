/** Bundles as they are stated, with the ids of merged nodes in the place of which others stand now. Pure: reads and writes nothing. */
import { ABOUT, edgePropertyOf, type Model, type NodeType, nodeTypeOf } from "../../model/index.ts";
import { edgeKeyOf } from "../graph/index.ts";
import { type Bundle, type EdgeRecord, formatPlace, type NodeRecord, type Problem, problemAt } from "../record.ts";
import { joined } from "./join.ts";
import { type Filled, intoTarget, type Vouched } from "./node.ts";
import type { Merges, Restated } from "./notes.ts";

/** Bundles after merges. */
export interface Followed {
  /** As they are to be written, in the order given. */
  readonly bundles: readonly Bundle[];
  /** What is to be kept of what each of them said; with nothing in `merged` where there is nothing to keep. */
  readonly restated: ReadonlyMap<string, Restated>;
  /** How many records are other ones because of a merge. */
  readonly count: number;
  /** What no claim vouches for and that gave way to what the other node's record says, in words. */
  readonly gaveWay: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Bundles with merges followed. They must be all that have to do with the merged nodes that they name (`withCompanions`): a claim about the whole of a
 * merged node vouches for what that node's record says, whichever bundle has it.
 */
export function follow(model: Model, bundles: readonly Bundle[], merges: Merges): Followed {
  const following = new Following(model, bundles, merges);
  const each = bundles.map((bundle) => following.bundle(bundle));
  return {
    bundles: each.map(({ bundle }) => bundle),
    restated: new Map(each.map(({ bundle: { name }, restated }) => [name, restated])),
    count: each.reduce((sum, { restated }) => sum + restated.followed, 0),
    gaveWay: following.gaveWay,
    problems: [...following.problems, ...each.flatMap(({ problems }) => problems)],
  };
}

class Following {
  readonly problems: Problem[] = [];
  readonly gaveWay: string[] = [];
  /** Records of merged nodes, by id. */
  readonly #merged = new Map<string, NodeRecord>();
  /** What claims say of merged nodes. */
  readonly #vouched: Vouched[] = [];
  readonly #targets: ReadonlySet<string>;

  constructor(
    private readonly model: Model,
    bundles: readonly Bundle[],
    private readonly merges: Merges,
  ) {
    this.#targets = new Set(merges.all().map(({ from }) => merges.final(from)));
    for (const { nodes, edges } of bundles) {
      for (const node of nodes) this.#noteNode(node);
      for (const { type, to, properties } of edges)
        if (type === ABOUT && merges.get(to)) this.#vouched.push({ id: to, field: properties.field, value: properties.value });
    }
    const defined = new Set(bundles.flatMap(({ nodes }) => nodes.map(({ id }) => id)));
    const [first] = bundles;
    for (const id of first ? this.#merged.keys() : []) {
      const target = merges.final(id);
      if (first && !defined.has(target))
        this.problems.push(
          problemAt(
            first.place,
            `There is no ${target} any more, and ${id} was merged into it: npm run unmerge -- ${id}, then load again.`,
          ),
        );
    }
  }

  #noteNode(node: NodeRecord): void {
    if (!this.merges.get(node.id)) return;
    const twin = this.#merged.get(node.id);
    this.#merged.set(node.id, twin ?? node);
    if (!twin) return;
    // What comes from the graph stands in no file: the other one is where something is to be done.
    const [here, there] = node.place.file === "" ? [twin, node] : [node, twin];
    const where = there.place.file === "" ? "in the graph" : `at ${formatPlace(there.place)}`;
    this.problems.push(problemAt(here.place, `${node.id} is defined twice: also ${where}.`));
  }

  bundle(stated: Bundle): { bundle: Bundle; restated: Restated; problems: readonly Problem[] } {
    const merged = new Set<string>();
    const keptNodes: NodeRecord[] = [];
    const nodes = stated.nodes.flatMap((node) => {
      const after = this.#node(node, merged);
      if (after === node) return [node];
      keptNodes.push(node);
      return after ? [after] : [];
    });
    const followed = stated.edges.map((edge) => ({ edge, after: this.#edge(edge, merged) }));
    const isChanged = ({ edge, after }: (typeof followed)[number]) => after.length !== 1 || after[0] !== edge;
    const keyOf = (edge: EdgeRecord) => edgeKeyOf(this.model, edge, edge.properties);
    const became = new Set(followed.filter(isChanged).flatMap(({ after }) => after.map(keyOf)));
    const isKept = (one: (typeof followed)[number]) => isChanged(one) || became.has(keyOf(one.edge));
    const kept = followed.filter(isKept);
    const others = followed.flatMap((one) => (isKept(one) ? [] : [one.edge]));
    const { edges, problems } =
      became.size > 0
        ? joined(
            kept.flatMap(({ after }) => after),
            keyOf,
          )
        : { edges: [], problems: [] };
    const count = keptNodes.length + followed.filter(isChanged).length;
    return {
      bundle: merged.size === 0 ? stated : { ...stated, nodes, edges: [...others, ...edges] },
      restated: {
        merged: [...merged].sort(),
        nodes: keptNodes,
        edges: kept.map(({ edge }) => edge),
        became: [...became].sort(),
        followed: count,
      },
      problems,
    };
  }

  /** A node's record; null where the node was merged away. */
  #node(node: NodeRecord, merged: Set<string>): NodeRecord | null {
    if (this.merges.get(node.id)) {
      merged.add(node.id);
      return null;
    }
    if (!this.#targets.has(node.id)) return node;
    const former = this.merges.formerOf(new Set([node.id]));
    for (const id of former) merged.add(id);
    const type = this.model.nodes.get(node.type);
    if (!type) return node;
    const filled: Filled = intoTarget(
      type,
      node,
      former.flatMap((id) => this.#merged.get(id) ?? []),
      this.#vouched,
    );
    this.gaveWay.push(...filled.gaveWay);
    return filled.record;
  }

  /** What becomes of an edge: of a claim about the whole of a merged node one for each value that it vouches for; nothing where both ends are one node now. */
  #edge(edge: EdgeRecord, merged: Set<string>): EdgeRecord[] {
    const [from, to] = [this.#id(edge.from, merged), this.#id(edge.to, merged)];
    if (from === to && edge.from !== edge.to) return [];
    const moved = from === edge.from && to === edge.to ? edge : { ...edge, from, to };
    return edge.type === ABOUT ? this.#about(edge, moved, merged) : [moved];
  }

  #about(stated: EdgeRecord, moved: EdgeRecord, merged: Set<string>): EdgeRecord[] {
    const { field, value } = stated.properties;
    const node = this.#merged.get(stated.to);
    const type = nodeTypeOf(this.model, stated.to);
    if (typeof field !== "string")
      return node && type
        ? valuesOf(type, node).map(([name, text]) => ({ ...moved, properties: { ...moved.properties, field: name, value: text } }))
        : [moved];
    const ofEdge = edgePropertyOf(field);
    const end = ofEdge ? this.#id(ofEdge.end, merged) : null;
    const names = ofEdge && end !== ofEdge.end ? `${ofEdge.edge}(${end}).${ofEdge.property}` : field;
    const leadsTo = !ofEdge && type?.edges.has(field) && typeof value === "string" ? this.#id(value, merged) : value;
    // What was claimed of an edge between the two goes with the edge.
    if (
      (end === moved.to && end !== stated.to && ofEdge?.end !== stated.to) ||
      (leadsTo === moved.to && value !== stated.to && type?.edges.has(field))
    )
      return [];
    if (names === field && leadsTo === value) return [moved];
    return [{ ...moved, properties: { ...moved.properties, field: names, ...(leadsTo === undefined ? {} : { value: leadsTo }) } }];
  }

  #id(id: string, merged: Set<string>): string {
    if (!this.merges.get(id)) return id;
    merged.add(id);
    return this.merges.final(id);
  }
}

/** The values of a record that claims may give, as texts. */
function valuesOf(type: NodeType, { properties }: NodeRecord): [name: string, value: string][] {
  return [...type.properties.values()].flatMap(({ name, contestable, derived }) => {
    const value = properties[name];
    return contestable && !derived && value !== undefined && typeof value !== "object" ? [[name, String(value)] as [string, string]] : [];
  });
}
