import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loaded } from "../load/support.ts";
import { type Served, serve } from "./support.ts";

const WORLD = `
bundle: w
restsOn: c
sources:
  - {id: gazette, title: "Notice 7", publisher: Ministry, publishedOn: 2025-04-04, url: "https://example.org/7", reliability: OFFICIAL}
  - {id: press, title: "Ministry bans", publisher: Herald, publishedOn: 2025-06-01, url: "https://example.org/news", reliability: PRESS}
  - {id: other, title: Elsewhere, publishedOn: 2025-01-01, reliability: PRESS}
countries: [{id: CN, name: China, kind: STATE, iso2: CN, claims: [{id: c-cn, source: other, certainty: REPORTED}]}]
measures:
  - {id: ban, title: A ban, kind: BAN, effect: RESTRICTING, announcedOn: 2025-04-04,
     claims: [{id: c, source: gazette, certainty: CONFIRMED}, {id: late, source: press, certainty: REPORTED}]}
`;

const today = () => new Date().toISOString().slice(0, 10);
/** `28 Nov 2026` of today. */
const inWords = (day: string) =>
  `${Number(day.slice(8))} ${new Date(`${day}T00:00:00Z`).toLocaleString("en", { month: "short", timeZone: "UTC" })} ${day.slice(0, 4)}`;

interface Cited {
  readonly citation: string;
  readonly format: string;
  readonly days: unknown;
  readonly address: string | null;
  readonly queryDigest: string;
  readonly dataVersion: string;
  readonly sources: readonly { readonly id: string; readonly citation: string }[];
  readonly missing: string | null;
}

