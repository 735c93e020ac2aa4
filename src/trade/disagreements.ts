import {
  bind,
  type Context,
  call,
  cypher,
  EMPTY,
  type Fragment,
  join,
  key,
  matchByIds,
  type Name,
  nodeIsThere,
  type Parameter,
  quoted,
  type RowFields,
  type Rows,
  type Selected,
  type Site,
  stored,
  value,
  where,
} from "../compile/index.ts";
import { HISTORY_STEP, requestError } from "../model/index.ts";

/** The columns of a row: the thing, a field of it, and both sides: a claim's id and day, and what it says. */
const COLUMNS = ["about", "field", "one", "oneOn", "oneValue", "other", "otherOn", "otherValue"] as const;

type Columns = Readonly<Record<(typeof COLUMNS)[number], Name>>;

/** A row; what a branch does not say is null. The field is empty where a row is about the whole: no field has an empty name. */
type Row = Readonly<Partial<Record<keyof Columns, Fragment>>>;

/** What the branches are given. */
interface Parts {
  readonly context: Context;
  readonly ids: Parameter | null;
  /** The fields of which two different values can't both be right. */
  readonly contested: Parameter;
  /** That two values of a field can both be right: the same, one number written in two ways, a date and a more exact one. */
  readonly agree: (field: Fragment, one: Fragment, other: Fragment) => Fragment;
  /** That claims were published by the known day. */
  readonly areKnown: (...claims: readonly Name[]) => Fragment[];
  readonly returned: (row: Row) => Fragment;
}

/** The names of a branch: what is claimed about, both claims, and how each is about it. */
interface Pair {
  readonly about: Name;
  readonly one: Name;
  readonly other: Name;
  readonly oneThrough: Name;
  readonly otherThrough: Name;
}

/**
 * disagreements: what two sides say of one thing and one field that can't both be right. Claims that contradict each other in so many words, claims
 * that give the field different values, and a claim that gives another value than the record does. One row for each thing, field and pair.
 * For a field that changes as things go on (@latest), claims of different days give different values, which is no disagreement.
 */
export function disagreements({ context }: Selected, site: Site): Rows {
  const { args } = site;
  const columns = columnsOf(context);
  const parts = partsOf(context, site, columns);
  // What is said in so many words and by values too stands once: both branches give the same row.
  const branches = join([inWords(parts), byValue(parts), againstRecord(parts)], " UNION ");
  const { about, field, one, oneOn, oneValue, other, otherOn, otherValue } = columns;
  const bound = [about, field, one, oneOn, oneValue, other, otherOn, otherValue] as const;
  const position = (claim: Name, on: Name, said: Name): { by: Fragment[]; fields: RowFields } => ({
    by: [on, claim],
    fields: { value: value(said), claim: { kind: "reference", id: claim, type: "Claim" } },
  });
  return {
    type: "Disagreement",
    match: cypher`${call(branches, bound)} WITH ${join(bound, ", ")}`,
    conditions: [
      ...(args.has("fields") ? [cypher`${field} IN ${site.parameter((given) => fieldsOf(context, given.distinct("fields")))}`] : []),
      ...nodeIsThere(context, about, context.model.possible.get("Subject") ?? []),
    ],
    bound,
    keys: [key(stored(about, "id")), key(field), key(one), key(cypher`coalesce(${other}, '~')`)],
    fields: {
      about: { kind: "node", name: about, type: "Subject" },
      field: value(cypher`CASE WHEN ${field} <> '' THEN ${field} END`),
      positions: { kind: "rows", type: "Position", members: [position(one, oneOn, oneValue), position(other, otherOn, otherValue)] },
    },
  };
}

function columnsOf(context: Context): Columns {
  return {
    about: context.name("node"),
    field: context.name("field"),
    one: context.name("id"),
    oneOn: context.name("day"),
    oneValue: context.name("value"),
    other: context.name("id"),
    otherOn: context.name("day"),
    otherValue: context.name("value"),
  };
}

