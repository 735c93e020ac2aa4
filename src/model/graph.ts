import { type FieldDefinitionNode, Kind } from "graphql";
import { placeOf } from "./read.ts";
import { type Definitions, directive, directives, type StoredDefinition, unwrap } from "./storage.ts";
import type { ComputedField, EdgeField, EdgeType, Lookup, Model, ModelProblem, Moment, NodeType, Property } from "./types.ts";

/** The model without its served schema. */
export type Graph = Omit<Model, "schema">;

type Report = (at: Parameters<typeof placeOf>[0], message: string) => void;

/** An edge field as written, before its ends are known. */
interface Draft extends Omit<EdgeField, "targets" | "closed"> {
  readonly field: FieldDefinitionNode;
}

function readProperty(field: FieldDefinitionNode, definitions: Definitions, report: Report): Property {
  const { name: type, list, required } = unwrap(field.type);
  const value = definitions.values.get(type);
  const kind = value ? "value" : definitions.enums.has(type) ? "enum" : "scalar";
  if (kind === "scalar" && !definitions.scalars.has(type)) {
    report(field, `${type} is no scalar, enum or @value type. A field that leads to other nodes needs @edge.`);
  }
  if (kind === "value" && !list) report(field, `A @value field is a list: write [${type}!]!.`);
  return {
    name: field.name.value,
    type,
    kind,
    list,
    required,
    indexed: directive(field, "index") !== null,
    derived: directive(field, "derived") !== null,
    contestable: false,
    latest: directive(field, "latest") !== null,
    moments: readMoments(field),
    fields: new Map((value?.fields ?? []).map((f) => [f.name.value, readProperty(f, definitions, report)])),
    description: field.description?.value ?? "",
  };
}

/** The days of a field that a timeline lists. */
function readMoments(field: FieldDefinitionNode): Moment[] {
  return directives(field, "moment").map(({ args: { kind, of = null, unless = [], end = false } }) => ({
    kind: String(kind),
    of: typeof of === "string" ? of : null,
    unless: strings(unless),
    end: end === true,
  }));
}

function readComputed(field: FieldDefinitionNode): ComputedField | null {
  const found = directive(field, "computed");
  if (!found) return null;
  const { filter, input } = found.args;
  return {
    name: field.name.value,
    filter: typeof filter === "string" && typeof input === "string" ? { name: filter, input } : null,
    description: field.description?.value ?? "",
  };
}

function readEdge(owner: string, field: FieldDefinitionNode, definitions: Definitions, report: Report): Draft | null {
  const found = directive(field, "edge");
  if (!found) return null;
  const { type, direction, properties = null, dated = true } = found.args;
  if (typeof type !== "string" || !/^[A-Z][A-Z_]*$/.test(type)) {
    report(found.node, `@edge(type:) names the relationship in capitals, such as "IMPOSED_BY".`);
    return null;
  }
  if (direction !== "OUT" && direction !== "IN" && direction !== "BOTH") {
    report(found.node, "@edge(direction:) is OUT, IN or BOTH.");
    return null;
  }
  const propertiesType = typeof properties === "string" ? properties : null;
  const own = propertiesType === null ? null : definitions.properties.get(propertiesType);
  if (propertiesType !== null && !own) report(found.node, `There is no type ${propertiesType} with @properties.`);
  const { name: to, list, required } = unwrap(field.type);
  return {
    owner,
    field,
    name: field.name.value,
    type,
    direction: direction === "IN" ? "IN" : "OUT",
    symmetric: direction === "BOTH",
    to,
    list,
    required,
    propertiesType,
    properties: new Map((own?.fields ?? []).map((f) => [f.name.value, readProperty(f, definitions, report)])),
    dated: dated !== false,
    moments: readMoments(field),
    description: field.description?.value ?? "",
  };
}

