import { test as base, describe, expect } from "vitest";
import { graphml, jsonl } from "../../src/exporters/index.ts";
import { jsonl as readJsonl, trade, xmlGraph } from "../../src/importers/index.ts";
import type { Bundle } from "../../src/load/index.ts";
import { model } from "../load/support.ts";
import { openTestEngine, testNeo4j } from "../support/engine.ts";
import { asked, besideSeed, bring, texts } from "./beside-seed.ts";
import { baciLines } from "./generate-trade.ts";
import { fixture, imported, withFile } from "./support.ts";

// How files are read: no Neo4j changes that.
const test = base.skipIf(testNeo4j());
const graph = besideSeed();
const COMTRADE = fixture("trade-comtrade.csv");
const API = fixture("trade-comtrade.json");
const BACI = fixture("BACI_HS22_Y2022_V202401b.csv");

/** The edges of a year of a market: `TYPE from {what it says beside its days}`. */
function edgesOf({ edges }: Bundle): string[] {
  return edges.map(({ type, from, properties: { since: _, until: __, ...said } }) => `${type} ${from} ${JSON.stringify(said)}`);
}

describe("rows of UN Comtrade", () => {
  test("every trap of the file is counted in words, and what is no number is refused with its place", async () => {
    const { counts, rejected } = await imported(trade({}), COMTRADE);
    expect(rejected).toEqual(['trade-comtrade.csv:33:1: The value "1.2.3" is no number.']);
    expect(counts).toEqual({
      "one flow stands there twice: the later one counts": 1,
      "a supplier with too small a share: left out, its value stays in the total of the market": 1,
      "quantities in u (jeu/pack): no place in the graph, the net weight is taken": 1,
      "Other Asia, nes (490): taken as Taiwan, for which it stands": 1,
      "partner 899: no country: its value stays in the total of the market": 1,
      "reporter 899: no country that is known: left out": 1,
      "a part of a flow, by mode of transport: left out, since the whole stands beside it": 1,
      "a part of a flow, by customs procedure: left out, since the whole stands beside it": 1,
      "a part of a flow, by its second partner: left out, since the whole stands beside it": 1,
      "Re-export (RX): no imports or exports as a whole: left out": 1,
      "Re-import (RM): no imports or exports as a whole: left out": 1,
      "exports to all together, or to no country: left out": 1,
      "exports to a bloc: left out, since its members have them": 1,
      "exports to a market whose importer does not report them: left out": 1,
      "a market of which the importer says nothing: by the exporters' reports, INFERRED": 1,
      "a market of two or four digits in a year in which codes below it have one: left out, since they have its trade": 1,
      "partners that add up to more than the world's total: their sum counts": 1,
      "partners that add up to less than the world's total: the total counts, the rest is others'": 2,
      "TOTAL, all goods together: left out": 1,
      "figures of a month, or without a year: left out, ask for annual ones": 1,
      "services: left out": 1,
      "classification S4: not the Harmonized System: left out": 1,
      "a code that is none of two, four or six digits: left out": 1,
      "a code that lost the zero before it: put back": 1,
      "a flow without a value: left out": 1,
    });
  });

  test("the importer's report counts, the supplier's own stands beside it, and small suppliers are in the total alone", async () => {
    const { bundle } = await imported(trade({}), COMTRADE);
    const said = { unit: "KILOGRAM" };
    expect(edgesOf(bundle("trade-us-hs-850511-2023"))).toEqual([
      `IMPORTS country:US ${JSON.stringify({ value: 1000000, amount: 100000, ...said, valuation: "CIF", basis: "IMPORTER", suppliers: 4, othersValue: 5000 })}`,
      `SUPPLIES country:CN ${JSON.stringify({ value: 700000, amount: 70000, ...said, share: 0.7, exporterValue: 650000 })}`,
      `SUPPLIES country:JP ${JSON.stringify({ value: 200000, amount: 20000, ...said, share: 0.2 })}`,
      `SUPPLIES country:DE ${JSON.stringify({ value: 95000, amount: 9500, ...said, share: 0.095, note: "its amount is estimated" })}`,
    ]);
    expect(bundle("trade-us-hs-850511-2023").edges.map(({ claims }) => claims)).toEqual([
      ["claim:un-comtrade-us-2023"],
      ["claim:un-comtrade-us-2023", "claim:un-comtrade-cn-2023"],
      ["claim:un-comtrade-us-2023"],
      ["claim:un-comtrade-us-2023"],
    ]);
    const { since, until } = bundle("trade-us-hs-850511-2023").edges[0]?.properties ?? {};
    expect([since, until]).toEqual(["2023-01-01", "2023-12-31"]);
  });

  test("what is left of the world's total, places that are no country, and units that differ", async () => {
    const { bundle } = await imported(trade({}), COMTRADE);
    expect(edgesOf(bundle("trade-us-hs-850511-2024"))).toEqual([
      `IMPORTS country:US ${JSON.stringify({ value: 1200000, valuation: "CIF", basis: "IMPORTER", suppliers: 3, othersValue: 200000, note: "its partners add up to 1050000 USD" })}`,
      `SUPPLIES country:CN ${JSON.stringify({ value: 600000, amount: 3000, unit: "PIECE", share: 0.5 })}`,
      `SUPPLIES country:JP ${JSON.stringify({ value: 300000, amount: 30000, unit: "KILOGRAM", share: 0.25 })}`,
      `SUPPLIES country:TW ${JSON.stringify({ value: 100000, share: 0.083333, note: "there: Other Asia, nes" })}`,
    ]);
    expect(edgesOf(bundle("trade-us-hs-8541-2023"))[0]).toContain('"value":502000,');
  });

  test("where the importer says nothing, the exporters' reports make the market, INFERRED", async () => {
    const { bundle } = await imported(trade({}), COMTRADE);
    const common = { certainty: "INFERRED" };
    expect(edgesOf(bundle("trade-ao-hs-850511-2023"))).toEqual([
      `IMPORTS country:AO ${JSON.stringify({ ...common, value: 50000, amount: 4500, unit: "KILOGRAM", valuation: "FOB", basis: "EXPORTERS", suppliers: 2, othersValue: 0 })}`,
      `SUPPLIES country:CN ${JSON.stringify({ ...common, value: 40000, amount: 4000, unit: "KILOGRAM", share: 0.8 })}`,
      `SUPPLIES country:US ${JSON.stringify({ ...common, value: 10000, amount: 500, unit: "KILOGRAM", share: 0.2 })}`,
    ]);
  });

  test("a code's edition is part of its market, and its goods are of that edition", async () => {
    const { bundle } = await imported(trade({}), COMTRADE);
    const { nodes, edges } = bundle("market-us-hs2017-850511");
    expect(nodes.map(({ id, properties }) => [id, properties.name])).toEqual([
      ["market:us-hs2017-850511", "US: imports of HS 850511 (2017)"],
    ]);
    expect(edges.map(({ type, to }) => `${type} ${to}`)).toEqual(["MARKET_FOR commodity:hs2017-850511"]);
  });

  test("JSON of the API, with codes as numbers and without words, says the same as a table; older tables too", async () => {
    const said = [
      `IMPORTS country:US ${JSON.stringify({ value: 900000, valuation: "CIF", basis: "IMPORTER", suppliers: 1, othersValue: 180000, note: "its partners add up to 720000 USD" })}`,
      `SUPPLIES country:CN ${JSON.stringify({ value: 720000, amount: 72000, unit: "KILOGRAM", share: 0.8 })}`,
    ];
    const { bundle, rejected } = await imported(trade({}), API);
    expect([rejected, edgesOf(bundle("trade-us-hs-850511-2022"))]).toEqual([[], said]);
    const older = [
      "Classification,Year,Trade Flow,Reporter,Reporter ISO,Partner,Partner ISO,Commodity Code,Qty Unit Code,Qty,Netweight (kg),Trade Value (US$)",
      "H6,2022,Import,USA,USA,World,WLD,850511,1,,,900000",
      "H6,2022,Import,USA,USA,China,CHN,850511,8,72000,72000,720000",
      "H6,2022,Re-Import,USA,USA,USA,USA,850511,8,72000,72000,720000",
    ];
    await withFile("older.csv", older.join("\n"), async (path) => {
      const { bundle: of } = await imported(trade({}), path);
      expect(edgesOf(of("trade-us-hs-850511-2022"))).toEqual(said.map((line) => line.replace('"valuation":"CIF",', "")));
    });
  });
});

