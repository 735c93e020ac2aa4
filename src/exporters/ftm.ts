import { createHash } from "node:crypto";
import type { GraphEngine, Row, Value } from "../engine/port.ts";
import type { Model } from "../model/index.ts";
import { edgePortions, nodePortions, type StoredEdge, type StoredNode } from "./graph.ts";

/** The dataset of what we export: whoever reads it knows that ids are ours. */
const DATASET = "trade_graph";

/** What ids entities of FollowTheMoney have. */
const ID = /^[0-9A-Za-z]([0-9A-Za-z.-]*[0-9A-Za-z])?$/;

/** Measures that are listings. */
const LISTINGS: ReadonlySet<unknown> = new Set(["ENTITY_LISTING", "SANCTION"]);

/** Aliases that are identifiers: what FollowTheMoney calls them, and the value. */
const IDENTIFIER =
  /^(registrationNumber|idNumber|taxNumber|vatCode|innCode|ogrnCode|okpoCode|uscCode|dunsCode|uniqueEntityId|permId|imoNumber|swiftBic|cageCode|licenseNumber) (\S.*)$/;

/** Titles of those who direct a firm. */
const DIRECTS = /direct|chair|board|president|chief|\bc[efot]o\b|founder|partner|head/i;

/** Values of an entity's properties; nothing said is left out. */
type Properties = Readonly<Record<string, readonly (Value | undefined)[]>>;

/**
 * Firms, people, public bodies, who owns whom, who holds which office, and who is on which list, as entities of FollowTheMoney, one a line
 * (https://followthemoney.tech); all else of the graph has no place there. What came from there keeps its id.
 */
export async function* ftm(engine: GraphEngine, model: Model): AsyncGenerator<string> {
  for (const type of ["Firm", "Person", "Agency"]) {
    for await (const nodes of nodePortions(engine, model, type)) yield (await partiesOf(engine, nodes)).map(line).join("");
  }
  const positions = new Set<string>();
  for (const [relationship, entities] of [
    ["SUBSIDIARY_OF", ownerships],
    ["HOLDS_OFFICE", offices(positions)],
    ["TARGETS", listings],
  ] as const) {
    for await (const edges of edgePortions(engine, model, relationship)) yield (await entities(engine, edges)).map(line).join("");
  }
}

/** An entity on its way out. */
interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly caption: string;
  readonly referents?: readonly string[];
  readonly properties: Properties;
}

function line({ id, schema, caption, referents = [], properties }: Entity): string {
  const said = Object.entries(properties).flatMap(([name, values]) => {
    const texts = [...new Set(values.filter((value) => value !== null && value !== undefined && value !== "").map(String))];
    return texts.length > 0 ? [[name, texts]] : [];
  });
  return `${JSON.stringify({ id, caption, schema, datasets: [DATASET], referents, properties: Object.fromEntries(said) })}\n`;
}

/** The id of a node's entity: its own one where it came from FollowTheMoney, else the node's, `firm-huawei`. No underscore may stand in one. */
function idOf(node: string): string {
  const [prefix = "", key = ""] = node.split(/:(.*)/s);
  const own = key.startsWith("ftm-") ? key.slice(4) : "";
  if (ID.test(own) && !/^(firm|person|agency)-/.test(own)) return own;
  return `${prefix}-${key.replaceAll("_", ".5f.")}`;
}

function digestOf(kind: string, key: string): string {
  return `${kind}-${createHash("sha1").update(key).digest("hex")}`;
}

