import { type UniqueKey, uniqueKeys } from "../../model/index.ts";
import type { State, Values } from "../graph/index.ts";
import { type Bundle, formatPlace, type NodeRecord, type Place, type Properties, placeOf, type Report } from "../record.ts";

/** A node that has a key; no place where it stands in the graph alone. */
interface Holder {
  readonly id: string;
  readonly properties: Properties | Values;
  readonly bundle: string;
  readonly place: Place | null;
}

/** No two nodes have the same key, such as a code by which a look-up finds one of them. `defined` are the records that the load has, by id. */
export function checkKeys(bundles: readonly Bundle[], state: State, defined: ReadonlyMap<string, NodeRecord>, report: Report): void {
  const loading = new Set(bundles.map((bundle) => bundle.name));
  for (const key of uniqueKeys(state.model)) {
    const holders = new Map<string, Holder[]>();
    // What the loaded bundles wrote before is replaced by what they say now.
    for (const { id, type, bundle, values } of state.nodes.values())
      if (type === key.type && !loading.has(bundle) && !defined.has(id))
        hold(holders, key, { id, properties: values, bundle, place: null });
    for (const { name, nodes } of bundles) for (const node of nodes) if (node.type === key.type) checkKey(node, name, key, holders, report);
  }
}

function checkKey(node: NodeRecord, bundle: string, key: UniqueKey, holders: Map<string, Holder[]>, report: Report): void {
  for (const property of key.properties) {
    const value = node.properties[property];
    if (typeof value !== "string") continue;
    const other = holders.get(value)?.find((holder) => holder.id !== node.id && key.within.every((name) => mayBeSame(node, holder, name)));
    if (!other) continue;
    const where = other.place ? formatPlace(other.place) : `in the graph, from the bundle ${other.bundle}`;
    const within = key.within.length > 0 ? ` for each ${key.within.join(" and ")}` : "";
    report(placeOf(node, property), `${property} ${value} is that of ${other.id} already (${where}): one node has it${within}.`);
  }
  hold(holders, key, { id: node.id, properties: node.properties, bundle, place: node.place });
}

/** What one of them does not say may be the same. */
function mayBeSame(node: NodeRecord, holder: Holder, name: string): boolean {
  const [own, theirs] = [node.properties[name], holder.properties[name]];
  return own === undefined || theirs === undefined || own === theirs;
}

function hold(holders: Map<string, Holder[]>, { properties }: UniqueKey, holder: Holder): void {
  for (const value of new Set(properties.map((name) => holder.properties[name]))) {
    if (typeof value !== "string") continue;
    const others = holders.get(value);
    if (others) others.push(holder);
    else holders.set(value, [holder]);
  }
}
