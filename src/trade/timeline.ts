import { highest, lowest, overhang } from "../compile/cypher/dates.ts";
import { where } from "../compile/cypher/patterns.ts";
import { edgeName } from "../compile/page/order.ts";
import type { Context, Site } from "../compile/request/context.ts";
import { key, type Rows } from "../compile/select/rows.ts";
import { type AsOf, edgeIsThere, nodeIsThere, propertyAsOf } from "../compile/where/as-of.ts";
import { idSet } from "../compile/where/sets.ts";
import type { EdgeField, Moment } from "../model/index.ts";
import { given, textsOf } from "./arguments.ts";

/** How deep parts of measures are looked for. */
const PARTS = 4;

/** What the arguments keep of the acts: a set of ids to start from, and conditions on an act. */
interface Scope {
  readonly start: string | null;
  /** The set of the measures asked for: what acts on others than these is left out. */
  readonly own: string | null;
  readonly sets: readonly string[];
  readonly conditions: (act: string) => string[];
}

/** Stands in a condition for the day that is looked at: a list of the day, the kind, and the field. */
const MOMENT = "$moment$";

/** timeline: the days that the schema marks with @moment, of nodes and of edges, in one list ordered by day. */
export function timeline(context: Context, site: Site): Rows {
  const [node, date, kind, by, claims, field, tie] = ["n", "d", "k", "w", "q", "f", "t"].map((letter) => context.name(letter)) as [
    string,
    ...string[],
  ] as [string, string, string, string, string, string, string];
  const columns = [node, date, kind, by, claims, field, tie];
  const scope = scopeOf(context, site);
  const inSpan = spanOf(context, site);
  const wanted = given(site, "kinds") ? textsOf(site, "kinds") : null;
  /** Unwinds an act's days, each a list of day, kind and field, keeps those asked for, and returns the rows. */
  const branch = (
    clauses: string,
    names: readonly string[],
    days: readonly string[],
    last: readonly string[],
    values: readonly string[],
  ) => {
    const moment = context.name("m");
    const [day, what] = [`${moment}[0]`, `${moment}[1]`];
    const kept = [...inSpan(day), ...(wanted === null ? [] : [`${what} IN ${wanted}`])];
    const carried = [...names, moment, ...scope.sets].join(", ");
    return [
      `${clauses} UNWIND [${days.join(", ")}] AS ${moment} WITH ${carried} WHERE ${kept.join(" AND ")}`,
      // What walks edges comes last, for the few that are left.
      ...(last.length > 0 ? [`WITH ${carried} WHERE ${last.map((condition) => condition.replaceAll(MOMENT, moment)).join(" AND ")}`] : []),
      `RETURN ${columns.map((column, i) => `${values[i]?.replaceAll(MOMENT, moment)} AS ${column}`).join(", ")}`,
    ].join(" ");
  };

  const branches: string[] = [];
  for (const type of context.model.nodes.values()) {
    const act = context.name("n");
    const days: string[] = [];
    const last: string[] = [];
    for (const property of type.properties.values()) {
      const others = property.moments.filter((m) => m.of !== null);
      for (const { kind, of, unless } of property.moments) {
        const day = propertyAsOf(context.asOf, property, act);
        const not = others.length > 0 ? `NOT ${act}.kind IN [${others.map((m) => `'${m.of}'`).join(", ")}]` : null;
        const condition = of === null ? not : `${act}.kind = '${of}'`;
        days.push(`[${condition === null ? day : `CASE WHEN ${condition} THEN ${day} END`}, '${kind}', '${property.name}']`);
        if (unless.length > 0) last.push(`(${MOMENT}[1] <> '${kind}' OR ${isNotPrevented(context, act, `${MOMENT}[0]`, unless)})`);
      }
    }
    if (days.length === 0) continue;
    const there = [
      ...(scope.start === null ? [] : [`${act}:${type.name}`]),
      ...nodeIsThere(context, act, [type.name]),
      ...scope.conditions(act),
    ];
    const match = `${start(context, scope, act, type.name)}${where(there)}`;
    const values = [act, `${MOMENT}[0]`, `${MOMENT}[1]`, "null", "null", `${MOMENT}[2]`, `${MOMENT}[2]`];
    branches.push(branch(match, [act], days, last, values));
  }

  // All edges in one branch: the statement's planning costs Neo4j more than its running.
  const edges = momentsOfEdges(context);
  const [act, other, relation] = [context.name("n"), context.name("n"), context.name("r")];
  const types = [...new Set(edges.map(({ edge }) => edge.type))];
  const days = edges.map(({ edge, moment }) => {
    const day = moment.end ? `${relation}.until` : `coalesce(${relation}.since, ${other}.date)`;
    return `[CASE type(${relation}) WHEN '${edge.type}' THEN ${day} END, '${moment.kind}']`;
  });
  const acts = context.model.possible.get("Act") ?? [];
  const there = [
    ...edgeIsThere(knowledge(context), relation),
    ...nodeIsThere(context, act, acts),
    ...nodeIsThere(context, other, acts),
    ...scope.conditions(act),
    ...(scope.own === null ? [] : [`(${act}.id IN ${scope.own} OR ${other}.id IN ${scope.own})`]),
  ];
  const match = `${start(context, scope, act, "Node")} MATCH (${act})<-[${relation}:${types.join("|")}]-(${other}:Node)`;
  const values = [act, `${MOMENT}[0]`, `${MOMENT}[1]`, `${other}.id`, `${relation}.claims`, "null", edgeName(other, relation, act)];
  branches.push(branch(`${match}${where(there)}`, [act, other, relation], days, [], values));

  const descending = site.args.direction === "DESC";
  return {
    type: "TimelineEntry",
    match: `CALL (${scope.sets.join(", ")}) { ${branches.join(" UNION ALL ")} } WITH ${[...columns, ...scope.sets].join(", ")}`,
    conditions: [],
    sets: scope.sets,
    bound: [node, date, kind, by, claims, field, tie],
    keys: [key(date, { descending }), key(kind), key(`${node}.id`), key(tie)],
    fields: {
      date: { kind: "value", expression: date },
      kind: { kind: "value", expression: kind },
      node: { kind: "node", name: node, type: "Act" },
      by: { kind: "reference", id: by, type: "Act" },
      claims: { kind: "claims", ids: claims, about: { node, field } },
    },
  };
}

