import { isDeepStrictEqual } from "node:util";
import { ABOUT, CLAIM, type Model, nodeTypeOf, statedProperties } from "../../model/index.ts";
import { claimedFault } from "../graph/best-value.ts";
import type { State } from "../graph/state.ts";
import { edgeKey, type Part, partOf, tellsOf } from "../graph/stored.ts";
import { article, capitalArticle, didYouMean } from "../read/hints.ts";
import type { KnownIds } from "../read/known-ids.ts";
import type { Report } from "../read/values.ts";
import { type Bundle, type EdgeRecord, formatPlace, type Place, placeOf } from "../record.ts";
import { checkRules } from "./rules.ts";
import { checkProperties } from "./values.ts";

/** Checks every edge for itself: its ends, its properties, what it rests on. */
export function checkEdge(edge: EdgeRecord, model: Model, known: KnownIds, report: Report): void {
  const type = model.edges.get(edge.type);
  if (!type) {
    report(edge.place, `There is no edge ${edge.type}.${didYouMean(edge.type, model.edges.keys())}`);
    return;
  }
  if (edge.implied) return;
  const [from, to] = [nodeTypeOf(model, edge.from), nodeTypeOf(model, edge.to)];
  if (!from || !to) {
    report(edge.place, `"${from ? edge.to : edge.from}" is no id: an id is prefix:key, and the prefix names a node type.`);
    return;
  }
  if (!type.pairs.has(`${from.name}>${to.name}`)) {
    report(edge.place, `${edge.type} does not lead from ${article(from.name)} to ${article(to.name)} (${edge.from} to ${edge.to}).`);
  }
  exists(edge.from, placeOf(edge, "from"));
  exists(edge.to, placeOf(edge, "to"));
  checkProperties(edge, statedProperties(type), `The edge ${edge.type}`, model, report);
  checkRules(edge, report);
  edge.claims.forEach((claim, i) => {
    if (nodeTypeOf(model, claim)?.name === CLAIM) exists(claim, placeOf(edge, `claims.${i}`));
    else report(placeOf(edge, `claims.${i}`), `An edge rests on claims, and "${claim}" is none.`);
  });
  if (type.dated && edge.claims.length === 0 && !edge.places?.has("claims")) {
    report(
      edge.place,
      `Nothing says so: ${edge.from} ${edge.type} ${edge.to} rests on no claim. Give it \`claims:\`, or its record, or the bundle \`restsOn:\`.`,
    );
  }
  if (!type.dated && edge.claims.length > 0)
    report(edge.place, `The edge ${edge.type} is part of the evidence, and rests on no claims itself.`);
  const field = edge.type === ABOUT ? edge.properties.field : undefined;
  if (typeof field === "string" && !to.properties.has(field) && !to.edges.has(field)) {
    report(
      placeOf(edge, "field"),
      `${capitalArticle(to.name)} has no field "${field}" to claim something about.${didYouMean(field, [...to.properties.keys(), ...to.edges.keys()])}`,
    );
  }

  const property = typeof field === "string" ? to.properties.get(field) : undefined;
  const value = edge.properties.value;
  if (property && typeof value === "string" && property.contestable) {
    const fault = claimedFault(model, property, value);
    if (fault !== null) report(placeOf(edge, "value"), `${field} ${JSON.stringify(value)} ${fault}.`);
  }

  function exists(id: string, place: Place): void {
    if (!known.exists(id) && known.complete) report(place, `There is no ${id}, in these files or in the graph.${known.hint([id])}`);
  }
}

/** Checks the edges of all bundles together: none twice in one bundle, and bundles that state the same edge agree on it. */
export function checkTogether(bundles: readonly Bundle[], state: State, report: Report): void {
  const loading = new Set(bundles.map((bundle) => bundle.name));
  const stated = new Map<string, { bundle: string; part: Part; place: Place | null }[]>();
  for (const bundle of bundles) {
    for (const edge of bundle.edges) {
      const key = edgeKey(edge, tellsOf(state.model, edge.type, edge.properties));
      const others = stated.get(key) ?? outside(state, key, loading);
      stated.set(key, others);
      const twin = others.find((other) => other.bundle === bundle.name);
      if (twin && edge.implied) continue;
      if (twin?.place)
        report(
          edge.place,
          `The edge ${edge.from} ${edge.type} ${edge.to} stands in this bundle twice: also at ${formatPlace(twin.place)}.`,
        );
      const part = partOf(state.model, edge);
      for (const other of twin ? [] : others) disagreement(edge, part, other, report);
      others.push({ bundle: bundle.name, part, place: edge.implied ? null : edge.place });
    }
  }
}

/** What bundles that are not loaded now say of an edge. */
function outside(state: State, key: string, loading: ReadonlySet<string>) {
  const parts = [...(state.edges.get(key)?.parts ?? [])];
  return parts.filter(([bundle]) => !loading.has(bundle)).map(([bundle, part]) => ({ bundle, part, place: null }));
}

function disagreement(edge: EdgeRecord, part: Part, other: { bundle: string; part: Part; place: Place | null }, report: Report): void {
  for (const [name, value] of Object.entries(part.properties)) {
    const theirs = other.part.properties[name];
    if (theirs === undefined || isDeepStrictEqual(theirs, value)) continue;
    const where = other.place ? ` at ${formatPlace(other.place)}` : "";
    report(
      placeOf(edge, name),
      `The bundle ${other.bundle} states the same edge with ${name} ${JSON.stringify(theirs)}${where}, this one with ${JSON.stringify(value)}.`,
    );
  }
}
