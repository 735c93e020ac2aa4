import { GraphQLError, type GraphQLFieldResolver } from "graphql";
import { requireNoDay } from "../compile/index.ts";
import { emptyFolder, type Input, load, withFolder } from "../load/index.ts";
import type { Model } from "../model/index.ts";
import type { LoadArguments, LoadPayload } from "./arguments.ts";
import type { Context } from "./run.ts";

/** load: the loader behind a key, for scripts, and for the embedded engine while a server has its files open. */
export function loadMutation(model: Model): GraphQLFieldResolver<unknown, Context> {
  return async (_source, args, { engine, mayLoad }, { operation, fragments }): Promise<LoadPayload> => {
    requireNoDay([operation, ...Object.values(fragments)]);
    if (!mayLoad) {
      throw new GraphQLError("Loading needs the server's key: start it with LOAD_KEY set, and send Authorization: Bearer <the key>.", {
        extensions: { code: "FORBIDDEN" },
      });
    }
    const { files, emptyFolders, dryRun, prune } = (args as LoadArguments).input;
    const report = await load(engine, model, [...inputsOf(files), ...emptyFolders.map(emptyFolder)], { dryRun, prune });
    return {
      bundles: report.bundles,
      differences: report.differences ?? [],
      problems: report.problems.map(({ file, line, column, message }) => ({
        path: `${file}:${line}:${column}`,
        code: "BAD_RECORD",
        message,
      })),
      gone: report.gone ?? [],
      removals: report.removals ?? [],
      recomputed: report.recomputed,
    };
  };
}

/** The files in the order of the request, those of one folder as its files. */
function inputsOf(files: LoadArguments["input"]["files"]): Input[] {
  const inputs: Input[] = files.map(({ name, text, path }) => ({ name, text, path: path ?? undefined }));
  const inFolders = new Map<string, number[]>();
  for (const [i, { folder }] of files.entries()) if (folder) inFolders.set(folder.name, [...(inFolders.get(folder.name) ?? []), i]);
  for (const places of inFolders.values()) {
    const folder = files[places[0] ?? -1]?.folder;
    const within = folder
      ? withFolder(
          folder,
          places.flatMap((i) => inputs[i] ?? []),
        )
      : [];
    for (const [j, input] of within.entries()) inputs[places[j] ?? -1] = input;
  }
  return inputs;
}
