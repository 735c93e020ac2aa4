import { type Bundle, InputError, type Place, problemAt } from "../../load/index.ts";
import { Beside, type BesideOthers } from "../beside.ts";
import type { Graph } from "../csv/rows.ts";
import type { Importer, Notes } from "../importer.ts";
import { inBatches } from "../read/batches.ts";
import { readRows } from "../read/cells.ts";
import { readObjects } from "../read/objects.ts";
import { isJson, named, type Reread, withReread } from "../read/reread.ts";
import { readTable } from "../read/table.ts";
import { firmBundle, isTaken, Matches, ownFirm, sayingOf } from "./entities.ts";
import { type Cells, entityOfJson, entityOfRow, type LegalEntity, type Relationship, recordsOf, relationshipOfRow } from "./record.ts";
import { Relationships } from "./relationships.ts";

/** How entities and relationships become records. */
export interface GleifOptions extends Graph {
  /** What becomes of values of firms that others define; `fill` when left out. */
  readonly there?: BesideOthers | undefined;
  /** Whether an entity that no firm of the graph is becomes one. */
  readonly all?: boolean | undefined;
}

const REGISTER = {
  name: "gleif",
  certainty: "CONFIRMED",
  source: {
    title: "Global LEI System: level 1 and level 2 data",
    publisher: "Global Legal Entity Identifier Foundation",
    url: "https://www.gleif.org/en/lei-data/gleif-golden-copy",
    licence: "CC0 1.0",
    reliability: "OFFICIAL",
    language: "en",
  },
};

/** So many records are looked up in the graph at once: names are found by a scan of its firms. */
const AT_ONCE = 20_000;

type Kind = "entities" | "relationships" | "exceptions";

/** A header that only tables of a kind have. */
const KINDS: readonly (readonly [header: string, kind: Kind])[] = [
  ["Relationship.StartNode.NodeID", "relationships"],
  ["Exception.Category", "exceptions"],
  ["Entity.LegalName", "entities"],
];

/**
 * The Global LEI System's golden copy and concatenated files as CSV, level 1 (who is who), level 2 (who owns whom) and reporting exceptions, and records
 * of its API (JSON). By default it adds to firms that are there; with `all` each entity is a firm. Level 1 is read first. Throws InputError
 * where nothing can be read.
 */
export function gleif(options: GleifOptions): Importer {
  return (files, notes) =>
    withReread(files, async function* (all) {
      const reader = new Reader(options, notes);
      const kinds = new Map<Reread, Kind | "json" | null>();
      for (const file of all) kinds.set(file, await kindOf(file));
      const of = (...wanted: (Kind | "json" | null)[]) => all.filter((file) => wanted.includes(kinds.get(file) ?? null));
      for (const { name } of of(null)) notes.reject(problemAt({ file: name, line: 1, column: 1 }, NO_TABLE));
      yield* reader.source({ file: "gleif", line: 1, column: 1 });
      for (const file of of("entities", "json")) yield* reader.entities(file, kinds.get(file) === "json");
      for (const file of of("relationships")) yield* reader.relationships(file);
      for (const file of of("exceptions")) await reader.exceptions(file);
    });
}

const NO_TABLE =
  "This is none of the Global LEI System's files: bring level 1 (LEI-CDF), level 2 (RR-CDF) or exceptions (REPEX) as CSV, or pages of https://api.gleif.org/api/v1/lei-records as JSON. XML is not read: the golden copy has the same records as CSV.";

