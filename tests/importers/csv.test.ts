import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { type CsvOptions, csv } from "../../src/importers/index.ts";
import { formatProblem, loadBundles } from "../../src/load/index.ts";
import { edges, model } from "../load/support.ts";
import { edgesOf, type Imported, imported, ownersIn, owning, withFile, worldOnEngine } from "./support.ts";

const GRAPH = {
  "country:CN": "world",
  "country:US": "world",
  "agency:mofcom": "world",
  "agency:x": "world",
  "commodity:850511": "world",
  "commodity:y": "world",
  "measure:m": "world",
  "claim:register": "world",
};

function read(as: string, table: string | Uint8Array, more: Partial<CsvOptions> = {}, name = "my-table.csv"): Promise<Imported> {
  return withFile(name, table, (path) => imported(csv({ as, model, owners: owning(GRAPH), ...more }), path));
}

describe("quotas, amounts, terms and stands", () => {
  test("a table of measures has amounts with units, and lists of terms", async () => {
    const { bundles, rejected } = await read(
      "Measure",
      "id,title,kind,effect,amount,unit,per,onlyFor,notFor\nx,X,TARIFF_QUOTA,LIBERALISING,93000000000,EUR,TOTAL,MILITARY_END_USE; MILITARY_END_USER,TRANSIT\n",
    );
    expect(rejected).toEqual([]);
    expect(bundles[0]?.nodes[0]?.properties).toMatchObject({
      amount: 93e9,
      unit: "EUR",
      per: "TOTAL",
      onlyFor: ["MILITARY_END_USE", "MILITARY_END_USER"],
      notFor: ["TRANSIT"],
    });
  });

  test("a table of edges has the quotas of goods, with the rates within and beyond", async () => {
    const { bundles, rejected } = await read(
      "COVERS",
      "from,to,since,quota,quotaUnit,quotaPer,inQuotaRate,outOfQuotaRate,rateUnit,claims\nm,850511,2025-06-30,100000,PIECE,YEAR,10%,25,PERCENT,register\n",
    );
    expect(rejected).toEqual([]);
    expect(bundles[0]?.edges[0]?.properties).toEqual({
      since: "2025-06-30",
      quota: 100000,
      quotaUnit: "PIECE",
      quotaPer: "YEAR",
      inQuotaRate: 10,
      outOfQuotaRate: 25,
      rateUnit: "PERCENT",
    });
  });

  test.each(["SUPPORTS", "OPPOSES"])("a table of %s has who takes a stand on which act, and since when", async (type) => {
    const { bundles, rejected } = await read(type, "from,to,since,until,claims\ncountry:US,measure:m,2025-04,2025-06,register\n");
    expect(rejected).toEqual([]);
    const stands = bundles[0]?.edges.filter((edge) => edge.type === type);
    expect(stands?.map(({ from, to, properties }) => [from, to, properties])).toEqual([
      ["country:US", "measure:m", { since: "2025-04", until: "2025-06" }],
    ]);
  });
});

