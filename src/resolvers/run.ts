import type { GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";
import { type Compiled, compile, type Root } from "../compile/index.ts";
import type { GraphEngine, Statement } from "../engine/port.ts";
import type { Model } from "../model/index.ts";

/** What every resolver gets with a request. */
export interface Context {
  readonly engine: GraphEngine;
  /** Whether the request may change the graph: it bears the server's load key. */
  readonly mayLoad?: boolean;
}

/** Compiles a root field, runs its one statement, and shapes the answer. `finish` may complete the statement first. */
export async function runRoot(
  model: Model,
  root: Root,
  context: Context,
  info: GraphQLResolveInfo,
  finish: (statement: Statement, compiled: Compiled) => Statement | Promise<Statement> = (statement) => statement,
): Promise<unknown> {
  const compiled = compile(model, root, info);
  const params = compiled.bind(info.variableValues);
  const rows = await context.engine.read(await finish({ text: compiled.text, params }, compiled));
  return compiled.shape(rows, params);
}

/** A resolver that does no more than that. */
export function root(model: Model, spec: Root): GraphQLFieldResolver<unknown, Context> {
  return (_source, _args, context, info) => runRoot(model, spec, context, info);
}
