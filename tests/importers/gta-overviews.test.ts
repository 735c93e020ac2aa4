import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { gta as gtaFor } from "../../src/importers/index.ts";
import type { Bundle } from "../../src/load/index.ts";
import { randomOf } from "../support/random.ts";
import { Commands } from "./commands.ts";
import { gtaRecords } from "./generate-gta.ts";
import { edgesOf, fixture, imported, owning, withFile } from "./support.ts";

const gta = gtaFor({ owners: owning({}) });

/** What bundles say, without their places. */
const said = ({ name, nodes, edges }: Bundle) => ({
  name,
  nodes: nodes.map(({ id, properties }) => [id, properties]),
  edges: edges.map(({ type, from, to, properties }) => JSON.stringify([type, from, to, properties])).sort(),
});

type Keys = Readonly<Record<string, unknown>>;
const bundlesOf = (...records: readonly Keys[]) =>
  withFile("x.json", JSON.stringify(records), async (path) => (await imported(gta, path)).bundles);

/** The bundles that a later record makes of what an earlier one said, each filled from the earlier one of its name, as the stream does it. */
async function filledFrom(earlier: Keys, later: Keys): Promise<Bundle[]> {
  const before = new Map((await bundlesOf(earlier)).map((bundle) => [bundle.name, bundle]));
  return (await bundlesOf(later)).map((bundle) => {
    const first = before.get(bundle.name);
    return first && bundle.silence ? bundle.silence.filledFrom(first) : bundle;
  });
}

