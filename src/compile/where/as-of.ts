import type { Value } from "../../engine/port.ts";
import { HISTORY_STEP, type Model, type Property, THERE_FROM, UNTIL } from "../../model/index.ts";
import { cypher, type Fragment, join, number, type Parameter, quoted, stored } from "../cypher/fragment.ts";
import type { Context } from "../request/context.ts";
import type { AsOf, Day } from "../request/day.ts";
import type { Parameters } from "../request/shape.ts";

/** The days that count for the history of a property; null where its value needs no look at the history. */
function daysFor(asOf: AsOf, property: Property): { valid: Parameter | null; known: Parameter | null } | null {
  const valid = property.latest && asOf.valid !== null ? asOf.valid.day : null;
  return !property.contestable || (valid === null && asOf.known === null) ? null : { valid, known: asOf.known };
}

/**
 * A property of a node as of the day asked for, as an expression. Where claims gave it several values, or gave it only after the node was known,
 * the node keeps their history, oldest first: the last step that had begun and was known counts, and where none was known, there was no value.
 * All other nodes have no history, and give what they store.
 */
export function propertyAsOf(asOf: AsOf, property: Property, node: Fragment): Fragment {
  const plain = stored(node, property.name);
  const days = daysFor(asOf, property);
  if (!days) return plain;
  const ofField = isStepOf(property.name);
  const last = property.latest ? lastStepKnown : lastStep;
  const value = typed(property, last(node, ofField, days.valid, days.known));
  if (canBeMissing(days, property)) {
    const itsOwn = cypher`any(h IN ${node}.history WHERE ${ofField})`;
    return cypher`CASE WHEN ${itsOwn} THEN ${value} ELSE ${plain} END`;
  }
  const first = days.valid !== null && days.known !== null ? [typed(property, firstKnown(node, ofField, days.known))] : [];
  // Few nodes have a history: all others should cost no more than a look.
  return cypher`CASE WHEN ${historyOf(node, property, days.known)} IS NULL THEN ${plain} ELSE coalesce(${join([value, ...first, plain], ", ")}) END`;
}

/**
 * Several properties of a node as of the day asked for, as a list of values in their order. Where each would be a long look at the node's history,
 * that look stands once for all of them: it costs Neo4j more to plan than to run.
 */
export function propertiesAsOf(asOf: AsOf, properties: readonly Property[], node: Fragment): Fragment {
  const { known } = asOf;
  const isAlike = (property: Property) => {
    const days = daysFor(asOf, property);
    return days !== null && days.valid === null && canBeMissing(days, property) && !CONVERTED.includes(property.type);
  };
  if (known === null || !properties.every(isAlike)) {
    return cypher`[${join(
      properties.map((property) => propertyAsOf(asOf, property, node)),
      ", ",
    )}]`;
  }
  const pairs = properties.map(({ name }) => cypher`[${quoted(name + HISTORY_STEP)}, ${stored(node, name)}]`);
  const isOfField = cypher`h STARTS WITH o[0]`;
  const value = lastOf(node, [isOfField, cypher`${stepPart("recordedOn")} <= ${known}`], stepPart("value"));
  return cypher`[o IN [${join(pairs, ", ")}] | CASE WHEN any(h IN ${node}.history WHERE ${isOfField}) THEN ${value} ELSE o[1] END]`;
}

/** The types of which a history keeps texts that stand for values. */
const CONVERTED: readonly string[] = ["Float", "Int", "Boolean"];

/** Whether a field may have had no value at what was known: not what the schema promises, which is the record's own before claims say more. */
function canBeMissing({ known }: { known: Parameter | null }, { required }: Property): boolean {
  return known !== null && !required;
}

/** A text of a history as the value that it stands for. */
function typed({ type }: Property, text: Fragment): Fragment {
  if (type === "Float") return cypher`toFloat(${text})`;
  if (type === "Int") return cypher`toInteger(${text})`;
  return type === "Boolean" ? cypher`${text} = 'true'` : text;
}

/** The expression of the history that `valueAsOf` reads. */
export function historyFor({ known }: AsOf, node: Fragment, property: Property): Fragment {
  return historyOf(node, property, known);
}

