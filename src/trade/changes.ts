import {
  anyOf,
  asKnown,
  bind,
  byUntil,
  type Context,
  call,
  containing,
  cypher,
  edgeIsThere,
  edgeName,
  type Fragment,
  type IdSet,
  inOrderOfDays,
  join,
  key,
  labelled,
  lastStepKnown,
  matchByIds,
  type Name,
  nodeIsThere,
  type Parameter,
  propertyAsOf,
  quoted,
  type Rows,
  type Selected,
  type Site,
  stepPart,
  stepsKnown,
  stored,
  untilOf,
  value,
  where,
  word,
} from "../compile/index.ts";
import { THERE_FROM } from "../model/index.ts";
import { changedValues } from "./changed-values.ts";
import { datedTypes, idsOf } from "./relationships.ts";
import { decideInCypher, EFFECTS, eachFacts, effectSince, isKnown, ownDates } from "./status/index.ts";

/**
 * The two days, and what compares with them. What changed is what differs between the graphs as of both, so that each change falls into one of two
 * adjoining spans: a month or year counts as begun from its first day on, and as over after its last (`mayHold`).
 */
interface Span {
  readonly from: Parameter;
  readonly to: Parameter;
  /** That what begins on a day may have begun by `to`, and not by `from`. */
  readonly began: (day: Fragment) => Fragment;
  /** That what has a last day may hold on `from`, and no longer on `to`. */
  readonly ended: (day: Fragment) => Fragment;
  /** That a day, month or year may lie between them, as a first or a last day. */
  readonly near: (day: Fragment) => Fragment;
}

/** The columns of a row, in the order in which every branch returns them; `whole` is the field that claims about the node must not speak of. */
const COLUMNS = ["node", "relation", "kind", "date", "field", "before", "after", "claims", "whole", "from", "to"] as const;

type Columns = Readonly<Record<(typeof COLUMNS)[number], Name>>;

/** A row; what a branch does not say is null. */
type Row = Readonly<Partial<Record<keyof Columns, Fragment>>>;

/** What all branches share. */
interface Parts {
  readonly context: Context;
  readonly site: Site;
  readonly span: Span;
  /** Whether the world is looked at, and not what was published of it. */
  readonly isValid: boolean;
  readonly known: Parameter | null;
  readonly about: IdSet["ids"] | null;
  /** That changes of a kind were asked for; nothing where all were. */
  readonly isWanted: (kind: string) => Fragment[];
  readonly returned: (row: Row) => Fragment;
}

