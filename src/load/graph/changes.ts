import type { Value } from "../../engine/port.ts";
import { ABOUT, CLAIM, type Model, type NodeType, STATED_IN } from "../../model/index.ts";
import type { Bundle } from "../record.ts";
import { statedValues, supportedValues } from "./best-value.ts";
import type { State, StateEdge, StateNode } from "./state.ts";
import {
  differences,
  earliest,
  edgeKey,
  edgeValues,
  nodeValues,
  type Part,
  partOf,
  present,
  supportOf,
  tellsOf,
  textOrNull,
  type Values,
} from "./stored.ts";

/** How many records of one kind a load touched. */
export interface Counts {
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
}

/** What became of one bundle. */
export interface BundleReport {
  readonly name: string;
  readonly nodes: Counts;
  readonly edges: Counts;
}

/** What a bundle, or several that point at each other, changes in the graph. */
export interface Changes {
  readonly reports: readonly BundleReport[];
  /** Dates and certainties worked out anew for records that did not change themselves. */
  readonly recomputed: number;
  readonly addedNodes: readonly StateNode[];
  readonly changedNodes: readonly { node: StateNode; before: Values; set: Values }[];
  readonly removedNodes: readonly StateNode[];
  readonly addedEdges: readonly { edge: StateEdge; values: Values }[];
  readonly changedEdges: readonly { edge: StateEdge; before: Values; set: Values }[];
  readonly removedEdges: readonly StateEdge[];
  /** By bundle, the new starting points of edges that touch none of its nodes. */
  readonly reaches: ReadonlyMap<string, readonly string[]>;
}

/** Properties of edges that follow from their claims. */
const DERIVED: ReadonlySet<string> = new Set(["recordedOn", "certainty", "evidence"]);

/** Brings the state to what the bundles say, works out what follows, and tells what must be written. Writes nothing itself. */
export function applyGroup(state: State, bundles: readonly Bundle[]): Changes {
  return new Group(state, bundles).apply();
}

/** Nodes and edges that a group touches, so that only these are compared. */
class Group {
  readonly #model: Model;
  readonly #names: ReadonlySet<string>;
  readonly #reports = new Map<string, BundleReport>();
  readonly #nodes = new Set<StateNode>();
  readonly #edges = new Set<StateEdge>();
  readonly #removedNodes: StateNode[] = [];
  /** Nodes whose own records say something else than before. */
  readonly #restated = new Set<StateNode>();
  readonly #stale = new Set<string>();
  #recomputed = 0;

  constructor(
    private readonly state: State,
    private readonly bundles: readonly Bundle[],
  ) {
    this.#model = state.model;
    this.#names = new Set(bundles.map((bundle) => bundle.name));
    for (const { name } of bundles) this.#reports.set(name, { name, nodes: none(), edges: none() });
  }

  apply(): Changes {
    this.#stateNodes();
    this.#stateEdges();
    this.#derive();
    return this.#changes();
  }

  #stateNodes(): void {
    const wanted = new Map(this.bundles.flatMap((bundle) => bundle.nodes.map((node) => [node.id, { node, bundle }] as const)));
    for (const node of this.state.nodes.values()) {
      if (!this.#names.has(node.bundle) || wanted.has(node.id)) continue;
      this.state.nodes.delete(node.id);
      this.#removedNodes.push(node);
      this.#count(node.bundle, "nodes", "removed");
    }
    for (const [id, { node: record, bundle }] of wanted) {
      const type = this.#model.nodes.get(record.type);
      if (!type) continue;
      const values = nodeValues(type, record, bundle.name);
      const known = this.state.nodes.get(id);
      const node = known ?? { id, type: type.name, bundle: bundle.name, values, stored: null };
      const before = known?.stored ?? null;
      const follows = known ? derivedOf(known.values) : {};
      const outcome = before === null ? "added" : differences(withoutDerived(type, before), values) ? "changed" : "unchanged";
      this.#count(bundle.name, "nodes", outcome);
      if (outcome === "changed") this.#restated.add(node);
      node.bundle = bundle.name;
      node.values = { ...values, ...follows };
      this.state.nodes.set(id, node);
      this.#nodes.add(node);
      this.#stale.add(id);
    }
  }

