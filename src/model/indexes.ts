import { DISPUTED } from "./contested.ts";
import { datesByMonth, monthName } from "./months.ts";
import type { Model } from "./types.ts";

/** A property to index; `unique` brings a constraint. */
export interface IndexedProperty {
  readonly label: string;
  readonly property: string;
  readonly unique: boolean;
  /** Stands in for an index of ranges: of no use where an engine looks ranges up. */
  readonly forRanges?: boolean;
}

/** Every index that the schema asks for: the id of all nodes, each @index property of each type, and the months of those that are dates. */
export function indexesOf(model: Model): readonly IndexedProperty[] {
  const indexes: IndexedProperty[] = [
    { label: "Node", property: "id", unique: true },
    // The loader finds what a bundle wrote by it.
    { label: "Node", property: "bundle", unique: false },
    // Disagreements of the whole graph are looked for at these.
    { label: "Node", property: DISPUTED, unique: false },
  ];
  for (const node of model.nodes.values()) {
    for (const property of node.properties.values()) {
      if (property.indexed) indexes.push({ label: node.name, property: property.name, unique: false });
    }
    for (const { name } of datesByMonth(node))
      indexes.push({ label: node.name, property: monthName(name), unique: false, forRanges: true });
  }
  return indexes;
}
