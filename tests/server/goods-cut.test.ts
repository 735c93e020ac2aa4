import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { type Served, serve } from "./support.ts";

/** How many commodities lie below one, how many firms make one of them, and how many countries ban it. */
const [BELOW, MAKERS, BANS] = [60, 25, 60];

const numbered = (prefix: string, length: number) => Array.from({ length }, (_, i) => `${prefix}-${String(i).padStart(2, "0")}`);
const goods = numbered("commodity:part", BELOW);
const bans = numbered("measure:ban", BANS);

/** A commodity with more parts than are given as stages, one of which has more makers and more bans than a stage shows. */
async function write(engine: GraphEngine): Promise<void> {
  await engine.write(async (transaction) => {
    const run = (text: string, params = {}) => transaction.run({ text, params });
    const dated = "{claims: [], evidence: []}";
    await run("UNWIND $ids AS id CREATE (n:Node:Commodity {id: id, name: id, level: 'GROUP', aliases: [], eccn: []})", {
      ids: ["commodity:all", ...goods],
    });
    await run(`MATCH (a:Node {id: 'commodity:all'}) UNWIND $goods AS id MATCH (n:Node {id: id}) CREATE (n)-[:PART_OF ${dated}]->(a)`, {
      goods,
    });
    const firms = numbered("firm:f", MAKERS);
    await run("UNWIND $firms AS id CREATE (n:Node:Firm {id: id, name: id, kind: 'COMPANY', aliases: []})", { firms });
    const makes = `CREATE (f)-[:PRODUCES {claims: [], evidence: [], share: 0.02, period: '2024'}]->(g)`;
    await run(`MATCH (g:Node {id: $good}) UNWIND $firms AS id MATCH (f:Node {id: id}) ${makes}`, { good: goods[0], firms });
    await run(`MATCH (f:Node {id: 'firm:f-00'}) UNWIND $goods AS id MATCH (g:Node {id: id}) CREATE (f)-[:USES ${dated}]->(g)`, { goods });
    const countries = bans.map((id) => ({ id, country: id.replace("measure:ban", "country:c") }));
    const ban = "CREATE (m:Node:Measure {id: b.id, title: b.id, kind: 'BAN', aliases: [], announcedOn: '2025', inForceFrom: '2025'})";
    await run(`UNWIND $countries AS b ${ban} CREATE (c:Node:Country {id: b.country, name: b.country, aliases: []})`, { countries });
    const by = `CREATE (m)-[:IMPOSED_BY ${dated}]->(c) CREATE (m)-[:COVERS ${dated}]->(g)`;
    const ends = "MATCH (m:Node {id: b.id}) MATCH (c:Node {id: b.country})";
    await run(`MATCH (g:Node {id: $good}) UNWIND $countries AS b ${ends} ${by}`, { good: goods[0], countries });
    // One of them bans all the goods by their names.
    await run(`MATCH (m:Node {id: $ban}) UNWIND $goods AS id MATCH (g:Node {id: id}) CREATE (m)-[:COVERS ${dated}]->(g)`, {
      ban: bans[1],
      goods: goods.slice(1, 30),
    });
    await run(`MATCH (m:Node {id: $ban}) MATCH (g:Node {id: 'commodity:all'}) CREATE (m)-[:COVERS ${dated}]->(g)`, { ban: bans[0] });
  });
}

interface Stage {
  readonly producers: readonly unknown[];
  readonly producerCount: number;
  readonly concentration: readonly { readonly hhi: number }[];
  readonly measures: readonly unknown[];
  readonly measureCount: number;
}

describe("what is left out of stages and of measures like another", () => {
  let served: Served;
  beforeAll(async () => {
    // A Neo4j that was just started, on a busy machine, plans the law of statuses for more than ten seconds, once.
    served = await serve({ deadlineSeconds: 60 }, undefined, write);
  });
  afterAll(() => served?.close());

  const asked = async (query: string) => {
    const { json } = await served.ask(query);
    expect(json.errors).toBeUndefined();
    const cost = json.extensions?.cost as { readonly requested: number; readonly actual: number };
    expect(cost.actual).toBeLessThanOrEqual(cost.requested);
    return { data: json.data, warnings: json.extensions?.warnings };
  };
  const stagesOf = async (id: string, args: string) => {
    const { data, warnings } = await asked(
      `{ commodity: node(id: "${id}") { ... on Commodity { way: chokepoints${args} { producers { share } producerCount concentration { hhi } measures { status } measureCount } } } }`,
    );
    return { stages: (data as { commodity: { way: Stage[] } }).commodity.way, warnings };
  };
  const warning = (path: readonly string[], message: RegExp) => [{ code: "ANALYSIS_CUT", path, message: expect.stringMatching(message) }];

  it("says so where there are more stages than are given", async () => {
    const { stages, warnings } = await stagesOf("commodity:all", "");
    expect(stages).toHaveLength(20);
    expect(warnings).toEqual(warning(["commodity", "way"], /^61 stages lie on this way; the first 20 are given\. Ask for first: 50, /));
  });

  it("says so where a stage has more entries than are given, which count all the same", async () => {
    const { stages, warnings } = await stagesOf(goods[0] ?? "", '(on: "2025-06-10", status: [IN_FORCE, ANNOUNCED, UNKNOWN, SCHEDULED])');
    expect(stages).toMatchObject([{ producerCount: MAKERS, measureCount: BANS }]);
    expect(stages.map(({ producers, measures }) => [producers.length, measures.length])).toEqual([[20, 20]]);
    // 25 producers of 2% each: 25 × 0.0004 × 10,000.
    expect(stages[0]?.concentration).toEqual([{ hhi: 100 }]);
    expect(warnings).toEqual(
      warning(["commodity", "way"], /^commodity:part-00 has 60 entries in one of its lists; the first 20 are given\./),
    );
  });

  it("says nothing where all is given", async () => {
    const { stages, warnings } = await stagesOf(goods[1] ?? "", '(on: "2020-06-10")');
    expect(stages).toHaveLength(1);
    expect(warnings).toBeUndefined();
  });

  it("says so where more measures are like one than are given, and counts all pairs of goods", async () => {
    const ask = async (first: string) => {
      const { data, warnings } = await asked(
        `{ measure(id: "${bans[0]}") { like: similar${first} { score sharedCount shared { isSame } } } }`,
      );
      const { measure } = data as { measure: { like: { score: number; sharedCount: number; shared: { isSame: boolean }[] }[] } };
      return { like: measure.like, warnings };
    };
    const { like, warnings } = await ask("");
    expect(like).toHaveLength(10);
    expect(warnings).toEqual(warning(["measure", "like"], /^59 measures by others are like this; the 10 .* Ask for first: 50\./));
    // All but one cover the one part: both name it (2), and the whole lies above it (½), of three goods.
    expect(new Set(like.map(({ score }) => score))).toEqual(new Set([0.8333]));
    // That one has 30 parts: 1 + 29 × ½ of its own, 1 + ½ of the other's, of 32; the part is in one pair, the whole in 30.
    const { data } = await asked(
      `{ measure(id: "${bans[1]}") { similar(first: 1) { score sharedCount shared { isSame } measure { id } } } }`,
    );
    expect(data).toMatchObject({ measure: { similar: [{ score: 0.5313, sharedCount: 31, measure: { id: bans[0] } }] } });
    expect((data as { measure: { similar: { shared: unknown[] }[] } }).measure.similar[0]?.shared).toHaveLength(20);
  });
});
