/** The schema files read as a graph: their definitions and storage directives → node types, properties, edges, look-ups. */
import type { ConstDirectiveNode } from "graphql";
import { readEdgeFields, readEdgeTypes } from "./ends.ts";
import { type Draft, type Report, readComputed, readEdge, readProperty, strings } from "./fields.ts";
import { THERE_FROM } from "./names.ts";
import { placeOf } from "./read.ts";
import { whyReserved } from "./reserved.ts";
import { type Definitions, directive, queryOf, type StoredDefinition, unwrap } from "./storage.ts";
import type { ComputedField, EdgeField, Lookup, Model, ModelProblem, NodeType, Property } from "./types.ts";

/** What the loader computes of acts from fields that claims may give, and so changes with what is known. */
const DATES_OF_ACTS: ReadonlySet<string> = new Set(["date", THERE_FROM]);

/** The model without its served schema. */
export type Graph = Omit<Model, "schema">;

/** Reads the storage directives of the schema files. Every fault is added to `problems`, with its place. */
export function readGraph(definitions: Definitions, problems: ModelProblem[]): Graph {
  const report = reporting(problems);
  const possible = readPossible(definitions, report);
  const stored = readStored(definitions, possible, report);
  const properties = new Map([...stored].map(([name, fields]) => [name, fields.properties]));
  const drafts = new Map([...stored].map(([name, fields]) => [name, fields.edges]));
  const computed = new Map([...stored].map(([name, fields]) => [name, fields.computed]));
  const edges = readEdgeTypes(definitions.nodes.keys(), drafts, possible, report);
  const edgeFields = readEdgeFields(drafts, edges, possible, report);
  const nodes = readNodeTypes(definitions, properties, edgeFields, report);
  const enums = new Map([...definitions.enums].map(([name, e]) => [name, (e.values ?? []).map((v) => v.name.value)]));
  const labels = new Map(
    [...definitions.enums].flatMap(([name, { values = [] }]) =>
      values.flatMap((value): [string, string][] => {
        const text = directive(value, "label")?.args.text;
        return typeof text === "string" ? [[`${name}.${value.name.value}`, text]] : [];
      }),
    ),
  );
  const lookups = readLookups(definitions, nodes, report);
  return { nodes, possible, edgeFields, properties, computed, edges, lookups, enums, labels };
}

/** A field that several types have from one interface is reported once. */
function reporting(problems: ModelProblem[]): Report {
  return (at, message) => {
    const place = placeOf(at);
    if (!problems.some((p) => p.place === place && p.message === message)) problems.push({ place, message });
  };
}

/** The node types that each interface, union and node type stands for. */
function readPossible(definitions: Definitions, report: Report): ReadonlyMap<string, readonly string[]> {
  const possible = new Map<string, readonly string[]>();
  for (const name of definitions.interfaces.keys()) {
    const implementing = [...definitions.nodes].filter(([, node]) => node.interfaces?.some((i) => i.name.value === name));
    possible.set(
      name,
      implementing.map(([node]) => node),
    );
  }
  for (const name of definitions.nodes.keys()) possible.set(name, [name]);
  for (const [name, union] of definitions.unions) {
    const members = (union.types ?? []).map((type) => type.name.value);
    for (const member of members) if (!definitions.nodes.has(member)) report(union, `${member} is no node type; a union joins node types.`);
    possible.set(name, [...members].sort());
  }
  return possible;
}

/** The fields of a stored type, by what they are. */
interface StoredFields {
  readonly properties: ReadonlyMap<string, Property>;
  readonly edges: readonly Draft[];
  readonly computed: ReadonlyMap<string, ComputedField>;
}

/** The fields of every node type, interface and union, by its name. */
function readStored(
  definitions: Definitions,
  possible: ReadonlyMap<string, readonly string[]>,
  report: Report,
): ReadonlyMap<string, StoredFields> {
  const stored = new Map<string, StoredFields>();
  for (const [name, definition] of [...definitions.nodes, ...definitions.interfaces]) {
    stored.set(name, readFields(name, definition, definitions, possible, report));
  }
  // A union has no fields of its own.
  for (const name of definitions.unions.keys()) stored.set(name, { properties: new Map(), edges: [], computed: new Map() });
  return stored;
}

function readFields(
  owner: string,
  definition: StoredDefinition,
  definitions: Definitions,
  possible: ReadonlyMap<string, readonly string[]>,
  report: Report,
): StoredFields {
  const properties: Property[] = [];
  const edges: Draft[] = [];
  const computed = new Map<string, ComputedField>();
  for (const field of definition.fields ?? []) {
    const reserved = whyReserved("node", field.name.value);
    if (reserved !== null) report(field, reserved);
    const computedField = readComputed(field);
    if (computedField) computed.set(computedField.name, computedField);
    else if (directive(field, "edge")) {
      const draft = readEdge(owner, field, definitions, report);
      if (draft && !possible.has(draft.to)) report(field, `${draft.to} is no node type or interface: an edge leads to nodes.`);
      else if (draft) edges.push(draft);
    } else properties.push(readProperty(field, definitions, report));
    const causal = directive(field, "causal");
    if (causal && !directive(field, "edge"))
      report(causal.node, "@causal stands beside @edge: it says which end of the edge is the cause.");
  }
  // Claims are about what has the other end of their edge.
  const isSubject = edges.some((edge) => edge.type === "ABOUT" && edge.direction === "IN");
  const isContestable = (p: Property) => isSubject && !p.list && p.name !== "id" && (!p.derived || DATES_OF_ACTS.has(p.name));
  return { properties: new Map(properties.map((p) => [p.name, { ...p, contestable: isContestable(p) }])), edges, computed };
}

