import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportCommand } from "../../src/cli/export.ts";
import { openEmbedded } from "../../src/engine/index.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import { csv, tableTypes, typeTable, WHOLE } from "../../src/exporters/index.ts";
import { load } from "../../src/load/index.ts";
import { indexesOf, readModel } from "../../src/model/index.ts";
import { ran } from "../importers/support.ts";
import { file } from "../load/support.ts";
import { loadSeed } from "../support/seeded.ts";
import { hasPyarrow, python } from "./python.ts";

const model = readModel();

/** Texts in all scripts and of all ends, numbers of all sizes, lists that are empty, dates of every precision. */
const AWKWARD = `
bundle: awkward
firms:
  - {id: zz-empty, name: "null", kind: COMPANY, aliases: []}
  - {id: zz-scripts, name: "中文 عربي עברית हिन्दी 🇹🇭 é", kind: COMPANY, aliases: ["a;b", "c|d", 'e\\\\f', "=1+1", '"quoted", yes']}
countries:
  - {id: ZZ1, name: Many, kind: GROUP, population: 9007199254740991}
  - {id: ZZ2, name: Few, kind: GROUP, population: 0}
measures:
  - {id: zz-rates, title: "two\\nlines", kind: TARIFF, effect: RESTRICTING, flow: IMPORT, rate: 0.1, rateUnit: PERCENT, announcedOn: 2025}
  - {id: zz-rates-2, title: t, kind: TARIFF, effect: RESTRICTING, flow: IMPORT, rate: 1e-7, rateUnit: PERCENT, announcedOn: 2025-06, inForceFrom: 2025-06-05}
`;

/** Reads a table by pyarrow: the types of its columns, and its rows as the cells that CSV has. */
const READ = `
import json, sys, os
import pyarrow as pa, pyarrow.parquet as pq
def cell(value):
    if value is None: return ""
    if isinstance(value, list):
        return ";".join("".join("\\\\" + c if c in ";|\\\\" else c for c in str(v)) for v in value)
    if isinstance(value, bool): return "true" if value else "false"
    return value
found = {}
for name in sorted(os.listdir(sys.argv[1])):
    path = os.path.join(sys.argv[1], name)
    if name.endswith(".parquet"):
        t = pq.read_table(path)
    elif name.endswith(".arrows"):
        with pa.ipc.open_stream(path) as reader: t = reader.read_all()
        t.validate(full=True)
    else: continue
    found[name] = {"types": {f.name: str(f.type).replace("element: ", "").replace("item: ", "").replace(" not null", "") for f in t.schema},
      "rows": [[cell(v) for v in row.values()] for row in t.to_pylist()], "nulls": {n: t.column(n).null_count for n in t.column_names}}
print(json.dumps(found))
`;

