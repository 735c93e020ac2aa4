import { isId, type Model, type NodeType, type Property, prefixOf } from "../model/index.ts";

const built = (name: string, type: string, kind: Property["kind"], description: string): [string, Property] => [
  name,
  {
    name,
    type,
    kind,
    list: false,
    required: false,
    indexed: false,
    derived: false,
    contestable: false,
    latest: false,
    moments: [],
    fields: new Map(),
    description,
  },
];

/** What every dated edge may state, beside its claims and what its @properties type names (schema: interface DatedEdge). */
export const DATED: ReadonlyMap<string, Property> = new Map([
  built("since", "PartialDate", "scalar", "First day on which it held."),
  built("until", "PartialDate", "scalar", "Last day on which it held."),
  built("certainty", "Certainty", "enum", "How sure it is; when left out, as sure as the surest of its claims."),
  built("note", "String", "scalar", "A remark on what it covers."),
]);

/** The types and edges that carry evidence; the loader derives dates and certainty along them. */
export const CLAIM = "Claim";
export const SOURCE = "Source";
export const ABOUT = "ABOUT";
export const STATED_IN = "STATED_IN";

const propertiesOf = new WeakMap<object, ReadonlyMap<string, Property>>();

/** Every property that an edge may state. Asked for each edge of a load, and so worked out once for each type. */
export function edgeProperties(edge: {
  readonly dated: boolean;
  readonly properties: ReadonlyMap<string, Property>;
}): ReadonlyMap<string, Property> {
  if (!edge.dated) return edge.properties;
  let properties = propertiesOf.get(edge);
  if (!properties) {
    properties = new Map([...DATED, ...edge.properties]);
    propertiesOf.set(edge, properties);
  }
  return properties;
}

const typesByPrefix = new WeakMap<Model, ReadonlyMap<string, NodeType>>();

/** The node type that an id belongs to by its prefix, or null where the id is malformed or the prefix unknown. */
export function typeOf(model: Model, id: string): NodeType | null {
  if (!isId(id)) return null;
  let types = typesByPrefix.get(model);
  if (!types) {
    types = new Map([...model.nodes.values()].map((node) => [node.prefix, node]));
    typesByPrefix.set(model, types);
  }
  return types.get(prefixOf(id)) ?? null;
}

/** The names of what a seed file may state of a type. */
export function fieldNames(node: NodeType): string[] {
  return [...[...node.properties.values()].filter((p) => !p.derived).map((p) => p.name), ...node.edges.keys()];
}
