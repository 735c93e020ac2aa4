/** The benchmark of queries: `npm run bench -- --help`. For each size it starts a Neo4j and, inside it, run.ts. */
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { makeReady } from "./build.ts";
import { command } from "./command.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import type { Outcome, Plan } from "./outcome.ts";
import { writeReport } from "./report/index.ts";
import { ROOT } from "./sides/process.ts";
import { table } from "./table.ts";

/** Loaded databases and figures; git ignores it. */
const FOLDER = join(ROOT, ".bench");

/** Memory for Neo4j by size; a graph of 4.2 million edges takes 1 GB of store. */
const MEMORY: Readonly<Record<string, { heap: string; pageCache: string }>> = {
  quick: { heap: "1g", pageCache: "512m" },
  small: { heap: "2g", pageCache: "1g" },
};
const MUCH = { heap: "3g", pageCache: "3g" };

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    console.log(USAGE);
    return;
  }
  await makeReady();
  await mkdir(FOLDER, { recursive: true });
  for (const size of options.sizes) console.log(table(await measureSize(size, options)));
  if (options.write) await writeReport(FOLDER, options.sizes);
}

async function measureSize(size: string, { sides, shapes, effort, write }: Options): Promise<Outcome> {
  const plan: Plan = { size, sides, shapes, effort, folder: FOLDER };
  // Figures of a part of the whole must not get into a later report.
  const target = join(FOLDER, write ? `${size}.json` : `${size}-last.json`);
  const { heap, pageCache } = MEMORY[size] ?? MUCH;
  const run = [process.execPath, "--import", "tsx", join(ROOT, "tests", "bench", "run.ts"), JSON.stringify(plan), target];
  await command(process.execPath, [join(ROOT, "scripts", "neo4j.mjs"), "--", ...run], {
    NEO4J_TEST_HEAP: heap,
    NEO4J_TEST_PAGECACHE: pageCache,
    NEO4J_TEST_HOME: join(FOLDER, size, "neo4j"),
  });
  return JSON.parse(await readFile(target, "utf8")) as Outcome;
}

try {
  await main();
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
