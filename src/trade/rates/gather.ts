import {
  bind,
  type Context,
  call,
  carry,
  cypher,
  edgeIsThere,
  type Fragment,
  join,
  type Name,
  nodeIsThere,
  number,
  type Parameter,
  propertiesAsOf,
  propertyAsOf,
  quoted,
  untilOf,
  where,
  word,
} from "../../compile/index.ts";
import { gatherFacts } from "../status/index.ts";

/** The instruments that are duties on goods. */
const KINDS = ["TARIFF", "TARIFF_QUOTA", "ANTI_DUMPING", "COUNTERVAILING", "SAFEGUARD", "FEE", "CARBON_BORDER"];

/** How many duties are looked at: where one more has to do with the line, the answer says that there are more. */
export const MOST_LAYERS = 200;

/** How far terms are followed, from a measure over its wholes and what it took the place of: rounds of some edges each, as the effects of a status are. */
const ROUNDS = 2;
const EDGES_A_ROUND = 4;

/** What is asked for, as parameters. */
export interface Asked {
  readonly importer: Parameter;
  readonly exporter: Parameter;
  readonly code: Parameter;
  readonly edition: Parameter;
  /** The day whose knowledge counts; null for all that is known. */
  readonly known: Parameter | null;
}

/** Sets of a line: lists of ways `[id, above, [[since, until], …], …]`, and the ids in them. */
export interface LineSets {
  readonly goods: Name;
  readonly authorities: Name;
  readonly partners: Name;
  readonly ids: Readonly<Record<"goods" | "authorities" | "partners", Name>>;
}

/** Conditions that keep what was known: an edge, and all edges of a path. */
interface Knowing {
  readonly edge: (edge: Fragment) => Fragment[];
  readonly path: (path: Fragment) => Fragment[];
  /** The last day of an edge, as it was known. */
  readonly last: (edge: Fragment) => Fragment;
  /** A value of an edge's own, as it was known. */
  readonly own: (edge: Fragment, type: string, property: string) => Fragment;
}

function knowing({ model }: Context, known: Parameter | null): Knowing {
  const edge = (one: Fragment) => edgeIsThere({ valid: null, known }, one);
  const each = join(edge(cypher`x`), " AND ");
  return {
    edge,
    path: (path) => (each.text === "" ? [] : [cypher`all(x IN ${path} WHERE ${each})`]),
    last: (one) => untilOf(one, known),
    own: (one, type, name) => {
      const property = model.edges.get(type)?.properties.get(name);
      if (!property) throw new Error(`No edge ${type} has ${name}.`);
      return propertyAsOf({ valid: null, known }, property, one);
    },
  };
}

/** Binds the sets of a line before all else. The first way of each set is that of no steps: the goods, the importer, the exporter themselves. */
export function lineSets(context: Context, { importer, exporter, code, edition, known }: Asked): LineSets {
  const { path, last } = knowing(context, known);
  const steps = (q: string) => cypher`[x IN ${word(q)} | [x.since, ${last(cypher`x`)}]]`;
  const put = (start: Fragment, branches: readonly Fragment[], columns: Fragment): { ways: Name; ids: Name } => {
    const [ways, ids] = [context.name("set"), context.name("set")];
    const all = cypher`CALL (a) { ${join(branches, " UNION ALL ")} }`;
    const body = cypher`${start} ${all} RETURN collect(${columns}) AS ${bind(ways)}, collect(DISTINCT k) AS ${bind(ids)}`;
    context.sets.push(call(body, [ways, ids]));
    return { ways, ids };
  };
  const up = (label: string) =>
    cypher`MATCH (a)-[q:PART_OF*0..]->(b:${word(label)})${where(path(cypher`q`))} RETURN b.id AS k, true AS up, ${steps("q")} AS h`;
  const down = (label: string) =>
    cypher`MATCH (a)<-[q:PART_OF*1..]-(b:${word(label)})${where(path(cypher`q`))} RETURN b.id AS k, false AS up, ${steps("q")} AS h`;
  const partner = cypher`MATCH (a:Node {id: ${exporter}})`;
  const partners = put(partner, [up("Country"), down("Country")], cypher`[k, up, h]`);
  const agency = context.model.nodes.get("Agency")?.prefix ?? "agency";
  // The agencies of the importer and of its blocs: not those of the blocs' other members, which lie below them too.
  const ofAuthority = cypher`all(x IN nodes(p) WHERE x.id = b.id OR x.id STARTS WITH ${quoted(`${agency}:`)})`;
  const below = cypher`MATCH p = (b)<-[r:PART_OF*0..]-(c:Node)${where([ofAuthority, ...path(cypher`r`)])}`;
  const own = cypher`CASE WHEN size(r) = 0 THEN coalesce(b.dutiesNotHeld, []) ELSE [] END`;
  // Taken at once: behind another MATCH, the edges of a path have lost their dates on the embedded engine.
  const member = cypher`MATCH (a)-[q:PART_OF*0..]->(b:Country)${where(path(cypher`q`))} WITH b, ${steps("q")} AS g`;
  const lines = cypher`${member} ${below} RETURN c.id AS k, true AS up, g + ${steps("r")} AS h, ${own} AS d`;
  const authorities = put(cypher`MATCH (a:Node {id: ${importer}})`, [lines], cypher`[k, up, h, d]`);
  const ofGoods = goodsOf(context, cypher`a`, { code, edition }, authorities.ids);
  const goods = put(ofGoods, [up("Commodity"), down("Commodity")], cypher`[k, up, h]`);
  return {
    goods: goods.ways,
    authorities: authorities.ways,
    partners: partners.ways,
    ids: { goods: goods.ids, authorities: authorities.ids, partners: partners.ids },
  };
}

