import type { GraphQLFieldResolver } from "graphql";
import { type Compiler, MAX_PAGE } from "../compile/index.ts";
import { requestError } from "../model/index.ts";
import type { NodesArguments } from "./arguments.ts";
import { type Context, root, runRoot } from "./run.ts";

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** node, nodes, and for each node type its list, its field by id, and the look-ups that the schema files declare. */
export function nodeFields(compiler: Compiler): Record<string, Resolver> {
  const { model } = compiler;
  const fields: Record<string, Resolver> = {
    node: root(compiler, { kind: "one", type: null, by: ["id"], argument: "id" }),
    nodes: (_source, args, context, info) => {
      const { ids } = args as NodesArguments;
      if (ids.length > MAX_PAGE) throw requestError("BAD_PAGE", `Ask for ${MAX_PAGE} ids at most; these are ${ids.length}.`);
      return runRoot(compiler, { kind: "many" }, context, info);
    },
  };
  for (const type of model.nodes.values()) {
    fields[type.singular] = root(compiler, { kind: "one", type, by: ["id"], argument: "id" });
    fields[type.plural] = root(compiler, { kind: "list", type });
  }
  for (const { field, type, by, argument, within } of model.lookups) {
    const node = model.nodes.get(type);
    if (node) fields[field] = root(compiler, { kind: "one", type: node, by, argument, within });
  }
  return fields;
}
