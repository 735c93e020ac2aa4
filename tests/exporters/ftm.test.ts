import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openEmbedded } from "../../src/engine/index.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import { ftm } from "../../src/exporters/index.ts";
import { csl as readCsl, ftm as readFtm } from "../../src/importers/index.ts";
import { asked, besideSeed, bring, lookUpIn } from "../importers/beside-seed.ts";
import { fixture } from "../importers/support.ts";
import { model, rows } from "../load/support.ts";
import { loadSeed } from "../support/seeded.ts";
import { hasFollowTheMoney, python } from "./python.ts";

const graph = besideSeed();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "trade-graph-export-"));
  await bring(graph.engine, readFtm({ ...lookUpIn(graph.engine), index: fixture("ftm-index.json") }), fixture("ftm.jsonl"));
  await bring(graph.engine, readCsl(lookUpIn(graph.engine)), fixture("csl.json"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Written {
  readonly id: string;
  readonly schema: string;
  readonly referents: readonly string[];
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

async function written(engine: GraphEngine): Promise<{ path: string; entities: readonly Written[] }> {
  const parts: string[] = [];
  for await (const text of ftm(engine, model)) parts.push(text);
  const path = join(folder, "graph.ftm.json");
  await writeFile(path, parts.join(""));
  return {
    path,
    entities: parts
      .join("")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Written),
  };
}

/** Reads each entity, and says what the package finds wrong: a schema or property that it does not know, a value that it cleans away, an end that is none. */
const CHECK = `
import json, sys
from followthemoney import model
wrong, counts, ids, ends = [], {}, set(), []
for line in open(sys.argv[1]):
    data = json.loads(line)
    schema = model.get(data["schema"])
    proxy = model.get_proxy(data)
    model.get(data["schema"]).validate(data)
    ids.add(proxy.id)
    counts[schema.name] = counts.get(schema.name, 0) + 1
    for name, values in data["properties"].items():
        prop = schema.get(name)
        if prop is None: wrong.append([data["id"], name, "unknown"]); continue
        for value in values:
            if prop.type.clean(value) is None: wrong.append([data["id"], name, value])
            if prop.type.name == "entity": ends.append([data["schema"], name, value])
print(json.dumps({"wrong": wrong, "counts": counts, "ends": [end for end in ends if end[2] not in ids]}))
`;

it.runIf(hasFollowTheMoney)("the Python package followthemoney accepts every entity, and every end is there", async () => {
  const { path, entities } = await written(graph.engine);
  const counts: Record<string, number> = {};
  for (const { schema } of entities) counts[schema] = (counts[schema] ?? 0) + 1;
  expect(python(CHECK, path)).toEqual({ wrong: [], counts, ends: [] });
});

it("each firm, person and public body is an entity, each ownership and office too, and each listing of one", async () => {
  const { entities } = await written(graph.engine);
  const of = (...schemata: readonly string[]) => entities.filter(({ schema }) => schemata.includes(schema)).length;
  const count = async (text: string) => (await rows(graph.engine, text))[0]?.[0];
  expect(of("Company", "Organization")).toBe(await count("MATCH (n:Firm) RETURN count(n)"));
  expect(of("Person")).toBe(await count("MATCH (n:Person) RETURN count(n)"));
  expect(of("PublicBody")).toBe(await count("MATCH (n:Agency) RETURN count(n)"));
  expect(of("Ownership")).toBe(await count("MATCH (:Firm)-[r:SUBSIDIARY_OF]->(:Firm) RETURN count(r)"));
  expect(of("Directorship", "Employment", "Occupancy")).toBe(await count("MATCH (:Person)-[r:HOLDS_OFFICE]->() RETURN count(r)"));
  const listed =
    "MATCH (m:Measure)-[r:TARGETS]->(n) WHERE m.kind IN ['ENTITY_LISTING', 'SANCTION'] AND NOT n.id STARTS WITH 'country:' RETURN count(r)";
  expect(of("Sanction")).toBe(await count(listed));
  expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length);
});

it("an entity says what the graph says, under the id that it came with", async () => {
  const { entities } = await written(graph.engine);
  const daughter = entities.find(({ id }) => id === "NK-daughter");
  expect(daughter).toEqual({
    ...{ id: "NK-daughter", caption: "Amber Widgets LLC", schema: "Company", datasets: ["trade_graph"], referents: [] },
    properties: {
      name: ["Amber Widgets LLC"],
      alias: ["ООО Янтарь", "Amber", "ofac-700001", "us-list-7"],
      summary: ["Founded 2002."],
      registrationNumber: ["1027700000000"],
      innCode: ["7700000000"],
      mainCountry: ["ru"],
      country: ["ru"],
      address: ["Tverskaya 1, Moscow; Amber street 5, Moscow"],
      leiCode: ["AMBERWIDGETS00000093"],
    },
  });
  const sanctions = entities.filter(({ schema, properties }) => schema === "Sanction" && properties.entity?.[0] === "NK-daughter");
  expect(sanctions.map(({ properties }) => properties)).toContainEqual({
    entity: ["NK-daughter"],
    authority: ["Office of Foreign Assets Control"],
    country: ["us"],
    program: ["Office of Foreign Assets Control: AMBER-EO1"],
    listingDate: ["2022-02-23"],
    startDate: ["2022-02-24"],
    endDate: ["2024-05-01"],
    provisions: ["Blocked; For making widgets"],
    summary: ["Office of Foreign Assets Control: AMBER-EO1 (2022-02-24)"],
    sourceUrl: ["https://example.org/datasets/us_list/"],
    publisher: ["Amber Office"],
  });
});

it("what was written comes back: to the graph that it came from no node is added, and another has the same firms, owners, offices and days", async () => {
  const { path } = await written(graph.engine);
  const parties = () => rows(graph.engine, "MATCH (n:Node) WHERE n:Firm OR n:Person OR n:Agency RETURN n.id, n.name, n.aliases, n.bundle");
  const before = await parties();
  const again = await bring(graph.engine, readFtm(lookUpIn(graph.engine)), path);
  expect(again.rejected).toEqual([]);
  const fresh = (await parties()).filter(([id]) => !before.some(([known]) => known === id));
  expect(fresh.map(([id]) => id)).toEqual([]);
  const other = await openEmbedded({});
  try {
    await loadSeed(other, model);
    expect((await bring(other, readFtm(lookUpIn(other)), path)).rejected).toEqual([]);
    const question = `{ firm(id: "ftm-NK-daughter") { name lei summary aliases kind headquarters { edges { note node { iso2 } } }
      parents { edges { since until node { id name } } } officeHolders { edges { title since until node { id name summary } } } }
      listed: firm(id: "csl-amber-chips-co-ltd-cn-KEY") { name } }`;
    const [key] = (await rows(graph.engine, "MATCH (n:Firm) WHERE n.id STARTS WITH 'firm:csl-amber-chips' RETURN n.id")).flat();
    const asks = question.replace("csl-amber-chips-co-ltd-cn-KEY", String(key).replace("firm:", ""));
    expect(await asked(other, asks)).toEqual(await asked(graph.engine, asks));
    const days = "MATCH (:Measure)-[r:TARGETS]->(:Node {id: 'firm:ftm-NK-daughter'}) RETURN r.since, r.until";
    expect(await rows(other, days)).toContainEqual(["2022-02-24", "2024-05-01"]);
  } finally {
    await other.close();
  }
});
