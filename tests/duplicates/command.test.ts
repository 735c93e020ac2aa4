import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { duplicatesCommand } from "../../src/cli/duplicates.ts";
import { ran } from "../importers/support.ts";
import { loaded } from "../load/support.ts";
import { type Served, serve } from "../server/support.ts";

/** 250 firms, more than a page has, of which the last is the first under its Chinese name; and an agency written twice. */
const WORLD = `
bundle: w
restsOn: c
sources: [{id: s, title: A register, reliability: PRESS, publishedOn: 2025-07-01}]
claims: [{id: c, source: s, certainty: REPORTED}]
countries: [{id: CN, name: China, kind: STATE, iso2: CN}]
agencies:
  - {id: moc, name: Ministry of Commerce, kind: MINISTRY, partOf: [country:CN]}
  - {id: mofcom, name: Ministry of Commerce, aliases: [MOFCOM], kind: MINISTRY, partOf: [country:CN]}
firms:
${Array.from({ length: 249 }, (_, i) => `  - {id: f${i}, name: "${[..."abcdefghij"].map((c, at) => (Math.floor(i / 2 ** at) % 2 ? c : c.toUpperCase() + c)).join("")} ${i}", kind: COMPANY}`).join("\n")}
  - {id: f0-again, name: 三环, aliases: ["AAbbccddeeffgghhiijj 0"], kind: COMPANY, headquarters: CN}
`;

describe("npm run duplicates", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({});
    await loaded(served.engine, { name: "w.yaml", text: WORLD });
  });
  afterAll(() => served?.close());
  const command = (...args: string[]) => ran(duplicatesCommand, [...args, "--url", served.address], {});

  it("proposes pairs of all pages with what speaks for them, and the command that merges them", async () => {
    const { code, stdout, stderr } = await command("--type", "Firm,Agency");
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        "0.80  AaBbCcDdEeFfGgHhIiJj 0 (firm:f0) = 三环 (firm:f0-again)",
        '      for: the same name: "AaBbCcDdEeFfGgHhIiJj 0" and "AAbbccddeeffgghhiijj 0"',
        "      npm run merge -- firm:f0 INTO firm:f0-again",
        "0.90  Ministry of Commerce (agency:moc) = Ministry of Commerce (agency:mofcom)",
        '      for: the same name: "Ministry of Commerce"; both lead to country:CN',
        "      npm run merge -- agency:moc INTO agency:mofcom",
        "",
      ].join("\n"),
    );
    expect(stderr).toContain("Firm: 250 nodes, ");
    expect(stderr).toContain("Agency: 2 nodes, 1 pairs compared, 1 proposed.");
  });

  it("writes a line of JSON a pair", async () => {
    const { stdout } = await command("--type", "Agency", "--format", "jsonl");
    expect(JSON.parse(stdout)).toMatchObject({
      type: "Agency",
      score: 0.9,
      from: { id: "agency:moc" },
      into: { id: "agency:mofcom" },
      doubts: [],
    });
  });

  it.each([
    [["--type", "Measure"], "--type Measure: write Agency, Commodity, Country, Firm, Market or Person."],
    [["--least", "2"], "--least 2 is no score: a number from 0 to 1, such as 0.8."],
  ])("refuses %s", async (args, message) => {
    expect(await command(...args)).toMatchObject({ code: 1, stderr: expect.stringContaining(message) });
  });
});
