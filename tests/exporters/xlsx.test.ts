import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import readWorkbook, { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "../../src/engine/index.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import { tableTypes, WHOLE, xlsx } from "../../src/exporters/index.ts";
import { load } from "../../src/load/index.ts";
import { indexesOf, readModel } from "../../src/model/index.ts";
import { file } from "../load/support.ts";
import { hasPyarrow, python } from "./python.ts";

const model = readModel();

/** Cells that spreadsheets change, or read as something else. */
const AWKWARD: readonly (readonly unknown[])[] = [
  ["=1+1", "+1", "-2", "@SUM(A1)", '=HYPERLINK("http://x")'],
  ["2025", "2025-06", "2025-06-05", "2025-02-31", "1899-12-31"],
  ["0101", "850511", "1e5", "TRUE", "中文 עברית 🇹🇭"],
  ["two\nlines", "_x0041_", '<&">', "a\\;b", "_x_"],
  [0.1, 1e-7, 123456789012345, 9007199254740991, 0],
  [true, false, null, ["a;b", "c"], []],
];

const FEW = `
bundle: few
firms:
  - {id: zz-a, name: A, kind: COMPANY}
  - {id: zz-b, name: B, kind: COMPANY, aliases: [=1+1, b]}
`;

async function* rowsOf(rows: readonly (readonly unknown[])[]) {
  yield rows;
}
const sheet = (rows: readonly (readonly unknown[])[], columns = ["a", "b", "c", "d", "e"]) => ({
  name: "Sheet",
  columns,
  rows: rowsOf(rows),
});

describe("tables as workbooks", { timeout: 120_000 }, () => {
  let folder: string;
  let engine: GraphEngine;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "trade-graph-xlsx-"));
    engine = await openEmbedded({});
    await engine.prepare(indexesOf(model));
    expect((await load(engine, model, [file("few.yaml", FEW)])).problems).toEqual([]);
  });
  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  });
  const written = async (name: string, pieces: AsyncIterable<string | Uint8Array> | undefined) => {
    const all: Uint8Array[] = [];
    for await (const piece of pieces ?? []) all.push(Buffer.from(piece));
    await writeFile(join(folder, name), Buffer.concat(all));
    return join(folder, name);
  };

  const EXPECTED = [
    ["=1+1", "+1", "-2", "@SUM(A1)", '=HYPERLINK("http://x")'],
    ["2025", "2025-06", "day 2025-06-05", "2025-02-31", "1899-12-31"],
    ["0101", "850511", "1e5", "TRUE", "中文 עברית 🇹🇭"],
    ["two\nlines", "_x0041_", '<&">', "a\\;b", "_x_"],
    [0.1, 1e-7, 123456789012345, "9007199254740991", 0],
    [true, false, null, "a\\;b;c", null],
  ];

  it("keeps texts as texts, days as days, and numbers that Excel would cut as texts", async () => {
    const path = await written("awkward.xlsx", xlsx([sheet(AWKWARD)]));
    const read = (await readSheet(path))
      .slice(1)
      .map((row) => row.map((cell) => (cell instanceof Date ? `day ${cell.toISOString().slice(0, 10)}` : cell)));
    expect(read).toEqual(EXPECTED);
  });

  it.runIf(hasPyarrow)("is read by openpyxl, which finds no formula", async () => {
    const path = await written("awkward.xlsx", xlsx([sheet(AWKWARD)]));
    const found = python(
      `
import json, sys, datetime, openpyxl
ws = openpyxl.load_workbook(sys.argv[1]).active
rows = [[("day " + c.value.strftime("%Y-%m-%d")) if isinstance(c.value, datetime.datetime) else c.value for c in row] for row in ws.iter_rows(min_row=2, max_col=5)]
print(json.dumps({"rows": rows, "formulas": [c.coordinate for row in ws.iter_rows() for c in row if c.data_type == "f"]}))
`,
      path,
    ) as { rows: unknown; formulas: unknown };
    expect(found.rows).toEqual(EXPECTED);
    expect(found.formulas).toEqual([]);
  });

  it.each([
    [
      "a text that no cell holds",
      [["x".repeat(32_768)]],
      "row 2, column a of Sheet: a cell of Excel holds 32,767 characters, and this text has 32,768",
    ],
    [
      "too many cells",
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      "more than 5 cells are too many for a workbook",
    ],
    ["too many rows", [[1], [2], [3]], "Sheet has more rows than a sheet of Excel holds (3)"],
  ])("refuses %s", async (_, rows, message) => {
    const columns = ["a", "b", "c"].slice(0, rows[0]?.length);
    await expect(written("large.xlsx", xlsx([sheet(rows, columns)], { rows: 3, cells: 5 }))).rejects.toThrow(message);
  });

  it("has a sheet for each type where none is named", async () => {
    const path = await written("graph.xlsx", WHOLE.xlsx?.of({}).write(engine, model));
    const sheets = await readWorkbook(path);
    expect(sheets.map(({ sheet: name }) => name)).toEqual(tableTypes(model));
    const [header, ...firms] = sheets.find(({ sheet: name }) => name === "Firm")?.data ?? [];
    const of = (name: string) => firms.map((row) => row[header?.indexOf(name) ?? -1]);
    expect([of("id"), of("aliases")]).toEqual([
      ["firm:zz-a", "firm:zz-b"],
      [null, "=1+1;b"],
    ]);
  });
});
