import { describe, expect, test } from "vitest";
import { Commands } from "./commands.ts";

const at = Commands.forEachTest();
const COVERS = "from,to,since,newRate,rateUnit,claims\n";
const HEADS = "id,title,kind,effect\nm,M,TARIFF,RESTRICTING\n";

/** Loads a table of coverages of one measure, and gives what is stored and said. */
async function covered(table: string, name = "covers.csv") {
  expect((await at.import("csv", "--as", "Measure", await at.file("measures.csv", HEADS))).code).toBe(0);
  const { code, stderr } = await at.import("csv", "--as", "COVERS", await at.file(name, table));
  const rates = (await at.read("MATCH (:Measure)-[r:COVERS]->(c:Commodity) RETURN c.id, r.newRate")).map(([id, rate]) => [
    id,
    Number(rate),
  ]);
  return { code, stderr, rates };
}

describe("cells as spreadsheets write them", { timeout: 120_000 }, () => {
  test.each<[string, string, number]>([
    ["a text formula that keeps the zeros of a code", `${COVERS}m,="hs-010229",2025,12.5,PERCENT,register\n`, 12.5],
    ["a text formula in quotes", `${COVERS}m,"=""hs-010229""",2025,12.5,PERCENT,register\n`, 12.5],
    [
      "a decimal comma in a table with semicolons",
      `${COVERS}m,hs-010229,2025,12#5,PERCENT,register\n`.replaceAll(",", ";").replace("#", ","),
      12.5,
    ],
    [
      "a decimal comma in a table with tabs",
      `${COVERS}m,hs-010229,2025,12#5,PERCENT,register\n`.replaceAll(",", "\t").replace("#", ","),
      12.5,
    ],
    [
      "thousands and a decimal comma",
      `${COVERS}m,hs-010229,2025,1.234#5,PERCENT,register\n`.replaceAll(",", ";").replace("#", ","),
      1234.5,
    ],
    ["a sign of per cent beside its unit", `${COVERS}m,hs-010229,2025,12.5%,PERCENT,register\n`, 12.5],
    [
      "a sign of per cent and a decimal comma",
      `${COVERS}m,hs-010229,2025,12#5 %,PERCENT,register\n`.replaceAll(",", ";").replace("#", ","),
      12.5,
    ],
  ])("%s is read", async (_, table, rate) => {
    expect(await covered(table)).toEqual({ code: 0, stderr: "", rates: [["commodity:hs-010229", rate]] });
  });

  test.each<[string, string, string]>([
    [
      "a decimal comma in a table with commas",
      `${COVERS}m,hs-010229,2025,"12,5",PERCENT,register\n`,
      '2:18: newRate "12,5" must be a number with its decimals behind a dot: write 125 or 12.5.',
    ],
    [
      "a sign of per cent without a unit",
      `${COVERS}m,hs-010229,2025,12.5%,,register\n`,
      '2:18: newRate "12.5%" must be a number: write 12.5, and PERCENT in the column rateUnit.',
    ],
    [
      "a thousand that may be one",
      `${COVERS}m,hs-010229,2025,1.234,PERCENT,register\n`.replaceAll(",", ";"),
      '2:18: newRate "1.234" may be 1234 or 1.234 in a table with semicolons: write 1234 or 1.2340.',
    ],
    [
      "a quantity in per cent",
      "from,to,quota,quotaUnit,rateUnit,claims\nm,hs-010229,12.5%,TON,PERCENT,register\n",
      '2:13: quota "12.5%" is no share of anything: it must be a number, without a sign of per cent.',
    ],
    ["words", `${COVERS}m,hs-010229,2025,a lot,PERCENT,register\n`, '2:18: newRate "a lot" must be a number.'],
  ])("%s is refused, and the message says what to write", async (_, table, message) => {
    const said = await covered(table);
    expect([said.code, said.rates]).toEqual([1, []]);
    expect(said.stderr).toContain(message);
  });

  test("a share in per cent is refused with the share to write", async () => {
    const table = "from,to,share,claims\nUS,hs-010229,12.5%,register\n";
    const { code, stderr } = await at.import("csv", "--as", "PRODUCES", await at.file("produces.csv", table.replace("US", "country:US")));
    expect(code).toBe(1);
    expect(stderr).toContain('2:22: share "12.5%" must be a number: write 0.125 for a share.');
  });
});

