import {
  anyOf,
  bind,
  type Context,
  call,
  cypher,
  edgeIsThere,
  type Fragment,
  itemsOf,
  join,
  type Name,
  nodeIsThere,
  number,
  type Parameter,
  propertiesAsOf,
  untilOf,
  type Value,
  where,
} from "../../compile/index.ts";
import { EFFECTS, type Effect, type EffectType, type Facts } from "./law.ts";

/**
 * How far effects on acts are followed, from the acts that reach the measure on: some steps of some edges each. The embedded engine tries every
 * path; in steps, with each act once between them, acts that all act on each other cost it little. What lies farther is never overlooked in
 * silence: `cut` makes the status UNKNOWN.
 */
const STEPS = 5;
const EDGES_A_STEP = 4;

/** Dates of a node by the names of their fields on a type, as they were known: a list. */
function datesOf(context: Context, type: string, names: readonly string[], node: Fragment, known: Parameter | null): Fragment {
  const properties = names.flatMap((name) => context.model.properties.get(type)?.get(name) ?? []);
  return propertiesAsOf({ valid: null, known }, properties, node);
}

/** When a measure was announced, applies, and applies no more, as it was known: a list of three dates. */
export function ownDates(context: Context, node: Fragment, known: Parameter | null): Fragment {
  return datesOf(context, "Measure", ["announcedOn", "inForceFrom", "inForceUntil"], node, known);
}

/** Whether a measure is a package that has no dates of its own, where these are `dates`. */
const isBareBy = (node: Fragment, dates: Fragment) => cypher`(${node}.kind = 'PACKAGE' AND ${dates}[1] IS NULL AND ${dates}[2] IS NULL)`;

/** Whether a measure is a package that has no dates of its own. */
export function isBare(context: Context, node: Fragment, known: Parameter | null): Fragment {
  return cypher`any(o IN [${ownDates(context, node, known)}] WHERE ${isBareBy(node, cypher`o`)})`;
}

/** What must hold for an effect to be known: somebody had spoken of it, and of the act that has it. */
export function isKnown(context: Context, { effect, act }: { effect: Fragment; act: Fragment }, known: Parameter | null): Fragment[] {
  const then = { valid: null, known };
  return [...edgeIsThere(then, effect), ...nodeIsThere(context.withAsOf(then), act, context.model.possible.get("Act") ?? [])];
}

/** Effect `e` of act `a`, by which a row of facts comes. */
const ROW = { effect: cypher`e`, act: cypher`a` };

/** When an act that is a measure applies, and applies no more, and the day that dates the act, as it was known: a list of three dates. */
export function datesOfAct(context: Context, act: Fragment, known: Parameter | null): Fragment {
  const dates = ["inForceFrom", "inForceUntil"].flatMap((name) => context.model.properties.get("Measure")?.get(name) ?? []);
  const date = context.model.properties.get("Act")?.get("date");
  return propertiesAsOf({ valid: null, known }, [...dates, ...(date ? [date] : [])], act);
}

/** The rule that dates an effect, where `dates` are its act's: by its edge, else by when the acting measure applies, else by when the act was announced. */
const sinceBy = (effect: Fragment, dates: Fragment) => cypher`coalesce(${effect}.since, ${dates}[0], ${dates}[2])`;

/** The day from which an effect counts, as it was known. */
export function effectSince(context: Context, effect: Fragment, act: Fragment, known: Parameter | null): Fragment {
  if (known === null) return cypher`coalesce(${effect}.since, ${act}.inForceFrom, ${act}.date)`;
  return cypher`[o IN [${datesOfAct(context, act, known)}] | ${sinceBy(effect, cypher`o`)}][0]`;
}

/**
 * Binds the acts behind those that reach a measure, where what was done to them may matter to it: an act that is ended or on hold has no effect,
 * and what lasts as long as its act does may be replaced or prolonged with it. Most measures have none: then nothing is walked.
 */
function actsBehind(measure: Name, into: Name, known: Parameter | null): Fragment {
  const types = anyOf(EFFECTS);
  const lastsWithAct = cypher`(${untilOf(cypher`e`, known)} IS NULL AND type(e) IN ['SUSPENDS', 'EXTENDS'])`;
  const acts = cypher`MATCH (${measure})<-[e:${types}]-(w)<-[f:${types}]-() WHERE type(f) IN ['ENDS', 'SUSPENDS'] OR ${lastsWithAct} WITH ${measure}, collect(DISTINCT w) AS ws`;
  const walk = cypher`UNWIND ws AS w MATCH (w)<-[:${types}*0..${number(EDGES_A_STEP)}]-(x)`;
  const step = cypher`${walk} WITH ${measure}, collect(DISTINCT x) AS ws`;
  const steps = join(Array.from({ length: STEPS - 1 }, () => step));
  return call(cypher`${acts} ${steps} ${walk} WHERE x.id <> ${measure}.id RETURN collect(DISTINCT x) AS ${bind(into)}`, [into]);
}

