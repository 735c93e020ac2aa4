import { ABOUT, type Model, STATED_IN } from "../../model/index.ts";
import type { Bundle, EdgeRecord, NodeRecord } from "../record.ts";
import { supportByClaims } from "./claim-support.ts";
import { type BundleReport, type Counts, noCounts } from "./counts.ts";
import { assertionsOnEdges, edgesNamed, fieldClaimed } from "./edge-claims.ts";
import { recompute, type Touched } from "./recompute.ts";
import type { State, StateEdge, StateNode } from "./state.ts";
import { distinctionOf, edgeKey, edgeValues, type Part, partOf } from "./stored-edge.ts";
import { derivedValues, nodeValues, withoutDerived } from "./stored-node.ts";
import { needsImplied } from "./there-from.ts";
import { differences, type Values } from "./values.ts";

/** What a bundle, or several that point at each other, changes in the graph. */
export interface Changes extends NodeChanges, EdgeChanges {
  readonly reports: readonly BundleReport[];
  /** Dates and certainties that were recomputed for records that did not change themselves. */
  readonly recomputed: number;
  readonly removedNodes: readonly StateNode[];
  /** By bundle, the new starting points of edges that touch none of its nodes. */
  readonly reaches: ReadonlyMap<string, readonly string[]>;
}

interface NodeChanges {
  readonly addedNodes: readonly StateNode[];
  readonly changedNodes: readonly { node: StateNode; before: Values; set: Values }[];
}

interface EdgeChanges {
  readonly addedEdges: readonly { edge: StateEdge; values: Values }[];
  readonly changedEdges: readonly { edge: StateEdge; before: Values; set: Values }[];
  readonly removedEdges: readonly StateEdge[];
}

/** Brings the state to what the bundles say, recomputes what follows, and returns what must be written. Writes nothing itself. */
export function applyBundles(state: State, bundles: readonly Bundle[]): Changes {
  return new Application(state, bundles).apply();
}

/** One application of bundles to the state, with what they touch. */
class Application {
  readonly #model: Model;
  readonly #names: ReadonlySet<string>;
  readonly #reports = new Map<string, BundleReport>();
  readonly #touched: Touched = { nodes: new Set(), edges: new Set(), outdated: new Set() };
  readonly #removedNodes: StateNode[] = [];
  /** Nodes and edges whose own records say something else than before. */
  readonly #changedRecords = new Set<StateNode | StateEdge>();
  #recomputed = 0;

  constructor(
    private readonly state: State,
    private readonly bundles: readonly Bundle[],
  ) {
    this.#model = state.model;
    this.#names = new Set(bundles.map((bundle) => bundle.name));
    for (const { name } of bundles) this.#reports.set(name, { name, nodes: noCounts(), edges: noCounts() });
  }