describe("tables of types", { timeout: 120_000 }, () => {
  let folder: string;
  let engine: GraphEngine;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "trade-graph-tables-"));
    engine = await openEmbedded({});
    await engine.prepare(indexesOf(model));
    await loadSeed(engine, model);
    expect((await load(engine, model, [file("awkward.yaml", AWKWARD)])).problems).toEqual([]);
  });
  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** All of what comes in pieces. */
  const gathered = async (pieces: AsyncIterable<string | Uint8Array> | undefined) => {
    const all: Uint8Array[] = [];
    if (!pieces) throw new Error("There is no such format.");
    for await (const piece of pieces) all.push(Buffer.from(piece));
    return Buffer.concat(all);
  };
  /** Rows as CSV has them; numbers as numbers, since other programs write them otherwise. */
  const cellsOf = async (type: string) => {
    const { columns } = typeTable(engine, model, type);
    const text = String(await gathered(csv(typeTable(engine, model, type))));
    const isNumber = columns.map(({ kind }) => kind === "integer" || kind === "number");
    const rows = [...text.matchAll(/("(?:[^"]|"")*"|[^,\r]*)(,|\r\n)/g)];
    const lines: (string | number)[][] = [[]];
    for (const [, cell = "", end] of rows) {
      const line = lines.at(-1) ?? [];
      const plain = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      line.push(plain !== "" && lines.length > 1 && isNumber[line.length] ? Number(plain) : plain);
      if (end !== ",") lines.push([]);
    }
    return lines.slice(1, -1);
  };

  it.runIf(hasPyarrow).each(["parquet", "arrow"])("writes every type as %s with the rows that CSV has", async (format) => {
    const whole = WHOLE[format];
    const types = tableTypes(model);
    for (const as of types) {
      const exported = whole?.of({ as });
      await writeFile(join(folder, `${as}.${exported?.ending}`), await gathered(exported?.write(engine, model)));
    }
    const found = python(READ, folder) as Record<string, { rows: unknown; types: Record<string, string>; nulls: Record<string, number> }>;
    const table = (as: string) => found[`${as}.${whole?.of({ as }).ending}`];
    for (const as of types) {
      expect(table(as)?.rows, as).toEqual(await cellsOf(as));
      expect(Object.keys(table(as)?.types ?? {}), as).toEqual(typeTable(engine, model, as).columns.map(({ name }) => name));
    }
    expect(table("Measure")?.types).toMatchObject({ id: "string", announcedOn: "string", rate: "double", imposedBy: "list<string>" });
    expect(table("TARGETS")?.types).toMatchObject({ from: "string", to: "string", since: "string", claims: "list<string>" });
    // What says nothing is null, and a list without members is a list.
    expect(table("Firm")?.nulls).toMatchObject({ id: 0, produces: 0 });
    expect(table("Firm")?.nulls.ticker).toBeGreaterThan(0);
    expect(JSON.stringify(table("Country")?.rows)).toContain("9007199254740991");
    const names = ((table("Firm")?.rows ?? []) as string[][]).find(([id]) => id === "firm:zz-scripts");
    expect(names).toEqual(expect.arrayContaining(["中文 عربي עברית हिन्दी 🇹🇭 é", 'a\\;b;c\\|d;e\\\\\\\\f;=1+1;"quoted", yes']));
  });

  it("writes rows in groups, each as it is read", async () => {
    const { arrow, parquet } = await import("../../src/exporters/tables/index.ts");
    const rows = Array.from({ length: 45_000 }, (_, i) => [
      `id-${i}`,
      i % 3 === 0 ? null : i / 2,
      i % 2 === 0 ? [] : ["a", `b${i}`],
      i % 2 === 0,
    ]);
    let read = 0;
    async function* portions() {
      for (let start = 0; start < rows.length; start += 500) {
        read += 500;
        yield rows.slice(start, start + 500);
      }
    }
    const columns = [
      { name: "id", kind: "text", list: false },
      { name: "n", kind: "number", list: false },
      { name: "list", kind: "text", list: true },
      { name: "even", kind: "boolean", list: false },
    ] as const;
    for (const [ending, write] of [
      ["parquet", parquet],
      ["arrows", arrow],
    ] as const) {
      read = 0;
      const pieces = write({ columns, rows: portions() })[Symbol.asyncIterator]();
      const first = [await pieces.next(), ...(ending === "arrows" ? [await pieces.next()] : [])];
      expect(read, ending).toBe(20_000);
      const rest: Uint8Array[] = first.map(({ value }) => value as Uint8Array);
      for (let next = await pieces.next(); !next.done; next = await pieces.next()) rest.push(next.value);
      await writeFile(join(folder, `grouped.${ending}`), Buffer.concat(rest));
    }
    if (!hasPyarrow) return;
    const found = python(
      `
import json, sys, pyarrow as pa, pyarrow.parquet as pq
f = pq.ParquetFile(sys.argv[1] + "/grouped.parquet")
with pa.ipc.open_stream(sys.argv[1] + "/grouped.arrows") as r: a = r.read_all()
p = f.read()
print(json.dumps({"groups": f.num_row_groups, "batches": len(a.column(0).chunks), "same": p.to_pylist() == a.to_pylist(), "rows": p.num_rows,
  "last": p.slice(44999).to_pylist()[0], "sum": p.column("n").to_pandas().sum(), "nulls": p.column("n").null_count}))
`,
      folder,
    );
    const sum = rows.reduce((total, [, n]) => total + Number(n ?? 0), 0);
    expect(found).toEqual({
      groups: 3,
      batches: 3,
      same: true,
      rows: 45_000,
      sum,
      nulls: 15_000,
      last: { id: "id-44999", n: 22499.5, list: ["a", "b44999"], even: false },
    });
  });

  it("puts the tables of all types into one archive", async () => {
    const whole = WHOLE.csv?.of({});
    expect([whole?.mediaType, whole?.ending, whole?.isText]).toEqual(["application/zip", "csv.zip", false]);
    const files = unzipSync(await gathered(whole?.write(engine, model)));
    expect(Object.keys(files)).toEqual(tableTypes(model).map((type) => `${type}.csv`));
    expect(Buffer.from(files["Measure.csv"] ?? [])).toEqual(await gathered(csv(typeTable(engine, model, "Measure"))));
  });
});

describe("npm run export of tables", { timeout: 60_000 }, () => {
  let folder: string;
  let env: Record<string, string>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "trade-graph-tables-"));
    env = { DATA_DIR: join(folder, "data") };
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("writes a table of every type into a folder, and one into a file", async () => {
    const out = join(folder, "tables/");
    expect(await ran(exportCommand, ["--format", "parquet", "--out", out], env)).toMatchObject({ code: 0, stdout: "" });
    expect((await readdir(out)).sort()).toEqual(
      tableTypes(model)
        .map((type) => `${type}.parquet`)
        .sort(),
    );
    const one = join(folder, "Firm.parquet");
    expect(await ran(exportCommand, ["--format", "parquet", "--as", "Firm", "--out", one], env)).toMatchObject({ code: 0 });
    expect(await readFile(one)).toEqual(await readFile(join(out, "Firm.parquet")));
    expect(String((await readFile(one)).subarray(0, 4))).toBe("PAR1");
  });

  it.each([
    [["--format", "parquet"], "say of what with --as Firm"],
    [["--format", "graphml", "--as", "Firm"], "--as goes with the formats of tables (csv, parquet, arrow"],
    [["--format", "jsonl", "--with-edges"], "--with-edges goes with the formats of tables"],
    [["--format", "csv", "--with-edges", "--out", "x.zip"], "--with-edges goes with a table of one node type"],
  ])("says what is wrong with %s", async (args, message) => {
    expect(await ran(exportCommand, args, env)).toEqual({ code: 1, stdout: "", stderr: expect.stringContaining(message) });
  });

  it("shows no bytes on a terminal", async () => {
    const said: string[] = [];
    const output = { stdout: () => undefined, stderr: (text: string) => void said.push(text), isTerminal: true };
    expect(await exportCommand(["--format", "arrow", "--as", "Firm"], env, output)).toBe(1);
    expect(said.join("")).toContain("say --out Firm.arrows");
  });
});