/** What is known on the known day, whatever the valid day: a timeline tells of what is over as well. */
function knowledge({ asOf }: Context): AsOf {
  return { valid: null, known: asOf.known };
}

function start(context: Context, scope: Scope, act: string, label: string): string {
  if (scope.start === null) return `MATCH (${act}:${label})`;
  const id = context.name("i");
  return `UNWIND ${scope.start} AS ${id} MATCH (${act}:Node {id: ${id}})`;
}

/** The days of edges that the schema marks: each relationship type once, with all that it leads to. */
function momentsOfEdges({ model }: Context): { edge: EdgeField; moment: Moment }[] {
  const marked = new Map<string, EdgeField>();
  for (const fields of model.edgeFields.values()) {
    for (const edge of fields.values()) {
      const known = marked.get(edge.type);
      if (edge.moments.length > 0 && (!known || known.targets.length < edge.targets.length)) marked.set(edge.type, edge);
    }
  }
  return [...marked.values()].flatMap((edge) => edge.moments.map((moment) => ({ edge, moment })));
}

/** Conditions that put a day between `from` and `to` for certain, and not after the valid day. */
function spanOf(context: Context, site: Site): (day: string) => string[] {
  const from = given(site, "from") ? site.parameter((args) => lowest(args.from as string)) : null;
  const to = given(site, "to")
    ? { last: site.parameter((args) => highest(args.to as string)), over: site.parameter((args) => overhang(args.to as string)) }
    : null;
  const { valid } = context.asOf;
  return (day) => [
    from ? `${day} >= ${from}` : `${day} IS NOT NULL`,
    ...(to ? [`${day} <= ${to.last} AND NOT ${day} IN ${to.over}`] : []),
    ...(valid ? [`${day} <= ${valid.day}`] : []),
  ];
}

/** That no edge of some types had reached a node by a day, and still held. */
function isNotPrevented(context: Context, node: string, day: string, types: readonly string[]): string {
  const [relation, other] = [context.name("r"), context.name("w")];
  const conditions = [
    `coalesce(${relation}.since, ${other}.date) <= ${day}`,
    `(${relation}.until IS NULL OR ${relation}.until >= ${day})`,
    ...edgeIsThere(knowledge(context), relation),
  ];
  return `COUNT { MATCH (${node})<-[${relation}:${types.join("|")}]-(${other}) WHERE ${conditions.join(" AND ")} } = 0`;
}

