import { ABOUT, type Model, nodeTypeOf, STATED_IN } from "../../model/index.ts";
import type { Saying } from "./best-value.ts";
import { type ClaimFacts, edgeKey, type Part, partsOf, type Tells, tellsOf, textOrNull, type Values } from "./stored.ts";

/** A node as the load knows it. */
export interface StateNode {
  readonly id: string;
  /** Node type, by the id. */
  readonly type: string;
  bundle: string;
  /** What it should be. */
  values: Values;
  /** What the graph has; null where it is not in the graph. */
  stored: Values | null;
}

/** An edge as the load knows it. */
export interface StateEdge {
  /** Stands for type, ends and `tells` together. */
  readonly key: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly tells: Tells;
  /** What each bundle says of it. */
  parts: Map<string, Part>;
  /** What the graph has; null where it is not in the graph. */
  stored: Values | null;
}

/** The part of the graph that a load touches or depends on, kept in step with what the load writes. */
export class State {
  readonly nodes = new Map<string, StateNode>();
  readonly edges = new Map<string, StateEdge>();
  /** By bundle: where its edges start that touch none of its own nodes. */
  readonly reaches = new Map<string, readonly string[]>();
  /** What this load added: that its date changes while the rest is written is no news. */
  readonly fresh = new Set<StateNode | StateEdge>();
  /** Edges of evidence (ABOUT, STATED_IN) by either end, and dated edges by the claims they rest on. May hold edges that are gone. */
  readonly #evidence = new Map<string, Set<StateEdge>>();
  readonly #resting = new Map<string, Set<StateEdge>>();

  constructor(readonly model: Model) {}

  /** Notes a node that the graph has. */
  addNode(id: string, values: Values): void {
    const type = nodeTypeOf(this.model, id);
    if (type) this.nodes.set(id, { id, type: type.name, bundle: textOrNull(values.bundle) ?? "", values, stored: values });
  }

  /** Notes an edge that the graph has; one that no bundle states is none of the loader's. */
  addEdge(type: string, from: string, to: string, values: Values): void {
    const tells = tellsOf(this.model, type, values);
    const key = edgeKey({ type, from, to }, tells);
    if (this.edges.has(key)) return;
    const parts = partsOf(this.model, type, values);
    if (parts.size > 0) this.put({ key, type, from, to, tells, parts, stored: values });
  }

  put(edge: StateEdge): void {
    this.edges.set(edge.key, edge);
    this.index(edge);
  }

  /** To be called when an edge has new claims. */
  index(edge: StateEdge): void {
    if (edge.type === ABOUT || edge.type === STATED_IN) {
      add(this.#evidence, edge.from, edge);
      add(this.#evidence, edge.to, edge);
    }
    for (const part of edge.parts.values()) for (const claim of part.claims) add(this.#resting, claim, edge);
  }

  /** What is claimed about a node. */
  sayingsOf(id: string): Saying[] {
    return this.#at(id).flatMap((edge) => {
      if (edge.type !== ABOUT || edge.to !== id) return [];
      const stated: Values = Object.assign({}, ...[...edge.parts.values()].map((part) => part.properties));
      const [field, value, since] = [textOrNull(stated.field), textOrNull(stated.value), textOrNull(stated.since)];
      return [{ claim: edge.from, field, value, since, facts: this.factsOf(edge.from) }];
    });
  }

  /** Nodes that a claim is about. */
  subjectsOf(claim: string): string[] {
    return this.#at(claim).flatMap((edge) => (edge.type === ABOUT && edge.from === claim ? [edge.to] : []));
  }

  sourcesOf(claim: string): string[] {
    return this.#at(claim).flatMap((edge) => (edge.type === STATED_IN && edge.from === claim ? [edge.to] : []));
  }

  claimsOf(source: string): string[] {
    return this.#at(source).flatMap((edge) => (edge.type === STATED_IN && edge.to === source ? [edge.from] : []));
  }

  /** Dated edges that rest on a claim. */
  restingOn(claim: string): StateEdge[] {
    return [...(this.#resting.get(claim) ?? [])].filter((edge) => this.#isThere(edge));
  }

  readonly factsOf = (claim: string): ClaimFacts => {
    const values = this.nodes.get(claim)?.values;
    return {
      certainty: textOrNull(values?.certainty),
      recordedOn: textOrNull(values?.recordedOn),
      sourceId: textOrNull(values?.sourceId),
      official: values?.official === true,
    };
  };

  #at(id: string): StateEdge[] {
    return [...(this.#evidence.get(id) ?? [])].filter((edge) => this.#isThere(edge));
  }

  #isThere(edge: StateEdge): boolean {
    return this.edges.get(edge.key) === edge;
  }
}

function add(index: Map<string, Set<StateEdge>>, id: string, edge: StateEdge): void {
  const found = index.get(id);
  if (found) found.add(edge);
  else index.set(id, new Set([edge]));
}
