import { type Bundle, isLei } from "../../load/index.ts";
import { Beside, type BesideOthers, type SaidEdge, type Saying } from "../beside.ts";
import type { Graph } from "../csv/rows.ts";
import { type Importer, type Notes, UNNOTED } from "../importer.ts";
import { inBatches } from "../read/batches.ts";
import { readObjects } from "../read/objects.ts";
import { named, type Reread, withReread } from "../read/reread.ts";
import { shortened } from "../read/text.ts";
import { claimEdges, stated } from "../statements.ts";
import { bestOf, type Item, itemsOf, type Statement } from "./item.ts";
import { type Found, isPerson, Matches } from "./matches.ts";
import { daysOf, HEADS, OnceStated, type Position, positionOf, whoseOffice } from "./offices.ts";

/** What becomes of items. */
export interface WikidataOptions extends Graph {
  /** What becomes of values of nodes that others define; `fill` when left out. */
  readonly there?: BesideOthers | undefined;
  /** Whether people in offices whom the graph lacks are added. */
  readonly people?: boolean | undefined;
  /** Types whose nodes may be found by their exact English label, where one node has it. */
  readonly types?: readonly string[] | undefined;
  /** Languages of labels that are taken; those of the United Nations and a few others when left out. */
  readonly languages?: readonly string[] | undefined;
}

const REGISTER = {
  name: "wikidata",
  certainty: "REPORTED",
  source: {
    title: "Wikidata",
    publisher: "Wikimedia Foundation",
    url: "https://www.wikidata.org",
    licence: "CC0 1.0",
    reliability: "AGGREGATOR",
  },
};

const LANGUAGES = ["ar", "de", "en", "es", "fr", "ja", "ko", "pt", "ru", "zh"];

/** What items say for which no type has a field. */
const WITHOUT_FIELD: Readonly<Record<string, string>> = { P571: "the inception", P576: "the dissolution" };

/** So many items are looked up in the graph at once. */
const AT_ONCE = 2_000;

/**
 * Items of Wikidata, as its dumps have them (one a line of a list), as plain JSON lines, or as `Special:EntityData` gives them: labels, codes, offices, parents and seats of nodes
 * that are there. A file is read twice, since what an item leads to may stand behind it. Throws InputError where nothing can be read.
 */
export function wikidata(options: WikidataOptions): Importer {
  return (files, notes) =>
    withReread(files, async function* (all) {
      const reader = new Reader(options, notes);
      for (const file of all)
        for await (const items of batches(file, { ...notes, read: (bytes) => notes.read?.(bytes / 2) })) await reader.see(items);
      yield* await reader.beside.source({ file: "wikidata", line: 1, column: 1 });
      for (const file of all)
        for await (const items of batches(file, { ...UNNOTED, read: (bytes) => notes.read?.(bytes / 2) })) yield* reader.bundles(items);
    });
}

async function* batches(file: Reread, notes: Notes): AsyncGenerator<readonly Item[]> {
  yield* inBatches(itemsIn(file, named(notes, file)), AT_ONCE);
}

async function* itemsIn(file: Reread, notes: Notes): AsyncGenerator<Item> {
  for await (const { value, place } of readObjects(file.path, notes)) yield* itemsOf(value, { ...place, file: file.name }, notes);
}

class Reader {
  readonly beside: Beside;
  readonly #matches: Matches;
  readonly #positions = new Map<string, Position>();
  readonly #once: OnceStated;
  readonly #languages: readonly string[];

  constructor(
    private readonly options: WikidataOptions,
    private readonly notes: Notes,
  ) {
    this.beside = new Beside(options, REGISTER, options.there ?? "fill", notes);
    this.#matches = new Matches(options, new Set([...(options.types ?? []), ...(options.people ? ["Person"] : [])]), notes);
    this.#once = new OnceStated(notes);
    this.#languages = options.languages ?? LANGUAGES;
  }