/** The relationship types of dated edges that join acts with nodes of some types. */
function typesBetween({ model }: Context, others: readonly string[]): string[] {
  const acts = model.possible.get("Act") ?? [];
  const joins = (pair: string) => {
    const [from = "", to = ""] = pair.split(">");
    return (acts.includes(from) && others.includes(to)) || (acts.includes(to) && others.includes(from));
  };
  return [...model.edges.values()].filter((edge) => edge.dated && [...edge.pairs].some(joins)).map((edge) => edge.type);
}

/** Reads `measures`, `commodities` and `actors`: the narrowest that is given is where the walk starts, the others are conditions. */
function scopeOf(context: Context, site: Site): Scope {
  const near = (argument: "commodities" | "actors", of: string) => {
    if (!given(site, argument)) return null;
    const targets = context.model.possible.get(of) ?? [];
    const set = idSet(context, { targets } as EdgeField, textsOf(site, argument), { exactly: false, on: null, dated: false });
    return { set, types: typesBetween(context, targets).join("|") };
  };
  const measures = given(site, "measures") ? setOfMeasures(context, site) : null;
  const others = [near("commodities", "Commodity"), near("actors", "Actor")].filter((n) => n !== null);
  const [first] = others;
  const anchored = measures === null && first ? setOfActs(context, first.set.ids, first.types) : null;
  const rest = anchored === null ? others : others.slice(1);
  return {
    start: measures ? `${measures.own} + [a IN ${measures.joined} WHERE NOT a IN ${measures.own}]` : anchored,
    own: measures?.own ?? null,
    sets: [...(measures ? [measures.joined, measures.own] : []), ...(anchored ? [anchored] : []), ...rest.flatMap(({ set }) => set.names)],
    conditions: (act) =>
      rest.map(({ set, types }) => {
        const [relation, far] = [context.name("e"), context.name("f")];
        const conditions = [`${far}.id IN ${set.ids}`, ...edgeIsThere(knowledge(context), relation)];
        return `COUNT { MATCH (${act})-[${relation}:${types}]-(${far}) WHERE ${conditions.join(" AND ")} } > 0`;
      }),
  };
}

/** The acts joined to what a set names. */
function setOfActs(context: Context, ids: string, types: string): string {
  const name = context.name("s");
  const [id, far, relation, act] = [context.name("i"), context.name("f"), context.name("e"), context.name("n")];
  const conditions = edgeIsThere(knowledge(context), relation);
  const imports = ids.startsWith("$") ? "" : ids;
  context.sets.push({
    name,
    clause: `CALL (${imports}) { UNWIND ${ids} AS ${id} MATCH (${far}:Node {id: ${id}}) MATCH (${far})-[${relation}:${types}]-(${act}:Node)${where(conditions)} RETURN collect(DISTINCT ${act}.id) AS ${name} }`,
  });
  return name;
}

/** The measures given with their parts, and the acts joined to any of these. */
function setOfMeasures(context: Context, site: Site): { joined: string; own: string } {
  const ids = textsOf(site, "measures");
  const [name, own] = [context.name("s"), context.name("s")];
  const [id, whole, part, relation, act] = ["i", "n", "n", "e", "n"].map((letter) => context.name(letter));
  const types = typesBetween(context, context.model.possible.get("Act") ?? []).join("|");
  const conditions = edgeIsThere(knowledge(context), String(relation));
  context.sets.push({
    name: own,
    clause: `CALL () { UNWIND ${ids} AS ${id} MATCH (${whole}:Node {id: ${id}}) MATCH (${whole})<-[:PART_OF*0..${PARTS}]-(${part}:Measure) RETURN collect(DISTINCT ${part}.id) AS ${own} }`,
  });
  context.sets.push({
    name,
    clause: `CALL (${own}) { UNWIND ${own} AS ${id} MATCH (${part}:Node {id: ${id}}) MATCH (${part})-[${relation}:${types}]-(${act}:Node)${where(conditions)} RETURN collect(DISTINCT ${act}.id) AS ${name} }`,
  });
  return { joined: name, own };
}
