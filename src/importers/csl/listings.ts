import type { Bundle, EdgeRecord, NodeRecord, Place } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { keyOf } from "../keys.ts";
import { decisionBundle, measureOf } from "../listing.ts";
import { inBatches } from "../read/batches.ts";
import { endsBefore, partialDate } from "../read/dates.ts";
import { shortened } from "../read/text.ts";
import { Parties, type PartyLookUp, type PartyNode } from "../references/parties.ts";
import { StatedEdges } from "../stated-edges.ts";
import { bareEdge, claimEdges, stated } from "../statements.ts";
import { type List, listOf } from "./lists.ts";
import { addressesIn, countriesOf, partyOf, propertiesOf } from "./party.ts";
import type { Publication } from "./publications.ts";
import type { Entry, Placed } from "./record.ts";

/** So many entries are looked up in the graph at once. */
const AT_ONCE = 1_000;

/** A citation of the Federal Register, however it is written: `85 FR 83799`, `82 F.R. 48792`. */
const CITATION = /(\d+)\s*F\.?\s?R\.?\s+(\d+)/i;

type Known = NonNullable<ReturnType<typeof partyOf>>;

/** Entries of lists as bundles: who stands there, and under which decision. */
export class Listings {
  readonly #parties: Parties;
  readonly #stated: StatedEdges;
  /** Bundles of lists, decisions and parties that were given: there are some ten thousand. */
  readonly #given = new Set<string>();
  /** Whether the graph has the agency that keeps a list. */
  readonly #agencies = new Map<string, boolean>();

  constructor(
    private readonly look: PartyLookUp,
    private readonly publication: Publication,
    private readonly notes: Notes,
  ) {
    this.#parties = new Parties(look);
    this.#stated = new StatedEdges(notes);
  }

  /** The bundles of entries as they come. */
  async *all(entries: AsyncIterable<Placed>): AsyncGenerator<Bundle> {
    for await (const placed of inBatches(entries, AT_ONCE)) yield* this.#bundles(placed);
  }

