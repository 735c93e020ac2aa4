import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { jsonl } from "../../src/exporters/index.ts";
import { jsonl as readJsonl } from "../../src/importers/index.ts";
import { type Input, loadStream } from "../../src/load/index.ts";
import { openTestEngine, wipe } from "../support/engine.ts";
import { randomOf } from "../support/random.ts";
import { seeds } from "../support/seeds.ts";
import { counts, everything, file, loaded, model, rows } from "./support.ts";

/** A paper of January, a gazette of March, a page without a date, and goods. */
const WORLD = file(
  "world.yaml",
  `
  bundle: world
  restsOn: register
  sources:
    - {id: register-source, title: Register, reliability: OFFICIAL}
    - {id: paper, title: Paper, reliability: PRESS, publishedOn: 2025-01-10}
    - {id: gazette, title: Gazette, reliability: OFFICIAL, publishedOn: 2025-03-10}
    - {id: page, title: Page, reliability: AGGREGATOR}
  claims:
    - {id: register, source: register-source, certainty: CONFIRMED}
  countries:
    - {id: CN, name: China, kind: STATE}
    - {id: US, name: United States, kind: STATE}
  commodities:
    - {id: steel, name: Steel, level: GROUP}
    - {id: tin, name: Tin, level: GROUP}
`,
);

/** A duty of 25 % on steel since January, and since June with a quota; the paper says so. */
const DUTY = file(
  "duty.yaml",
  `
  bundle: duty
  measures:
    - id: m
      title: A duty
      kind: TARIFF
      effect: RESTRICTING
      claims:
        - {id: whole, source: paper, certainty: REPORTED, statement: A duty.}
      covers:
        - {to: steel, since: 2025-01, newRate: 25, rateUnit: PERCENT}
        - {to: steel, since: 2025-06, newRate: 50, rateUnit: PERCENT}
        - {to: tin, newRate: 5, rateUnit: PERCENT}
`,
);

/** A claim of the gazette about an edge's own value. */
const gazetted = (to: string, field: string, value: string, more = "") =>
  file(
    "gazette.yaml",
    `
    bundle: gazette
    claims:
      - {id: g, source: gazette, certainty: CONFIRMED, statement: So it is., about: [{to: "${to}", field: "${field}", value: "${value}"${more}}]}
  `,
  );

let engine: GraphEngine;
beforeEach(async () => {
  engine = await openTestEngine();
  await loaded(engine, WORLD);
});
afterEach(() => engine.close());

const covers = (columns: string) =>
  rows(engine, `MATCH (:Measure {id: 'measure:m'})-[r:COVERS]->(k:Node) RETURN k.id, r.since, ${columns}`);

describe("an edge's own value that claims speak of", () => {
  test("is the one of the surest claim, and the record's own is kept", async () => {
    await loaded(engine, DUTY, gazetted("measure:m", "covers(commodity:tin).newRate", "10"));
    expect(await covers("r.newRate, r.history, r.unclaimed, r.claims")).toEqual([
      ["commodity:steel", "2025-01", 25, null, null, ["claim:whole"]],
      ["commodity:steel", "2025-06", 50, null, null, ["claim:whole"]],
      ["commodity:tin", null, 10, ["newRate␟␟2025-01-10␟5", "newRate␟␟2025-03-10␟10"], ["newRate␟5"], ["claim:whole"]],
    ]);
    expect(counts(await loaded(engine, DUTY))).toEqual({ duty: "+0 ~0 =2 -0 | +0 ~0 =5 -0" });
  });

  test("that only a later claim gives is not known before", async () => {
    await loaded(engine, DUTY, gazetted("measure:m", "covers(commodity:tin).until", "2025-12-31"));
    expect((await covers("r.until, r.history, r.unclaimed"))[2]).toEqual([
      "commodity:tin",
      null,
      "2025-12-31",
      ["until␟␟2025-03-10␟2025-12-31"],
      null,
    ]);
  });

  test("is claimed from either end, and of the edges that began when the claim says", async () => {
    const rates = async () => (await covers("r.newRate")).map(([, , rate]) => rate);
    const steel = (more: string) => gazetted("commodity:steel", "coveredBy(measure:m).newRate", "30", more);
    await loaded(engine, DUTY, steel(", since: 2025-06-04"));
    expect(await rates()).toEqual([25, 30, 5]);
    await loaded(engine, steel(", since: 2025"));
    expect(await rates()).toEqual([30, 30, 5]);
    await loaded(engine, steel(", since: 2024-12-31"));
    expect(await rates()).toEqual([25, 50, 5]);
    // One that names no day is about each of them.
    await loaded(engine, steel(""));
    expect(await rates()).toEqual([30, 30, 5]);
  });

  test("is the record's own again where the claim goes, and counts as recomputed", async () => {
    await loaded(engine, DUTY);
    const before = await everything(engine);
    const report = await loaded(engine, gazetted("measure:m", "covers(commodity:tin).newRate", "10"));
    // The node that the claim is about, and the edge.
    expect(report.recomputed).toBe(2);
    await loaded(engine, file("gazette.yaml", "bundle: gazette"));
    expect(await everything(engine)).toEqual(before);
  });

  test("is kept as its record gives it in exported bundles, and comes back from them", async () => {
    await loaded(engine, DUTY, gazetted("measure:m", "covers(commodity:tin).newRate", "10"));
    const before = await sorted(engine);
    const lines: string[] = [];
    for await (const line of jsonl(engine, model)) lines.push(String(line));
    expect(lines.filter((line) => line.includes("newRate")).join("")).toContain('"newRate":5');
    expect(lines.join("")).not.toContain('"newRate":10');
    const path = join(await mkdtemp(join(tmpdir(), "edge-values-")), "graph.jsonl");
    await writeFile(path, lines.join(""));
    await wipe(engine);
    const rejected: string[] = [];
    const notes = { reject: ({ message }: { message: string }) => void rejected.push(message), count: () => undefined };
    const report = await loadStream(engine, model, readJsonl([path], notes));
    expect([rejected, report.problems, [...report.missing]]).toEqual([[], [], []]);
    expect(await sorted(engine)).toEqual(before);
    await rm(dirname(path), { recursive: true });
  });
});

