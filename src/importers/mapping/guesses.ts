import { isLei, splitList } from "../../load/index.ts";
import { dateFormat } from "../csv/dates.ts";
import { NOT_AVAILABLE } from "../csv/values.ts";
import { countryOf } from "../references/countries.ts";

/** What seems to stand in a column, by its samples. */
export interface Guess {
  /** The system of its codes; null where it seems to have none. */
  readonly code: "iso2" | "iso3" | "m49" | "country" | "hs" | "lei" | "wikidata" | null;
  /** How its dates are written, most cells first; empty where they are as ours, or none. */
  readonly dates: readonly string[];
  readonly isDate: boolean;
  readonly isNumber: boolean;
  /** What stands before decimals or between thousands; null where plain numbers stand there. */
  readonly decimals: "," | "." | null;
  /** What separates several in one cell; null where each seems to be one. */
  readonly split: string | null;
  /** Cells that seem to say nothing. */
  readonly empty: readonly string[];
  /** Each row has another value. */
  readonly isUnique: boolean;
  /** What nobody can tell from the samples, in words. */
  readonly doubts: readonly string[];
}

/** So many of the cells have to fit: a list of countries has the world and its regions too, under codes of their own. */
const MOST = 0.75;
const ISO_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const EMPTY_WORDS: readonly string[] = [...NOT_AVAILABLE, "-", "--", "..", "...", "n.a.", "k. A.", "none", "None", "not available"];
const FORMATS = [
  "DD.MM.YYYY",
  "DD/MM/YYYY",
  "MM/DD/YYYY",
  "DD-MM-YYYY",
  "YYYY/MM/DD",
  "YYYY.MM.DD",
  "D MMM YYYY",
  "D MMM, YYYY",
  "D-MMM-YYYY",
  "D-MMM-YY",
  "D MMMM YYYY",
  "MMM D, YYYY",
  "MMMM D, YYYY",
  "MMM YYYY",
  "MMMM YYYY",
  "MM.YYYY",
  "MM/YYYY",
  "YYYY/MM",
];

/** What seems to stand in a column: its header and some of its cells, empty ones left out. */
export function guessOf(header: string, all: readonly string[]): Guess {
  const empty = [...new Set(all.filter((cell) => EMPTY_WORDS.includes(cell)))];
  const cells = all.filter((cell) => !empty.includes(cell) || /iso|country|code/i.test(header));
  const split = splitOf(cells);
  const items = split === null ? cells : cells.flatMap((cell) => splitList(cell, [split]));
  const mostly = (test: (text: string) => boolean) => items.length > 0 && items.filter(test).length >= MOST * items.length;
  const code = codeOf(header, mostly);
  const dates = code === null && !mostly((cell) => ISO_DATE.test(cell)) ? formatsOf(items) : [];
  const isYear = /year|date|since|from|until|day/i.test(header) && mostly((cell) => ISO_DATE.test(cell));
  const isDate = dates.length > 0 || isYear || mostly((cell) => /^\d{4}-\d{2}(-\d{2})?$/.test(cell));
  const isNumber = code === null && !isDate && mostly((cell) => /^[-+]?\d[\d.,\s'’]*\s*%?$/.test(cell));
  const doubts = [
    ...(ambiguous(dates, items) ? [`${dates[0]} or with day and month the other way round? No cell tells`] : []),
    ...(empty.length > 0
      ? [`${empty.map((word) => JSON.stringify(word)).join(", ")} seem to say nothing: name them under table: na:`]
      : []),
  ];
  return {
    code,
    dates,
    isDate,
    isNumber,
    decimals: isNumber ? decimalsOf(items) : null,
    split,
    empty,
    isUnique: new Set(cells).size === cells.length && cells.length > 1,
    doubts,
  };
}

function codeOf(header: string, mostly: (test: (text: string) => boolean) => boolean): Guess["code"] {
  const isCountry = (text: string) => countryOf({ iso: text, id: null, name: null }) !== null;
  if (mostly(isLei)) return "lei";
  if (mostly((text) => /(^|\/)Q[1-9]\d+$/.test(text))) return "wikidata";
  if (mostly((text) => /^[A-Z]{2}$/.test(text) && isCountry(text))) return "iso2";
  if (mostly((text) => /^[A-Z]{3}$/.test(text) && isCountry(text))) return "iso3";
  if (/\bhs|tariff (line|code)|commodity|product code/i.test(header) && mostly((text) => /^\d[\d. ]{1,12}$/.test(text))) return "hs";
  if (mostly((text) => /^\d{4}\.\d{2}(\.\d{2})*$/.test(text))) return "hs";
  if (/m49|iso.?num|country code/i.test(header) && mostly((text) => /^\d{1,3}$/.test(text))) return "m49";
  return mostly((text) => countryOf({ iso: null, id: null, name: text }) !== null) ? "country" : null;
}

/** The formats that cells have, the commonest first; none where most have none of them. */
function formatsOf(items: readonly string[]): string[] {
  const formats = FORMATS.flatMap((text) => {
    const format = dateFormat(text);
    return "problem" in format ? [] : [format];
  });
  const left = new Set(items.keys());
  const found: string[] = [];
  while (left.size > 0) {
    const ranked = formats.map(({ text, read }) => ({
      text,
      fits: [...left].filter((i) => read((items[i] ?? "").replace(/[T ]\d{1,2}:\d{2}.*$/, "")) !== null),
    }));
    const best = ranked.reduce((a, b) => (b.fits.length > a.fits.length ? b : a), { text: "", fits: [] as number[] });
    if (best.fits.length === 0) break;
    found.push(best.text);
    for (const i of best.fits) left.delete(i);
  }
  const years = [...left].filter((i) => ISO_DATE.test(items[i] ?? "")).length;
  return items.length - left.size + years >= MOST * items.length ? found : [];
}

/** Whether day and month may have changed places in all cells. */
function ambiguous([first, ...others]: readonly string[], items: readonly string[]): boolean {
  if (first !== "DD/MM/YYYY" || others.length > 0) return false;
  const other = dateFormat("MM/DD/YYYY");
  return !("problem" in other) && items.every((item) => other.read(item) !== null);
}

function decimalsOf(items: readonly string[]): "," | "." | null {
  const bare = items.map((item) => item.replace(/\s*%$/, ""));
  if (bare.every((item) => /^[-+]?\d+(\.\d+)?$/.test(item))) return null;
  return bare.some((item) => /,\d{1,2}$|,\d{4,}$|\.\d{3},/.test(item)) ? "," : ".";
}

function splitOf(cells: readonly string[]): string | null {
  return (
    [";", "|", " / "].find((separator) => cells.filter((cell) => cell.includes(separator)).length >= Math.max(1, 0.1 * cells.length)) ??
    null
  );
}