  async *#bundles(placed: readonly Placed[]): AsyncGenerator<Bundle> {
    const entries = placed.flatMap((one) => {
      const list = listOf(one.entry.source, this.notes);
      const party = partyOf(one.entry, list, this.notes);
      return party ? [{ ...one, list, party }] : [];
    });
    const nodes = await this.#parties.nodesOf(entries.map(({ party }) => party));
    for (const { entry, list, party, place } of entries) {
      const node = nodes.get(party.own) ?? { id: party.own, bundle: null, by: null };
      yield* this.#list(entry, list, place);
      yield* this.#party(entry, list, party, node, place);
      yield* this.#listing(entry, list, { id: node.id, name: party.name }, place);
    }
  }

  /** A list as a source and as a measure, the first time that it is met. */
  async *#list(entry: Entry, list: List, place: Place): AsyncGenerator<Bundle> {
    if (this.#isGiven(`csl-${list.code}`)) return;
    const { origin } = this.publication;
    const source: NodeRecord = {
      ...{ type: "Source", id: this.publication.sourceOf(list), place },
      properties: this.publication.sourceProperties(list, entry),
    };
    yield { name: `${origin}-source-${list.code}`, origin, nodes: [source], edges: [], place };
    yield* this.#decision(list, { key: `csl-${list.code}`, programme: null, notice: null, start: null }, place);
  }

  async #authority({ agency }: List): Promise<string> {
    if (agency === null) return "country:US";
    const known = this.#agencies.get(agency) ?? (await this.look.owners([`agency:${agency}`])).has(`agency:${agency}`);
    if (!known && !this.#agencies.has(agency)) this.notes.count(`the graph has no agency:${agency}: its lists are imposed by country:US`);
    this.#agencies.set(agency, known);
    return known ? `agency:${agency}` : "country:US";
  }

  /** The party, the first time that it is met, unless something else has brought it. */
  *#party(entry: Entry, list: List, party: Known, { id, bundle, by }: PartyNode, place: Place): Generator<Bundle> {
    const name = `${this.publication.origin}-${keyOf(party.own.replace(":", "-"))}`;
    if (bundle !== null && bundle !== name) {
      this.notes.count(`matched what the graph has by its ${by ?? "id"}: it stays as it is, and its listings are added`);
      return;
    }
    if (this.#isGiven(name)) {
      const same = party.own.includes(":ofac-") ? "by its number" : "since a firm of that name in that country is there";
      this.notes.count(`one party stands there several times, ${same}: what the first entry says of it counts`);
      return;
    }
    const claim = `claim:${name}`;
    const countries = countriesOf(entry, this.notes);
    if (party.type === "Firm" && countries.length > 1)
      this.notes.count("firms with addresses in several countries: each is a seat, INFERRED");
    const seats = party.type === "Firm" ? countries : [];
    yield {
      name,
      origin: this.publication.origin,
      nodes: [
        { type: party.type, id, properties: propertiesOf(entry, party, this.notes), place },
        {
          type: "Claim",
          id: claim,
          properties: { certainty: "CONFIRMED", statement: sentence(`${list.name} names ${party.name}`) },
          place,
        },
      ],
      edges: [
        ...claimEdges(claim, this.publication.sourceOf(list), id, place),
        ...seats.map((to): EdgeRecord => {
          const properties = stated({ note: addressesIn(entry, to), certainty: countries.length > 1 ? "INFERRED" : null });
          return { type: "HEADQUARTERED_IN", from: id, to, properties, claims: [claim], place };
        }),
      ],
      place,
    };
  }

  /** The decisions by which an entry stands on its list, and that it is their target. */
  async *#listing(entry: Entry, list: List, target: { readonly id: string; readonly name: string }, place: Place): AsyncGenerator<Bundle> {
    const { since, until } = this.#days(entry);
    const notice = noticeOf(entry.federal_register_notice);
    const measures: string[] = [];
    for (const programme of entry.programs.length > 0 ? entry.programs : [null]) {
      const parts = [programme, notice, since].filter((part) => part !== null);
      const key = `csl-${[list.code, ...(parts.length > 0 ? [keyOf(parts.join(" "))] : [])].join("-")}`;
      measures.push(measureOf(key));
      if (!this.#isGiven(key)) yield* this.#decision(list, { key, programme, notice, start: since }, place);
    }
    const note = shortened(
      [
        entry.license_requirement && `Licence requirement: ${entry.license_requirement}`,
        entry.license_policy && `Licence policy: ${entry.license_policy}`,
        entry.standard_order === "Y" && "Standard order",
      ]
        .filter((part) => typeof part === "string")
        .join("; "),
      400,
    );
    // The ids of some lists are made anew with each file.
    const own =
      entry.entity_number ??
      [target.name, entry.federal_register_notice ?? "", entry.start_date ?? "", ...countriesOf(entry)]
        .join(" ")
        .replaceAll("country:", "");
    const name = `${this.publication.origin}-${list.code}-entry-${keyOf(own.trim())}`;
    if (this.#isGiven(name)) this.notes.count("one entry stands there twice: the later one counts");
    const claim = `claim:${name}`;
    const locator = entry.entity_number ?? entry.federal_register_notice;
    const by = entry.federal_register_notice === null ? "" : ` by ${entry.federal_register_notice}`;
    const statement = sentence(`${list.name} lists ${target.name}${by}`);
    yield {
      name,
      origin: this.publication.origin,
      nodes: [{ type: "Claim", id: claim, properties: { certainty: "CONFIRMED", statement, ...stated({ locator }) }, place }],
      edges: [
        bareEdge("STATED_IN", claim, this.publication.sourceOf(list), place),
        ...measures.map((from) =>
          this.#stated.once({
            type: "TARGETS",
            from,
            to: target.id,
            properties: stated({ since, until, note }),
            claims: [claim],
            place,
          }),
        ),
      ],
      place,
    };
  }

  #days({ start_date, end_date }: Entry): { readonly since: string | null; readonly until: string | null } {
    const [since, until] = [start_date, end_date].map((date) => {
      const read = date === null ? null : partialDate(date);
      if (date !== null && read === null) this.notes.count("a date that is none, or that can't be: left out");
      return read;
    });
    if (!since || !until || !endsBefore(since, until)) return { since: since ?? null, until: until ?? null };
    this.notes.count("a listing that ends before it begins: both days left out");
    return { since: null, until: null };
  }

  /** A decision, unless another publication of the same lists has brought it. */
  async *#decision(
    list: List,
    of: { key: string; programme: string | null; notice: string | null; start: string | null },
    place: Place,
  ): AsyncGenerator<Bundle> {
    const { key, programme, notice, start } = of;
    const isList = key === `csl-${list.code}`;
    const named = [programme, notice].filter((part) => part !== null).join(", ");
    const title = `${list.name}${named === "" ? "" : `: ${named}`}${start === null ? "" : ` (${start})`}`;
    const { origin } = this.publication;
    const bundle = key.startsWith(`${origin}-`) ? key : `${origin}-${key}`;
    const there = (await this.look.owners([measureOf(key)])).get(measureOf(key));
    if (there !== undefined && there !== bundle)
      return this.notes.count("a list or decision that the graph has from another publication: it stays");
    const authority = await this.#authority(list);
    const decision = decisionBundle(
      {
        ...{ key, title: shortened(title, 200), authority, kind: list.kind, flow: list.flow },
        announcedOn: null,
        inForceFrom: start,
        legalReference: notice,
        aliases: isList ? [list.code.toUpperCase()] : programme === null ? [] : [programme],
        summary: null,
        partOf: isList ? null : `csl-${list.code}`,
        source: this.publication.sourceOf(list),
        claim: { certainty: "CONFIRMED", statement: sentence(`The Consolidated Screening List has entries of ${title}`) },
      },
      origin,
      place,
    );
    yield { ...decision, name: bundle };
  }

  /** Whether a bundle was given before; it is from now on. */
  #isGiven(name: string): boolean {
    const before = this.#given.size;
    return this.#given.add(name).size === before;
  }
}

function sentence(words: string): string {
  return shortened(words.endsWith(".") ? words : `${words}.`, 500);
}

/** A notice of the Federal Register as it is cited; where it is written in no way that is known, as it stands. */
function noticeOf(given: string | null): string | null {
  const [, volume, page] = CITATION.exec(given ?? "") ?? [];
  return volume === undefined ? given : `${volume} FR ${page}`;
}
