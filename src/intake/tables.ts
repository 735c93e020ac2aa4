/** `import csv`: what may be said of tables, and their importer. */
import { type Command, Option } from "commander";
import { type CsvOptions, csv, type Importer, mapped, NOT_AVAILABLE, readMapping } from "../importers/index.ts";
import { InputError } from "../load/index.ts";

/** The options of `import csv`. */
export interface CsvCommandOptions {
  readonly as?: string;
  readonly map?: string;
  readonly propose?: boolean;
  readonly bundle?: string;
  readonly restsOn?: string[];
  readonly source?: string;
  readonly certainty?: string;
  readonly fill?: boolean;
  readonly claim?: boolean;
  readonly skipExisting?: boolean;
  readonly byRow?: boolean;
  readonly na?: string;
  readonly dates?: string;
  readonly lists?: string;
  readonly sheet?: string;
  readonly edition?: string;
  readonly into?: string;
}

/** `--rests-on`, which may be given again. */
export const restsOn = (): Option =>
  new Option("--rests-on <claim>", "id of a claim that edges rest on which name none; may be given again").argParser(
    (claim: string, all: string[] = []) => [...all, claim],
  );

/** What a mapping file says for itself. */
const IN_MAPPING = ["as", "restsOn", "source", "certainty", "fill", "claim", "skipExisting", "na", "dates", "lists", "sheet"] as const;

/** Gives `import csv` its options. */
export function csvCommand(command: Command): void {
  const map = new Option("--map <file>", "what the columns of a table of others mean: a mapping file (docs/importing.md)").conflicts([
    ...IN_MAPPING,
  ]);
  const fill = new Option("--fill", "add to nodes that are there, what nobody says of them yet: each value a claim of the table's source");
  command
    .option("--as <type>", "the node type or edge type of its rows, such as Firm or TARGETS")
    .addOption(map)
    .option("--propose", "write a first draft of a mapping file for the table, to standard output; nothing is loaded")
    .option("--bundle <name>", "name of the bundle; csv- and the file's own name when left out")
    .addOption(restsOn())
    .option(
      "--source <source>",
      "who says so: the id of a source, or a new one, '{title: My data, publisher: …, publishedOn: 2026-01-31, url: …, reliability: PRESS}'",
    )
    .option("--certainty <certainty>", "how sure the source is; REPORTED when left out")
    .addOption(fill.conflicts(["claim", "skipExisting"]))
    .addOption(new Option("--claim", "the same beside what others say: the best supported value counts").conflicts(["skipExisting"]))
    .option("--skip-existing", "leave out the rows whose node or edge is there already; what they say otherwise is counted")
    .option(
      "--na <words>",
      `cells that say nothing, separated by commas; when left out ${NOT_AVAILABLE.join(",")}, but NA is Namibia where countries stand`,
    )
    .option(
      "--dates <formats>",
      "how dates are written beside 2025-06-05: DD.MM.YYYY, MM/DD/YYYY, D MMM YYYY, excel …, separated by commas",
    )
    .option("--lists <separator>", "what separates the members of a list in a cell; ; and | when left out")
    .option("--sheet <name>", "the sheet of a workbook (.xlsx); its first when left out")
    .option("--by-row", "a bundle a row: for large tables; invalid rows are left out, and rows that go are not missed");
}

/** Throws InputError where nothing says what rows are, before anything is opened. */
export function requireKind({ as, map, propose }: CsvCommandOptions): void {
  if (as === undefined && map === undefined && propose === undefined)
    throw new InputError(
      "Say what the rows are: --as TYPE where columns are named like fields, --map FILE where a mapping file says what they mean, or --propose for a draft of one.",
    );
}

/** The importer of `import csv`. Throws InputError. */
export async function csvImporter(
  options: CsvCommandOptions,
  graph: Pick<CsvOptions, "model" | "owners" | "findBy" | "present">,
): Promise<Importer> {
  const { as = "", map, fill, claim, skipExisting, ...others } = options;
  if (map !== undefined) {
    const { bundle, byRow, edition, into } = others;
    return mapped(await readMapping(map), { ...graph, bundle, byRow, edition, into });
  }
  if (others.certainty !== undefined && others.source === undefined)
    throw new InputError("--certainty is that of --source: name the source.");
  return csv({ ...others, ...graph, as, there: fill ? "fill" : claim ? "claim" : skipExisting ? "skip" : "state" });
}