/** Binds the goods of a code as `into`: of a tariff line, those of the importer's own tariff or of a bloc that it may belong to. */
export function goodsOf(
  { model }: Context,
  into: Fragment,
  { code, edition }: Pick<Asked, "code" | "edition">,
  authorities: Name,
): Fragment {
  const prefix = quoted(`${model.nodes.get("Country")?.prefix ?? "country"}:`);
  // Behind a WITH: a WHERE that stands beside the pattern costs the embedded engine its index.
  return cypher`MATCH (${into}:Commodity {hsCode: ${code}, hsEdition: ${edition}}) WITH * WHERE ${into}.tariffOf IS NULL OR ${prefix} + ${into}.tariffOf IN ${authorities}`;
}

/** A duty that is bound, with what was gathered of it. */
export interface Duty {
  readonly measure: Name;
  /** The measures whose terms are its own, itself among them: a list of nodes. */
  readonly lineage: Name;
  /** The facts of its status. */
  readonly facts: Name;
  /** Columns in the order in which read.ts reads them. */
  readonly columns: readonly Fragment[];
  /** Binds each duty, and runs `calls` for it, whose sets it carries on. */
  readonly each: (calls: readonly Fragment[]) => Fragment;
}

/** The duties on goods of the line's tree, imposed by one of its authorities, and aimed at nobody or at one of its partners: by id, one more than are looked at. */
export function duties(context: Context, sets: LineSets, known: Parameter | null): Duty {
  const [measure, covers, own, imposed] = [context.name("node"), context.name("list"), context.name("list"), context.name("list")];
  const [named, targets, lineage, terms, id] = [
    context.name("list"),
    context.name("list"),
    context.name("list"),
    context.name("list"),
    context.name("id"),
  ];
  const knows = knowing(context, known);
  const then = context.withAsOf({ valid: null, known });
  const e = cypher`e`;
  const isThere = [...knows.edge(e), ...nodeIsThere(then, measure, ["Measure"])];
  const cover = cypher`[g.id, e.since, ${knows.last(e)}, ${knows.own(e, "COVERS", "newRate")}, ${knows.own(e, "COVERS", "rateUnit")}, ${knows.own(e, "COVERS", "duty")}, ${knows.own(e, "COVERS", "specificDuty")}]`;
  const start = cypher`UNWIND ${sets.ids.goods} AS ${bind(id)} MATCH (g:Node {id: ${id}}) MATCH (g)<-[e:COVERS]-(${bind(measure)}:Measure)${where(isThere)}`;
  const imposing = cypher`MATCH (${measure})-[e:IMPOSED_BY]->(a)${where([cypher`a.id IN ${sets.ids.authorities}`, ...knows.edge(e)])}`;
  const byWhom = call(cypher`${imposing} RETURN collect([a.id, e.since, ${knows.last(e)}]) AS ${bind(imposed)}`, [imposed]);
  const atWhom = targeting(measure, { named, targets }, sets, knows);
  const { clause, facts } = gatherFacts(then, measure, known);
  const exempts = context.name("list");
  const exempting = cypher`MATCH (${measure})-[e:EXEMPTS]->(a)${where([cypher`a.id IN ${sets.ids.partners}`, ...knows.edge(e)])}`;
  const spared = call(cypher`${exempting} RETURN collect([a.id, e.since, ${knows.last(e)}]) AS ${bind(exempts)}`, [exempts]);
  const [wholes, farther] = [context.name("list"), context.name("list")];
  const parting = cypher`MATCH (${measure})-[q:PART_OF*1..]->(w:Measure)${where(knows.path(cypher`q`))}`;
  const above = call(cypher`${parting} RETURN collect(DISTINCT w.id) AS ${bind(wholes)}`, [wholes]);
  const rest = [spared, above, lineageOf(measure, lineage, farther, knows), termsOf(lineage, terms, sets, knows), clause];
  const names = [measure, covers, own, imposed, named, targets];
  return {
    measure,
    lineage,
    facts,
    columns: [
      cypher`${measure}.id`,
      cypher`${own}[3]`,
      cypher`${own}[4]`,
      cypher`${own}[5]`,
      cypher`(${measure}.onlyFor IS NOT NULL AND size(${measure}.onlyFor) > 0)`,
      ...[covers, imposed, named, targets, exempts, terms, wholes, farther],
      cypher`[x IN ${lineage} | x.id]`,
    ],
    each: (calls) => {
      const later = [byWhom, atWhom, ...rest, ...calls];
      return join([
        cypher`${start} WITH ${carry([measure, cypher`collect(${cover}) AS ${bind(covers)}`], later)}`,
        cypher`WITH ${carry([measure, covers, cypher`${ownValues(then, measure)} AS ${bind(own)}`], later)}`,
        cypher`WITH ${carry([measure, covers, own], later)}${where(isDuty(own, covers))}`,
        byWhom,
        cypher`WITH ${carry([measure, covers, own, imposed], later)} WHERE size(${imposed}) > 0`,
        atWhom,
        cypher`WITH ${carry(names, later)} WHERE ${named} = 0 OR size(${targets}) > 0`,
        cypher`WITH ${carry(names, later)} ORDER BY ${measure}.id LIMIT ${number(MOST_LAYERS + 1)}`,
        ...rest,
        ...calls,
      ]);
    },
  };
}

