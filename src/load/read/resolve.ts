import { ABOUT, type Model, nodeTypeOf } from "../../model/index.ts";
import { type Bundle, type EdgeRecord, type Place, type Problem, problemAt } from "../record.ts";
import type { Draft, DraftEdge, Evidence, Reference } from "./draft.ts";
import { article, oneOf } from "./hints.ts";
import type { KnownIds } from "./known-ids.ts";
import { fullIds } from "./references.ts";

/** Every id that the drafts' short references may stand for; where there is only one, nothing need be looked up. */
export function candidates(drafts: readonly Draft[], model: Model): string[] {
  const ids = new Set<string>();
  for (const draft of drafts) {
    for (const { far } of draft.edges) {
      const found = fullIds(far, model);
      if (found.length > 1) for (const id of found) ids.add(id);
    }
  }
  return [...ids];
}

/** Writes a draft's ids in full, the short ones by what is `known`; what fits nothing, or several nodes, is among `problems`. */
export function resolve(draft: Draft, model: Model, known: KnownIds, problems: Problem[]): Bundle {
  const full = (reference: Reference): string | null => {
    const all = fullIds(reference, model);
    if (all.length === 1) return all[0] ?? null;
    const found = all.filter(known.exists);
    if (found.length === 1) return found[0] ?? null;
    const { text, field, place } = reference;
    if (found.length > 1) problems.push(problemAt(place, `"${text}" may be ${oneOf(found)}: write the id in full.`));
    else if (known.complete) {
      const message = `${field} leads to ${article(oneOf(reference.types))}, and there is none with the key "${text}".${known.hint(all)}`;
      problems.push(problemAt(place, message));
    }
    return null;
  };
  const claimsOf = (references: readonly Reference[]) => references.map((reference) => ({ id: full(reference), place: reference.place }));

  const edges = draft.edges.flatMap((edge): EdgeRecord[] => {
    const far = full(edge.far);
    if (far === null || edge.near === "") return [];
    const out = edge.field.direction === "OUT";
    const [from, to] = out ? [edge.near, far] : [far, edge.near];
    const places = new Map(edge.places);
    places.set(out ? "from" : "to", edge.nearPlace);
    const own = claimsOf(edge.claims);
    const rests = own.length > 0 || !edge.field.dated ? own : claimsOf(evidence(edge, draft));
    const claims: string[] = [];
    for (const { id, place } of rests) {
      if (id === null || claims.includes(id)) continue;
      places.set(`claims.${claims.length}`, place);
      claims.push(id);
    }
    const record: EdgeRecord = { type: edge.field.type, from, to, properties: edge.properties, claims, place: edge.place, places };
    return own.length === 0
      ? [record]
      : [record, ...claims.flatMap((claim, i) => about(record, claim, places.get(`claims.${i}`) ?? edge.place, model))];
  });
  return { name: draft.name, nodes: draft.nodes, edges, place: draft.place };
}

/** What an edge without claims of its own rests on: its record's claims, else those of the record around it, else the bundle's. */
function evidence(edge: DraftEdge, draft: Draft): readonly Reference[] {
  for (let at: Evidence | null = edge.evidence; at; at = at.outer) if (at.claims.length > 0) return at.claims;
  return draft.restsOn;
}

/** A claim named on an edge is about that edge: about the node it starts from, as to the field that leads to the other end. */
function about(edge: EdgeRecord, claim: string, place: Place, model: Model): EdgeRecord[] {
  const from = nodeTypeOf(model, edge.from);
  const to = nodeTypeOf(model, edge.to);
  const field = [...(from?.edges.values() ?? [])].find(
    (f) => f.type === edge.type && f.direction === "OUT" && to !== null && f.targets.includes(to.name),
  );
  if (!from || !field || !model.edges.get(ABOUT)?.pairs.has(`Claim>${from.name}`)) return [];
  return [{ type: ABOUT, from: claim, to: edge.from, properties: { field: field.name, value: edge.to }, claims: [], place, implied: true }];
}
