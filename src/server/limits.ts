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
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from "graphql";
import { MAX_PAGE } from "../compile/index.ts";
import { fragmentsOf } from "../resolvers/index.ts";
import type { ServerContext } from "./request-log.ts";

/** Levels of fields, `edges` and `nodes` counted: eight hops through `edges { node { … } }` and the fields at their ends. */
export const MAX_DEPTH = 26;
/** Objects that an answer may be expected to hold: a page asked for by number counts as full. */
export const MAX_OBJECTS = 200_000;
/** What a page of the default size counts as: lists below the first are short far more often than full. */
const EXPECTED_PAGE = 4;
/** Tokens of a request's text. */
export const MAX_TOKENS = 5_000;

/** Introspection is not counted: it reads no data, and GraphQL's own rules bound its depth. */
const isMeta = (name: string) => name.startsWith("__");

/** What a selection may ask for, below one object that it stands in. */
interface Size {
  readonly depth: number;
  readonly objects: number;
}

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Sizes of fragments by name: each is measured once, however often it is spread. */
  readonly measured: Map<string, Size>;
}

/** Refuses operations that are too deep or may answer with too many objects, before anything runs. */
export const limits: ApolloServerPlugin<Pick<ServerContext, "spend">> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, schema, request, contextValue }) => {
      if (!operation) return;
      const walk: Walk = {
        schema,
        fragments: fragmentsOf(document),
        variables: { ...defaults(operation), ...request.variables },
        measured: new Map(),
      };
      const root = schema.getRootType(operation.operation);
      if (!root) {
        throw new GraphQLError(`This server has no ${operation.operation}s.`, { extensions: { code: "OPERATION_RESOLUTION_FAILURE" } });
      }
      const { depth, objects } = measure(operation.selectionSet, root, walk);
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
      await contextValue.spend(objects);
    },
  }),
};

/** Values of variables that the request leaves to their defaults. */
function defaults(operation: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}

/** The depth below a selection, and the most objects that it may answer with for each object that it stands in. */
function measure(set: SelectionSetNode, type: GraphQLOutputType, walk: Walk): Size {
  let depth = 0;
  let objects = 0;
  for (const selection of set.selections) {
    const below = measureSelection(selection, type, walk);
    depth = Math.max(depth, below.depth);
    objects += below.objects;
  }
  return { depth, objects };
}

function measureSelection(selection: SelectionNode, type: GraphQLOutputType, walk: Walk): Size {
  if (selection.kind === Kind.FIELD) return isMeta(selection.name.value) ? NOTHING : measureField(selection, type, walk);
  const name = selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : undefined;
  const known = name === undefined ? undefined : walk.measured.get(name);
  if (known) return known;
  const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments[selection.name.value] : selection;
  const on = fragment?.typeCondition ? walk.schema.getType(fragment.typeCondition.name.value) : getNamedType(type);
  const size = fragment && on && isCompositeType(on) ? measure(fragment.selectionSet, on, walk) : NOTHING;
  if (name !== undefined) walk.measured.set(name, size);
  return size;
}

const NOTHING: Size = { depth: 0, objects: 0 };

function measureField(field: FieldNode, type: GraphQLOutputType, walk: Walk): Size {
  const parent = getNamedType(type);
  const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
  if (!definition || !field.selectionSet) return { depth: 1, objects: 0 };
  const takes = (name: string) => definition.args.some((argument) => argument.name === name);
  const many = takes("first") ? pageOf(field, walk.variables) : takes("ids") ? idsOf(field, walk.variables) : 1;
  const below = measure(field.selectionSet, definition.type, walk);
  // A connection's own `edges` and `nodes` are as long as its page, which is counted once, at the connection.
  const own = COUNTED_WITH_CONNECTION.has(field.name.value) && !takes("ids") ? 0 : many;
  return { depth: below.depth + 1, objects: own + many * below.objects };
}

/** The fields of a connection and its edges that add no objects of their own to those that the connection counts. */
const COUNTED_WITH_CONNECTION: ReadonlySet<string> = new Set(["edges", "nodes", "node", "pageInfo"]);

const argumentOf = (field: FieldNode, name: string) => field.arguments?.find((argument) => argument.name.value === name)?.value;

function pageOf(field: FieldNode, variables: Walk["variables"]): number {
  const read = (name: string): number | null => {
    const value = argumentOf(field, name);
    if (value?.kind === Kind.INT) return Number(value.value);
    const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
    return typeof given === "number" ? given : null;
  };
  return Math.min(Math.max(read("first") ?? read("last") ?? EXPECTED_PAGE, 0), MAX_PAGE);
}

/** How many nodes are asked for by their ids. */
function idsOf(field: FieldNode, variables: Walk["variables"]): number {
  const value = argumentOf(field, "ids");
  if (value?.kind === Kind.LIST) return Math.min(value.values.length, MAX_PAGE);
  const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  return Array.isArray(given) ? Math.min(given.length, MAX_PAGE) : 1;
}
