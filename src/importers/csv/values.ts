import { isShare, type Place, type StatedField, splitList } from "../../load/index.ts";
import type { EdgeField, Property } from "../../model/index.ts";
import type { Notes } from "../importer.ts";
import type { Cell } from "../read/cells.ts";
import type { Row } from "../read/table.ts";
import { type DateFormat, readDate } from "./dates.ts";

/** Cells that say nothing, unless `--na` names others. */
export const NOT_AVAILABLE = ["NA", "N/A", "n/a", "#N/A", "NULL", "null", "NaN", "-0-"] as const;

/** The type whose values include per cent. */
const RATE_UNIT = "RateUnit";

/** What stands in a column of a table. */
export interface Column {
  readonly name: string;
  /** A cell may hold several. */
  readonly list: boolean;
  /** It leads to other nodes. */
  readonly leads: boolean;
  /** It is an end of an edge: a mapped table may have several in one cell. */
  readonly ends: boolean;
  /** Its property, where it has one that is a number. */
  readonly number: Property | null;
  /** It holds dates. */
  readonly date: boolean;
  /** The column that holds the unit of its number, where that may be per cent: of rates alone, not of how much there is of something. */
  readonly unit: string | null;
  /** Countries stand there, by id or code: `NA` is Namibia. */
  readonly countries: boolean;
}

/** How cells are written, as far as that is stated. */
export interface Writing {
  /** What separates the members of a list; `;` and `|` when absent. */
  readonly lists?: readonly string[] | undefined;
  /** How dates may be written, beside `2025-06-05`, `2025-06` and `2025`. */
  readonly dates?: readonly DateFormat[] | undefined;
  /** What stands before decimals: then dots, commas, blanks and apostrophes between thousands are none of the number. */
  readonly decimals?: "," | "." | undefined;
  /** What numbers are multiplied by, such as 1000 where they are thousands. */
  readonly times?: number | undefined;
  /** What stands for what; a text that is no key stays. */
  readonly values?: ReadonlyMap<string, string> | undefined;
  /** The codes that stand there, read into those of the graph. */
  readonly code?: ((text: string) => { readonly text: string } | { readonly problem: string }) | undefined;
}

/** Which cells say nothing. */
export interface Emptiness {
  readonly words: ReadonlySet<string>;
  /** The words were given, and so count for columns of countries as well. */
  readonly given: boolean;
}

/** The words of `--na`, separated by commas; the usual ones where it is not given. */
export function emptinessOf(na: string | undefined): Emptiness {
  const given = na?.split(",").map((word) => word.trim()) ?? NOT_AVAILABLE;
  return { words: new Set(given.filter((word) => word !== "")), given: na !== undefined };
}

/** The column of an edge field, of a property, or of an id. */
export function columnOf(
  name: string,
  of: Property | EdgeField | null,
  properties: ReadonlyMap<string, Property>,
  countries: boolean,
): Column {
  const property = of !== null && "kind" in of ? of : null;
  const number = property && (property.type === "Float" || property.type === "Int") ? property : null;
  const unit = number && /rate$/i.test(name) ? [...properties.values()].find(({ type }) => type === RATE_UNIT) : null;
  return {
    name,
    list: of?.list === true,
    leads: of !== null && property === null,
    ends: false,
    number,
    date: property !== null && /^(Partial)?Date$/.test(property.type),
    unit: unit?.name ?? null,
    countries: countries || property?.type === "CountryCode",
  };
}

/** What a cell says, how it is written, and what stands beside it. */
export interface CellReading {
  readonly column: Column;
  readonly writing: Writing;
  readonly empty: Emptiness;
  /** What separates the cells of the table. */
  readonly separator: string;
  /** What stands in the column of the unit. */
  readonly unit: string | undefined;
  readonly notes: Pick<Notes, "count">;
}

/** What a cell says: a text, or the members of its list; null where it says nothing. Numbers and dates are as they are written here. What can't be read is refused. */
export function readCell(
  { text, place, isNumber = false }: Cell,
  reading: CellReading,
  refuse: (place: Place, message: string) => void,
): string | string[] | null {
  const { column, writing } = reading;
  const one = (given: string): string[] => {
    const said = writing.values?.get(given) ?? given;
    if (said === "" || saysNothing(said, column, reading.empty, reading.notes)) return [];
    const read = readText(said, isNumber ? { ...reading, writing: { ...writing, decimals: undefined } } : reading);
    if ("text" in read) return [read.text];
    refuse(place, read.problem);
    return [];
  };
  const whole = column.list ? splitList(writing.values?.get(text) ?? text, writing.lists).flatMap(one) : one(text);
  return whole.length === 0 ? null : column.list ? whole : (whole[0] ?? null);
}

function readText(text: string, { column, writing, separator, unit, notes }: CellReading): { text: string } | { problem: string } {
  const read = writing.code ? writing.code(text) : { text };
  if ("problem" in read) return { problem: `${column.name}: ${read.problem}` };
  if (column.number) return readNumber(read.text, column, writing, separator, unit);
  if (!column.date) return read;
  const found = readDate(read.text, writing.dates ?? []);
  if (found?.hadTime) notes.count(`${column.name}: the time of the day behind a date, dropped`);
  return found === null ? unreadDate(read.text, column, writing) : { text: found.date };
}