  #stateEdges(): void {
    const before = new Map<StateEdge, Map<string, Part>>();
    for (const edge of this.state.edges.values()) {
      for (const name of edge.parts.keys()) if (this.#names.has(name)) before.set(edge, edge.parts);
    }
    for (const edge of before.keys()) edge.parts = new Map([...edge.parts].filter(([name]) => !this.#names.has(name)));
    for (const bundle of this.bundles) {
      for (const record of bundle.edges) {
        const tells = tellsOf(this.#model, record.type, record.properties);
        const key = edgeKey(record, tells);
        const edge = this.state.edges.get(key) ?? {
          key,
          type: record.type,
          from: record.from,
          to: record.to,
          tells,
          parts: new Map<string, Part>(),
          stored: null,
        };
        if (edge.parts.has(bundle.name)) continue; // an implied edge that is also written out
        const part = partOf(this.#model, record);
        const old = before.get(edge)?.get(bundle.name);
        this.#count(bundle.name, "edges", old === undefined ? "added" : differences({ ...old }, { ...part }) ? "changed" : "unchanged");
        edge.parts = new Map(edge.parts).set(bundle.name, part);
        this.state.put(edge);
        this.#touch(edge);
      }
    }
    for (const [edge, parts] of before) {
      for (const name of parts.keys()) if (this.#names.has(name) && !edge.parts.has(name)) this.#count(name, "edges", "removed");
      this.#touch(edge);
      if (edge.parts.size === 0) this.state.edges.delete(edge.key);
    }
  }

  #touch(edge: StateEdge): void {
    this.#edges.add(edge);
    if (edge.type === ABOUT) this.#stale.add(edge.to);
    if (edge.type === STATED_IN) this.#stale.add(edge.from);
  }

  /** Dates claims by their sources, then nodes and edges by their claims; also those of other bundles, if what they rest on changed. */
  #derive(): void {
    const claims = new Set<string>();
    for (const id of this.#stale) {
      const node = this.state.nodes.get(id);
      if (node?.type === CLAIM) claims.add(id);
      else if (node && this.#nodes.has(node)) for (const claim of this.state.claimsOf(id)) claims.add(claim);
    }
    for (const id of claims) {
      const node = this.state.nodes.get(id);
      if (!node) continue;
      const [sourceId] = this.state.sourcesOf(id);
      const source = sourceId === undefined ? undefined : this.state.nodes.get(sourceId)?.values;
      if (sourceId !== undefined) {
        const official = source?.reliability === "OFFICIAL" ? true : null;
        this.#settle(node, { recordedOn: textOrNull(source?.publishedOn), sourceId, official });
      }
      for (const subject of this.state.subjectsOf(id)) this.#stale.add(subject);
      for (const edge of this.state.restingOn(id)) this.#edges.add(edge);
    }
    for (const id of this.#stale) {
      const node = this.state.nodes.get(id);
      const type = node && this.#model.nodes.get(node.type);
      if (!node || !type || type.name === CLAIM) continue;
      const sayings = this.state.sayingsOf(id);
      const stated = statedValues(type, node.values);
      node.values = { ...stated, ...supportedValues(this.#model, type, stated, sayings) };
      const isDated = type.properties.get("recordedOn")?.derived === true;
      this.#settle(node, isDated ? { recordedOn: earliest(sayings.map(({ facts }) => facts.recordedOn)) } : {});
    }
  }

  #settle(node: StateNode, derived: Readonly<Record<string, Value>>): void {
    node.values = present({ ...node.values, ...derived });
    this.#nodes.add(node);
  }

  #changes(): Changes {
    const addedNodes: StateNode[] = [];
    const changedNodes: { node: StateNode; before: Values; set: Values }[] = [];
    for (const node of this.#nodes) {
      const before = node.stored;
      node.stored = node.values;
      const set = before && differences(before, node.values);
      if (!before) addedNodes.push(node);
      else if (set) changedNodes.push({ node, before, set });
      if (!before) this.state.fresh.add(node);
      else if (set && !this.state.fresh.has(node) && !this.#restated.has(node)) this.#recomputed += 1;
    }
    const addedEdges: { edge: StateEdge; values: Values }[] = [];
    const changedEdges: { edge: StateEdge; before: Values; set: Values }[] = [];
    const removedEdges: StateEdge[] = [];
    const support = supportOf(this.#model, this.state.factsOf);
    for (const edge of this.#edges) {
      const before = edge.stored;
      if (edge.parts.size === 0) {
        if (before) removedEdges.push(edge);
        continue;
      }
      const values = edgeValues(this.#model, edge.type, edge.parts, support);
      edge.stored = values;
      const set = before && differences(before, values);
      if (!before) addedEdges.push({ edge, values });
      else if (set) changedEdges.push({ edge, before, set });
      if (!before) this.state.fresh.add(edge);
      else if (set && !this.state.fresh.has(edge) && Object.keys(set).every((name) => DERIVED.has(name))) this.#recomputed += 1;
    }
    return {
      reports: [...this.#reports.values()],
      recomputed: this.#recomputed,
      addedNodes,
      changedNodes,
      removedNodes: this.#removedNodes,
      addedEdges,
      changedEdges,
      removedEdges,
      reaches: this.#reaches(),
    };
  }

  #reaches(): Map<string, readonly string[]> {
    const changed = new Map<string, readonly string[]>();
    for (const bundle of this.bundles) {
      const own = new Set(bundle.nodes.map((node) => node.id));
      const far = bundle.edges.filter((edge) => !own.has(edge.from) && !own.has(edge.to)).map((edge) => edge.from);
      const reaches = [...new Set(far)].sort();
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

function none(): Counts {
  return { added: 0, changed: 0, unchanged: 0, removed: 0 };
}

/** What follows from the claims and sources of a node that is stored, or from those of a claim. */
const NODE_DERIVED = ["recordedOn", "sourceId", "official"] as const;

function derivedOf(values: Values): Values {
  return Object.fromEntries(NODE_DERIVED.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
}

function withoutDerived(type: NodeType, values: Values): Values {
  const stated = { ...statedValues(type, values) };
  for (const name of NODE_DERIVED) delete stated[name];
  return stated;
}
