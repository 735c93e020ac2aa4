import { expect, test } from "vitest";
import { hts } from "../../src/importers/index.ts";
import { file, loaded, model } from "../load/support.ts";
import { testNeo4j } from "../support/engine.ts";
import { asked, besideSeed, bring, lookUpIn, texts } from "./beside-seed.ts";
import { edgesOf, fixture, imported, owning, withFile } from "./support.ts";

const graph = besideSeed();
const of = (from: string) => hts({ ...lookUpIn(graph.engine), from });
const alone = hts({ model, owners: owning({}), findBy: async () => new Map(), from: "2025-01-01" });

test("lines, duties and titles are taken, every oddity is counted in words, and what is no row is refused with its place", async () => {
  const { counts, rejected, bundle } = await imported(alone, fixture("hts.json"));
  expect(rejected).toEqual([
    'hts.json:254:3: Record 19: "8505.11.0" is no number of the schedule: 4, 6, 8 or 10 digits.',
    'hts.json:268:3: Record 20: "abc" is no number of the schedule: 4, 6, 8 or 10 digits.',
    "hts.json:282:3: Record 21: indent must be a number.",
  ]);
  expect(counts).toMatchObject({
    "a code that had lost a zero: put back": 1,
    "a line of chapter 99, of temporary acts: kept as a line with its words": 1,
    "a quota quantity: not read (quotas stand in lines of their own)": 1,
    "a line without a duty in the column general: it has that of the row above it": 1,
    "most-favoured-nation (column 1, general): a duty in words that are read as no rate: kept as text, without a rate": 2,
    "special rates under A (Generalized System of Preferences): left out, since the programme lapsed on 2020-12-31": 1,
    "special rates under D (African Growth and Opportunity Act): left out, since its partners stand in the General Notes: load them as members of a group country:AGOA first": 1,
  });
  const lines = bundle("us-tariff-2025-01-01-lines-85").nodes.map(({ id, properties }) => [id, properties.name]);
  const whole =
    "Electromagnets; permanent magnets and articles intended to become permanent magnets after magnetization: Permanent magnets and articles intended to become permanent magnets after magnetization";
  expect(lines).toEqual([
    ["commodity:us-85051100", `${whole}: Of metal`],
    ["commodity:us-8505110010", `${whole}: Of metal: Sintered amber`],
    ["commodity:us-8505110090", `${whole}: Of metal: Other`],
    ["commodity:us-85051910", `${whole}: Other: Flexible magnets`],
    ["commodity:us-8505191000", `${whole}: Other: Flexible magnets`],
    ["commodity:us-85051920", `${whole}: Other: Other`],
    ["commodity:us-8505192000", `${whole}: Other: Other`],
  ]);
  expect(edgesOf(bundle("us-tariff-2025-01-01-mfn-85"))).toEqual(
    [
      'COVERS commodity:hs-850511 {"newRate":2.1,"rateUnit":"PERCENT","duty":"2.1%"}',
      'COVERS commodity:us-85051100 {"newRate":2.1,"rateUnit":"PERCENT","duty":"2.1%","note":"See 9903.88.15."}',
      'COVERS commodity:hs-850519 {"newRate":4.9,"rateUnit":"PERCENT","duty":"4.9%"}',
      'COVERS commodity:us-85051910 {"newRate":4.9,"rateUnit":"PERCENT","duty":"4.9%"}',
      'COVERS commodity:us-85051920 {"newRate":4.9,"rateUnit":"PERCENT","duty":"4.9%"}',
    ].sort((a, b) => (a.replace(/\D*/, "") < b.replace(/\D*/, "") ? -1 : 1)),
  );
  expect(edgesOf(bundle("us-tariff-2025-01-01-mfn-22"))[0]).toBe(
    'COVERS commodity:us-22082010 {"newRate":5,"rateUnit":"PERCENT","duty":"$1.35/1000 + 5%","specificDuty":1.35,"specificCurrency":"USD","specificPer":"1000","dutyForm":"SUM"}',
  );
  expect(edgesOf(bundle("us-tariff-2025-01-01-special-pe"))).toEqual(["IMPOSED_BY country:US", 'TARGETS country:PE {"scope":"GOODS"}']);
  expect(edgesOf(bundle("us-tariff-2025-01-01-special-s-plus"))).toContain('TARGETS country:MX {"scope":"GOODS"}');
});

