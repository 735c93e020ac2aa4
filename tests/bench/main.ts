/** The benchmark of queries: `npm run bench -- --help`. For each size it starts a Neo4j and, inside it, run.ts. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Options, readOptions, USAGE } from "./options.ts";
import type { Outcome, Plan } from "./outcome.ts";
import { ROOT } from "./sides/process.ts";
import { table } from "./table.ts";

const FOLDER = join(ROOT, ".bench");
const PEERS = join(ROOT, "tests", "bench", "peers");

/** Sizes with more than half a million edges get more memory: 4.2 million edges are 1 GB of store. */
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
  if (!existsSync(join(ROOT, "dist", "src", "main.js"))) await command("npm", ["run", "build"]);
  if (!existsSync(join(PEERS, "node_modules"))) await command("npm", ["ci", "--no-audit", "--no-fund", "--prefix", PEERS]);
  await mkdir(FOLDER, { recursive: true });
  const outcomes: Outcome[] = [];
  for (const size of options.sizes) {
    const outcome = await measureSize(size, options);
    outcomes.push(outcome);
    console.log(table(outcome));
  }
}

async function measureSize(size: string, { sides, shapes, effort }: Options): Promise<Outcome> {
  const plan: Plan = { size, sides, shapes, effort, folder: FOLDER };
  const target = join(FOLDER, `${size}.json`);
  const { heap, pageCache } = MEMORY[size] ?? MUCH;
  const run = [process.execPath, "--import", "tsx", join(ROOT, "tests", "bench", "run.ts"), JSON.stringify(plan), target];
  await command(process.execPath, [join(ROOT, "scripts", "neo4j.mjs"), "--", ...run], {
    NEO4J_TEST_HEAP: heap,
    NEO4J_TEST_PAGECACHE: pageCache,
    NEO4J_TEST_HOME: join(FOLDER, size, "neo4j"),
  });
  return JSON.parse(await readFile(target, "utf8")) as Outcome;
}

/** Runs a program to its end. Throws where it fails; what it said stands above. */
function command(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: "inherit" });
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${program} ${args[0]} ended with code ${code}.`))));
  });
}

try {
  await main();
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