  apply(): Changes {
    this.#applyNodes();
    this.#applyEdges();
    recompute(this.state, this.#touched);
    const nodes = this.#nodeChanges();
    const edges = this.#edgeChanges();
    return {
      reports: [...this.#reports.values()],
      recomputed: this.#recomputed,
      ...nodes,
      removedNodes: this.#removedNodes,
      ...edges,
      reaches: this.#changedReaches(),
    };
  }

  #applyNodes(): void {
    const wanted = new Map(this.bundles.flatMap((bundle) => bundle.nodes.map((node) => [node.id, { node, bundle }] as const)));
    for (const node of this.state.nodes.values()) {
      if (!this.#names.has(node.bundle) || wanted.has(node.id)) continue;
      this.state.nodes.delete(node.id);
      this.#removedNodes.push(node);
      this.#count(node.bundle, "nodes", "removed");
    }
    for (const { node, bundle } of wanted.values()) this.#applyNode(node, bundle.name);
  }

  #applyNode(record: NodeRecord, bundle: string): void {
    const { id } = record;
    const type = this.#model.nodes.get(record.type);
    if (!type) return;
    const values = nodeValues(type, record, bundle);
    const known = this.state.nodes.get(id);
    const node = known ?? { id, type: type.name, bundle, values, stored: null };
    const before = known?.stored ?? null;
    const derived = known ? derivedValues(known.values) : {};
    const outcome = before === null ? "added" : differences(withoutDerived(type, before), values) ? "changed" : "unchanged";
    this.#count(bundle, "nodes", outcome);
    if (outcome === "changed") this.#changedRecords.add(node);
    node.bundle = bundle;
    node.values = { ...values, ...derived };
    this.state.nodes.set(id, node);
    this.#touched.nodes.add(node);
    this.#touched.outdated.add(id);
  }

  #applyEdges(): void {
    const before = new Map<StateEdge, ReadonlyMap<string, Part>>();
    for (const edge of this.state.edges.values()) {
      for (const name of edge.parts.keys()) if (this.#names.has(name)) before.set(edge, edge.parts);
    }
    for (const edge of before.keys()) edge.parts = new Map([...edge.parts].filter(([name]) => !this.#names.has(name)));
    for (const { name, edges } of this.bundles) for (const record of edges) this.#applyEdge(record, name, before);
    for (const [edge, parts] of before) {
      for (const name of parts.keys()) if (this.#names.has(name) && !edge.parts.has(name)) this.#removePart(edge, name);
      this.#touch(edge);
      if (edge.parts.size === 0) this.state.edges.delete(edge.key);
    }
  }

  #removePart(edge: StateEdge, bundle: string): void {
    this.#count(bundle, "edges", "removed");
    this.#changedRecords.add(edge);
  }

  #applyEdge(record: EdgeRecord, bundle: string, before: ReadonlyMap<StateEdge, ReadonlyMap<string, Part>>): void {
    const { type, from, to } = record;
    const distinction = distinctionOf(this.#model, type, record.properties);
    const key = edgeKey(record, distinction);
    const edge = this.state.edges.get(key) ?? { key, type, from, to, distinction, parts: new Map<string, Part>(), stored: null };
    if (edge.parts.has(bundle)) return; // an implied edge that is also written out
    const part = partOf(this.#model, record);
    const old = before.get(edge)?.get(bundle);
    const outcome = old === undefined ? "added" : differences({ ...old }, { ...part }) ? "changed" : "unchanged";
    this.#count(bundle, "edges", outcome);
    if (outcome !== "unchanged") this.#changedRecords.add(edge);
    edge.parts = new Map(edge.parts).set(bundle, part);
    this.state.put(edge);
    this.#touch(edge);
  }

  #touch(edge: StateEdge): void {
    this.#touched.edges.add(edge);
    if (edge.type === ABOUT) this.#touched.outdated.add(edge.to);
    if (edge.type === STATED_IN || this.#saysWhenItBegan(edge)) this.#touched.outdated.add(edge.from);
    for (const named of edgesNamed(this.state, edge.to, fieldClaimed(edge.type, edge.distinction))) this.#touched.edges.add(named);
  }

  /** Whether an edge may say from when on the act is there that it starts at. */
  #saysWhenItBegan(edge: StateEdge): boolean {
    const start = this.state.isBeginning(edge) ? this.state.nodes.get(edge.from) : undefined;
    const type = start && this.#model.nodes.get(start.type);
    return start !== undefined && type !== undefined && needsImplied(type, start.values);
  }

  #nodeChanges(): NodeChanges {
    const addedNodes: StateNode[] = [];
    const changedNodes: { node: StateNode; before: Values; set: Values }[] = [];
    for (const node of this.#touched.nodes) {
      const before = node.stored;
      node.stored = node.values;
      const set = before && differences(before, node.values);
      if (!before) addedNodes.push(node);
      else if (set) changedNodes.push({ node, before, set });
      if (!before) this.state.added.add(node);
      else if (set && !this.state.added.has(node) && !this.#changedRecords.has(node)) this.#recomputed += 1;
    }
    return { addedNodes, changedNodes };
  }

  #edgeChanges(): EdgeChanges {
    const addedEdges: { edge: StateEdge; values: Values }[] = [];
    const changedEdges: { edge: StateEdge; before: Values; set: Values }[] = [];
    const removedEdges: StateEdge[] = [];
    const supportOf = supportByClaims(this.#model, this.state.claimFacts);
    const assertionsOn = assertionsOnEdges(this.state);
    for (const edge of this.#touched.edges) {
      const before = edge.stored;
      if (edge.parts.size === 0) {
        if (before) removedEdges.push(edge);
        continue;
      }
      const values = edgeValues(this.#model, edge.type, edge.parts, supportOf, assertionsOn(edge));
      edge.stored = values;
      const set = before && differences(before, values);
      if (!before) addedEdges.push({ edge, values });
      else if (set) changedEdges.push({ edge, before, set });
      if (!before) this.state.added.add(edge);
      else if (set && !this.state.added.has(edge) && !this.#changedRecords.has(edge)) this.#recomputed += 1;
    }
    return { addedEdges, changedEdges, removedEdges };
  }

  #changedReaches(): Map<string, readonly string[]> {
    const changed = new Map<string, readonly string[]>();
    for (const bundle of this.bundles) {
      const own = new Set(bundle.nodes.map((node) => node.id));
      const foreign = bundle.edges.filter((edge) => !own.has(edge.from) && !own.has(edge.to)).map((edge) => edge.from);
      const reaches = [...new Set(foreign)].sort();
      if (reaches.join() === (this.state.reaches.get(bundle.name) ?? []).join()) continue;
      this.state.reaches.set(bundle.name, reaches);
      changed.set(bundle.name, reaches);
    }
    return changed;
  }

  #count(bundle: string, kind: "nodes" | "edges", outcome: keyof Counts): void {
    const report = this.#reports.get(bundle);
    if (report) report[kind][outcome] += 1;
  }
}
