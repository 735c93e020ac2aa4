import { FACET_SDL, facetFieldSdl, facetsSdl } from "./facets.ts";
import type { Graph } from "./graph.ts";
import { oneOf } from "./hints.ts";
import { conditionOf, isOrderable, names } from "./names.ts";
import { edgesWithVia, fieldReachSdl, filterReachSdl, takesReach, viaType } from "./reach.ts";
import type { ComputedField, EdgeField, Property } from "./types.ts";

const text = (description: string) => JSON.stringify(description);

/** The arguments of every list. */
export const PAGE = `
  "How many from the start of the list (or from \`after\`), 200 at most; 20 when neither first nor last is given, with the warning DEFAULT_PAGE where there are more."
  first: Int
  "Continue after this cursor, one that the same list gave."
  after: String
  "How many from the end of the list (or back from \`before\`); not together with first."
  last: Int
  "Continue backwards from this cursor, one that the same list gave."
  before: String`;

/** The argument `orderBy` of a list; `ties` say in what order edges to one node stand. */
function orderArgument(type: string, ties = ""): string {
  return `"Order by these, the first one first, what has no value last; then, and when left out, by id${ties}."\n  orderBy: [${type}!]`;
}

/** In what order edges to one node stand. */
function tiesOf(field: EdgeField, graph: Graph): string {
  const said = field.dated ? ["since"] : [...field.properties.keys()];
  const own = said.length > 0 ? `, edges to one node by ${said.map((name) => `\`${name}\``).join(", ")}, those without it first` : "";
  return takesReach(graph, field) ? `${own}, then by the id of the node whose edge it is` : own;
}

/** A field that walks an edge, as clients see it. */
export function edgeFieldSdl(field: EdgeField, graph: Graph): string {
  const type = field.list ? `${names.connection(field.to, field.propertiesType)}!` : field.to + (field.required ? "!" : "");
  if (!field.list) return `${text(field.description)}\n${field.name}: ${type}`;
  const onEdge = hasEdgeFilter(field) ? `"Only along edges that pass."\n  edge: ${names.edgeFilter(field.propertiesType)}` : "";
  const onDay = field.dated ? `"Only along edges that may have held on this day: those certain not to are left out."\n  on: Date` : "";
  return `${text(field.description)}\n${field.name}(
  ${fieldReachSdl(graph, field)}
  "Only nodes that pass."
  filter: ${names.filter(field.to)}
  ${onEdge}
  ${onDay}
  ${orderArgument(names.edgeOrder(field.to, field.propertiesType), tiesOf(field, graph))}
  ${PAGE}
): ${type}`;
}

function hasEdgeFilter(field: Pick<EdgeField, "dated" | "propertiesType">): boolean {
  return field.dated || field.propertiesType !== null;
}

function conditionSdl(property: Property): string {
  const condition = conditionOf(property);
  if (!condition) return "";
  const type = condition.list ? `[${condition.type}!]` : condition.type;
  const meaning = condition.list ? `Any of these. ${property.description}` : property.description;
  return `${text(meaning)}\n${property.name}: ${type}\n`;
}

/** Filter input of a node type or interface. */
function filterSdl(type: string, graph: Graph): string {
  const edges = [...(graph.edgeFields.get(type)?.values() ?? [])];
  const isAbstract = !graph.nodes.has(type);
  return `"Conditions on ${type}: all fields that are given must hold; a list means any of its members, and an empty one lets nothing pass. A condition that is null, or whose variable is left out, is left out itself, at every level."
input ${names.filter(type)} {
  "Must not pass this; one without any condition is left out."
  not: ${names.filter(type)}
  "Must pass at least one of these; those without any condition are left out, and where all are, so is the field. An empty list lets nothing pass."
  any: [${names.filter(type)}!]
  "Must pass every one of these; those without any condition are left out."
  all: [${names.filter(type)}!]
  ${isAbstract ? `"Of any of these types; one that can't be here, since the edge never leads to it, is refused: BAD_FILTER."\n  type: [NodeType!]` : ""}
  ${[...(graph.properties.get(type)?.values() ?? [])].map(conditionSdl).join("")}
  ${[...(graph.computed.get(type)?.values() ?? [])].map(computedSdl).join("")}
  ${edges
    .map(
      (e) => `"Any of these ids at the other end, or what they reach. ${idsOf(e, graph)} ${e.description.replaceAll('"', "'")}"
  ${e.name}: [ID!]
  "Some edge of this kind that passes; without any condition, some edge of this kind."
  ${names.where(e.name)}: ${names.reach(e)}`,
    )
    .join("\n")}
  ${filterReachSdl(graph, type)}
}`;
}

/** Which ids an edge's filter takes. */
function idsOf({ targets }: EdgeField, graph: Graph): string {
  const prefixes = targets.flatMap((type) => graph.nodes.get(type)?.prefix ?? []);
  const [only, ...others] = prefixes;
  return others.length === 0 ? `The prefix \`${only}:\` may be left out.` : `Ids in full: ${oneOf(prefixes.map((p) => `\`${p}:…\``))}.`;
}

function computedSdl({ filter, description }: ComputedField): string {
  return filter ? `${text(description)}\n${filter.name}: ${filter.input}\n` : "";
}

function reachSdl(field: EdgeField): string {
  return `"Conditions on an edge to ${field.to} and on what it leads to; both must hold for the same edge."
