/**
 * How long a bulk load takes beside a bare script that writes the same rows:
 * `npx tsx tests/bench/load/run.ts --file FILE --nomenclature CSV… [--engine embedded|neo4j|both] [--out TABLE.md]`.
 * FILE is Global Trade Alert's format (see tests/importers/generate-gta.ts). Each side runs in a process of its own, the bare script on a
 * database that holds the same seed and nomenclature; Neo4j is a throw-away one for each side. Times hold everything from opening the
 * database to closing it, and reading: the importer's its file, the bare script's the rows as JSON lines.
 */
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { residentOf } from "../resident.ts";

const SIDE = fileURLToPath(new URL("side.ts", import.meta.url));
const NEO4J = fileURLToPath(new URL("../../../scripts/neo4j.mjs", import.meta.url));

const { values: options } = parseArgs({
  options: {
    file: { type: "string" },
    nomenclature: { type: "string", multiple: true, default: [] },
    engine: { type: "string", default: "both" },
    out: { type: "string" },
  },
});
const file = options.file;
if (file === undefined) throw new Error("--file FILE is missing");

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
}

/** What one engine's four runs gave. */
interface Result {
  readonly engine: string;
  readonly nodes: number;
  readonly edges: number;
  readonly first: Measured;
  readonly bare: Measured;
  readonly repeat: Measured;
}

/** Runs one job in a process of its own; the lines that it prints, read. */
async function side(job: string, env: NodeJS.ProcessEnv, rows: string): Promise<readonly Record<string, number>[]> {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${job}\n`);
  const args = ["--import", "tsx", SIDE, job, file ?? "", rows, ...(job === "base" ? options.nomenclature : [])];
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout.on("data", (part: Buffer) => {
    text += part;
  });
  // What a process of the database's own takes counts at the moment in which both take the most.
  let megabytes = 0;
  const watch = setInterval(async () => {
    const { own, children } = await residentOf(child.pid ?? 0);
    megabytes = Math.max(megabytes, Math.round(own + children));
  }, 50);
  const code = await new Promise((resolve) => child.on("exit", resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${job} ended with ${code}`);
  const lines: Record<string, number>[] = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return lines.map((line) => ({ ...line, megabytes: Math.max(megabytes, line.megabytes ?? 0) }));
}

function measured(lines: readonly Record<string, number>[]): Measured {
  const { seconds = 0, megabytes = 0 } = lines.at(-1) ?? {};
  return { seconds, megabytes };
}

async function embedded(folder: string): Promise<Result> {
  const [base, loaded, bare, rows] = ["base", "loaded", "bare", "rows.jsonl"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  await side("base", { DATA_DIR: base }, rows);
  await side("rows", { DATA_DIR: base }, rows);
  await cp(base, loaded, { recursive: true });
  await cp(base, bare, { recursive: true });
  const first = measured(await side("import", { DATA_DIR: loaded }, rows));
  const [counts] = await side("rows", { DATA_DIR: loaded }, rows);
  const bareRun = measured(await side("bare", { DATA_DIR: bare }, rows));
  const repeat = measured(await side("repeat", { DATA_DIR: loaded }, rows));
  return { engine: "embedded", nodes: counts?.nodes ?? 0, edges: counts?.edges ?? 0, first, bare: bareRun, repeat };
}

/** Each side needs an empty server, so that each is a run of this script under scripts/neo4j.mjs, which hands over the address. */
async function onNeo4j(folder: string): Promise<Result> {
  const run = async (part: string): Promise<readonly Record<string, number>[]> => {
    const args = [NEO4J, "--", process.execPath, "--import", "tsx", fileURLToPath(import.meta.url), ...process.argv.slice(2)];
    const child = spawn(process.execPath, args, {
      env: { ...process.env, LOAD_BENCH: JSON.stringify([part, folder]) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk;
    });
    if ((await new Promise((resolve) => child.on("exit", resolve))) !== 0) throw new Error(`the ${part} side failed`);
    return JSON.parse(text.trim().split("\n").at(-1) ?? "[]");
  };
  const [first, counts, repeat] = await run("import");
  const [bare] = await run("bare");
  return {
    engine: "neo4j",
    nodes: counts?.nodes ?? 0,
    edges: counts?.edges ?? 0,
    first: measured([first ?? {}]),
    bare: measured([bare ?? {}]),
    repeat: measured([repeat ?? {}]),
  };
}

/** What a former table has of other sources, which are measured by hand: it stays. */
async function othersOf(path: string): Promise<string> {
  const before = await readFile(path, "utf8").catch(() => "");
  const at = before.indexOf("\n## Other sources");
  return at < 0 ? "" : before.slice(at);
}

async function neo4jSide(part: string, folder: string): Promise<void> {
  const { NEO4J_TEST_URI: uri = "", NEO4J_TEST_USER: user = "", NEO4J_TEST_PASSWORD: password = "" } = process.env;
  const env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  const rows = join(folder, "rows.jsonl");
  await side("base", env, rows);
  if (part === "bare") {
    console.log(JSON.stringify(await side("bare", env, rows)));
    return;
  }
  await side("rows", env, rows);
  const first = measured(await side("import", env, rows));
  const [counts] = await side("rows", env, rows);
  const repeat = measured(await side("repeat", env, rows));
  console.log(JSON.stringify([first, counts, repeat]));
}

function table(results: readonly Result[]): string {
  const lines = results.map(({ engine, nodes, edges, first, bare, repeat }) => {
    const rate = Math.round((nodes + edges) / first.seconds).toLocaleString("en");
    const ratio = (a: Measured, b: Measured) => (a.seconds / b.seconds).toFixed(2);
    return `| ${[
      engine,
      (nodes + edges).toLocaleString("en"),
      `${first.seconds.toFixed(1)} s`,
      rate,
      `${bare.seconds.toFixed(1)} s`,
      ratio(first, bare),
      ratio(repeat, first),
      `${first.megabytes} MB`,
      `${bare.megabytes} MB`,
    ].join(" | ")} |`;
  });
  return `| engine | nodes and edges | first load | a second | bare script | first / bare | repeat / first | peak memory | of the bare script |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n${lines.join("\n")}\n`;
}

const HEAD = `# Loading

Written by \`run.ts\`; measured on ${new Date().toISOString().slice(0, 10)}. The bare script writes the same rows with nothing but the driver, UNWIND and CREATE.
The embedded engine's memory counts, in the process that loads and in its own, at the moment in which both take the most; Neo4j's does not. Take the ratios, not the seconds.

\`\`\`sh
npx tsx tests/importers/generate-gta.ts 75000 gta.jsonl hs.csv
npx tsx tests/bench/load/run.ts --file gta.jsonl --nomenclature hs.csv --nomenclature hs-sections.csv --out tests/bench/load/results.md
\`\`\`
`;

const inner = process.env.LOAD_BENCH;
if (inner !== undefined) {
  const [part, folder]: [string, string] = JSON.parse(inner);
  await neo4jSide(part, folder);
} else {
  const results: Result[] = [];
  for (const engine of options.engine === "both" ? ["embedded", "neo4j"] : [options.engine]) {
    const folder = await mkdtemp(join(tmpdir(), "trade-graph-bench-"));
    try {
      results.push(engine === "neo4j" ? await onNeo4j(folder) : await embedded(folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    const text = table(results);
    process.stdout.write(text);
    if (options.out) await writeFile(options.out, `${HEAD}\n${text}${await othersOf(options.out)}`);
  }
}