async function kindOf({ path }: Reread): Promise<Kind | "json" | null> {
  if (await isJson(path)) return "json";
  try {
    for await (const { cells } of readRows(path, { reject: () => undefined, count: () => undefined })) {
      const headers = new Set(cells.map(({ text }) => text));
      return KINDS.find(([header]) => headers.has(header))?.[1] ?? null;
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // Whoever reads it says what is wrong.
    return "entities";
  }
  return null;
}

class Reader {
  readonly #beside: Beside;
  readonly #matches: Matches;
  readonly #relationships: Relationships;

  constructor(
    private readonly options: GleifOptions,
    private readonly notes: Notes,
  ) {
    this.#beside = new Beside(options, REGISTER, options.there ?? "fill", notes);
    this.#matches = new Matches(options, notes);
    this.#relationships = new Relationships(notes);
  }

  async *source(place: Place): AsyncGenerator<Bundle> {
    yield* await this.#beside.source(place);
  }

  async *entities(file: Reread, isFromApi: boolean): AsyncGenerator<Bundle> {
    for await (const batch of inBatches(isFromApi ? this.#ofApi(file) : this.#ofTable(file), AT_ONCE)) {
      const matches = await this.#matches.of(batch);
      // A firm that an earlier load of the register brought is said again as it was.
      const own = new Set(matches.filter(({ id, entity }) => id === ownFirm(entity.lei)).map(({ entity }) => entity));
      yield* await this.#beside.bundles(matches.filter(({ entity }) => !own.has(entity)).map((match) => sayingOf(match, this.notes)));
      const matched = new Set(matches.map(({ entity }) => entity));
      for (const entity of batch) {
        if (this.options.all && (own.has(entity) || !matched.has(entity))) yield firmBundle(entity, this.notes);
        else if (!matched.has(entity)) this.notes.count("entities that no firm of the graph is: left out (--all takes each as a firm)");
      }
    }
  }

  async *#ofTable(file: Reread): AsyncGenerator<LegalEntity> {
    for await (const { cell, place } of rows(file, this.notes)) {
      const entity = entityOfRow(cell, place);
      if (isTaken(entity, this.notes)) yield entity;
    }
  }

  async *#ofApi(file: Reread): AsyncGenerator<LegalEntity> {
    const notes = named(this.notes, file);
    for await (const { value, place } of readObjects(file.path, notes))
      for (const record of recordsOf(value)) {
        const entity = entityOfJson(record, { ...place, file: file.name });
        if (entity === null) notes.reject(problemAt(place, "The record has no attributes.lei, or no attributes.entity.legalName.name."));
        else if (isTaken(entity, notes)) yield entity;
      }
  }

  async *relationships(file: Reread): AsyncGenerator<Bundle> {
    for await (const batch of inBatches(this.#taken(file), AT_ONCE)) {
      const firms = await this.#matches.byLei([...new Set(batch.flatMap(({ from, to }) => [from, to]))]);
      const firmOf = (lei: string) => firms.get(lei) ?? (this.options.all ? ownFirm(lei) : undefined);
      const sayings = batch.flatMap((one) => {
        const [from, to] = [firmOf(one.from), firmOf(one.to)];
        if (from !== undefined && to !== undefined && from !== to) return this.#relationships.saying(one, from, to);
        this.notes.count("relationships whose ends the graph does not both have: left out");
        return [];
      });
      yield* await this.#beside.bundles(sayings);
    }
  }

  async *#taken(file: Reread): AsyncGenerator<Relationship> {
    for await (const { cell, place } of rows(file, this.notes)) {
      const relationship = relationshipOfRow(cell, place);
      if (this.#relationships.isTaken(relationship)) yield relationship;
    }
  }

  async exceptions(file: Reread): Promise<void> {
    for await (const { cell } of rows(file, this.notes))
      this.notes.count(
        `reporting exceptions: ${cell("Exception.Category")} is not said, for the reason ${cell("Exception.Reason.1")}: counted alone`,
      );
  }
}

/** The rows of a table by their headers. */
async function* rows(file: Reread, given: Notes): AsyncGenerator<{ readonly cell: Cells; readonly place: Place }> {
  const notes = named(given, file);
  for await (const { cells, place } of readTable(file.path, notes, () => true))
    yield { cell: (header) => cells.get(header)?.text ?? null, place: { ...place, file: file.name } };
}