/** The types with @node, by name. */
function readNodeTypes(
  definitions: Definitions,
  properties: ReadonlyMap<string, ReadonlyMap<string, Property>>,
  edgeFields: ReadonlyMap<string, ReadonlyMap<string, EdgeField>>,
  report: Report,
): ReadonlyMap<string, NodeType> {
  const nodes = new Map<string, NodeType>();
  const roots = queryOf(definitions)?.fields ?? [];
  for (const [name, definition] of definitions.nodes) {
    const found = directive(definition, "node");
    if (!found) continue;
    const node = readNodeType(name, found.args, properties.get(name) ?? new Map(), edgeFields.get(name) ?? new Map());
    checkNodeType(node, found, report);
    const twin = [...nodes.values()].find((other) => other.prefix === node.prefix || other.plural === node.plural);
    if (twin) report(found.node, `${twin.name} has the prefix or plural of ${name} already.`);
    const root = roots.find((field) => field.name.value === node.plural);
    if (root) report(found.node, `${node.plural} is a root field already (${placeOf(root)}): choose another plural.`);
    const single = roots.find((field) => field.name.value === node.singular && !directive(field, "lookup"));
    if (single) report(definition, `${node.singular} is a root field already (${placeOf(single)}): choose another name for the type.`);
    nodes.set(name, node);
  }
  return nodes;
}

function readNodeType(
  name: string,
  args: Readonly<Record<string, unknown>>,
  properties: ReadonlyMap<string, Property>,
  edges: ReadonlyMap<string, EdgeField>,
): NodeType {
  const { prefix, plural, search = [], names = [], label = [], date = null, begins = [], hierarchy = null } = args;
  return {
    name,
    prefix: String(prefix),
    plural: String(plural),
    singular: name.charAt(0).toLowerCase() + name.slice(1),
    search: strings(search),
    names: strings(names),
    label: strings(label).length > 0 ? strings(label) : strings(names).slice(0, 1),
    date: typeof date === "string" ? date : null,
    begins: strings(begins),
    hierarchy: typeof hierarchy === "string" ? hierarchy : null,
    properties,
    edges,
  };
}

/** Reports what is wrong with the arguments of a type's @node. */
function checkNodeType(
  { name, search, names, label, date, begins, hierarchy, properties, edges }: NodeType,
  { node, args }: { readonly node: ConstDirectiveNode; readonly args: Readonly<Record<string, unknown>> },
  report: Report,
): void {
  for (const key of ["prefix", "plural"]) {
    const word = args[key];
    if (typeof word !== "string" || !/^[a-z][A-Za-z]*$/.test(word)) report(node, `@node(${key}:) is a lower-case word.`);
  }
  const reserved = whyReserved("list", String(args.plural));
  if (reserved !== null) report(node, reserved);
  const within = [...properties.values()].flatMap(({ unique }) => unique ?? []);
  for (const property of [...search, ...names, ...label, ...within, ...begins, ...(date === null ? [] : [date])]) {
    if (!properties.has(property)) report(node, `${name} has no property ${property}.`);
  }
  if (hierarchy !== null && ![...edges.values()].some((edge) => edge.type === hierarchy && edge.direction === "OUT")) {
    report(node, `${name} has no field with @edge(type: "${hierarchy}", direction: OUT) to make a hierarchy of.`);
  }
}

/** The root fields with @lookup. */
function readLookups(definitions: Definitions, nodes: ReadonlyMap<string, NodeType>, report: Report): Lookup[] {
  return (queryOf(definitions)?.fields ?? []).flatMap((field): Lookup[] => {
    const found = directive(field, "lookup");
    if (!found) return [];
    const { name: type } = unwrap(field.type);
    const by = strings(found.args.by);
    for (const property of by) {
      if (!nodes.get(type)?.properties.get(property)?.indexed)
        report(found.node, `@lookup needs an @index property of ${type}; ${property} is none.`);
    }
    const within = strings(found.args.within ?? []);
    for (const property of within)
      if (!nodes.get(type)?.properties.has(property)) report(found.node, `${type} has no property ${property}.`);
    const [argument, ...more] = field.arguments ?? [];
    if (!argument || more.length !== within.length)
      report(
        field,
        `A field with ${within.length === 0 ? "@lookup has exactly one argument" : `this @lookup has exactly ${1 + within.length} arguments`}.`,
      );
    for (const { name, defaultValue } of more) if (!defaultValue) report(name, `The argument ${name.value} of a @lookup needs a default.`);
    return [
      {
        field: field.name.value,
        type,
        by,
        argument: argument?.name.value ?? "",
        within: more.map(({ name }, i) => ({ property: within[i] ?? "", argument: name.value })),
      },
    ];
  });
}