function partsOf(context: Context, site: Site, columns: Columns): Parts {
  const ofType = (types: readonly string[]) => site.parameter(() => contestedFields(context, types));
  const [numbers, dates] = [ofType(["Float", "Int"]), ofType(["PartialDate"])];
  return {
    context,
    ids: site.args.has("about") ? site.distinct("about") : null,
    contested: site.parameter(() => contestedFields(context, null)),
    agree: (field, one, other) => {
      const sameNumber = cypher`(${field} IN ${numbers} AND toFloat(${one}) = toFloat(${other}))`;
      const sameTime = cypher`(${field} IN ${dates} AND (${one} STARTS WITH ${other} OR ${other} STARTS WITH ${one}))`;
      return cypher`(${one} = ${other} OR ${sameNumber} OR ${sameTime})`;
    },
    areKnown: (...claims) => claims.flatMap((claim) => nodeIsThere(context, claim, ["Claim"])),
    returned: (row) => {
      const returned = COLUMNS.map((column) => cypher`${row[column] ?? cypher`null`} AS ${bind(columns[column])}`);
      return cypher`RETURN ${join(returned, ", ")}`;
    },
  };
}

function pairOf(context: Context): Pair {
  return {
    about: context.name("node"),
    one: context.name("node"),
    other: context.name("node"),
    oneThrough: context.name("through"),
    otherThrough: context.name("through"),
  };
}

/** Binds both claims of a row, the one whose id comes first as `one`. */
function sides({ one, other }: Pair): Row {
  return { one: stored(one, "id"), oneOn: stored(one, "recordedOn"), other: stored(other, "id"), otherOn: stored(other, "recordedOn") };
}

/** Claims that contradict each other in so many words, and both speak of a thing: of each field that both name, else of the whole. */
function inWords({ context, ids, areKnown, returned }: Parts): Fragment {
  const pair = pairOf(context);
  const { about, one, other, oneThrough, otherThrough } = pair;
  const [shared, field] = [context.name("list"), context.name("field")];
  const apart = where([cypher`${one}.id < ${other}.id`, ...areKnown(one, other)]);
  const start =
    ids === null
      ? cypher`MATCH (${bind(one)}:Claim)-[:CONTRADICTS]-(${bind(other)}:Claim)${apart} MATCH (${one})-[${bind(oneThrough)}:ABOUT]->(${bind(about)}:Node) MATCH (${about})<-[${bind(otherThrough)}:ABOUT]-(${other})`
      : cypher`${matchByIds(about, context.name("id"), ids)} MATCH (${about})<-[${bind(oneThrough)}:ABOUT]-(${bind(one)}:Claim) MATCH (${one})-[:CONTRADICTS]-(${bind(other)}:Claim)${apart} MATCH (${about})<-[${bind(otherThrough)}:ABOUT]-(${other})`;
  const both = cypher`collect(DISTINCT CASE WHEN ${oneThrough}.field = ${otherThrough}.field THEN ${oneThrough}.field END)`;
  const saidBy = (claim: Name) => {
    const [through, said] = [context.name("through"), context.name("value")];
    const found = cypher`MATCH (${about})<-[${bind(through)}:ABOUT]-(${claim}) WHERE ${through}.field = ${field}`;
    return { said, clause: call(cypher`${found} RETURN min(${through}.value) AS ${bind(said)}`, [said]) };
  };
  const [first, second] = [saidBy(one), saidBy(other)];
  return join([
    start,
    cypher`WITH ${about}, ${one}, ${other}, ${both} AS ${bind(shared)}`,
    cypher`UNWIND CASE WHEN size(${shared}) = 0 THEN [''] ELSE ${shared} END AS ${bind(field)}`,
    first.clause,
    second.clause,
    returned({ about, field, ...sides(pair), oneValue: first.said, otherValue: second.said }),
  ]);
}