  /** Notes which nodes items are, and which are positions. Throws EngineError. */
  async see(items: readonly Item[]): Promise<void> {
    await this.#matches.find(items);
    for (const item of items) {
      const position = positionOf(item);
      if (position) this.#positions.set(item.id, position);
      if (this.options.people && isPerson(item) && !this.#matches.found.has(item.id))
        this.#matches.found.set(item.id, { type: "Person", id: `person:wikidata-${item.id.toLowerCase()}`, isInferred: false });
    }
  }

  /** What items say, as bundles. Throws EngineError. */
  async *bundles(items: readonly Item[]): AsyncGenerator<Bundle> {
    await this.#matches.byId(
      items.flatMap((item) => LEADING.flatMap((property) => (item.statements.get(property) ?? []).flatMap(({ value }) => value ?? []))),
    );
    const sayings: Saying[] = [];
    const inferred = await this.#inferredBefore(items);
    for (const item of items) {
      const known = this.#matches.found.get(item.id);
      const found = known && { ...known, isInferred: known.isInferred || inferred.has(item.id) };
      if (!found) {
        this.notes.count(this.#positions.has(item.id) ? "positions: read for the offices of people" : "items that fit no node: left out");
        continue;
      }
      for (const [property, words] of Object.entries(WITHOUT_FIELD))
        if (item.statements.has(property)) this.notes.count(`${words} of a ${found.type} (${property}): no field has it: left out`);
      if (found.isInferred) this.notes.count(`a ${found.type} found by its exact English label alone: INFERRED`);
      const edges = this.#edges(item, found);
      if (found.id === `person:wikidata-${item.id.toLowerCase()}`) {
        if (edges.length > 0) yield this.#person(item, found, edges);
        else this.notes.count("people without an office in anything that is there: left out");
      } else sayings.push(this.#saying(item, found, edges));
    }
    yield* await this.beside.bundles(sayings);
  }

  /** Items that an earlier load found by a label: by now the graph has the item itself, and knows it from that load alone. */
  async #inferredBefore(items: readonly Item[]): Promise<ReadonlySet<string>> {
    const claims = new Map(items.map(({ id }) => [`claim:wikidata-${id.toLowerCase()}`, id]));
    const asked = [...claims.keys()].map((id) => ({ id, bundle: id.replace("claim:", "") }));
    const present = await this.options.nodes(asked, []);
    return new Set([...present].flatMap(([id, { values }]) => (values.certainty === "INFERRED" ? (claims.get(id) ?? []) : [])));
  }

  #saying(item: Item, { type, id, isInferred }: Found, edges: readonly SaidEdge[]): Saying {
    const text = this.#labels(item)
      .map(([language, label]) => `${label} (${language})`)
      .join("; ");
    return {
      ...{ key: `wikidata-${item.id.toLowerCase()}`, type, id, isInferred, edges, place: item.place },
      fields: { wikidata: item.id, ...(type === "Firm" ? this.#ofFirm(item) : {}) },
      words: text === "" ? null : { text: shortened(`Labels: ${text}.`, 1_000), field: "aliases" },
      locator: `https://www.wikidata.org/wiki/${item.id}`,
    };
  }

  #labels({ labels }: Item): [language: string, label: string][] {
    return this.#languages.flatMap((language): [string, string][] => {
      const label = labels.get(language);
      return label === undefined ? [] : [[language, label]];
    });
  }

  /** Codes and seat of a firm. */
  #ofFirm(item: Item): Record<string, string | readonly string[]> {
    const [lei, ...others] = bestOf(item, "P1278");
    const isRight = lei !== undefined && isLei(lei);
    if (lei !== undefined && !isRight) this.notes.count("LEIs whose check digits are wrong: left out");
    if (others.length > 0) this.notes.count("several LEIs of one firm: the first counts");
    const listed = (item.statements.get("P414") ?? []).filter(({ qualifiers }) => !qualifiers.has("P582"));
    const ticker = bestOf(item, "P249")[0] ?? listed.flatMap(({ qualifiers }) => qualifiers.get("P249") ?? [])[0];
    const seats = (item.statements.get("P159") ?? [])
      .filter(({ qualifiers }) => !qualifiers.has("P582"))
      .flatMap(({ qualifiers }) => qualifiers.get("P17") ?? []);
    const countries = (seats.length > 0 ? seats : bestOf(item, "P17")).flatMap((one) => this.#node(one, ["Country"]) ?? []);
    return {
      ...(isRight ? { lei } : {}),
      ...(ticker ? { ticker } : {}),
      ...(countries.length > 0 ? { headquarters: [...new Set(countries)] } : {}),
    };
  }

  #node(item: string, types: readonly string[]): string | null {
    const found = this.#matches.found.get(item);
    return found && types.includes(found.type) ? found.id : null;
  }

  #edges(item: Item, { type, id }: Found): readonly SaidEdge[] {
    const of = (property: string, edgeOf: (statement: Statement, value: string) => readonly SaidEdge[]) =>
      (item.statements.get(property) ?? []).flatMap((statement) => (statement.value === null ? [] : edgeOf(statement, statement.value)));
    const edge = (name: string, from: string | null, to: string | null, values: Record<string, string>): SaidEdge[] =>
      from === null || to === null || from === to ? [] : [{ type: name, from, to, values }];
    if (type === "Firm")
      return this.#once.of([
        ...of("P749", (one, parent) => edge("SUBSIDIARY_OF", id, this.#node(parent, ["Firm"]), daysOf(one, this.notes))),
        ...of("P355", (one, child) => edge("SUBSIDIARY_OF", this.#node(child, ["Firm"]), id, daysOf(one, this.notes))),
      ]);
    if (type === "Country")
      return this.#once.of(
        Object.entries(HEADS).flatMap(([property, title]) =>
          of(property, (one, holder) => {
            const person = this.#node(holder, ["Person"]);
            if (person === null)
              this.notes.count(`${title}: the graph does not have the person: left out (--people adds those whose items the file has)`);
            return edge("HOLDS_OFFICE", person, id, { ...daysOf(one, this.notes), title });
          }),
        ),
      );
    if (type !== "Person") return [];
    return this.#once.of(
      of("P39", (one, position) => {
        const known = this.#positions.get(position);
        const [whose] = whoseOffice(one, known).flatMap((owner) => this.#node(owner, ["Country", "Agency", "Firm"]) ?? []);
        if (whose === undefined) this.notes.count("a position of nothing that is there, or whose item the file lacks: left out");
        const title = known?.name ?? null;
        return edge("HOLDS_OFFICE", id, whose ?? null, { ...daysOf(one, this.notes), ...(title === null ? {} : { title }) });
      }),
    );
  }

  /** A person whom the graph lacks, with offices. */
  #person(item: Item, { id }: Found, edges: readonly SaidEdge[]): Bundle {
    const { place } = item;
    const key = `wikidata-${item.id.toLowerCase()}`;
    const claim = `claim:${key}`;
    const [[, name] = ["", item.id], ...others] = [
      ...(item.labels.has("en") ? [["en", item.labels.get("en") ?? ""] as const] : []),
      ...this.#labels(item),
    ];
    const aliases = [...new Set([...others.map(([, label]) => label), ...(item.aliases.get("en") ?? [])])].filter((one) => one !== name);
    const locator = `https://www.wikidata.org/wiki/${item.id}`;
    return {
      ...{ name: key, origin: "wikidata", place },
      nodes: [
        {
          ...{ type: "Person", id, place },
          properties: { ...stated({ name, wikidata: item.id, summary: item.description }), ...(aliases.length > 0 ? { aliases } : {}) },
        },
        { type: "Claim", id: claim, properties: { certainty: REGISTER.certainty, locator }, place },
      ],
      edges: [
        ...claimEdges(claim, "source:wikidata", id, place),
        ...edges.map(({ type, from, to, values }) => ({ type, from, to, properties: values, claims: [claim], place })),
      ],
    };
  }
}

/** Properties that lead to items whose nodes are looked up though the file may lack them. */
const LEADING = ["P749", "P355", "P17", "P35", "P6", "P1001", "P2389", "P642"] as const;
