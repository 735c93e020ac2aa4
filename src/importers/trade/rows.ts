import type { Place } from "../../load/index.ts";
import { problemAt } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { readObjects } from "../read/objects.ts";
import { isJson, named, type Reread } from "../read/reread.ts";
import { readTable } from "../read/table.ts";
import { lettersAndDigits } from "../read/text.ts";

/** Columns by what they hold, each with what it is called: of UN Comtrade's API, of its bulk files and of its older tables; letters and digits alone. */
const COLUMNS = {
  type: ["typecode"],
  frequency: ["freqcode"],
  year: ["refyear", "year", "yr"],
  period: ["period"],
  reporterCode: ["reportercode", "rtcode"],
  reporterIso: ["reporteriso", "rt3iso"],
  reporterName: ["reporterdesc", "reporter", "rttitle"],
  flowCode: ["flowcode", "tradeflowcode", "rgcode"],
  flowName: ["flowdesc", "tradeflow", "rgdesc"],
  partnerCode: ["partnercode", "ptcode"],
  partnerIso: ["partneriso", "pt3iso"],
  partnerName: ["partnerdesc", "partner", "pttitle"],
  partner2: ["partner2code", "2ndpartnercode"],
  classification: ["classificationcode", "classification", "pfcode"],
  code: ["cmdcode", "commoditycode"],
  customs: ["customscode", "customsproccode"],
  transport: ["motcode", "modeoftransportcode"],
  unitCode: ["qtyunitcode"],
  unitName: ["qtyunitabbr", "qtyunit"],
  amount: ["qty", "tradequantity"],
  isEstimated: ["isqtyestimated"],
  weight: ["netwgt", "netweightkg", "netweight"],
  cif: ["cifvalue", "ciftradevalueus"],
  fob: ["fobvalue", "fobtradevalueus"],
  value: ["primaryvalue", "tradevalueus", "tradevalue"],
  // Of BACI.
  t: ["t"],
  i: ["i"],
  j: ["j"],
  k: ["k"],
  v: ["v"],
  q: ["q"],
} as const;

type Column = keyof typeof COLUMNS;

const BY_NAME = new Map(Object.entries(COLUMNS).flatMap(([column, names]) => names.map((name) => [name as string, column as Column])));

/** A row by what its columns hold; what is empty is no key. */
export interface TradeRow {
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  readonly place: Place;
}

const NEEDED =
  "It needs the columns of UN Comtrade (reporterCode, flowCode, partnerCode, cmdCode, primaryValue …) or those of BACI (t, i, j, k, v, q).";

/** Whether these are columns of BACI; null where they are neither its own nor UN Comtrade's. */
function isBaci(has: (column: Column) => boolean): boolean | null {
  if ((["t", "i", "j", "k", "v"] as const).every(has)) return true;
  const isComtrade =
    (has("reporterCode") || has("reporterIso") || has("reporterName")) &&
    (has("partnerCode") || has("partnerIso") || has("partnerName")) &&
    (has("flowCode") || has("flowName")) &&
    (has("year") || has("period")) &&
    has("code") &&
    has("value");
  return isComtrade ? false : null;
}

function columnOf(name: string): Column | undefined {
  return BY_NAME.get(lettersAndDigits(name));
}

/** The rows of a file, a table or JSON, each with whether it is BACI's; what is none is rejected. Throws InputError where nothing can be read. */
export async function* readTradeRows(file: Reread, given: Notes): AsyncGenerator<TradeRow & { readonly isBaci: boolean }> {
  const notes = named(given, file);
  if (await isJson(file.path)) yield* ofObjects(file, notes);
  else yield* ofTable(file, notes);
}

async function* ofTable(file: Reread, notes: Notes): AsyncGenerator<TradeRow & { readonly isBaci: boolean }> {
  let baci = false;
  let columns = new Map<string, Column>();
  const check = ({ names, place }: { readonly names: readonly { readonly text: string }[]; readonly place: Place }): boolean => {
    columns = new Map(
      names.flatMap(({ text }) => {
        const column = columnOf(text);
        return column === undefined ? [] : [[text, column] as const];
      }),
    );
    const all = new Set(columns.values());
    const found = isBaci((column) => all.has(column));
    if (found === null) notes.reject(problemAt(place, `This is no table of trade flows. ${NEEDED}`), 0);
    baci = found === true;
    return found !== null;
  };
  for await (const { cells: row, place } of readTable(file.path, notes, check)) {
    const cells: Partial<Record<Column, string>> = {};
    for (const [name, column] of columns) {
      const text = row.get(name)?.text;
      if (text !== undefined) cells[column] = text;
    }
    yield { cells, place: { ...place, file: file.name }, isBaci: baci };
  }
}

async function* ofObjects(file: Reread, notes: Notes): AsyncGenerator<TradeRow & { readonly isBaci: boolean }> {
  for await (const { value, place, number } of readObjects(file.path, notes)) {
    const cells: Partial<Record<Column, string>> = {};
    for (const [name, said] of Object.entries(value as object)) {
      const column = columnOf(name);
      const text = said === null || typeof said === "object" ? "" : String(said).trim();
      if (column !== undefined && text !== "") cells[column] = text;
    }
    const found = isBaci((column) => cells[column] !== undefined);
    if (found === null) notes.reject(problemAt(place, `Record ${number}: This is no trade flow, or lacks a value. ${NEEDED}`));
    else yield { cells, place: { ...place, file: file.name }, isBaci: found };
  }
}

/** A number as a file writes it; null where it writes none, undefined where it writes something else. */
export function numberOf(text: string | undefined): number | null | undefined {
  if (text === undefined || /^(na|n\/a|nan|null)$/i.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** A year; null where it is none. */
export function yearOf(text: string | undefined): string | null {
  return text !== undefined && /^(19|20)\d\d$/.test(text) ? text : null;
}
