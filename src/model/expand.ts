import {
  buildASTSchema,
  type DefinitionNode,
  type DirectiveDefinitionNode,
  type FieldDefinitionNode,
  GraphQLSchema,
  isScalarType,
  Kind,
  parse,
} from "graphql";
import { derivedSdl, edgeFieldSdl, PAGE } from "./derive.ts";
import type { Graph } from "./graph.ts";
import { names } from "./names.ts";
import { validatingScalar } from "./scalars.ts";
import { type Definitions, directive, queryOf, unwrap } from "./storage.ts";

/** Expands the schema files into the schema that clients see. */
export function serve(definitions: Definitions, graph: Graph): GraphQLSchema {
  const roots = queryOf(definitions)?.fields ?? [];
  const taken = new Set(roots.map((f) => f.name.value));
  const rows = roots.filter((f) => directive(f, "rows")).map((f) => unwrap(f.type).name);
  const derived = parse(derivedSdl(graph, taken, rows), { noLocation: true }).definitions;
  const written = definitions.document.definitions.flatMap((definition) => serveDefinition(definition, definitions, graph));
  const dated = written.find((d) => d.kind === Kind.INTERFACE_TYPE_DEFINITION && d.name.value === "DatedEdge");
  const withDatedFields = derived.map((d): DefinitionNode => {
    const isDated = d.kind === Kind.OBJECT_TYPE_DEFINITION && d.interfaces?.some((i) => i.name.value === "DatedEdge");
    if (!isDated || dated?.kind !== Kind.INTERFACE_TYPE_DEFINITION) return d;
    return { ...d, fields: [...(d.fields ?? []), ...(dated.fields ?? [])] };
  });
  // Extensions of Query go into it, so that the printed schema has one Query.
  const extensions = withDatedFields.flatMap((d) => (d.kind === Kind.OBJECT_TYPE_EXTENSION ? (d.fields ?? []) : []));
  const all = [...written, ...withDatedFields.filter((d) => d.kind !== Kind.OBJECT_TYPE_EXTENSION)].map((d) =>
    d.kind === Kind.OBJECT_TYPE_DEFINITION && d.name.value === "Query" ? { ...d, fields: [...(d.fields ?? []), ...extensions] } : d,
  );
  const config = buildASTSchema({ kind: Kind.DOCUMENT, definitions: all }).toConfig();
  for (const type of config.types) {
    // buildASTSchema makes scalars that accept everything; ours check. They are changed in place, since other types refer to them.
    if (isScalarType(type)) {
      const checked = validatingScalar(type);
      type.parseValue = checked.parseValue;
      type.parseLiteral = checked.parseLiteral;
    }
  }
  return new GraphQLSchema(config);
}

function serveDefinition(definition: DefinitionNode, definitions: Definitions, graph: Graph): DefinitionNode[] {
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return isForClients(definition) ? [definition] : [];
  if (definition.kind === Kind.ENUM_TYPE_DEFINITION && ["HierarchyEdge", "CausalEnd"].includes(definition.name.value)) return [];
  if (definition.kind === Kind.ENUM_TYPE_DEFINITION) {
    return [{ ...definition, values: (definition.values ?? []).map((value) => ({ ...value, directives: [] })) }];
  }
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [definition];
  const name = definition.name.value;
  if (definitions.properties.has(name)) return [];
  const complete = definitions.nodes.get(name) ?? definitions.interfaces.get(name) ?? definition;
  const edges = graph.edgeFields.get(name);
  const fields = (complete.fields ?? []).flatMap((field) => {
    const edge = edges?.get(field.name.value);
    if (directive(field, "rows")) return [asConnection(field)];
    if (!edge) return [{ ...field, directives: [] }];
    const snippet = parse(`type X { ${edgeFieldSdl(edge, graph)} }`, { noLocation: true }).definitions[0];
    return snippet?.kind === Kind.OBJECT_TYPE_DEFINITION ? (snippet.fields ?? []) : [];
  });
  return [{ ...complete, fields, directives: [] }];
}

/** A list of rows, as clients see it. */
function asConnection(field: FieldDefinitionNode): FieldDefinitionNode {
  const snippet = parse(`type X { x(${PAGE}): ${names.connection(unwrap(field.type).name, null)}! }`, { noLocation: true }).definitions[0];
  const page = snippet?.kind === Kind.OBJECT_TYPE_DEFINITION ? snippet.fields?.[0] : undefined;
  return { ...field, directives: [], arguments: [...(field.arguments ?? []), ...(page?.arguments ?? [])], type: page?.type ?? field.type };
}

/** Storage directives stand on definitions; those on operations and fields are the clients'. */
function isForClients(definition: DirectiveDefinitionNode): boolean {
  return definition.locations.some((location) => location.value === "QUERY" || location.value === "FIELD");
}