describe("rows of BACI", () => {
  test("thousands of dollars, tonnes, its own numbers of countries; what is odd is counted or refused", async () => {
    const { bundle, counts, rejected, bundles } = await imported(trade({}), BACI);
    expect(edgesOf(bundle("trade-us-hs-850511-2022"))).toEqual([
      `IMPORTS country:US ${JSON.stringify({ value: 1000000, valuation: "FOB", basis: "RECONCILED", suppliers: 2, othersValue: 99500 })}`,
      `SUPPLIES country:CN ${JSON.stringify({ value: 700500, amount: 60, unit: "TON", share: 0.7005 })}`,
      `SUPPLIES country:JP ${JSON.stringify({ value: 200000, share: 0.2 })}`,
    ]);
    expect(bundles.map(({ name }) => name).filter((name) => name.startsWith("market-"))).toEqual(
      expect.arrayContaining(["market-fr-hs-850511", "market-in-hs-850511", "market-us-hs-010121"]),
    );
    expect(edgesOf(bundle("trade-in-hs-850511-2022"))[1]).toContain("country:CH");
    expect(edgesOf(bundle("trade-fr-hs-850511-2022"))[1]).toContain("country:TW");
    expect(counts).toEqual({
      "a code that lost the zero before it: put back": 1,
      "Other Asia, nes (490): taken as Taiwan, for which it stands": 1,
      "importer 975: no country that is known: left out": 1,
      "partner 975: no country: its value stays in the total of the market": 1,
      "a flow without a value: left out": 1,
    });
    expect(rejected).toEqual([
      "BACI_HS22_Y2022_V202401b.csv:9:1: k must be a code of six digits, not 8505111.",
      "BACI_HS22_Y2022_V202401b.csv:10:1: v must be a number, not none.",
      "BACI_HS22_Y2022_V202401b.csv:11:1: t must be a year, not 2022-01.",
    ]);
    expect(bundle("baci-hs22-v202401b").nodes[0]?.properties.publishedOn).toBe("2024-01");
  });

  test("the order of rows changes nothing, and with a least share of 0 suppliers add up to their market", async () => {
    const lines = [...baciLines({ count: 3000, seed: 3, products: ["010229", "850511", "280530"] })];
    const [header = "", ...rows] = lines;
    const years = async (all: readonly string[]) => {
      let found: readonly Bundle[] = [];
      await withFile("BACI_HS22_Y2023_V202501.csv", [header, ...all].join(""), async (path) => {
        found = (await imported(trade({ leastShare: 0 }), path)).bundles.filter(
          ({ name }) => name.startsWith("trade-") && !name.includes("report"),
        );
      });
      return found;
    };
    const forth = await years(rows);
    const back = await years([...rows].reverse());
    const bare = (all: readonly Bundle[]) => all.map((bundle) => [bundle.name, edgesOf(bundle)]);
    expect(bare(back)).toEqual(bare(forth));
    expect(forth.flatMap(({ edges }) => edges).filter(({ type }) => type === "SUPPLIES")).toHaveLength(3000);
    for (const { edges } of forth) {
      const [total, ...supplied] = edges.map(({ properties }) => properties);
      expect(supplied.reduce((sum, { value }) => sum + Number(value), 0)).toBeCloseTo(Number(total?.value), 0);
      expect(supplied.reduce((sum, { share }) => sum + Number(share), 0)).toBeCloseTo(1, 4);
    }
  });
});

