/**
 * Whether Neo4j's planner stays within its heap however many different questions come:
 * `NEO4J_TEST_HEAP=1g node scripts/neo4j.mjs -- npx tsx tests/bench/soak/planner.ts [shapes]`. 2,000 shapes unless given; half of them have several
 * statuses, whose plans are the largest. After each hundred, what is in use of the heap once its garbage is collected.
 */
import { openNeo4j } from "../../../src/engine/index.ts";
import { indexesOf, readModel } from "../../../src/model/index.ts";
import { createServer } from "../../../src/server/index.ts";
import { RandomSelections } from "../../server/random-selection.ts";
import { testNeo4j } from "../../support/engine.ts";

/** Figures are taken after so many shapes. */
const STEP = 100;
/** How long a question may take, in seconds: planning of one takes up to some seconds on a busy machine. */
const DEADLINE = 60;

async function main(): Promise<void> {
  const wanted = Number(process.argv[2] ?? 2_000);
  const neo4j = testNeo4j();
  if (!neo4j) throw new Error("There is no Neo4j: run it by scripts/neo4j.mjs.");
  const engine = await openNeo4j(neo4j);
  const model = readModel();
  await engine.prepare(indexesOf(model));
  const server = await createServer({ engine, model, deadlineSeconds: DEADLINE });
  const url = `${await server.listen({ port: 0, host: "127.0.0.1" })}/graphql`;
  const ask = async (query: string) => {
    const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query }) });
    await response.arrayBuffer();
    return response.status;
  };
  /** In MB. Collecting is asked for through the driver's door to the machine's own beans; what is in use then is what is kept. */
  const heap = async () => {
    const [row] = await engine.read({
      text: "CALL dbms.queryJmx('java.lang:name=G1 Old Gen,type=MemoryPool') YIELD attributes RETURN attributes.CollectionUsage.value.properties.used, attributes.Usage.value.properties.used",
      params: {},
    });
    return [Number(row?.[0]) / 1e6, Number(row?.[1]) / 1e6] as const;
  };
  console.log(
    "| shapes | answered, s for 100 | old generation in use, MB | after its last collection, MB | slowest, s |\n| --- | --- | --- | --- | --- |",
  );
  let [asked, answered, slowest] = [0, 0, 0];
  let begun = performance.now();
  const failures = new Map<number, number>();
  while (asked < wanted) {
    const query = shape(model, asked);
    const start = performance.now();
    const status = await ask(query);
    slowest = Math.max(slowest, performance.now() - start);
    asked += 1;
    if (status === 200) answered += 1;
    else failures.set(status, (failures.get(status) ?? 0) + 1);
    if (asked % STEP > 0) continue;
    const [collected, used] = await heap();
    const seconds = ((performance.now() - begun) / 1000).toFixed(0);
    console.log(`| ${asked} | ${answered}, ${seconds} | ${used.toFixed(0)} | ${collected.toFixed(0)} | ${(slowest / 1000).toFixed(1)} |`);
    [slowest, begun] = [0, performance.now()];
  }
  console.log([...failures].map(([status, times]) => `${times} × ${status}`).join(", ") || "all were answered");
  await server.close();
  await engine.close();
}

/** A question of a shape of its own: by turns several statuses beside fields in another choice, and a selection at random. */
function shape(model: ReturnType<typeof readModel>, number: number): string {
  if (number % 2 === 1) return new RandomSelections(model, number).next();
  const fields = [
    "title",
    "summary",
    "announcedOn",
    "inForceFrom",
    "inForceUntil",
    "kind",
    "effect",
    "flow",
    "legalReference",
    "mastChapter",
    "recordedOn",
  ];
  const chosen = fields.filter((_, bit) => ((number / 2) >> bit) & 1);
  const statuses = Array.from(
    { length: 2 + (number % 6) },
    (_, i) => `s${i}: statusOn(date: "2025-0${i + 1}-01") { status decidedBy { type } }`,
  );
  return `{ measures(first: 3) { nodes { id ${chosen.join(" ")} ${statuses.join(" ")} } } }`;
}

await main();
