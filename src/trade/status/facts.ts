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
  pathIsThere,
  propertiesAsOf,
  untilOf,
  type Value,
  where,
} from "../../compile/index.ts";
import { EFFECTS, type Effect, type EffectType, type Facts } from "./effects.ts";

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

/**
 * Binds the effects on a measure itself, and on the acts behind, a row each: what is reached (`w`), the edge (`e`), its act (`a`), from when it counts
 * (`since`), its own last day and its act's (`until`, `term`), and whether what reaches its act was left out as too far away (`cut`).
 */
function effectsOn(context: Context, measure: Name, behind: Name, known: Parameter | null): Fragment {
  const reaching = cypher`UNWIND [${measure}] + ${behind} AS w MATCH (w)<-[e:${anyOf(EFFECTS)}]-(a)${where(isKnown(context, ROW, known))}`;
  const cut = cypher`w.id <> ${measure}.id AND a:Measure AND NOT a.id IN [x IN [${measure}] + ${behind} | x.id] AS cut`;
  const rest = cypher`${untilOf(ROW.effect, known)} AS until`;
  // Without a history to look into, properties are read on the spot: lists are copied on the embedded engine.
  if (known === null) {
    return cypher`${reaching} WITH ${measure}, w, e, a, ${effectSince(context, ROW.effect, ROW.act, known)} AS since, ${rest}, a.inForceUntil AS term, ${cut}`;
  }
  const dated = cypher`WITH ${measure}, ${behind}, w, e, a, ${datesOfAct(context, ROW.act, known)} AS o`;
  return cypher`${reaching} ${dated} WITH ${measure}, w, e, a, ${sinceBy(ROW.effect, cypher`o`)} AS since, ${rest}, o[1] AS term, ${cut}`;
}

/**
 * Binds a measure, and, where it is a package without dates of its own, the measures below it that are none: a row for each (`part`), with its dates (`p`) and the names
 * `kept`, the measure's among them.
 */
function eachPart(context: Context, node: Name, part: Name, known: Parameter | null, kept: Fragment = node): Fragment {
  const partIsKnown = nodeIsThere(context.withAsOf({ valid: null, known }), part, ["Measure"]);
  const walk = cypher`MATCH (${node})<-[q:PART_OF*0..]-(${bind(part)}:Measure)${where([...pathIsThere({ valid: null, known }), ...partIsKnown])}`;
  // Collected and not WITH DISTINCT, which took the embedded engine 110 ms for 1,400 measures of a list, and this 2.
  const parts = cypher`${walk} WITH ${kept}, collect(DISTINCT ${part}) AS ps UNWIND ps AS ${bind(part)}`;
  const dated = cypher`WITH ${kept}, ${part}, ${ownDates(context, node, known)} AS o, ${ownDates(context, part, known)} AS p`;
  const counts = cypher`${part}.id = ${node}.id OR (${isBareBy(node, cypher`o`)} AND NOT coalesce(${isBareBy(part, cypher`p`)}, false))`;
  return cypher`${parts} ${dated} WITH ${kept}, ${part}, o, p WHERE ${counts}`;
}

/**
 * A clause that binds all that decides a measure's status: of itself, and where it is a package without dates of its own, of the measures below
 * it that are none. `factsIn` reads it.
 */
export function gatherFacts(context: Context, node: Name, known: Parameter | null): { readonly clause: Fragment; readonly facts: Name } {
  const [part, behind, effects, facts] = [context.name("node"), context.name("list"), context.name("list"), context.name("list")];
  const columns = cypher`[w.id, a.id, type(e), since, until, term, cut, e.since]`;
  const reaching = call(cypher`${effectsOn(context, part, behind, known)} RETURN collect(${columns}) AS ${bind(effects)}`, [effects]);
  const each = cypher`${eachPart(context, node, part, known)} ${actsBehind(part, behind, known)} ${reaching}`;
  const row = cypher`[${part}.id, ${part}.id = ${node}.id, p[0], p[1], p[2], ${effects}]`;
  return { clause: call(cypher`${each} RETURN collect(${row}) AS ${bind(facts)}`, [facts]), facts };
}

