import { ABOUT, type Model, nodeTypeOf } from "../../model/index.ts";
import { type Bundle, type EdgeRecord, type Place, type Problem, problemAt } from "../record.ts";
import type { Draft, DraftEdge, Evidence, Reference } from "./draft.ts";
import { article, oneOf } from "./hints.ts";
import { KnownIds } from "./known-ids.ts";
import { fullIds } from "./references.ts";

/** Looks up which of some ids the graph has. */
export type LookUp = (ids: readonly string[]) => Promise<ReadonlySet<string> | ReadonlyMap<string, unknown>>;

/** A draft with its ids in full. */
export interface ResolvedDraft {
  readonly draft: Draft;
  readonly bundle: Bundle;
  /** Ids that fit nothing, or several nodes; the draft's own problems stay with the draft. */
  readonly problems: readonly Problem[];
}

/**
 * Writes the ids of drafts in full: of the nodes that a short id may stand for, the drafts or the graph must have just one.
 * A draft that is not readable has no bundle; while there is one, a short id that fits nothing may be defined there, and is no problem.
 */
export async function resolveDrafts(drafts: readonly Draft[], model: Model, lookUp: LookUp): Promise<ResolvedDraft[]> {
  const defined = new Set(drafts.flatMap((draft) => draft.nodes.map((node) => node.id)));
  const asked = candidates(drafts, model).filter((id) => !defined.has(id));
  const found = asked.length > 0 ? await lookUp(asked) : new Set<string>();
  const known = new KnownIds(
    (id) => defined.has(id) || found.has(id),
    drafts.every((draft) => draft.readable),
  );
  return drafts.filter((draft) => draft.readable).map((draft) => new Resolver(draft, model, known).resolve());
}

/** Every id that the drafts' short references may stand for; where there is only one, nothing need be looked up. */
function candidates(drafts: readonly Draft[], model: Model): string[] {
  const ids = new Set<string>();
  for (const draft of drafts) {
    for (const { far } of draft.edges) {
      const found = fullIds(far, model);
      if (found.length > 1) for (const id of found) ids.add(id);
    }
  }
  return [...ids];
}

class Resolver {
  readonly #problems: Problem[] = [];

  constructor(
    private readonly draft: Draft,
    private readonly model: Model,
    private readonly known: KnownIds,
  ) {}

  resolve(): ResolvedDraft {
    const { draft } = this;
    const { name, nodes, place } = draft;
    const edges = draft.edges.flatMap((edge) => this.#edge(edge));
    return { draft, bundle: { name, nodes, edges, place }, problems: this.#problems };
  }

  /** The one node that a reference stands for; null where there is none or more than one, which is a problem. */
  #fullId(reference: Reference): string | null {
    const all = fullIds(reference, this.model);
    if (all.length === 1) return all[0] ?? null;
    const found = all.filter(this.known.exists);
    if (found.length === 1) return found[0] ?? null;
    const { text, field, place } = reference;
    if (found.length > 1) this.#problems.push(problemAt(place, `"${text}" may be ${oneOf(found)}: write the id in full.`));
    else if (this.known.complete) {
      const message = `${field} leads to ${article(oneOf(reference.types))}, and there is none with the key "${text}".`;
      this.#problems.push(problemAt(place, message, reference));
    }
    return null;
  }

  /** An edge as a record, with what its own claims are about. */
  #edge(edge: DraftEdge): EdgeRecord[] {
    const far = this.#fullId(edge.far);
    if (far === null || edge.near === "") return [];
    const out = edge.field.direction === "OUT";
    const [from, to] = out ? [edge.near, far] : [far, edge.near];
    const places = new Map(edge.places);
    places.set(out ? "from" : "to", edge.nearPlace);
    const own = this.#claimIds(edge.claims);
    const restsOn = own.length > 0 || !edge.field.dated ? own : this.#claimIds(evidence(edge, this.draft));
    const claims: string[] = [];
    for (const { id, place } of restsOn) {
      if (id === null || claims.includes(id)) continue;
      places.set(`claims.${claims.length}`, place);
      claims.push(id);
    }
    const record: EdgeRecord = { type: edge.field.type, from, to, properties: edge.properties, claims, place: edge.place, places };
    if (own.length === 0) return [record];
    return [record, ...claims.flatMap((claim, i) => aboutEdge(record, claim, places.get(`claims.${i}`) ?? edge.place, this.model))];
  }

  #claimIds(references: readonly Reference[]): { id: string | null; place: Place }[] {
    return references.map((reference) => ({ id: this.#fullId(reference), place: reference.place }));
  }
}

/** What an edge without claims of its own rests on: its record's claims, else those of the record around it, else the bundle's. */
function evidence(edge: DraftEdge, draft: Draft): readonly Reference[] {
  for (let at: Evidence | null = edge.evidence; at; at = at.outer) if (at.claims.length > 0) return at.claims;
  return draft.restsOn;
}

/** A claim named on an edge is about that edge: about the node it starts from, as to the field that leads to the other end. */
function aboutEdge(edge: EdgeRecord, claim: string, place: Place, model: Model): EdgeRecord[] {
  const from = nodeTypeOf(model, edge.from);
  const to = nodeTypeOf(model, edge.to);
  const field = [...(from?.edges.values() ?? [])].find(
    (f) => f.type === edge.type && f.direction === "OUT" && to !== null && f.targets.includes(to.name),
  );
  if (!from || !field || !model.edges.get(ABOUT)?.pairs.has(`Claim>${from.name}`)) return [];
  return [{ type: ABOUT, from: claim, to: edge.from, properties: { field: field.name, value: edge.to }, claims: [], place, implied: true }];
}