/** Binds the effects on a measure itself, and on the acts behind: columns in the order of `effectOf`. */
function effectsOn(context: Context, measure: Name, behind: Name, into: Name, known: Parameter | null): Fragment {
  const reaching = cypher`UNWIND [${measure}] + ${behind} AS w MATCH (w)<-[e:${anyOf(EFFECTS)}]-(a)${where(isKnown(context, ROW, known))}`;
  // What reaches an act that is too far away is left out.
  const isCut = cypher`CASE WHEN w.id <> ${measure}.id AND a:Measure AND a.id <> ${measure}.id AND NOT a.id IN [x IN ${behind} | x.id] THEN 1 ELSE 0 END`;
  const dated = cypher`WITH ${measure}, ${behind}, w, e, a, ${datesOfAct(context, cypher`a`, known)} AS o WITH ${measure}, ${behind}, w, e, a, o, ${sinceBy(cypher`e`, cypher`o`)} AS since`;
  const columns = cypher`[w.id, a.id, type(e), since, ${untilOf(ROW.effect, known)}, o[1], ${isCut}, e.since]`;
  // The latest first: acts act on earlier ones, and cypher.ts goes through them in this order.
  return call(cypher`${reaching} ${dated} ORDER BY since DESC RETURN collect(${columns}) AS ${bind(into)}`, [into]);
}

/**
 * Binds the facts of a measure (`facts`, columns in the order of `factsIn`), and, of a package without dates of its own, those of the measures
 * below it that are none: a row for each.
 */
export function eachFacts(context: Context, node: Name, facts: Name, known: Parameter | null): Fragment {
  const [part, behind, effects] = [context.name("node"), context.name("list"), context.name("list")];
  const there = edgeIsThere({ valid: null, known }, cypher`e`);
  const holds = there.length > 0 ? [cypher`all(e IN q WHERE ${join(there, " AND ")})`] : [];
  const isOwn = cypher`${part}.id = ${node}.id`;
  const partIsKnown = nodeIsThere(context.withAsOf({ valid: null, known }), part, ["Measure"]);
  const parts = cypher`MATCH (${node})<-[q:PART_OF*0..]-(${bind(part)}:Measure)${where([...holds, ...partIsKnown])} WITH DISTINCT ${node}, ${part}`;
  const [whole, own] = [cypher`o`, cypher`p`];
  const dated = cypher`WITH ${node}, ${part}, ${ownDates(context, node, known)} AS o, ${ownDates(context, part, known)} AS p`;
  const counts = cypher`${isOwn} OR (${isBareBy(node, whole)} AND NOT coalesce(${isBareBy(part, own)}, false))`;
  const acts = join([actsBehind(part, behind, known), effectsOn(context, part, behind, effects, known)]);
  const columns = cypher`[${part}.id, ${isOwn}, p[0], p[1], p[2], ${effects}]`;
  return cypher`${parts} ${dated} WITH ${node}, ${part}, o, p WHERE ${counts} ${acts} WITH ${node}, ${columns} AS ${bind(facts)}`;
}

/**
 * A clause that binds all that decides a measure's status: of itself, and where it is a package without dates of its own, of the measures below
 * it that are none. `factsIn` reads it.
 */
export function gatherFacts(context: Context, node: Name, known: Parameter | null): { readonly clause: Fragment; readonly facts: Name } {
  const [each, facts] = [context.name("list"), context.name("list")];
  return { clause: call(cypher`${eachFacts(context, node, each, known)} RETURN collect(${each}) AS ${bind(facts)}`, [facts]), facts };
}

const textOf = (value: Value | undefined): string | null => (typeof value === "string" ? value : null);

/** Reads the facts of a measure, and of the parts that it takes its status from. */
export function factsIn(value: Value | undefined): { readonly own: Facts; readonly parts: readonly Facts[] } {
  const all = itemsOf(value).map(([id, isOwn, announcedOn, inForceFrom, inForceUntil, effects]) => ({
    isOwn: isOwn === true,
    id: String(id),
    announcedOn: textOf(announcedOn),
    inForceFrom: textOf(inForceFrom),
    inForceUntil: textOf(inForceUntil),
    effects: itemsOf(effects).map(effectOf),
  }));
  const own = all.find(({ isOwn }) => isOwn);
  if (!own) throw new Error("A statement returned the facts of a status without those of the measure itself.");
  return { own, parts: all.filter(({ isOwn }) => !isOwn) };
}

function effectOf([to, act, type, since, until, actUntil, cut, written]: readonly Value[]): Effect {
  return {
    to: String(to),
    act: String(act),
    type: typeOf(type),
    since: textOf(since),
    until: textOf(until),
    actUntil: textOf(actUntil),
    cut: cut === 1,
    written: textOf(written),
  };
}

function typeOf(value: Value | undefined): EffectType {
  const type = EFFECTS.find((candidate) => candidate === value);
  if (!type) throw new Error(`A statement returned ${String(value)} as the type of an effect.`);
  return type;
}
