import type { PresentEdge, PresentNode, Properties, StatedField } from "../../load/index.ts";
import type { Property } from "../../model/index.ts";

/** The fields of which a row says something else of a node than the graph has. */
export function differsFromNode(
  fields: readonly StatedField[],
  properties: ReadonlyMap<string, Property>,
  { values, ends }: PresentNode,
): string[] {
  return fields.flatMap(({ name, value }) => {
    const property = properties.get(name);
    if (property) return isSame(value, values, name) ? [] : [name];
    const known = ends.get(name);
    return known && [value].flat().every((id) => known.has(id)) ? [] : [name];
  });
}

/** The values of which a row says something else of an edge than the graph has; its ends are the same. */
export function differsFromEdge(fields: readonly StatedField[], { values, claims }: PresentEdge): string[] {
  return fields.flatMap(({ name, value }) => {
    if (name === "from" || name === "to") return [];
    if (name === "claims") return [value].flat().every((claim) => claims.includes(claim)) ? [] : [name];
    return isSame(value, values, name) ? [] : [name];
  });
}

function isSame(value: string | readonly string[], values: Properties, name: string): boolean {
  const known = values[name];
  if (known === undefined) return false;
  if (typeof known === "object") {
    const items = [value].flat();
    return items.length === known.length && items.every((item, i) => isSameText(item, known[i]));
  }
  return typeof value === "string" && isSameText(value, known);
}

/** Whether a text is a value: as it is, or as the same number. */
function isSameText(text: string, known: unknown): boolean {
  if (typeof known === "number") return Number(text) === known;
  return text.normalize("NFC") === String(known).normalize("NFC");
}
