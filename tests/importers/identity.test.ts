import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { Commands } from "./commands.ts";

const at = Commands.forEachTest();

const FIRMS = "id,name,kind\nacme,Acme,COMPANY\nbest,Best,COMPANY\n";
const OTHERS = "id,name,kind\nzulu,Zulu,COMPANY\n";
const PEOPLE = "id,name\nann,Ann\n";
const firms = () => at.column("MATCH (n:Firm) RETURN n.id");

/** The bundle `name` as something else made it: refused, with the choice. */
const refusal = (name: string, maker: string, what: string) =>
  expect.stringMatching(
    new RegExp(
      `^\\S+:1:1: The bundle ${name} was made by ${maker}, and this would ${what} of it: give this table a bundle of its own \\(--bundle NAME\\), or say --replace to have this in its place\\.\\n$`,
    ),
  );

describe("a load takes nothing away that another file or another type made", { timeout: 120_000 }, () => {
  test("a table of another folder that has the same name is refused with the choice, and each way out does what it says", async () => {
    const [first, second] = [await at.file("a/firms.csv", FIRMS), await at.file("b/firms.csv", OTHERS)];
    expect(await at.import("csv", "--as", "Firm", first)).toMatchObject({ code: 0, stderr: "" });
    const refused = await at.import("csv", "--as", "Firm", second);
    expect(refused).toMatchObject({ code: 1, stderr: refusal("csv-firms", "csv Firm \\S*a/firms\\.csv", "remove 2 records") });
    expect(refused.stdout).toContain("1 record refused.");
    expect(await firms()).toEqual(["firm:acme", "firm:best"]);

    expect(await at.import("csv", "--as", "Firm", "--bundle", "others", second)).toMatchObject({ code: 0, stderr: "" });
    expect(await firms()).toEqual(["firm:acme", "firm:best", "firm:zulu"]);

    const third = await at.file("c/firms.csv", "id,name,kind\nyork,York,COMPANY\n");
    expect(await at.import("csv", "--as", "Firm", "--replace", third)).toMatchObject({
      code: 0,
      stderr: "Removes 2 nodes that csv-firms no longer has: firm:acme, firm:best.\n",
    });
    expect(await firms()).toEqual(["firm:york", "firm:zulu"]);
  });

  test("a table from standard input takes nothing away that another one left", async () => {
    const [person, firm] = [await at.file("p.csv", PEOPLE), await at.file("f.csv", FIRMS)];
    const pipe = async (as: string, path: string, ...more: string[]) => {
      const stdin = Object.getOwnPropertyDescriptor(process, "stdin");
      Object.defineProperty(process, "stdin", { value: Readable.from([await readFile(path)]), configurable: true });
      try {
        return await at.import("csv", "--as", as, ...more, "-");
      } finally {
        if (stdin) Object.defineProperty(process, "stdin", stdin);
      }
    };
    expect(await pipe("Firm", firm)).toMatchObject({ code: 0, stderr: "" });
    const refused = await pipe("Person", person);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(
      /The bundle csv-standard-input was made by csv Firm \(standard input\) at \S+, and this would remove 2 records/,
    );
    expect(await firms()).toEqual(["firm:acme", "firm:best"]);
    expect(await pipe("Firm", firm)).toMatchObject({ code: 0, stderr: "" });
    expect(await pipe("Person", person, "--bundle", "people")).toMatchObject({ code: 0, stderr: "" });
    expect(await at.column("MATCH (n:Person) RETURN n.id")).toEqual(["person:ann"]);
  });

  test("a name that is given is taken by its type; a seed file's bundle is not taken at all", async () => {
    const [person, firm] = [await at.file("p.csv", PEOPLE), await at.file("f.csv", FIRMS)];
    expect((await at.import("csv", "--as", "Firm", "--bundle", "mine", firm)).code).toBe(0);
    expect(await at.import("csv", "--as", "Person", "--bundle", "mine", person)).toMatchObject({
      code: 1,
      stderr: refusal("mine", "csv Firm --bundle mine", "remove 2 records"),
    });
    const seed = await at.import("csv", "--as", "Firm", "--bundle", "world", await at.file("z.csv", OTHERS));
    expect(seed).toMatchObject({
      code: 1,
      stderr: refusal("world", "a seed file, or an earlier version", "remove \\d+ records"),
    });
    expect(await at.column("MATCH (n:Country) RETURN n.id")).toHaveLength(4);
  });

  test("row by row, a row of another table that has the same key changes nothing", async () => {
    const [first, second] = [
      await at.file("a/firms.csv", FIRMS),
      await at.file("b/firms.csv", "id,name,kind\nacme,Another,COMPANY\nnew,New,COMPANY\n"),
    ];
    expect(await at.import("csv", "--by-row", "--as", "Firm", first)).toMatchObject({ code: 0, stderr: "" });
    const refused = await at.import("csv", "--by-row", "--as", "Firm", second);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/The bundle csv-firms-acme was made by csv Firm \S*a\/firms\.csv, and this would change 1 record of it/);
    expect(await at.read("MATCH (n:Firm {id: 'firm:acme'}) RETURN n.name")).toEqual([["Acme"]]);
    expect(await firms()).toEqual(["firm:acme", "firm:best", "firm:new"]);
    expect((await at.import("csv", "--by-row", "--as", "Firm", "--replace", second)).code).toBe(0);
    expect(await at.read("MATCH (n:Firm {id: 'firm:acme'}) RETURN n.name")).toEqual([["Another"]]);
  });

  test("row by row, two tables whose names and keys run together are told apart in one call", async () => {
    const [short, long] = [
      await at.file("t.csv", "id,name,kind\nx-y,One,COMPANY\n"),
      await at.file("t-x.csv", "id,name,kind\ny,Two,COMPANY\n"),
    ];
    const { code, stderr } = await at.import("csv", "--by-row", "--as", "Firm", short, long);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /The bundle csv-t-x-y is made by csv Firm \S*t\.csv in this load as well: load one of them with --bundle NAME\./,
    );
    expect(await firms()).toEqual(["firm:x-y"]);
  });

  test("bundles one a line take nothing of a seed file's or a table's, and a newer file of them goes on with an older one's", async () => {
    const line = (bundle: string, ...ids: readonly string[]) =>
      JSON.stringify({
        bundle,
        nodes: ids.map((id) => ({ type: "Firm", id: `firm:${id}`, properties: { name: id, kind: "COMPANY" } })),
        edges: [],
      });
    const bring = async (lines: string, ...options: readonly string[]) =>
      at.import("jsonl", ...options, await at.file("b.jsonl", `{"format":"trade-graph","version":1}\n${lines}\n`));
    await at.import("csv", "--as", "Firm", await at.file("firms.csv", FIRMS));
    const nodes = await at.column("MATCH (n:Node) RETURN n.id");
    for (const [name, maker] of [
      ["world", "a seed file, or an earlier version"],
      ["csv-firms", "csv Firm \\S*firms\\.csv"],
    ] as const)
      expect(await bring(line(name))).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(
          `^b.jsonl:2:1: The bundle ${name} was made by ${maker}, and this would remove \\d+ records of it: say --replace to have this in its place\\.\n$`,
        ),
      });
    expect(await at.column("MATCH (n:Node) RETURN n.id")).toEqual(nodes);
    expect(await bring(line("mine", "x", "y"))).toMatchObject({ code: 0, stderr: "" });
    expect(await bring(line("mine", "x"))).toMatchObject({ code: 0, stderr: "Removes 1 node that mine no longer has: firm:y.\n" });
    expect(await bring(line("csv-firms", "acme"), "--replace")).toMatchObject({ code: 0 });
    expect(await firms()).toEqual(["firm:acme", "firm:x"]);
  });

  test("a file that only moved is the same, and one that has more takes over", async () => {
    expect((await at.import("csv", "--as", "Firm", await at.file("a/firms.csv", FIRMS))).code).toBe(0);
    expect(await at.import("csv", "--as", "Firm", await at.file("b/firms.csv", `${FIRMS}zulu,Zulu,COMPANY\n`))).toMatchObject({
      code: 0,
      stderr: "",
    });
    expect(await firms()).toEqual(["firm:acme", "firm:best", "firm:zulu"]);
    expect((await at.import("csv", "--as", "Firm", await at.file("a/firms.csv", FIRMS))).code).toBe(1);
    expect(await firms()).toEqual(["firm:acme", "firm:best", "firm:zulu"]);
  });

  test("the nomenclature of another file takes no code away", async () => {
    const header = "section,hscode,description,parent,level\n";
    await at.file("hs-sections.csv", "section,name\nI,Animals\n");
    const first = await at.file("hs.csv", `${header}I,03,Fish,TOTAL,2\nI,0301,Live fish,03,4\nI,0302,Fresh fish,03,4\n`);
    expect((await at.import("hs", first)).code).toBe(0);
    const part = await at.file("part/hs.csv", `${header}I,03,Fish,TOTAL,2\nI,0301,Live fish,03,4\n`);
    expect(await at.import("hs", part)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /The bundle hs-2022-03 was made by hs \S*hs\.csv, and this would remove 2 records of it: say --replace to have this in its place\.\n$/,
      ),
    });
    expect(await at.read("MATCH (n:Commodity {id: 'commodity:hs-0302'}) RETURN n.name")).toEqual([["Fresh fish"]]);
  });
});