const traps = readFileSync(fixture("gta-traps.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line): Keys => JSON.parse(line))
  // Three are refused.
  .filter(({ intervention_id }) => !["twenty-two", "23", "24"].includes(String(intervention_id)));
const generated = [...gtaRecords({ count: 60, seed: 7, products: ["010229", "850511", "280530", "284690"] })] as Keys[];

describe("a key that a record lacks says nothing", () => {
  test.each([
    ["of the fixture", traps],
    ["of the generator", generated],
  ])("whatever keys a later record %s lacks, what the earlier one said of them stays", async (_, records) => {
    const { below } = randomOf(3);
    expect(records.length).toBeGreaterThan(25);
    for (const record of records) {
      const full = (await bundlesOf(record)).filter(({ name }) => !name.startsWith("gta-sector"));
      for (const share of [2, 5, 100]) {
        const kept = Object.entries(record).filter(([key]) => /^(intervention|state_act)_id$/.test(key) || below(share) === 0);
        const later = (await filledFrom(record, Object.fromEntries(kept))).filter(({ name }) => !name.startsWith("gta-sector"));
        expect(later.map(said), `${record.intervention_id}: ${kept.map(([key]) => key)}`).toEqual(full.map(said));
        expect(later.flatMap(({ silence }) => silence?.about ?? [])).toEqual(full.flatMap(({ silence }) => silence?.about ?? []));
      }
    }
  });

  test("what a later record says counts, and null or an empty list says that there is none", async () => {
    const [record] = traps;
    const { intervention_id, state_act_id } = record ?? {};
    const later = { intervention_id, state_act_id, affected_products: [], date_implemented: null, gta_evaluation: "Green" };
    const bundle = (await filledFrom(record ?? {}, later)).find(({ name }) => name === "gta-1");
    const measure = bundle?.nodes.find(({ type }) => type === "Measure")?.properties;
    expect(measure).toMatchObject({ title: "Testland: announcement 1 (import tariff)", effect: "LIBERALISING", announcedOn: "2026-01-05" });
    expect(measure).not.toHaveProperty("inForceFrom");
    expect(bundle && edgesOf(bundle)).toEqual([
      "PART_OF measure:gta-act-1",
      "IMPOSED_BY country:IN",
      'AFFECTS country:CN {"certainty":"INFERRED","effect":"BENEFITED"}',
    ]);
    expect(bundle?.nodes.find(({ type }) => type === "Claim")?.properties.statement).toBe(
      "Global Trade Alert records it as Import tariff; evaluation: Green; level: National; firms: all.",
    );
  });

  test("bare product codes take no days and rates away from the goods they name", async () => {
    const [record] = traps;
    const bundle = (await filledFrom(record ?? {}, { ...record, affected_products: [10229, 280530] })).find(({ name }) => name === "gta-1");
    expect(bundle && edgesOf(bundle).filter((edge) => edge.startsWith("COVERS"))).toEqual([
      'COVERS commodity:hs-010229 {"since":"2026-02-01","until":"2026-12-31","priorRate":5,"newRate":7.5,"rateUnit":"PERCENT"}',
      "COVERS commodity:hs-280530",
    ]);
  });

  test("a sentence that says it counts records that lack keys", async () => {
    const { counts } = await withFile("x.json", JSON.stringify([{ intervention_id: 1, state_act_id: 1 }]), (path) => imported(gta, path));
    expect(counts).toEqual({ "a record that lacks keys, as overviews do: what an earlier one said of them stays": 1 });
  });
});

describe("on the real command", { timeout: 120_000 }, () => {
  const at = Commands.forEachTest();
  const FULL = {
    intervention_id: 990001,
    state_act_id: 5001,
    state_act_title: "Testland: duty on cattle",
    intervention_description: [{ text: "<p>A duty of 10 &amp; more.</p>" }],
    state_act_source: [{ text: "Gazette 7 of Testland: https://example.org/gazette/7" }],
    is_official_source: true,
    intervention_url: "https://example.org/intervention/990001",
    gta_evaluation: "Red",
    implementing_jurisdictions: [{ id: 840, name: "United States of America", iso: "USA" }],
    affected_jurisdictions: [{ id: 156, name: "China", iso: "CHN" }],
    inferred_jurisdictions: "Targeted",
    intervention_type: "Import tariff",
    affected_sectors: [],
    affected_products: [{ product_id: 10229, prior_level: "5", new_level: "10", unit: "percent", date_implemented: "2026-02-01" }],
    date_announced: "2026-01-05",
    date_published: "2026-01-10",
    date_implemented: "2026-02-01",
    date_removed: "2026-12-31",
  };
  const OVERVIEW = { intervention_id: 990001, state_act_id: 5001, state_act_title: "Testland: duty on live cattle", gta_evaluation: "Red" };

  const state = async () => ({
    measures: await at.column(
      "MATCH (m:Measure) RETURN m.id + ' ' + m.title + ' ' + coalesce(m.inForceFrom, '-') + ' ' + coalesce(m.inForceUntil, '-') + ' ' + m.effect",
    ),
    edges: await at.column("MATCH (m:Measure)-[r]->(n:Node) RETURN type(r) + ' ' + n.id + ' ' + coalesce(toString(r.newRate), '-')"),
    sources: await at.column("MATCH (s:Source) WHERE s.id STARTS WITH 'source:gta' RETURN s.id + ' ' + coalesce(s.url, '-')"),
  });
  const after = (title: string) => ({
    measures: [
      `measure:gta-990001 ${title} (import tariff) 2026-02-01 2026-12-31 RESTRICTING`,
      `measure:gta-act-5001 ${title} - - UNCLEAR`,
    ],
    edges: ["COVERS commodity:hs-010229 10", "IMPOSED_BY country:US -", "PART_OF measure:gta-act-5001 -", "TARGETS country:CN -"].map(
      (edge) => expect.stringMatching(new RegExp(`^${edge.replace(" 10", " 10(\\.0)?")}$`)),
    ),
    sources: [
      "source:gta-990001 https://example.org/intervention/990001",
      "source:gta-act-5001 -",
      "source:gta-act-5001-1 https://example.org/gazette/7",
    ],
  });

  test.each([
    ["in one file behind it", [[FULL, OVERVIEW]], OVERVIEW.state_act_title],
    ["in one file before it", [[OVERVIEW, FULL]], FULL.state_act_title],
    ["in a load after it", [[FULL], [OVERVIEW]], OVERVIEW.state_act_title],
    ["in a load before it", [[OVERVIEW], [FULL]], FULL.state_act_title],
  ])("an overview that comes %s strips the full record of nothing", async (_, loads, title) => {
    for (const batch of ["20000", "1"]) {
      for (const [i, records] of loads.entries()) {
        const file = await at.file(`${i}.json`, JSON.stringify(records));
        expect(await at.import("gta", "--batch", batch, file)).toMatchObject({ code: 0, stderr: "" });
      }
      expect(await state()).toEqual(after(title));
    }
  });

  test("a repeat writes nothing, and an overview that comes to say that there are no goods takes them away, and says so", async () => {
    const full = await at.file("full.json", JSON.stringify([FULL]));
    const overview = await at.file("overview.json", JSON.stringify([OVERVIEW]));
    await at.import("gta", full);
    expect((await at.import("gta", overview)).stdout).toMatch(/nodes \+0 ~\d -0 =\d+, edges \+0 ~0 -0 =/);
    expect((await at.import("gta", overview)).stdout).toMatch(/^0 bundles written/);
    const none = await at.file("none.json", JSON.stringify([{ ...OVERVIEW, affected_products: [] }]));
    expect((await at.import("gta", none)).stderr).toBe(
      "Removes 1 edge that gta-990001 no longer has: measure:gta-990001 -COVERS-> commodity:hs-010229 (2026-02-01).\n",
    );
    expect(await at.column("MATCH (:Measure)-[r:COVERS]->() RETURN type(r)")).toEqual([]);
  });
});
