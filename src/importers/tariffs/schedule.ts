import { type Bundle, type EdgeRecord, HS_EDITION, hsIdOf, type NodeRecord, type Place } from "../../load/index.ts";
import type { Model } from "../../model/index.ts";
import type { Notes, Owners } from "../importer.ts";
import { shortened } from "../read/text.ts";
import type { FindBy } from "../references/references.ts";
import { bareEdge, claimEdges, sourceBundle, stated } from "../statements.ts";
import { type Duty, dutyOf, dutyText, type Style } from "./duty.ts";
import { nameOf } from "./names.ts";
import { type Other, othersOf, succession } from "./succession.ts";

const LONGEST_NAME = 500;

/** What a schedule is asked of the graph. */
export interface ScheduleLookUp {
  readonly model: Model;
  readonly owners: Owners;
  readonly findBy: FindBy;
}

/** Of what a schedule is. */
export interface Of {
  /** Code of who charges it, `US`. */
  readonly by: string;
  /** The day from which it applies. */
  readonly from: string;
  /** The edition of the Harmonized System of its codes. */
  readonly edition: string;
  /** Whom the source is from, its title and address. */
  readonly source: Readonly<Record<string, string>>;
}

/** A column of a schedule. */
export interface ColumnOf {
  /** What its measure's id ends with: `mfn`, `special-s`, `pref-ca`. */
  readonly key: string;
  readonly title: string;
  readonly dutyType: "MFN" | "PREFERENTIAL" | "NON_MFN";
  /** Whose goods it is for, each from a day on; empty where it names nobody. */
  readonly targets: readonly { readonly to: string; readonly since?: string }[];
}

interface Line {
  readonly name: string;
  readonly place: Place;
}

interface Entry {
  readonly text: string;
  readonly duty: Duty | null;
  readonly note: string | null;
  readonly place: Place;
}

/**
 * A tariff schedule on its way: its lines and its columns, taken together once all rows have been read, since a subheading has a duty where all its lines
 * have that. Some 500 bytes a line and 300 a duty are held.
 */
export class Schedule {
  readonly #lines = new Map<string, Line>();
  /** Subheadings that have a row of their own. */
  readonly #subheadings = new Set<string>();
  readonly #columns = new Map<string, ColumnOf & { readonly entries: Map<string, Entry> }>();

  constructor(
    readonly of: Of,
    private readonly style: Style,
    private readonly notes: Notes,
  ) {}