async function partiesOf(engine: GraphEngine, nodes: readonly StoredNode[]): Promise<Entity[]> {
  const ids = nodes.map(({ id }) => id);
  const seats = await byNode(engine, ids, "MATCH (n)-[r:HEADQUARTERED_IN|PART_OF]->(c:Country) RETURN id, c.iso2, c.code, r.note");
  const claims = await byNode(
    engine,
    ids,
    "MATCH (n)<-[:ABOUT]-(c:Claim) WHERE c.locator IS NOT NULL AND c.id STARTS WITH 'claim:ftm-' RETURN id, c.locator",
  );
  return nodes.map(({ id, type, values }) => {
    const foreign = new Set((claims.get(id) ?? []).map(([locator]) => String(locator)).filter((one) => ID.test(one)));
    const own = idOf(id);
    const aliases = (Array.isArray(values.aliases) ? values.aliases.map(String) : []).filter(
      (alias) => alias !== own && !foreign.has(alias),
    );
    const schema =
      type === "Person"
        ? "Person"
        : type === "Agency"
          ? "PublicBody"
          : values.kind === "COMPANY" || values.kind === "PRESS"
            ? "Company"
            : "Organization";
    const where = seats.get(id) ?? [];
    const { named, numbers } = split(aliases, type);
    const properties: Properties = {
      name: [values.name, values.nativeName],
      alias: named,
      abbreviation: [values.acronym],
      summary: [values.summary],
      ...numbers,
      ...(type === "Firm"
        ? { mainCountry: where.length === 1 ? countries(where) : [], country: countries(where), address: where.map(([, , note]) => note) }
        : {}),
      ...(type === "Agency" ? { country: countries(where) } : {}),
      ...(type === "Firm" ? { leiCode: [values.lei], wikidataId: [values.wikidata] } : {}),
      ...(schema === "Company" ? { ticker: [values.ticker] } : {}),
    };
    foreign.delete(own);
    return { id: own, schema, caption: String(values.name), referents: [...foreign].sort(), properties };
  });
}

/** Names among aliases, and identifiers by what FollowTheMoney calls them. */
function split(aliases: readonly string[], type: string): { readonly named: readonly string[]; readonly numbers: Properties } {
  const named: string[] = [];
  const numbers: Record<string, string[]> = {};
  for (const alias of aliases) {
    const [, property, value] = type === "Person" ? [] : (IDENTIFIER.exec(alias) ?? []);
    if (property === undefined || value === undefined) named.push(alias);
    else numbers[property] = [...(numbers[property] ?? []), value];
  }
  return { named, numbers };
}

/** Codes of countries as FollowTheMoney has them: ISO 3166-1 in small letters, and the European Union. */
function countries(rows: readonly Row[]): string[] {
  return rows.flatMap(([iso2, code]) => (iso2 ? String(iso2).toLowerCase() : code === "EU" ? "eu" : []));
}

/** The rows of a statement over nodes `n`, without their first column, by this: the node's id. */
async function byNode(engine: GraphEngine, ids: readonly string[], statement: string): Promise<Map<string, Row[]>> {
  const rows = await engine.read({ text: `UNWIND $ids AS id MATCH (n:Node {id: id}) ${statement}`, params: { ids: [...new Set(ids)] } });
  const found = new Map<string, Row[]>();
  for (const [id, ...rest] of rows) found.set(String(id), [...(found.get(String(id)) ?? []), rest]);
  return found;
}

/** Addresses and publishers of the sources that edges rest on. */
async function sourcesOf(engine: GraphEngine, edges: readonly StoredEdge[]): Promise<(edge: StoredEdge) => Properties> {
  const claims = ({ values }: StoredEdge) => (Array.isArray(values.claims) ? values.claims.map(String) : []);
  const found = await byNode(engine, edges.flatMap(claims), "MATCH (n)-[:STATED_IN]->(s:Source) RETURN id, s.url, s.publisher");
  return (edge) => {
    const rows = claims(edge).flatMap((claim) => found.get(claim) ?? []);
    return { sourceUrl: rows.map(([url]) => url), publisher: rows.map(([, publisher]) => publisher) };
  };
}

async function ownerships(engine: GraphEngine, edges: readonly StoredEdge[]): Promise<Entity[]> {
  const sources = await sourcesOf(engine, edges);
  return edges.map((edge) => {
    const { since, until, note } = edge.values;
    const share = /^(\d+(?:\.\d+)?) %/.exec(typeof note === "string" ? note : "")?.[1];
    const properties = {
      owner: [idOf(edge.to)],
      asset: [idOf(edge.from)],
      startDate: [since],
      endDate: [until],
      percentage: [share],
      description: [note],
    };
    return {
      id: digestOf("ownership", edge.key),
      schema: "Ownership",
      caption: "Ownership",
      properties: { ...properties, ...sources(edge) },
    };
  });
}

