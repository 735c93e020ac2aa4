import type { Value } from "../../engine/port.ts";
import { HS_EDITIONS, isId } from "../../model/index.ts";
import { date, iriIn, link, named, type Resource, type Statement, text } from "./terms.ts";

/** What is stored of a node or an edge, by name. */
type Values = Readonly<Record<string, Value>>;

/** Classes of others that nodes of a type belong to. */
const CLASSES: Readonly<Record<string, readonly Parameters<typeof named>[0][]>> = {
  Agency: ["schema:GovernmentOrganization", "org:FormalOrganization", "prov:Agent"],
  Agreement: ["prov:Entity"],
  Claim: ["schema:Claim", "prov:Entity"],
  Commitment: ["prov:Entity"],
  Commodity: ["skos:Concept"],
  Event: ["schema:Event", "prov:Activity"],
  Firm: ["schema:Organization", "org:FormalOrganization", "prov:Agent"],
  Market: ["prov:Entity"],
  Measure: ["schema:Legislation", "prov:Entity"],
  Person: ["schema:Person", "prov:Person"],
  Source: ["schema:CreativeWork", "prov:Entity"],
};

/** Fields that others have a word for: each value stands under both. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, Parameters<typeof named>[0]>>>> = {
  Claim: { statement: "schema:text" },
  Event: { startedOn: "schema:startDate", endedOn: "schema:endDate", place: "schema:location" },
  Firm: { lei: "schema:leiCode", ticker: "schema:tickerSymbol" },
  Measure: { legalReference: "schema:legislationIdentifier", inForceFrom: "schema:legislationDateOfApplicability" },
  Source: { publishedOn: "schema:datePublished", url: "schema:url", language: "schema:inLanguage" },
};

/** Fields of any type that others have a word for. */
const EVERYWHERE: Readonly<Record<string, Parameters<typeof named>[0]>> = { aliases: "skos:altLabel", summary: "dcterms:description" };

/** Links that others have a word for, by the types of edge and of its ends; `*` is any type. */
const LINKS: readonly (readonly [edge: string, from: string, to: string, Parameters<typeof named>[0]])[] = [
  ["ABOUT", "*", "*", "schema:about"],
  ["HEADQUARTERED_IN", "*", "*", "schema:location"],
  ["IMPOSED_BY", "*", "*", "prov:wasAttributedTo"],
  ["PART_OF", "Agency", "*", "org:subOrganizationOf"],
  ["PART_OF", "Commodity", "Commodity", "skos:broader"],
  ["PART_OF", "Country", "Country", "org:memberOf"],
  ["PART_OF", "Event", "Event", "schema:superEvent"],
  ["PART_OF", "Measure", "Measure", "dcterms:isPartOf"],
  ["HOLDS_OFFICE", "*", "*", "org:memberOf"],
  ["REPLACES", "*", "*", "dcterms:replaces"],
  ["STATED_IN", "*", "*", "prov:hadPrimarySource"],
  ["SUBSIDIARY_OF", "*", "*", "org:subOrganizationOf"],
];

/** What others call the property of a node that a field is; null where they have no word for it. */
export function fieldOf(type: string, field: string): string | null {
  const name = FIELDS[type]?.[field] ?? EVERYWHERE[field];
  return name === undefined ? null : named(name);
}

/** What others call an edge; null where they have no word for it. */
export function linkOf(edge: string, from: string, to: string): string | null {
  const fits = (wanted: string, type: string) => wanted === "*" || wanted === type;
  const found = LINKS.find(([name, a, b]) => name === edge && fits(a, from) && fits(b, to));
  return found ? named(found[3]) : null;
}

/** What is said of a node in the words of others alone: its classes, its label, what it is the same as. */
export function standardOf(type: string, label: string, values: Values): Statement[] {
  const classes = type === "Country" ? classesOfCountry(values) : (CLASSES[type] ?? []);
  const isEnglish = ["Agency", "Commodity", "Country", "Firm", "Person"].includes(type);
  const labelled = text(label, isEnglish ? "en" : type === "Source" ? languageOf(values.language) : undefined);
  const named_ = type === "Commodity" ? "skos:prefLabel" : "schema:name";
  return [
    ...classes.map((name): Statement => [named("rdf:type"), link(named(name))]),
    [named("rdfs:label"), labelled],
    [named(named_), labelled],
    ...(type === "Commodity" ? conceptOf(values) : []),
    ...sameAs(values),
    ...agentOf(values.publisher),
    ...agentOf(values.attributedTo),
  ];
}

