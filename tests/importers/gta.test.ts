import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { gta as gtaFor, hs } from "../../src/importers/index.ts";
import { formatProblem, load, loadBundles, readInputs } from "../../src/load/index.ts";
import { model } from "../load/support.ts";
import { openTestEngine } from "../support/engine.ts";
import { edgesOf, fixture, type Imported, imported, ownersIn, owning, withFile } from "./support.ts";

const gta = gtaFor({ owners: owning({}) });
const TRAPS = fixture("gta-traps.jsonl");

let traps: Imported;
beforeAll(async () => {
  traps = await imported(gta, TRAPS);
});

const measure = (id: number) => traps.bundle(`gta-${id}`).nodes.find((node) => node.type === "Measure")?.properties ?? {};
const edges = (id: number, type: string) => edgesOf(traps.bundle(`gta-${id}`)).filter((edge) => edge.startsWith(`${type} `));

/** What the importer counts for one record alone, given the changes to the fixture's first one. */
async function counted(changes: object): Promise<readonly string[]> {
  const first = JSON.parse(readFileSync(TRAPS, "utf8").split("\n")[3] ?? "");
  return withFile("one.json", JSON.stringify([{ ...first, is_in_force: null, ...changes }]), async (path) =>
    Object.keys((await imported(gta, path)).counts),
  );
}

describe("an intervention", () => {
  test("an intervention is a measure with its source and claim, on which its edges rest", () => {
    const bundle = traps.bundle("gta-1");
    expect(bundle.nodes.map(({ type, id, properties }) => ({ type, id, properties }))).toEqual([
      {
        type: "Measure",
        id: "measure:gta-1",
        properties: {
          title: "Testland: announcement 1 (import tariff)",
          kind: "TARIFF",
          effect: "RESTRICTING",
          flow: "IMPORT",
          announcedOn: "2026-01-05",
          inForceFrom: "2026-02-01",
          summary: "Testland acts.",
        },
      },
      {
        type: "Source",
        id: "source:gta-1",
        properties: {
          title: "Testland: announcement 1 (import tariff)",
          publisher: "Global Trade Alert",
          publishedOn: "2026-01-10",
          url: "https://example.org/intervention/1",
          reliability: "AGGREGATOR",
          language: "en",
        },
      },
      {
        type: "Claim",
        id: "claim:gta-1",
        properties: {
          certainty: "REPORTED",
          locator: "intervention 1",
          statement: "Global Trade Alert records it as Import tariff; evaluation: Red; level: National; firms: all.",
        },
      },
    ]);
    expect(bundle.edges.filter(({ claims }) => claims.length === 0).map(({ type, from, to }) => `${from} ${type} ${to}`)).toEqual([
      "claim:gta-1 STATED_IN source:gta-1",
      "claim:gta-1 ABOUT measure:gta-1",
    ]);
    expect(
      new Set(bundle.edges.filter(({ type }) => type !== "STATED_IN" && type !== "ABOUT").map(({ from, claims }) => `${from} ${claims}`)),
    ).toEqual(new Set(["measure:gta-1 claim:gta-1"]));
    expect(edges(1, "PART_OF")).toEqual(["PART_OF measure:gta-act-1"]);
  });

  test("an intervention has a state act with the documents it cites", () => {
    const { nodes } = traps.bundle("gta-act-1");
    expect(
      nodes.map(({ id, properties }) => [id, properties.kind ?? properties.reliability ?? properties.certainty, properties.url]),
    ).toEqual([
      ["measure:gta-act-1", "PACKAGE", undefined],
      ["source:gta-act-1", "AGGREGATOR", "https://example.org/state-act/1"],
      ["claim:gta-act-1", "REPORTED", undefined],
      ["source:gta-act-1-1", "OFFICIAL", "https://example.org/notice/1"],
      ["claim:gta-act-1-1", "CONFIRMED", undefined],
    ]);
    expect(nodes[3]?.properties.title).toBe("Ministry of Testland, Notice 1");
  });
});

