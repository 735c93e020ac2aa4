import type { FieldNode, GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";
import type { Compiled, Compiler, Complete, Root } from "../compile/index.ts";
import type { GraphEngine, Statement } from "../engine/port.ts";

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
  compiler: Compiler,
  root: Root,
  context: Context,
  info: GraphQLResolveInfo,
  finish: (compiled: Compiled, params: Statement["params"]) => Statement | Promise<Statement> = (compiled, params) => ({
    text: compiled.text,
    params,
  }),
): Promise<unknown> {
  const compiled = compiler.compile(root, info);
  const params = compiled.bind(info.variableValues);
  const rows = await context.engine.read(await finish(compiled, params));
  const [node] = info.fieldNodes;
  if (node) context.runs?.completions.set(node, compiled.complete);
  return compiled.shape(rows, params);
}

/** A resolver that does no more than that. */
export function root(compiler: Compiler, spec: Root): GraphQLFieldResolver<unknown, Context> {
  return (_source, _args, context, info) => runRoot(compiler, spec, context, info);
}