describe("cells that say nothing", { timeout: 120_000 }, () => {
  test("NA and its like are empty, and said to be; Namibia stays a country by its id and its code", async () => {
    const firms =
      "id,name,kind,ticker,aliases,headquarters,claims\na,A,COMPANY,NA,N/A,NA,register\nb,B,COMPANY,NULL,Bee;NA,US;NA,register\nc,C,COMPANY,-0-,,US,register\n";
    const { code, stdout, stderr } = await at.import("csv", "--as", "Firm", await at.file("firms.csv", firms));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(await at.column("MATCH (f:Firm)-[:HEADQUARTERED_IN]->(c) RETURN f.id + ' ' + c.id")).toEqual([
      "firm:a country:NA",
      "firm:b country:NA",
      "firm:b country:US",
      "firm:c country:US",
    ]);
    expect(await at.column("MATCH (f:Firm) WHERE f.ticker IS NOT NULL RETURN f.ticker")).toEqual([]);
    expect((await at.read("MATCH (f:Firm {id: 'firm:b'}) RETURN f.aliases"))[0]).toEqual([["Bee"]]);
    expect(stdout).toContain("2 × a cell NA: taken as empty (--na names the words that are)");
    expect(stdout).toContain("2 × NA in the column headquarters: the country Namibia (--na NA takes it as empty)");
    const countries = "id,name,kind,iso2,iso3,summary\nNA2,Namibia again,STATE,NA,NA3,NA\n";
    expect((await at.import("csv", "--as", "Country", await at.file("countries.csv", countries))).stderr).toContain("iso2 NA");
  });

  test("--na names the words instead, for columns of countries as well; none with an empty list", async () => {
    const firms = await at.file(
      "firms.csv",
      "id,name,kind,ticker,headquarters,claims\na,A,COMPANY,-,NA,register\nb,NULL,COMPANY,-,US,register\n",
    );
    expect((await at.import("csv", "--as", "Firm", "--na", "-, NA", firms)).code).toBe(0);
    expect(await at.column("MATCH (f:Firm)-[:HEADQUARTERED_IN]->(c) RETURN f.name + ' ' + c.id")).toEqual(["NULL country:US"]);
    expect(await at.column("MATCH (f:Firm) WHERE f.ticker IS NOT NULL RETURN f.ticker")).toEqual([]);
    expect((await at.import("csv", "--as", "Firm", "--na", "", firms)).code).toBe(0);
    expect(await at.column("MATCH (f:Firm) WHERE f.ticker IS NOT NULL RETURN f.ticker")).toEqual(["-", "-"]);
  });
});

describe("control characters", { timeout: 120_000 }, () => {
  const firms = () => at.column("MATCH (f:Firm) RETURN f.id");

  test.each(["\u0000", "\u0007", "\u000b", "\u001b", "\u007f", "\u0085", "\ufffe", "\uffff"])(
    "%j in a table is refused with its place",
    async (char) => {
      const table = `id,name,kind\na,A,COMPANY\nb,"B${char}b",COMPANY\n`;
      const code = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      const message = expect.stringMatching(`^firms.csv:3:5: The control character U\\+${code}[^:]* stands here: take it out\\.\n$`);
      const whole = await at.import("csv", "--as", "Firm", await at.file("firms.csv", table));
      expect(whole).toMatchObject({ code: 1, stderr: message, stdout: expect.stringContaining("2 records refused.") });
      expect(await firms()).toEqual([]);
      const byRow = await at.import("csv", "--by-row", "--as", "Firm", await at.file("firms.csv", table));
      expect(byRow).toMatchObject({ code: 1, stderr: message, stdout: expect.stringContaining("1 record refused.") });
      expect(await firms()).toEqual(["firm:a"]);
    },
  );

  test("one in the header refuses the table: no row is taken for it", async () => {
    const { code, stderr } = await at.import(
      "csv",
      "--as",
      "Firm",
      await at.file("firms.csv", "id,na\u0000me,kind\nid,name,kind\na,A,COMPANY\n"),
    );
    expect([code, stderr]).toEqual([1, "firms.csv:1:6: The control character U+0000 (null) stands here: take it out.\n"]);
  });

  test("line ends and tabs within quotes are none", async () => {
    expect(
      await at.import("csv", "--as", "Firm", await at.file("firms.csv", 'id,name,kind,summary\na,A,COMPANY,"one\r\ntwo\tthree"\n')),
    ).toMatchObject({
      code: 0,
      stderr: "",
    });
  });

  test("in JSON, the record is refused with its place and the key, and the rest goes on", async () => {
    const node = (id: string, name: string) =>
      JSON.stringify({ bundle: id, nodes: [{ type: "Firm", id: `firm:${id}`, properties: { name, kind: "COMPANY" } }], edges: [] });
    const lines = ['{"format":"trade-graph","version":1}', node("a", "A\u0000"), node("b", "B"), node("c", "C\ud800")];
    expect(await at.import("jsonl", await at.file("x.jsonl", lines.join("\n")))).toMatchObject({
      code: 1,
      stderr: [
        "x.jsonl:2:1: Record 2: nodes.0.properties.name holds the control character U+0000 (null): take it out.\n",
        "x.jsonl:4:1: Record 4: nodes.0.properties.name holds the control character U+D800 (half a character): take it out.\n",
      ].join(""),
      stdout: expect.stringContaining("2 records refused."),
    });
    expect(await firms()).toEqual(["firm:b"]);
  });
});
