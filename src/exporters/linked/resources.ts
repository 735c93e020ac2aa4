import type { GraphEngine, Value } from "../../engine/port.ts";
import type { BundleInGraph, Values } from "../../load/index.ts";
import { DATED, type Model, nodeTypeOf, type Property, prefixOf } from "../../model/index.ts";
import { bundlesOf } from "../bundles.ts";
import { compare, storedEdge, valuesOf } from "../graph.ts";
import { decimal, iriIn, iriOf, link, named, type Resource, type Statement, type Term, termsOf, text, VOCABULARY } from "./terms.ts";
import { agentsOf, fieldOf, linkOf, membershipOf, schemes, standardOf } from "./vocabulary.ts";

/** An edge as a bundle has it. */
type Edge = BundleInGraph["stored"]["edges"][number];

/**
 * The whole graph as resources with statements, from which JSON-LD, Turtle and N-Quads follow. Each node; each edge once as a plain link,
 * and once as a resource of its own (tg:Relationship, rdf:Statement) that holds its dates, certainty, note and claims. Bundle by bundle, each behind a resource
 * that says how many nodes and edges it has, so that `import turtle` gets a bundle whole without holding the file. Throws EngineError.
 */
export async function* resources(engine: GraphEngine, model: Model): AsyncGenerator<readonly Resource[]> {
  yield schemes();
  const shown = new Set<string>();
  for await (const { name, stored, nodes, edges } of bundlesOf(engine, model)) {
    const first = stored.edges.filter((edge) => !edge.bundles.some((other) => other !== name && shown.has(other)));
    shown.add(name);
    yield [
      bundleOf(name, nodes.length + edges.length),
      ...stored.nodes.flatMap(({ id, type, values }) => nodeOf(model, id, type, values, name)),
      ...linksOf(first),
      ...first.flatMap((edge) => relationshipOf(model, edge)),
    ];
  }
}

/** A node as resources: what it says itself, and each edge that starts at it, as a link and as a resource of its own. Throws EngineError. */
export async function* resourcesOfNode(engine: Pick<GraphEngine, "read">, model: Model, id: string): AsyncGenerator<readonly Resource[]> {
  const [node] = await engine.read({ text: "MATCH (n:Node {id: $id}) RETURN properties(n)", params: { id } });
  const text = "MATCH (n:Node {id: $id})-[r]->(m:Node) RETURN type(r), n.id, m.id, properties(r)";
  const rows = await engine.read({ text, params: { id } });
  const values = valuesOf(node?.[0]);
  const edges = rows.map((row): Edge => ({ ...storedEdge(model, row), bundles: [] })).sort((a, b) => compare(a.key, b.key));
  const own = nodeOf(model, id, nodeTypeOf(model, id)?.name ?? "", values, String(values.bundle ?? ""));
  yield [...own, ...linksOf(edges), ...edges.flatMap((edge) => relationshipOf(model, edge))];
}

/** The bundle itself. */
function bundleOf(name: string, records: number): Resource {
  return {
    iri: iriIn("bundle", name),
    statements: [
      [named("rdf:type"), link(named("tg:Bundle"))],
      [named("tg:records"), decimal(records)],
    ],
  };
}

function nodeOf(model: Model, id: string, type: string, values: Values, bundle: string): Resource[] {
  const known = model.nodes.get(type);
  if (!known) return [];
  const iri = iriOf(id);
  const label = known.label.map((name) => values[name]).find((value) => typeof value === "string");
  const parts: Resource[] = [];
  const statements: Statement[] = [[named("rdf:type"), link(`${VOCABULARY}${type}`)], ...standardOf(type, String(label ?? id), values)];
  for (const property of known.properties.values()) {
    if (property.name === "id") continue;
    const terms =
      property.kind === "value" ? objectsOf(property, values[property.name], id, parts) : termsOf(property, values[property.name]);
    const standard = fieldOf(type, property.name);
    for (const term of terms) {
      statements.push([`${VOCABULARY}${property.name}`, term]);
      if (standard !== null) statements.push([standard, term]);
    }
  }
  statements.push([named("tg:bundle"), text(bundle)]);
  if (typeof values.stated === "string") statements.push([named("tg:stated"), text(values.stated)]);
  return [...parts, { iri, statements }, ...agentsOf(values)];
}

/** The small objects of a node, each a resource of its own. */
function objectsOf(property: Property, value: Value | undefined, id: string, parts: Resource[]): Term[] {
  return (Array.isArray(value) ? value : []).map((item, i) => {
    const iri = iriIn("part", id, property.name, String(i + 1));
    const fields = JSON.parse(String(item)) as Readonly<Record<string, Value>>;
    const statements = [...property.fields.values()].flatMap((field) =>
      termsOf(field, fields[field.name]).map((term): Statement => [`${VOCABULARY}${field.name}`, term]),
    );
    parts.push({ iri, statements: [[named("rdf:type"), link(`${VOCABULARY}${property.type}`)], ...statements] });
    return link(iri);
  });
}

/** Edges as plain links, by where they start; several between the same two nodes are one. */
function linksOf(edges: readonly Edge[]): Resource[] {
  const links = new Map<string, Map<string, Statement>>();
  for (const { type, from, to } of edges) {
    const own = links.get(from) ?? links.set(from, new Map()).get(from);
    const end = link(iriOf(to));
    own?.set(`${type}|${to}`, [`${VOCABULARY}${type}`, end]);
    const standard = linkOf(type, typeName(from), typeName(to));
    if (standard !== null) own?.set(`${standard}|${to}`, [standard, end]);
  }
  return [...links].map(([from, statements]) => ({ iri: iriOf(from), statements: [...statements.values()] }));
}

/** `Commodity` of `commodity:hs-85`. */
function typeName(id: string): string {
  const prefix = prefixOf(id);
  return prefix.charAt(0).toUpperCase() + prefix.slice(1);
}

function relationshipOf(model: Model, edge: Edge): Resource[] {
  const { type, from, to, key, values } = edge;
  const known = model.edges.get(type);
  if (!known || !nodeTypeOf(model, from)) return [];
  const properties = [...(known.dated ? DATED.values() : []), ...known.properties.values()];
  const ends = { from: iriOf(from), to: iriOf(to) };
  const membership = membershipOf(type, edge, ends, values);
  const claims = Array.isArray(values.claims) ? values.claims.map((claim) => iriOf(String(claim))) : [];
  const stated = Array.isArray(values.stated) ? values.stated.map(String) : [];
  const statements: Statement[] = [
    [named("rdf:type"), link(named("tg:Relationship"))],
    [named("rdf:type"), link(named("rdf:Statement"))],
    [named("rdf:subject"), link(ends.from)],
    [named("rdf:predicate"), link(`${VOCABULARY}${type}`)],
    [named("rdf:object"), link(ends.to)],
    ...properties.flatMap((property) =>
      termsOf(property, values[property.name]).map((term): Statement => [`${VOCABULARY}${property.name}`, term]),
    ),
    ...claims.map((claim): Statement => [named("prov:wasDerivedFrom"), link(claim)]),
    ...membership.statements,
    ...edge.bundles.map((bundle): Statement => [named("tg:bundle"), text(bundle)]),
    ...stated.map((part): Statement => [named("tg:stated"), text(part)]),
  ];
  return [{ iri: iriIn("relationship", key), statements }, ...membership.resources];
}
