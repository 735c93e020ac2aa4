import { describe, expect, test } from "vitest";
import { Commands } from "./commands.ts";

const at = Commands.forEachTest();

describe("what an import advises", { timeout: 120_000 }, () => {
  test("a table is told of columns and options, and of no keys of a seed file", async () => {
    await at.load(await at.file("taken.yaml", "bundle: taken\nfirms:\n  - {id: taken, name: Taken, kind: COMPANY}\n"));
    const words = Array.from({ length: 15 }, (_, i) => `word${i}`).join(" ");
    const tables: readonly (readonly [as: string, table: string, message: string])[] = [
      [
        "Firm",
        "id,name,kind,headquarters\nx,X,COMPANY,US\n",
        "Give the row a claim in the column claims, or the table one with --rests-on CLAIM.",
      ],
      ["Firm", "id,name,kind\n,X,COMPANY\n", "t.csv:2:1: A Firm needs a value in the column id."],
      [
        "Firm",
        "id,name,kind\ntaken,X,COMPANY\n",
        "leave the row out, or load the table in that bundle's place with --bundle taken --replace.",
      ],
      ["Claim", `id,source,certainty,quote\nc,notice,REPORTED,${words}\n`, "Shorten it, and say the rest in the column statement."],
      ["COVERS", "from,claims\nm,register\n", 'COVERS needs the column "to".'],
      ["COVERS", "from,to,claims\nm,,register\n", "An edge needs `to`."],
    ];
    for (const [as, table, message] of tables) {
      const { code, stderr } = await at.import("csv", "--as", as, await at.file("t.csv", table));
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(message) });
      expect(stderr).not.toMatch(/`\w+:|YAML|the key/);
    }
  });

  test("a bundle one a line is told of its own keys", async () => {
    const edge = { type: "HEADQUARTERED_IN", from: "firm:x", to: "country:US", properties: {}, claims: [] };
    const bundle = { bundle: "b", nodes: [{ type: "Firm", id: "firm:x", properties: { name: "X", kind: "COMPANY" } }], edges: [edge] };
    const lines = `{"format":"trade-graph","version":1}\n${JSON.stringify(bundle)}\n`;
    expect((await at.import("jsonl", await at.file("b.jsonl", lines))).stderr).toContain('Give it "claims", or the bundle "restsOn".');
  });

  test("a code that the nomenclature has not is no code of this edition: nobody is sent to bring it", async () => {
    const nomenclature = "section,hscode,description,parent,level\nXVI,85,Machines,TOTAL,2\nXVI,8517,Telephones,85,4\n";
    await at.file("hs-sections.csv", "section,name\nXVI,Machines\n");
    expect((await at.import("hs", await at.file("hs.csv", nomenclature))).code).toBe(0);
    const record = { intervention_id: 1, state_act_id: 1, affected_products: [851762, 854231, 10121] };
    const { code, stdout } = await at.import("gta", await at.file("gta.json", JSON.stringify([record])));
    expect(code).toBe(1);
    expect(stdout).toContain(
      "1 edge left out: the graph has no commodity:hs-010121 (1). Commodities come with `npm run import -- hs FILE`. Once it has them, run this again.\n",
    );
    expect(stdout).toContain(
      "2 edges left out: the graph has no commodity:hs-851762 (1), commodity:hs-854231 (1). It has the nomenclature of 2022 for their chapters, and they are not in it: they are codes of another edition. Bring that (`npm run import -- hs --edition YEAR FILE`), then run this again with --edition YEAR.\n",
    );
  });
});