/** Claims that give one field of one thing values of which none agree. */
function byValue({ context, ids, contested, agree, areKnown, returned }: Parts): Fragment {
  const pair = pairOf(context);
  const { about, one, other, oneThrough, otherThrough } = pair;
  const [field, oneValue, otherValue] = [context.name("field"), context.name("value"), context.name("value")];
  const [start, thing] =
    ids === null ? [EMPTY, cypher`${bind(about)}:Node`] : [matchByIds(about, context.name("id"), ids), cypher`${about}`];
  const gives = where([cypher`${oneThrough}.value IS NOT NULL`, cypher`${oneThrough}.field IN ${contested}`, ...areKnown(one)]);
  const isOther = where([
    cypher`${otherThrough}.field = ${oneThrough}.field`,
    cypher`${otherThrough}.value IS NOT NULL`,
    cypher`${one}.id < ${other}.id`,
    ...areKnown(other),
  ]);
  const agreeing = agree(stored(oneThrough, "field"), stored(oneThrough, "value"), stored(otherThrough, "value"));
  const said = cypher`min(${oneThrough}.value) AS ${bind(oneValue)}, min(${otherThrough}.value) AS ${bind(otherValue)}`;
  return join([
    start,
    cypher`MATCH (${thing})<-[${bind(oneThrough)}:ABOUT]-(${bind(one)}:Claim)${gives}`,
    cypher`MATCH (${about})<-[${bind(otherThrough)}:ABOUT]-(${bind(other)}:Claim)${isOther}`,
    cypher`WITH ${about}, ${one}, ${other}, ${oneThrough}.field AS ${bind(field)}, ${said}, ${countOf(agreeing)} AS agreeing`,
    cypher`WHERE agreeing = 0 ${returned({ about, field, ...sides(pair), oneValue, otherValue })}`,
  ]);
}

/** Claims that give another value than the record, where no claim gives the record's own: it rests on those about the whole, or on none. */
function againstRecord({ context, ids, agree, areKnown, returned }: Parts): Fragment {
  const { about, one, oneThrough } = pairOf(context);
  const [step, field] = [context.name("moment"), context.name("field")];
  const [own, said] = [context.name("value"), context.name("value")];
  const start = ids === null ? cypher`MATCH (${bind(about)}:Node)` : matchByIds(about, context.name("id"), ids);
  const [claim, through] = [context.name("node"), context.name("through")];
  const whole = (conditions: readonly Fragment[]) =>
    cypher`COUNT { MATCH (${about})<-[${bind(through)}:ABOUT]-(${bind(claim)}:Claim)${where([cypher`${through}.field IS NULL`, ...conditions])} }`;
  const known = areKnown(claim);
  const stands = known.length > 0 ? [cypher`(${whole(known)} > 0 OR ${whole([])} = 0)`] : [];
  const split = (part: Fragment) => cypher`split(${step}, ${quoted(HISTORY_STEP)})[${part}]`;
  const gives = where([cypher`${oneThrough}.field = ${field}`, cypher`${oneThrough}.value IS NOT NULL`, ...areKnown(one)]);
  return join([
    cypher`${start}${where([cypher`${about}.unclaimed IS NOT NULL`, ...stands])} UNWIND ${about}.unclaimed AS ${bind(step)}`,
    cypher`WITH ${about}, ${split(cypher`0`)} AS ${bind(field)}, ${split(cypher`1`)} AS ${bind(own)}`,
    cypher`MATCH (${about})<-[${bind(oneThrough)}:ABOUT]-(${bind(one)}:Claim)${gives}`,
    cypher`WITH ${about}, ${field}, ${own}, ${one}, min(${oneThrough}.value) AS ${bind(said)}, ${countOf(agree(field, own, stored(oneThrough, "value")))} AS agreeing`,
    cypher`WHERE agreeing = 0 ${returned({ about, field, one: stored(one, "id"), oneOn: stored(one, "recordedOn"), oneValue: said, otherValue: own })}`,
  ]);
}

/** In how many rows of a group a condition holds. */
function countOf(condition: Fragment): Fragment {
  return cypher`sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
}

/** The fields of which two different values can't both be right: all of them, or those of some types. */
function contestedFields({ model }: Context, types: readonly string[] | null): string[] {
  const properties = [...model.nodes.values()].flatMap((node) => [...node.properties.values()]);
  const changing = new Set(properties.filter((p) => p.latest).map((p) => p.name));
  const isContested = properties.filter((p) => p.contestable && !p.derived && !changing.has(p.name));
  return [...new Set(isContested.filter((p) => types === null || types.includes(p.type)).map((p) => p.name))].sort();
}

/** The fields asked for. Throws BAD_FILTER where nothing that claims are about has such a field: the answer would be empty and look like one. */
function fieldsOf({ model }: Context, fields: readonly string[]): readonly string[] {
  const subjects = (model.possible.get("Subject") ?? []).flatMap((type) => model.nodes.get(type) ?? []);
  const unknown = fields.find((field) => !subjects.some((type) => type.properties.has(field) || type.edges.has(field)));
  if (unknown === undefined) return fields;
  throw requestError("BAD_FILTER", `fields: nothing has a field "${unknown}". Write it as the schema names it, such as announcedOn.`);
}