/** The first day that a date may stand for; null where there is none. */
export const firstDay = (date: Fragment) => cypher`substring(${date} + '-01-01', 0, 10)`;
/** The last one. */
export const lastDay = (date: Fragment) =>
  cypher`CASE size(${date}) WHEN 4 THEN ${date} + '-12-31' WHEN 7 THEN toString(date(${date} + '-01') + duration('P1M') - duration('P1D')) ELSE ${date} END`;

/**
 * The columns by which a statement itself decides (cypher.ts), a row for each measure and part: its id, whether it is the measure itself, the first and
 * the last day of its announcement, its beginning and its end (these `'~'`, after all days, where it has none), the first day on which an effect may have
 * stopped it, whether acts lie behind its own that something may have stopped or prolonged, and its effects in lists of what is reached, the act, the type, the first and last day of their
 * beginning and of their end, and whether they last as long as their act.
 */
export const FACTS = cypher`id, isOwn, said0, said1, from0, from1, until0, until1, stop, acts, es`;

/** Of the facts of a measure, the days on which its status may change: its own, and those on which effects begin or end. */
export const TURNS = cypher`reduce(l = [said0, said1, from0, from1, until0, until1], x IN es | l + [x[3], x[4], x[5], x[6]])`;

/** Binds the facts of a measure and of the parts that it takes its status from: the columns of `FACTS`. What else is bound and `carried` is kept with them. */
export function eachFacts(context: Context, node: Name, known: Parameter | null, carried: readonly Name[] = []): Fragment {
  const [part, behind, effects, stop] = [context.name("node"), context.name("list"), context.name("list"), context.name("day")];
  const lasts = cypher`until IS NULL AND type(e) IN ['SUSPENDS', 'EXTENDS']`;
  // An act that was read no further may always have been stopped: its effects never begin for sure, and may last beyond its own term.
  const dates = cypher`CASE WHEN NOT cut THEN since END AS since, CASE WHEN ${lasts} AND NOT cut THEN term ELSE until END AS until`;
  const days = cypher`WITH ${part}, w, a, type(e) AS type, ${lasts} AS lasts, coalesce(${firstDay(cypher`since`)}, '') AS begins, ${dates}`;
  const columns = cypher`[w.id, a.id, type, begins, coalesce(${firstDay(cypher`until`)}, '~'), coalesce(${lastDay(cypher`since`)}, '~'), coalesce(${lastDay(cypher`until`)}, '~'), lasts]`;
  const stops = cypher`coalesce(min(CASE WHEN w.id = ${part}.id AND type <> 'EXTENDS' THEN begins END), '~')`;
  const found = cypher`${effectsOn(context, part, behind, known)} ${days} RETURN collect(${columns}) AS ${bind(effects)}, ${stops} AS ${bind(stop)}`;
  const own = cypher`${part}.id AS id, ${part}.id = ${node}.id AS isOwn`;
  const ownDays = cypher`[d IN p | ${firstDay(cypher`d`)}] AS p, [d IN p | ${lastDay(cypher`d`)}] AS q`;
  const kept = join([node, ...carried], ", ");
  return join([
    cypher`${eachPart(context, node, part, known, kept)} ${actsBehind(part, behind, known)} ${call(found, [effects, stop])}`,
    cypher`WITH ${kept}, ${own}, ${ownDays}, ${stop} AS stop, size(${behind}) > 0 AS acts, ${effects} AS es`,
    cypher`WITH ${kept}, id, isOwn, p[0] AS said0, q[0] AS said1, p[1] AS from0, q[1] AS from1, coalesce(p[2], '~') AS until0, coalesce(q[2], '~') AS until1, stop, acts, es`,
  ]);
}

/** A text of a row, or null. */
export const textOf = (value: Value | undefined): string | null => (typeof value === "string" ? value : null);

/** What is known of a measure by a day on which nobody knew of it. */
const NOTHING = { id: "", announcedOn: null, inForceFrom: null, inForceUntil: null, effects: [] };

/**
 * Reads the facts of a measure, and of the parts that it takes its status from. There are none of one that no source spoke of by the day whose knowledge
 * counts: nothing is known of it then, nor what is a part of it.
 */
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
  if (!own) return { own: NOTHING, parts: [] };
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
    cut: cut === true,
    written: textOf(written),
  };
}

function typeOf(value: Value | undefined): EffectType {
  const type = EFFECTS.find((candidate) => candidate === value);
  if (!type) throw new Error(`A statement returned ${String(value)} as the type of an effect.`);
  return type;
}
