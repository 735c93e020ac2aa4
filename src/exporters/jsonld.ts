import type { GraphEngine, Value } from "../engine/port.ts";
import type { Model, Property } from "../model/index.ts";
import { DATED_KEYS, edgePortions, nodePortions } from "./graph.ts";

/** The namespace of what the schema names; nothing answers there. */
const VOCABULARY = "urn:trade-graph:schema:";

/**
 * The whole graph as one JSON-LD document (https://www.w3.org/TR/json-ld11/): a node's edges are links named by their relationship type; each
 * edge that says more (its dates, certainty and claims, what a claim is about) stands once more as a node of type Relationship.
 */
export async function* jsonld(engine: GraphEngine, model: Model): AsyncGenerator<string> {
  const prefixes = Object.fromEntries([...model.nodes.values()].map((node) => [node.prefix, `urn:trade-graph:${node.prefix}:`]));
  const links = Object.fromEntries([...model.edges.keys(), "from", "to", "claims"].map((name) => [name, { "@type": "@id" }]));
  const context = {
    "@version": 1.1,
    "@vocab": VOCABULARY,
    id: "@id",
    type: "@type",
    relationship: "urn:trade-graph:relationship:",
    ...prefixes,
    ...links,
  };
  yield `{"@context":${JSON.stringify(context)},"@graph":[`;
  let first = true;
  const written = (thing: object) => {
    const text = `${first ? "" : ","}\n${JSON.stringify(thing)}`;
    first = false;
    return text;
  };
  for await (const nodes of nodePortions(engine, model, null)) {
    for (const { id, type, values } of nodes) {
      const properties = model.nodes.get(type)?.properties ?? new Map<string, Property>();
      yield written({ id, type, ...stated(properties, values) });
    }
  }
  for await (const edges of edgePortions(engine, model, null)) {
    const byStart = grouped(edges);
    for (const [id, own] of byStart) {
      const linked = new Map<string, Set<string>>();
      for (const { type, to } of own) linked.set(type, (linked.get(type) ?? new Set()).add(to));
      yield written({ id, ...Object.fromEntries([...linked].map(([type, ends]) => [type, [...ends]])) });
    }
    for (const { type, from, to, key, values } of edges) {
      const known = model.edges.get(type);
      const own = stated(known?.properties ?? new Map(), values);
      if (!known?.dated && Object.keys(own).length === 0) continue;
      const dated = Object.fromEntries(
        DATED_KEYS.map((name) => [name, values[name]] as const).filter(([, value]) => value !== undefined && value !== null),
      );
      yield written({
        id: `relationship:${encodeURIComponent(key)}`,
        type: "Relationship",
        relationshipType: type,
        from,
        to,
        ...dated,
        ...own,
      });
    }
  }
  yield "\n]}\n";
}

function stated(properties: ReadonlyMap<string, Property>, values: Readonly<Record<string, Value>>): Record<string, unknown> {
  return Object.fromEntries(
    [...properties.values()].flatMap(({ name, kind }) => {
      const value = values[name];
      if (name === "id" || value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return [];
      return [[name, kind === "value" && Array.isArray(value) ? value.map((item) => JSON.parse(String(item))) : value]];
    }),
  );
}

function grouped<T extends { readonly from: string }>(edges: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const edge of edges) {
    const group = groups.get(edge.from);
    if (group) group.push(edge);
    else groups.set(edge.from, [edge]);
  }
  return groups;
}
