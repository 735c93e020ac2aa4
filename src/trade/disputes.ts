import {
  bind,
  type Context,
  call,
  cypher,
  EMPTY,
  edgeIsThere,
  type Fragment,
  join,
  matchById,
  type Name,
  number,
  type Parameter,
  quoted,
  type Site,
  stored,
  where,
} from "../compile/index.ts";
import { HISTORY_STEP, type Model } from "../model/index.ts";
import { isOfEdge, partOfEdgeField, sameSince, walkOf, walksOf } from "./edge-fields.ts";

/** The columns of a row: the thing, a field of it, and both sides: a claim's id and day, and what it says. */
export const COLUMNS = ["about", "field", "one", "oneOn", "oneValue", "other", "otherOn", "otherValue"] as const;

export type Columns = Readonly<Record<(typeof COLUMNS)[number], Name>>;

/** A row; what a branch does not say is null. The field is empty where a row is about the whole: no field has an empty name. */
type Row = Readonly<Partial<Record<keyof Columns, Fragment>>>;

/** What the branches are given. */
export interface Parts {
  readonly context: Context;
  /** The thing that a branch looks at, where that is bound outside; else null. */
  readonly walked: Name | null;
  /** Clauses with which a branch begins: they bind what it looks at, under the name given, so that MATCH or WHERE may follow. */
  readonly start: (about: Name) => Fragment;
  /** That two different values of a field can't both be right. */
  readonly isContested: (field: Fragment) => Fragment;
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

function pairOf({ context, walked }: Parts): Pair {
  return {
    about: walked ?? context.name("node"),
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
export function inWords(parts: Parts): Fragment {
  const { context, areKnown, returned } = parts;
  const pair = pairOf(parts);
  const { about, one, other, oneThrough, otherThrough } = pair;
  const [shared, field] = [context.name("list"), context.name("field")];
  const apart = where([cypher`${one}.id < ${other}.id`, ...areKnown(one, other)]);
  const both = cypher`collect(DISTINCT CASE WHEN ${oneThrough}.field = ${otherThrough}.field THEN ${oneThrough}.field END)`;
  const saidBy = (claim: Name) => {
    const [through, said] = [context.name("through"), context.name("value")];
    const found = cypher`MATCH (${about})<-[${bind(through)}:ABOUT]-(${claim}) WHERE ${through}.field = ${field}`;
    return { said, clause: call(cypher`${found} RETURN min(${through}.value) AS ${bind(said)}`, [said]) };
  };
  const [first, second] = [saidBy(one), saidBy(other)];
  return join([
    parts.start(about),
    cypher`MATCH (${about})<-[${bind(oneThrough)}:ABOUT]-(${bind(one)}:Claim) MATCH (${one})-[:CONTRADICTS]-(${bind(other)}:Claim)${apart}`,
    cypher`MATCH (${about})<-[${bind(otherThrough)}:ABOUT]-(${other})`,
    cypher`WITH ${about}, ${one}, ${other}, ${both} AS ${bind(shared)}`,
    cypher`UNWIND CASE WHEN size(${shared}) = 0 THEN [''] ELSE ${shared} END AS ${bind(field)}`,
    first.clause,
    second.clause,
    returned({ about, field, ...sides(pair), oneValue: first.said, otherValue: second.said }),
  ]);
}

/** Claims that give one field of one thing values of which none agree. */
export function byValue(parts: Parts): Fragment {
  const { context, isContested, agree, areKnown, returned } = parts;
  const pair = pairOf(parts);
  const { about, one, other, oneThrough, otherThrough } = pair;
  const [field, oneValue, otherValue] = [context.name("field"), context.name("value"), context.name("value")];
  const gives = where([cypher`${oneThrough}.value IS NOT NULL`, isContested(stored(oneThrough, "field")), ...areKnown(one)]);
  const isOther = where([
    cypher`${otherThrough}.field = ${oneThrough}.field`,
    cypher`${otherThrough}.value IS NOT NULL`,
    cypher`${one}.id < ${other}.id`,
    // Values of edges that began on different days.
    cypher`(NOT ${isOfEdge(stored(oneThrough, "field"))} OR ${sameSince(oneThrough, otherThrough)})`,
    ...areKnown(other),
  ]);
  const agreeing = agree(stored(oneThrough, "field"), stored(oneThrough, "value"), stored(otherThrough, "value"));
  const said = cypher`min(${oneThrough}.value) AS ${bind(oneValue)}, min(${otherThrough}.value) AS ${bind(otherValue)}`;
  return join([
    parts.start(about),
    cypher`MATCH (${about})<-[${bind(oneThrough)}:ABOUT]-(${bind(one)}:Claim)${gives}`,
    cypher`MATCH (${about})<-[${bind(otherThrough)}:ABOUT]-(${bind(other)}:Claim)${isOther}`,
    cypher`WITH ${about}, ${one}, ${other}, ${oneThrough}.field AS ${bind(field)}, ${said}, ${countOf(agreeing)} AS agreeing`,
    cypher`WHERE agreeing = 0 ${returned({ about, field, ...sides(pair), oneValue, otherValue })}`,
  ]);
}

/** Claims that give another value than the record, where no claim gives the record's own: it rests on those about the whole, or on none. */
export function againstRecord(parts: Parts, site: Site): Fragment {
  const { context, agree, areKnown, returned } = parts;
  const { about, one, oneThrough } = pairOf(parts);
  const [step, field] = [context.name("moment"), context.name("field")];
  const [own, said] = [context.name("value"), context.name("value")];
  const [claim, through] = [context.name("node"), context.name("through")];
  const whole = (conditions: readonly Fragment[]) =>
    cypher`COUNT { MATCH (${about})<-[${bind(through)}:ABOUT]-(${bind(claim)}:Claim)${where([cypher`${through}.field IS NULL`, ...conditions])} }`;
  const split = (part: Fragment) => cypher`split(${step}, ${quoted(HISTORY_STEP)})[${part}]`;
  const { known } = context.asOf;
  // As known on a day, a value may have been without a claim that gives it until a later day, and may have been unknown itself.
  const opened = known === null ? cypher`${about}.unclaimed IS NOT NULL` : isOpen(about);
  const steps = deniedOf(about, known);
  const stands = () =>
    join(
      [
        cypher`${whole(areKnown(claim))} > 0`,
        cypher`split(${about}.id, ':')[0] + '.' + ${split(cypher`0`)} IN ${site.parameter(() => promisedFields(context.model))}`,
        cypher`(${split(cypher`2`)} = '~' AND ${whole([])} = 0)`,
      ],
      " OR ",
    );
  const isOwn = known === null ? EMPTY : cypher`WITH ${about}, ${step} WHERE ${split(cypher`2`)} > ${known} AND (${stands()})`;
  const gives = where([cypher`${oneThrough}.field = ${field}`, cypher`${oneThrough}.value IS NOT NULL`, ...areKnown(one)]);
  return join([
    cypher`${parts.start(about)}${where([opened])} UNWIND ${steps} AS ${bind(step)}`,
    isOwn,
    cypher`WITH ${about}, ${split(cypher`0`)} AS ${bind(field)}, ${split(cypher`1`)} AS ${bind(own)}`,
    cypher`MATCH (${about})<-[${bind(oneThrough)}:ABOUT]-(${bind(one)}:Claim)${gives}`,
    cypher`WITH ${about}, ${field}, ${own}, ${one}, min(${oneThrough}.value) AS ${bind(said)}, ${countOf(agree(field, own, stored(oneThrough, "value")))} AS agreeing`,
    cypher`WHERE agreeing = 0 ${returned({ about, field, one: stored(one, "id"), oneOn: stored(one, "recordedOn"), oneValue: said, otherValue: own })}`,
  ]);
}

/** The fields that the schema promises, which a record gives as long as its node is known: `measure.title`. */
function promisedFields({ nodes }: Model): string[] {
  return [...nodes.values()].flatMap(({ prefix, properties }) =>
    [...properties.values()].flatMap(({ name, required }) => (required ? [`${prefix}.${name}`] : [])),
  );
}

/**
 * Claims that give another value than the record of an edge of the thing, where no claim gives that: `covers(commodity:hs-850511).newRate`. The
 * edge keeps such values of its record apart, as nodes do.
 */
export function againstEdge(parts: Parts, site: Site): Fragment {
  const { context, agree, areKnown, returned } = parts;
  const { about, one, oneThrough } = pairOf(parts);
  const [field, own, said] = [context.name("field"), context.name("value"), context.name("value")];
  const [far, edge] = [context.name("far"), context.name("edge")];
  const { known } = context.asOf;
  const says = where([cypher`${oneThrough}.value IS NOT NULL`, isOfEdge(stored(oneThrough, "field")), ...areKnown(one)]);
  const part = (i: 0 | 1 | 2) => partOfEdgeField(stored(oneThrough, "field"), i);
  const walk = walkOf(part(0), edge, about);
  const opened = known === null ? cypher`${edge}.unclaimed IS NOT NULL` : isOpen(edge);
  const walked = where([
    opened,
    cypher`${walk} IN ${site.parameter(() => walksOf(context.model))}`,
    sameSince(oneThrough, edge),
    ...edgeIsThere(context.asOf, edge),
  ]);
  const [ofField, value] = [deniedPart(0), deniedPart(1)];
  // Until a claim gives it too: a value that none gives stands for ever.
  const stands = known === null ? EMPTY : cypher` AND ${deniedPart(2)} > ${known}`;
  const ownValue = cypher`[u IN ${deniedOf(edge, known)} WHERE ${ofField} = ${part(2)}${stands} | ${value}][0]`;
  return join([
    parts.start(about),
    cypher`MATCH (${about})<-[${bind(oneThrough)}:ABOUT]-(${bind(one)}:Claim)${says}`,
    matchById(far, part(1)),
    cypher`MATCH (${about})-[${bind(edge)}]-(${far})${walked}`,
    cypher`WITH ${about}, ${one}, ${oneThrough}, ${oneThrough}.field AS ${bind(field)}, ${ownValue} AS ${bind(own)} WHERE ${own} IS NOT NULL`,
    cypher`WITH ${about}, ${one}, ${field}, min(${own}) AS ${bind(own)}, min(${oneThrough}.value) AS ${bind(said)}, ${countOf(agree(field, own, stored(oneThrough, "value")))} AS agreeing`,
    cypher`WHERE agreeing = 0 ${returned({ about, field, one: stored(one, "id"), oneOn: stored(one, "recordedOn"), oneValue: said, otherValue: own })}`,
  ]);
}

/** That a node or an edge may have values of its record that claims deny and none gives, or none gave until a day. */
function isOpen(of: Name): Fragment {
  return cypher`(${of}.unclaimed IS NOT NULL OR ${of}.unclaimedUntil IS NOT NULL)`;
}

/** These values, a text each: the field and the value; as known on a day also the day from which a claim gives it, `~` where none does. */
function deniedOf(of: Name, known: Parameter | null): Fragment {
  if (known === null) return cypher`${of}.unclaimed`;
  return cypher`[h IN coalesce(${of}.unclaimed, []) | h + ${quoted(`${HISTORY_STEP}~`)}] + coalesce(${of}.unclaimedUntil, [])`;
}

/** A part of such a text, `u`. */
function deniedPart(part: 0 | 1 | 2): Fragment {
  return cypher`split(u, ${quoted(HISTORY_STEP)})[${number(part)}]`;
}

/** In how many rows of a group a condition holds. */
function countOf(condition: Fragment): Fragment {
  return cypher`sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
}