/** A date that fits no format; without one stated, the checks of all records say what is wrong with it. */
function unreadDate(text: string, { name }: Column, { dates = [] }: Writing): { text: string } | { problem: string } {
  const stated = dates.map((format) => format.text).join(" nor ");
  if (stated !== "") return { problem: `${name} "${text}" is no date as ${stated}, nor one as 2025-06-05.` };
  const isDate = /^(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./]\d{1,2}[./]\d{1,2})\b/.test(text);
  return isDate
    ? { problem: `${name} "${text}" is a date of a format that is not stated: say which, such as --dates DD.MM.YYYY.` }
    : { text };
}

function readNumber(text: string, column: Column, { decimals, times }: Writing, separator: string, unit: string | undefined) {
  // What a number is multiplied by says what a sign of per cent would.
  const number = times === undefined ? text : text.replace(/\s*%$/, "");
  const bare = decimals === undefined ? number : plainNumber(number, decimals);
  const read = numberOf(bare, column, decimals === undefined ? separator : ",", unit);
  if ("problem" in read || times === undefined || !PLAIN.test(read.text)) return read;
  return { text: String(Number((Number(read.text) * times).toPrecision(15))) };
}

/** A number whose decimals stand behind a dot, without what stands between thousands. */
function plainNumber(text: string, decimals: "," | "."): string {
  const thousands = decimals === "," ? /(?<=\d)[.\u0020\u00a0\u2009\u202f'’](?=\d{3})/g : /(?<=\d)[,\u0020\u00a0\u2009\u202f'’](?=\d{3})/g;
  return text.replace(thousands, "").replace(decimals, ".");
}

/** What a row states: cells that say nothing left out, lists taken apart, numbers and dates as they are written here. What can't be read is refused. */
export function fieldsOf(
  { cells, separator }: Row,
  columns: ReadonlyMap<string, Column>,
  { empty, writing }: { readonly empty: Emptiness; readonly writing: Writing },
  notes: Pick<Notes, "count">,
  refuse: (place: Place, message: string) => void,
): StatedField[] {
  const fields: StatedField[] = [];
  for (const [name, cell] of cells) {
    const column = columns.get(name);
    if (!column) continue;
    const unit = column.unit ? cells.get(column.unit)?.text : undefined;
    const value = readCell(cell, { column, writing, empty, separator, unit, notes }, refuse);
    if (value !== null) fields.push({ name, value, place: cell.place });
  }
  return fields;
}

function saysNothing(text: string, column: Column, empty: Emptiness, notes: Pick<Notes, "count">): boolean {
  if (!empty.words.has(text)) return false;
  if (column.countries && text === "NA" && !empty.given) {
    notes.count(`NA in the column ${column.name}: the country Namibia (--na NA takes it as empty)`);
    return false;
  }
  notes.count(`a cell ${text}: taken as empty (--na names the words that are)`);
  return true;
}

const PLAIN = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const DECIMAL_COMMA = /^[-+]?(\d+|[1-9]\d{0,2}(\.\d{3})+),\d+$/;
const THOUSAND = /^[-+]?[1-9]\d{0,2}\.\d{3}$/;
const PER_CENT = /^(.*\d)\s*%$/;

/** A number as it is written here, or what is wrong with it and what to write. What is no number at all is left to the checks of all records. */
function numberOf(text: string, column: Column, separator: string, unit: string | undefined): { text: string } | { problem: string } {
  const { name } = column;
  const perCent = PER_CENT.exec(text)?.[1];
  if (perCent !== undefined) {
    const read = numberOf(perCent, column, separator, unit);
    if ("problem" in read || !PLAIN.test(read.text)) return { problem: `${name} "${text}" must be a number.` };
    if (isShare(name))
      return { problem: `${name} "${text}" must be a number: write ${Number((Number(read.text) / 100).toPrecision(12))} for a share.` };
    if (column.unit === null)
      return { problem: `${name} "${text}" is no share of anything: it must be a number, without a sign of per cent.` };
    if (unit === "PERCENT") return read;
    return { problem: `${name} "${text}" must be a number: write ${read.text}, and PERCENT in the column ${column.unit}.` };
  }
  if (DECIMAL_COMMA.test(text)) {
    const dotted = text.replaceAll(".", "").replace(",", ".");
    if (separator !== ",") return { text: dotted };
    return { problem: `${name} "${text}" must be a number with its decimals behind a dot: write ${text.replace(",", "")} or ${dotted}.` };
  }
  // Where a comma may stand before decimals, a dot may stand between thousands.
  if (separator === ";" && THOUSAND.test(text))
    return {
      problem: `${name} "${text}" may be ${text.replace(".", "")} or ${Number(text)} in a table with semicolons: write ${text.replace(".", "")} or ${text}0.`,
    };
  return { text };
}
