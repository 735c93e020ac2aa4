/** Measures one size against the Neo4j of the environment, and writes what it found as JSON: `tsx run.ts OPTIONS`, started by main.ts. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Driver } from "neo4j-driver";
import { randomOf } from "../support/random.ts";
import { type Check, checkAnswers } from "./check.ts";
import { loadEmbedded, loadNeo4j } from "./load-world.ts";
import { type Figures, measure, roughly } from "./measure.ts";
import type { Outcome, Plan, ShapeOutcome } from "./outcome.ts";
import { type Parameters, SHAPES, type Shape, SIDES, textOf } from "./shapes/index.ts";
import { openDriver, type Side, startSide } from "./sides/index.ts";
import { type Size, sizeOf } from "./sizes.ts";

/** How many sets of values each question has at most: fewer where a run is short, since all sides answer each of them first. */
const POOL = 32;
const SHORT_POOL = 4;

export async function run(plan: Plan): Promise<Outcome> {
  const size = sizeOf(plan.size);
  const say = (line: string) => console.error(`bench ${(performance.now() / 1000).toFixed(0).padStart(4)} s: ${line}`);
  const folder = join(plan.folder, size.name);
  const embedded = join(folder, "embedded");
  await mkdir(folder, { recursive: true });
  const [loaded] = await Promise.all([
    loadNeo4j(size, say),
    plan.sides.includes("ours-embedded") ? loadEmbedded(size, embedded, say) : undefined,
  ]);

  const driver = openDriver();
  const sides: Side[] = [];
  try {
    await indexForPeers(driver);
    // All at once; where one can't start, the others are stopped as well.
    const starting = await Promise.allSettled(plan.sides.map((name) => startSide(name, driver, embedded, folder)));
    for (const one of starting) if (one.status === "fulfilled") sides.push(one.value);
    for (const one of starting) if (one.status === "rejected") throw one.reason;
    // All answers first: a difference stops the run before it has cost any time, and the programs are warm by then.
    const checked: Checked[] = [];
    for (const shape of SHAPES.filter(({ name }) => plan.shapes.includes(name))) {
      const asked = sides.filter(({ name }) => textOf(shape, name) !== null);
      const pool = poolOf(shape, size, plan.effort.rounds > 1 ? POOL : SHORT_POOL);
      checked.push({ shape, pool, sides: asked, ...(await checkAnswers(shape, pool, asked)) });
    }
    say(`${sides.length} sides give the same answers to ${checked.length} questions`);
    const forget = async () => {
      await driver.executeQuery("CALL db.clearQueryCaches()");
    };
    const shapes: ShapeOutcome[] = [];
    for (const { shape, pool, sides, objects, slow } of checked) {
      const timed = sides.filter(({ name }) => !slow.has(name));
      const figures = [
        ...(await measure(shape, pool, timed, plan.effort, forget)),
        ...[...slow].map(([name, times]) => roughly(name, times)),
      ];
      const inOrder = figures.sort((a, b) => SIDES.indexOf(a.side) - SIDES.indexOf(b.side));
      shapes.push({ shape: shape.name, title: shape.title, objects, figures: inOrder });
      say(summary(shapes.at(-1)));
    }
    return { size: size.name, measuredOn: new Date().toISOString().slice(0, 10), ...loaded, shapes };
  } finally {
    for (const side of sides) await side.close();
    await driver.close();
  }
}

interface Checked extends Check {
  readonly shape: Shape;
  readonly pool: readonly Parameters[];
  readonly sides: readonly Side[];
}

/** The same values for all sides, drawn with a fixed seed; each once. */
function poolOf(shape: Shape, size: Size, usual: number): readonly Parameters[] {
  const random = randomOf(7);
  const most = Math.min(shape.pool ?? usual, usual);
  const pool = new Map<string, Parameters>();
  for (let tries = 0; pool.size < most && tries < 20 * most; tries++) {
    const parameters = shape.parameters(size, random);
    pool.set(JSON.stringify(parameters), parameters);
  }
  return [...pool.values()];
}

/** We find nodes by `Node.id`; who writes `MATCH (m:Measure {id: …})`, as the peers do, needs an index of its own, and so does full-text search. */
async function indexForPeers(driver: Driver): Promise<void> {
  for (const label of ["Measure", "Agency"]) {
    await driver.executeQuery(`CREATE INDEX bench_${label}_id IF NOT EXISTS FOR (n:${label}) ON (n.id)`);
  }
  // Earlier versions made the same one under another name, and this one drops it at its start.
  await driver.executeQuery("DROP INDEX Node_searchText_text IF EXISTS");
  const analyser = "OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}";
  await driver.executeQuery(`CREATE FULLTEXT INDEX bench_searchText IF NOT EXISTS FOR (n:Node) ON EACH [n.searchText] ${analyser}`);
  await driver.executeQuery("CALL db.awaitIndexes(600)");
}

function summary(outcome: ShapeOutcome | undefined): string {
  const line = ({ side, p50, throughput }: Figures) => `${side} ${p50.toFixed(2)} ms ${throughput.toFixed(0)}/s`;
  return `${outcome?.shape.padEnd(10)} ${outcome?.figures.map(line).join("  ")}`;
}

const [planText, target] = process.argv.slice(2);
if (!planText || !target) throw new Error("run.ts is started by main.ts.");
try {
  await writeFile(target, JSON.stringify(await run(JSON.parse(planText) as Plan)));
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