  /** A row of a code of 8 or 10 digits; those of 10 make the line above them, where it has no row. Of a code that comes twice, the first counts. */
  line(code: string, name: string, place: Place): void {
    if (code.length === 6) this.#subheadings.add(code);
    if (code.length < 8) return;
    if (code.length === 10) this.line(code.slice(0, 8), name, place);
    if (!this.#lines.has(code)) this.#lines.set(code, { name: shortened(name, LONGEST_NAME) || `${this.of.by} ${code}`, place });
  }

  /** Whether a code has a duty in a column. */
  has(column: string, code: string): boolean {
    return this.#columns.get(column)?.entries.has(code) === true;
  }

  /** A duty, in the words of the schedule; of two on one code, the first counts. */
  duty(column: ColumnOf, code: string, text: string, place: Place, note: string | null = null): void {
    const { entries } = this.#columns.get(column.key) ?? { entries: new Map<string, Entry>() };
    this.#columns.set(column.key, { ...column, entries });
    const before = entries.get(code);
    const words = dutyText(text);
    if (before) {
      if (before.text !== words) this.notes.count(`${column.title}: a code that has two duties: the first one counts`);
      return;
    }
    const duty = dutyOf(words, this.style);
    if (duty === null) this.notes.count(`${column.title}: a duty in words that are read as no rate: kept as text, without a rate`);
    entries.set(code, { text: words, duty, note, place });
  }

  /** All of it as bundles: its source, its lines by chapter, its columns with their duties by chapter. */
  async *bundles(origin: string, look: ScheduleLookUp): AsyncGenerator<Bundle> {
    const [place] = [...this.#lines.values(), ...[...this.#columns.values()].flatMap(({ entries }) => [...entries.values()])].map(
      (one) => one.place,
    );
    if (!place) return;
    const { by, from, source } = this.of;
    const statement = `The tariff schedule of ${nameOf(by)} from ${from} has these lines and duties.`;
    yield sourceBundle({ name: this.#key, origin, source, claim: { certainty: "CONFIRMED", statement } }, place);
    yield* this.#lineBundles(origin, await look.owners([...this.#lines.keys()].map((code) => this.#idOf(code))), place);
    const others = await othersOf(by, look);
    for (const column of this.#columns.values()) yield* this.#columnBundles(column, origin, others);
  }

  get #key(): string {
    return `${this.of.by.toLowerCase()}-tariff-${this.of.from}`;
  }

  /** The id of a code: of a line, which is one country's own, or of the Harmonized System. */
  #idOf(code: string): string {
    const { by, edition } = this.of;
    if (code.length <= 6) return hsIdOf(code, edition);
    return `commodity:${by.toLowerCase()}${edition === HS_EDITION ? "" : edition}-${code}`;
  }

  *#lineBundles(origin: string, owned: ReadonlyMap<string, string>, start: Place): Generator<Bundle> {
    for (const [chapter, codes] of byChapter([...this.#lines.keys()])) {
      const name = `${this.#key}-lines-${chapter}`;
      // What another schedule or the seed brought is left to it.
      const own = codes.filter((code) => (owned.get(this.#idOf(code)) ?? name) === name);
      const lines = own.map((code) => ({ code, line: this.#lines.get(code) ?? { name: code, place: start } }));
      if (lines.length === 0) continue;
      yield {
        name,
        origin,
        restsOn: [`claim:${this.#key}`],
        nodes: lines.map(({ code, line }) => this.#nodeOf(code, line)),
        // Chapters 98 and 99 are no part of the Harmonized System.
        edges: lines.flatMap(({ code, line }) =>
          code.length === 8 && chapter > "97" ? [] : [bareEdge("PART_OF", this.#idOf(code), this.#idOf(code.slice(0, -2)), line.place)],
        ),
        place: lines[0]?.line.place ?? start,
        records: 0,
      };
    }
  }

  #nodeOf(code: string, { name, place }: Line): NodeRecord {
    const { by, edition } = this.of;
    const properties = { name, level: "TARIFF_LINE", hsCode: code, hsEdition: edition, tariffOf: by };
    return { type: "Commodity", id: this.#idOf(code), properties, place };
  }

  *#columnBundles(
    column: ColumnOf & { readonly entries: ReadonlyMap<string, Entry> },
    origin: string,
    others: readonly Other[],
  ): Generator<Bundle> {
    const { by, from } = this.of;
    const { key, title, dutyType, targets } = column;
    const entries = new Map([...column.entries, ...this.#subheadingsOf(column.entries)]);
    const place = [...entries.values()][0]?.place;
    if (!place) return;
    const [name, claim] = [`${this.#key}-${key}`, `claim:${this.#key}`];
    const id = `measure:${name}`;
    const effect = dutyType === "PREFERENTIAL" ? "LIBERALISING" : dutyType === "NON_MFN" ? "RESTRICTING" : "UNCLEAR";
    const days = { announcedOn: from, inForceFrom: from };
    const properties = { title: `${nameOf(by)}, tariff from ${from}: ${title}`, kind: "TARIFF", effect, flow: "IMPORT", dutyType, ...days };
    yield {
      name,
      origin,
      restsOn: [claim],
      nodes: [{ type: "Measure", id, properties, place }],
      edges: [
        ...claimEdges(claim, `source:${this.#key}`, id, place).slice(1),
        bareEdge("IMPOSED_BY", id, `country:${by}`, place),
        ...targets.map(
          ({ to, since }): EdgeRecord => ({ ...bareEdge("TARGETS", id, to, place), properties: stated({ scope: "GOODS", since }) }),
        ),
        ...succession({ id, key, from }, others, [...this.#columns.keys()], place),
      ],
      place,
      records: 0,
    };
    for (const [chapter, codes] of byChapter([...entries.keys()])) {
      yield {
        name: `${name}-${chapter}`,
        origin,
        restsOn: [claim],
        nodes: [],
        edges: codes.flatMap((code) => {
          const entry = entries.get(code);
          return entry ? [this.#coverage(id, code, entry)] : [];
        }),
        place: entries.get(codes[0] ?? "")?.place ?? place,
        records: key === "mfn" ? codes.length : 0,
      };
    }
  }

  #coverage(from: string, code: string, { text, duty, note, place }: Entry): EdgeRecord {
    const specific = duty?.specific;
    const properties = stated({
      newRate: duty?.rate ?? null,
      rateUnit: duty === null || duty.rate === null ? null : "PERCENT",
      duty: text,
      specificDuty: specific?.amount,
      specificCurrency: specific?.currency,
      specificPer: specific?.per,
      dutyForm: duty?.form,
      note,
    });
    return { ...bareEdge("COVERS", from, this.#idOf(code), place), properties };
  }

  /** Subheadings all of whose lines have one duty: for certain where its row stands in the file, or its only line is its code with zeros. */
  #subheadingsOf(entries: ReadonlyMap<string, Entry>): Map<string, Entry> {
    const found = new Map<string, Entry>();
    const below = new Map<string, string[]>();
    for (const code of this.#lines.keys())
      if (code.length === 8) below.set(code.slice(0, 6), [...(below.get(code.slice(0, 6)) ?? []), code]);
    const apart = new Set([...entries.keys()].filter((code) => code.length === 10).map((code) => code.slice(0, 6)));
    for (const [subheading, lines] of below) {
      const duties = lines.map((code) => entries.get(code));
      const isWhole = this.#subheadings.has(subheading) || (lines.length === 1 && lines[0] === `${subheading}00`);
      const [first] = duties;
      if (!first || !isWhole || entries.has(subheading) || apart.has(subheading)) continue;
      if (duties.every((one) => one?.text === first.text)) found.set(subheading, { ...first, note: null });
    }
    return found;
  }
}

function byChapter(codes: readonly string[]): Map<string, string[]> {
  const chapters = new Map<string, string[]>();
  for (const code of [...codes].sort()) {
    const chapter = code.slice(0, 2);
    const within = chapters.get(chapter);
    if (within) within.push(code);
    else chapters.set(chapter, [code]);
  }
  return chapters;
}