/** Instrument, effect, flow, rate, unit and type of duty of a measure, as they were known: a list. */
function ownValues({ model, asOf }: Context, measure: Name): Fragment {
  const names = ["kind", "effect", "flow", "rate", "rateUnit", "dutyType"];
  return propertiesAsOf(
    asOf,
    names.flatMap((name) => model.properties.get("Measure")?.get(name) ?? []),
    measure,
  );
}

/** Whether a measure of some own values and edges to goods is a duty on imports, and no act that only widens trade. */
function isDuty(own: Name, covers: Name): Fragment[] {
  return [
    cypher`${own}[0] IN [${join(KINDS.map(quoted), ", ")}]`,
    cypher`(${own}[2] IS NULL OR ${own}[2] IN ['IMPORT', 'BOTH'])`,
    cypher`(${own}[1] <> 'LIBERALISING' OR ${own}[3] IS NOT NULL OR ${own}[5] IS NOT NULL OR any(x IN ${covers} WHERE x[3] IS NOT NULL))`,
  ];
}

/** Binds how many targets a measure names, and those that have to do with the exporter: `[id, since, until, scope, seat, its since, its until]`. */
function targeting(
  measure: Name,
  into: Readonly<Record<"named" | "targets", Name>>,
  { ids }: LineSets,
  { edge, last, own }: Knowing,
): Fragment {
  const e = cypher`e`;
  const named = cypher`MATCH (${measure})-[e:TARGETS]->(t:Node)${where(edge(cypher`e`))}`;
  const seated = cypher`OPTIONAL MATCH (t)-[s:HEADQUARTERED_IN]->(c:Country)${where([cypher`c.id IN ${ids.partners}`, ...edge(cypher`s`)])}`;
  const row = cypher`CASE WHEN t.id IN ${ids.partners} OR c IS NOT NULL THEN [t.id, e.since, ${last(e)}, ${own(e, "TARGETS", "scope")}, c.id, s.since, ${last(cypher`s`)}] END`;
  return call(cypher`${named} ${seated} RETURN count(e) AS ${bind(into.named)}, collect(${row}) AS ${bind(into.targets)}`, [
    into.named,
    into.targets,
  ]);
}

/** Binds the measures whose terms are a measure's own: itself, its wholes, what it took the place of, and so on; with whether more lie farther away. */
function lineageOf(measure: Name, into: Name, farther: Name, { edge, path }: Knowing): Fragment {
  const walk = cypher`UNWIND ws AS w MATCH (w)-[q:PART_OF|REPLACES*0..${number(EDGES_A_ROUND)}]->(x:Measure)${where(path(cypher`q`))} WITH collect(DISTINCT x) AS ws`;
  const rounds = join(Array.from({ length: ROUNDS }, () => walk));
  const next = cypher`UNWIND ws AS w OPTIONAL MATCH (w)-[e:PART_OF|REPLACES]->(x:Measure)${where([cypher`NOT x IN ws`, ...edge(cypher`e`)])}`;
  const body = cypher`WITH ${measure} WITH [${measure}] AS ws ${rounds} ${next} RETURN ws AS ${bind(into)}, count(x) AS ${bind(farther)}`;
  return call(body, [into, farther]);
}

/** Binds the terms of a lineage: `[type, from, to, since, until]`, of goods that it spares those of the line's tree. */
function termsOf(lineage: Name, into: Name, { ids }: LineSets, { edge, last }: Knowing): Fragment {
  const matters = cypher`(type(e) = 'GIVES_WAY_TO' OR x.id IN ${ids.goods})`;
  const found = cypher`UNWIND ${lineage} AS w MATCH (w)-[e:EXCLUDES|GIVES_WAY_TO]->(x:Node)${where([matters, ...edge(cypher`e`)])}`;
  return call(cypher`${found} RETURN collect([type(e), w.id, x.id, e.since, ${last(cypher`e`)}]) AS ${bind(into)}`, [into]);
}
