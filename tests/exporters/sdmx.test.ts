import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sdmxCsv } from "../../src/exporters/index.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";

describe("statistics as SDMX-CSV", () => {
  it("has a dimension for what rows are grouped by, codes for no value and for all others, and years beside quarters", () => {
    const rows = [
      { period: "2025-Q1", count: 3, unknown: null, combinations: 1, groups: [{ by: "TARGETS", value: "country:US" }] },
      { period: "2025-Q1", count: 2, unknown: null, combinations: 1, groups: [{ by: "TARGETS", value: "firm:acme.co" }] },
      { period: "2025-Q1", count: 1, unknown: 4, combinations: 1, groups: [{ by: "TARGETS", value: null }] },
      { period: "2025-Q1", count: 9, unknown: null, combinations: 5, groups: [] },
      { period: "2025", count: 1, unknown: null, combinations: 1, groups: [{ by: "TARGETS", value: "country:US" }] },
      { period: "2025-06", count: 0, unknown: 0, combinations: 1, groups: [{ by: "TARGETS", value: "country:US" }] },
    ];
    const of = "dataflow,TRADE_GRAPH:MEASURES_BY_TARGETS(1.0.0),I";
    expect(sdmxCsv({ statistics: { count: "ANNOUNCED", unit: "MEASURE", rows } })).toBe(
      [
        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,COUNT,TARGETS,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_UNKNOWN",
        `${of},Q,ANNOUNCED,US,2025-Q1,3,MEASURE,`,
        `${of},Q,ANNOUNCED,firm_acme_co,2025-Q1,2,MEASURE,`,
        `${of},Q,ANNOUNCED,_Z,2025-Q1,1,MEASURE,4`,
        `${of},Q,ANNOUNCED,_O,2025-Q1,9,MEASURE,`,
        `${of},A,ANNOUNCED,US,2025,1,MEASURE,`,
        `${of},M,ANNOUNCED,US,2025-06,0,MEASURE,0`,
        "",
      ].join("\r\n"),
    );
  });

  it.each([
    ["another question", { measures: { nodes: [] } }],
    ["two of them", { a: { count: "BEGAN", unit: "MEASURE", periods: [] }, b: { count: "BEGAN", unit: "MEASURE", periods: [] } }],
    ["no unit", { statistics: { count: "BEGAN", periods: [] } }],
    ["rows without what they are grouped by", { statistics: { count: "BEGAN", unit: "MEASURE", rows: [{ period: "2025", count: 1 }] } }],
    [
      "groups without their values",
      { s: { count: "BEGAN", unit: "MEASURE", rows: [{ period: "2025", count: 1, groups: [{ by: "KIND" }] }] } },
    ],
    ["nothing", null],
  ])("refuses %s, and says what to ask", (_, data) => {
    expect(() => sdmxCsv(data)).toThrow(/^SDMX-CSV is for statistics: ask for statistics alone, and select count, unit, /);
  });

  describe("of a server", () => {
    let seeded: Seeded;
    beforeAll(async () => {
      seeded = await openSeeded();
    });
    afterAll(() => seeded.close());

    const ask = (query: string, accept: string, format = "") =>
      fetch(`${seeded.address}/graphql${format}`, {
        method: "POST",
        headers: { "content-type": "application/json", accept },
        body: JSON.stringify({ query }),
      });
    const QUERY = `{ statistics(count: ANNOUNCED, parts: WHOLES, every: YEAR, from: "2024-01-01", to: "2025-12-31") { count unit periods { period count } } }`;

    it.each([
      ["the header", "application/vnd.sdmx.data+csv;version=2.0.0", ""],
      ["the address", "*/*", "?format=sdmx-csv"],
    ])("says what the JSON answer says, asked by %s", async (_, accept, format) => {
      const json = (await (await ask(QUERY, "application/json")).json()) as {
        data: { statistics: { periods: readonly { period: string; count: number }[] } };
      };
      const response = await ask(QUERY, accept, format);
      expect([response.status, response.headers.get("content-type")]).toEqual([
        200,
        "application/vnd.sdmx.data+csv; version=2.0.0; labels=id",
      ]);
      const [header, ...lines] = (await response.text()).trimEnd().split("\r\n");
      expect(header).toBe("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,COUNT,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_UNKNOWN");
      expect(lines).toHaveLength(2);
      expect(lines).toEqual(
        json.data.statistics.periods.map(
          ({ period, count }) => `dataflow,TRADE_GRAPH:MEASURES(1.0.0),I,A,ANNOUNCED,${period},${count},MEASURE,`,
        ),
      );
    });

    it("refuses what is no statistics with 400", async () => {
      const response = await ask("{ meta { schemaVersion } }", "*/*", "?format=sdmx-csv");
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining("SDMX-CSV is for statistics") }] });
    });
  });
});
