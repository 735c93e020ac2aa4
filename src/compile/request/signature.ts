import {
  type ArgumentNode,
  type DirectiveNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
  type ValueNode,
} from "graphql";
import { names } from "../../model/index.ts";

/** A variable on which the text of a statement depends. */
export interface ShapingVariable {
  readonly name: string;
  readonly type: GraphQLInputType;
}

/** What of a resolver's `info` is looked at. */
interface Info extends Pick<GraphQLResolveInfo, "fieldNodes"> {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly schema: GraphQLSchema;
}

/** The variables of an operation on which the text of a root field's statement depends: those that stand in it, or at the operation's @asOf. */
export function shapingVariables({ fieldNodes, fragments, operation, schema }: Info): ShapingVariable[] {
  if ((operation.variableDefinitions ?? []).length === 0) return [];
  const used = variablesUnder([...fieldNodes, ...(operation.directives ?? [])], fragments);
  return (operation.variableDefinitions ?? []).flatMap(({ variable, type: written }) => {
    const name = variable.name.value;
    const type = typeFromAST(schema, written);
    return used.has(name) && isInputType(type) && mayShape(type) ? [{ name, type }] : [];
  });
}

/** The names of the variables that stand under some nodes, fragments opened. Walked by hand: graphql-js's `visit` took longer than compiling. */
function variablesUnder(
  nodes: readonly (SelectionNode | DirectiveNode)[],
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): Set<string> {
  const names = new Set<string>();
  const opened = new Set<string>();
  const inValue = (value: ValueNode): void => {
    if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    else if (value.kind === Kind.LIST) for (const item of value.values) inValue(item);
    else if (value.kind === Kind.OBJECT) for (const field of value.fields) inValue(field.value);
  };
  const inArguments = ({ arguments: written = [] }: { readonly arguments?: readonly ArgumentNode[] | undefined }) => {
    for (const { value } of written) inValue(value);
  };
  const inSelection = (node: SelectionNode): void => {
    for (const directive of node.directives ?? []) inArguments(directive);
    if (node.kind === Kind.FIELD) inArguments(node);
    if (node.kind !== Kind.FRAGMENT_SPREAD) inSet(node.selectionSet);
    else if (!opened.has(node.name.value)) {
      opened.add(node.name.value);
      inSet(fragments[node.name.value]?.selectionSet);
    }
  };
  const inSet = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) inSelection(selection);
  };
  for (const node of nodes) {
    if (node.kind === Kind.DIRECTIVE) inArguments(node);
    else inSelection(node);
  }
  return names;
}

/** Whether values of a type can give statements of different texts: a text, number or id that must be there never does. */
function mayShape(type: GraphQLInputType): boolean {
  if (!isNonNullType(type)) return true;
  const item = isListType(type.ofType) ? type.ofType.ofType : type.ofType;
  const inner = isNonNullType(item) ? item.ofType : item;
  return !isScalarType(inner) || inner.name === "Boolean";
}

/**
 * What of a request's variables decides the shape of its statement: which are given, enum values, booleans, and the shape of
 * input objects and of lists of them, and what is to be counted by. Texts, numbers, ids and other lists don't: they become parameters. Two requests for one field
 * with equal signatures share one compiled statement.
 */
export function signatureOf(shaping: readonly ShapingVariable[], variables: Readonly<Record<string, unknown>>): string {
  let signature = "";
  for (const { name, type } of shaping) signature += `${name}${shapeOf(variables[name], type)};`;
  return signature;
}

function shapeOf(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return shapeOf(value, type.ofType);
  if (value === undefined) return "?";
  if (value === null) return "-";
  if (isListType(type)) {
    const item = isNonNullType(type.ofType) ? type.ofType.ofType : type.ofType;
    if (Array.isArray(value) && isEnumType(item) && item.name.endsWith(names.facet(""))) return `=${value.join()}`;
    return Array.isArray(value) && isInputObjectType(item) ? `[${value.map((v) => shapeOf(v, item)).join()}]` : "l";
  }
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const given = Object.entries(value);
    return `{${given.map(([key, v]) => (fields[key] ? `${key}${shapeOf(v, fields[key].type)}` : "")).join()}}`;
  }
  if (isEnumType(type) || typeof value === "boolean") return `=${String(value)}`;
  return "v";
}
