import { type Bundle, type EdgeRecord, isLei, type NodeRecord, type Properties } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { keyOf } from "../keys.ts";
import { shortened } from "../read/text.ts";
import { countryOf } from "../references/countries.ts";
import type { Parties, Party, PartyNode, PartyType } from "../references/parties.ts";
import { stated } from "../statements.ts";
import { type Datasets, ORIGIN } from "./datasets.ts";
import { type Entity, firstOf, valuesOf } from "./entity.ts";
import { IDENTIFIERS, NAMES, PARTIES, READ } from "./schemas.ts";
import { nameOf, type Survey } from "./survey.ts";

const LONGEST_SUMMARY = 400;
const LONGEST_NOTE = 300;

/** The dataset of our own export: the ids of its entities are ours. */
export const OWN_DATASET = "trade_graph";

/** The first part of the ids of a type. */
const PREFIXES: Readonly<Record<PartyType, string>> = { Firm: "firm", Person: "person", Agency: "agency" };

/** The id that the node of an entity has, where the graph has none of it yet. */
export function ownNode(type: PartyType, id: string): string {
  return `${PREFIXES[type]}:ftm-${id}`;
}

/** Bundle of an entity. */
export function bundleOf(id: string): string {
  return `ftm-${keyOf(id)}`;
}

/** Firms, people and public bodies as bundles, together with what the graph has of them already. */
export class PartyBundles {
  constructor(
    private readonly parties: Parties,
    private readonly survey: Survey,
    private readonly datasets: Datasets,
    private readonly notes: Notes,
  ) {}

  /** The bundles of some entities that are nodes. */
  async *bundles(entities: readonly Entity[]): AsyncGenerator<Bundle> {
    const parties = entities.map((entity) => ({ entity, party: partyOf(entity) }));
    const nodes = await this.parties.nodesOf(parties.map(({ party }) => party));
    for (const { entity, party } of parties) {
      const found = nodes.get(party.own) ?? { id: party.own, bundle: null, by: null };
      yield* this.datasets.bundles(entity.datasets, entity.place);
      yield this.#bundle(entity, party, this.#isTwin(found, party) ? { id: party.own, bundle: null, by: null } : found);
    }
  }

  /** Two entities of one file are two, whatever codes they share. */
  #isTwin({ id, by }: PartyNode, { own }: Party): boolean {
    const other = /^[a-z]+:ftm-(.*)$/.exec(id)?.[1];
    const isTwin = by !== null && id !== own && other !== undefined && this.survey.typeOf(other) !== undefined;
    if (isTwin) this.notes.count("two entities of the file share a LEI, a Wikidata item or an id: each is a node of its own");
    return isTwin;
  }

  #bundle(entity: Entity, party: Party, { id, bundle, by }: PartyNode): Bundle {
    const name = bundleOf(entity.id);
    const isOurs = bundle === null || bundle === name;
    if (id !== ownNode(party.type, entity.id)) this.survey.nodes.set(entity.id, id);
    if (!isOurs) this.notes.count(`matched what the graph has by its ${by ?? "id"}: it stays as it is, and what leads to it is added`);
    const called = nameOf(entity) ?? entity.id;
    const { place } = entity;
    const claims = this.datasets.claims(
      entity.id,
      entity.datasets,
      { statement: (title) => `${title} has ${called} as ${entity.schema}.`, locator: entity.id, about: { id } },
      place,
    );
    const node: NodeRecord = { type: party.type, id, properties: this.#properties(entity, party, called), place };
    return {
      name,
      origin: ORIGIN,
      nodes: [...(isOurs ? [node] : []), ...claims.nodes],
      edges: [...claims.edges, ...(isOurs ? this.#seats(entity, party, id, claims.ids) : [])],
      place,
    };
  }

  #properties(entity: Entity, { type, lei, wikidata }: Party, called: string): Properties {
    for (const property of Object.keys(entity.properties))
      if (!READ.has(property)) this.notes.count(`${entity.schema}.${property}: no place for it here`);
    const wrongLei = lei !== null && !isLei(lei);
    if (wrongLei) this.notes.count("leiCode: its last two digits do not check the rest: kept as an alias");
    const aliases = new Set([
      ...valuesOf(entity, ...NAMES),
      ...(wrongLei ? [lei] : []),
      ...[entity.id, ...entity.referents],
      ...IDENTIFIERS.flatMap((property) => valuesOf(entity, property).map((value) => `${property} ${value}`)),
    ]);
    aliases.delete(called);
    const own = { name: called, aliases: [...aliases], ...stated({ summary: summaryOf(entity) }) };
    if (type === "Person") return own;
    if (entity.schema === "LegalEntity") this.notes.count("LegalEntity: it may be a firm or a person: taken as a firm of kind OTHER");
    if (type === "Agency") return { ...own, kind: agencyKind(entity, called, this.notes) };
    const kind = PARTIES[entity.schema]?.kind ?? "OTHER";
    return { ...own, ...stated({ kind, lei: wrongLei ? null : lei, wikidata, ticker: firstOf(entity, "ticker") }) };
  }

  /** Where a firm has its seat, with its addresses; to which country a public body belongs. */
  #seats(entity: Entity, { type }: Party, id: string, claims: readonly string[]): EdgeRecord[] {
    if (type === "Person") return [];
    const property = ["mainCountry", "jurisdiction", "country"].find((name) => valuesOf(entity, name).length > 0) ?? "";
    const countries = [...new Set(valuesOf(entity, property).flatMap((code) => this.country(code) ?? []))];
    const edge = (to: string, of: string, properties: Properties): EdgeRecord => ({
      type: of,
      from: id,
      to,
      properties,
      claims,
      place: entity.place,
    });
    const addresses = [
      ...valuesOf(entity, "address"),
      ...valuesOf(entity, "addressEntity").flatMap((one) => this.survey.addresses.get(one) ?? []),
    ];
    const [only] = countries.length === 1 ? countries : [];
    if (only === undefined && countries.length > 0)
      this.notes.count(
        `${type === "Firm" ? "firms" : "public bodies"} of several countries, of which none is said to be the main one: ${type === "Firm" ? "each is a seat, INFERRED" : "left without one"}`,
      );
    if (only === undefined && addresses.length > 0) this.notes.count("addresses of one without a single country: left out");
    if (type === "Agency") return only === undefined ? [] : [edge(only, "PART_OF", {})];
    const note = only === undefined ? "" : shortened([...new Set(addresses)].join("; "), LONGEST_NOTE);
    return countries.map((to) => edge(to, "HEADQUARTERED_IN", stated({ note, certainty: property === "country" ? "INFERRED" : null })));
  }

  /** Id of a country by FollowTheMoney's code, which has territories and former states beside ISO 3166-1; null where it is none here, which is counted. */
  country(code: string): string | null {
    const id = countryOf({ iso: code, id: null, name: null });
    if (id === null) this.notes.count(`country "${code}" is none of ISO 3166-1: left out`);
    return id;
  }
}

