import jsonldReader from "jsonld";
import { Parser } from "n3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mergeCommand } from "../../src/cli/merge.ts";
import { ran } from "../importers/support.ts";
import { loaded } from "../load/support.ts";
import { type Served, serve } from "./support.ts";

const KEY = "a-key-of-twenty-chars";
const WORLD = `
bundle: w
restsOn: c
sources: [{id: s, title: A register, publisher: Office, reliability: OFFICIAL, publishedOn: 2025-07-01}]
claims: [{id: c, source: s, certainty: REPORTED}]
countries: [{id: CN, name: China, kind: STATE, iso2: CN}]
firms:
  - {id: old, name: Acme Ltd, kind: COMPANY, headquarters: CN, claims: [{id: c-old, source: s, certainty: REPORTED}]}
  - {id: new, name: Acme Limited, kind: COMPANY, headquarters: CN, claims: [{id: c-new, source: s, certainty: REPORTED}]}
measures:
  - {id: m, title: "Ban \\"all\\"", kind: BAN, effect: RESTRICTING, announcedOn: 2025-04, targets: [{to: firm:new, since: 2025-05-01}]}
`;

/** The statements of a text, each in one line, whatever the names of blank nodes. */
const statementsOf = (text: string): string[] =>
  new Parser()
    .parse(text)
    .map(({ subject, predicate, object }) => [subject, predicate, object].map(({ value }) => value).join(" | "))
    .sort();

describe("the address of a node", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ loadKey: KEY });
    await loaded(served.engine, { name: "w.yaml", text: WORLD });
  });
  afterAll(() => served?.close());

  const get = (path: string, accept?: string) =>
    served.request(path, { redirect: "manual", ...(accept === undefined ? {} : { headers: { accept } }) });

  it("is the page for browsers, and for who wants anything", async () => {
    for (const accept of [undefined, "*/*", "text/html,application/xhtml+xml,*/*;q=0.8", "image/png"]) {
      const { status, headers } = await get("/id/measure:m", accept);
      expect([accept, status, headers.get("content-type")]).toEqual([accept, 200, "text/html; charset=utf-8"]);
      expect(headers.get("vary")).toMatch(/accept/i);
      expect(headers.get("link")).toContain('</id/measure:m>; rel="alternate"; type="application/ld+json"');
    }
  });

  it("is JSON-LD, Turtle or N-Quads for who prefers that, and all three say the same", async () => {
    const [json, turtle, nquads] = await Promise.all(
      ["application/ld+json", "text/html;q=0.5, text/turtle", "application/n-quads"].map((accept) => get("/id/measure:m", accept)),
    );
    expect([json, turtle, nquads].map((answer) => answer?.headers.get("content-type"))).toEqual([
      "application/ld+json; charset=utf-8",
      "text/turtle; charset=utf-8",
      "application/n-quads; charset=utf-8",
    ]);
    const statements = statementsOf(nquads?.text ?? "");
    const edge = statements.filter((line) => line.startsWith("urn:trade-graph:relationship:"));
    expect(statements).toEqual(
      expect.arrayContaining([
        'urn:trade-graph:measure:m | urn:trade-graph:schema:title | Ban "all"',
        "urn:trade-graph:measure:m | urn:trade-graph:schema:announcedOn | 2025-04",
        "urn:trade-graph:measure:m | urn:trade-graph:schema:TARGETS | urn:trade-graph:firm:new",
      ]),
    );
    expect(edge.some((line) => line.endsWith("urn:trade-graph:schema:since | 2025-05-01"))).toBe(true);
    expect(statementsOf(turtle?.text ?? "")).toEqual(statements);
    const quads = await jsonldReader.toRDF(JSON.parse(json?.text ?? ""), { format: "application/n-quads" });
    expect(statementsOf(String(quads))).toEqual(statements);
  });

  it("of what nobody has is 404, in words for who takes no page", async () => {
    for (const [path, accept] of [
      ["/id/measure:none", "application/ld+json"],
      ["/id/nonsense", "text/turtle"],
      ["/id/measure:none", "*/*"],
    ] as const) {
      const { status, text } = await get(path, accept);
      expect([path, status, text.startsWith("No node has the id")]).toEqual([path, 404, true]);
    }
    expect((await get("/id/measure:none", "text/html")).headers.get("content-type")).toBe("text/html; charset=utf-8");
  });

  it("of a node that was merged leads to the other, with its days, for people and programs", async () => {
    await ran(mergeCommand, ["firm:old", "INTO", "firm:new", "--url", served.address], { LOAD_KEY: KEY });
    for (const accept of ["text/html", "application/ld+json"]) {
      const { status, headers } = await get("/id/firm:old?on=2025-06-01", accept);
      expect([accept, status, headers.get("location")]).toEqual([accept, 302, "/id/firm:new?on=2025-06-01"]);
    }
  });
});
