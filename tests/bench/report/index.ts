import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { compileTimes } from "../compile-times.ts";
import type { Outcome } from "../outcome.ts";
import { ROOT } from "../sides/process.ts";
import { SIZES } from "../sizes.ts";
import { chart } from "./chart.ts";
import { type Machine, report } from "./markdown.ts";

const HERE = join(ROOT, "tests", "bench");

/**
 * Writes results.md and results.svg from what was measured last of each size, in this run or an earlier one; the quick size only where it was
 * measured in this run.
 */
export async function writeReport(folder: string, measured: readonly string[]): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const { name } of SIZES) {
    const file = join(folder, `${name}.json`);
    if ((name === "quick" && !measured.includes(name)) || !existsSync(file)) continue;
    const outcome = JSON.parse(await readFile(file, "utf8")) as Outcome;
    // What an earlier version measured says nothing of its rounds.
    if (outcome.shapes.every(({ figures }) => figures.every((f) => "rounds" in f))) outcomes.push(outcome);
    else console.error(`${file} is of an earlier version of the benchmark: it is left out. Measure that size again.`);
  }
  await writeFile(join(HERE, "results.md"), report(outcomes, compileTimes(), await machine()));
  const drawn = outcomes.find(({ size }) => size === "small") ?? outcomes.find(({ size }) => size === "quick");
  if (drawn) await writeFile(join(HERE, "results.svg"), chart(drawn));
}

async function machine(): Promise<Machine> {
  const version = async (path: string) => (JSON.parse(await readFile(path, "utf8")) as { version: string }).version;
  const ours = (name: string) => version(join(ROOT, "node_modules", name, "package.json"));
  const peers = (name: string) => version(join(HERE, "peers", "node_modules", name, "package.json"));
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    versions: {
      Node: process.versions.node,
      Neo4j: process.env.NEO4J_TEST_VERSION ?? "5.26.30",
      "@grafeo-db/js": await ours("@grafeo-db/js"),
      "@apollo/server": await ours("@apollo/server"),
      fastify: await ours("fastify"),
      "neo4j-driver": await ours("neo4j-driver"),
      "@neo4j/graphql": await peers("@neo4j/graphql"),
      dataloader: await peers("dataloader"),
    },
  };
}
