import { isId, type Model, nodeTypeOf } from "../../model/index.ts";
import type { State } from "../graph/state.ts";
import { article, didYouMean } from "../read/hints.ts";
import { KnownIds } from "../read/known-ids.ts";
import type { Report } from "../read/values.ts";
import { type Bundle, type EdgeRecord, formatPlace, type NodeRecord, type Place, type Problem, problemAt } from "../record.ts";
import { checkEdge, checkTogether } from "./edges.ts";
import { checkRules } from "./rules.ts";
import { checkProperties } from "./values.ts";

/** Checks bundles against the schema, each other, and the graph. Returns every problem; when there is none, they can be written. */
export function check(bundles: readonly Bundle[], state: State, complete: boolean): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (place, message) => problems.push(problemAt(place, message));
  const defined = checkIds(bundles, state, report);
  const loading = new Set(bundles.map((bundle) => bundle.name));
  const exists = (id: string) => {
    const node = state.nodes.get(id);
    return defined.has(id) || (node !== undefined && !loading.has(node.bundle));
  };
  const known = new KnownIds(exists, () => [...defined.keys(), ...[...state.nodes.keys()].filter(exists)], complete);

  checkNames(bundles, report);
  for (const bundle of bundles) {
    for (const node of bundle.nodes) checkNode(node, state.model, report);
    for (const edge of bundle.edges) checkEdge(edge, state.model, known, report);
  }
  checkTogether(bundles, state, report);
  checkReferences(bundles, state, loading, report);
  if (complete) checkRemovals(bundles, state, defined, loading, report);
  return problems;
}

function checkNames(bundles: readonly Bundle[], report: Report): void {
  const places = new Map<string, Place>();
  for (const { name, place } of bundles) {
    const first = places.get(name);
    if (first) report(place, `Two files name the bundle ${name}: also ${formatPlace(first)}. A bundle is one file.`);
    else places.set(name, place);
  }
}

/** Every id belongs to one record of one bundle. Returns the records by id. */
function checkIds(bundles: readonly Bundle[], state: State, report: Report): Map<string, NodeRecord> {
  const defined = new Map<string, NodeRecord>();
  const loading = new Set(bundles.map((bundle) => bundle.name));
  for (const bundle of bundles) {
    for (const node of bundle.nodes) {
      const twin = defined.get(node.id);
      const owner = state.nodes.get(node.id)?.bundle;
      if (twin) report(node.place, `${node.id} is defined twice: also at ${formatPlace(twin.place)}.`);
      else if (owner !== undefined && !loading.has(owner)) {
        report(
          node.place,
          `${node.id} is defined by the bundle ${owner} in the graph. To move it here, load that bundle's file as well; if the bundle was renamed, a file that only says \`bundle: ${owner}\`.`,
        );
      }
      if (!twin) defined.set(node.id, node);
    }
  }
  return defined;
}

function checkNode(node: NodeRecord, model: Model, report: Report): void {
  const type = model.nodes.get(node.type);
  if (!type) {
    report(node.place, `There is no node type ${node.type}.${didYouMean(node.type, model.nodes.keys())}`);
    return;
  }
  if (!isId(node.id) || nodeTypeOf(model, node.id) !== type)
    report(node.place, `"${node.id}" is no id of ${article(type.name)}: it must be ${type.prefix}:key.`);
  checkProperties(node, type.properties, type.name, model, report);
  checkRules(node, report);
}

/** Where the schema allows one node at the other end, there is at most one, and where it wants one, there is one. */
function checkReferences(bundles: readonly Bundle[], state: State, loading: ReadonlySet<string>, report: Report): void {
  const byType = edgesByType(bundles);
  for (const type of state.model.nodes.values()) {
    for (const field of type.edges.values()) {
      if (field.list) continue;
      const ends = new Map<string, Set<string>>();
      const add = (edge: { from: string; to: string }): Set<string> => {
        const [near, far] = field.direction === "OUT" ? [edge.from, edge.to] : [edge.to, edge.from];
        const found = ends.get(near) ?? new Set();
        ends.set(near, found.add(far));
        return found;
      };
      for (const edge of state.edges.values())
        if (edge.type === field.type && [...edge.parts.keys()].some((b) => !loading.has(b))) add(edge);
      for (const edge of byType.get(field.type) ?? []) {
        const before = ends.get(field.direction === "OUT" ? edge.from : edge.to)?.size ?? 0;
        const found = add(edge);
        if (found.size > Math.max(before, 1))
          report(
            edge.place,
            `${field.direction === "OUT" ? edge.from : edge.to} has one ${field.name} at most, and these are several: ${[...found].join(", ")}.`,
          );
      }
      if (!field.required) continue;
      for (const node of bundles.flatMap((b) => b.nodes)) {
        if (node.type === type.name && !ends.has(node.id) && !node.places?.has(field.name))
          report(node.place, `${type.name} needs ${field.name}.`);
      }
    }
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

/** A record can't go while other bundles point at it or rest on it. */
function checkRemovals(
  bundles: readonly Bundle[],
  state: State,
  defined: ReadonlyMap<string, NodeRecord>,
  loading: ReadonlySet<string>,
  report: Report,
): void {
  const users = new Map<string, Set<string>>();
  for (const edge of state.edges.values()) {
    for (const [name, part] of edge.parts) {
      if (loading.has(name)) continue;
      for (const id of [edge.from, edge.to, ...part.claims]) users.set(id, (users.get(id) ?? new Set()).add(name));
    }
  }
  for (const node of state.nodes.values()) {
    const found = users.get(node.id);
    if (defined.has(node.id) || !found) continue;
    const place = bundles.find((bundle) => bundle.name === node.bundle)?.place;
    if (place)
      report(
        place,
        `${node.id} is no longer in the bundle ${node.bundle}, but other bundles still point at it: ${[...found].sort().join(", ")}. Change them first, or load them together.`,
      );
  }
}
