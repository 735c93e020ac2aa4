import {
  type FieldNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  type SelectionNode,
  typeFromAST,
  valueFromASTUntyped,
} from "graphql";

/** Values of an operation's variables by their names, as the client sent them, defaults filled in. */
export type Variables = Readonly<Record<string, unknown>>;

/** The variables of a request, with the defaults of those that it leaves out. */
export function variablesOf(operation: OperationDefinitionNode, given: Variables | undefined): Variables {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

/** An argument as it was given, literal or by a variable, before it is checked against its type; undefined where it was left out. */
export function argumentOf(field: FieldNode, name: string, variables: Variables): unknown {
  const written = field.arguments?.find((argument) => argument.name.value === name)?.value;
  return written && valueFromASTUntyped(written, variables);
}

/** The fields of an input object; none where it is something else. */
export function fieldsOf(value: unknown): [name: string, value: unknown][] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** The members of a list; a single value stands for a list of it, null for none. */
export function membersOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** Whether a selection is part of the answer, by its @include and @skip. */
export function isIncluded({ directives }: SelectionNode, variables: Variables): boolean {
  return (directives ?? []).every(({ name, arguments: given }) => {
    if (name.value !== "include" && name.value !== "skip") return true;
    const written = given?.find((argument) => argument.name.value === "if")?.value;
    const value = written && valueFromASTUntyped(written, variables);
    return name.value === "include" ? value !== false : value !== true;
  });
}

/** What of a request's variables the cost of its operation depends on: two requests with the same text of it cost the same. */
export function costingOf(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Variables): string {
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.length === 0) return "";
  return JSON.stringify(
    definitions.map(({ variable, type: written }) => {
      const type = typeFromAST(schema, written);
      return isInputType(type) ? costingValue(type, variables[variable.name.value]) : null;
    }),
  );
}

/** Of texts and ids only whether they are given, and how many: their values do not count, apart from the type in an id's prefix. */
function costingValue(type: GraphQLInputType, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (isNonNullType(type)) return costingValue(type.ofType, value);
  if (isListType(type)) return membersOf(value).map((member) => costingValue(type.ofType, member));
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    const fields = named.getFields();
    return fieldsOf(value).map(([name, inner]) => [name, fields[name] && costingValue(fields[name].type, inner)]);
  }
  if (named.name === "ID" && typeof value === "string") return value.slice(0, value.indexOf(":") + 1);
  return isEnumType(named) || typeof value === "number" || typeof value === "boolean" ? value : true;
}

/** The response key of a field. */
export function keyOf(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