function classesOfCountry({ kind }: Values): readonly Parameters<typeof named>[0][] {
  const isBloc = kind === "GROUP" || kind === "CUSTOMS_UNION";
  return [isBloc ? "schema:Organization" : "schema:Country", "org:Organization", "prov:Agent"];
}

/** Codes stand in the scheme of their edition; named groups in one of ours. */
function conceptOf({ hsCode, hsEdition, level }: Values): Statement[] {
  const scheme = link(schemeOf(typeof hsEdition === "string" ? hsEdition : null));
  return [
    [named("skos:inScheme"), scheme],
    ...(typeof hsCode === "string" ? [[named("skos:notation"), text(hsCode)] as const] : []),
    ...(level === "SECTION" ? [[named("skos:topConceptOf"), scheme] as const] : []),
  ];
}

function schemeOf(edition: string | null): string {
  return iriIn("scheme", edition === null ? "groups" : `hs-${edition}`);
}

/** The schemes that commodities stand in. */
export function schemes(): Resource[] {
  const scheme = (edition: string | null): Resource => ({
    iri: schemeOf(edition),
    statements: [
      [named("rdf:type"), link(named("skos:ConceptScheme"))],
      [named("rdfs:label"), text(edition === null ? "Named groups of goods" : `Harmonized System, edition of ${edition}`, "en")],
    ],
  });
  return [...HS_EDITIONS, null].map(scheme);
}

/** The same thing where others name it: Wikidata, GLEIF by the LEI, and the EU's table of countries by the codes of ISO 3166-1. */
function sameAs({ wikidata, lei, iso3 }: Values): Statement[] {
  const same = (iri: string): Statement => [named("owl:sameAs"), link(iri)];
  return [
    ...(typeof wikidata === "string" && /^Q\d+$/.test(wikidata) ? [same(`http://www.wikidata.org/entity/${wikidata}`)] : []),
    ...(typeof lei === "string" && /^[A-Z0-9]{20}$/.test(lei) ? [same(`https://rdf.gleif.org/L1/L-${lei}`)] : []),
    ...(typeof iso3 === "string" ? [same(`http://publications.europa.eu/resource/authority/country/${iso3}`)] : []),
  ];
}

/** Publishers, and whom sources cite, are agents named by the words for them. */
function agentOf(words: Value | undefined): Statement[] {
  return typeof words === "string" ? [[named("prov:wasAttributedTo"), link(iriIn("agent", words))]] : [];
}

/** The agents that a node names in words, each as a resource. */
export function agentsOf({ publisher, attributedTo }: Values): Resource[] {
  return [publisher, attributedTo].flatMap((words) =>
    typeof words === "string"
      ? [
          {
            iri: iriIn("agent", words),
            statements: [
              [named("rdf:type"), link(named("prov:Agent"))],
              [named("rdfs:label"), text(words)],
            ],
          },
        ]
      : [],
  );
}

/** What is said of a membership or an office in the words of ORG beside what every relationship says. */
export function membershipOf(
  edge: string,
  ends: { readonly from: string; readonly to: string },
  iris: { readonly from: string; readonly to: string },
  values: Values,
): { readonly statements: readonly Statement[]; readonly resources: readonly Resource[] } {
  const isMembership = edge === "HOLDS_OFFICE" || (edge === "PART_OF" && ends.from.startsWith("country:"));
  if (!isMembership) return { statements: [], resources: [] };
  const title = typeof values.title === "string" ? values.title : null;
  const post = title === null ? null : iriIn("post", ends.to, title);
  const day = (name: "schema:startDate" | "schema:endDate", value: Value | undefined): Statement[] =>
    typeof value === "string" ? [[named(name), date(value)]] : [];
  return {
    statements: [
      [named("rdf:type"), link(named("org:Membership"))],
      [named("org:member"), link(iris.from)],
      [named("org:organization"), link(iris.to)],
      ...day("schema:startDate", values.since),
      ...day("schema:endDate", values.until),
      ...(post === null ? [] : [[named("schema:roleName"), text(title ?? "")] as const, [named("tg:post"), link(post)] as const]),
    ],
    resources:
      post === null
        ? []
        : [
            {
              iri: post,
              statements: [
                [named("rdf:type"), link(named("org:Post"))],
                [named("rdfs:label"), text(title ?? "")],
                [named("org:postIn"), link(iris.to)],
                [named("org:heldBy"), link(iris.from)],
              ],
            },
          ],
  };
}

/** A language as RDF writes it; undefined where the text can be none. */
export function languageOf(value: Value | undefined): string | undefined {
  return typeof value === "string" && /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(value) && !isId(value) ? value : undefined;
}
