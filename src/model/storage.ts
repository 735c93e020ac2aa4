import {
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
  type UnionTypeDefinitionNode,
  valueFromASTUntyped,
} from "graphql";
import { placeOf } from "./read.ts";
import type { ModelProblem } from "./types.ts";

/** A type of the schema files whose fields are stored: a node type, an interface, a @properties or a @value type. */
export type StoredDefinition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** The definitions of the schema files by what they are, fields of interfaces copied into what implements them. */
export interface Definitions {
  readonly document: DocumentNode;
  readonly nodes: ReadonlyMap<string, ObjectTypeDefinitionNode>;
  readonly interfaces: ReadonlyMap<string, InterfaceTypeDefinitionNode>;
  readonly properties: ReadonlyMap<string, ObjectTypeDefinitionNode>;
  readonly values: ReadonlyMap<string, ObjectTypeDefinitionNode>;
  readonly unions: ReadonlyMap<string, UnionTypeDefinitionNode>;
  readonly enums: ReadonlyMap<string, EnumTypeDefinitionNode>;
  readonly scalars: ReadonlySet<string>;
}

/** Interfaces that say how edges look, not nodes. */
const NOT_STORED = new Set(["DatedEdge"]);

/** The named directive on a definition, with its arguments as plain values; null where it is not there. */
export function directive(
  node: { readonly directives?: readonly ConstDirectiveNode[] },
  name: string,
): { node: ConstDirectiveNode; args: Readonly<Record<string, unknown>> } | null {
  return directives(node, name)[0] ?? null;
}

/** Every directive of a name on a definition, with its arguments as plain values. */
export function directives(
  node: { readonly directives?: readonly ConstDirectiveNode[] },
  name: string,
): { node: ConstDirectiveNode; args: Readonly<Record<string, unknown>> }[] {
  return (node.directives ?? [])
    .filter((d) => d.name.value === name)
    .map((d) => ({ node: d, args: Object.fromEntries((d.arguments ?? []).map((a) => [a.name.value, valueFromASTUntyped(a.value)])) }));
}

/** A type reference without its wrappers: `[Actor!]!` is `{ name: "Actor", list: true, required: true }`. */
export function unwrap(type: TypeNode): { name: string; list: boolean; required: boolean } {
  const required = type.kind === Kind.NON_NULL_TYPE;
  const inner = required ? type.type : type;
  if (inner.kind === Kind.NAMED_TYPE) return { name: inner.name.value, list: false, required };
  if (inner.kind === Kind.LIST_TYPE) return { name: unwrap(inner.type).name, list: true, required };
  return { name: unwrap(inner).name, list: false, required };
}

/** The type Query of the schema files; undefined where they have none. */
export function queryOf({ document }: Pick<Definitions, "document">): ObjectTypeDefinitionNode | undefined {
  return document.definitions.find(
    (d): d is ObjectTypeDefinitionNode => d.kind === Kind.OBJECT_TYPE_DEFINITION && d.name.value === "Query",
  );
}

/** Sorts the definitions of the schema files, and copies each interface's fields into what implements it. */
export function define(document: DocumentNode, problems: ModelProblem[]): Definitions {
  const interfaces = new Map<string, InterfaceTypeDefinitionNode>();
  const objects = new Map<string, ObjectTypeDefinitionNode>();
  const unions = new Map<string, UnionTypeDefinitionNode>();
  const enums = new Map<string, EnumTypeDefinitionNode>();
  const scalars = new Set(["ID", "String", "Int", "Float", "Boolean"]);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION) interfaces.set(definition.name.value, definition);
    else if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) objects.set(definition.name.value, definition);
    else if (definition.kind === Kind.UNION_TYPE_DEFINITION) unions.set(definition.name.value, definition);
    else if (definition.kind === Kind.ENUM_TYPE_DEFINITION) enums.set(definition.name.value, definition);
    else if (definition.kind === Kind.SCALAR_TYPE_DEFINITION) scalars.add(definition.name.value);
  }

  const complete = <T extends StoredDefinition>(definition: T): T => {
    const fields = new Map<string, FieldDefinitionNode>();
    for (const name of definition.interfaces ?? []) {
      const parent = interfaces.get(name.name.value);
      if (!parent) problems.push({ place: placeOf(name), message: `There is no interface ${name.name.value}.` });
      for (const field of parent?.fields ?? []) fields.set(field.name.value, field);
    }
    for (const field of definition.fields ?? []) {
      if (fields.has(field.name.value)) {
        problems.push({
          place: placeOf(field),
          message: `${definition.name.value} has the field ${field.name.value} from an interface already.`,
        });
      }
      fields.set(field.name.value, field);
    }
    return { ...definition, fields: [...fields.values()] };
  };

  const only = (mark: string) => new Map([...objects].filter(([, o]) => directive(o, mark)));
  return {
    document,
    nodes: new Map([...only("node")].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, o]) => [name, complete(o)])),
    interfaces: new Map([...interfaces].filter(([name]) => !NOT_STORED.has(name)).map(([name, i]) => [name, complete(i)])),
    properties: only("properties"),
    values: only("value"),
    unions,
    enums,
    scalars,
  };
}