test("the CSV says what the JSON says of the same rows", async () => {
  const [json, table] = [await imported(alone, fixture("hts.json")), await imported(alone, fixture("hts.csv"))];
  expect(table.rejected).toEqual([]);
  for (const name of ["lines-85", "special-au-85", "column-2-85"].map((end) => `us-tariff-2025-01-01-${end}`))
    expect(table.bundle(name).nodes.map(({ id, properties }) => [id, properties])).toEqual(
      json.bundle(name).nodes.map(({ id, properties }) => [id, properties]),
    );
});

test("a table without the schedule's columns is refused with what it needs, and a run without a day", async () => {
  await withFile("x.csv", "a,b\n1,2\n", async (path) => {
    expect((await imported(alone, path)).rejected).toEqual([
      "x.csv:1:1: The table needs the columns HTS Number, Indent, Description and General Rate of Duty, as the schedule's export has them.",
    ]);
  });
  const look = { model, owners: owning({}), findBy: async () => new Map() };
  expect(() => hts(look)).toThrow("hts needs the day from which the schedule applies: --from 2025-01-01.");
  expect(() => hts({ ...look, from: "2025" })).toThrow("--from 2025 must be a day");
});

test("beside the seed nothing of the seed changes, and a second load writes nothing", async () => {
  const first = await bring(graph.engine, of("2025-01-01"), fixture("hts.json"));
  // Subheadings that the seed lacks.
  expect([...first.report.missing.keys()].sort()).toEqual(["commodity:hs-010121", "commodity:hs-850519"]);
  const after = await texts(graph.engine);
  expect([...graph.before].filter((row) => !new Set(after).has(row))).toEqual([]);
  const second = await bring(graph.engine, of("2025-01-01"), fixture("hts.json"));
  expect(second.did).toBe("nodes +0 ~0 -0, edges +0 ~0 -0");
  expect(await texts(graph.engine)).toEqual(after);
});

const rate = (exporter: string, hsCode: string, on: string) =>
  asked(
    graph.engine,
    `{ effectiveRate(importer: "US", exporter: "${exporter}", hsCode: "${hsCode}", on: "${on}") { total whyNoTotal notHeld
        layers(in: [COUNTS]) { rate duty measure { id dutyType } through { id } } } }`,
  ).then((answer) => {
    const { effectiveRate } = answer as { effectiveRate: Rate };
    const { total, whyNoTotal, notHeld, layers } = effectiveRate;
    const counting = Object.fromEntries(layers.map(({ measure, rate: own, duty }) => [measure.id.replace("measure:", ""), duty ?? own]));
    return { total, why: whyNoTotal, counting, isOrdinaryHeld: !notHeld.some((text) => text.includes("ordinary duty")) };
  });

interface Rate {
  readonly total: number | null;
  readonly whyNoTotal: readonly string[];
  readonly notHeld: readonly string[];
  readonly layers: readonly { rate: number | null; duty: string | null; measure: { id: string; dutyType: string | null } }[];
}

test.skipIf(testNeo4j())(
  "the whole rate of the United States on magnets of China on two days, the ordinary duty a layer of it",
  async () => {
    const mfn = { "us-tariff-2025-01-01-mfn": "2.1%" };
    expect(await rate("CN", "85051100", "2025-02-04")).toEqual({
      total: 12.1,
      why: [],
      counting: { ...mfn, "us-2025-02-fentanyl-tariff": 10 },
      isOrdinaryHeld: true,
    });
    const april = await rate("CN", "8505110010", "2025-04-10");
    expect(april).toMatchObject({ total: 147.1, counting: { ...mfn, "us-2025-04-reciprocal-tariff-125": 125 } });
    expect(await rate("CN", "850511", "2025-04-10")).toEqual(april);
    expect(await rate("CN", "850511", "2024-12-31")).toMatchObject({ counting: {}, isOrdinaryHeld: false });
  },
);