describe("the traps of Global Trade Alert's format", () => {
  test("the zero that an HS code given as a number has lost is restored", () => {
    expect(edges(1, "COVERS")).toEqual([
      'COVERS commodity:hs-010229 {"since":"2026-02-01","until":"2026-12-31","priorRate":5,"newRate":7.5,"rateUnit":"PERCENT"}',
      "COVERS commodity:hs-850511",
    ]);
    expect(traps.counts["affected_products: the zero before an HS code restored"]).toBe(2);
  });

  test("1000000 and 1000001 are left out, and so are codes that no zero makes an HS code", () => {
    expect(traps.counts["affected_products: 1000000 is an internal code: left out"]).toBe(1);
    expect(traps.counts["affected_products: 1000001 is an internal code: left out"]).toBe(1);
    expect(traps.counts["affected_products: a code that is no subheading of the Harmonized System: left out"]).toBe(1);
  });

  test("ids of jurisdictions are not all ISO numbers, and names stand in where there is no id", () => {
    expect(edges(2, "IMPOSED_BY")).toEqual(["IMPOSED_BY country:IN"]);
    expect(edges(2, "TARGETS")).toEqual(["FR", "IT", "CH", "NO", "US", "EU", "TW", "VN"].map((code) => `TARGETS country:${code}`));
    const odd = Object.entries(traps.counts).filter(([note]) => /^affected_jurisdictions: \d+ is not the ISO number/.test(note));
    expect(odd.map(([note]) => / (\d+) is not the ISO number of country:(..)/.exec(note)?.slice(1))).toEqual([
      ["251", "FR"],
      ["381", "IT"],
      ["1049", "EU"],
      ["699", "IN"],
    ]);
  });

  test("the ISO code goes before the id and the name, in two letters or three", () => {
    expect(edges(3, "IMPOSED_BY")).toEqual(["IMPOSED_BY country:IT"]);
    expect(edges(3, "AFFECTS")).toEqual(['AFFECTS country:IN {"certainty":"INFERRED","effect":"HARMED"}']);
  });

  test("a jurisdiction that is no country of ISO 3166 is left out and named", () => {
    expect(traps.counts['affected_jurisdictions: no country for "Kosovo": left out']).toBe(1);
  });

  test("is_in_force is not kept: whether a measure is in force follows from the dates", () => {
    expect([4, 5, 6].map((id) => [measure(id).inForceFrom, measure(id).inForceUntil])).toEqual([
      [undefined, undefined],
      ["2027-01-01", undefined],
      ["2025-01-01", "2025-06-30"],
    ]);
    // Records 7 and 31, and 8.
    expect(traps.counts["is_in_force 1 contradicts the dates: the status follows from the dates"]).toBe(2);
    expect(traps.counts["is_in_force 0 contradicts the dates: the status follows from the dates"]).toBe(1);
  });

  test("31 December and 1 January may stand for a year: kept as given, and counted", () => {
    expect([measure(9).inForceFrom, measure(9).inForceUntil]).toEqual(["2024-12-31", "2027-01-01"]);
    expect(traps.counts["date_implemented is a 31 December: it may stand for the year only"]).toBe(1);
    expect(traps.counts["date_removed is a 1 January: it may stand for the year only"]).toBe(1);
  });

  test("last_updated that is older than a description is counted", () => {
    expect(traps.counts["last_updated is older than the newest change of a description"]).toBe(1);
  });

  test("types outside the documented list: three are known, others are OTHER and named", () => {
    expect([11, 12, 13, 14].map((id) => measure(id).kind)).toEqual(["SUBSIDY", "SUBSIDY", "SUBSIDY", "OTHER"]);
    for (const type of ["Lending support", "Equity stake", "Financial investment support"])
      expect(traps.counts[`intervention_type "${type}" is none of the documented ones: SUBSIDY`]).toBe(1);
    expect(traps.counts['intervention_type "Moon levy" has no kind of its own here: OTHER']).toBe(1);
  });

  test("MAST sub-chapters mix two editions: the chapter's letter is the same in both", () => {
    expect([15, 16, 11, 1].map((id) => measure(id).mastChapter)).toEqual(["P", "P", "L", undefined]);
    expect(traps.bundle("gta-16").nodes.find(({ type }) => type === "Claim")?.properties.statement).toContain("MAST: P33 Licensing-");
    expect(traps.counts['mast_chapter "Tariff measures" is no chapter of MAST: left out']).toBeGreaterThan(10);
  });

  test("a prior level of 0 may mean that it is missing", () => {
    expect(edges(17, "COVERS")).toEqual([
      'COVERS commodity:hs-850511 {"priorRate":0,"newRate":10,"rateUnit":"PERCENT"}',
      "COVERS commodity:hs-280530",
      'COVERS commodity:hs-284690 {"newRate":4}',
      'COVERS commodity:hs-282580 {"priorRate":0,"newRate":0,"rateUnit":"PERCENT"}',
      'COVERS commodity:hs-284420 {"priorRate":12,"newRate":3,"rateUnit":"PERCENT"}',
      "COVERS commodity:hs-284180",
      'COVERS commodity:hs-284990 {"newRate":5,"rateUnit":"PERCENT"}',
    ]);
    expect(traps.counts["affected_products: prior_level 0 without a unit or a new level may mean that it is missing: left out"]).toBe(2);
    expect(traps.counts['affected_products: rates in "USD per tonne", a unit we have none for: left out']).toBe(1);
    expect(traps.counts["affected_products: a rate that is no number: left out"]).toBe(1);
  });

  test("an end may lie in the future, and a start before the announcement", () => {
    expect(measure(18).inForceUntil).toBe("2099-06-30");
    expect(traps.counts["date_removed lies after the record's last change: a planned end, kept as given"]).toBe(2);
    expect([measure(19).announcedOn, measure(19).inForceFrom]).toEqual(["2026-01-05", "2025-12-01"]);
    expect(traps.counts["date_implemented lies before date_announced"]).toBe(1);
  });

  test("an end before its start is left out, of the measure as of a product", () => {
    expect([measure(31).inForceFrom, measure(31).inForceUntil]).toEqual([undefined, undefined]);
    expect(edges(31, "COVERS")).toEqual(["COVERS commodity:hs-850511", "COVERS commodity:hs-280530"]);
    expect(traps.counts["date_removed lies before date_implemented: both left out"]).toBe(1);
    expect(traps.counts["affected_products: a product's date_removed lies before its date_implemented: both left out"]).toBe(1);
    expect(traps.counts["COVERS the same twice in one intervention: the first one counts"]).toBe(1);
  });

  test("unknown keys are named, and stop nothing", () => {
    expect(measure(20).title).toBe("Testland: announcement 10 (import tariff)");
    expect(traps.counts["unknown key tariff_peak: not read"]).toBe(1);
    expect(traps.counts["unknown key affected_products.trade_value: not read"]).toBe(1);
  });

  test("version 1 of the API, with plain texts and lists of numbers, is read", () => {
    expect(measure(21).summary).toBe("Plain words & no list.");
    expect(measure(21).kind).toBe("BAN");
    expect(edges(21, "AFFECTS")).toEqual(['AFFECTS country:US {"effect":"HARMED"}']);
    expect(edges(21, "COVERS")).toEqual(["COVERS commodity:hs-010229", "COVERS commodity:hs-280530", "COVERS commodity:cpc-012"]);
    expect(
      traps
        .bundle("gta-act-11")
        .nodes.filter(({ type }) => type === "Source")
        .map(({ properties: p }) => [p.title, p.url, p.reliability]),
    ).toEqual([
      ["Testland: announcement 11", "https://example.org/state-act/11", "AGGREGATOR"],
      ["Testland Gazette 7 of 2014", "https://example.org/gazette/7", "PRESS"],
      ["a press note", "https://example.org/press", "PRESS"],
      ["Testland Times, 3 May 2014", "https://example.org/times_(daily)", "PRESS"],
    ]);
  });

  test("an invalid record is rejected with its place and reason, and the rest goes on", () => {
    expect(traps.rejected).toEqual([
      'gta-traps.jsonl:22:1: Record 22 (intervention twenty-two): intervention_id must be a whole number, not "twenty-two".',
      'gta-traps.jsonl:23:1: Record 23 (intervention 23): date_announced is no day of the calendar: 2026-02 has 28 days, not "2026-02-30".',
      "gta-traps.jsonl:24:1: Record 24 (intervention 24): affected_products.1.product_id is missing.",
    ]);
    expect(traps.bundles.filter(({ name }) => /^gta-\d+$/.test(name))).toHaveLength(29);
  });

  test("the affected are TARGETS, AFFECTS or EXEMPTS, by how they were determined", () => {
    expect(edges(25, "AFFECTS")).toEqual(['AFFECTS country:DE {"note":"incidental","effect":"BENEFITED"}']);
    expect(edges(26, "EXEMPTS")).toEqual(["EXEMPTS country:DE"]);
    expect(edges(27, "AFFECTS")).toEqual(['AFFECTS country:DE {"effect":"MIXED"}']);
    expect([measure(25).effect, measure(11).effect, measure(27).effect]).toEqual(["LIBERALISING", "UNCLEAR", "UNCLEAR"]);
  });

  test("a group of jurisdictions imposes only where it stands alone and is a bloc", () => {
    expect(edges(28, "IMPOSED_BY")).toEqual(["IMPOSED_BY country:G7"]);
    expect(edges(29, "IMPOSED_BY")).toEqual(["IMPOSED_BY country:IN"]);
    expect(traps.counts["implementing_jurisdiction_groups: not stored, but for a bloc that stands alone"]).toBe(2);
  });

  test("a state act is brought by each of its interventions, and what a later one says of it counts", () => {
    expect(traps.bundles.filter(({ name }) => name === "gta-act-2")).toHaveLength(2);
    expect(traps.bundle("gta-act-1").nodes[0]?.properties.title).toBe("Testland: another title");
    expect(traps.counts["interventions of one state act differ in its title, days or sources: the later one counts"]).toBe(4);
    expect(traps.bundles.findIndex(({ name }) => name === "gta-act-5")).toBeLessThan(
      traps.bundles.findIndex(({ name }) => name === "gta-10"),
    );
  });

  test("sectors have three digits, and a name where a record gives it", () => {
    const sector = (code: string) => traps.bundle(`gta-sector-${code}`).nodes[0]?.properties;
    expect(sector("012")).toEqual({ name: "Vegetables", level: "GROUP", aliases: ["CPC 2.1 group 012"] });
    expect(sector("431")).toEqual({ name: "Engines and turbines", level: "GROUP", aliases: ["CPC 2.1 group 431"] });
    expect(edges(16, "COVERS")).toEqual(["COVERS commodity:cpc-431"]);
    expect(traps.counts["affected_sectors: a number of more than three digits is no group of CPC 2.1: left out"]).toBe(1);
  });

  test("a sector without a name takes none away that the graph has", async () => {
    const importer = gtaFor({ owners: owning({ "commodity:cpc-012": "gta-sector-012" }) });
    const record = { ...JSON.parse(readFileSync(TRAPS, "utf8").split("\n")[20] ?? ""), affected_sectors: [12, 13] };
    const { bundles } = await withFile("v1.jsonl", JSON.stringify(record), (path) => imported(importer, path));
    expect(bundles.filter(({ name }) => name.startsWith("gta-sector")).map(({ nodes }) => nodes[0]?.properties)).toEqual([
      { name: "CPC 2.1 group 013", level: "GROUP" },
    ]);
  });

  test("a citation without an address is a source all the same; a page's address that is none is left out", () => {
    const sources = traps.bundle("gta-act-16").nodes.filter(({ type }) => type === "Source");
    expect(sources.map(({ properties }) => [properties.title, properties.url])).toEqual([
      ["Testland: announcement 16", undefined],
      ["Decree 4 of Testland, printed only.", undefined],
    ]);
    expect(traps.counts["state_act_url is no web address: left out"]).toBe(1);
  });

  test.each<[object, string]>([
    [{ date_implemented: null, is_in_force: true }, "is_in_force 1 contradicts"],
    [{ date_removed: "2026-02-05", date_implemented: "2026-01-20", is_in_force: 1 }, "is_in_force 1 contradicts"],
    [{ date_implemented: "2026-01-20", is_in_force: 0 }, "is_in_force 0 contradicts"],
  ])("%o: %s the dates, which is counted", async (changes, note) => {
    expect(await counted(changes)).toContainEqual(expect.stringContaining(note));
  });

  test.each<[object]>([
    [{ date_implemented: "2026-02-20", is_in_force: 1 }],
    [{ date_implemented: "2026-01-20", date_removed: "2026-02-20", is_in_force: 0 }],
    [{ date_implemented: "2026-01-20", date_removed: "2099-01-31", is_in_force: 1 }],
  ])("%o: is_in_force may agree with the dates on the day it was set", async (changes) => {
    expect(await counted(changes)).not.toContainEqual(expect.stringContaining("contradicts"));
  });

  test.each<[object, string]>([
    [{ intervention_type: null }, "intervention_type is missing: OTHER"],
    [
      { affected_products: [{ product_id: 850511, date_implemented: "2025-12-31", date_removed: "2027-01-01" }] },
      "it may stand for the year",
    ],
  ])("%o: what is odd is counted", async (changes, note) => {
    expect(await counted(changes)).toContainEqual(expect.stringContaining(note));
  });

  test.each<[string | number | null, string | undefined]>([
    ["inward", "IMPORT"],
    ["Outward", "EXPORT"],
    ["outward subsidy", "EXPORT"],
    [1, "IMPORT"],
    [3, "EXPORT"],
    [null, undefined],
    ["sideways", undefined],
  ])("affected_flow %o is the flow %o, also where the type says none", async (affected_flow, flow) => {
    const first = JSON.parse(readFileSync(TRAPS, "utf8").split("\n")[3] ?? "");
    const record = { ...first, intervention_type: "State loan", affected_flow };
    const { bundle, counts } = await withFile("x.json", JSON.stringify(record), (path) => imported(gta, path));
    expect(bundle("gta-4").nodes[0]?.properties.flow).toBe(flow);
    expect(Object.keys(counts).some((note) => note.startsWith('affected_flow "sideways" is none of'))).toBe(affected_flow === "sideways");
  });

  test("an intervention that stands in the file twice is named, and the later one counts", async () => {
    const lines = readFileSync(TRAPS, "utf8").split("\n");
    const again = JSON.stringify({ ...JSON.parse(lines[3] ?? ""), intervention_type: "Export ban" });
    const { bundle, counts } = await withFile("x.jsonl", `${lines[3]}\n${again}\n`, (path) => imported(gta, path));
    expect(bundle("gta-4").nodes[0]?.properties.kind).toBe("BAN");
    expect(counts["one intervention stands there twice: the later one counts"]).toBe(1);
  });
});

