import { describe, expect, test } from "vitest";
import { isLei } from "../../src/load/index.ts";
import { Commands } from "./commands.ts";

const at = Commands.forEachTest();

/** Made for these tests: the check digits of a name and zeros, 98 - n mod 97 as ISO 7064 has it. */
const LEI = "TESTLAND000000000092";
const MORE = `
bundle: more
restsOn: register
firms:
  - {id: acme, name: Acme Magnets, kind: COMPANY, lei: "${LEI}", wikidata: Q900001, aliases: [AcMag]}
  - {id: twin-1, name: Twin, kind: COMPANY}
  - {id: twin-2, name: Twin, kind: COMPANY}
agencies:
  - {id: bis, name: Bureau of Tests, kind: MINISTRY, partOf: US}
measures:
  - {id: m, title: "A tariff: of tests", kind: TARIFF, effect: RESTRICTING}
`;
const prepare = async () => expect((await at.load(await at.file("more.yaml", MORE))).stderr).not.toMatch(/more\.yaml/);

describe("what researchers have for ids", { timeout: 120_000 }, () => {
  test("check digits of LEI", () => {
    expect(isLei(LEI)).toBe(true);
    for (const wrong of ["TESTLAND000000000093", LEI.toLowerCase(), LEI.slice(1), `${LEI}0`, "TSETLAND000000000092"])
      expect(isLei(wrong), wrong).toBe(false);
  });

  const REFERENCES: readonly (readonly [edge: string, text: string, id: string])[] = [
    ["TARGETS", "US", "country:US"],
    ["TARGETS", "USA", "country:US"],
    ["TARGETS", "840", "country:US"],
    ["TARGETS", "country:US", "country:US"],
    ["TARGETS", "United States", "country:US"],
    ["TARGETS", "中国", "country:CN"],
    ["TARGETS", LEI, "firm:acme"],
    ["TARGETS", "Q900001", "firm:acme"],
    ["TARGETS", "Acme Magnets", "firm:acme"],
    ["TARGETS", "AcMag", "firm:acme"],
    ["TARGETS", "Bureau of Tests", "agency:bis"],
    ["COVERS", "850511", "commodity:hs-850511"],
    ["COVERS", "8505.11", "commodity:hs-850511"],
    ["COVERS", "010229", "commodity:hs-010229"],
    ["COVERS", "hs-010229", "commodity:hs-010229"],
    ["COVERS", "Live cattle", "commodity:hs-010229"],
  ];

  test("each is the id that it stands for, in tables of edges and of nodes, whole or row by row, and in jsonl", async () => {
    await prepare();
    for (const edge of ["TARGETS", "COVERS"]) {
      const rows = REFERENCES.filter(([type]) => type === edge);
      for (const how of [[], ["--by-row"]]) {
        // The since tells the edges apart.
        const table = rows.map(([, text], i) => `A tariff: of tests,${text},${2000 + i},register\n`).join("");
        const { code, stderr } = await at.import(
          "csv",
          "--as",
          edge,
          "--replace",
          ...how,
          await at.file(`${edge}.csv`, `from,to,since,claims\n${table}`),
        );
        expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
        const stored = await at.read(`MATCH (:Measure {id: 'measure:m'})-[r:${edge}]->(n) RETURN r.since, n.id ORDER BY r.since`);
        expect(stored).toEqual(rows.map(([, , id], i) => [String(2000 + i), id]));
      }
      const edges = rows.map(([, to], i) => ({
        type: edge,
        from: "m",
        to,
        properties: { since: String(1900 + i) },
        claims: ["claim:register"],
      }));
      const lines = `{"format":"trade-graph","version":1}\n${JSON.stringify({ bundle: `j-${edge.toLowerCase()}`, nodes: [], edges })}\n`;
      expect(await at.import("jsonl", await at.file(`${edge}.jsonl`, lines))).toMatchObject({ code: 0, stderr: "" });
      const stored = await at.read(
        `MATCH (:Measure {id: 'measure:m'})-[r:${edge}]->(n) WHERE r.since < '2000' RETURN r.since, n.id ORDER BY r.since`,
      );
      expect(stored).toEqual(rows.map(([, , id], i) => [String(1900 + i), id]));
    }
    const seats = "id,name,kind,headquarters,claims\nx,X,COMPANY,USA;156,register\n";
    expect(await at.import("csv", "--as", "Firm", await at.file("firms.csv", seats))).toMatchObject({ code: 0, stderr: "" });
    expect(await at.column("MATCH (:Firm {id: 'firm:x'})-[:HEADQUARTERED_IN]->(c) RETURN c.id")).toEqual(["country:CN", "country:US"]);
  });

  test.each<[string, string, string]>([
    ["TARGETS", "us", '"us" names nothing here. Did you mean "country:US"?'],
    ["TARGETS", "country:USA", '"country:USA" names nothing here. Did you mean "country:US"?'],
    ["TARGETS", "Untied States of America", '"Untied States of America" names nothing here. Did you mean "country:US"?'],
    ["TARGETS", "Twin", '"Twin" may be firm:twin-1, firm:twin-2: write the id.'],
    ["TARGETS", "TESTLAND000000000093", '"TESTLAND000000000093" is no Legal Entity Identifier: its last two digits do not check the rest.'],
    ["COVERS", "10229", '"10229" names nothing here. Did you mean "commodity:hs-010229"?'],
  ])("a column of %s with %s is refused with what may be meant", async (edge, text, message) => {
    await prepare();
    const { code, stderr } = await at.import("csv", "--as", edge, await at.file("edges.csv", `from,to,claims\nm,${text},register\n`));
    expect({ code, stderr }).toEqual({ code: 1, stderr: `edges.csv:2:3: to: ${message}\n` });
    const line = JSON.stringify({
      bundle: "j",
      nodes: [],
      edges: [{ type: edge, from: "measure:m", to: text, properties: {}, claims: ["claim:register"] }],
    });
    if (text.includes(":")) return;
    const jsonl = await at.import("jsonl", await at.file("x.jsonl", `{"format":"trade-graph","version":1}\n${line}\n`));
    expect(jsonl).toMatchObject({ code: 1, stderr: `x.jsonl:2:1: No bundle: edges.0.to: ${message}\n` });
  });

  test("a LEI whose digits do not check is refused wherever it is stored", async () => {
    const message =
      'lei "TESTLAND000000000093" is no Legal Entity Identifier: 20 capitals and digits, the last two of which check the rest.';
    const table = await at.file("firms.csv", "id,name,kind,lei\na,A,COMPANY,TESTLAND000000000093\n");
    expect((await at.import("csv", "--as", "Firm", table)).stderr).toBe(`firms.csv:2:13: ${message}\n`);
    const seed = await at.load(
      await at.file("f.yaml", "bundle: f\nfirms:\n  - {id: a, name: A, kind: COMPANY, lei: TESTLAND000000000093}\n"),
    );
    expect(seed).toMatchObject({ code: 1, stderr: expect.stringContaining(message) });
  });
});
