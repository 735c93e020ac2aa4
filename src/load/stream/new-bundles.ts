import { ABOUT, hierarchyTypes, type Model, nodeTypeOf, STATED_IN } from "../../model/index.ts";
import { hasBeginning } from "../graph/index.ts";
import type { Bundle, EdgeRecord } from "../record.ts";

/**
 * Those bundles that are new throughout, so that the graph need not be read for them: it holds nothing of them, and they change nothing in it.
 * Their names and nodes are new, each of their edges has an end that is new, so that no other bundle can state it already, and no claim is
 * about a node that the graph has. `names` are the bundles that it has, `hasNode` says whether it has a node.
 */
export function newBundles(
  model: Model,
  bundles: readonly Bundle[],
  names: { has(name: string): boolean },
  hasNode: (id: string) => boolean,
): ReadonlySet<Bundle> {
  const added = new Set<string>();
  for (const bundle of bundles) for (const { id } of bundle.nodes) if (!hasNode(id)) added.add(id);
  const singleSides = singleSidesOf(model);
  const hierarchies = hierarchyTypes(model);
  const isNew = ({ type, from, to, properties }: EdgeRecord): boolean => {
    const [start, end] = [added.has(from), added.has(to)];
    // Its first day may be that from which an act is there that the graph has. Countries and firms are there always.
    if (!start && properties.since !== undefined && mayBegin(model, from)) return false;
    // Put under another, what the graph has may come to lie under itself.
    if (!start && hierarchies.includes(type)) return false;
    if (!(start || end) || (type === ABOUT && !end) || (type === STATED_IN && !start)) return false;
    // Where the schema allows one edge, the node may have it.
    const sides = singleSides.get(type);
    if (!sides) return true;
    return (start || !sides.has(`OUT ${nodeTypeOf(model, from)?.name}`)) && (end || !sides.has(`IN ${nodeTypeOf(model, to)?.name}`));
  };
  return new Set(
    bundles.filter(
      (bundle) => !names.has(bundle.name) && bundle.nodes.every(({ id }) => added.has(id)) && bundle.edges.every((edge) => isNew(edge)),
    ),
  );
}

/** Whether a node may be an act, which is there from a day on. */
function mayBegin(model: Model, id: string): boolean {
  const type = nodeTypeOf(model, id);
  return type === null || hasBeginning(type);
}

const singleSidesByModel = new WeakMap<Model, ReadonlyMap<string, ReadonlySet<string>>>();

/** By edge type: from which side (`OUT Claim`) there is one such edge at most. */
function singleSidesOf(model: Model): ReadonlyMap<string, ReadonlySet<string>> {
  const known = singleSidesByModel.get(model);
  if (known) return known;
  const found = new Map<string, Set<string>>();
  for (const type of model.nodes.values()) {
    for (const field of type.edges.values()) {
      if (field.list) continue;
      const sides = found.get(field.type) ?? new Set();
      found.set(field.type, sides.add(`${field.direction} ${type.name}`));
    }
  }
  singleSidesByModel.set(model, found);
  return found;
}
