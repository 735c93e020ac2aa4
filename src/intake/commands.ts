/** What is asked of an import, by subcommands for the formats: on the command line, and in the address of a server's import. */
import { Command } from "commander";
import type { GraphEngine } from "../engine/port.ts";
import { checkEdition, type Importer, intoEdition } from "../importers/index.ts";
import { correspondences, InputError, owners } from "../load/index.ts";
import type { Model } from "../model/index.ts";
import { FORMATS } from "./formats.ts";
import { GRAPHS } from "./missing.ts";
import type { Options } from "./options.ts";
import { requireKind } from "./tables.ts";

/** Options that name a file: where a server is to do the import, the file goes there with the others. */
export const FILE_OPTIONS = ["map", "index"] as const;

/** An import that somebody asks for. */
export interface Asked<Said extends Options = Options> {
  /** The name of its format. */
  readonly format: string;
  readonly files: readonly string[];
  readonly options: Said;
}

/** The importer of a format as it was asked for; undefined where there is no such format. Throws InputError where an option makes no sense. */
export async function importerOf(engine: GraphEngine, model: Model, format: string, options: Options): Promise<Importer | undefined> {
  const { into, edition } = options;
  if (into !== undefined) checkEdition("into", into);
  if (GRAPHS.has(format) && edition !== undefined && into === undefined)
    throw new InputError(
      "--edition goes with --into here: the nodes of a graph have ids, and commodity:hs2017-850511 says the edition itself.",
    );
  const importer = await FORMATS[format]?.make(engine, model, options);
  if (!importer || into === undefined) return importer;
  const asked = (ids: readonly string[]) => owners(engine, ids);
  return intoEdition(importer, { model, owners: asked, correspondences: (ids) => correspondences(engine, ids), edition, into });
}

/**
 * A command with one for each format, which calls `action` with what is asked. `extend` says more of each. Parsed, it throws CommanderError where the arguments are
 * wrong, once `write` was told why, and what `action` throws.
 */
export function importCommands<Said extends Options>(
  action: (asked: Asked<Said>) => Promise<void>,
  write: { readonly stdout: (text: string) => void; readonly stderr: (text: string) => void },
  extend: (command: Command) => void = () => undefined,
): Command {
  const program = new Command("import").exitOverride().configureOutput({ writeOut: write.stdout, writeErr: write.stderr });
  for (const [format, { about, options }] of Object.entries(FORMATS)) {
    const command = program
      .command(format)
      .description(about)
      .argument("<FILE...>", "files, packed by gzip or not; - is standard input")
      .option("--batch <records>", "nodes and edges a transaction", "20000")
      .option("--replace", "write over what another file or another type has made");
    options?.(command);
    extend(command);
    command.action((files: string[], said: Said) => {
      if (format === "csv") requireKind(said);
      return action({ format, files, options: said });
    });
  }
  return program;
}