/** Offices; a post in a country is an entity of its own, the first time that somebody holds it. */
function offices(positions: Set<string>): (engine: GraphEngine, edges: readonly StoredEdge[]) => Promise<Entity[]> {
  return async (engine, edges) => {
    const sources = await sourcesOf(engine, edges);
    const codes = await byNode(
      engine,
      edges.map(({ to }) => to),
      "WHERE n.iso2 IS NOT NULL OR n.code IS NOT NULL RETURN id, n.iso2, n.code",
    );
    return edges.flatMap((edge): Entity[] => {
      const { since, until, title } = edge.values;
      const all: Properties = { startDate: [since], endDate: [until], ...sources(edge) };
      const entity = (schema: string, properties: Properties) => ({
        id: digestOf("office", edge.key),
        schema,
        caption: schema,
        properties: { ...properties, ...all },
      });
      if (edge.to.startsWith("country:")) {
        const name = String(title ?? "Office");
        const post = digestOf("position", `${edge.to} ${name}`);
        const isNew = positions.size < positions.add(post).size;
        const position = {
          id: post,
          schema: "Position",
          caption: name,
          properties: { name: [name], country: countries(codes.get(edge.to) ?? []) },
        };
        return [...(isNew ? [position] : []), entity("Occupancy", { holder: [idOf(edge.from)], post: [post] })];
      }
      const [who, where] = [idOf(edge.from), idOf(edge.to)];
      return edge.to.startsWith("firm:") && DIRECTS.test(String(title ?? ""))
        ? [entity("Directorship", { director: [who], organization: [where], role: [title] })]
        : [entity("Employment", { employee: [who], employer: [where], role: [title] })];
    });
  };
}

/** Who is on which list: a Sanction of each target. Targets of other measures, and countries, have no place. */
async function listings(engine: GraphEngine, edges: readonly StoredEdge[]): Promise<Entity[]> {
  const targets = edges.filter(({ to }) => /^(firm|person|agency):/.test(to));
  const from = targets.map((edge) => edge.from);
  const measures = await byNode(engine, from, "RETURN id, n.kind, n.title, n.announcedOn, n.inForceFrom, n.inForceUntil, n.legalReference");
  const authorities = await byNode(engine, from, "MATCH (n)-[:IMPOSED_BY]->(a:Node) RETURN id, a.name, a.iso2, a.code");
  const above = await byNode(
    engine,
    from,
    "MATCH (n)-[:IMPOSED_BY]->(:Agency)-[:PART_OF*0..3]->(:Agency)-[:PART_OF]->(c:Country) RETURN id, c.iso2, c.code",
  );
  const wholes = await byNode(engine, from, "MATCH (n)-[:PART_OF]->(w:Measure) RETURN id, w.title");
  const sources = await sourcesOf(engine, targets);
  return targets.flatMap((edge): Entity[] => {
    const [[kind, title, announcedOn, inForceFrom, inForceUntil, legalReference] = []] = measures.get(edge.from) ?? [];
    if (!LISTINGS.has(kind)) return [];
    const by = authorities.get(edge.from) ?? [];
    const { since, until, note } = edge.values;
    const properties: Properties = {
      entity: [idOf(edge.to)],
      authority: by.flatMap(([name, iso2, code]) => (iso2 || code ? [] : [name])),
      country: countries([...by.map(([, ...codes]) => codes), ...(above.get(edge.from) ?? [])]),
      program: wholes.has(edge.from) ? (wholes.get(edge.from) ?? []).map(([whole]) => whole) : [title],
      authorityId: [legalReference],
      listingDate: [announcedOn],
      startDate: [since ?? inForceFrom],
      endDate: [until ?? inForceUntil],
      provisions: [note],
      summary: [title],
      ...sources(edge),
    };
    return [{ id: digestOf("listing", edge.key), schema: "Sanction", caption: "Sanction", properties }];
  });
}
