import type { Bundle, EdgeRecord, NodeRecord, Place, Properties } from "../../load/index.ts";
import { problemAt } from "../../load/index.ts";
import type { Importer, Notes, Owners } from "../importer.ts";
import { keyOf } from "../keys.ts";
import { readObjects } from "../read/objects.ts";
import { shortened } from "../read/text.ts";
import { countryOf } from "../references/countries.ts";
import { bareEdge, claimEdges, stated } from "../statements.ts";
import { type Meaning, meaningOf } from "./kinds.ts";
import { cfrOf, citationOf, type FederalDocument, type GivenAgency, readDocument } from "./record.ts";

/** What makes the bundles of the Federal Register's documents: their numbers name them. */
const ORIGIN = "federal-register";

/** Agencies of the seed's register by their names in the API's addresses. */
const AGENCIES: Readonly<Record<string, string>> = {
  "executive-office-of-the-president": "us-president",
  "industry-and-security-bureau": "us-bis",
  "commerce-department": "us-commerce",
  "foreign-assets-control-office": "us-ofac",
  "treasury-department": "us-treasury",
  "state-department": "us-state",
  "trade-representative-office-of-united-states": "us-ustr",
  "homeland-security-department": "us-dhs",
  "u-s-customs-and-border-protection": "us-cbp",
  "defense-department": "us-dod",
  "justice-department": "us-doj",
};

interface Options {
  /** Says which agencies the graph has. */
  readonly owners: Owners;
}

/**
 * Documents of the Federal Register as the API of federalregister.gov gives them, pages of results or single ones (JSON): rules, orders and
 * notices that act on trade are measures of their agencies, all others events. What kind of measure one is, is guessed by words: a claim of its own,
 * INFERRED. Throws InputError where nothing can be read.
 */
export function federalRegister({ owners }: Options): Importer {
  return async function* (files, notes) {
    const agencies = new Agencies(owners, notes);
    const seen = new Set<string>();
    for (const file of files) {
      for await (const { place, number, value } of readObjects(file, notes)) {
        const read = readDocument(value);
        if ("problem" in read) {
          notes.reject(problemAt(place, `Record ${number}: ${read.problem}.`));
          continue;
        }
        const { document } = read;
        if (document.correction_of !== null) {
          notes.count("a correction of another document: left out");
          continue;
        }
        const key = keyOfDocument(document);
        if (seen.has(key)) notes.count("one document stands there twice: the later one counts");
        seen.add(key);
        const by = await agencies.find(document, place);
        yield* by.bundles;
        yield bundleOf(document, key, by.ids, place, notes);
      }
    }
  };
}

/** Before 2016 some numbers were given twice: there the day of publication tells them apart. */
function keyOfDocument({ document_number, publication_date }: FederalDocument): string {
  const isOld = publication_date !== null && publication_date < "2016";
  return `us-fr-${keyOf(document_number.toLowerCase())}${isOld ? `-${publication_date}` : ""}`;
}

function bundleOf(document: FederalDocument, key: string, agencies: readonly string[], place: Place, notes: Notes): Bundle {
  const meaning = meaningOf(document);
  const isMeasure = meaning.kind !== null;
  notes.count(`${document.type}: ${isMeasure ? `a measure of kind ${meaning.kind}` : "an event"}, by ${meaning.rule}`);
  const id = `${isMeasure ? "measure" : "event"}:${key}`;
  const [source, claim, guess] = [`source:${key}`, `claim:${key}`, `claim:${key}-kind`];
  const node = (type: string, of: string, properties: Properties): NodeRecord => ({ type, id: of, properties, place });
  const edge = (type: string, from: string, to: string, properties: Properties, claims: readonly string[]): EdgeRecord => ({
    type,
    from,
    to,
    properties,
    claims,
    place,
  });
  const nodes = [
    isMeasure ? node("Measure", id, measureProperties(document, meaning, notes)) : node("Event", id, eventProperties(document)),
    node("Source", source, sourceProperties(document)),
    node("Claim", claim, {
      certainty: "CONFIRMED",
      statement: shortened(`The Federal Register publishes: ${document.title}`, 500),
      ...stated({ locator: document.document_number }),
    }),
    ...(isMeasure
      ? [node("Claim", guess, { certainty: "INFERRED", statement: `Its kind is read from ${meaning.rule} in its title or action.` })]
      : []),
  ];
  const edges = [
    edge("STATED_IN", claim, source, {}, []),
    edge("ABOUT", claim, id, {}, []),
    ...(meaning.kind === null
      ? []
      : [edge("STATED_IN", guess, source, {}, []), edge("ABOUT", guess, id, { field: "kind", value: meaning.kind }, [])]),
    ...agencies.map((to) =>
      isMeasure ? edge("IMPOSED_BY", id, to, {}, [claim]) : edge("PARTICIPATES_IN", to, id, { role: "SPEAKER" }, [claim]),
    ),
    ...(isMeasure
      ? originsOf(document, notes).map((to) => edge("TARGETS", id, to, { scope: "GOODS", certainty: "INFERRED" }, [claim]))
      : []),
  ];
  return { name: key, origin: ORIGIN, nodes, edges, place };
}

