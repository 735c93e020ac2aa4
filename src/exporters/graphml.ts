import type { GraphEngine, Value } from "../engine/port.ts";
import { type BundleInGraph, joinList } from "../load/index.ts";
import type { Model, Property } from "../model/index.ts";
import { bundlesOf } from "./bundles.ts";
import { DATED_KEYS } from "./graph.ts";

/**
 * The whole graph as GraphML (http://graphml.graphdrawing.org/): nodes with their label, type and properties, edges with their label, type, dates,
 * certainty, how many sources they rest on, and claims by id. Lists are joined as all tables have them (`joinList`). Bundle by bundle, each behind
 * an instruction that says how many records it has, which only `import graphml` reads: nodes and edges say of which bundle they are, and in `stated` what their
 * records say where that is not what counts. Throws EngineError.
 */
export async function* graphml(engine: GraphEngine, model: Model): AsyncGenerator<string> {
  const ofNodes = kindsOf(model.nodes.values());
  ofNodes.delete("id");
  for (const name of ["bundle", "stated"]) ofNodes.set(name, "string");
  const ofEdges = new Map([
    ...DATED_KEYS.map((name) => [name, "string"] as const),
    ["sourceCount", "long"] as const,
    ...kindsOf(model.edges.values()),
    ...["bundles", "stated"].map((name) => [name, "string"] as const),
  ]);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield keysOf("node", "n", new Map([...LABELS, ...ofNodes]));
  yield keysOf("edge", "e", new Map([...LABELS, ...ofEdges]));
  yield '<graph id="trade-graph" edgedefault="directed">\n';
  const shown = new Set<string>();
  let number = 0;
  for await (const { name, nodes, edges, stored } of bundlesOf(engine, model)) {
    yield `<?trade-graph ${JSON.stringify({ bundle: name, records: nodes.length + edges.length })}?>\n`;
    for (const { id, type, values } of stored.nodes)
      yield nodeElement(id, labelOf(model, type, id, values), type, data("n", ofNodes, values));
    for (const edge of stored.edges) {
      if (edge.bundles.some((other) => other !== name && shown.has(other))) continue;
      yield edgeElement(`e${number++}`, edge, data("e", ofEdges, { ...edge.values, ...sourceCountOf(edge.values) }));
    }
    shown.add(name);
  }
  yield "</graph>\n</graphml>\n";
}

type StoredEdge = BundleInGraph["stored"]["edges"][number];

function nodeElement(id: string, label: string, type: string, rest: string): string {
  return `<node id="${escaped(id)}">${datum("n", "label", label)}${datum("n", "type", type)}${rest}</node>\n`;
}

/** An edge is labelled by what it says in words: `retaliates against`. */
function edgeElement(id: string, { type, from, to }: StoredEdge, rest: string): string {
  const label = datum("e", "label", type.toLowerCase().replaceAll("_", " "));
  return `<edge id="${id}" source="${escaped(from)}" target="${escaped(to)}">${label}${datum("e", "type", type)}${rest}</edge>\n`;
}

function labelOf(model: Model, type: string, id: string, values: StoredEdge["values"]): string {
  const names = model.nodes.get(type)?.label ?? [];
  return String(names.map((name) => values[name]).find((value) => typeof value === "string") ?? id);
}

function sourceCountOf({ evidence }: StoredEdge["values"]): Readonly<Record<string, Value>> {
  return Array.isArray(evidence) ? { sourceCount: evidence.length } : {};
}

/** What every node and edge has beside its properties. */
const LABELS: readonly (readonly [string, string])[] = [
  ["label", "string"],
  ["type", "string"],
];

/** The kinds of properties by name; one that several types have, each with a kind of its own, is a text. */
function kindsOf(types: Iterable<{ readonly properties: ReadonlyMap<string, Property> }>): Map<string, string> {
  const kinds = new Map<string, string>();
  for (const { properties } of types)
    for (const property of properties.values()) {
      const kind = kindOf(property);
      kinds.set(property.name, (kinds.get(property.name) ?? kind) === kind ? kind : "string");
    }
  return kinds;
}

function kindOf(property: Property): string {
  if (property.list) return "string";
  return { Float: "double", Int: "long", Boolean: "boolean" }[property.type] ?? "string";
}

function keysOf(of: "node" | "edge", prefix: string, properties: ReadonlyMap<string, string>): string {
  return [...properties]
    .map(([name, kind]) => `<key id="${prefix}.${name}" for="${of}" attr.name="${name}" attr.type="${kind}"/>\n`)
    .join("");
}

function data(prefix: string, known: ReadonlyMap<string, string>, values: Readonly<Record<string, Value>>): string {
  return [...known.keys()].map((name) => datum(prefix, name, values[name])).join("");
}

function datum(prefix: string, name: string, value: Value | undefined): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return "";
  return `<data key="${prefix}.${name}">${escaped(Array.isArray(value) ? joinList(value.map(String)) : String(value))}</data>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

/** A text as XML has it; characters that XML 1.0 does not allow at all are left out. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"'\n\r\t]/g, (c) => ENTITIES[c] ?? c);
}
