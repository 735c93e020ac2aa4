/**
 * One side of the measurement in a process of its own: `side.ts base|import|repeat|rows|bare FILE ROWS`, on the database that the environment
 * names (DATA_DIR, or NEO4J_URI). Its last line of output is `{"seconds", "megabytes"}`: from the opening of the database to its closing, and
 * the most memory that the process held.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { importCommand } from "../../../src/cli/import.ts";
import { loadCommand } from "../../../src/cli/load.ts";
import { openEngine } from "../../../src/engine/open.ts";
import { readSettings } from "../../../src/settings.ts";
import { bareEmbedded, bareNeo4j } from "./bare.ts";
import { bundleNames, writeRows } from "./rows.ts";

const [job = "", file = "", rows = "", ...nomenclature] = process.argv.slice(2);
const output = {
  stdout: (text: string) => void process.stderr.write(text),
  stderr: (text: string) => void process.stderr.write(text),
};

async function base(): Promise<void> {
  if ((await loadCommand([], process.env, output)) !== 0) throw new Error("the seed was not loaded");
  if (nomenclature.length > 0 && (await importCommand(["hs", ...nomenclature], process.env, output)) !== 0)
    throw new Error("the nomenclature was not loaded");
}

/** Writes the rows beyond the base to a file; the base's bundles are noted beside it before anything is imported. */
async function dump(): Promise<void> {
  const engine = await openEngine(readSettings(process.env));
  const names = await bundleNames(engine);
  const noted = `${rows}.base`;
  if (!existsSync(noted)) writeFileSync(noted, JSON.stringify([...names]));
  else {
    const before = new Set<string>(JSON.parse(readFileSync(noted, "utf8")));
    const added = [...names].filter((name) => !before.has(name));
    const counts = await writeRows(engine, added, rows, (done) => progress(`${done} of ${added.length} bundles dumped`));
    console.log(JSON.stringify(counts));
  }
  await engine.close();
}

async function bare(): Promise<void> {
  const { neo4j, dataDir } = readSettings(process.env);
  if (neo4j) await bareNeo4j(rows, neo4j.uri, neo4j.user, neo4j.password);
  else await bareEmbedded(rows, dataDir);
}

function progress(text: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r${text}` : "");
}

const imported = async () => void (await importCommand(["gta", file], process.env, output));
const jobs: Readonly<Record<string, () => Promise<void>>> = { base, import: imported, repeat: imported, rows: dump, bare };
const started = performance.now();
await jobs[job]?.();
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ seconds, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