describe("the file's form", () => {
  test("a file of interventions may be lines, a list, or pages: the bundles are the same", async () => {
    const lines = readFileSync(TRAPS, "utf8").trim().split("\n");
    const said = ({ bundles }: Imported) =>
      bundles.map(({ name, nodes, edges }) => [name, nodes.map((n) => n.properties), edges.map((e) => [e.type, e.to, e.properties])]);
    for (const content of [
      `[${lines.join(",")}]`,
      JSON.stringify({ count: lines.length, next: null, previous: null, results: lines.map((line) => JSON.parse(line)) }, null, 2),
    ]) {
      await withFile("x.json", content, async (path) => expect(said(await imported(gta, path))).toEqual(said(traps)));
    }
  });
});

describe("on an engine", () => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
    const report = await load(engine, model, await readInputs(["seed"]));
    expect(report.problems.map(formatProblem)).toEqual([]);
  });
  afterAll(() => engine.close());

  test("interventions pass the checks and load once the nomenclature is there; a second load changes nothing", async () => {
    const codes = await imported(hs({ owners: ownersIn(engine) }), fixture("hs.csv"));
    const once = [...new Map([...codes.bundles, ...traps.bundles].map((bundle) => [bundle.name, bundle])).values()];
    const first = await loadBundles(engine, model, once);
    expect(first.problems.map(formatProblem)).toEqual([]);
    const second = await loadBundles(engine, model, once);
    const changed = second.bundles.filter(
      ({ nodes, edges }) => nodes.added + nodes.changed + nodes.removed + edges.added + edges.changed + edges.removed > 0,
    );
    expect(changed).toEqual([]);
    const rows = await engine.read({
      text: "MATCH (m:Measure {id: $id})-[r:COVERS]->(c:Commodity) RETURN c.id, r.since, r.until, r.priorRate, r.newRate, r.rateUnit, r.recordedOn ORDER BY c.id",
      params: { id: "measure:gta-1" },
    });
    expect(rows).toEqual([
      ["commodity:hs-010229", "2026-02-01", "2026-12-31", 5, 7.5, "PERCENT", "2026-01-10"],
      ["commodity:hs-850511", null, null, null, null, null, "2026-01-10"],
    ]);
  });
});
