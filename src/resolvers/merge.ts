import { GraphQLError, type GraphQLFieldResolver } from "graphql";
import { requireNoDay } from "../compile/index.ts";
import { mayLoad } from "../keys/index.ts";
import { InputError, type MergeOptions, type MergeReport, merge, unmerge } from "../load/index.ts";
import type { Model } from "../model/index.ts";
import type { MergeArguments, UnmergeArguments } from "./arguments.ts";
import { forbidden, refusal } from "./load.ts";
import type { Context } from "./run.ts";

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** merge and unmerge: that two nodes are one, behind a key as loads are. */
export function mergeMutations(model: Model): Record<string, Resolver> {
  return {
    merge: behindKey((engine, args, options) => {
      const { from, into, reason } = (args as MergeArguments).input;
      return merge(engine, model, from, into, { ...options, reason: reason ?? undefined });
    }),
    unmerge: behindKey((engine, args, options) => unmerge(engine, model, (args as UnmergeArguments).input.id, options)),
  };
}

function behindKey(work: (engine: Context["engine"], args: unknown, options: MergeOptions) => Promise<MergeReport>): Resolver {
  return async (_source, args, { engine, writer: writerOf, merged, wrote }, { operation, fragments }): Promise<MergeReport> => {
    requireNoDay([operation, ...Object.values(fragments)]);
    if (!writerOf) throw forbidden("This server takes no loads.");
    const writer = writerOf();
    const options = { by: writer.name, mayLoad: (bundle: string) => mayLoad(writer, bundle) };
    const report = await work(engine, args, options).catch((error: unknown) => {
      if (error instanceof InputError) throw new GraphQLError(error.message, { extensions: { code: "BAD_MERGE" } });
      throw refusal(error, writer) ?? error;
    });
    merged?.forget();
    wrote?.({ nodes: { added: 0, changed: report.records }, edges: { added: 0, changed: 0 }, recomputed: 0 });
    return report;
  };
}