function measureProperties(document: FederalDocument, { kind, flow, effect }: Meaning, notes: Notes): Properties {
  const { executive_order_number: order, proclamation_number: proclamation, effective_on } = document;
  if (effective_on === null)
    notes.count(
      document.dates === null ? "no effective_on: no first day in force" : "no effective_on, only words in dates: no first day in force",
    );
  const aliases = [
    document.document_number,
    ...(order === null ? [] : [`Executive Order ${order}`]),
    ...(proclamation === null ? [] : [`Proclamation ${proclamation}`]),
  ];
  return {
    ...stated({
      ...{ title: shortened(document.title, 300), kind, effect, flow },
      announcedOn: document.signing_date ?? document.publication_date,
      inForceFrom: effective_on,
      legalReference: citationOf(document),
      summary: summaryOf(document),
    }),
    aliases,
  };
}

function eventProperties(document: FederalDocument): Properties {
  const startedOn = document.signing_date ?? document.publication_date;
  return {
    ...stated({ title: shortened(document.title, 300), kind: "STATEMENT", startedOn, summary: summaryOf(document) }),
    aliases: [document.document_number],
  };
}

function sourceProperties({ title, publication_date, html_url }: FederalDocument): Properties {
  const url = html_url !== null && URL.canParse(html_url) ? html_url : null;
  const terms = "public domain (a work of the United States government)";
  return stated({
    title: shortened(title, 300),
    publisher: "Federal Register",
    publishedOn: publication_date,
    url,
    reliability: "OFFICIAL",
    language: "en",
    licence: terms,
  });
}

/** What it is about, and which parts of the Code of Federal Regulations it names. */
function summaryOf(document: FederalDocument): string {
  const parts = cfrOf(document);
  const code = parts.length > 0 ? `${parts.slice(0, 8).join(", ")}${parts.length > 8 ? " and others" : ""}.` : "";
  const said = shortened(document.abstract ?? document.action ?? "", 400);
  return [said, code].filter((part) => part !== "").join(" ");
}

/** Countries from which goods come, by the words `From …` in a title, as duties on goods have it. */
function originsOf({ title }: FederalDocument, notes: Notes): string[] {
  const names = /\bfrom (.+?)(?::|;|$)/i.exec(title)?.[1]?.split(/, and |, | and /) ?? [];
  const ids = names.flatMap((name) => countryOf({ iso: null, id: null, name: name.replace(/^the /i, "").trim() }) ?? []);
  if (ids.length > 0) notes.count('targets by "From …" in the title, INFERRED');
  return [...new Set(ids)];
}

/** Agencies of documents: those that the seed has, and others as agencies of the United States. */
class Agencies {
  readonly #present = new Map<string, boolean>();
  readonly #given = new Set<string>();

  constructor(
    private readonly owners: Owners,
    private readonly notes: Notes,
  ) {}

  /** The agencies that a document is of, without the departments above others of it; the President where it is his. */
  async find(document: FederalDocument, place: Place): Promise<{ readonly ids: readonly string[]; readonly bundles: readonly Bundle[] }> {
    const all = document.agencies ?? [];
    const above = new Set(all.flatMap(({ parent_id }) => parent_id ?? []));
    const own = all.filter(({ id }) => id == null || !above.has(id));
    const isPresidents = /presidential/i.test(document.type) && own.length === 0;
    const president = { slug: "executive-office-of-the-president", name: null, raw_name: null };
    const found: { id: string | null; bundles: readonly Bundle[] }[] = [];
    for (const one of isPresidents ? [president] : own) found.push(await this.#find(one, place));
    if (found.length === 0) this.notes.count("a document of no agency: nobody imposes it");
    return { ids: [...new Set(found.flatMap(({ id }) => id ?? []))], bundles: found.flatMap(({ bundles }) => bundles) };
  }

  async #find(
    { slug, name, raw_name }: Pick<GivenAgency, "slug" | "name" | "raw_name">,
    place: Place,
  ): Promise<{ id: string | null; bundles: readonly Bundle[] }> {
    const known = AGENCIES[slug ?? ""];
    if (known !== undefined && (await this.#isPresent(`agency:${known}`))) return { id: `agency:${known}`, bundles: [] };
    const called = name ?? raw_name;
    if (called === null) {
      this.notes.count(known === undefined ? "an agency without a name: left out" : "the graph has no agency:us-president: left out");
      return { id: null, bundles: [] };
    }
    const key = `us-fr-agency-${keyOf(slug ?? called)}`;
    const [id, claim] = [`agency:${key}`, `claim:${key}`];
    if (this.#given.has(key)) return { id, bundles: [] };
    const isFirst = this.#given.size === 0;
    this.#given.add(key);
    const own: Bundle = {
      name: key,
      origin: ORIGIN,
      nodes: [
        { type: "Agency", id, properties: { name: called, kind: "OTHER" }, place },
        {
          type: "Claim",
          id: claim,
          properties: { certainty: "CONFIRMED", statement: `The Federal Register names ${called} as an agency.` },
          place,
        },
      ],
      edges: [...claimEdges(claim, SOURCE, id, place), bareEdge("PART_OF", id, "country:US", place, [claim])],
      place,
    };
    return { id, bundles: isFirst ? [sourceBundle(place), own] : [own] };
  }

  async #isPresent(id: string): Promise<boolean> {
    const known = this.#present.get(id) ?? (await this.owners([id])).has(id);
    this.#present.set(id, known);
    return known;
  }
}

/** What the agencies of documents rest on. */
const SOURCE = "source:us-fr-agencies";

function sourceBundle(place: Place): Bundle {
  const properties = { title: "Agencies of the Federal Register", publisher: "Federal Register", reliability: "OFFICIAL", language: "en" };
  return { name: "us-fr-agencies", origin: ORIGIN, nodes: [{ type: "Source", id: SOURCE, properties, place }], edges: [], place };
}