/** What each bundle may say, one after another; nothing at first. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  sources: [
    "sources: [{id: wire, title: Wire, reliability: PRESS, publishedOn: 2025-02-10}]",
    "sources: [{id: wire, title: Wire, reliability: OFFICIAL, publishedOn: 2024-12-10}]",
  ],
  duty: [
    DUTY.text.split("\n").slice(1).join("\n"),
    DUTY.text.split("\n").slice(1).join("\n").replace("newRate: 5", "newRate: 10").replace("since: 2025-06, ", "since: 2025-06-04, "),
    DUTY.text
      .split("\n")
      .slice(1)
      .filter((line) => !line.includes("tin"))
      .join("\n"),
  ],
  again: [
    "claims: [{id: again, source: page, certainty: ALLEGED}]\nedges: [{from: measure:m, edge: covers, to: commodity:steel, since: 2025-01, claims: [again]}]",
    "claims: [{id: again, source: gazette, certainty: CONFIRMED}]\nedges: [{from: measure:m, edge: covers, to: commodity:tin, note: All of it., claims: [again]}]",
  ],
  said: [
    'claims: [{id: said, source: wire, certainty: CONFIRMED, about: [{to: measure:m, field: "covers(commodity:steel).newRate", value: "30"}]}]',
    'claims: [{id: said, source: wire, certainty: ALLEGED, about: [{to: measure:m, field: "covers(commodity:steel).newRate", value: "30"}]}]',
    'claims: [{id: said, source: paper, certainty: CONFIRMED, about: [{to: commodity:tin, field: "coveredBy(measure:m).note", value: "Half of it."}]}]',
  ],
  heard: [
    'claims: [{id: heard, source: wire, certainty: CONFIRMED, about: [{to: measure:m, field: "covers(commodity:tin).newRate", value: "10"}, {to: measure:m, field: "covers(commodity:steel).until", value: "2025-12"}]}]',
    'claims: [{id: heard, source: gazette, certainty: REPORTED, about: [{to: measure:m, field: "covers(commodity:steel).newRate", value: "25", since: 2025-01-02}]}]',
  ],
};
/** What a bundle needs of others to be loaded. */
const NEEDS: Readonly<Record<string, readonly string[]>> = { again: ["duty"], said: ["sources", "duty"], heard: ["sources", "duty"] };

describe("a graph with claims about edges", () => {
  const bundle = (name: string, variant: number): Input => ({
    name: `${name}.yaml`,
    text: `bundle: ${name}\n${VARIANTS[name]?.[variant - 1] ?? ""}\n`,
  });

  let disputed = 0;

  test.each(seeds(6))("is the same however its bundles came, changed and went, walk %i", async (seed) => {
    const random = randomOf(seed + 300);
    let now: Readonly<Record<string, number>> = { sources: 1, duty: 1, again: 0, said: 0, heard: 0 };
    await loaded(engine, bundle("sources", 1), bundle("duty", 1));
    const walked: { now: typeof now; graph: string[] }[] = [];
    for (let step = 0; step < 12; step++) {
      const name = random.pick(Object.keys(VARIANTS));
      const variant = random.below((VARIANTS[name]?.length ?? 0) + 1);
      const isNeeded = variant === 0 && Object.entries(NEEDS).some(([user, needs]) => now[user] && needs.includes(name));
      if (isNeeded || (variant > 0 && NEEDS[name]?.some((need) => !now[need]))) continue;
      now = { ...now, [name]: variant };
      await loaded(engine, bundle(name, variant));
      walked.push({ now, graph: await sorted(engine) });
    }
    for (const state of walked) {
      await wipe(engine);
      await loaded(engine, WORLD, ...Object.entries(state.now).map(([name, variant]) => bundle(name, variant)));
      expect(state).toEqual({ now: state.now, graph: await sorted(engine) });
      disputed += state.graph.filter((row) => row.includes("COVERS") && row.includes("history")).length;
    }
  });

  test("has edges whose values changed", () => {
    expect(disputed).toBeGreaterThan(0);
  });
});

/** Engines give properties in orders of their own. */
const keysInOrder = (_: string, value: unknown) =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

async function sorted(of: GraphEngine): Promise<string[]> {
  const all = (await everything(of)).map((row) => JSON.stringify(row, keysInOrder));
  // Of a bundle that is empty nothing is left but, on one way, its note.
  return all.filter((row) => !/^\["\w+",null\]$/.test(row)).sort();
}
