import { containing, lowest, overhang } from "../compile/cypher/dates.ts";
import { edgeName } from "../compile/page/order.ts";
import type { Context, Site } from "../compile/request/context.ts";
import { key, type RowField, type Rows } from "../compile/select/rows.ts";
import { edgeIsThere, lastStep, nodeIsThere } from "../compile/where/as-of.ts";
import { HISTORY_STEP } from "../model/index.ts";
import { given, textsOf } from "./arguments.ts";
import { datedTypes } from "./relationships.ts";
import { byListing, type StatusDay, statusDay, statusExpression } from "./status.ts";

/** The two days, as parameters, and what compares with them. */
interface Span {
  readonly from: string;
  readonly to: string;
  /** That a day certainly lies after `from`, and not after `to`. */
  readonly began: (day: string) => string;
  /** That a last day certainly lies not before `from`, and before `to`. */
  readonly ended: (day: string) => string;
  /** That a day, month or year lies between them or touches one of their years. */
  readonly near: (day: string) => string;
}

/** changes: what came, went and changed between two days, in the world or in what was published of it. */
export function changes(outer: Context, site: Site): Rows {
  const known = given(site, "known") ? site.parameter((args) => args.known as string) : outer.asOf.known;
  const context = outer.withAsOf({ valid: null, known });
  const { asOf } = context;
  const isValid = site.args.axis !== "RECORDED";
  const span = spanOf(site);
  const about = given(site, "about") ? textsOf(site, "about") : null;
  const kinds = given(site, "kinds") ? textsOf(site, "kinds") : null;
  const isWanted = (kind: string) => (kinds === null ? [] : [`'${kind}' IN ${kinds}`]);
  const letters = {
    node: "n",
    relation: "t",
    kind: "k",
    date: "d",
    field: "f",
    before: "v",
    after: "v",
    claims: "q",
    whole: "w",
    from: "i",
    to: "i",
  };
  const columns = Object.fromEntries(Object.entries(letters).map(([name, letter]) => [name, context.name(letter)])) as typeof letters;
  const returned = (values: Partial<typeof letters>) =>
    `RETURN ${Object.entries(columns)
      .map(([name, column]) => `${(values as Record<string, string>)[name] ?? "null"} AS ${column}`)
      .join(", ")}`;
  const start = (node: string, label: string) => {
    if (about === null) return `MATCH (${node}:${label})`;
    const id = context.name("i");
    return `UNWIND ${about} AS ${id} MATCH (${node}:Node {id: ${id}})`;
  };
  const ofType = (node: string, type: string) => (about === null ? [] : [`${node}:${type}`]);
  const branches: string[] = [];

  // Acts that are dated, or first spoken of, in the span.
  for (const type of context.model.possible.get("Act") ?? []) {
    const node = context.name("n");
    const day = `${node}.${isValid ? "date" : "recordedOn"}`;
    const conditions = [...isWanted("ADDED"), ...ofType(node, type), span.began(day), ...nodeIsThere(context, node, [type])];
    // Claims about the whole: no field has an empty name.
    branches.push(`${start(node, type)} WHERE ${conditions.join(" AND ")} ${returned({ node, kind: "'ADDED'", date: day, whole: "''" })}`);
  }

  // Edges that began, were first spoken of, or ended.
  const edge = (kind: string, dayOf: (relation: string) => string, isIn: (day: string) => string) => {
    const [from, to, relation] = [context.name("n"), context.name("n"), context.name("r")];
    const walk = `[${relation}:${datedTypes(context).join("|")}]`;
    const id = context.name("i");
    const match =
      about === null
        ? `MATCH (${from}:Node)-${walk}->(${to}:Node)`
        : `UNWIND ${about} AS ${id} MATCH (x:Node {id: ${id}}) MATCH (x)-${walk}-(y:Node) WITH DISTINCT ${relation}, startNode(${relation}) AS ${from}, endNode(${relation}) AS ${to}`;
    const day = dayOf(relation);
    const conditions = [...isWanted(kind), isIn(day), ...edgeIsThere(asOf, relation)];
    const values = {
      node: from,
      relation: edgeName(from, relation, to),
      kind: `'${kind}'`,
      date: day,
      claims: `${relation}.claims`,
      from: `${from}.id`,
      to: `${to}.id`,
    };
    branches.push(`${match} WHERE ${conditions.join(" AND ")} ${returned(values)}`);
  };
  edge("ADDED", (r) => `${r}.${isValid ? "since" : "recordedOn"}`, span.began);
  if (isValid) edge("ENDED", (r) => `${r}.until`, span.ended);

  // Fields whose value on the last day is another than on the first.
  branches.push(fieldBranch(context, { isValid, span, known, start, isWanted, returned }));
  if (isValid) branches.push(statusBranch(context, site, { span, known, start, isWanted, ofType, returned }));

  const { node, relation, kind, date, field, before, after, claims, whole, from, to } = columns;
  const value = (expression: string): RowField => ({ kind: "value", expression });
  return {
    type: "Change",
    match: `CALL () { ${branches.join(" UNION ALL ")} } WITH ${Object.values(columns).join(", ")}`,
    conditions: [],
    sets: [],
    bound: Object.values(columns) as [string, ...string[]],
    keys: [key(`${node}.id`), key(date), key(kind), key(`coalesce(${relation}, ${field}, '')`)],
    fields: {
      node: { kind: "node", name: node, type: "Node" },
      kind: value(kind),
      date: value(date),
      relationship: { kind: "relationship", from, to, name: relation },
      field: value(field),
      before: value(before),
      after: value(after),
      claims: { kind: "claims", ids: claims, about: { node, field: whole } },
    },
  };
}

