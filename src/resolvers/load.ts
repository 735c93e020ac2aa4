import { GraphQLError, type GraphQLFieldResolver } from "graphql";
import { requireNoDay } from "../compile/index.ts";
import { mayLoad, type Writer } from "../keys/index.ts";
import { emptyFolder, type Input, type LoadReport, LoadThreadEnded, load, NotAllowedError, withFolder } from "../load/index.ts";
import type { Model } from "../model/index.ts";
import type { LoadArguments, LoadPayload } from "./arguments.ts";
import type { Context, Written } from "./run.ts";

/** load: the loader behind a key, for scripts, and for the embedded engine while a server has its files open. */
export function loadMutation(model: Model): GraphQLFieldResolver<unknown, Context> {
  return async (_source, args, { engine, writer: writerOf, loads, wrote }, { operation, fragments }): Promise<LoadPayload> => {
    requireNoDay([operation, ...Object.values(fragments)]);
    if (!writerOf) throw forbidden("This server takes no loads.");
    const writer = writerOf();
    const { files, emptyFolders, dryRun, prune } = (args as LoadArguments).input;
    const options = { dryRun, prune, by: writer.name, mayLoad: (bundle: string) => mayLoad(writer, bundle) };
    const inputs = [...inputsOf(files), ...emptyFolders.map(emptyFolder)];
    const loading = loads ? loads.load(engine, inputs, options) : load(engine, model, inputs, options);
    const report = await loading.catch((error: unknown) => {
      throw refusal(error, writer) ?? error;
    });
    if (!dryRun) wrote?.(writtenBy(report));
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
      followed: report.followed ?? 0,
    };
  };
}

/** How much a load wrote, all its bundles together. */
function writtenBy({ bundles, recomputed }: LoadReport): Written {
  const sum = (of: (bundle: LoadReport["bundles"][number]) => number) => bundles.reduce((total, bundle) => total + of(bundle), 0);
  return {
    nodes: { added: sum(({ nodes }) => nodes.added), changed: sum(({ nodes }) => nodes.changed) },
    edges: { added: sum(({ edges }) => edges.added), changed: sum(({ edges }) => edges.changed) },
    recomputed,
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

/** What a client is told of a load that was refused as a whole; null where that is not for it to know. */
export function refusal(error: unknown, writer: Writer): GraphQLError | null {
  if (error instanceof NotAllowedError)
    return forbidden(
      `The key ${writer.name} may load ${writer.bundles.join(", ")}, and not ${error.bundles.join(", ")}. Nothing was written. Whoever runs the server gives a key for it: npm run keys -- add.`,
    );
  if (error instanceof LoadThreadEnded && error.isOutOfMemory)
    return new GraphQLError(
      "This load takes more memory than the server has for one. The bundle that was under way was not written. Send it in several loads, or load it with npm run load where the server runs.",
      { extensions: { code: "LOAD_TOO_LARGE" } },
    );
  return null;
}

/** The refusal of who may not write. */
export function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "FORBIDDEN" } });
}