describe("citations", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
    await loaded(served.engine, { name: "w.yaml", text: WORLD });
  });
  afterAll(() => served?.close());

  const data = async (query: string, variables: Record<string, unknown> = {}) => {
    const { json } = await served.ask(query, variables);
    expect(json.errors).toBeUndefined();
    return json.data;
  };
  const citing = async (query: string, citation: unknown, variables: Record<string, unknown> = {}) =>
    served.post(JSON.stringify({ query, variables, extensions: { citation } }));
  const cited = async (query: string, citation = "TEXT", variables: Record<string, unknown> = {}) => {
    const { json } = await citing(query, citation, variables);
    expect(json.errors).toBeUndefined();
    return json.extensions?.citation as Cited;
  };

  it("of a source names the document, of anything else its entry at its address, as of its days", async () => {
    const asked = await data(
      `query ($on: Date!, $form: CitationFormat!) {
         source(id: "gazette") { citation bibtex: citation(format: BIBTEX) chosen: citation(format: $form) }
         measure(id: "ban") { citation claims(first: 1) { nodes { source { citation } } } }
         earlier: measure(id: "ban") @asOf(valid: $on, known: "2025-05-02") { citation }
         node(id: "source:press") { citation }
         country(code: "CN") { ris: citation(format: RIS) }
       }`,
      { on: "2025-05-01", form: "CSL_JSON" },
    );
    const read = `(accessed ${inWords(today())})`;
    const gazette = `Ministry: “Notice 7”, 4 Apr 2025. https://example.org/7 ${read}`;
    expect(asked).toEqual({
      source: {
        citation: gazette,
        bibtex: `@misc{gazette,\n  title = {{Notice 7}},\n  howpublished = {Ministry},\n  year = {2025},\n  month = {4},\n  day = {4},\n  url = {https://example.org/7},\n  urldate = {${today()}},\n}`,
        chosen: expect.stringContaining('"publisher": "Ministry"'),
      },
      measure: {
        citation: `“A ban”, measure in trade-graph. ${served.address}/id/measure:ban ${read}`,
        claims: { nodes: [{ source: { citation: gazette } }] },
      },
      earlier: {
        citation: `“A ban”, measure in trade-graph, as it stood on 1 May 2025, as known on 2 May 2025. ${served.address}/id/measure:ban?on=2025-05-01&known=2025-05-02 ${read}`,
      },
      node: { citation: `Herald: “Ministry bans”, 1 Jun 2025. https://example.org/news ${read}` },
      country: { ris: expect.stringContaining("TI  - China\r\n") },
    });
  });

  it("of the graph names the state of its data, and of a page its title, address and days", async () => {
    const asked = (await data(`{
      meta { dataVersion citation page: citation(title: "A page", url: "https://x.org/p", valid: "2025-05-01", known: "2025-06-02") }
    }`)) as { meta: { dataVersion: string; citation: string; page: string } };
    const { dataVersion, citation, page } = asked.meta;
    const version = `data version ${dataVersion} of ${inWords(today())}`;
    expect(citation).toBe(
      `trade-graph: “A knowledge graph of trade policy”, ${version}. ${served.address}/ (accessed ${inWords(today())})`,
    );
    expect(page).toBe(
      `trade-graph: “A page”, ${version}, as it stood on 1 May 2025, as known on 2 Jun 2025. https://x.org/p (accessed ${inWords(today())})`,
    );
  });

  it("of an answer come on request: its sources, the data's version, the day, the query's digest, and an address that answers the same", async () => {
    const query = 'query Bans($id: ID!) @asOf(valid: "2025-07-01") { measure(id: $id) { id title } }';
    const found = await cited(query, "TEXT", { id: "measure:ban" });
    const meta = (await data("{ meta { dataVersion } }")) as { meta: { dataVersion: string } };
    expect(found).toMatchObject({
      format: "TEXT",
      days: [{ valid: "2025-07-01", known: null }],
      queryDigest: createHash("sha256").update(query).digest("hex"),
      dataVersion: meta.meta.dataVersion,
      missing: null,
    });
    expect(found.citation).toMatch(/^trade-graph: “Bans”, data version .*, as it stood on 1 Jul 2025\. http/);
    expect(found.sources.map(({ id }) => id)).toEqual(["source:gazette", "source:press"]);
    expect(found.sources[1]?.citation).toMatch(/^Herald: “Ministry bans”, 1 Jun 2025\./);
    const again = await (await fetch(String(found.address))).json();
    expect(again).toMatchObject({ data: { measure: { id: "measure:ban", title: "A ban" } } });
  });

  it("leave out sources that nobody had published by the day as of which it is known", async () => {
    const { sources } = await cited('{ measure(id: "ban") @asOf(known: "2025-05-01") { id } }');
    expect(sources.map(({ id }) => id)).toEqual(["source:gazette"]);
  });

  it("name the source of a claim, and a source, that an answer has, whatever it calls them", async () => {
    const { sources } = await cited('{ claim(id: "late") { which: id } source(id: "other") { it: id } }');
    expect(sources.map(({ id }) => id)).toEqual(["source:other", "source:press"]);
  });

  it("are none where nobody asked, and no address where it would be too long", async () => {
    const { json } = await served.ask('{ measure(id: "ban") { id } }');
    expect(json.extensions).not.toHaveProperty("citation");
    expect((await cited(`{ measure(id: "ban") { id } } #${"x".repeat(4_000)}`)).address).toBeNull();
  });

  it("are asked for by GET as well, and stand in a header where the answer is a table", async () => {
    const asked = new URLSearchParams({ query: "{ measures { nodes { id } } }", extensions: '{"citation":"BIBTEX"}' });
    const { json } = await served.request(`/graphql?${asked}`);
    expect(json.extensions?.citation).toMatchObject({ citation: expect.stringMatching(/^@misc\{trade-graph-measures-/) });
    const { text, headers } = await served.request(`/graphql?format=csv&${asked}`);
    expect(text).toContain("measure:ban");
    expect(headers.get("trade-graph-citation")).toMatch(/^@misc\{trade-graph-measures-[\d-]+,\\u000a {2}title = /);
  });

  it.each(["bibtex", "", 7, true, {}, []])("in a form that there is not (%j) are refused before anything runs", async (form) => {
    const { json, status } = await citing('{ measure(id: "ban") { id } }', form);
    expect(json).toMatchObject({
      errors: [
        {
          message: `extensions.citation is a form of citation: TEXT, BIBTEX, CSL_JSON, RIS; not ${JSON.stringify(form)}.`,
          extensions: { code: "BAD_USER_INPUT" },
        },
      ],
    });
    expect(json.data ?? null).toBeNull();
    expect([200, 400]).toContain(status);
  });
});