/** Reads the storage directives of the schema files, and reports every fault with its place. */
export function readGraph(definitions: Definitions, problems: ModelProblem[]): Graph {
  // A field that several types have from one interface is reported once.
  const report: Report = (at, message) => {
    const place = placeOf(at);
    if (!problems.some((p) => p.place === place && p.message === message)) problems.push({ place, message });
  };

  const possible = new Map<string, readonly string[]>();
  for (const name of definitions.interfaces.keys()) {
    possible.set(
      name,
      [...definitions.nodes].filter(([, n]) => n.interfaces?.some((i) => i.name.value === name)).map(([n]) => n),
    );
  }
  for (const name of definitions.nodes.keys()) possible.set(name, [name]);
  for (const [name, union] of definitions.unions) {
    const members = (union.types ?? []).map((type) => type.name.value);
    for (const member of members) if (!definitions.nodes.has(member)) report(union, `${member} is no node type; a union joins node types.`);
    possible.set(name, [...members].sort());
  }

  const properties = new Map<string, ReadonlyMap<string, Property>>();
  const drafts = new Map<string, Draft[]>();
  const computed = new Map<string, ReadonlyMap<string, ComputedField>>();
  const stored: [string, StoredDefinition][] = [...definitions.nodes, ...definitions.interfaces];
  for (const [name, definition] of stored) {
    const own = new Map<string, Property>();
    const edges: Draft[] = [];
    const worked = new Map<string, ComputedField>();
    for (const field of definition.fields ?? []) {
      const computedField = readComputed(field);
      if (computedField) worked.set(computedField.name, computedField);
      else if (directive(field, "edge")) {
        const draft = readEdge(name, field, definitions, report);
        if (draft && !possible.has(draft.to)) report(field, `${draft.to} is no node type or interface: an edge leads to nodes.`);
        else if (draft) edges.push(draft);
      } else own.set(field.name.value, readProperty(field, definitions, report));
    }
    // Claims are about what has the other end of their edge.
    const isSubject = edges.some((edge) => edge.type === "ABOUT" && edge.direction === "IN");
    const isContestable = (p: Property) => isSubject && !p.list && p.name !== "id" && (!p.derived || p.name === "date");
    properties.set(name, new Map([...own].map(([key, property]) => [key, { ...property, contestable: isContestable(property) }])));
    drafts.set(name, edges);
    computed.set(name, worked);
  }

  // A union has no fields of its own.
  for (const name of definitions.unions.keys()) {
    properties.set(name, new Map());
    drafts.set(name, []);
  }

  const { edges, targetsOf } = pairEnds(definitions, drafts, possible, report);
  const edgeFields = new Map<string, ReadonlyMap<string, EdgeField>>();
  for (const [name, list] of drafts) {
    const fields = list.map(({ field, ...draft }): [string, EdgeField] => {
      const { targets, closed } = targetsOf(draft, possible.get(name) ?? []);
      if (targets.length === 0 && (possible.get(name) ?? []).length > 0) {
        const back = draft.direction === "OUT" ? "IN" : "OUT";
        report(
          field,
          `No type of ${draft.to} has the other end: a field with @edge(type: "${draft.type}", direction: ${back}) that leads to ${name}.`,
        );
      }
      return [draft.name, { ...draft, targets, closed }];
    });
    edgeFields.set(name, new Map(fields));
  }

  const nodes = new Map<string, NodeType>();
  for (const [name, definition] of definitions.nodes) {
    const found = directive(definition, "node");
    if (!found) continue;
    const own = properties.get(name) ?? new Map<string, Property>();
    const { prefix, plural, search = [], names = [], date = null, hierarchy = null } = found.args;
    for (const key of ["prefix", "plural"] as const) {
      if (typeof found.args[key] !== "string" || !/^[a-z][A-Za-z]*$/.test(found.args[key]))
        report(found.node, `@node(${key}:) is a lower-case word.`);
    }
    for (const property of [...strings(search), ...strings(names), ...(typeof date === "string" ? [date] : [])]) {
      if (!own.has(property)) report(found.node, `${name} has no property ${property}.`);
    }
    if (
      typeof hierarchy === "string" &&
      ![...(edgeFields.get(name)?.values() ?? [])].some((e) => e.type === hierarchy && e.direction === "OUT")
    ) {
      report(found.node, `${name} has no field with @edge(type: "${hierarchy}", direction: OUT) to make a hierarchy of.`);
    }
    const twin = [...nodes.values()].find((n) => n.prefix === prefix || n.plural === plural);
    if (twin) report(found.node, `${twin.name} has the prefix or plural of ${name} already.`);
    nodes.set(name, {
      name,
      prefix: String(prefix),
      plural: String(plural),
      singular: name.charAt(0).toLowerCase() + name.slice(1),
      search: strings(search),
      names: strings(names),
      date: typeof date === "string" ? date : null,
      hierarchy: typeof hierarchy === "string" ? hierarchy : null,
      properties: own,
      edges: edgeFields.get(name) ?? new Map(),
    });
  }
  const enums = new Map([...definitions.enums].map(([name, e]) => [name, (e.values ?? []).map((v) => v.name.value)]));
  const lookups = readLookups(definitions, nodes, report);
  return { nodes, possible, edgeFields, properties, computed, edges, lookups, enums };
}

