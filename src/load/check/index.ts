import { isId, type Model, nodeTypeOf } from "../../model/index.ts";
import type { State } from "../graph/index.ts";
import { ANY_ID, article, didYouMean, KnownIds } from "../read/index.ts";
import { type Bundle, formatPlace, type NodeRecord, type Place, type Problem, problemAt, type Report } from "../record.ts";
import { checkCycles } from "./cycles.ts";
import { checkEdge, checkSameEdges } from "./edges.ts";
import { checkCodes } from "./hs.ts";
import { checkKeys } from "./keys.ts";
import { checkRemovals } from "./removals.ts";
import { checkRules } from "./rules.ts";
import { checkSingleEdges } from "./single-edges.ts";
import { checkProperties } from "./values.ts";

export { isShare } from "./amounts.ts";
export { checkEnds } from "./dangling-ids.ts";

/**
 * Checks bundles against the schema, each other, and the graph. Returns every problem; when there is none, they can be written.
 * `complete` is false where a file could not be read, which may define what seems to be missing.
 */
export function check(bundles: readonly Bundle[], state: State, complete: boolean): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (place, message, meant) => problems.push(problemAt(place, message, meant));
  const defined = checkIds(bundles, state, report);
  const loading = new Set(bundles.map((bundle) => bundle.name));
  const exists = (id: string) => {
    const node = state.nodes.get(id);
    return defined.has(id) || (node !== undefined && !loading.has(node.bundle));
  };
  const known = new KnownIds(exists, complete);

  checkNames(bundles, report);
  for (const bundle of bundles) checkRecords(bundle, state.model, report, known);
  checkKeys(bundles, state, defined, report);
  checkCodes(bundles, state, defined, report);
  checkCycles(bundles, state, report);
  checkSameEdges(bundles, state, report);
  checkSingleEdges(bundles, state, loading, report);
  if (complete) checkRemovals(bundles, state, defined, loading, report);
  return problems;
}

/** Checks each record of a bundle alone. Unless `known` ids are given, it may point at any. */
export function checkRecords({ nodes, edges }: Bundle, model: Model, report: Report, known: KnownIds = ANY_ID): void {
  for (const node of nodes) checkNode(node, model, report);
  for (const edge of edges) checkEdge(edge, model, known, report);
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