input ${names.reach(field)} {
  "Conditions on the node at the other end."
  node: ${names.filter(field.to)}
  ${hasEdgeFilter(field) ? `"Conditions on the edge itself."\n  edge: ${names.edgeFilter(field.propertiesType)}` : ""}
}`;
}

function edgeFilterSdl(field: EdgeField): string {
  const dated = `"When it began."
  since: DateFilter
  "When it ended."
  until: DateFilter
  "When its earliest source was published."
  recordedOn: DateFilter
  "As sure as any of these; as known on a day, by what was published by then."
  certainty: [Certainty!]
  "Its remark."
  note: TextFilter
  "Rests on any of these claims; as known on a day, of those published by then. The prefix may be left out."
  claims: [ID!]
  "Rests on so many sources, or on official ones."
  evidence: EvidenceFilter`;
  return `"Conditions on an edge: all that are given must hold."
input ${names.edgeFilter(field.propertiesType)} {
  ${field.dated ? dated : ""}
  ${[...field.properties.values()].map(conditionSdl).join("")}
}`;
}

function orderSdl(name: string, of: string, fields: readonly { constant: string; description: string }[]): string {
  return `"One step of an order of ${of}."
input ${name} {
  "What to order by."
  field: ${name}Field!
  "Ascending or descending."
  direction: SortDirection! = ASC
}
"What ${of} can be ordered by."
enum ${name}Field {
  ${fields.map((f) => `${text(f.description)}\n  ${f.constant}`).join("\n  ")}
}`;
}

function nodeOrders(type: string, graph: Graph) {
  const own = [...(graph.properties.get(type)?.values() ?? [])].filter(isOrderable);
  // A union has no fields of its own, but all its members have ids.
  if (own.length === 0) return [{ constant: "ID", description: "The id." }];
  return own.map((p) => ({ constant: names.constant(p.name), description: p.description }));
}

function edgeOrders(field: Pick<EdgeField, "dated" | "properties">) {
  const dated = field.dated
    ? [
        { constant: "EDGE_SINCE", description: "First day of the edge." },
        { constant: "EDGE_UNTIL", description: "Last day of the edge." },
        { constant: "EDGE_RECORDED_ON", description: "The day the edge's earliest source was published." },
      ]
    : [];
  const own = [...field.properties.values()].filter(isOrderable);
  return [...dated, ...own.map((p) => ({ constant: `EDGE_${names.constant(p.name)}`, description: p.description }))];
}

/** Connection and edge types of an edge field, or of a root list; `via` is the type of the node through which an edge was found, where edges say so. */
function connectionSdl(
  field: Pick<EdgeField, "to" | "propertiesType" | "dated" | "properties">,
  { via, facets }: { readonly via: string | null; readonly facets: string },
): string {
  const edge = names.edge(field.to, field.propertiesType);
  const own = [...field.properties.values()]
    .map((p) => `${text(p.description)}\n  ${p.name}: ${p.list ? `[${p.type}!]!` : p.type}`)
    .join("\n  ");
  return `"A page of a list of ${field.to}."
