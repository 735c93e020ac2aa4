import { realpathSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { openEngine } from "../engine/index.ts";
import type { GraphEngine } from "../engine/port.ts";
import { checkReadable, csv, gta, hs, type Importer, jsonl, type Notes } from "../importers/index.ts";
import { formatProblem, loadStream, owners, type Problem, type StreamReport } from "../load/index.ts";
import { type Model, readModel } from "../model/index.ts";
import { readSettings } from "../settings.ts";
import { explain, type Output } from "./load.ts";

const HELP = `
The database is the server's own: embedded in DATA_DIR, or Neo4j at NEO4J_URI. Stop a server that has the embedded one open.
A load that is cut off goes on where it was when run again. A record that can't be taken is told with its place and reason, the others are
loaded, and the exit code is 1; so it is where an edge is left out since the graph lacks its end.

Your own table, in five lines (columns are named like the fields; every edge rests on a claim, and a claim on a source):
  printf 'id,title,publishedOn,reliability\\nmy-data,My data,2026-01-31,PRESS\\n' > sources.csv
  printf 'id,source,certainty\\nmy-data,my-data,REPORTED\\n' > claims.csv
  printf 'id,name,kind,headquarters\\nacme,Acme,COMPANY,US\\n' > firms.csv
  npm run import -- csv --as Source sources.csv && npm run import -- csv --as Claim claims.csv
  npm run import -- csv --as Firm --rests-on my-data firms.csv
A table of edges has the columns from and to: npm run import -- csv --as TARGETS targets.csv

Records made by a program (jsonl): a first line {"format":"trade-graph","version":1}, then a bundle a line,
  {"bundle":"mine","nodes":[{"type","id","properties"}],"edges":[{"type","from","to","properties","claims":[ids]}]}`;

interface Options {
  readonly batch?: string;
  readonly as?: string;
  readonly bundle?: string;
  readonly restsOn?: string[];
  readonly byRow?: boolean;
}

/** How an importer of a format is made; some look into the graph or the model first. */
type Make = (engine: GraphEngine, model: Model, options: Options) => Importer;

/** The formats, by the name of the subcommand. */
const FORMATS: Readonly<Record<string, { readonly about: string; readonly make: Make }>> = {
  gta: {
    about: "Global Trade Alert's interventions, as its API returns them (JSON list, pages, or a line an object)",
    make: (engine) => gta({ owners: (ids) => owners(engine, ids) }),
  },
  hs: {
    about: "the Harmonized System's nomenclature as CSV (section,hscode,description,parent,level), and its sections",
    make: (engine) => hs({ owners: (ids) => owners(engine, ids) }),
  },
  csv: {
    about: "a table of one node type or edge type, its columns named like the fields",
    make: (engine, model, { as = "", bundle, restsOn, byRow }) =>
      csv({ as, model, owners: (ids) => owners(engine, ids), bundle, restsOn, byRow }),
  },
  jsonl: { about: "records as `npm run export -- --format jsonl` writes them", make: () => jsonl },
};

/** `import <format> FILE…`. Returns the exit code: 0 when all was loaded, 1 when anything was refused or left out. */
export async function importCommand(args: readonly string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  let code = 0;
  const program = new Command("import")
    .description("Loads other people's data into the graph, of any size.")
    .addHelpText("after", HELP)
    .exitOverride()
    .configureOutput({ writeOut: output.stdout, writeErr: output.stderr });
  for (const [format, { about, make }] of Object.entries(FORMATS)) {
    const command = program
      .command(format)
      .description(about)
      .argument("<FILE...>", "files, packed by gzip or not; - is standard input")
      .option("--batch <records>", "nodes and edges a transaction", "20000");
    if (format === "csv") {
      command
        .requiredOption("--as <type>", "the node type or edge type of its rows, such as Firm or TARGETS")
        .option("--bundle <name>", "name of the bundle; csv- and the file's own name when left out")
        .option(
          "--rests-on <claim>",
          "id of a claim that edges rest on which name none; may be given again",
          (claim, all: string[] = []) => [...all, claim],
        )
        .option("--by-row", "a bundle a row: for large tables; faulty rows are left out, and rows that go are not missed");
    }
    command.action(async (files: string[], options: Options) => {
      code = await run(files, options, make, env, output);
    });
  }
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof Error && "exitCode" in error) return Number(error.exitCode);
    const message = explain(error);
    if (message === null) throw error;
    output.stderr(`${message}\n`);
    return 1;
  }
}

