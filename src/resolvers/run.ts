import type { FieldNode, GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";
import { type Compiled, type Complete, compile, type Root } from "../compile/index.ts";
import type { GraphEngine, Statement } from "../engine/port.ts";
import type { Model } from "../model/index.ts";

/** What every resolver gets with a request. */
export interface Context {
  readonly engine: GraphEngine;
  /** Whether the request may change the graph: it has the server's load key. */
  readonly mayLoad?: boolean;
  /** The request's id, under which its errors are logged. */
  readonly requestId?: string;
  /** Kept where root fields run before graphql-js is called; see answer.ts. */
  runs?: Runs;
}

/** What became of the root fields of a request, by their first field node. */
export interface Runs {
  readonly answers: Map<FieldNode, Promise<unknown>>;
  readonly completions: Map<FieldNode, Complete>;
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
  const [node] = info.fieldNodes;
  if (node) context.runs?.completions.set(node, compiled.complete);
  return compiled.shape(rows, params);
}

/** A resolver that does no more than that. */
export function root(model: Model, spec: Root): GraphQLFieldResolver<unknown, Context> {
  return (_source, _args, context, info) => runRoot(model, spec, context, info);
}
