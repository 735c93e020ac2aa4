import { expect, test } from "vitest";
import { tariffs } from "../../src/importers/index.ts";
import { model } from "../load/support.ts";
import { asked, besideSeed, bring, lookUpIn, texts } from "./beside-seed.ts";
import { edgesOf, fixture, imported, owning, withFile } from "./support.ts";

const graph = besideSeed();
const LOOK = { model, owners: owning({}), findBy: async () => new Map() };

test("a table of WITS: reporters, partners, types of duty, years and editions are its columns", async () => {
  const { counts, rejected, bundle } = await imported(tariffs(LOOK), fixture("tariffs-wits.csv"));
  expect(rejected).toEqual([
    'tariffs-wits.csv:8:1: "999" is no country or bloc that is known here.',
    'tariffs-wits.csv:9:1: "8505x" is no code of 2, 4, 6, 8 or 10 digits.',
  ]);
  expect(Object.entries(counts).filter(([words]) => !words.includes("from"))).toEqual([
    ['rows of the type of duty "BND", which is neither MFN nor preferential: left out', 1],
    ['preferences for "ZZ9", which is no country or bloc that is known here: left out', 1],
    ["a mean of lines that have several rates: kept as text, without a rate, since no line is charged it", 1],
    ["most-favoured-nation: a duty in words that are read as no rate: kept as text, without a rate", 1],
    ["a code that had lost a zero: put back", 1],
  ]);
  expect(bundle("eu-tariff-2021-01-01-mfn").nodes[0]?.properties).toEqual({
    title: "European Union, tariff from 2021-01-01: most-favoured-nation",
    kind: "TARIFF",
    effect: "UNCLEAR",
    flow: "IMPORT",
    dutyType: "MFN",
    announcedOn: "2021-01-01",
    inForceFrom: "2021-01-01",
  });
  expect(["01", "12", "85"].flatMap((chapter) => edgesOf(bundle(`eu-tariff-2021-01-01-mfn-${chapter}`)))).toEqual([
    'COVERS commodity:hs2017-010121 {"newRate":0,"rateUnit":"PERCENT","duty":"0"}',
    'COVERS commodity:hs2017-120190 {"duty":"3.1% on average, 0% to 6.5%"}',
    'COVERS commodity:hs2017-850511 {"newRate":2.2,"rateUnit":"PERCENT","duty":"2.2"}',
  ]);
  expect(edgesOf(bundle("eu-tariff-2021-01-01-pref-kr"))).toEqual(["IMPOSED_BY country:EU", 'TARGETS country:KR {"scope":"GOODS"}']);
});

test("what neither a column nor an option says is asked for", async () => {
  await withFile("x.csv", "code,rate\n850511,2\n", async (path) => {
    const refused = async (options: object) => (await imported(tariffs({ ...LOOK, ...options }), path)).rejected;
    expect(await refused({})).toEqual(["x.csv:1:1: Whose tariff this is, no column says (Reporter): name it with --by US."]);
    expect(await refused({ by: "US" })).toEqual([
      "x.csv:1:1: From when this tariff applies, no column says (Year): name the day with --from 2025-01-01.",
    ]);
    expect(await refused({ by: "US", from: "2025-01-01" })).toEqual([]);
  });
  expect(() => tariffs({ ...LOOK, by: "Atlantis" })).toThrow("--by Atlantis is no country or bloc that is known here");
});

test("the Union's duties are those of its members, a preference in their place, beside the seed, and a second load writes nothing", async () => {
  const importer = tariffs({ ...lookUpIn(graph.engine), by: "EU", from: "2025-01-01" });
  const { counts } = await bring(graph.engine, importer, fixture("tariffs-taric.csv"));
  expect(counts['rows of the type of duty "Definitive anti-dumping duty (552)", which is neither MFN nor preferential: left out']).toBe(1);
  for (const type of ["Preferential tariff quota (143)", "Non preferential tariff quota (122)", "Preference under authorised use (145)"])
    expect(counts[`rows of the type of duty "${type}", which holds for some of the goods alone: left out`]).toBe(1);
  expect(counts["a row without a rate: its line has that of what it lies under"]).toBe(1);
  const after = await texts(graph.engine);
  expect([...graph.before].filter((row) => !new Set(after).has(row))).toEqual([]);
  expect((await bring(graph.engine, importer, fixture("tariffs-taric.csv"))).did).toBe("nodes +0 ~0 -0, edges +0 ~0 -0");
  expect(await texts(graph.engine)).toEqual(after);
  const rate = (exporter: string, hsCode: string) =>
    `effectiveRate(importer: "DE", exporter: "${exporter}", hsCode: "${hsCode}", on: "2025-02-01") { total whyNoTotal layers(in: [COUNTS]) { duty measure { dutyType } } }`;
  const answer = await asked(
    graph.engine,
    `{ brazil: ${rate("BR", "850511")} chile: ${rate("CL", "850511")} japan: ${rate("JP", "8505110000")} soya: ${rate("BR", "1201900010")} meursing: ${rate("BR", "1201900090")} }`,
  );
  const layers = (duty: string, dutyType = "MFN") => [{ duty, measure: { dutyType } }];
  expect(answer).toEqual({
    brazil: { total: 2.2, whyNoTotal: [], layers: layers("2.20 %") },
    chile: { total: 2.2, whyNoTotal: [], layers: layers("2.20 %") },
    japan: { total: 0, whyNoTotal: [], layers: layers("0 %", "PREFERENTIAL") },
    soya: { total: null, whyNoTotal: ["OTHER_UNIT"], layers: layers("10 % MIN 22 € / 100 kg") },
    meursing: { total: null, whyNoTotal: ["NO_RATE"], layers: layers("9 % + EA MAX 18 % + ADSZ") },
  });
});
