import type { Value } from "../../engine/port.ts";
import { HISTORY_STEP, type Property } from "../../model/index.ts";
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
 * A property of a node as of the day asked for, as an expression. Where claims gave it several values, the node keeps their history, oldest
 * first: the last step that had begun and was known counts. All other nodes have none, and give what they store.
 */
export function propertyAsOf(asOf: AsOf, property: Property, node: Fragment): Fragment {
  const plain = stored(node, property.name);
  const days = daysFor(asOf, property);
  if (!days) return plain;
  const text = lastStep(node, quoted(property.name), days.valid, days.known);
  const read = property.type === "Float" ? cypher`toFloat(${text})` : property.type === "Int" ? cypher`toInteger(${text})` : text;
  const value = property.type === "Boolean" ? cypher`${text} = 'true'` : read;
  // Few nodes have a history: all others should cost no more than a look.
  return cypher`CASE WHEN ${node}.history IS NULL THEN ${plain} ELSE coalesce(${value}, ${plain}) END`;
}

/** The same where a node's history is in the answer already: reads the value out of it. Null where its value needs no look at the history. */
export function valueAsOf(asOf: AsOf, property: Property): ((history: Value, plain: Value, parameters: Parameters) => Value) | null {
  const days = daysFor(asOf, property);
  if (!days) return null;
  const at = (parameters: Parameters, day: Parameter | null) => (day === null ? null : String(parameters[day.name]));
  return (history, plain, parameters) => {
    if (!Array.isArray(history)) return plain;
    const [valid, known] = [at(parameters, days.valid), at(parameters, days.known)];
    const steps = history.map((step) => String(step).split(HISTORY_STEP));
    const step = steps.findLast(
      ([field, since = "", recorded = ""]) =>
        field === property.name && (valid === null || since <= valid) && (known === null || recorded <= known),
    );
    const text = step?.[3];
    if (text === undefined) return plain;
    return property.type === "Float" || property.type === "Int" ? Number(text) : property.type === "Boolean" ? text === "true" : text;
  };
}

/** A part of a step in a node's history: its field, since when it holds, since when that is known, its value. */
export function stepPart(part: "field" | "since" | "recordedOn" | "value"): Fragment {
  const index = ["field", "since", "recordedOn", "value"].indexOf(part);
  return cypher`split(h, ${quoted(HISTORY_STEP)})[${number(index)}]`;
}

/** Of the last step in a node's history that meets some conditions (on `h`), a part; null where there is none. */
function lastOf(node: Fragment, conditions: readonly Fragment[], part: Fragment): Fragment {
  return cypher`[h IN ${node}.history WHERE ${join(conditions, " AND ")} | ${part}][-1]`;
}

/** The value of the last step in a node's history of a field that had begun and was known; null where there is none. */
export function lastStep(node: Fragment, field: Fragment, valid: Fragment | null, known: Fragment | null): Fragment {
  const conditions = [
    cypher`${stepPart("field")} = ${field}`,
    ...(valid === null ? [] : [cypher`${stepPart("since")} <= ${valid}`]),
    ...(known === null ? [] : [cypher`${stepPart("recordedOn")} <= ${known}`]),
  ];
  return lastOf(node, conditions, stepPart("value"));
}

/** Whether an edge may have held on a day: certain only of what its dates exclude. */
export function mayHold(edge: Fragment, { day, days }: Day): Fragment {
  return cypher`coalesce(${edge}.since, '') <= ${day} AND (coalesce(${edge}.until, '~') >= ${day} OR ${edge}.until IN ${days})`;
}

/** What must hold for a dated edge to be there. */
export function edgeIsThere({ valid, known }: AsOf, edge: Fragment): Fragment[] {
  return [...(valid ? [mayHold(edge, valid)] : []), ...(known === null ? [] : [cypher`coalesce(${edge}.recordedOn, '') <= ${known}`])];
}

/** What must hold for a node of one of the types to be there: it was not dated later, nor published later. */
export function nodeIsThere(context: Context, node: Fragment, types: readonly string[]): Fragment[] {
  const { valid, known } = context.asOf;
  const conditions: Fragment[] = [];
  const having = (name: string) => types.filter((type) => context.model.nodes.get(type)?.properties.has(name));
  const date = context.model.properties.get(having("date")[0] ?? "")?.get("date");
  if (valid && date) conditions.push(cypher`coalesce(${propertyAsOf(context.asOf, date, node)}, '') <= ${valid.day}`);
  if (known !== null) {
    const recorded = ["recordedOn", "publishedOn"].filter((name) => having(name).length > 0).map((name) => stored(node, name));
    for (const day of recorded) conditions.push(cypher`coalesce(${day}, '') <= ${known}`);
  }
  return conditions;
}