describe("a load that takes away says so before it does", { timeout: 120_000 }, () => {
  test("rows that went from a file are removed, and said: the first few, and how many", async () => {
    const header = "id,name,kind,headquarters,claims\n";
    const row = (i: number) => `f${i},Firm ${i},COMPANY,US,register\n`;
    const file = (rows: number) => at.file("firms.csv", `${header}${Array.from({ length: rows }, (_, i) => row(i)).join("")}`);
    expect((await at.import("csv", "--as", "Firm", await file(8))).code).toBe(0);
    expect(await at.import("csv", "--as", "Firm", await file(8))).toMatchObject({ code: 0, stderr: "" });
    const { code, stderr, stdout } = await at.import("csv", "--as", "Firm", await file(4));
    expect(code).toBe(0);
    expect(stderr).toBe(
      "Removes 4 nodes and 8 edges that csv-firms no longer has: firm:f4, firm:f5, firm:f6, firm:f7, firm:f4 -HEADQUARTERED_IN-> country:US, and 7 more.\n",
    );
    expect(stdout).toContain("nodes +0 ~0 -4 =4");
  });

  test("a seed file that no longer has a record says so too", async () => {
    const seed = (more: string) => at.file("more.yaml", `bundle: more\nfirms:\n  - {id: a, name: A, kind: COMPANY}\n${more}`);
    expect((await at.load(await seed("  - {id: b, name: B, kind: COMPANY}\n"))).code).toBe(0);
    expect((await at.load(await seed(""))).stderr).toBe("Removes 1 node that more no longer has: firm:b.\n");
  });

  test.each([
    [
      "a header alone",
      "id,name,kind\n",
      "firms.csv:1:1: The table has a header, and no row under it: nothing is taken, and what it held before stays.\n",
    ],
    ["nothing", "", "firms.csv:1:1: The file is empty: a table starts with its header.\n"],
  ])("a table with %s is refused, and takes nothing away, row by row or not", async (_, table, message) => {
    expect((await at.import("csv", "--as", "Firm", await at.file("firms.csv", FIRMS))).code).toBe(0);
    for (const how of [[], ["--by-row"]])
      expect(await at.import("csv", "--as", "Firm", ...how, await at.file("firms.csv", table))).toMatchObject({ code: 1, stderr: message });
    expect(await firms()).toEqual(["firm:acme", "firm:best"]);
  });
});

