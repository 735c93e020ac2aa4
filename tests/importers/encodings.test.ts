import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Commands } from "./commands.ts";

const at = Commands.forEachTest();

/** A text with signs that each encoding writes in bytes of its own. */
const WORDS = "Ministère de l’Économie";
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const windows1252 = (text: string) => Buffer.from(text.replaceAll("’", "\u0092"), "latin1");

/** Each door of the commands: the file's name, its text, and where in it the first byte is that only another encoding has. */
const DOORS: readonly (readonly [door: string, name: string, text: string, place: string])[] = [
  ["load", "x.yaml", `bundle: x\nagencies: [{id: x, name: "${WORDS}"}]\n`, "2:33"],
  ["csv", "x.csv", `id,name,kind\nx,"${WORDS}",COMPANY\n`, "2:10"],
  ["csv by row", "x.csv", `id,name,kind\nx,"${WORDS}",COMPANY\n`, "2:10"],
  ["hs", "x.csv", `section,hscode,description,parent,level\nXVI,85,"${WORDS}",TOTAL,2\n`, "2:15"],
  [
    "jsonl",
    "x.jsonl",
    `{"format":"trade-graph","version":1}\n{"bundle":"x","nodes":[{"type":"Firm","id":"firm:x","properties":{"name":"${WORDS}"}}]}\n`,
    "2:81",
  ],
  ["gta", "x.json", `[\n{"intervention_id":1,"state_act_id":1,"state_act_title":"${WORDS}"}\n]`, "2:64"],
];

const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  csv: ["csv", "--as", "Firm"],
  "csv by row": ["csv", "--as", "Firm", "--by-row"],
  hs: ["hs"],
  jsonl: ["jsonl"],
  gta: ["gta"],
};

/** What a door says of a file. */
async function said(door: string, name: string, bytes: string | Buffer) {
  const path = await at.file(name, bytes);
  const { code, stderr } = door === "load" ? await at.load(path) : await at.import(...(ARGUMENTS[door] ?? []), path);
  return { code, lines: stderr.split("\n").filter((line) => line.includes("UTF-8")) };
}

describe("a file in another encoding", { timeout: 120_000 }, () => {
  test.each(DOORS)("is refused by %s with the encoding, the place and the command that converts it", async (door, name, text, place) => {
    const record = door === "jsonl" ? "Record 2: " : door === "gta" ? "Record 1: " : "";
    const narrow = await said(door, name, windows1252(text));
    expect(narrow.code).toBe(1);
    expect(narrow.lines).toEqual([
      expect.stringMatching(
        `${name}:${place}: ${record}The byte E8 is not UTF-8; the file is most likely Windows-1252\\. Files are UTF-8: convert it with \`iconv -f WINDOWS-1252 -t UTF-8 \\S*${name} > utf8-copy\`\\.$`,
      ),
    ]);
    for (const [bytes, encoding, charset] of [
      [utf16(`\uFEFF${text}`), "UTF-16, with a byte order mark", "UTF-16"],
      [utf16(text), "UTF-16, without a byte order mark", "UTF-16LE"],
      [utf16(text).swap16(), "UTF-16, without a byte order mark", "UTF-16BE"],
    ] as const) {
      const wide = await said(door, name, bytes);
      expect(wide.code).toBe(1);
      expect(wide.lines).toEqual([
        expect.stringMatching(`${name}:1:1: It is ${encoding}\\. Files are UTF-8: convert it with \`iconv -f ${charset} -t UTF-8 `),
      ]);
    }
    expect(await at.column("MATCH (n:Node) WHERE n.id ENDS WITH ':x' RETURN n.id")).toEqual([]);
  });

  test("is refused where it is packed, with the command that unpacks and converts it", async () => {
    const [, , text] = DOORS[1] ?? ["", "", ""];
    const { lines } = await said("csv", "a b.csv.gz", gzipSync(windows1252(text)));
    expect(lines).toEqual([
      expect.stringMatching(/convert it with `gunzip -c '\S*a b\.csv\.gz' \| iconv -f WINDOWS-1252 -t UTF-8 > utf8-copy`\.$/),
    ]);
  });

  test("takes no record with it that stands before it, where records are taken one by one", async () => {
    const good = `{"format":"trade-graph","version":1}\n${JSON.stringify({ bundle: "a", nodes: [{ type: "Firm", id: "firm:a", properties: { name: WORDS, kind: "COMPANY" } }], edges: [] })}\n`;
    const text = (DOORS[4]?.[2] ?? "").split("\n")[1] ?? "";
    await said(
      "jsonl",
      "x.jsonl",
      Buffer.concat([
        Buffer.from(good),
        windows1252(text),
        Buffer.from(`\n${good.split("\n")[1]?.replaceAll('"a"', '"b"').replace("firm:a", "firm:b")}`),
      ]),
    );
    expect(await at.column("MATCH (n:Firm) RETURN n.id + n.name")).toEqual([`firm:a${WORDS}`, `firm:b${WORDS}`]);
    await said(
      "csv by row",
      "y.csv",
      Buffer.concat([Buffer.from(`id,name,kind\nc,"${WORDS}",COMPANY\n`), windows1252(`x,"${WORDS}",COMPANY\n`)]),
    );
    expect(await at.column("MATCH (n:Firm {id: 'firm:c'}) RETURN n.name")).toEqual([WORDS]);
  });
});
