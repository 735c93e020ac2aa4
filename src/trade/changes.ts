import {
  anyOf,
  asKnown,
  bind,
  byUntil,
  type Context,
  call,
  cypher,
  EMPTY,
  edgeIsThere,
  edgeName,
  type Fragment,
  type IdSet,
  isAnyOf,
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
} from "../compile/index.ts";
import { THERE_FROM } from "../model/index.ts";
import { KINDS, type Kind, mayHaveChanged, type Span, spanOf } from "./changed-nodes.ts";
import { changedValues } from "./changed-values.ts";
import { datedTypes } from "./edges.ts";
import { idsOf } from "./relationships.ts";
import { decideInCypher, EFFECTS, eachFacts, effectSince, FACTS, isKnown, ownDates, TURNS } from "./status/index.ts";

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
  /** The node that each branch is asked of, where the graph is walked node by node; null where the nodes asked about are looked at. */
  readonly walked: Name | null;
  /** Whether changes of a kind were asked for: what was not is not written, since even a condition that never holds is planned. */
  readonly isWanted: (kind: Kind) => boolean;
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
  const wanted = new Set(KINDS.filter((kind) => site.decide((given) => !given.has("kinds") || given.texts("kinds").includes(kind))));
  const isWanted = (kind: Kind) => wanted.has(kind);
  const columns = columnsOf(context);
  const { node, relation, kind, date, field, before, after, claims, whole, from, to } = columns;
  const bound = [node, relation, kind, date, field, before, after, claims, whole, from, to] as const;
  const walked = about === null ? node : null;
  const found = bound.filter((name) => name !== walked);
  const parts: Parts = {
    context,
    site,
    span,
    isValid,
    known,
    about,
    walked,
    isWanted,
    returned: (row) => {
      const returned = COLUMNS.filter((column) => columns[column] !== walked).map(
        (column) => cypher`${row[column] ?? cypher`null`} AS ${bind(columns[column])}`,
      );
      return cypher`RETURN ${join(returned, ", ")}`;
    },
  };
  // Edges of which only the beginning was published end on no day of their own there.
  const isOfEdges = isWanted("ADDED") || (isValid && isWanted("ENDED"));
  const branches = [
    ...(isWanted("ADDED") ? [addedActs(parts)] : []),
    ...(isOfEdges ? [changedEdges(parts)] : []),
    ...(isWanted("CHANGED") ? [changedFields(parts), isValid ? changedStatuses(parts) : changedValues(parts, parts.returned)] : []),
  ];
  const rows = cypher`${call(join(branches.length > 0 ? branches : [nothing(parts)], " UNION ALL "), found)} WITH ${join(bound, ", ")}`;
  const start = walked === null ? EMPTY : mayHaveChanged(context, walked, { span, isValid, isWanted });
  return {
    type: "Change",
    match: join([start, rows]),
    ...(walked === null ? {} : { walk: { start, node: walked, conditions: [], rows } }),
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

/** The name of the node that a branch looks at, and clauses that bind it: the one that is walked, or those asked about. */
function startOf({ context, about, walked }: Parts): { readonly node: Name; readonly start: Fragment } {
  if (walked !== null) return { node: walked, start: cypher`WITH ${walked}` };
  const node = context.name("node");
  return { node, start: matchByIds(node, context.name("id"), about ?? EMPTY) };
}

/** No row at all: where no kind of change was asked for that the axis has. */
function nothing(parts: Parts): Fragment {
  const { node, start } = startOf(parts);
  return cypher`${start} WHERE false ${parts.returned({ node })}`;
}

/** Acts that are there, or first spoken of, in the span. */
function addedActs(parts: Parts): Fragment {
  const { context, span } = parts;
  const { node, start } = startOf(parts);
  const types = context.model.possible.get("Act") ?? [];
  const day = dayOfAct(parts, node);
  const conditions = [isAnyOf(node, types), span.began(day), ...nodeIsThere(context, node, types)];
  // Claims about the whole: no field has an empty name.
  const row = parts.returned({ node, kind: quoted("ADDED"), date: day, whole: quoted("") });
  return cypher`${start}${where(conditions)} ${row}`;
}

/** The day from which an act is there, as it was known, or on which it was first spoken of. */
function dayOfAct({ context, isValid, known }: Parts, act: Name): Fragment {
  const begins = context.model.properties.get("Act")?.get(THERE_FROM);
  return isValid && begins ? propertyAsOf({ valid: null, known }, begins, act) : stored(act, "recordedOn");
}

/** Edges that began, were first spoken of, or ended: one walk finds them, and what began and ended in the span is two rows. */
function changedEdges(parts: Parts): Fragment {
  const { context, about, isValid, isWanted, span } = parts;
  const [to, edge] = [context.name("node"), context.name("edge")];
  const from = parts.walked ?? context.name("node");
  const walk = cypher`[${bind(edge)}:${anyOf(datedTypes(context))}]`;
  const id = context.name("id");
  const ends = cypher`WITH DISTINCT ${edge}, startNode(${edge}) AS ${bind(from)}, endNode(${edge}) AS ${bind(to)}`;
  const match =
    about === null
      ? cypher`MATCH (${from})-${walk}->(${bind(to)}:Node)`
      : cypher`UNWIND ${about} AS ${bind(id)} MATCH (x:Node {id: ${id}}) MATCH (x)-${walk}-(y:Node) ${ends}`;
  const begins = stored(edge, isValid ? "since" : "recordedOn");
  const began = { kind: "ADDED", date: begins, condition: cypher`(${span.began(begins)})` } as const;
  const ended = { kind: "ENDED", date: untilOf(edge, parts.known), condition: byUntil(edge, parts.known, span.ended) } as const;
  const moments = [began, ...(isValid ? [ended] : [])].filter(({ kind }) => isWanted(kind));
  const isChanged = moments.map(({ condition }) => condition);
  const areThere = [from, to].flatMap((end) => nodeIsThere(context, end, [...context.model.nodes.keys()]));
  const found = cypher`${match}${where([cypher`(${join(isChanged, " OR ")})`, ...edgeIsThere(context.asOf, edge), ...areThere])}`;
  const said = {
    node: from,
    relation: edgeName(from, edge, to),
    claims: stored(edge, "claims"),
    from: stored(from, "id"),
    to: stored(to, "id"),
  };
  const [only, ...more] = moments;
  if (only && more.length === 0) return cypher`${found} ${parts.returned({ ...said, kind: quoted(only.kind), date: only.date })}`;
  const moment = context.name("moment");
  const rows = moments.map(({ kind, date, condition }) => cypher`CASE WHEN ${condition} THEN [${quoted(kind)}, ${date}] END`);
  const each = cypher`UNWIND [${join(rows, ", ")}] AS ${bind(moment)} WITH ${from}, ${to}, ${edge}, ${moment} WHERE ${moment} IS NOT NULL`;
  return cypher`${found} ${each} ${parts.returned({ ...said, kind: cypher`${moment}[0]`, date: cypher`${moment}[1]` })}`;
}

/** Fields whose value on the last day is another than on the first: nodes keep the history of fields that claims gave several values. */
function changedFields(parts: Parts): Fragment {
  const { context, isValid, span, known } = parts;
  const { node, start } = startOf(parts);
  const field = context.name("field");
  const [before, after, day] = [context.name("value"), context.name("value"), context.name("day")];
  const [claim, through, claims] = [context.name("node"), context.name("through"), context.name("claims")];
  const ofField = cypher`${stepPart("field")} = ${field}`;
  const valueOn = (on: Parameter) => (isValid ? lastStepKnown(node, ofField, on, known) : lastStepKnown(node, ofField, null, on, known));
  const says = cypher`${through}.field = ${field} AND ${through}.value = ${after}`;
  const sayings = cypher`MATCH (${node})<-[${bind(through)}:ABOUT]-(${bind(claim)}:Claim) WHERE ${says} RETURN collect(DISTINCT ${claim}.id) AS ${bind(claims)}`;
  const types = [...context.model.nodes.keys()];
  // What nobody had spoken of on the first day had no value then.
  const wasKnown = isValid ? [] : nodeIsThere(context.withAsOf({ valid: null, known: span.from }), node, types);
  const there = [...nodeIsThere(context, node, types), ...wasKnown];
  return join([
    cypher`${start}${where([cypher`${historyOf(parts, node)} IS NOT NULL`, ...there])}`,
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
  const { context, span, known } = parts;
  const { node, start } = startOf(parts);
  const [effect, act, at] = [context.name("edge"), context.name("act"), context.name("day")];
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
  const conditions = [labelled(node, "Measure"), ...nodeIsThere(context, node, ["Measure"]), mayChange];
  const { clauses, status } = decideInCypher(context, at, [node, at]);
  // No status changes but on a day of its own or of an effect. A package is decided by rows that belong together.
  const isNear = cypher`${node}.kind = 'PACKAGE' OR any(d IN ${TURNS} WHERE d >= ${span.from} AND d <= ${span.to})`;
  const statusAt = (day: Parameter) => cypher`[x IN ${statuses} WHERE x[0] = ${day} | x[1]][0]`;
  return join([
    cypher`${start}${where(conditions)}`,
    eachFacts(context, node, known),
    cypher`WITH ${node}, ${FACTS} WHERE ${isNear}`,
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