function spanOf(site: Site): Span {
  const from = site.parameter((args) => args.from as string);
  const to = site.parameter((args) => args.to as string);
  const lowestFrom = site.parameter((args) => lowest(args.from as string));
  const after = site.parameter((args) => overhang(args.to as string));
  const year = site.parameter((args) => (args.from as string).slice(0, 4));
  const around = site.parameter((args) => containing(args.to as string));
  return {
    from,
    to,
    began: (day) => `${day} > ${from} AND ${day} <= ${to} AND NOT ${day} IN ${after}`,
    near: (day) => `${day} >= ${year} AND ${day} <= ${to}`,
    ended: (day) => `${day} >= ${lowestFrom} AND ${day} < ${to} AND NOT ${day} IN ${around}`,
  };
}

/** What the branches share. */
interface Parts {
  readonly span: Span;
  readonly known: string | null;
  readonly start: (node: string, label: string) => string;
  readonly isWanted: (kind: string) => string[];
  readonly returned: (values: Readonly<Record<string, string>>) => string;
}

/** Nodes keep the history of fields that claims gave several values. */
function fieldBranch(context: Context, { isValid, span, known, start, isWanted, returned }: Parts & { readonly isValid: boolean }): string {
  const [node, field, before, after, day, claim, edge, claims] = ["n", "f", "v", "v", "d", "n", "e", "q"].map((l) => context.name(l));
  const value = (on: string) =>
    isValid ? lastStep(String(node), String(field), on, known) : lastStep(String(node), String(field), null, on);
  const column = isValid ? 1 : 2;
  const steps = `[h IN ${node}.history WHERE split(h, '${HISTORY_STEP}')[0] = ${field} AND split(h, '${HISTORY_STEP}')[${column}] <= ${span.to}${known === null ? "" : ` AND split(h, '${HISTORY_STEP}')[2] <= ${known}`} | split(h, '${HISTORY_STEP}')[${column}]][-1]`;
  return [
    `${start(String(node), "Node")} WHERE ${[...isWanted("CHANGED"), `${node}.history IS NOT NULL`].join(" AND ")}`,
    `UNWIND [h IN ${node}.history | split(h, '${HISTORY_STEP}')[0]] AS ${field} WITH DISTINCT ${node}, ${field}`,
    `WITH ${node}, ${field}, ${value(span.from)} AS ${before}, ${value(span.to)} AS ${after}, ${steps} AS ${day}`,
    `WHERE ${field} <> 'date' AND ${span.began(String(day))} AND ${before} <> ${after}`,
    `CALL (${node}, ${field}, ${after}) { MATCH (${node})<-[${edge}:ABOUT]-(${claim}:Claim) WHERE ${edge}.field = ${field} AND ${edge}.value = ${after} RETURN collect(DISTINCT ${claim}.id) AS ${claims} }`,
    returned({
      node: String(node),
      kind: "'CHANGED'",
      date: String(day),
      field: String(field),
      before: String(before),
      after: String(after),
      claims: String(claims),
    }),
  ].join(" ");
}

