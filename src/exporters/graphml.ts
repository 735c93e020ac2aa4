import type { GraphEngine, Value } from "../engine/port.ts";
import { joinList } from "../load/index.ts";
import type { Model, Property } from "../model/index.ts";
import { DATED_KEYS, edgePortions, nodePortions } from "./graph.ts";

/**
 * The whole graph as GraphML (http://graphml.graphdrawing.org/): nodes with their type and properties, edges with their type, dates,
 * certainty, how many sources they rest on, and claims by id. Lists are joined as all tables have them (`joinList`).
 */
export async function* graphml(engine: GraphEngine, model: Model): AsyncGenerator<string> {
  const ofNodes = kindsOf(model.nodes.values());
  ofNodes.delete("id");
  const ofEdges = new Map([
    ...DATED_KEYS.map((name) => [name, "string"] as const),
    ["sourceCount", "long"] as const,
    ...kindsOf(model.edges.values()),
  ]);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield keysOf("node", "n", new Map([["type", "string"], ...ofNodes]));
  yield keysOf("edge", "e", new Map([["type", "string"], ...ofEdges]));
  yield '<graph id="trade-graph" edgedefault="directed">\n';
  for await (const nodes of nodePortions(engine, model, null)) {
    yield nodes
      .map(({ id, type, values }) => `<node id="${escaped(id)}">${datum("n", "type", type)}${data("n", ofNodes, values)}</node>\n`)
      .join("");
  }
  let number = 0;
  for await (const edges of edgePortions(engine, model, null)) {
    yield edges
      .map(({ type, from, to, values }) => {
        const sourceCount = Array.isArray(values.evidence) ? { sourceCount: values.evidence.length } : {};
        return `<edge id="e${number++}" source="${escaped(from)}" target="${escaped(to)}">${datum("e", "type", type)}${data("e", ofEdges, { ...values, ...sourceCount })}</edge>\n`;
      })
      .join("");
  }
  yield "</graph>\n</graphml>\n";
}

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

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** A text as XML has it; characters that XML 1.0 does not allow at all are left out. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
}