/** changes: what came, went and changed between two days, in the world or in what was published of it. */
export function changes({ context: outer }: Selected, site: Site): Rows {
  const { args } = site;
  const known = args.has("known") ? site.text("known") : outer.asOf.known;
  // Which changes are listed is said by the days asked for; what stands below a row is as of the valid day, and as known on the day that counts.
  const context = outer.withAsOf({ valid: null, known });
  const isValid = args.text("axis") !== "RECORDED";
  const span = spanOf(site);
  const about = args.has("about") ? idsOf(context, site, "about", () => [...context.model.nodes.keys()]) : null;
  const kinds = args.has("kinds") ? site.distinct("kinds") : null;
  const columns = columnsOf(context);
  const parts: Parts = {
    context,
    site,
    span,
    isValid,
    known,
    about,
    isWanted: (kind) => (kinds === null ? [] : [cypher`${quoted(kind)} IN ${kinds}`]),
    returned: (row) => {
      const returned = COLUMNS.map((column) => cypher`${row[column] ?? cypher`null`} AS ${bind(columns[column])}`);
      return cypher`RETURN ${join(returned, ", ")}`;
    },
  };
  const branches = [
    ...(context.model.possible.get("Act") ?? []).map((type) => addedActs(parts, type)),
    changedEdges(parts),
    changedFields(parts),
    isValid ? changedStatuses(parts) : changedValues({ ...parts, isWanted: parts.isWanted("CHANGED") }, parts.returned),
  ];
  const { node, relation, kind, date, field, before, after, claims, whole, from, to } = columns;
  const bound = [node, relation, kind, date, field, before, after, claims, whole, from, to] as const;
  return {
    type: "Change",
    match: cypher`${call(join(branches, " UNION ALL "), bound)} WITH ${join(bound, ", ")}`,
    conditions: [],
    bound,
    asOf: { valid: outer.asOf.valid, known },
    keys: [
      key(stored(node, "id")),
      key(date),
      key(kind),
      key(cypher`coalesce(${relation}, ${field}, '')`),
      ...(isValid ? [] : [key(cypher`coalesce(${field}, '')`)]),
    ],
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

function columnsOf(context: Context): Columns {
  return {
    node: context.name("node"),
    relation: context.name("tie"),
    kind: context.name("kind"),
    date: context.name("day"),
    field: context.name("field"),
    before: context.name("value"),
    after: context.name("value"),
    claims: context.name("claims"),
    whole: context.name("act"),
    from: context.name("id"),
    to: context.name("id"),
  };
}

function spanOf(site: Site): Span {
  const from = site.parameter((args) => inOrderOfDays(args).text("from"));
  const to = site.text("to");
  const [aroundFrom, aroundTo] = [
    site.parameter((args) => containing(args.text("from"))),
    site.parameter((args) => containing(args.text("to"))),
  ];
  return {
    from,
    to,
    began: (day) => cypher`${day} > ${from} AND ${day} <= ${to}`,
    near: (day) => cypher`${day} <= ${to} AND (${day} >= ${from} OR ${day} IN ${aroundFrom})`,
    ended: (day) => cypher`${day} < ${to} AND (${day} >= ${from} OR ${day} IN ${aroundFrom}) AND NOT ${day} IN ${aroundTo}`,
  };
}

/** Binds the nodes of a label: those asked about, where some are. */
function start({ context, about }: Parts, node: Name, label: string): Fragment {
  if (about === null) return cypher`MATCH (${bind(node)}:${word(label)})`;
  return matchByIds(node, context.name("id"), about);
}

/** That a node bound by `start` has the label, where ids alone do not say so. */
function hasLabel({ about }: Parts, node: Name, label: string): Fragment[] {
  return about === null ? [] : [labelled(node, label)];
}

/** Acts of a type that are there, or first spoken of, in the span. */
function addedActs(parts: Parts, type: string): Fragment {
  const { context, isValid, isWanted, known, span } = parts;
  const node = context.name("node");
  const begins = context.model.properties.get(type)?.get(THERE_FROM);
  const day = isValid && begins ? propertyAsOf({ valid: null, known }, begins, node) : stored(node, "recordedOn");
  const conditions = [...isWanted("ADDED"), ...hasLabel(parts, node, type), span.began(day), ...nodeIsThere(context, node, [type])];
  // Claims about the whole: no field has an empty name.
  const row = parts.returned({ node, kind: quoted("ADDED"), date: day, whole: quoted("") });
  return cypher`${start(parts, node, type)}${where(conditions)} ${row}`;
}

/** Edges that began, were first spoken of, or ended: one walk finds them, and what began and ended in the span is two rows. */
function changedEdges(parts: Parts): Fragment {
  const { context, about, isValid, isWanted, span } = parts;
  const [from, to, edge] = [context.name("node"), context.name("node"), context.name("edge")];
  const walk = cypher`[${bind(edge)}:${anyOf(datedTypes(context))}]`;
  const id = context.name("id");
  const ends = cypher`WITH DISTINCT ${edge}, startNode(${edge}) AS ${bind(from)}, endNode(${edge}) AS ${bind(to)}`;
  const match =
    about === null
      ? cypher`MATCH (${bind(from)}:Node)-${walk}->(${bind(to)}:Node)`
      : cypher`UNWIND ${about} AS ${bind(id)} MATCH (x:Node {id: ${id}}) MATCH (x)-${walk}-(y:Node) ${ends}`;
  const begins = stored(edge, isValid ? "since" : "recordedOn");
  const [began, ended] = [
    [...isWanted("ADDED"), span.began(begins)],
    [...isWanted("ENDED"), byUntil(edge, parts.known, span.ended)],
  ];
  const isChanged = isValid ? [cypher`(${join(began, " AND ")} OR ${join(ended, " AND ")})`] : began;
  const areThere = [from, to].flatMap((end) => nodeIsThere(context, end, [...context.model.nodes.keys()]));
  const found = cypher`${match}${where([...isChanged, ...edgeIsThere(context.asOf, edge), ...areThere])}`;
  const said = {
    node: from,
    relation: edgeName(from, edge, to),
    claims: stored(edge, "claims"),
    from: stored(from, "id"),
    to: stored(to, "id"),
  };
  if (!isValid) return cypher`${found} ${parts.returned({ ...said, kind: quoted("ADDED"), date: begins })}`;
  const moment = context.name("moment");
  const row = (kind: string, date: Fragment, conditions: readonly Fragment[]) =>
    cypher`CASE WHEN ${join(conditions, " AND ")} THEN [${quoted(kind)}, ${date}] END`;
  const rows = cypher`[${row("ADDED", begins, began)}, ${row("ENDED", untilOf(edge, parts.known), ended)}]`;
  const each = cypher`UNWIND ${rows} AS ${bind(moment)} WITH ${from}, ${to}, ${edge}, ${moment} WHERE ${moment} IS NOT NULL`;
  return cypher`${found} ${each} ${parts.returned({ ...said, kind: cypher`${moment}[0]`, date: cypher`${moment}[1]` })}`;
}

/** Fields whose value on the last day is another than on the first: nodes keep the history of fields that claims gave several values. */
function changedFields(parts: Parts): Fragment {
  const { context, isValid, span, known, isWanted } = parts;
  const [node, field] = [context.name("node"), context.name("field")];
  const [before, after, day] = [context.name("value"), context.name("value"), context.name("day")];
  const [claim, through, claims] = [context.name("node"), context.name("through"), context.name("claims")];
  const valueOn = (on: Parameter) => (isValid ? lastStepKnown(node, field, on, known) : lastStepKnown(node, field, null, on, known));
  const says = cypher`${through}.field = ${field} AND ${through}.value = ${after}`;
  const sayings = cypher`MATCH (${node})<-[${bind(through)}:ABOUT]-(${bind(claim)}:Claim) WHERE ${says} RETURN collect(DISTINCT ${claim}.id) AS ${bind(claims)}`;
  const types = [...context.model.nodes.keys()];
  // What nobody had spoken of on the first day had no value then.
  const wasKnown = isValid ? [] : nodeIsThere(context.withAsOf({ valid: null, known: span.from }), node, types);
  const there = [...nodeIsThere(context, node, types), ...wasKnown];
  return join([
    cypher`${start(parts, node, "Node")}${where([...isWanted("CHANGED"), cypher`${historyOf(parts, node)} IS NOT NULL`, ...there])}`,
    cypher`UNWIND [h IN ${historyOf(parts, node)} | ${stepPart("field")}] AS ${bind(field)} WITH DISTINCT ${node}, ${field}`,
    cypher`WITH ${node}, ${field}, ${valueOn(span.from)} AS ${bind(before)}, ${valueOn(span.to)} AS ${bind(after)}`,
    cypher`WHERE NOT ${field} IN ['date', ${quoted(THERE_FROM)}] AND ${before} <> ${after}`,
    cypher`WITH ${node}, ${field}, ${before}, ${after}, ${changedOn(parts, node, field, after)} AS ${bind(day)}`,
    call(sayings, [claims]),
    parts.returned({ node, kind: quoted("CHANGED"), date: day, field, before, after, claims }),
  ]);
}

/** The days by which a step of a history must be known to count on the last day. */
function knownBy({ isValid, span, known }: Parts): Fragment[] {
  return [...(isValid ? [] : [span.to]), ...(known === null ? [] : [known])];
}

/** The history of a node that is compared: as it was known, where a day says what was. */
function historyOf(parts: Parts, node: Name): Fragment {
  return knownBy(parts).length > 0 ? asKnown(node) : stored(node, "history");
}

/** The day since which a field has the value that it has on the last day: that of the first of the last steps that all say so. */
function changedOn(parts: Parts, node: Name, field: Name, after: Name): Fragment {
  const { isValid, span } = parts;
  const on = stepPart(isValid ? "since" : "recordedOn");
  const began = isValid ? [cypher`${on} <= ${span.to}`] : [];
  const steps = join([cypher`${stepPart("field")} = ${field}`, ...began, ...stepsKnown(knownBy(parts))], " AND ");
  const first = cypher`CASE WHEN ${stepPart("value")} <> ${after} THEN '' WHEN first = '' THEN ${on} ELSE first END`;
  return cypher`reduce(first = '', h IN [h IN ${historyOf(parts, node)} WHERE ${steps}] | ${first})`;
}

/** Measures with another status than before: looked for among those that a date in the span can have changed. */
function changedStatuses(parts: Parts): Fragment {
  const { context, span, known, isWanted } = parts;
  const [node, effect, act, at] = [context.name("node"), context.name("edge"), context.name("act"), context.name("day")];
  const [before, after, statuses] = [context.name("value"), context.name("value"), context.name("list")];
  const since = effectSince(context, effect, act, known);
  const reaching = cypher`MATCH (${node})<-[${bind(effect)}:${anyOf(EFFECTS)}]-(${bind(act)})`;
  // What says so: the claims of what reached it in the span, or where its own dates did it, those about the measure.
  const [id, claims] = [context.name("id"), context.name("claims")];
  const reached = [
    cypher`((${span.began(since)}) OR (${byUntil(effect, known, span.ended)}))`,
    ...isKnown(context, { effect, act }, known),
  ];
  const saying = cypher`${reaching}${where(reached)} UNWIND ${effect}.claims AS ${bind(id)} RETURN collect(DISTINCT ${id}) AS ${bind(claims)}`;
  // What acts reach is looked at whenever that was: what became of those acts decides too. So are packages, which follow their parts.
  const isOwn = cypher`any(d IN ${ownDates(context, node, known)} WHERE ${span.near(cypher`d`)})`;
  const isReached = cypher`COUNT { MATCH (${node})<-[:${anyOf(EFFECTS)}]-() } > 0`;
  const mayChange = cypher`(${join([isOwn, cypher`${node}.kind = 'PACKAGE'`, isReached], " OR ")})`;
  const conditions = [...isWanted("CHANGED"), ...hasLabel(parts, node, "Measure"), ...nodeIsThere(context, node, ["Measure"]), mayChange];
  const facts = context.name("list");
  const { clauses, status } = decideInCypher(context, facts, at, [node, at]);
  // No status changes but on a day of its own or of an effect. A package is decided by rows that belong together.
  const dates = cypher`[${facts}[2], ${facts}[3], ${facts}[4]]`;
  const all = cypher`reduce(l = ${dates}, x IN ${facts}[5] | l + [x[3], x[4], x[5]])`;
  const isNear = cypher`${node}.kind = 'PACKAGE' OR any(d IN ${all} WHERE ${span.near(cypher`d`)})`;
  const statusAt = (day: Parameter) => cypher`[x IN ${statuses} WHERE x[0] = ${day} | x[1]][0]`;
  return join([
    cypher`${start(parts, node, "Measure")}${where(conditions)}`,
    eachFacts(context, node, facts, known),
    cypher`WITH ${node}, ${facts} WHERE ${isNear}`,
    cypher`UNWIND [${span.from}, ${span.to}] AS ${bind(at)} ${clauses} WITH ${node}, collect([${at}, ${status}]) AS ${bind(statuses)}`,
    cypher`WITH ${node}, ${statusAt(span.from)} AS ${bind(before)}, ${statusAt(span.to)} AS ${bind(after)}`,
    cypher`WHERE ${before} <> ${after} AND ${before} <> 'NOT_YET_ANNOUNCED'`,
    call(saying, [claims]),
    parts.returned({
      node,
      kind: quoted("CHANGED"),
      date: span.to,
      field: quoted("statusOn"),
      before,
      after,
      claims,
      whole: cypher`CASE WHEN size(${claims}) = 0 THEN 'statusOn' END`,
    }),
  ]);
}
