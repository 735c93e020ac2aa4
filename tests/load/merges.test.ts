import { describe, expect, test } from "vitest";
import { type Bundle, loadStream, merge, unmerge } from "../../src/load/index.ts";
import { emptyWorld } from "./merges-support.ts";
import { file, loaded, model, problems, world } from "./support.ts";

const { engine, exported } = emptyWorld();

/** Two records of one firm, by two registers, and a third one's edge to each. */
const register = file(
  "register.yaml",
  `
  bundle: register-a
  restsOn: a-1
  sources:
    - {id: a, title: Register A, publishedOn: 2025-01-01, reliability: OFFICIAL}
  claims:
    - {id: a-1, source: a, certainty: CONFIRMED, statement: As the register has it.}
  firms:
    - id: huawei-a
      name: Huawei
      kind: COMPANY
      aliases: [华为]
      ticker: HWT
      headquarters: CN
      claims: [{id: a-2, source: a, certainty: CONFIRMED}]
`,
);
const other = file(
  "other.yaml",
  `
  bundle: register-b
  restsOn: b-1
  sources:
    - {id: b, title: Register B, publishedOn: 2025-02-01, reliability: PRESS}
  claims:
    - {id: b-1, source: b, certainty: REPORTED, statement: As the other has it.}
  firms:
    - id: huawei-b
      name: Huawei Technologies
      kind: COMPANY
      headquarters: CN
      parents: [huawei-a]
`,
);
const third = file(
  "third.yaml",
  `
  bundle: third
  measures:
    - id: ban
      title: Ban
      kind: BAN
      effect: RESTRICTING
      targets: [{to: firm:huawei-a, since: 2025-03-01, claims: [rumour]}, {to: firm:huawei-b, since: 2025-03-01, claims: [rumour]}]
`,
);

const [A, B, C] = ["firm:huawei-a", "firm:huawei-b", "firm:huawei-c"];
/** A third record of the firm, of which no claim says anything. */
const bare = file(
  "bare.yaml",
  `
  bundle: register-c
  firms:
    - {id: huawei-c, name: Hua Wei, kind: OTHER, wikidata: Q160120, ticker: HWX}
`,
);

/** What the graph says of the edges at a node, without dates. */
const edgesOf = async (id: string) =>
  (
    await engine().read({
      text: "MATCH (n:Node {id: $id})-[r]-(m:Node) RETURN type(r), m.id, r.field, r.value, r.claims, r.bundles",
      params: { id },
    })
  )
    .map(([type, other, field, value, claims, bundles]) =>
      [
        type,
        other,
        ...(field ? [`${field}=${value}`] : []),
        ...(claims ? [[claims].flat().toSorted().join("+")] : []),
        [bundles].flat().join("+"),
      ].join(" "),
    )
    .sort();
const valuesOf = async (id: string) =>
  (await engine().read({ text: "MATCH (n:Node {id: $id}) RETURN properties(n)", params: { id } }))[0]?.[0];

async function* stream(...bundles: readonly Bundle[]): AsyncIterable<Bundle> {
  yield* bundles;
}

/** A measure against a firm, as an importer yields it. */
function against(firm: string): Bundle {
  const place = { file: "feed", line: 1, column: 1 };
  const id = "measure:feed";
  return {
    name: "feed",
    nodes: [{ type: "Measure", id, properties: { title: "Fed", kind: "BAN", effect: "RESTRICTING" }, place }],
    edges: [{ type: "TARGETS", from: id, to: firm, properties: {}, claims: ["claim:rumour"], place }],
    place,
  };
}

describe("a merge", () => {
  test("moves what is said of a node to the other one, joins what becomes the same, and leaves nothing behind", async () => {
    await loaded(engine(), world, register, other, third);
    const before = await exported();
    const report = await merge(engine(), model, A, B, { reason: "One company" });
    expect(report).toMatchObject({ from: A, into: B, bundles: ["register-a", "register-b", "third"], gaveWay: [] });
    expect(await edgesOf(B)).toEqual([
      "ABOUT claim:a-2 kind=COMPANY register-a",
      "ABOUT claim:a-2 name=Huawei register-a",
      "ABOUT claim:a-2 ticker=HWT register-a",
      "HEADQUARTERED_IN country:CN claim:a-2+claim:b-1 register-a+register-b",
      "TARGETS measure:ban claim:rumour third",
    ]);
    // The better supported name counts; the record's own stays beside it.
    expect(await valuesOf(B)).toMatchObject({
      name: "Huawei",
      aliases: ["Huawei", "华为"],
      ticker: "HWT",
      stated: expect.stringContaining("Huawei Technologies"),
    });
    expect(await valuesOf(A)).toBeUndefined();
    await unmerge(engine(), model, A);
    expect((await exported()).join("")).toBe(before.join(""));
    expect(await engine().read({ text: "MATCH (n) WHERE n:Merged OR n:Restated RETURN count(n)", params: {} })).toEqual([[0]]);
  });

  test("fills in what no claim says, and tells what gave way", async () => {
    await loaded(engine(), world, register, bare);
    const report = await merge(engine(), model, C, A);
    expect(await valuesOf(A)).toMatchObject({
      name: "Huawei",
      kind: "COMPANY",
      ticker: "HWT",
      wikidata: "Q160120",
      aliases: ["华为", "Hua Wei"],
    });
    expect(report.gaveWay.map((line) => line.split(" of ")[0])).toEqual(['kind "OTHER"', 'ticker "HWX"']);
  });

  test("of a chain leads to its end, and each link can be taken out", async () => {
    await loaded(engine(), world, register, other, third, bare);
    const before = await exported();
    await merge(engine(), model, A, B);
    await merge(engine(), model, B, C);
    expect(await edgesOf(C)).toContain("TARGETS measure:ban claim:rumour third");
    await unmerge(engine(), model, B);
    expect(await edgesOf(B)).toContain("ABOUT claim:a-2 ticker=HWT register-a");
    await unmerge(engine(), model, A);
    expect(await exported()).toEqual(before);
  });

  test("is followed by a stream, which says how many records do, and skips what it has", async () => {
    await loaded(engine(), world, register, other);
    await merge(engine(), model, A, B);
    expect(await loadStream(engine(), model, stream(against(A)))).toMatchObject({
      bundles: 1,
      followed: 1,
      rejected: 0,
      missing: new Map(),
    });
    expect(await edgesOf(B)).toContain("TARGETS measure:feed claim:rumour feed");
    expect(await loadStream(engine(), model, stream(against(A)))).toMatchObject({ bundles: 0, unchanged: 1 });
    await unmerge(engine(), model, A);
    expect(await edgesOf(A)).toContain("TARGETS measure:feed claim:rumour feed");
    expect(await loadStream(engine(), model, stream(against(A)))).toMatchObject({ bundles: 0, unchanged: 1 });
  });

  test("keeps a load from taking away the node that stands for others", async () => {
    await loaded(engine(), world, register, bare);
    await merge(engine(), model, A, C);
    expect(await problems(engine(), file("bare.yaml", "bundle: register-c"))).toEqual([
      expect.stringContaining(`There is no ${C} any more, and ${A} was merged into it: npm run unmerge -- ${A}, then load again.`),
    ]);
    expect(await problems(engine(), file("twin.yaml", "bundle: twin\nfirms: [{id: huawei-a, name: X, kind: COMPANY}]"))).toEqual([
      expect.stringContaining(`${A} is defined twice: also in the graph.`),
    ]);
  });
});
