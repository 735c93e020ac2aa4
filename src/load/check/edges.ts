import { isDeepStrictEqual } from "node:util";
import {
  ABOUT,
  CLAIM,
  claimedProperties,
  type EdgeType,
  edgePropertyOf,
  type Model,
  type NodeType,
  nodeTypeOf,
  type Property,
  statedProperties,
} from "../../model/index.ts";
import { claimedValueProblem, edgeKeyOf, type Part, partOf, type State } from "../graph/index.ts";
import { article, capitalArticle, didYouMean, type KnownIds } from "../read/index.ts";
import { type Bundle, type EdgeRecord, formatPlace, type Place, placeOf, type Report } from "../record.ts";
import { impossibleAmount } from "./amounts.ts";
import { checkKnown } from "./dangling-ids.ts";
import { impossibleYear } from "./dates.ts";
import { checkRules } from "./rules.ts";
import { checkProperties, isDate } from "./values.ts";

/** Checks an edge alone: its ends, its properties, what it rests on. */
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
  if (edge.from === edge.to) report(edge.place, `${edge.type} leads from ${edge.from} to itself.`);
  checkKnown(edge.from, placeOf(edge, "from"), known, model, report);
  checkKnown(edge.to, placeOf(edge, "to"), known, model, report);
  checkProperties(edge, statedProperties(type), `The edge ${edge.type}`, model, report);
  checkRules(edge, report);
  checkClaims(edge, type, model, known, report);
  if (edge.type === ABOUT) checkAssertion(edge, to, model, known, report);
}

/** What an edge rests on: claims, where it is dated, and nothing where it is part of the evidence itself. */
function checkClaims(edge: EdgeRecord, type: EdgeType, model: Model, known: KnownIds, report: Report): void {
  edge.claims.forEach((claim, i) => {
    const place = placeOf(edge, `claims.${i}`);
    if (nodeTypeOf(model, claim)?.name === CLAIM) checkKnown(claim, place, known, model, report);
    else report(place, `An edge rests on claims, and "${claim}" is none.`);
  });
  if (type.dated && edge.claims.length === 0 && !edge.places?.has("claims")) {
    report(
      edge.place,
      `Nothing says so: ${edge.from} ${edge.type} ${edge.to} rests on no claim. Give it \`claims:\`, or its record, or the bundle \`restsOn:\`.`,
    );
  }
  if (!type.dated && edge.claims.length > 0)
    report(edge.place, `The edge ${edge.type} is part of the evidence, and rests on no claims itself.`);
}

/** What a claim asserts of a node: a field that the node has, or a property of one of its edges, and a value that it can have. */
function checkAssertion(edge: EdgeRecord, of: NodeType, model: Model, known: KnownIds, report: Report): void {
  const { field, value } = edge.properties;
  if (typeof field !== "string") return;
  const ofEdge = edgePropertyOf(field);
  if (ofEdge) {
    checkOfEdge(edge, of, ofEdge, model, known, report);
    return;
  }
  if (!of.properties.has(field) && !of.edges.has(field)) {
    report(
      placeOf(edge, "field"),
      `${capitalArticle(of.name)} has no field "${field}" to claim something about.${didYouMean(field, [...of.properties.keys(), ...of.edges.keys()])}`,
    );
  }
  const property = of.properties.get(field);
  if (!property?.contestable || typeof value !== "string") return;
  const problem = impossibleClaim(model, property, value);
  if (problem !== null) report(placeOf(edge, "value"), `${field} ${JSON.stringify(value)} ${problem}.`);
}

/** What a claim asserts of an edge of a node: `covers(commodity:hs-850511).newRate`. */
function checkOfEdge(
  claim: EdgeRecord,
  of: NodeType,
  asserted: { edge: string; end: string; property: string },
  model: Model,
  known: KnownIds,
  report: Report,
): void {
  const place = placeOf(claim, "field");
  const edge = of.edges.get(asserted.edge);
  const property = edge && claimedProperties(edge).find(({ name }) => name === asserted.property);
  if (!edge || !property) {
    report(place, notClaimed(of, asserted));
    return;
  }
  const end = nodeTypeOf(model, asserted.end);
  if (!end || !edge.targets.includes(end.name))
    report(place, `${edge.name} does not lead to "${asserted.end}": write the whole id, prefix:key.`);
  else checkKnown(asserted.end, place, known, model, report);
  const { value } = claim.properties;
  const problem = typeof value === "string" ? impossibleClaim(model, property, value) : null;
  if (problem !== null) report(placeOf(claim, "value"), `${asserted.property} ${JSON.stringify(value)} ${problem}.`);
}

/** Why a claim can't give a property a value; null where it can. */
function impossibleClaim(model: Model, property: Property, value: string): string | null {
  const impossible = isDate(property) ? impossibleYear(property.name, value) : impossibleAmount(property.name, Number(value));
  return claimedValueProblem(model, property, value) ?? impossible;
}

/** Why nothing can be claimed of such a value of an edge, and what to do. */
function notClaimed(of: NodeType, { edge, end, property }: { edge: string; end: string; property: string }): string {
  const known = of.edges.get(edge);
  if (known?.dated && property === "since")
    return `Since when an edge holds tells it from others: no claim gives ${edge}(…).since another value. Write what begins on another day as an edge of its own, \`${edge}: [{to: ${end}, since: …, claims: […]}]\`.`;
  if (known?.dated && property === "certainty")
    return `An edge is as sure as the surest claim that it rests on: no claim gives ${edge}(…).certainty. Write the claim among the edge's \`claims\`, with its own certainty.`;
  const names = [...of.edges.values()].flatMap((e) => claimedProperties(e).map((p) => `${e.name}(…).${p.name}`));
  const wanted = `${edge}(…).${property}`;
  return `${capitalArticle(of.name)} has no edge with a value "${wanted}" to claim something about.${didYouMean(wanted, names)}`;
}

/** What one bundle says of an edge; no place where the bundle is not loaded now, or the edge is implied. */
interface Statement {
  readonly bundle: string;
  readonly part: Part;
  readonly place: Place | null;
}

/** Checks the edges of all bundles together: none twice in one bundle, and bundles that state the same edge agree on it. */
export function checkSameEdges(bundles: readonly Bundle[], state: State, report: Report): void {
  const loading = new Set(bundles.map((bundle) => bundle.name));
  const stated = new Map<string, Statement[]>();
  for (const bundle of bundles) {
    for (const edge of bundle.edges) {
      const key = edgeKeyOf(state.model, edge, edge.properties);
      const others = stated.get(key) ?? statementsInGraph(state, key, loading);
      stated.set(key, others);
      const twin = others.find((other) => other.bundle === bundle.name);
      if (twin && edge.implied) continue;
      if (twin?.place)
        report(
          edge.place,
          `The edge ${edge.from} ${edge.type} ${edge.to} stands in this bundle twice: also at ${formatPlace(twin.place)}.`,
        );
      const part = partOf(state.model, edge);
      for (const other of twin ? [] : others) checkAgreement(edge, part, other, report);
      others.push({ bundle: bundle.name, part, place: edge.implied ? null : edge.place });
    }
  }
}

/** What bundles that are not loaded now say of an edge. */
function statementsInGraph(state: State, key: string, loading: ReadonlySet<string>): Statement[] {
  const parts = [...(state.edges.get(key)?.parts ?? [])];
  return parts.filter(([bundle]) => !loading.has(bundle)).map(([bundle, part]) => ({ bundle, part, place: null }));
}

function checkAgreement(edge: EdgeRecord, part: Part, other: Statement, report: Report): void {
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