/** The relationship types by which an act decides a measure's status. */
const REACHING = "ENDS|REPLACES|SUSPENDS|EXTENDS";

/** Measures with another status than before: looked for among those that a date in the span can have changed. */
function statusBranch(
  context: Context,
  site: Site,
  { span, known, start, isWanted, ofType, returned }: Parts & { readonly ofType: (node: string, type: string) => string[] },
): string {
  const [node, relation, other, before, after] = ["n", "r", "w", "v", "v"].map((l) => context.name(l)) as [
    string,
    string,
    string,
    string,
    string,
  ];
  // Both days go through one expression, which is long: its planning costs Neo4j more than its running.
  const [first, last] = [statusDay(context, site, "from"), statusDay(context, site, "to")];
  const [at, statuses] = [context.name("d"), context.name("v")];
  const days = [first, last].map((d) => `[${[d.day, d.from, d.beginning, d.ending].join(", ")}]`).join(", ");
  const day: StatusDay = { day: `${at}[0]`, from: `${at}[1]`, beginning: `${at}[2]`, ending: `${at}[3]`, known };
  const { clause, reached: edges } = byListing(context, node, day);
  const since = `coalesce(${relation}.since, ${other}.date)`;
  const touched = `COUNT { MATCH (${node})<-[${relation}:${REACHING}]-(${other}) WHERE (${span.near(since)}) OR (${span.near(`${relation}.until`)}) } > 0`;
  // What says so: the claims of what reached it in the span, or where its own dates did it, those about the measure.
  const [id, claims] = [context.name("i"), context.name("q")];
  const reached = [`((${span.began(since)}) OR (${span.ended(`${relation}.until`)}))`, ...edgeIsThere({ valid: null, known }, relation)];
  const own = [...["announcedOn", "inForceFrom", "inForceUntil"].map((date) => `(${span.near(`${node}.${date}`)})`), touched];
  return [
    `${start(node, "Measure")} WHERE ${[...isWanted("CHANGED"), ...ofType(node, "Measure"), ...nodeIsThere(context, node, ["Measure"]), `(${own.join(" OR ")})`].join(" AND ")}`,
    clause,
    `WITH ${node}, [${at} IN [${days}] | ${statusExpression(context, node, day, edges)}] AS ${statuses}`,
    `WITH ${node}, ${statuses}[0] AS ${before}, ${statuses}[1] AS ${after}`,
    `WHERE ${before} <> ${after} AND ${before} <> 'NOT_YET_ANNOUNCED'`,
    `CALL (${node}) { MATCH (${node})<-[${relation}:${REACHING}]-(${other}) WHERE ${reached.join(" AND ")} UNWIND ${relation}.claims AS ${id} RETURN collect(DISTINCT ${id}) AS ${claims} }`,
    returned({
      node,
      kind: "'CHANGED'",
      date: span.to,
      field: "'statusOn'",
      before,
      after,
      claims,
      whole: `CASE WHEN size(${claims}) = 0 THEN 'statusOn' END`,
    }),
  ].join(" ");
}
