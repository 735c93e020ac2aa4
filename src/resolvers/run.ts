import type { FieldNode, GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";
import { type Compiled, type Compiler, type Complete, Notes, type Root, Wanted } from "../compile/index.ts";
import { type Deadline, type GraphEngine, type Row, type Statement, seeksRanges, within } from "../engine/port.ts";
import type { Writer } from "../keys/index.ts";
import type { LoadThread } from "../load/index.ts";
import { BadIdError } from "../model/index.ts";
import { fillLists, shapingWith } from "./gather.ts";
import type { MergedIds } from "./merged.ts";
import { type Findings, withMeant } from "./warnings.ts";

/** How much a load wrote. */
export interface Written {
  readonly nodes: { readonly added: number; readonly changed: number };
  readonly edges: { readonly added: number; readonly changed: number };
  /** Nodes and edges whose dates or certainty it computed anew, since what they rest on changed. */
  readonly recomputed: number;
}

/** What every resolver gets with a request. */
export interface Context {
  readonly engine: GraphEngine;
  /** Until when the answer is wanted, for everything that is read for it; without one, as long as it takes. Loads have none. */
  readonly deadline?: Deadline;
  /** Who writes with this request. Throws GraphQLError where its key is missing or wrong. Nobody may write where it is left out. */
  readonly writer?: () => Writer;
  /** The address of the server as the client wrote it, without a slash at its end; addresses in answers begin with it, or with nothing where it is left out. */
  readonly origin?: string;
  /** The request's id, under which its errors are logged. */
  readonly requestId?: string;
  /** Gathers what root fields noted of their answers, for warnings.ts; left out where nobody warns. */
  readonly findings?: Findings[];
  /** Does loads in a thread of their own; left out where they may hold up others. */
  readonly loads?: Pick<LoadThread, "load">;
  /** Follows ids of nodes that were merged into others, and tells which these are; where it is left out, such ids are unknown ones. */
  readonly merged?: MergedIds;
  /** Told what a load wrote, once it is committed. */
  readonly wrote?: (written: Written) => void;
  /** Kept where root fields run before graphql-js is called; see answer.ts. */
  runs?: Runs;
}

/** What became of the root fields of a request, by their first field node. */
export interface Runs {
  readonly answers: Map<FieldNode, Promise<unknown>>;
  readonly completions: Map<FieldNode, Complete>;
}

/** Reads the rows of a compiled root field, given its parameters. */
type ReadRows = (compiled: Compiled, params: Statement["params"]) => Promise<readonly Row[]>;

/** Compiles a root field, runs its one statement, unless `readRows` reads its rows otherwise, and shapes the answer. */
export async function runRoot(
  compiler: Compiler,
  root: Root,
  context: Context,
  info: GraphQLResolveInfo,
  readRows: ReadRows = ({ text }, params) => context.engine.read({ text, params }, context.deadline),
): Promise<unknown> {
  // The first part runs at once, root field by root field: so findings stand in the order of the request.
  const place = (context.findings?.push({ empty: [], unfound: [], cut: [], left: [], merged: [] }) ?? 0) - 1;
  const compiled = compiler.compile(root, info, seeksRanges(context.engine));
  const asked = await bound(compiler, compiled, context, info);
  const { params, merged } = (await context.merged?.follow(asked, [String(info.path.key)])) ?? { params: asked, merged: [] };
  const rows = compiled.reads ? await readRows(compiled, params) : [];
  const [node] = info.fieldNodes;
  if (node) context.runs?.completions.set(node, compiled.complete);
  const notes = context.findings ? new Notes() : null;
  const wanted = new Wanted();
  const former = compiled.wantsFormer ? await context.merged?.former() : undefined;
  const parameters = shapingWith(params, wanted, notes, { former, origin: context.origin });
  const shaped = compiled.shape(rows, parameters);
  const left = await fillLists(wanted, { engine: within(context.engine, context.deadline), parameters });
  if (!context.findings || !notes) return shaped;
  context.findings[place] = {
    empty: notes.empty(params),
    unfound: notes.unfound(),
    cut: notes.cut(),
    left: [...notes.left(), ...left],
    merged,
  };
  return shaped;
}

/** The statement's parameters; an id that can be nothing where it stands is refused with what was meant. */
async function bound(
  compiler: Compiler,
  compiled: Compiled,
  { engine, deadline }: Context,
  info: GraphQLResolveInfo,
): Promise<Statement["params"]> {
  try {
    return compiled.bind(info.variableValues);
  } catch (error) {
    throw error instanceof BadIdError ? await withMeant(within(engine, deadline), compiler.model, error) : error;
  }
}

/** A resolver that does no more than that. */
export function root(compiler: Compiler, spec: Root): GraphQLFieldResolver<unknown, Context> {
  return (_source, _args, context, info) => runRoot(compiler, spec, context, info);
}
