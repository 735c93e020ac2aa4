import { ABOUT, type Model, nodeTypeOf, STATED_IN } from "../../model/index.ts";
import type { Assertion } from "./best-value.ts";
import { type ClaimFacts, earliest } from "./claim-support.ts";
import { withoutEdgeDays } from "./edge-days.ts";
import { withoutMonths } from "./months.ts";
import { type Distinction, distinctionOf, edgeKey, type Part, partsOf } from "./stored-edge.ts";
import { hasBeginning, type Implied } from "./there-from.ts";
import { textOrNull, type Values } from "./values.ts";

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
  /** Stands for type, ends and distinction together. */
  readonly key: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /** What distinguishes it from others of its type between the same ends. */
  readonly distinction: Distinction;
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
  /** What this load added: where its date changes while the rest is written, nothing was recomputed. */
  readonly added = new Set<StateNode | StateEdge>();
  /** Edges of evidence (ABOUT, STATED_IN) by either end. May hold edges that are gone. */
  readonly #evidence = new Map<string, Set<StateEdge>>();
  /** Dated edges by the claims they rest on. May hold edges that are gone. */
  readonly #byClaim = new Map<string, Set<StateEdge>>();

  /** Dated edges that began on a day, by the node that they start at. May hold edges that are gone. */
  readonly #begun = new Map<string, Set<StateEdge>>();
  /** Edges by their type and ends, once they are asked for so: few loads do. May hold edges that are gone. */
  #byEnds: Map<string, Set<StateEdge>> | null = null;

  constructor(readonly model: Model) {}

  /** Notes a node that the graph has. */
  addNode(id: string, values: Values): void {
    const type = nodeTypeOf(this.model, id);
    const own = withoutMonths(withoutEdgeDays(values));
    if (type) this.nodes.set(id, { id, type: type.name, bundle: textOrNull(own.bundle) ?? "", values: own, stored: own });
  }

  /** Notes an edge that the graph has; one that no bundle states is none of the loader's. */
  addEdge(type: string, from: string, to: string, values: Values): void {
    const distinction = distinctionOf(this.model, type, values);
    const key = edgeKey({ type, from, to }, distinction);
    if (this.edges.has(key)) return;
    const parts = partsOf(this.model, type, values);
    if (parts.size > 0) this.put({ key, type, from, to, distinction, parts, stored: values });
  }

  /** Takes an edge as it should be; to be called again when it has new claims. */
  put(edge: StateEdge): void {
    this.edges.set(edge.key, edge);
    if (edge.type === ABOUT || edge.type === STATED_IN) {
      addTo(this.#evidence, edge.from, edge);
      addTo(this.#evidence, edge.to, edge);
    }
    for (const part of edge.parts.values()) for (const claim of part.claims) addTo(this.#byClaim, claim, edge);
    if (this.isBeginning(edge)) addTo(this.#begun, edge.from, edge);
    if (this.#byEnds) addTo(this.#byEnds, endsOf(edge), edge);
  }

  /** The edges of a type from one node to another. */
  edgesBetween(ends: Pick<StateEdge, "type" | "from" | "to">): StateEdge[] {
    if (this.#byEnds === null) {
      this.#byEnds = new Map();
      for (const edge of this.edges.values()) addTo(this.#byEnds, endsOf(edge), edge);
    }
    return [...(this.#byEnds.get(endsOf(ends)) ?? [])].filter((edge) => this.#isCurrent(edge));
  }

  /** Whether an edge may say by when the node that it starts at was there. */
  isBeginning({ type, from, distinction }: Pick<StateEdge, "type" | "from" | "distinction">): boolean {
    if (!distinction.since || !this.model.edges.get(type)?.dated) return false;
    const start = nodeTypeOf(this.model, from);
    return start !== null && hasBeginning(start);
  }

  /** The days on which edges of a node began, and since when that is known. */
  beginningsAt(id: string): Implied[] {
    return [...(this.#begun.get(id) ?? [])].flatMap((edge) => {
      if (!this.#isCurrent(edge)) return [];
      const claims = [...edge.parts.values()].flatMap((part) => part.claims);
      return [{ day: edge.distinction.since ?? "", known: earliest(claims.map((claim) => this.claimFacts(claim).recordedOn)) ?? "" }];
    });
  }

  /** What claims assert of a node. */
  assertionsAbout(id: string): Assertion[] {
    return this.#evidenceAt(id).flatMap((edge) => {
      if (edge.type !== ABOUT || edge.to !== id) return [];
      const stated: Values = Object.assign({}, ...[...edge.parts.values()].map((part) => part.properties));
      const [field, value, since] = [textOrNull(stated.field), textOrNull(stated.value), textOrNull(stated.since)];
      return [{ claim: edge.from, field, value, since, facts: this.claimFacts(edge.from) }];
    });
  }

  /** Nodes that a claim is about. */
  subjectsOf(claim: string): string[] {
    return this.#evidenceAt(claim).flatMap((edge) => (edge.type === ABOUT && edge.from === claim ? [edge.to] : []));
  }

  /** Sources that a claim is stated in. */
  sourcesOf(claim: string): string[] {
    return this.#evidenceAt(claim).flatMap((edge) => (edge.type === STATED_IN && edge.from === claim ? [edge.to] : []));
  }

  /** Claims that a source states. */
  claimsOf(source: string): string[] {
    return this.#evidenceAt(source).flatMap((edge) => (edge.type === STATED_IN && edge.to === source ? [edge.from] : []));
  }

  /** Dated edges that rest on a claim. */
  edgesRestingOn(claim: string): StateEdge[] {
    return [...(this.#byClaim.get(claim) ?? [])].filter((edge) => this.#isCurrent(edge));
  }

  /** What a claim says of itself; nothing where the state has no such claim. */
  readonly claimFacts = (claim: string): ClaimFacts => {
    const values = this.nodes.get(claim)?.values;
    return {
      certainty: textOrNull(values?.certainty),
      recordedOn: textOrNull(values?.recordedOn),
      sourceId: textOrNull(values?.sourceId),
      official: values?.official === true,
    };
  };

  /** The edges of evidence that start or end at a node. */
  #evidenceAt(id: string): StateEdge[] {
    return [...(this.#evidence.get(id) ?? [])].filter((edge) => this.#isCurrent(edge));
  }

  #isCurrent(edge: StateEdge): boolean {
    return this.edges.get(edge.key) === edge;
  }
}

function endsOf({ from, type, to }: Pick<StateEdge, "type" | "from" | "to">): string {
  return [from, type, to].join("|");
}

function addTo(index: Map<string, Set<StateEdge>>, id: string, edge: StateEdge): void {
  const found = index.get(id);
  if (found) found.add(edge);
  else index.set(id, new Set([edge]));
}