describe("a table of nodes", () => {
  test("a table of nodes has a record a row, its columns named after the type's fields", async () => {
    const { bundles, rejected } = await read(
      "Firm",
      'id,name,aliases,headquarters,claims,kind\nx,"X, ""the"" Ltd","Ex; 某 | Ix",country:CN,register,COMPANY\nfirm:y,Y,,,,\n',
    );
    expect(rejected).toEqual([]);
    expect(bundles.map(({ name }) => name)).toEqual(["csv-my-table"]);
    expect(bundles[0]?.nodes.map(({ type, id, properties, place }) => [type, id, properties, place.line])).toEqual([
      ["Firm", "firm:x", { name: 'X, "the" Ltd', aliases: ["Ex", "某", "Ix"], kind: "COMPANY" }, 2],
      ["Firm", "firm:y", { name: "Y" }, 3],
    ]);
    expect(bundles[0]?.edges.map(({ type, from, to, claims }) => [type, from, to, claims])).toEqual([
      ["HEADQUARTERED_IN", "firm:x", "country:CN", ["claim:register"]],
      ["ABOUT", "claim:register", "firm:x", []],
    ]);
  });

  test("edges of a table without claims rest on --rests-on", async () => {
    const { bundles } = await read("Firm", "id,name,headquarters\nx,X,CN\n", { restsOn: ["register"] });
    expect(bundles[0]?.edges.map(({ to, claims }) => [to, claims])).toEqual([["country:CN", ["claim:register"]]]);
  });

  test("a table's numbers are read as numbers, its codes as text", async () => {
    const table =
      "id,title,kind,effect,rate,rateUnit,announcedOn,legalReference,covers,imposedBy\nm,M,TARIFF,RESTRICTING,12.5,PERCENT,2025,2025,850511,mofcom;US\n";
    const { bundles, rejected } = await read("Measure", table, { restsOn: ["register"] });
    expect(rejected).toEqual([]);
    expect(bundles[0]?.nodes[0]?.properties).toEqual({
      title: "M",
      kind: "TARIFF",
      effect: "RESTRICTING",
      rate: 12.5,
      rateUnit: "PERCENT",
      announcedOn: "2025",
      legalReference: "2025",
    });
    expect(bundles.flatMap(edgesOf)).toEqual(["COVERS commodity:850511", "IMPOSED_BY agency:mofcom", "IMPOSED_BY country:US"]);
  });

  test.each([
    ["tabs", "id\tname\nx\tX, Y\n"],
    ["semicolons", "id;name\nx;X, Y\n"],
    ["quotes over lines", 'id,name\r\nx,"X, Y"\r\n\r\n'],
    ["a byte order mark", '\uFEFFid,name\nx,"X, Y"'],
    ["Excel's line that states the separator", "sep=|\r\nid|name\r\nx|X, Y\r\n"],
  ])("a table may have %s", async (_, table) => {
    const { bundles, rejected } = await read("Firm", table);
    expect(rejected).toEqual([]);
    expect(bundles[0]?.nodes.map(({ id, properties }) => [id, properties])).toEqual([["firm:x", { name: "X, Y" }]]);
  });

  test.each<[string, string, string[]]>([
    [
      "headers that are no fields",
      "id,titel,name,name,figures\nx,X,X,X,1\n",
      [
        'my-table.csv:1:4: Event has no field "titel". Did you mean "title"?',
        'my-table.csv:1:10: Event has no field "name".',
        'my-table.csv:1:15: The column "name" stands here twice.',
        "my-table.csv:1:20: figures is a list of maps, which no cell can hold: state it in YAML or jsonl.",
      ],
    ],
    ["no ids", "title,kind\nx,TALKS\n", ['my-table.csv:1:1: Event needs the column "id".']],
    ["a row without its id", "id,title,kind\ne,E,TALKS\n,F,TALKS\n", ["my-table.csv:3:1: An Event needs an `id:`."]],
    ["a row with more fields than the header", "id,title\ne,E,oh\n", ["my-table.csv:2:5: This row has 3 fields, and the header names 2."]],
    ["an id of another type", "id,title\nfirm:e,E\n", ['my-table.csv:2:1: "firm:e" is the id of a Firm, but here stands an Event.']],
    [
      "an edge to what is not there",
      'id,title,kind,participants,claims\ne,E,TALKS,"US;\nmofcm",register\n',
      ['my-table.csv:2:11: participants leads to an Agency, Country, Firm or Person, and there is none with the key "mofcm".'],
    ],
    ["a quote that is not closed", 'id,title\ne,"E\nf,F\n', ["my-table.csv:2:3: This quote is not closed."]],
    [
      "words behind a quote",
      'id,title\ne,"E" and F\n',
      ['my-table.csv:2:6: Behind the quote that ends a field stands " ": write quotes within a field twice.'],
    ],
    ["nothing", "", ["my-table.csv:1:1: The file is empty: a table starts with its header."]],
  ])("a table with %s is refused, and nothing of it is taken", async (_, table, messages) => {
    const { bundles, rejected, counts } = await read("Event", table);
    expect(rejected).toEqual(messages);
    expect(bundles).toEqual([]);
    expect(Object.keys(counts)).toEqual([expect.stringMatching(/nothing of it was taken/)]);
  });

  test.each<[string, string, string]>([
    ["behind its header", "id,name\ny,Y\nx,\xe9\n", "3:3"],
    ["in its header", "id,nam\xe9\nx,X\n", "1:7"],
    ["in its last letter", "id,name\nx,Caf\xe9", "2:6"],
  ])("a table that is not UTF-8 %s is refused with the place", async (_, table, place) => {
    const { bundles, rejected } = await read("Firm", Buffer.from(table, "latin1"));
    expect(rejected).toEqual([
      expect.stringMatching(
        `^my-table.csv:${place}: The byte E9 is not UTF-8; the file is most likely Windows-1252\\. .*\`iconv -f WINDOWS-1252 .*my-table.csv > utf8-copy\`\\.$`,
      ),
    ]);
    expect(bundles).toEqual([]);
  });

  test("a table whose packed file breaks off is refused, and of a row that was cut nothing is taken", async () => {
    const table = `id,name\n${Array.from({ length: 2_000 }, (_, i) => `x${i},X${Math.random()}\n`).join("")}`;
    const packed = gzipSync(table);
    const cut = packed.subarray(0, packed.length - 100);
    const whole = await read("Firm", cut, {}, "firms.csv.gz");
    expect(whole.rejected).toEqual([expect.stringMatching(/^firms\.csv\.gz:\d+:\d+: It can't be read to its end: /)]);
    expect(whole.bundles).toEqual([]);
    const { bundles } = await read("Firm", cut, { byRow: true }, "firms.csv.gz");
    expect(bundles.length).toBeGreaterThan(1_000);
    for (const { nodes, place } of bundles)
      expect(table.split("\n")[place.line - 1]).toBe(`${nodes[0]?.id.slice(5)},${nodes[0]?.properties.name}`);
  });

  test("lines are counted on behind the line that states the separator", async () => {
    expect((await read("Firm", "sep=;\nid;name\n;X\n")).rejected).toEqual(["my-table.csv:3:1: A Firm needs an `id:`."]);
  });

  test("cells of a column without a name, such as the index that pandas writes, are counted", async () => {
    const { bundles, counts } = await read("Firm", ",id,name\n0,x,X\n1,y,Y\n");
    expect(bundles[0]?.nodes.map(({ properties }) => properties)).toEqual([{ name: "X" }, { name: "Y" }]);
    expect(counts).toEqual({ "column 1 has no name: not read": 2 });
  });

  test("a table with dangling ids is refused, each id reported once with the rows that name it", async () => {
    const table = "id,name,headquarters,claims,kind\nx,X,country:XX,register;mine,COMPANY\ny,Y,country:CN,claim:mine,COMPANY\n";
    const { bundles, rejected } = await read("Firm", table);
    expect(rejected).toEqual([
      "my-table.csv:2:5: There is no country:XX, in these files or in the graph.",
      "my-table.csv:2:16: There is no claim:mine, in these files or in the graph. 2 rows name it.",
    ]);
    expect(bundles).toEqual([]);
  });

  test("all problems of a table are reported at once, as of a seed file", async () => {
    const rows = "measure:m,hs-850519,2025-13,x,register\nmeasure:m,850511,2025,12;5,register\nmeasure:m,850511,2026,5,\n";
    const { rejected } = await read("COVERS", `from,to,since,newRate,claims\n${rows}`);
    expect(rejected).toEqual([
      "my-table.csv:2:11: There is no commodity:hs-850519, in these files or in the graph.",
      'my-table.csv:2:21: since "2025-13" has no month 13: months run from 01 to 12.',
      'my-table.csv:2:29: newRate "x" must be a number.',
      'my-table.csv:3:23: newRate "12;5" must be a number.',
      expect.stringMatching(/^my-table\.csv:4:11: Nothing says so: measure:m COVERS commodity:850511 rests on no claim\./),
    ]);
    expect((await read("Firm", "id,name,kind\nx y,X,FIRMA\ny,Y,FIRMA\n")).rejected).toEqual([
      expect.stringMatching(/^my-table\.csv:2:1: "x y" is no id/),
      expect.stringMatching(/^my-table\.csv:3:5: kind "FIRMA" is no FirmKind/),
    ]);
  });

  test("a table may point at a file that stands before it", async () => {
    const files = { first: "id,name\nx,X\n", second: "id,name,parents\ny,Y,firm:x\n" };
    const { rejected, bundles } = await withFile("first.csv", files.first, (first) =>
      withFile("second.csv", files.second, (second) =>
        imported(csv({ as: "Firm", model, owners: owning(GRAPH), restsOn: ["register"] }), first, second),
      ),
    );
    expect(rejected).toEqual([]);
    expect(bundles.map(({ name }) => name)).toEqual(["csv-first", "csv-second"]);
  });

  test("row by row, only the invalid rows of a table are left out", async () => {
    const table = "id,name,headquarters\nx,X,CN\nfirm:Y,Y,CN\n,Z,\ny,Y,CN\n";
    const { bundles, rejected } = await read("Firm", table, { byRow: true, restsOn: ["register"] }, "My Firms.csv");
    expect(rejected).toEqual(["My Firms.csv:4:1: A Firm needs an `id:`."]);
    expect(bundles.map(({ nodes }) => nodes.map(({ id }) => id))).toEqual([["firm:x"], ["firm:Y"], ["firm:y"]]);
    expect(new Set(bundles.map(({ name }) => name)).size).toBe(3);
    expect(bundles.map(({ name }) => name)).toEqual(Array(3).fill(expect.stringMatching(/^csv-my-firms.csv|^csv-my-firms-[a-z0-9-]+$/)));
  });

  test("row by row, of two rows with one key the later counts, and says so", async () => {
    const { bundles, counts } = await read("Firm", "id,name\nx,X\ny,Y\nx,Z\n", { byRow: true });
    expect(bundles.map(({ name }) => name)).toEqual(["csv-my-table-x", "csv-my-table-y", "csv-my-table-x"]);
    expect(Object.entries(counts)).toEqual([[expect.stringMatching(/my-table\.csv: a row for what an earlier row says already/), 1]]);
  });

  test("row by row, edges whose ends read alike in a row are bundles of their own", async () => {
    const { bundles } = await read("TARGETS", "from,to\nm-a,b\nm,a-b\n", {
      byRow: true,
      owners: owning({ "firm:b": "w", "firm:a-b": "w" }),
    });
    expect(new Set(bundles.map(({ name }) => name)).size).toBe(2);
  });

  test("of two files that would make one bundle, only the first is taken", async () => {
    const { bundles, rejected } = await withFile("a.csv", "id,name\nx,X\n", (path) =>
      imported(csv({ as: "Firm", model, owners: owning(GRAPH) }), path, path),
    );
    expect(bundles).toHaveLength(1);
    expect(rejected[0]).toMatch(/^a\.csv:1:1: This file and .*a\.csv both make the bundle csv-a: rename one of them\.$/);
  });
});

describe("a table of edges", () => {
  test("a table of edges has their ends, dates and claims, and their own properties", async () => {
    const { bundles, rejected } = await read(
      "COVERS",
      "from,to,since,until,certainty,note,claims,priorRate,newRate,rateUnit\nmeasure:m,850511,2025-04,,REPORTED,only sintered ones,register,0,12.5,PERCENT\n",
    );
    expect(rejected).toEqual([]);
    expect(
      bundles[0]?.edges.filter(({ type }) => type === "COVERS").map(({ from, to, properties, claims }) => [from, to, properties, claims]),
    ).toEqual([
      [
        "measure:m",
        "commodity:850511",
        { since: "2025-04", certainty: "REPORTED", note: "only sintered ones", priorRate: 0, newRate: 12.5, rateUnit: "PERCENT" },
        ["claim:register"],
      ],
    ]);
  });

  test("which of several fields an edge of a table is follows from what it leads to", async () => {
    const { bundles, rejected } = await read(
      "PART_OF",
      "from,to,claims\nagency:x,country:CN,register\ncommodity:y,commodity:850511,register\n",
    );
    expect(rejected).toEqual([]);
    expect(bundles.flatMap(({ edges }) => edges.filter((e) => e.type === "PART_OF").map(({ from, to }) => `${from} ${to}`))).toEqual([
      "agency:x country:CN",
      "commodity:y commodity:850511",
    ]);
  });

  test.each<[string, string, string[]]>([
    ["no end", "from,to\nmeasure:m,\n", ["my-table.csv:2:1: An edge needs `to`."]],
    [
      "ends of other types",
      "from,to\nmeasure:m,event:x\n",
      ['my-table.csv:2:11: targets leads to an Agency, Country, Firm or Person, not to an Event ("event:x").'],
    ],
    ["a start of another type", "from,to\nfirm:m,country:US\n", ['my-table.csv:2:1: from leads to a Measure, not to a Firm ("firm:m").']],
    ["headers that are none", "from,to,sinc\n", ['my-table.csv:1:9: TARGETS has no field "sinc". Did you mean "since"?']],
  ])("a table of edges with %s is refused", async (_, table, messages) => {
    expect((await read("TARGETS", table)).rejected).toEqual(messages);
  });

  test("the start of an edge needs its id in full where it may be several types'", async () => {
    expect((await read("PART_OF", "from,to\nx,country:CN\n")).rejected).toEqual([
      expect.stringMatching(/^my-table\.csv:2:1: "x" may be an? .*: write the id in full, with its prefix\.$/),
    ]);
  });
});

test("a type that is none is refused with the nearest name", () => {
  expect(() => csv({ as: "Frim", model, owners: owning({}) })).toThrow(
    /There is neither a node type nor an edge "Frim"\. Did you mean "Firm"\?/,
  );
});

describe("on an engine", () => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await worldOnEngine();
  });
  afterAll(() => engine.close());

  test("a table loads, its problems are reported with file, line and column, and rows that went are removed", async () => {
    const write = (table: string) =>
      withFile("bans.csv", table, async (path) => {
        const { bundles } = await imported(csv({ as: "Measure", model, owners: ownersIn(engine), restsOn: ["register"] }), path);
        return loadBundles(engine, model, bundles);
      });
    const header = "id,title,kind,effect,announcedOn,targets\n";
    const wrong = await write(`${header}m,M,BANN,RESTRICTING,2025-02-30,US\n`);
    expect(wrong.problems.map(formatProblem)).toEqual([
      expect.stringMatching(/bans\.csv:2:5: kind "BANN" is no MeasureKind: did you mean "BAN"\?/),
      expect.stringMatching(/bans\.csv:2:22: announcedOn "2025-02-30" is no day of the calendar: 2025-02 has 28 days\.$/),
    ]);
    expect((await write(`${header}m,M,BAN,RESTRICTING,2025-02-03,US;mofcom\nn,N,BAN,RESTRICTING,2025,CN\n`)).problems).toEqual([]);
    expect((await edges(engine, "TARGETS")).map((row) => row.slice(0, 4))).toEqual([
      ["measure:m", "agency:mofcom", null, "CONFIRMED"],
      ["measure:m", "country:US", null, "CONFIRMED"],
      ["measure:n", "country:CN", null, "CONFIRMED"],
    ]);
    expect((await write(`${header}n,N,BAN,RESTRICTING,2025,CN\n`)).problems).toEqual([]);
    expect((await edges(engine, "TARGETS")).map((row) => row.slice(0, 2))).toEqual([["measure:n", "country:CN"]]);
  });
});