/** The root fields with @lookup. */
function readLookups(definitions: Definitions, nodes: ReadonlyMap<string, NodeType>, report: Report): Lookup[] {
  const query = definitions.document.definitions.find((d) => d.kind === Kind.OBJECT_TYPE_DEFINITION && d.name.value === "Query");
  if (query?.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
  return (query.fields ?? []).flatMap((field): Lookup[] => {
    const found = directive(field, "lookup");
    if (!found) return [];
    const { name: type } = unwrap(field.type);
    const by = strings(found.args.by);
    for (const property of by) {
      if (!nodes.get(type)?.properties.get(property)?.indexed)
        report(found.node, `@lookup needs an @index property of ${type}; ${property} is none.`);
    }
    const [argument, ...more] = field.arguments ?? [];
    if (!argument || more.length > 0) report(field, "A field with @lookup has exactly one argument.");
    return [{ field: field.name.value, type, by, argument: argument?.name.value ?? "" }];
  });
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((v) => typeof v === "string") : [];
}

/** Which node types an edge may join: those that declare it, each from its own end. */
function pairEnds(
  definitions: Definitions,
  drafts: ReadonlyMap<string, readonly Draft[]>,
  possible: ReadonlyMap<string, readonly string[]>,
  report: Report,
) {
  const reach = (type: string, name: string, direction: "OUT" | "IN") =>
    new Set(
      (drafts.get(name) ?? [])
        .filter((d) => d.type === type && (d.symmetric || d.direction === direction))
        .flatMap((d) => possible.get(d.to) ?? []),
    );

  const edges = new Map<string, EdgeType & { pairs: Set<string> }>();
  for (const name of definitions.nodes.keys()) {
    for (const draft of drafts.get(name) ?? []) {
      const known = edges.get(draft.type);
      if (known && (known.dated !== draft.dated || keys(known.properties) !== keys(draft.properties))) {
        report(draft.field, `Every field of the edge ${draft.type} must have the same properties and the same dated.`);
      }
      const edge = known ?? { type: draft.type, dated: draft.dated, properties: draft.properties, pairs: new Set<string>() };
      edges.set(draft.type, edge);
      if (draft.direction === "IN") continue;
      for (const other of possible.get(draft.to) ?? []) {
        if (reach(draft.type, other, "IN").has(name)) edge.pairs.add(`${name}>${other}`);
      }
    }
  }

  /** The types at the other end of a field, and whether the relationship alone leads to no others. */
  const targetsOf = (draft: Omit<Draft, "field">, owners: readonly string[]) => {
    const ends = new Set<string>();
    for (const pair of edges.get(draft.type)?.pairs ?? []) {
      const [from = "", to = ""] = pair.split(">");
      const [near, far] = draft.direction === "OUT" ? [from, to] : [to, from];
      if (owners.includes(near)) ends.add(far);
    }
    const allowed = possible.get(draft.to) ?? [];
    const targets = [...ends].filter((end) => allowed.includes(end)).sort();
    return { targets, closed: targets.length === ends.size };
  };
  return { edges, targetsOf };
}

function keys(map: ReadonlyMap<string, unknown>): string {
  return [...map.keys()].join();
}