/** The same where a node's history (`historyFor`) is in the answer already: reads the value out of it. Null where its value needs no look at the history. */
export function valueAsOf(asOf: AsOf, property: Property): ((history: Value, plain: Value, parameters: Parameters) => Value) | null {
  const days = daysFor(asOf, property);
  if (!days) return null;
  const at = (parameters: Parameters, day: Parameter | null) => (day === null ? null : String(parameters[day.name]));
  return (history, plain, parameters) => {
    if (!Array.isArray(history)) return plain;
    const [valid, known] = [at(parameters, days.valid), at(parameters, days.known)];
    const steps = history.map((step) => String(step).split(HISTORY_STEP));
    const ofField = steps.filter(([field]) => field === property.name);
    const isKnown = ([, , recorded = "", , from = "", over = "~"]: readonly string[]) =>
      known === null || (recorded <= known && from <= known && over > known);
    const last = ofField.findLast((step) => isKnown(step) && (valid === null || (step[1] ?? "") <= valid));
    const missing = canBeMissing(days, property);
    const text = (last ?? (missing || known === null ? undefined : ofField.find(isKnown)))?.[3];
    if (text === undefined) return missing && ofField.length > 0 ? null : plain;
    return property.type === "Float" || property.type === "Int" ? Number(text) : property.type === "Boolean" ? text === "true" : text;
  };
}

/** A part of a step in a node's history: its field, since when it holds, since when that is known, its value; of one as it was known, from when to when it counted. */
export function stepPart(part: "field" | "since" | "recordedOn" | "value" | "from" | "over"): Fragment {
  const index = ["field", "since", "recordedOn", "value", "from", "over"].indexOf(part);
  return cypher`split(h, ${quoted(HISTORY_STEP)})[${number(index)}]`;
}

/** Of the last step in a node's history that meets some conditions (on `h`), a part; null where there is none. */
function lastOf(node: Fragment, conditions: readonly Fragment[], part: Fragment): Fragment {
  return cypher`[h IN ${node}.history WHERE ${join(conditions, " AND ")} | ${part}][-1]`;
}

/** That a step (`h`) is of a field: what it begins with is looked at, since taking it apart is longer to plan. */
function isStepOf(field: string): Fragment {
  return cypher`h STARTS WITH ${quoted(field + HISTORY_STEP)}`;
}

/**
 * The value of the last step in a node's history of a field that had begun, and was known on each of some days; null where there is none. `ofField` says
 * that a step (`h`) is of the field.
 */
export function lastStep(node: Fragment, ofField: Fragment, valid: Fragment | null, ...known: readonly (Fragment | null)[]): Fragment {
  const conditions = [
    ofField,
    ...(valid === null ? [] : [cypher`${stepPart("since")} <= ${valid}`]),
    ...known.flatMap((day) => (day === null ? [] : [cypher`${stepPart("recordedOn")} <= ${day}`])),
  ];
  return lastOf(node, conditions, stepPart("value"));
}

/**
 * The same of a field that changes as things go on. Where claims took a step of its history away, such as one that was only alleged, the node keeps
 * beside its history what that was, as it was known: then a step counts from a day on which it was known up to one on which it was no more.
 */
export function lastStepKnown(node: Fragment, ofField: Fragment, valid: Fragment | null, ...known: readonly (Fragment | null)[]): Fragment {
  const days = known.flatMap((day) => (day === null ? [] : [day]));
  // Without a day, all that is known today counts: the history says that.
  if (days.length === 0) return lastStep(node, ofField, valid);
  const conditions = [ofField, ...(valid === null ? [] : [cypher`${stepPart("since")} <= ${valid}`]), ...stepsKnown(days)];
  return cypher`[h IN ${asKnown(node)} WHERE ${join(conditions, " AND ")} | ${stepPart("value")}][-1]`;
}

/** The history of a node, as it was known where that was another. */
export function asKnown(node: Fragment): Fragment {
  return cypher`coalesce(${node}.asKnown, ${node}.history)`;
}

/** That a step (`h`) of what `asKnown` gives was known on each of some days, the first of which decides; nothing where there is none. */
export function stepsKnown(days: readonly Fragment[]): Fragment[] {
  if (days.length === 0) return [];
  const isNoMore = days.map((day) => cypher`coalesce(${stepPart("over")}, '~') > ${day}`);
  return [
    ...days.map((day) => cypher`${stepPart("recordedOn")} <= ${day} AND coalesce(${stepPart("from")}, '') <= ${day}`),
    cypher`(${join(isNoMore, " OR ")})`,
  ];
}

