import { type DirectiveNode, type FieldNode, getDirectiveValues, type OperationDefinitionNode } from "graphql";
import type { Value } from "../../engine/port.ts";
import { HISTORY_STEP, type Property } from "../../model/index.ts";
import { containing } from "../cypher/dates.ts";
import type { Context } from "../request/context.ts";
import type { Parameters } from "../request/shape.ts";

/** The day as of which something is asked, as parameters; null where none was given. */
export interface AsOf {
  /** The day whose state counts, and the coarser dates that contain it. */
  readonly valid: { readonly day: string; readonly days: string } | null;
  /** The day whose knowledge counts. */
  readonly known: string | null;
}

/** All of history, with all that is known. */
export const ALWAYS: AsOf = { valid: null, known: null };

/** Enters a field or an operation: its own @asOf replaces what it gives of the outer one. */
export function within(context: Context, nodes: readonly (FieldNode | OperationDefinitionNode)[]): Context {
  const directive = context.schema.getDirective("asOf");
  const isAsOf = ({ name }: DirectiveNode) => name.value === "asOf";
  const node = nodes.find((n) => n.directives?.some(isAsOf));
  const written = node?.directives?.find(isAsOf);
  if (!directive || !written) return context;
  const { args, parameter } = context.open(written, (variables) => getDirectiveValues(directive, node as FieldNode, variables) ?? {});
  const isGiven = (name: string) => args[name] !== undefined && args[name] !== null;
  const valid = isGiven("valid")
    ? { day: parameter((a) => a.valid as string), days: parameter((a) => containing(a.valid as string)) }
    : context.asOf.valid;
  const known = isGiven("known") ? parameter((a) => a.known as string) : context.asOf.known;
  return context.withAsOf({ valid, known });
}

/** The days that count for the history of a property, as parameters; null where its value needs no look at the history. */
function daysFor(asOf: AsOf, property: Property): { valid: string | null; known: string | null } | null {
  const valid = property.latest && asOf.valid !== null ? asOf.valid.day : null;
  return !property.contestable || (valid === null && asOf.known === null) ? null : { valid, known: asOf.known };
}

/**
 * A property of a node as of the day asked for, as an expression. Where claims gave it several values, the node keeps their history, oldest
 * first: the last step that had begun and was known counts. All other nodes have none, and give what they store.
 */
export function propertyAsOf(asOf: AsOf, property: Property, node: string): string {
  const plain = `${node}.${property.name}`;
  const days = daysFor(asOf, property);
  if (!days) return plain;
  const text = lastStep(node, `'${property.name}'`, days.valid, days.known);
  const read = property.type === "Float" ? `toFloat(${text})` : property.type === "Int" ? `toInteger(${text})` : text;
  const value = property.type === "Boolean" ? `${text} = 'true'` : read;
  // Few nodes have a history: all others should cost no more than a look.
  return `CASE WHEN ${node}.history IS NULL THEN ${plain} ELSE coalesce(${value}, ${plain}) END`;
}

/** The same where a node's history is in the answer already: reads the value out of it. Null where its value needs no look at the history. */
export function valueAsOf(asOf: AsOf, property: Property): ((history: Value, stored: Value, parameters: Parameters) => Value) | null {
  const days = daysFor(asOf, property);
  if (!days) return null;
  const at = (parameters: Parameters, name: string | null) => (name === null ? null : String(parameters[name.slice(1)]));
  return (history, stored, parameters) => {
    if (!Array.isArray(history)) return stored;
    const [valid, known] = [at(parameters, days.valid), at(parameters, days.known)];
    const steps = history.map((step) => String(step).split(HISTORY_STEP));
    const step = steps.findLast(
      ([field, since = "", heard = ""]) =>
        field === property.name && (valid === null || since <= valid) && (known === null || heard <= known),
    );
    const text = step?.[3];
    if (text === undefined) return stored;
    return property.type === "Float" || property.type === "Int" ? Number(text) : property.type === "Boolean" ? text === "true" : text;
  };
}

/** The value of the last step in a node's history of a field, an expression too, that had begun and was known; null where there is none. */
export function lastStep(node: string, field: string, valid: string | null, known: string | null): string {
  const part = (index: number) => `split(h, '${HISTORY_STEP}')[${index}]`;
  const conditions = [
    `${part(0)} = ${field}`,
    ...(valid === null ? [] : [`${part(1)} <= ${valid}`]),
    ...(known === null ? [] : [`${part(2)} <= ${known}`]),
  ];
  return `[h IN ${node}.history WHERE ${conditions.join(" AND ")} | ${part(3)}][-1]`;
}

/** Whether an edge may have held on a day: certain only of what its dates exclude. */
export function mayHold(edge: string, { day, days }: { readonly day: string; readonly days: string }): string {
  return `coalesce(${edge}.since, '') <= ${day} AND (coalesce(${edge}.until, '~') >= ${day} OR ${edge}.until IN ${days})`;
}

/** What must hold for a dated edge to be there. */
export function edgeIsThere({ valid, known }: AsOf, edge: string): string[] {
  return [...(valid ? [mayHold(edge, valid)] : []), ...(known === null ? [] : [`coalesce(${edge}.recordedOn, '') <= ${known}`])];
}

/** What must hold for a node of one of the types to be there: it was not dated later, nor published later. */
export function nodeIsThere(context: Context, node: string, types: readonly string[]): string[] {
  const { valid, known } = context.asOf;
  const conditions: string[] = [];
  const properties = (name: string) => types.filter((type) => context.model.nodes.get(type)?.properties.has(name));
  const date = context.model.properties.get(properties("date")[0] ?? "")?.get("date");
  if (valid && date) {
    const day = propertyAsOf(context.asOf, date, node);
    conditions.push(`coalesce(${day}, '') <= ${valid.day}`);
  }
  if (known !== null) {
    const recorded = ["recordedOn", "publishedOn"].filter((name) => properties(name).length > 0).map((name) => `${node}.${name}`);
    for (const day of recorded) conditions.push(`coalesce(${day}, '') <= ${known}`);
  }
  return conditions;
}