test("a preference takes the place of the ordinary duty for its partner, and column 2 for those without", async () => {
  expect(await rate("KR", "85051100", "2025-01-15")).toMatchObject({ total: 0, counting: { "us-tariff-2025-01-01-special-kr": "Free" } });
  expect(await rate("PE", "85051910", "2025-01-15")).toMatchObject({ total: 1.6, counting: { "us-tariff-2025-01-01-special-pe": "1.6%" } });
  expect(await rate("CU", "85051100", "2025-01-15")).toMatchObject({ total: 45, counting: { "us-tariff-2025-01-01-column-2": "45%" } });
  // Both special rates of Mexico are free: one counts.
  const mexico = await rate("MX", "85051920", "2025-01-15");
  expect(mexico).toMatchObject({ total: 0, counting: { "us-tariff-2025-01-01-special-s": "Free" } });
});

test("a duty in money, and one in words alone, leave no total and say why", async () => {
  expect(await rate("BR", "22082010", "2025-01-15")).toMatchObject({
    total: null,
    why: ["OTHER_UNIT"],
    counting: { "us-tariff-2025-01-01-mfn": "$1.35/1000 + 5%" },
    isOrdinaryHeld: true,
  });
  expect(await rate("BR", "22082020", "2025-01-15")).toMatchObject({ total: null, why: ["NO_RATE"] });
  // Its lines have two duties: the code as a whole has none.
  expect(await rate("BR", "220820", "2025-01-15")).toMatchObject({ total: 0, counting: {}, isOrdinaryHeld: false });
});

test("a newer schedule takes the place of the one before, column by column, and ends what it no longer has", async () => {
  const newer = JSON.stringify([
    { htsno: "8505", indent: "0", description: "Magnets:", general: "", special: "", other: "" },
    { htsno: "8505.11.00", indent: "1", description: "Of metal", general: "1.9%", special: "Free (AU)", other: "45%" },
  ]);
  await withFile("hts-2026.json", newer, async (path) => {
    await bring(graph.engine, of("2026-01-01"), path);
    expect((await bring(graph.engine, of("2026-01-01"), path)).did).toBe("nodes +0 ~0 -0, edges +0 ~0 -0");
  });
  expect(await rate("KR", "85051100", "2025-12-31")).toMatchObject({ counting: { "us-tariff-2025-01-01-special-kr": "Free" } });
  expect(await rate("KR", "85051100", "2026-01-01")).toMatchObject({ counting: { "us-tariff-2026-01-01-mfn": "1.9%" } });
  expect(await rate("AU", "85051100", "2026-01-01")).toMatchObject({ counting: { "us-tariff-2026-01-01-special-au": "Free" } });
});

test("special rates of a programme are preferences where the graph has a group of its partners, and counted with words where it has none", async () => {
  const rows = [
    { htsno: "8505", indent: "0", description: "Magnets:", general: "", special: "", other: "" },
    { htsno: "8505.11.00", indent: "1", description: "Of metal", general: "2.1%", special: "Free (A+,B,D,E*,R)", other: "45%" },
  ];
  const group = file(
    "agoa.yaml",
    `
    bundle: agoa
    sources: [{id: note-16, title: General Note 16, reliability: OFFICIAL, publishedOn: 2025-01-01}]
    countries:
      - id: AGOA
        name: Beneficiaries of the African Growth and Opportunity Act
        kind: GROUP
        code: AGOA
        members: [ZA]
        claims: [{id: note-16, source: note-16, certainty: CONFIRMED}]
  `,
  );
  await loaded(graph.engine, group);
  await withFile("hts-2027.json", JSON.stringify(rows), async (path) => {
    const { counts } = await bring(graph.engine, of("2027-06-01"), path);
    expect(Object.keys(counts).filter((note) => note.startsWith("special"))).toEqual([
      "special rates under A+ (Generalized System of Preferences): left out, since the programme lapsed on 2020-12-31",
      "special rates under B (Automotive Products Trade Act): left out, since they are for some goods or uses and not for partners",
      "special rates under E* (Caribbean Basin Economic Recovery Act): left out, since they are for some of its partners or goods alone, which the row does not say",
      "special rates under R (United States-Caribbean Basin Trade Partnership Act): left out, since its partners stand in the General Notes: load them as members of a group country:CBTPA first",
    ]);
  });
  expect(await rate("ZA", "85051100", "2027-06-15")).toMatchObject({ counting: { "us-tariff-2027-06-01-special-d": "Free" } });
  expect(await rate("KE", "85051100", "2027-06-15")).toMatchObject({ counting: { "us-tariff-2027-06-01-mfn": "2.1%" } });
});
