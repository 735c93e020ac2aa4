import { problemAt } from "../../load/index.ts";
import { codeOfText, editionsIn } from "../hs/code-text.ts";
import type { Notes } from "../importer.ts";
import { type Flow, NONE, WORLD } from "./flow.ts";
import { OTHER_ASIA, placeOf, type TradePlace } from "./places.ts";
import { numberOf, type TradeRow, yearOf } from "./rows.ts";
import { quantityOf } from "./units.ts";

/** What a row of UN Comtrade's is called in sources and claims. */
export const COMTRADE = "un-comtrade";

type Cells = TradeRow["cells"];

/** Imports and exports by their codes and words, new and old. */
const FLOWS: Readonly<Record<string, "M" | "X">> = {
  m: "M",
  import: "M",
  imports: "M",
  "1": "M",
  x: "X",
  export: "X",
  exports: "X",
  "2": "X",
};

/** Why a row is not taken, in words to be counted; null where it may be. Rows that break a flow down stand beside one that has all of it. */
function passedOver({ type, frequency, flowCode, flowName, partner2, customs, transport, period, year }: Cells): string | null {
  if ((type ?? "C") !== "C") return "services: left out";
  if ((frequency ?? "A") !== "A" || yearOf(period ?? year) === null)
    return "figures of a month, or without a year: left out, ask for annual ones";
  const flow = (flowCode ?? flowName ?? "").toLowerCase();
  if (FLOWS[flow] === undefined)
    return `${flowName ?? ""} (${flowCode ?? ""}): no imports or exports as a whole: left out`.replace(/^ /, "").replace(" ()", "");
  const isPart = (text: string | undefined, whole: RegExp) => text !== undefined && !whole.test(text);
  if (isPart(partner2, /^0$/)) return "a part of a flow, by its second partner: left out, since the whole stands beside it";
  if (isPart(customs, /^C0+$/i)) return "a part of a flow, by customs procedure: left out, since the whole stands beside it";
  if (isPart(transport, /^0$/)) return "a part of a flow, by mode of transport: left out, since the whole stands beside it";
  return null;
}

/** The code of the Harmonized System, with its edition; null where it has none, which is counted. */
function goodsOf(
  { code: text = "", classification }: Cells,
  said: string | undefined,
  notes: Notes,
): { code: string; edition: string } | null {
  const [edition] = classification === undefined ? [] : editionsIn(classification);
  if (edition === undefined && classification !== undefined && !/^HS$/i.test(classification)) {
    notes.count(`classification ${classification}: not the Harmonized System: left out`);
    return null;
  }
  const read = /^\d+$/.test(text) ? codeOfText(text) : null;
  if (read === null || read.code.length > 6) {
    notes.count(text === "TOTAL" ? "TOTAL, all goods together: left out" : "a code that is none of two, four or six digits: left out");
    return null;
  }
  if (read.isRepaired) notes.count("a code that lost the zero before it: put back");
  if (edition === undefined) notes.count(`a flow whose edition nobody says: taken as of ${said ?? "2022"}`);
  return { code: read.code, edition: edition ?? said ?? "2022" };
}

function place(cells: Cells, side: "reporter" | "partner"): TradePlace {
  const [number, iso, name] = [cells[`${side}Code`], cells[`${side}Iso`], cells[`${side}Name`]];
  const id = number !== undefined && /^\d+$/.test(number) ? Number(number) : null;
  // In some tables the codes are those of ISO.
  return placeOf({ id, iso: iso ?? (id === null ? (number ?? null) : null), name: name ?? null });
}

/** Who imports of whom; null where a flow has no country at an end that counts, which is counted. */
function endsOf(cells: Cells, side: "M" | "X", notes: Notes): { importer: string; supplier: string } | null {
  const leftOut = (note: string) => {
    notes.count(note);
    return null;
  };
  const [reporter, partner] = [place(cells, "reporter"), place(cells, "partner")];
  if (reporter.kind !== "COUNTRY") return leftOut(`reporter ${cells.reporterCode ?? ""}: no country that is known: left out`);
  if (side === "X") {
    if (partner.kind !== "COUNTRY") return leftOut("exports to all together, or to no country: left out");
    if (partner.code === EU) return leftOut("exports to a bloc: left out, since its members have them");
    return { importer: partner.code, supplier: reporter.code };
  }
  const isCountry = partner.kind === "COUNTRY" && partner.code !== EU;
  if (!isCountry && partner.kind !== "WORLD")
    notes.count(`partner ${cells.partnerCode ?? cells.partnerName ?? ""}: no country: its value stays in the total of the market`);
  return { importer: reporter.code, supplier: isCountry ? partner.code : partner.kind === "WORLD" ? WORLD : NONE };
}

/** A bloc that reports beside its members; as a partner it is no country. */
const EU = "EU";

/** The flow that a row of UN Comtrade states; null where it is left out, which is counted, or rejected. `edition` is that of codes of which the row says none. */
export function comtradeFlow({ cells, place: at }: TradeRow, edition: string | undefined, notes: Notes): Flow | null {
  const reason = passedOver(cells);
  if (reason !== null) {
    notes.count(reason);
    return null;
  }
  const goods = goodsOf(cells, edition, notes);
  if (!goods) return null;
  const side = FLOWS[(cells.flowCode ?? cells.flowName ?? "").toLowerCase()] ?? "M";
  const ends = endsOf(cells, side, notes);
  if (!ends) return null;
  const value = numberOf(cells.value ?? (side === "M" ? cells.cif : cells.fob));
  if (value === undefined) {
    notes.reject(problemAt(at, `The value ${JSON.stringify(cells.value)} is no number.`));
    return null;
  }
  if (value === null || value <= 0) {
    notes.count("a flow without a value: left out");
    return null;
  }
  const isOtherAsia = [cells.partnerCode, cells.reporterCode].includes(String(OTHER_ASIA));
  if (isOtherAsia) notes.count("Other Asia, nes (490): taken as Taiwan, for which it stands");
  const { amount, unit } = amounts(cells, notes);
  return {
    side,
    source: COMTRADE,
    importer: ends.importer,
    supplier: ends.supplier,
    code: goods.code,
    edition: goods.edition,
    year: yearOf(cells.period ?? cells.year) ?? "",
    value,
    amount,
    unit,
    valuation: valuationOf(cells, side, value),
    note: noteOf(isOtherAsia, /^(true|1)$/i.test(cells.isEstimated ?? "")),
    place: at,
  };
}

function noteOf(isOtherAsia: boolean, isEstimated: boolean): string | null {
  const notes = [...(isOtherAsia ? ["there: Other Asia, nes"] : []), ...(isEstimated ? ["its amount is estimated"] : [])];
  return notes.length === 0 ? null : notes.join("; ");
}

function valuationOf({ cif, fob }: Cells, side: "M" | "X", value: number): string | null {
  if (numberOf(cif) === value) return "CIF";
  if (numberOf(fob) === value || side === "X") return "FOB";
  return null;
}

function amounts(cells: Cells, notes: Notes): { amount: number | null; unit: string | null } {
  const [amount = null, net = null] = [numberOf(cells.amount), numberOf(cells.weight)];
  const given = { code: cells.unitCode ?? null, abbreviation: cells.unitName ?? null, amount, net };
  return quantityOf(given, (note) => notes.count(note)) ?? { amount: null, unit: null };
}