/** Who an entity is. */
function partyOf(entity: Entity): Party {
  const type = PARTIES[entity.schema]?.type ?? "Firm";
  const prefix = PREFIXES[type];
  const ids = [entity.id, ...entity.referents];
  const isOwn = entity.datasets.includes(OWN_DATASET) && entity.id.startsWith(`${prefix}-`);
  const wikidata = [firstOf(entity, "wikidataId"), ...ids].find((one) => one !== null && /^Q[1-9]\d*$/.test(one)) ?? null;
  return {
    type,
    own: isOwn ? `${prefix}:${entity.id.slice(prefix.length + 1).replaceAll(".5f.", "_")}` : ownNode(type, entity.id),
    others: ids.flatMap((id) => [
      ...(id === entity.id ? [] : [ownNode(type, id)]),
      ...(/^(ofac|trade-csl)-/.test(id) ? [`${prefix}:${id}`] : []),
    ]),
    foreign: ids,
    lei: type === "Firm" ? firstOf(entity, "leiCode") : null,
    wikidata: type === "Firm" ? wikidata : null,
  };
}

function summaryOf(entity: Entity): string {
  const said = (words: string, ...names: readonly string[]) => {
    const values = [...new Set(valuesOf(entity, ...names))];
    return values.length === 0 ? [] : [`${words}${values.join(", ")}.`];
  };
  const nations = [...new Set(valuesOf(entity, "nationality", "citizenship"))].map((code) => code.toUpperCase());
  const parts = [
    ...said("", "position"),
    ...said("Born ", "birthDate"),
    ...said("Died ", "deathDate"),
    ...(nations.length > 0 ? [`Nationality: ${nations.join(", ")}.`] : []),
    ...said("Founded ", "incorporationDate"),
    ...said("Dissolved ", "dissolutionDate"),
    ...valuesOf(entity, "summary", "description", "notes"),
  ];
  return shortened(parts.join(" "), LONGEST_SUMMARY);
}

/** What a public body is, by its topics, else by words of its name. */
function agencyKind(entity: Entity, name: string, notes: Notes): string {
  const topics = new Set(valuesOf(entity, "topics"));
  const byTopic = AGENCY_TOPICS.find(([topic]) => topics.has(topic))?.[1];
  const byName = AGENCY_NAMES.find(([words]) => words.test(name))?.[1];
  notes.count(`PublicBody: its kind is ${byTopic ? "taken from its topics" : byName ? "guessed by its name" : "not said: OTHER"}`);
  return byTopic ?? byName ?? "OTHER";
}

const AGENCY_TOPICS: readonly (readonly [topic: string, kind: string])[] = [
  ["gov.igo", "INTERNATIONAL"],
  ["gov.judicial", "COURT"],
  ["gov.legislative", "LEGISLATURE"],
  ["gov.head", "EXECUTIVE"],
  ["gov.executive", "EXECUTIVE"],
];

const AGENCY_NAMES: readonly (readonly [words: RegExp, kind: string])[] = [
  [/\b(ministry|ministère|ministerio|ministério|ministerium|department of|министерство)/i, "MINISTRY"],
  [/\b(court|tribunal)\b/i, "COURT"],
  [/\bcustoms\b/i, "CUSTOMS"],
  [/\b(parliament|senate|congress|assembly|duma)\b/i, "LEGISLATURE"],
  [/\bstatistic/i, "STATISTICS"],
  [/\b(commission|authority|agency|inspectorate|central bank)\b/i, "REGULATOR"],
];
