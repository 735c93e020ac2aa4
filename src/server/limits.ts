import type { ApolloServerPlugin } from "@apollo/server";
import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { MAX_PAGE } from "../compile/index.ts";

/** Levels of fields, `edges` and `nodes` counted: eight hops through `edges { node { … } }` and the fields at their ends. */
export const MAX_DEPTH = 26;
/** Objects that an answer may be expected to hold: a page asked for by number counts as full. */
export const MAX_OBJECTS = 200_000;
/** What a page of the default size counts as: lists below the first are short far more often than full. */
const EXPECTED_PAGE = 5;
/** Tokens of a request's text. */
export const MAX_TOKENS = 5_000;

/** Fields of other servers' introspection are not counted: their depth is fixed. */
const isMeta = (name: string) => name.startsWith("__");

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Refuses operations that are too deep or may answer with too many objects, before anything runs. */
export const limits: ApolloServerPlugin<object> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, schema, request }) => {
      if (!operation) return;
      const fragments = new Map<string, FragmentDefinitionNode>();
      for (const definition of document.definitions) {
        if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
      }
      const walk: Walk = { schema, fragments, variables: { ...defaults(operation), ...request.variables } };
      const root = schema.getRootType(operation.operation);
      if (!root) {
        throw new GraphQLError(`This server has no ${operation.operation}s.`, { extensions: { code: "OPERATION_RESOLUTION_FAILURE" } });
      }
      const { depth, objects } = measure(operation.selectionSet, root, 1, walk);
      if (depth > MAX_DEPTH) {
        throw new GraphQLError(`This operation is ${depth} levels deep; ${MAX_DEPTH} is the limit. Ask in two steps.`, {
          extensions: { code: "QUERY_TOO_DEEP" },
        });
      }
      if (objects > MAX_OBJECTS) {
        throw new GraphQLError(
          `This operation may answer with ${Math.round(objects).toLocaleString("en")} objects; ${MAX_OBJECTS.toLocaleString("en")} is the limit. Ask for smaller pages (first), or in two steps.`,
          { extensions: { code: "QUERY_TOO_EXPENSIVE" } },
        );
      }
    },
  }),
};

/** Values of variables that the request leaves to their defaults, where they are numbers. */
function defaults(operation: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  );
}

/** The depth below a selection, and the most objects that it may answer with when it stands in `times` objects. */
function measure(set: SelectionSetNode, type: GraphQLOutputType, times: number, walk: Walk): { depth: number; objects: number } {
  let depth = 0;
  let objects = 0;
  const add = (below: { depth: number; objects: number }, level: number) => {
    depth = Math.max(depth, below.depth + level);
    objects += below.objects;
  };
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      if (!isMeta(selection.name.value)) add(measureField(selection, type, times, walk), 1);
    } else {
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection;
      const on = fragment?.typeCondition ? walk.schema.getType(fragment.typeCondition.name.value) : getNamedType(type);
      if (fragment && on && isCompositeType(on)) add(measure(fragment.selectionSet, on, times, walk), 0);
    }
  }
  return { depth, objects };
}

function measureField(field: FieldNode, type: GraphQLOutputType, times: number, walk: Walk): { depth: number; objects: number } {
  const parent = getNamedType(type);
  const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
  if (!definition || !field.selectionSet) return { depth: 0, objects: 0 };
  const paged = definition.args.some((a) => a.name === "first");
  // A connection's own `edges` and `nodes` are as long as its page, which is counted once, at the connection.
  const here = paged ? times * pageOf(field, walk.variables) : times;
  const below = measure(field.selectionSet, definition.type, here, walk);
  return { depth: below.depth, objects: below.objects + (paged || !isPlumbing(field.name.value) ? here : 0) };
}

const isPlumbing = (name: string) => ["edges", "nodes", "node", "pageInfo"].includes(name);

function pageOf(field: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  const read = (value: ValueNode | undefined): number | null => {
    if (value?.kind === Kind.INT) return Number(value.value);
    const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
    return typeof given === "number" ? given : null;
  };
  const argument = (name: string) => read(field.arguments?.find((a) => a.name.value === name)?.value);
  return Math.min(Math.max(argument("first") ?? argument("last") ?? EXPECTED_PAGE, 0), MAX_PAGE);
}
