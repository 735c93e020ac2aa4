import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openEmbedded } from "../../src/engine/index.ts";
import { readModel } from "../../src/model/index.ts";
import { createServer } from "../../src/server/index.ts";
import { testNeo4j } from "../support/engine.ts";
import { loadSeed } from "../support/seeded.ts";
import { Commands } from "./commands.ts";

const at = Commands.forEachTest();

const UN =
  '{title: Population estimates, publisher: A statistics office, publishedOn: 2024-07-11, reliability: OFFICIAL, url: "https://example.org/pop"}';
const PRESS = "{title: A guess, publishedOn: 2025-01-02, reliability: PRESS}";

/** Everything in the graph but the notes of bundles and writes, in order. */
const graph = async () => {
  const nodes = await at.read("MATCH (n:Node) RETURN n.id, properties(n)");
  const edges = await at.read("MATCH (a:Node)-[r]->(b:Node) RETURN a.id, type(r), b.id, properties(r)");
  const sorted = (value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return [...nodes, ...edges].map((row) => JSON.stringify(row.map(sorted))).sort();
};
const population = async (id: string) => (await at.read(`MATCH (n:Country {id: "${id}"}) RETURN n.population`))[0]?.[0];
/** What removes all that a bundle said. */
const empty = async (bundle: string) => {
  const { code, stderr } = await at.load(await at.file(`${bundle}.yaml`, `bundle: ${bundle}\n`));
  expect({ code, stderr }).toMatchObject({ code: 0 });
};

describe("a table that adds to what is there", { timeout: 120_000 }, () => {
  test("--fill gives what nobody says, each value a claim of the table's source; a repeat writes nothing; without the table its values go", async () => {
    const before = await graph();
    const table = await at.file("population.csv", "id,population,name\nCN,1410000000,Cathay\nUSA,335000000,\n840,335000000,\nIN,,\n");
    const fill = () => at.import("csv", "--as", "Country", "--fill", "--source", UN, table);
    const first = await fill();
    expect(first.stderr).toBe("");
    // A source, a claim for all that a table states itself, and one for each of two countries (a code and a number mean the same).
    expect(first.stdout).toContain("nodes +4 ~0 -0 =0");
    expect(first.stdout).toContain("1 × a name where there is one already: left as it is (--claim states yours beside it)");
    expect(first.code).toBe(0);
    expect([await population("country:CN"), await population("country:US"), await population("country:IN")]).toEqual([
      1_410_000_000,
      335_000_000,
      null,
    ]);
    expect(await at.column("MATCH (n:Country {id: 'country:CN'}) RETURN n.name")).toEqual(["China"]);
    expect(
      await at.read(
        "MATCH (s:Source)<-[:STATED_IN]-(c:Claim)-[r:ABOUT]->(n:Country {id: 'country:CN'}) WHERE r.field = 'population' RETURN s.title, c.certainty, c.locator, r.value, n.bundle",
      ),
    ).toEqual([["Population estimates", "REPORTED", "CN", "1410000000", "world"]]);

    const after = await graph();
    const again = await fill();
    expect(again.stdout).toContain("0 bundles written, 1 as before");
    expect(await graph()).toEqual(after);

    await empty("fill-population");
    expect(await graph()).toEqual(before);
  });

  test("a second table fills what the first left open, and nothing that it said", async () => {
    const first = await at.file("a.csv", "id,population\nCN,1\n");
    const second = await at.file("b.csv", "id,population\nCN,2\nIN,3\n");
    await at.import("csv", "--as", "Country", "--fill", "--source", UN, first);
    const { stdout } = await at.import("csv", "--as", "Country", "--fill", "--source", PRESS, second);
    expect(stdout).toContain("1 × a population where there is one already");
    expect([await population("country:CN"), await population("country:IN")]).toEqual([1, 3]);
    // Once the first is gone, the second says it.
    await empty("fill-a");
    expect((await at.import("csv", "--as", "Country", "--fill", "--source", PRESS, second)).code).toBe(0);
    expect(await population("country:CN")).toBe(2);
  });

  test("--claim states a value beside what others say: the rule chooses, and disagreements can be asked", async () => {
    await at.import(
      "csv",
      "--as",
      "Firm",
      "--bundle",
      "firms",
      "--source",
      PRESS,
      await at.file("f.csv", "id,name,kind,ticker\nacme,Acme,COMPANY,ACM\n"),
    );
    const table = await at.file("tickers.csv", "id,ticker\nAcme,ACME\n");
    const { code, stderr } = await at.import("csv", "--as", "Firm", "--claim", "--source", UN, "--certainty", "CONFIRMED", table);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    // The surest claim counts; the record's own value stands beside it.
    expect(await at.read("MATCH (n:Firm) RETURN n.id, n.ticker, n.stated, n.disputed, n.bundle")).toEqual([
      ["firm:acme", "ACME", '{"ticker":"ACM"}', true, "firms"],
    ]);
    await empty("claim-tickers");
    expect(await at.read("MATCH (n:Firm) RETURN n.ticker, n.stated, n.disputed")).toEqual([["ACM", null, null]]);
  });

  test("years follow each other: the latest counts, and a repeat writes nothing", async () => {
    const table = await at.file("years.csv", "id,population,since\nCN,1400000000,2019\nCN,1412000000,2021\nCN,1411000000,2020\n");
    const run = () => at.import("csv", "--as", "Country", "--fill", "--source", UN, table);
    expect(await run()).toMatchObject({ code: 0, stderr: "" });
    expect(await population("country:CN")).toBe(1_412_000_000);
    expect((await run()).stdout).toContain("0 bundles written, 1 as before");
    const [[history = null] = []] = await at.read("MATCH (n:Country {id: 'country:CN'}) RETURN n.history");
    expect((history as string[]).map((step) => step.split("\u241F").slice(0, 2))).toEqual([
      ["population", "2019"],
      ["population", "2020"],
      ["population", "2021"],
    ]);
  });

  test("a row whose node is not there is refused with its place, and the others are taken", async () => {
    const table = await at.file("population.csv", "id,population\nWLD,8000000000\nIN,1428000000\n");
    const { code, stderr } = await at.import("csv", "--as", "Country", "--fill", "--source", UN, table);
    expect(code).toBe(1);
    expect(stderr).toBe('population.csv:2:1: The graph has no Country "WLD": this row is left out.\n');
    expect(await population("country:IN")).toBe(1_428_000_000);
  });

  test("edges are filled where a node has none of that kind; others' stay", async () => {
    const firms = await at.file("firms.csv", "id,name,kind,headquarters\nacme,Acme,COMPANY,US\nbest,Best,COMPANY,\n");
    await at.import("csv", "--as", "Firm", "--source", PRESS, firms);
    const { code, stderr } = await at.import(
      "csv",
      "--as",
      "Firm",
      "--fill",
      "--source",
      UN,
      await at.file("seats.csv", "id,headquarters\nacme,CN\nbest,CN\n"),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(await at.read("MATCH (f:Firm)-[r:HEADQUARTERED_IN]->(c) RETURN f.id, c.id ORDER BY f.id, c.id")).toEqual([
      ["firm:acme", "country:US"],
      ["firm:best", "country:CN"],
    ]);
  });

  test("--skip-existing adds what is not there, and says what is there otherwise", async () => {
    const table = await at.file("countries.csv", "id,name,kind,iso2\nCN,China,STATE,CN\nUS,America,STATE,US\nFR,France,STATE,FR\n");
    const run = () => at.import("csv", "--as", "Country", "--skip-existing", table);
    const { code, stdout, stderr } = await run();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("nodes +1 ~0 -0 =0");
    expect(stdout).toContain("2 × a Country that is there already: left out");
    expect(stdout).toContain("1 × of these, one that has another name here (such as country:US)");
    expect((await run()).stdout).toContain("0 bundles written, 1 as before");
    expect(await at.column("MATCH (n:Country) RETURN n.id")).toEqual([
      "country:CN",
      "country:FR",
      "country:IN",
      "country:NA",
      "country:US",
    ]);
  });

  test("row by row it is the same", async () => {
    const before = await graph();
    const table = await at.file("population.csv", "id,population\nCN,1410000000\nUS,335000000\n");
    const run = () => at.import("csv", "--as", "Country", "--fill", "--by-row", "--source", UN, table);
    expect(await run()).toMatchObject({ code: 0, stderr: "" });
    expect([await population("country:CN"), await population("country:US")]).toEqual([1_410_000_000, 335_000_000]);
    const after = await graph();
    expect((await run()).stdout).toContain("0 bundles written, 3 as before");
    expect(await graph()).toEqual(after);
    for (const bundle of ["cn", "us"]) {
      const [name = ""] = await at.column(`MATCH (b:Bundle) WHERE b.name STARTS WITH 'fill-population-${bundle}' RETURN b.name`);
      await empty(name);
    }
    await empty("fill-population-evidence");
    expect(await graph()).toEqual(before);
  });

  test.each<[string, string[], string, string]>([
    [
      "a list",
      ["--as", "Country", "--fill"],
      "id,aliases\nCN,Cathay\n",
      "x.csv:1:4: aliases is a list that no claim gives: state it where Country records are defined.",
    ],
    [
      "no source",
      ["--as", "Country", "--fill"],
      "id,population\nCN,5\n",
      "x.csv:2:1: Nobody says so: name the source (--source), claims (--rests-on), or a claim in the column claims.",
    ],
    [
      "a value that is none",
      ["--as", "Country", "--fill", "--source", UN],
      "id,population\nCN,many\n",
      'x.csv:2:4: population "many" must be a number.',
    ],
    ["a table of edges", ["--as", "TARGETS", "--claim"], "from,to\na,b\n", "--claim goes with tables of nodes."],
    ["two ways at once", ["--as", "Country", "--claim", "--fill"], "id\nCN\n", "option '--fill' cannot be used with option '--claim'"],
    ["a source that is no map", ["--as", "Country", "--fill", "--source", "{title: [a]}"], "id\nCN\n", "title of a source is one value."],
  ])("%s is refused with what to do", async (_, args, table, message) => {
    const { code, stderr } = await at.import("csv", ...args, await at.file("x.csv", table));
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});

const PACTS = (title: string, members: string) => `Title,Members,Signed\n${title},"${members}",17.11.2023\n`;
const MAPPING = `
table: {dates: DD.MM.YYYY}
source: {id: example-pacts, title: A list of pacts, publishedOn: 2025-01-01, reliability: PRESS}
nodes:
  pact:
    type: Agreement
    id: "example-{Title}"
    fields:
      title: Title
      kind: {value: TREATY}
      status: {value: SIGNED}
      signedOn: Signed
      participants: {column: Members, split: ", ", code: country}
`;

describe("tables by a mapping", { timeout: 120_000 }, () => {
  test("several files, packed or not, share the mapping's source; a repeat writes nothing, and row by row it is the same", async () => {
    const mapping = await at.file("pacts.yaml", MAPPING);
    const first = await at.file("one.csv", PACTS("One", "China, India"));
    const second = await at.file("two.csv.gz", gzipSync(PACTS("Two", "United States, Atlantis, Namibia")));
    const before = await graph();
    const refused = await at.import("csv", "--map", mapping, first, second);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/^two\.csv\.gz:2:5: participants: "Atlantis" is no name of a country in English\./);
    const mended = await at.file("two.csv.gz", gzipSync(PACTS("Two", "United States, Namibia")));
    for (const more of [[], ["--by-row"]]) {
      const run = () => at.import("csv", "--map", mapping, ...more, first, mended);
      expect(await run()).toMatchObject({ code: 0, stderr: "" });
      expect(
        await at.read("MATCH (c:Country)-[:PARTICIPATES_IN]->(n:Agreement) RETURN n.id, n.signedOn, c.id ORDER BY n.id, c.id"),
      ).toEqual([
        ["agreement:example-One", "2023-11-17", "country:CN"],
        ["agreement:example-One", "2023-11-17", "country:IN"],
        ["agreement:example-Two", "2023-11-17", "country:NA"],
        ["agreement:example-Two", "2023-11-17", "country:US"],
      ]);
      expect(await at.column("MATCH (s:Source) RETURN s.id")).toEqual(["source:example-pacts", "source:notice"]);
      const after = await graph();
      expect((await run()).stdout).toMatch(/^0 bundles written/);
      expect(await graph()).toEqual(after);
      for (const name of await at.column("MATCH (b:Bundle) WHERE b.name STARTS WITH 'map-' RETURN b.name")) await empty(name);
    }
    await empty("source-example-pacts");
    expect(await graph()).toEqual(before);
  });

  test("a mapping that does not fit, and options that it says itself, are refused; a draft is written without a database", async () => {
    const table = await at.file("pacts.csv", PACTS("One", "China, India"));
    const wrong = await at.file("wrong.yaml", MAPPING.replace("TREATY", "TREATISE"));
    expect((await at.import("csv", "--map", wrong, table)).stderr).toMatch(
      /^wrong\.yaml:10:21: kind "TREATISE" is no AgreementKind: its values are /,
    );
    expect((await at.import("csv", "--map", wrong, "--fill", table)).stderr).toContain("cannot be used with option");
    const { code, stdout } = await at.import("csv", "--propose", table);
    expect([code, stdout]).toEqual([0, expect.stringContaining("    type: Agreement\n")]);
    expect(stdout).toContain('signedOn: {column: "Signed", date: "DD.MM.YYYY"} # such as "17.11.2023"');
    const missing = await at.import("csv", "--propose", at.path("none.csv"));
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining("There is no such file") });
  });
});

/** A made-up Legal Entity Identifier whose check digits check. */
function lei(number: number): string {
  const bare = `5299${String(number).padStart(14, "0")}`;
  const rest = [...`${bare}00`].reduce((sum, digit) => (sum * 10 + Number(digit)) % 97, 0);
  return `${bare}${String(98 - rest).padStart(2, "0")}`;
}

/** What only these tables make answerable. */
const POPULATION = `{
  now: country(code: "CN") { population claims(edge: { field: { is: ["population"] } }) { edges { value node { source { title } } } } }
  before: country(code: "CN") @asOf(known: "2024-07-10") { population }
  disagreements(about: ["firm:skydio"]) { nodes { field positions { value claim { source { title } } } } }
}`;

/** What a server answers that has the database of the test. */
async function asked(query: string): Promise<unknown> {
  const engine = await openEmbedded({ path: at.env.DATA_DIR ?? "" });
  const server = await createServer({ engine, model: readModel(), measuring: 60_000, refresh: Number.POSITIVE_INFINITY });
  const address = await server.listen({ port: 0, host: "127.0.0.1" });
  try {
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query }) };
    const { data, errors } = (await (await fetch(`${address}/graphql`, init)).json()) as { data?: unknown; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  } finally {
    await server.close();
    await engine.close();
  }
}