describe("markets of shorter codes than the file has", () => {
  test("have what those below them have, each supplier once", async () => {
    const rows = [
      "2022,156,842,850511,700,60",
      "2022,392,842,850511,200,10",
      // The later of two, and one without an amount.
      "2022,156,842,850519,50,1",
      "2022,156,842,850519,90,5",
      "2022,484,842,850520,10,NA",
      "2021,156,842,850511,1,1",
      "2022,156,842,850610,3,1",
    ];
    await withFile("BACI_HS22_Y2022_V202401b.csv", `t,i,j,k,v,q\n${rows.join("\n")}\n`, async (path) => {
      const { counts, bundles, bundle } = await imported(trade({ level: 4 }), path);
      expect(counts).toEqual({ "one flow stands there twice: the later one counts": 1 });
      expect(bundles.map(({ name }) => name).filter((name) => name.startsWith("trade-us"))).toEqual([
        "trade-us-hs-8505-2021",
        "trade-us-hs-8505-2022",
        "trade-us-hs-8506-2022",
      ]);
      expect(edgesOf(bundle("trade-us-hs-8505-2022"))).toEqual([
        'IMPORTS country:US {"value":1000000,"valuation":"FOB","basis":"RECONCILED","suppliers":3,"othersValue":0}',
        'SUPPLIES country:CN {"value":790000,"amount":65,"unit":"TON","share":0.79}',
        'SUPPLIES country:JP {"value":200000,"amount":10,"unit":"TON","share":0.2}',
        'SUPPLIES country:MX {"value":10000,"share":0.01}',
      ]);
      // Of the chapter, Mexico has less than a hundredth.
      expect((await imported(trade({ level: 2 }), path)).bundle("trade-us-hs-85-2022").edges).toHaveLength(3);
    });
  });

  test("are the file's own where it has them", async () => {
    const { counts, bundles } = await imported(trade({ level: 4 }), COMTRADE);
    const codes = bundles.flatMap(({ nodes }) => nodes.filter(({ type }) => type === "Market").map(({ id }) => id.replace(/.*-/, "")));
    expect(codes.every((code) => code.length <= 4)).toBe(true);
    expect(counts["a flow of a longer code than asked, where the shorter one has its own: left out"]).toBeGreaterThan(0);
  });
});

