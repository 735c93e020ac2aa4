import { GraphQLError, type GraphQLFieldResolver } from "graphql";
import { requireNoDay } from "../compile/index.ts";
import { load } from "../load/index.ts";
import type { Model } from "../model/index.ts";
import type { LoadArguments, LoadPayload } from "./arguments.ts";
import type { Context } from "./run.ts";

/** How many of a bundle's nodes or edges a load wrote. */
const written = ({ added, changed }: { readonly added: number; readonly changed: number }) => added + changed;

/** load: the loader behind a key, for scripts, and for the embedded engine while a server has its files open. */
export function loadMutation(model: Model): GraphQLFieldResolver<unknown, Context> {
  return async (_source, args, { engine, mayLoad, wrote }, { operation, fragments }): Promise<LoadPayload> => {
    requireNoDay([operation, ...Object.values(fragments)]);
    if (!mayLoad) {
      throw new GraphQLError("Loading needs the server's key: start it with LOAD_KEY set, and send Authorization: Bearer <the key>.", {
        extensions: { code: "FORBIDDEN" },
      });
    }
    const { files, dryRun } = (args as LoadArguments).input;
    const report = await load(engine, model, files, { dryRun });
    if (!dryRun) wrote?.(report.bundles.reduce((sum, { nodes, edges }) => sum + written(nodes) + written(edges), 0));
    return {
      bundles: report.bundles,
      differences: report.differences ?? [],
      problems: report.problems.map(({ file, line, column, message }) => ({
        path: `${file}:${line}:${column}`,
        code: "BAD_RECORD",
        message,
      })),
    };
  };
}
