import { HS_EDITION, InputError, type Place, problemAt } from "../../load/index.ts";
import { codeOfText, editionsIn } from "../hs/code-text.ts";
import type { Importer, Notes } from "../importer.ts";
import { nameOf as fileName } from "../read/bytes.ts";
import { type Row, readTable } from "../read/table.ts";
import { countryOf } from "../references/countries.ts";
import { checkEdition } from "../references/into-edition.ts";
import { requireDay } from "./hts.ts";
import { nameOf } from "./names.ts";
import { type ColumnOf, Schedule, type ScheduleLookUp } from "./schedule.ts";
import { type Found, findColumns, type Held } from "./table-columns.ts";

/** Currencies that `$` stands for. */
const DOLLARS: Readonly<Record<string, string>> = { US: "USD", CA: "CAD", AU: "AUD", NZ: "NZD", SG: "SGD" };

const MFN: ColumnOf = { key: "mfn", title: "most-favoured-nation", dutyType: "MFN", targets: [] };

/** What partners are called that are all. */
const WORLD = /^(?:0{1,3}|wld|wto|world|all|erga omnes.*|1011|total)$/i;

/** Types of duty that hold for some of the goods alone: within a quota, up to a ceiling, for some use, while a suspension lasts. */
const OF_SOME_GOODS = /quota|ceiling|end[- ]use|authori[sz]ed use|suspension/i;

interface Options extends ScheduleLookUp {
  /** Whose tariff it is; undefined where a column says it. */
  readonly by?: string | undefined;
  /** The day from which it applies; undefined where a column has the year. */
  readonly from?: string | undefined;
  readonly edition?: string | undefined;
}

/**
 * Tables of tariffs with a column of codes and one of rates: those of WITS and the World Trade Organization, TARIC's, anyone's. What says reporter, partner, type of
 * duty, year and edition is taken from their columns, else from the options. Throws InputError where an option makes no sense.
 */
export function tariffs({ by, from, edition, ...look }: Options): Importer {
  const importer = by === undefined ? null : codeOf(by);
  if (by !== undefined && importer === null)
    throw new InputError(`--by ${by} is no country or bloc that is known here: write its code, such as US or EU.`);
  if (from !== undefined) requireDay(from, "tariffs");
  if (edition !== undefined) checkEdition("edition", edition);
  return async function* (files, notes) {
    const reader = new Reader({ by: importer, from, edition }, notes);
    for (const file of files) await reader.read(file);
    for (const schedule of reader.schedules.values()) yield* schedule.bundles("tariffs", look);
  };
}

class Reader {
  readonly schedules = new Map<string, Schedule>();

  constructor(
    private readonly asked: { readonly by: string | null; readonly from: string | undefined; readonly edition: string | undefined },
    private readonly notes: Notes,
  ) {}

  async read(file: string): Promise<void> {
    let found: Found | null = null;
    const check = ({ names, place }: { names: readonly { text: string }[]; place: Place }): boolean => {
      found = findColumns(names.map(({ text }) => text));
      const missing = this.#missing(found);
      if (missing !== null) this.notes.reject(problemAt(place, missing), 0);
      else this.notes.count(`${fileName(file)}: ${[...found].map(([held, header]) => `${held} from "${header}"`).join(", ")}`);
      return missing === null;
    };
    for await (const row of readTable(file, this.notes, check)) {
      const problem = found === null ? null : this.#take(row, found);
      if (problem !== null) this.notes.reject(problemAt(row.place, problem));
    }
  }

