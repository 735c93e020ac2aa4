import { HS_EDITION, InputError, type Place } from "../../load/index.ts";
import { validateScalar } from "../../model/index.ts";
import type { Importer, Notes } from "../importer.ts";
import { checkEdition } from "../references/into-edition.ts";
import { type HtsRow, readHts } from "./hts-rows.ts";
import { type OfSchedule, PARTNER_GROUPS, partnersOf, specialDuties } from "./programmes.ts";
import { type ColumnOf, Schedule, type ScheduleLookUp } from "./schedule.ts";

const MFN: ColumnOf = { key: "mfn", title: "most-favoured-nation (column 1, general)", dutyType: "MFN", targets: [] };

/** Countries without most-favoured-nation treatment by General Note 3(b): Russia and Belarus since the act of April 2022. */
const COLUMN_2: ColumnOf = {
  key: "column-2",
  title: "column 2",
  dutyType: "NON_MFN",
  targets: [
    { to: "country:CU" },
    { to: "country:KP" },
    { to: "country:BY", since: "2022-04-09" },
    { to: "country:RU", since: "2022-04-09" },
  ],
};

interface Options extends ScheduleLookUp {
  /** The day from which the schedule applies. */
  readonly from?: string | undefined;
  /** The edition of the Harmonized System of its codes; 2022 when left out. */
  readonly edition?: string | undefined;
}

/**
 * The Harmonized Tariff Schedule of the United States as the International Trade Commission exports it, JSON or CSV: lines of 8 and 10 digits, and a
 * measure for each column and each programme of the special one. The files of one run are one schedule. Throws InputError where no day is given, or the edition is none.
 */
export function hts({ from, edition = HS_EDITION, ...look }: Options): Importer {
  const day = requireDay(from, "hts");
  checkEdition("edition", edition);
  return async function* (files, notes) {
    const source = {
      title: `Harmonized Tariff Schedule of the United States, from ${day}`,
      publisher: "United States International Trade Commission",
      url: "https://hts.usitc.gov/",
      licence: "public domain (a work of the United States government)",
      reliability: "OFFICIAL",
      language: "en",
    };
    const schedule = new Schedule({ by: "US", from: day, edition, source }, { dollar: "USD", bareIsPercent: false }, notes);
    const groups = await look.owners(PARTNER_GROUPS);
    for (const file of files) {
      const reader = new Reader(schedule, { from: day, groups }, notes);
      for await (const row of readHts(file, notes)) reader.take(row);
    }
    yield* schedule.bundles("hts", look);
  };
}

/** The day that `--from` says. Throws InputError where it says none. */
export function requireDay(from: string | undefined, format: string): string {
  if (from === undefined) throw new InputError(`${format} needs the day from which the schedule applies: --from 2025-01-01.`);
  const wrong = validateScalar("Date", from);
  if (wrong !== null) throw new InputError(`--from ${from} ${wrong}.`);
  return from;
}

/** Rows in their order: what stands above a row by its indent belongs to its title, and its duty holds where the row has none. */
class Reader {
  #path: HtsRow[] = [];
  /** Columns and lines that have the duty of a row above them. */
  readonly #inherited = new Set<string>();

  constructor(
    private readonly schedule: Schedule,
    private readonly of: OfSchedule,
    private readonly notes: Notes,
  ) {}

  take(row: HtsRow): void {
    this.#path = [...this.#path.filter(({ indent }) => indent < row.indent), row];
    const { code, place } = row;
    if (code === null) return;
    this.schedule.line(code, this.#title(), place);
    if (code.length < 8) return;
    if (code.startsWith("99")) this.notes.count("a line of chapter 99, of temporary acts: kept as a line with its words");
    const note = [row.footnotes, row.additional].filter((part) => part !== "").join(" ") || null;
    this.#duty(row, "general", (text, at) => this.schedule.duty(MFN, at, text, place, note));
    this.#duty(row, "other", (text, at) => this.schedule.duty(COLUMN_2, at, text, place));
    this.#duty(row, "special", (text, at) => this.#special(at, text, place));
  }

  #title(): string {
    return this.#path.map(({ description }) => description.replace(/:$/, "")).join(": ");
  }

  /** The duty of a row's own, else of a line that which stands above it; a suffix without one has that of its line. */
  #duty(row: HtsRow, column: "general" | "other" | "special", give: (text: string, code: string) => void): void {
    const code = row.code ?? "";
    const own = row[column];
    if (own !== "") {
      // A line without suffixes stands there with two zeros only.
      if (code.endsWith("00") && code.length === 10) give(own, code.slice(0, 8));
      else give(own, code);
      return;
    }
    const line = code.slice(0, 8);
    const isBelowLine = code.length === 10 && this.#path.some((one) => one.code === line);
    const above = this.#path.slice(0, -1).findLast((one) => one[column] !== "")?.[column];
    if (above === undefined || isBelowLine || this.#inherited.has(`${column} ${line}`)) return;
    this.#inherited.add(`${column} ${line}`);
    this.notes.count(`a line without a duty in the column ${column}: it has that of the row above it`);
    give(above, line);
  }

  #special(code: string, text: string, place: Place): void {
    for (const { duty, symbols } of specialDuties(text)) {
      for (const symbol of symbols) {
        const partners = partnersOf(symbol, this.of);
        if (typeof partners === "string") {
          this.notes.count(partners);
          continue;
        }
        const key = `special-${symbol.toLowerCase().replace("+", "-plus").replace("*", "-star")}`;
        const targets = partners.map((to) => ({ to }));
        this.schedule.duty({ key, title: `special rates under ${symbol}`, dutyType: "PREFERENTIAL", targets }, code, duty, place);
      }
    }
  }
}