test("what is no table of flows, a share and a level that are none, are refused with what is needed", async () => {
  await withFile("x.csv", "a,b\n1,2\n", async (path) => {
    expect((await imported(trade({}), path)).rejected).toEqual([
      "x.csv:1:1: This is no table of trade flows. It needs the columns of UN Comtrade (reporterCode, flowCode, partnerCode, cmdCode, primaryValue …) or those of BACI (t, i, j, k, v, q).",
    ]);
  });
  for (const leastShare of [-0.1, 2, Number.NaN])
    expect(() => trade({ leastShare })).toThrow("--least-share must be a number from 0 to 1.");
  for (const level of [3, 8, Number.NaN]) expect(() => trade({ level })).toThrow("--level must be a number of digits: 2, 4 or 6.");
});

test("beside the seed nothing of the seed changes, a second load writes nothing, and another source's year must be asked for", async () => {
  const first = await bring(graph.engine, trade({}), COMTRADE);
  const after = await texts(graph.engine);
  expect([...graph.before].filter((row) => !new Set(after).has(row))).toEqual([]);
  // The seed has few codes, of 2022 alone.
  expect([...first.report.missing.keys()].sort()).toEqual(["commodity:hs-010121", "commodity:hs2017-850511"]);
  const second = await bring(graph.engine, trade({}), COMTRADE);
  expect(second.did).toBe("nodes +0 ~0 -0, edges +0 ~0 -0");
  expect(await texts(graph.engine)).toEqual(after);
  expect((await bring(graph.engine, trade({}), API)).rejected).toEqual([]);
  const other = await bring(graph.engine, trade({}), BACI);
  expect(other.rejected.filter((line) => line.includes("trade-us-hs-850511-2022"))).toHaveLength(1);
});

test("how much of what the US imports of permanent magnets comes from China, by year, and which measures cover these goods", async () => {
  const answer = await asked(
    graph.engine,
    `{ commodity(hsCode: "850511") { name
        markets(filter: { importedBy: ["country:US"] }) { nodes { name
          suppliedBy(filter: { id: ["country:CN"] }, orderBy: [{ field: EDGE_SINCE }]) { edges { since value share exporterValue node { name } claims { statement source { publisher } } } } } }
        coveredBy(reach: EXACT, filter: { imposedBy: ["country:US"], kind: [TARIFF] }) { nodes { id } } }
      country(code: "US") { imports(orderBy: [{ field: EDGE_VALUE, direction: DESC }], first: 2) { edges { since value basis node { id } } } } }`,
  );
  const report = (who: string, year: number) => ({
    statement: `${who} reports its trade of ${year}.`,
    source: { publisher: "United Nations Statistics Division" },
  });
  expect(answer).toMatchObject({
    commodity: {
      markets: {
        nodes: [
          {
            name: "US: imports of HS 850511",
            suppliedBy: {
              edges: [
                {
                  since: "2022-01-01",
                  value: 720000,
                  share: 0.8,
                  exporterValue: null,
                  node: { name: "China" },
                  claims: [report("US", 2022)],
                },
                { since: "2023-01-01", value: 700000, share: 0.7, exporterValue: 650000, claims: [report("CN", 2023), report("US", 2023)] },
                { since: "2024-01-01", value: 600000, share: 0.5, exporterValue: null, claims: [report("US", 2024)] },
              ],
            },
          },
        ],
      },
      coveredBy: { nodes: [{ id: "measure:us-2024-09-section-301-magnets" }, { id: "measure:us-2024-09-section-301-review" }] },
    },
    country: {
      imports: {
        edges: [
          { since: "2024-01-01", value: 1200000, basis: "IMPORTER", node: { id: "market:us-hs-850511" } },
          { since: "2023-01-01", value: 1000000, basis: "IMPORTER", node: { id: "market:us-hs-850511" } },
        ],
      },
    },
  });
});

test.each([
  ["jsonl", jsonl, () => readJsonl],
  ["graphml", graphml, () => xmlGraph({ model })],
] as const)("markets go out as %s and come back the same", async (format, write, read) => {
  let text = "";
  for await (const piece of write(graph.engine, model)) text += piece;
  const other = await openTestEngine();
  await withFile(`graph.${format}`, text, async (path) => expect((await bring(other, read(), path)).rejected).toEqual([]));
  // How a bundle came is no part of what it says.
  const said = async (engine: typeof other) => (await texts(engine)).filter((row) => !/^\["[^"]+",(null|\[.*\])\]$/.test(row));
  const [there, back] = [await said(graph.engine), await said(other)];
  await other.close();
  expect(back.filter((row) => row.includes("market:"))).toEqual(there.filter((row) => row.includes("market:")));
  expect(there.filter((row) => row.includes("market:")).length).toBeGreaterThan(10);
});
