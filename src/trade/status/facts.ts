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
  propertyAsOf,
  stored,
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

/** A date of a measure, as it was known. */
export function ownDate(context: Context, node: Fragment, name: string, known: Parameter | null): Fragment {
  const property = context.model.properties.get("Measure")?.get(name);
  return property ? propertyAsOf({ valid: null, known }, property, node) : stored(node, name);
}

/** Whether a measure is a package that has no dates of its own. */
export function isBare(context: Context, node: Fragment, known: Parameter | null): Fragment {
  const date = (name: string) => ownDate(context, node, name, known);
  return cypher`(coalesce(${node}.kind, '') = 'PACKAGE' AND ${date("inForceFrom")} IS NULL AND ${date("inForceUntil")} IS NULL)`;
}

/** What must hold for an effect to be known: somebody had spoken of it, and of the act that has it. */
export function isKnown(context: Context, { effect, act }: { effect: Fragment; act: Fragment }, known: Parameter | null): Fragment[] {
  const then = { valid: null, known };
  return [...edgeIsThere(then, effect), ...nodeIsThere(context.withAsOf(then), act, context.model.possible.get("Act") ?? [])];
}

/** Effect `e` of act `a`, by which a row of facts comes. */
const ROW = { effect: cypher`e`, act: cypher`a` };

/** The day that dates an act, as it was known. */
export function dateOfAct(context: Context, act: Fragment, known: Parameter | null): Fragment {
  const date = context.model.properties.get("Act")?.get("date");
  return date ? propertyAsOf({ valid: null, known }, date, act) : stored(act, "date");
}

/** The rule that dates an effect, as it was known: by its edge, else by when the acting measure applies, else by when the act was announced. */
export function effectSince(context: Context, effect: Fragment, act: Fragment, known: Parameter | null): Fragment {
  return cypher`coalesce(${effect}.since, ${ownDate(context, act, "inForceFrom", known)}, ${dateOfAct(context, act, known)})`;
}

/** The day from which effect `e` of act `a` counts. */
const sinceWhen = (context: Context, known: Parameter | null) => effectSince(context, ROW.effect, ROW.act, known);

/** The columns of effect `e` of act `a`, in the order of `effectOf`; `isCut` says whether what reaches the act was left out. */
function effectColumns(context: Context, to: Fragment, since: Fragment, isCut: Fragment, known: Parameter | null): Fragment {
  return cypher`[${to}.id, a.id, type(e), ${since}, e.until, ${ownDate(context, cypher`a`, "inForceUntil", known)}, ${isCut}, e.since]`;
}

/** Binds the effects on a measure itself. */
function directEffects(context: Context, measure: Name, into: Name, known: Parameter | null): Fragment {
  const reaching = cypher`MATCH (${measure})<-[e:${anyOf(EFFECTS)}]-(a)${where(isKnown(context, ROW, known))}`;
  return call(
    cypher`${reaching} RETURN collect(${effectColumns(context, measure, sinceWhen(context, known), number(0), known)}) AS ${bind(into)}`,
    [into],
  );
}

/**
 * Binds the effects on the acts that reach a measure, and on the acts behind these, where they may matter to it: an act that is ended or on hold
 * has no effect, and what lasts as long as its act does may be replaced or prolonged with it. Most measures have none: then nothing is walked.
 */
function effectsBehind(context: Context, measure: Name, into: Name, known: Parameter | null): Fragment {
  const types = anyOf(EFFECTS);
  const lastsWithAct = cypher`(e.until IS NULL AND type(e) IN ['SUSPENDS', 'EXTENDS'])`;
  const acts = cypher`MATCH (${measure})<-[e:${types}]-(w)<-[f:${types}]-() WHERE type(f) IN ['ENDS', 'SUSPENDS'] OR ${lastsWithAct} WITH ${measure}, collect(DISTINCT w) AS ws`;
  const step = cypher`UNWIND ws AS w MATCH (w)<-[:${types}*0..${number(EDGES_A_STEP)}]-(x) WITH ${measure}, collect(DISTINCT x) AS ws`;
  const isCut = cypher`CASE WHEN a:Measure AND a.id <> ${measure}.id AND NOT a.id IN [x IN ws | x.id] THEN 1 ELSE 0 END`;
  const there = [cypher`w.id <> ${measure}.id`, ...isKnown(context, ROW, known)];
  const reaching = cypher`UNWIND ws AS w MATCH (w)<-[e:${types}]-(a)${where(there)}`;
  const walk = join([acts, ...Array.from({ length: STEPS }, () => step), reaching]);
  // The latest first: acts act on earlier ones, and cypher.ts goes through them in this order.
  const ordered = cypher`WITH ${measure}, ws, w, e, a, ${sinceWhen(context, known)} AS since ORDER BY since DESC`;
  return call(
    cypher`${walk} ${ordered} RETURN collect(${effectColumns(context, cypher`w`, cypher`since`, isCut, known)}) AS ${bind(into)}`,
    [into],
  );
}

/**
 * Binds the facts of a measure (`facts`, columns in the order of `factsIn`), and, of a package without dates of its own, those of the measures
 * below it that are none: a row for each.
 */
export function eachFacts(context: Context, node: Name, facts: Name, known: Parameter | null): Fragment {
  const [part, direct, behind] = [context.name("node"), context.name("list"), context.name("list")];
  const there = edgeIsThere({ valid: null, known }, cypher`e`);
  const holds = there.length > 0 ? [cypher`all(e IN q WHERE ${join(there, " AND ")})`] : [];
  const isOwn = cypher`${part}.id = ${node}.id`;
  const counts = cypher`(${isOwn} OR (${isBare(context, node, known)} AND NOT ${isBare(context, part, known)}))`;
  const partIsKnown = nodeIsThere(context.withAsOf({ valid: null, known }), part, ["Measure"]);
  const parts = cypher`MATCH (${node})<-[q:PART_OF*0..]-(${bind(part)}:Measure)${where([...holds, ...partIsKnown, counts])} WITH DISTINCT ${node}, ${part}`;
  const date = (name: string) => ownDate(context, part, name, known);
  const columns = cypher`[${part}.id, ${isOwn}, ${date("announcedOn")}, ${date("inForceFrom")}, ${date("inForceUntil")}, ${behind} + ${direct}]`;
  const effects = join([directEffects(context, part, direct, known), effectsBehind(context, part, behind, known)]);
  return cypher`${parts} ${effects} WITH ${node}, ${columns} AS ${bind(facts)}`;
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
