import { isShare, type StatedField } from "../../load/index.ts";
import type { EdgeField, Property } from "../../model/index.ts";
import type { Notes } from "../importer.ts";
import type { Cell } from "../read/cells.ts";
import type { Row } from "../read/table.ts";

/** Cells that say nothing, unless `--na` names others. */
export const NOT_AVAILABLE = ["NA", "N/A", "n/a", "#N/A", "NULL", "null", "NaN", "-0-"] as const;

/** The type whose values include per cent. */
const RATE_UNIT = "RateUnit";

/** What stands in a column of a table. */
export interface Column {
  readonly name: string;
  /** A cell may hold several, separated by `;` or `|`. */
  readonly list: boolean;
  /** Its property, where it has one that is a number. */
  readonly number: Property | null;
  /** The column that holds the unit of its number, where that may be per cent: of rates alone, not of how much there is of something. */
  readonly unit: string | null;
  /** Countries stand there, by id or code: `NA` is Namibia. */
  readonly countries: boolean;
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
  return { name, list: of?.list === true, number, unit: unit?.name ?? null, countries: countries || property?.type === "CountryCode" };
}

/** What a row states: cells that say nothing left out, lists taken apart, numbers as they are written here. What can't be read is refused. */
export function fieldsOf(
  { cells, separator }: Row,
  columns: ReadonlyMap<string, Column>,
  empty: Emptiness,
  notes: Pick<Notes, "count">,
  refuse: (place: Cell["place"], message: string) => void,
): StatedField[] {
  const fields: StatedField[] = [];
  for (const [name, cell] of cells) {
    const column = columns.get(name);
    const isEmpty = (text: string) => column !== undefined && saysNothing(text, column, empty, notes);
    if (column?.list) {
      const items = itemsOf(cell).filter((item) => !isEmpty(item));
      if (items.length > 0) fields.push({ name, value: items, place: cell.place });
    } else if (!isEmpty(cell.text)) {
      const unit = column?.unit ? cells.get(column.unit)?.text : undefined;
      const read = column?.number ? numberOf(cell.text, column, separator, unit) : { text: cell.text };
      if ("problem" in read) refuse(cell.place, read.problem);
      else fields.push({ name, value: read.text, place: cell.place });
    }
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

function itemsOf({ text }: Cell): string[] {
  return text
    .split(/[;|]/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
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
