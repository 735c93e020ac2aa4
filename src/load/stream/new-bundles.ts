import { ABOUT, type Model, nodeTypeOf, STATED_IN } from "../../model/index.ts";
import type { Bundle, EdgeRecord } from "../record.ts";

/**
 * Those bundles that need no look at the graph: it holds nothing of them, and they change nothing in it. Their names and nodes are new, each of
 * their edges has an end that is new, so that no other bundle can state it already, and no claim is about a node that is there.
 * `there` are the names of bundles, `has` tells the nodes, that the graph has.
 */
export function freshBundles(
  model: Model,
  bundles: readonly Bundle[],
  there: ReadonlySet<string>,
  has: (id: string) => boolean,
): ReadonlySet<Bundle> {
  const added = new Set<string>();
  for (const bundle of bundles) for (const { id } of bundle.nodes) if (!has(id)) added.add(id);
  const singles = singlesOf(model);
  const isFresh = ({ type, from, to }: EdgeRecord): boolean => {
    const [start, end] = [added.has(from), added.has(to)];
    if (!(start || end) || (type === ABOUT && !end) || (type === STATED_IN && !start)) return false;
    // Where the schema allows one edge, the node may have it.
    const single = singles.get(type);
    if (!single) return true;
    return (start || !single.has(`OUT ${nodeTypeOf(model, from)?.name}`)) && (end || !single.has(`IN ${nodeTypeOf(model, to)?.name}`));
  };
  return new Set(
    bundles.filter(
      (bundle) => !there.has(bundle.name) && bundle.nodes.every(({ id }) => added.has(id)) && bundle.edges.every((edge) => isFresh(edge)),
    ),
  );
}

const singlesByModel = new WeakMap<Model, ReadonlyMap<string, ReadonlySet<string>>>();

/** By edge type: from which side (`OUT Claim`) there is one such edge at most. */
function singlesOf(model: Model): ReadonlyMap<string, ReadonlySet<string>> {
  let singles = singlesByModel.get(model);
  if (singles) return singles;
  const found = new Map<string, Set<string>>();
  for (const type of model.nodes.values()) {
    for (const field of type.edges.values()) {
      if (field.list) continue;
      const sides = found.get(field.type) ?? new Set();
      found.set(field.type, sides.add(`${field.direction} ${type.name}`));
    }
  }
  singles = found;
  singlesByModel.set(model, singles);
  return singles;
}