describe("what is refused is counted in records", { timeout: 120_000 }, () => {
  const rows = (kind: string) =>
    `id,name,kind\n${Array.from({ length: 249 }, (_, i) => `f${i},Firm ${i},${i === 7 ? kind : "COMPANY"}\n`).join("")}`;

  test.each([
    ["an invalid value", rows("FIRMA")],
    ["a header that is none", rows("COMPANY").replace("kind", "sort")],
    ["a row that is too long", rows("COMPANY,and,more")],
    ["an id that another bundle has", rows("COMPANY").replace("f3,", "taken,")],
  ])("a table of 249 rows with %s is refused with all of its rows", async (_, table) => {
    await at.load(await at.file("taken.yaml", "bundle: taken\nfirms:\n  - {id: taken, name: Taken, kind: COMPANY}\n"));
    const { code, stdout } = await at.import("csv", "--as", "Firm", await at.file("firms.csv", table));
    expect(code).toBe(1);
    expect(stdout).toContain("249 records refused.");
  });

  test("row by row, a row with several faults is one record", async () => {
    const { stdout } = await at.import(
      "csv",
      "--by-row",
      "--as",
      "Firm",
      await at.file("firms.csv", "id,name,kind,headquarters\na b,A,COMPANY,XX YY\nb,B,COMPANY,\n"),
    );
    expect(stdout).toContain("1 record refused.");
  });
});