async function run(files: readonly string[], options: Options, make: Make, env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  const batch = Number(options.batch);
  if (!Number.isInteger(batch) || batch < 1) {
    output.stderr(`--batch ${options.batch} must be a whole number, 1 or more.\n`);
    return 1;
  }
  for (const file of files) await checkReadable(file);
  const model = readModel();
  const engine = await openEngine(readSettings(env));
  const noted = new Noted(files, output);
  try {
    const importer = make(engine, model, options);
    const report = await loadStream(engine, model, importer(files, noted), { batch, onBatch: (soFar) => noted.progress(soFar) });
    for (const problem of report.problems) output.stderr(`${formatProblem(problem)}\n`);
    output.stdout(`${noted.summary(report)}\n`);
    return report.rejected + noted.rejected + report.missing.size > 0 ? 1 : 0;
  } finally {
    await engine.close();
  }
}

/** How often a load that no terminal watches tells how far it is, in milliseconds. */
const TELL_EVERY = 5_000;

/** What the importer noticed, and how far it is. */
class Noted implements Notes {
  rejected = 0;
  readonly #counts = new Map<string, number>();
  readonly #started = performance.now();
  readonly #size: number;
  #read = 0;
  #told = 0;

  constructor(
    files: readonly string[],
    private readonly output: Output,
  ) {
    this.#size = files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
  }

  reject(problem: Problem): void {
    this.rejected += 1;
    this.output.stderr(`${formatProblem(problem)}\n`);
  }

  count(note: string): void {
    this.#counts.set(note, (this.#counts.get(note) ?? 0) + 1);
  }

  read(bytes: number): void {
    this.#read += bytes;
  }

  /** Tells rate and time left, on a line of its own, now and then. */
  progress({ nodes, edges, unchanged }: StreamReport): void {
    const now = performance.now();
    if (now - this.#told < TELL_EVERY) return;
    this.#told = now;
    const seconds = (now - this.#started) / 1000;
    const records = [nodes, edges].reduce((sum, c) => sum + c.added + c.changed + c.unchanged, 0);
    const left = this.#size > 0 && this.#read > 0 ? `, about ${duration((seconds * (this.#size - this.#read)) / this.#read)} left` : "";
    const skipped = unchanged > 0 ? `, ${counted(unchanged, "bundle")} as before` : "";
    this.output.stderr(`${number(records)} records, ${number(records / seconds)} a second${skipped}${left}\n`);
  }

  /** What was done, noticed and left out. */
  summary({ bundles, unchanged, nodes, edges, rejected, missing }: StreamReport): string {
    const counts = ([name, c]: readonly [string, StreamReport["nodes"]]) =>
      `${name} +${number(c.added)} ~${number(c.changed)} -${number(c.removed)} =${number(c.unchanged)}`;
    const lines = [
      `${counted(bundles, "bundle")} written, ${number(unchanged)} as before: ${(
        [
          ["nodes", nodes],
          ["edges", edges],
        ] as const
      )
        .map(counts)
        .join(", ")}`,
    ];
    for (const [note, times] of [...this.#counts].sort(([, a], [, b]) => b - a)) lines.push(`  ${number(times)} × ${note}`);
    if (missing.size > 0) {
      const ids = [...missing].sort(([, a], [, b]) => b - a);
      const edgesLost = ids.reduce((sum, [, times]) => sum + times, 0);
      const some = ids.slice(0, 5).map(([id, times]) => `${id} (${number(times)})`);
      const goods = ids.some(([id]) => id.startsWith("commodity:hs-")) ? " Commodities come with `npm run import -- hs FILE`." : "";
      lines.push(
        `${counted(edgesLost, "edge")} left out: the graph has no ${some.join(", ")}${ids.length > 5 ? ` and ${number(ids.length - 5)} more` : ""}.${goods} Once it has them, run this again.`,
      );
    }
    const refused = rejected + this.rejected;
    if (refused > 0) lines.push(`${counted(refused, "record")} refused.`);
    return lines.join("\n");
  }
}

function counted(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? "" : "s"}`;
}

function number(value: number): string {
  return Math.round(value).toLocaleString("en");
}

function duration(seconds: number): string {
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}

// Run as a command, by whatever link to this file.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await importCommand(process.argv.slice(2), process.env, {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
  });
}