describe.runIf(testNeo4j() === undefined)("beside the seed", { timeout: 300_000 }, () => {
  test("a line fills the population of all its countries, a line the identifiers of all its firms, and nothing that it says is changed", async () => {
    const engine = await openEmbedded({ path: at.path("seeded") });
    await loadSeed(engine, readModel());
    const ids = async (text: string) => (await engine.read({ text, params: {} })).map(([id]) => String(id)).sort();
    const countries = await ids("MATCH (n:Country) WHERE n.iso3 IS NOT NULL RETURN n.iso3");
    const firms = await ids("MATCH (n:Firm) WHERE n.lei IS NULL RETURN n.id");
    await engine.close();
    expect(countries).toHaveLength(249);
    expect(firms.length).toBeGreaterThan(100);
    at.use("seeded");
    const before = await graph();

    const population = await at.file("population.csv", `id,population\n${countries.map((iso3, i) => `${iso3},${1000 + i}\n`).join("")}`);
    const leis = await at.file("lei.csv", `id,lei\n${firms.map((id, i) => `${id},${lei(i)}\n`).join("")}`);
    expect(await at.import("csv", "--as", "Country", "--fill", "--source", UN, population)).toMatchObject({ code: 0, stderr: "" });
    expect(await at.import("csv", "--as", "Firm", "--fill", "--source", PRESS, leis)).toMatchObject({ code: 0, stderr: "" });
    expect(await at.read("MATCH (n:Country) WHERE n.population IS NOT NULL RETURN count(n)")).toEqual([[249]]);
    expect(await at.read("MATCH (n:Firm) WHERE n.lei IS NULL RETURN count(n)")).toEqual([[0]]);

    const other = await at.file("other.csv", "id,name\nskydio,Skydio Incorporated\n");
    expect(await at.import("csv", "--as", "Firm", "--claim", "--source", PRESS, other)).toMatchObject({ code: 0, stderr: "" });
    // Figures of the second source are known from the day on which it was published.
    expect(await asked(POPULATION)).toEqual({
      now: {
        population: 1000 + countries.indexOf("CHN"),
        claims: { edges: [{ value: String(1000 + countries.indexOf("CHN")), node: { source: { title: "Population estimates" } } }] },
      },
      before: { population: null },
      disagreements: {
        nodes: [
          {
            field: "name",
            positions: [
              { value: "Skydio Incorporated", claim: { source: { title: "A guess" } } },
              { value: "Skydio", claim: null },
            ],
          },
        ],
      },
    });
    await empty("claim-other");

    const after = await graph();
    await at.import("csv", "--as", "Country", "--fill", "--source", UN, population);
    await at.import("csv", "--as", "Firm", "--fill", "--source", PRESS, leis);
    expect(await graph()).toEqual(after);
    await empty("fill-population");
    await empty("fill-lei");
    expect(await graph()).toEqual(before);
  });
});