type ${names.connection(field.to, field.propertiesType)} {
  "The page's edges, each with its node."
  edges: [${edge}!]!
  "The page's nodes, without their edges."
  nodes: [${field.to}!]!
  "Where the page stands in the list."
  pageInfo: PageInfo!
  "How many the whole list has; counted only when asked for."
  totalCount: Int!
  ${facets}
}
"One edge to ${field.to}."
type ${edge} ${field.dated ? "implements DatedEdge" : ""} {
  "Where this edge stands in its list."
  cursor: String!
  "The node at the other end."
  node: ${field.to}!
  ${via === null ? "" : `"The node below or above whose edge it is; null where it is the node's own, and on a root list."\n  via: ${via}`}
  ${own}
}`;
}

function rootSdl(graph: Graph, taken: ReadonlySet<string>): string {
  return [...graph.nodes.values()]
    .map((node) => {
      const single = `"${node.name} by its id; null where no such node has it, with the warning UNKNOWN_ID."
  ${node.singular}(
    "The id, \`${node.prefix}:…\`; the prefix may be left out. An id of another type is refused with BAD_ID."
    id: ID!
  ): ${node.name}`;
      return `extend type Query {
  ${taken.has(node.singular) ? "" : single}
  "All of ${node.name}, filtered, ordered, in pages."
  ${node.plural}(
    "Only those that pass."
    filter: ${names.filter(node.name)}
    ${orderArgument(names.order(node.name))}
    ${PAGE}
  ): ${names.connection(node.name, null)}!
}`;
    })
    .join("\n");
}

/** What a relationship type means, in the words of a field that walks it from its start. */
function meaningOf(type: string, fields: readonly EdgeField[]): string {
  const field = fields.find((f) => f.type === type && f.direction === "OUT");
  return field ? `${field.owner}.${field.name}: ${field.description}` : type;
}

/** Everything that follows from the schema's own types, as SDL; `taken` are the root fields that the schema files write, `rows` the types of their row lists. */
export function derivedSdl(graph: Graph, taken: ReadonlySet<string>, rows: readonly string[]): string {
  const parts = new Map<string, string>();
  const add = (name: string, sdl: () => string) => {
    if (!parts.has(name)) parts.set(name, sdl());
  };
  const fields = [...graph.edgeFields.values()].flatMap((map) => [...map.values()]);
  const [withVia, via] = [edgesWithVia(graph), viaType(graph)];
  const addConnection = (field: Parameters<typeof connectionSdl>[0]) => {
    const saysVia = withVia.has(names.edge(field.to, field.propertiesType));
    const isOfNodes = graph.properties.has(field.to) && !rows.includes(field.to);
    const facets = isOfNodes ? facetFieldSdl(graph, field.to) : "";
    if (facets !== "") {
      add("Facet", () => FACET_SDL);
      add(names.facet(field.to), () => facetsSdl(graph, field.to));
    }
    add(names.connection(field.to, field.propertiesType), () => connectionSdl(field, { via: saysVia ? via : null, facets }));
  };
  for (const type of graph.edgeFields.keys()) {
    if (graph.nodes.has(type) || fields.some((f) => f.to === type)) add(names.filter(type), () => filterSdl(type, graph));
  }
  for (const field of fields) {
    add(names.reach(field), () => reachSdl(field));
    if (hasEdgeFilter(field)) add(names.edgeFilter(field.propertiesType), () => edgeFilterSdl(field));
    if (!field.list) continue;
    addConnection(field);
    add(names.edgeOrder(field.to, field.propertiesType), () =>
      orderSdl(names.edgeOrder(field.to, field.propertiesType), `edges to ${field.to}`, [
        ...nodeOrders(field.to, graph),
        ...edgeOrders(field),
      ]),
    );
  }
  for (const node of graph.nodes.values()) {
    const dated = fields.some((f) => f.dated && f.targets.includes(node.name));
    addConnection({ to: node.name, propertiesType: null, dated, properties: new Map() });
    add(names.order(node.name), () => orderSdl(names.order(node.name), `a list of ${node.name}`, nodeOrders(node.name, graph)));
  }
  for (const row of rows) {
    addConnection({ to: row, propertiesType: null, dated: false, properties: new Map() });
  }
  const relationshipsSdl = (onlyDated: boolean) => {
    const types = [...graph.edges.values()].filter((e) => e.dated || !onlyDated);
    return types.map(({ type }) => `${text(meaningOf(type, fields))}\n  ${type}`).join("\n  ");
  };
  const types = [...graph.nodes.keys()].map((name) => `"${name}."\n  ${names.constant(name)}`).join("\n  ");
  return `"The types of nodes."\nenum NodeType {\n  ${types}\n}\n"The types of dated edges."\nenum RelationshipType {\n  ${relationshipsSdl(true)}\n}\n"The types of edges: the dated ones, as in RelationshipType, and those of claims."\nenum EdgeType {\n  ${relationshipsSdl(false)}\n}\n${[...parts.values()].join("\n")}\n${rootSdl(graph, taken)}`;
}
