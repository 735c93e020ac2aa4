import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { csv, type FindBy, mapped } from "../../src/importers/index.ts";
import { mappingOf } from "../../src/importers/mapping/read.ts";
import { model } from "../load/support.ts";
import { imported, owning, withFile } from "./support.ts";

const GRAPH = { "country:CN": "world", "country:US": "world", "commodity:hs-850511": "world", "claim:register": "world" };
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook as spreadsheets write them: texts in a table of their own, dates as numbers with a style (1), formulas with their last values. */
function workbook(sheets: Readonly<Record<string, string>>, texts: readonly string[]): Uint8Array {
  const names = Object.keys(sheets);
  const xml = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`);
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return zipSync({
    "[Content_Types].xml": xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/></Types>`,
    ),
    "_rels/.rels": xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": xml(
      `<workbook ${MAIN} xmlns:r="${RELS}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
        .map((_, i) => `<Relationship Id="rId${i + 1}" Type="${RELS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
        .join(
          "",
        )}<Relationship Id="rId90" Type="${RELS}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${RELS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    "xl/styles.xml": xml(
      `<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    "xl/sharedStrings.xml": xml(`<sst ${MAIN}>${texts.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`),
    ...Object.fromEntries(
      names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml(`<worksheet ${MAIN}>${sheets[name]}</worksheet>`)]),
    ),
  });
}

const t = (at: string, index: number) => `<c r="${at}" t="s"><v>${index}</v></c>`;
const n = (at: string, value: number, style = 0) => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
const row = (r: number, ...cells: string[]) => `<row r="${r}">${cells.join("")}</row>`;

const TEXTS = ["Production by country", "Country", "Goods", "Amount", "2023", "2024", "China", "US", "As of", "Notes"];
const BOOK = workbook(
  {
    Notes: `<sheetData>${row(1, t("A1", 9))}</sheetData>`,
    // A title, a row without anything, and a header of two lines with merged cells; 1.234 is a number, and 0.1+0.2 a formula.
    Data: `<sheetData>${[
      row(1, t("A1", 0)),
      row(3, t("A3", 1), t("B3", 2), t("C3", 3), t("E3", 8)),
      row(4, t("C4", 4), t("D4", 5)),
      row(5, t("A5", 6), n("B5", 850511), n("C5", 1.234), '<c r="D5"><f>0.1+0.2</f><v>0.30000000000000004</v></c>', n("E5", 45657, 1)),
      row(6, t("A6", 7), n("B6", 850511), n("C6", 20), n("E6", 45657.5, 1)),
    ].join("")}</sheetData><mergeCells count="1"><mergeCell ref="C3:D3"/></mergeCells>`,
  },
  TEXTS,
);

/** The graph's only code of goods. */
const findBy: FindBy = async (_, { name }, values) =>
  new Map(name === "hsCode" && values.includes("850511") ? [["850511", ["commodity:hs-850511"]]] : []);

const MAPPING = `
table: {header: [3, 4], sheet: Data, decimals: ","}
source: {title: Production by country, reliability: PRESS}
edges:
  - type: PRODUCES
    from: {column: Country, words: {China: CN}}
    to: Goods
    fields:
      amount: Amount 2024
      unit: {value: TON, beside: amount}
      note: Amount 2023
      period: As of
`;

test("a sheet with a title, a merged header, days and formulas is read as a table, with the places of its cells", async () => {
  const read = await withFile("book.xlsx", BOOK, (path) =>
    imported(mapped(mappingOf("m.yaml", MAPPING), { model, owners: owning(GRAPH), findBy }), path),
  );
  expect(read.rejected).toEqual([]);
  const edges = read.bundles.flatMap((bundle) => bundle.edges).filter(({ type }) => type === "PRODUCES");
  expect(edges.map(({ from, to, properties, place }) => [from, to, properties, place.line])).toEqual([
    ["country:CN", "commodity:hs-850511", { amount: 0.3, unit: "TON", note: "1.234", period: "2024-12-31" }, 5],
    ["country:US", "commodity:hs-850511", { note: "20", period: "2024-12-31" }, 6],
  ]);
  expect(read.counts["period: the time of the day behind a date, dropped"]).toBe(1);
});

test("a sheet may have columns named like fields", async () => {
  const texts = ["id", "name", "kind", "acme", "Acme", "COMPANY"];
  const sheet = `<sheetData>${row(1, t("A1", 0), t("B1", 1), t("C1", 2))}${row(2, t("A2", 3), t("B2", 4), t("C2", 5))}</sheetData>`;
  const { bundles, rejected } = await withFile("firms.xlsx", workbook({ Firms: sheet }, texts), (path) =>
    imported(csv({ as: "Firm", model, owners: owning(GRAPH) }), path),
  );
  expect(rejected).toEqual([]);
  expect(bundles.map(({ name }) => name)).toEqual(["csv-firms"]);
  expect(bundles[0]?.nodes.map(({ id, properties }) => [id, properties])).toEqual([["firm:acme", { name: "Acme", kind: "COMPANY" }]]);
});

test.each<[string, string, Uint8Array, string | undefined, RegExp]>([
  ["a sheet that is not there", "b.xlsx", BOOK, "Dat", /b\.xlsx: There is no sheet "Dat": it has "Notes", "Data"\.$/],
  ["what is no workbook", "b.xlsx", strToU8("id,name\n"), undefined, /b\.xlsx: It can't be read as a workbook: /],
  ["the old form", "b.xls", strToU8("x"), undefined, /b\.xls: Save it as \.xlsx or \.csv: workbooks of this form are not read\.$/],
])("%s is refused", async (_, name, content, sheet, message) => {
  await expect(withFile(name, content, (path) => imported(csv({ as: "Firm", model, owners: owning(GRAPH), sheet }), path))).rejects.toThrow(
    message,
  );
});
