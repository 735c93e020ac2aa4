import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from "graphql";

/**
 * What of a request's variables decides the shape of its statement: which are given, enum values, booleans, and the shape of
 * input objects and of lists of them. Texts, numbers and ids don't: they become parameters. Two requests of one operation
 * with equal signatures share one compiled statement.
 */
export function signatureOf(
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  schema: GraphQLSchema,
): string {
  let signature = "";
  for (const definition of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, definition.type);
    signature += `${definition.variable.name.value}${type ? shapeOf(variables[definition.variable.name.value], type as GraphQLInputType) : ""};`;
  }
  return signature;
}

function shapeOf(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return shapeOf(value, type.ofType);
  if (value === undefined) return "?";
  if (value === null) return "-";
  if (isListType(type)) {
    const item = isNonNullType(type.ofType) ? type.ofType.ofType : type.ofType;
    return Array.isArray(value) && isInputObjectType(item) ? `[${value.map((v) => shapeOf(v, item)).join()}]` : "l";
  }
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const given = Object.entries(value as Record<string, unknown>);
    return `{${given.map(([key, v]) => (fields[key] ? `${key}${shapeOf(v, fields[key].type)}` : "")).join()}}`;
  }
  if (isEnumType(type) || typeof value === "boolean") return `=${String(value)}`;
  return "v";
}
