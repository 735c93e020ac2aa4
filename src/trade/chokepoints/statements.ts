import {
  anyOf,
  bind,
  type Context,
  call,
  cypher,
  edgeIsThere,
  edgeName,
  edgeProperty,
  type Fragment,
  inTurn,
  join,
  matchByIds,
  type Name,
  nodeIsThere,
  Parameter,
  pathIsThere,
  type Site,
  where,
} from "../../compile/index.ts";
import { agenciesText } from "../authorities.ts";
import { type Kept, keptMeasures } from "../measures-on-day.ts";

/** The nodes that a statement begins with. */
export const IDS = new Parameter("ids");

/** Commodities and all that lies below them: rows `[id, id, how many steps]`. The day of the context must be given. */
export function stagesText(context: Context): string {
  const [id, start, below] = [context.name("id"), context.name("node"), context.name("node")];
  const walk = cypher`MATCH (${start})<-[q:PART_OF*0..]-(${bind(below)}:Commodity)${where(pathIsThere(context.asOf))}`;
  return cypher`${matchByIds(start, id, IDS)} ${walk} RETURN ${id} AS start, ${below}.id AS stage, min(size(q)) AS depth`.text;
}

/** Who makes and uses some commodities, which measures name them, and which of these are kept: one row of three lists. */
export function entriesText(context: Context, site: Site): string {
  const [stakes, edges, kept] = [context.name("list"), context.name("list"), context.name("list")];
  const naming = namingOf(context);
  const named = cypher`${naming.found} RETURN collect([${naming.id}, ${naming.measure}.id, ${edgeName(naming.measure, naming.edge, naming.good)}]) AS ${bind(edges)}`;
  const { clause, sets, carried } = keptOf(context, site, kept);
  return join([
    ...inTurn(sets),
    call(stakesOf(context, stakes), [stakes]),
    call(named, [edges]),
    call(clause, [kept], carried),
    cypher`RETURN ${stakes}, ${edges}, ${kept}`,
  ]).text;
}

/** The edges of producers and users that may have begun: those that may hold, and figures, which count on. */
function stakesOf(context: Context, into: Name): Fragment {
  const [id, good, actor, edge] = [context.name("id"), context.name("node"), context.name("node"), context.name("edge")];
  const { valid, known } = context.asOf;
  const property = (name: string) => {
    const found = context.model.edges.get("PRODUCES")?.properties.get(name);
    if (!found) throw new Error(`PRODUCES has no ${name} in the schema.`);
    return edgeProperty(edge, found, context.asOf);
  };
  const holds = cypher`(${join(edgeIsThere(context.asOf, edge), " AND ")})`;
  const begun = valid === null ? [] : [cypher`coalesce(${edge}.since, '') <= ${valid.day}`];
  const counts = [...begun, ...edgeIsThere({ valid: null, known }, edge), cypher`(${edge}.period IS NOT NULL OR ${holds})`];
  const found = cypher`${matchByIds(good, id, IDS)} MATCH (${good})<-[${bind(edge)}:${anyOf(["PRODUCES", "USES"])}]-(${bind(actor)}:Node)${where(counts)}`;
  const figures = join(["share", "amount", "unit", "per", "period"].map(property), ", ");
  return cypher`${found} RETURN collect([${id}, type(${edge}), ${actor}.id, ${edgeName(actor, edge, good)}, ${figures}, ${holds}]) AS ${bind(into)}`;
}

/** The walk from commodities to the measures that name them. */
function namingOf(context: Context) {
  const [id, good, measure, edge] = [context.name("id"), context.name("node"), context.name("node"), context.name("edge")];
  const there = [...edgeIsThere(context.asOf, edge), ...nodeIsThere(context, measure, ["Measure"])];
  const found = cypher`${matchByIds(good, id, IDS)} MATCH (${good})<-[${bind(edge)}:${anyOf(["COVERS"])}]-(${bind(measure)}:Measure)${where(there)}`;
  return { found, id, good, measure, edge };
}

/** The measures that stand as asked, with who imposed them. */
function keptOf(context: Context, site: Site, into: Name): Kept {
  const { found, measure } = namingOf(context);
  const [by, authority, edge] = [context.name("list"), context.name("node"), context.name("edge")];
  const kept = keptMeasures(context, site, found, measure);
  const imposers = cypher`MATCH (${measure})-[${bind(edge)}:${anyOf(["IMPOSED_BY"])}]->(${bind(authority)}:Node)${where(edgeIsThere(context.asOf, edge))} RETURN collect(DISTINCT ${authority}.id) AS ${bind(by)}`;
  const clause = join([kept.clause, call(imposers, [by]), cypher`RETURN collect([${measure}.id, ${kept.status}, ${by}]) AS ${bind(into)}`]);
  return { ...kept, clause };
}

/** What agencies belong to, where firms have their seats, and what commodities lie under: rows `[id, id]`. */
export function sidesText(context: Context): string {
  const [id, firm, country, edge] = [context.name("id"), context.name("node"), context.name("node"), context.name("edge")];
  const seat = cypher`${matchByIds(firm, id, IDS)} MATCH (${firm})-[${bind(edge)}:${anyOf(["HEADQUARTERED_IN"])}]->(${bind(country)}:Node)${where(edgeIsThere(context.asOf, edge))}`;
  const seats = cypher`${seat} RETURN DISTINCT ${id} AS near, ${country}.id AS far`;
  return join([agenciesText(context, IDS), seats, aboveText(context, "PART_OF", "Commodity")], " UNION ").text;
}

/** Which of some producers are parts of others, however far: rows `[id, id]`. */
export function wholesText(context: Context): string {
  return join([aboveText(context, "PART_OF", "Country"), aboveText(context, "SUBSIDIARY_OF", "Firm")], " UNION ").text;
}

/** From nodes of a type to all of that type that lie above them. */
function aboveText(context: Context, type: "PART_OF" | "SUBSIDIARY_OF", label: "Commodity" | "Country" | "Firm"): Fragment {
  const [id, part, whole] = [context.name("id"), context.name("node"), context.name("node")];
  const walk = cypher`MATCH (${part}:${anyOf([label])})-[q:${anyOf([type])}*1..]->(${bind(whole)}:${anyOf([label])})${where(pathIsThere(context.asOf))}`;
  return cypher`${matchByIds(part, id, IDS)} ${walk} RETURN DISTINCT ${id} AS near, ${whole}.id AS far`;
}
