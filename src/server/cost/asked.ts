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

/** The variables that an operation declares, read from it once. */
export interface Declared {
  /** Values of those that a request leaves out. */
  readonly defaults: Variables;
  /** The type of each by its name; null for one that is no input, which validation refuses. */
  readonly types: readonly (readonly [name: string, type: GraphQLInputType | null])[];
}

/** What an operation declares. */
export function declaredIn(schema: GraphQLSchema, operation: OperationDefinitionNode): Declared {
  const definitions = operation.variableDefinitions ?? [];
  return {
    defaults: Object.fromEntries(
      definitions.flatMap(({ variable, defaultValue }) => (defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [])),
    ),
    types: definitions.map(({ variable, type: written }) => {
      const type = typeFromAST(schema, written);
      return [variable.name.value, isInputType(type) ? type : null];
    }),
  };
}

/** The variables of a request, with the defaults of those that it leaves out. */
export function variablesOf({ defaults }: Declared, given: Variables | undefined): Variables {
  return { ...defaults, ...given };
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
export function costingOf({ types }: Declared, variables: Variables): string {
  return types.length === 0 ? "" : JSON.stringify(types.map(([name, type]) => type && costingValue(type, variables[name])));
}

/** Of texts and ids only whether they are given, and how many: their values do not count, apart from the type in an id's prefix, and the months of spans. */
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
  // Of a day, a span's month: by it statistics have so many periods.
  if (named.name === "PartialDate" && typeof value === "string") return value.slice(0, 7);
  return isEnumType(named) || typeof value === "number" || typeof value === "boolean" ? value : true;
}

/** The response key of a field. */
export function keyOf(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