/** The history in which a property is looked up. */
function historyOf(node: Fragment, { latest }: Property, known: Parameter | null): Fragment {
  return latest && known !== null ? asKnown(node) : cypher`${node}.history`;
}

/** The value of the first step of a field that changes as things go on that was known: of a day before all that is said, the nearest; null where there is none. */
function firstKnown(node: Fragment, ofField: Fragment, known: Fragment): Fragment {
  const conditions = [ofField, ...stepsKnown([known])];
  return cypher`[h IN ${asKnown(node)} WHERE ${join(conditions, " AND ")} | ${stepPart("value")}][0]`;
}

/**
 * The expression of a node's own day as it was known, which says whose memberships count; on an interface, of whichever of its types' dates the node
 * has. Null where none has a date.
 */
export function dayOf(context: Context, type: string, node: Fragment): Fragment | null {
  const dates = (context.model.possible.get(type) ?? []).flatMap((name) => dateOf(context.model, name) ?? []);
  const byName = new Map(dates.map((date) => [date.name, date]));
  const days = [...byName.values()].map((date) => propertyAsOf(context.asOf, date, node));
  return days.length > 1 ? cypher`coalesce(${join(days, ", ")})` : (days[0] ?? null);
}

/** The property that dates nodes of a type; undefined where none does. */
function dateOf({ nodes }: Model, type: string): Property | undefined {
  const node = nodes.get(type);
  return node?.properties.get(node.date ?? "");
}

/** The last day of an edge, as it was known: null where it was open at that end. */
export function untilOf(edge: Fragment, known: AsOf["known"]): Fragment {
  return propertyAsOf({ valid: null, known }, UNTIL, edge);
}

/** What is made of the last day of an edge, as it was known: what looks at the history stands once, since it is long to plan. */
export function byUntil(edge: Fragment, known: AsOf["known"], made: (until: Fragment) => Fragment): Fragment {
  const until = untilOf(edge, known);
  return known === null ? made(until) : cypher`[u IN [${until}] | ${made(cypher`u`)}][0]`;
}

/** Whether an edge may have held on a day, by its dates as they were known: certain only of what these exclude. */
export function mayHold(edge: Fragment, { day, days }: Day, known: AsOf["known"]): Fragment {
  const isOpen = byUntil(edge, known, (until) => cypher`(coalesce(${until}, '~') >= ${day} OR ${until} IN ${days})`);
  return cypher`coalesce(${edge}.since, '') <= ${day} AND ${isOpen}`;
}

/** What must hold for a dated edge to be there. */
export function edgeIsThere({ valid, known }: AsOf, edge: Fragment): Fragment[] {
  return [
    ...(valid ? [mayHold(edge, valid, known)] : []),
    ...(known === null ? [] : [cypher`coalesce(${edge}.recordedOn, '') <= ${known}`]),
  ];
}

/** What must hold for all edges of a path `q` to be there. */
export function pathIsThere(asOf: AsOf): Fragment[] {
  const there = edgeIsThere(asOf, cypher`e`);
  return there.length > 0 ? [cypher`all(e IN q WHERE ${join(there, " AND ")})`] : [];
}

/** What must hold for a node of one of the types to be there: it began no later, and was spoken of or published no later. */
export function nodeIsThere(context: Context, node: Fragment, types: readonly string[]): Fragment[] {
  const { valid, known } = context.asOf;
  const conditions: Fragment[] = [];
  const having = (name: string) => types.filter((type) => context.model.nodes.get(type)?.properties.has(name));
  const begins = context.model.properties.get(having(THERE_FROM)[0] ?? "")?.get(THERE_FROM);
  if (valid && begins) conditions.push(cypher`coalesce(${propertyAsOf(context.asOf, begins, node)}, '') <= ${valid.day}`);
  if (known !== null && having("recordedOn").length > 0) conditions.push(cypher`coalesce(${stored(node, "recordedOn")}, '') <= ${known}`);
  return conditions;
}
