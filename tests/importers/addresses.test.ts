import { describe, expect, test } from "vitest";
import { withoutCredentials } from "../../src/importers/read/addresses.ts";
import { Commands } from "./commands.ts";

describe("addresses without credentials", () => {
  test.each([
    ["https://example.org/intervention/990001?key=abc-77", "https://example.org/intervention/990001"],
    ["https://example.org/a?id=7&api_key=s3cret&lang=en#top", "https://example.org/a?id=7&lang=en#top"],
    ["https://example.org/a?API-KEY=x&apikey=y", "https://example.org/a"],
    ["https://user:pass@example.org/a", "https://example.org/a"],
    ["https://token@example.org/a?b=c", "https://example.org/a?b=c"],
    ["http://example.org/a;jsessionid=12AB/b?x=1", "http://example.org/a/b?x=1"],
    ["https://example.org/a#access_token=xyz&state=1", "https://example.org/a#state=1"],
    ["https://bucket.example.org/f.pdf?X-Amz-Signature=ab&X-Amz-Date=20250101", "https://bucket.example.org/f.pdf?X-Amz-Date=20250101"],
    ["See https://example.org/a?token=1, and http://u:p@example.org/b.", "See https://example.org/a, and http://example.org/b."],
  ])("%s", (given, kept) => expect(withoutCredentials(given)).toBe(kept));

  test.each([
    "https://example.org/a?id=key&page=2",
    "https://example.org/@user/status/1",
    "https://example.org/times_(daily)?q=a%20b&keyword=tariff&monkey=1",
    "https://example.org/a?key",
    "mail me: a@example.org, key=5",
    "https://example.org:8080/a;v=1?b#c",
    "https://[broken?key=1",
  ])("%s is kept to the letter", (address) => expect(withoutCredentials(address)).toBe(address));
});

describe("on the real command", { timeout: 120_000 }, () => {
  const at = Commands.forEachTest();
  const SECRET = "abc-77";
  const DROPPED = "an address with a name, a password or a key in it: these dropped, the rest kept";
  const stored = async () =>
    JSON.stringify([await at.read("MATCH (n:Node) RETURN properties(n)"), await at.read("MATCH ()-[r]->() RETURN properties(r)")]);

  test("the key in an intervention's address names no intervention, and is stored nowhere", async () => {
    const record = {
      intervention_id: 990001,
      state_act_id: 5,
      state_act_title: "An act",
      intervention_description: [{ text: `<p>See <a href="https://example.org/more?token=${SECRET}">more</a></p>` }],
      state_act_source: [{ text: `Gazette of Testland: https://reader:${SECRET}@example.org/gazette/7` }],
      intervention_url: `https://example.org/intervention/990001?key=${SECRET}`,
      state_act_url: `https://example.org/act/5?key=${SECRET}&lang=en`,
      gta_evaluation: "Red",
      intervention_type: "Import tariff",
    };
    const { code, stdout, stderr } = await at.import("gta", await at.file("gta.json", JSON.stringify([record])));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`4 × ${DROPPED}`);
    expect(await at.read("MATCH (c:Claim {id: 'claim:gta-990001'}) RETURN c.locator")).toEqual([["intervention 990001"]]);
    expect(await at.column("MATCH (s:Source) WHERE s.id STARTS WITH 'source:gta' RETURN s.url")).toEqual([
      "https://example.org/act/5?lang=en",
      "https://example.org/gazette/7",
      "https://example.org/intervention/990001",
    ]);
    expect(await stored()).not.toContain(SECRET);
    // An overview that fills in from what was said brings no key back.
    const overview = { intervention_id: 990001, state_act_id: 5, intervention_url: record.intervention_url };
    expect((await at.import("gta", await at.file("overview.json", JSON.stringify([overview])))).code).toBe(0);
    expect(await stored()).not.toContain(SECRET);
  });

  test("tables and bundles of one's own store no credentials either", async () => {
    const table = `id,title,url,reliability\na,A,https://example.org/a?key=${SECRET},PRESS\n`;
    const bundle = {
      bundle: "mine",
      nodes: [
        { type: "Source", id: "source:b", properties: { title: "B", url: `https://u:${SECRET}@example.org/b`, reliability: "PRESS" } },
      ],
      edges: [],
    };
    for (const [format, file, content] of [
      [["csv", "--as", "Source"], "sources.csv", table],
      [["jsonl"], "mine.jsonl", `{"format":"trade-graph","version":1}\n${JSON.stringify(bundle)}\n`],
    ] as const) {
      const { code, stdout } = await at.import(...format, await at.file(file, content));
      expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(`1 × ${DROPPED}`) });
    }
    expect(await at.column("MATCH (s:Source) WHERE s.url CONTAINS 'example.org' RETURN s.url")).toEqual([
      "https://example.org/a",
      "https://example.org/b",
      "https://example.org/notice",
    ]);
    expect(await stored()).not.toContain(SECRET);
  });
});
