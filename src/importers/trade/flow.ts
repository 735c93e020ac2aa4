import type { Place } from "../../load/index.ts";

/** Who says what a flow is: the importer (`M`), the exporter (`X`), or BACI, which reconciles both (`B`). */
export type Side = "M" | "X" | "B";

/** A flow of goods between two places in a year, as one row says it. */
export interface Flow {
  readonly side: Side;
  /** The source that says it, by the last part of its id: `un-comtrade`, `baci-hs17-v202501`. */
  readonly source: string;
  /** Code of the importer: `US`, `EU`. */
  readonly importer: string;
  /** Code of the supplier; `WORLD` for all together, `NONE` for a place that is no country. */
  readonly supplier: string;
  /** Code of the Harmonized System: two, four or six digits. */
  readonly code: string;
  readonly edition: string;
  readonly year: string;
  /** US dollars. */
  readonly value: number;
  readonly amount: number | null;
  readonly unit: string | null;
  /** CIF or FOB; null where the row does not say. */
  readonly valuation: string | null;
  /** A remark on the flow; null where there is none. */
  readonly note: string | null;
  readonly place: Place;
}

/** No code of a country: all together, and places that are none. */
export const WORLD = "WORLD";
export const NONE = "NONE";

/** The longest code that trade statistics have for all countries alike. */
const MOST_DIGITS = 6;

/** What orders flows: by importer, edition, code, so that a code comes behind those below it (`~` is behind all digits), year. */
export function orderOf({ importer, edition, code, year, side, supplier }: Flow): string {
  return `${importer} ${edition} ${code.padEnd(MOST_DIGITS, "~")} ${year} ${side} ${supplier}`;
}

/** A flow on one line, behind what orders it. */
export function lineOf(flow: Flow): string {
  const { side, source, importer, supplier, code, edition, year, value, amount, unit, valuation, note, place } = flow;
  const row = [side, source, importer, supplier, code, edition, year, value, amount, unit, valuation, note, place.file, place.line];
  return `${orderOf(flow)}\t${JSON.stringify(row)}\n`;
}

/** The flow of a line. */
export function flowOf(line: string): Flow {
  const [side, source, importer, supplier, code, edition, year, value, amount, unit, valuation, note, file, at] = JSON.parse(
    line.slice(line.indexOf("\t") + 1),
  ) as [
    Side,
    string,
    string,
    string,
    string,
    string,
    string,
    number,
    number | null,
    string | null,
    string | null,
    string | null,
    string,
    number,
  ];
  const place = { file, line: at, column: 1 };
  return { side, source, importer, supplier, code, edition, year, value, amount, unit, valuation, note, place };
}