  #missing(found: Found): string | null {
    if (!found.has("code"))
      return "No column of codes is found: its header must be code, hscode, product, goods code, tariff line or the like.";
    if (!found.has("rate")) return "No column of rates is found: its header must be rate, duty, MFN, SimpleAverage or the like.";
    if (this.asked.by === null && !found.has("reporter")) return "Whose tariff this is, no column says (Reporter): name it with --by US.";
    if (this.asked.from === undefined && !found.has("year"))
      return "From when this tariff applies, no column says (Year): name the day with --from 2025-01-01.";
    return null;
  }

  /** Takes a row; what is wrong with it, or null. */
  #take({ cells, place }: Row, found: Found): string | null {
    const of = (held: Held) => cells.get(found.get(held) ?? "")?.text.trim() ?? "";
    const read = codeOfText(of("code"));
    if (read === null || ![2, 4, 6, 8, 10].includes(read.code.length)) return `"${of("code")}" is no code of 2, 4, 6, 8 or 10 digits.`;
    if (read.isRepaired) this.notes.count("a code that had lost a zero: put back");
    const by = this.asked.by ?? codeOf(of("reporter"));
    if (by === null) return `"${of("reporter")}" is no country or bloc that is known here.`;
    const year = /^\d{4}$/.exec(of("year"))?.[0];
    const from = this.asked.from ?? (year === undefined ? null : `${year}-01-01`);
    if (from === null) return `"${of("year")}" is no year: the day may be named with --from 2025-01-01.`;
    const column = this.#columnOf(of("type"), of("partner"));
    if (typeof column === "string") return column;
    if (column === null) return null;
    const schedule = this.#schedule(by, from, this.asked.edition ?? editionsIn(of("edition"))[0] ?? HS_EDITION);
    if (!schedule) return `This table has codes of two editions for ${by} from ${from}: bring each edition by itself.`;
    const text = this.#rateIn(of("rate"), of("least"), of("most"));
    schedule.line(read.code, of("name"), place);
    // A line without a subdivision is the line of 8 digits.
    const code =
      read.code.length === 10 && read.code.endsWith("00") && !schedule.has(column.key, read.code.slice(0, 8))
        ? read.code.slice(0, 8)
        : read.code;
    if (text === null) this.notes.count("a row without a rate: its line has that of what it lies under");
    else schedule.duty(column, code, text, place);
    return null;
  }

  /** The column of a row; null where it is none that is charged, and in words what is wrong. */
  #columnOf(type: string, partner: string): ColumnOf | string | null {
    if (OF_SOME_GOODS.test(type)) {
      this.notes.count(`rows of the type of duty "${type}", which holds for some of the goods alone: left out`);
      return null;
    }
    const isAll = partner === "" || WORLD.test(partner);
    const isPreference = /^(?:pref|prf|preferential|tariff preference|customs union duty)/i.test(type);
    const isMfn = type === "" || /^(?:mfn|third country duty|most)/i.test(type);
    if (!isPreference && !isMfn) {
      this.notes.count(`rows of the type of duty "${type}", which is neither MFN nor preferential: left out`);
      return null;
    }
    if (isAll && !isPreference) return MFN;
    // A most-favoured-nation duty that stands there for one partner is the same for all.
    if (isMfn && type !== "") return MFN;
    const code = isAll ? null : codeOf(partner);
    if (code === null) {
      this.notes.count(`preferences for "${partner}", which is no country or bloc that is known here: left out`);
      return null;
    }
    const targets = [{ to: `country:${code}` }];
    return { key: `pref-${code.toLowerCase()}`, title: `preference for ${nameOf(code)}`, dutyType: "PREFERENTIAL", targets };
  }

  #schedule(by: string, from: string, edition: string): Schedule | null {
    const key = `${by} ${from}`;
    const before = this.schedules.get(key);
    if (before) return before.of.edition === edition ? before : null;
    const source = { title: `Tariff of ${nameOf(by)} from ${from}, as a table has it`, reliability: "AGGREGATOR" };
    const schedule = new Schedule({ by, from, edition, source }, { dollar: DOLLARS[by] ?? null, bareIsPercent: true }, this.notes);
    this.schedules.set(key, schedule);
    return schedule;
  }

  /** The words of a rate; the mean of lines that differ is charged on none of them. */
  #rateIn(rate: string, least: string, most: string): string | null {
    if (rate === "") return null;
    if (least === "" || most === "" || Number(least) === Number(most)) return rate;
    this.notes.count("a mean of lines that have several rates: kept as text, without a rate, since no line is charged it");
    return `${rate}% on average, ${least}% to ${most}%`;
  }
}

/** The code of a country or bloc as a table names it: by code, number or name. */
function codeOf(text: string): string | null {
  const given = text.trim();
  const number = /^\d{1,3}$/.test(given) ? Number(given) : null;
  const id = number === 918 || number === 97 ? "country:EU" : countryOf({ iso: given, id: number, name: given.replace(/\s*\(.*\)$/, "") });
  return id?.replace("country:", "") ?? null;
}
