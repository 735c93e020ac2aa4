import { type EdgeField, requestError } from "../model/index.ts";
import { DATED_PROPERTIES, isOrderable, names } from "../model/names.ts";
import type { Property } from "../model/types.ts";
import type { Arguments } from "./context.ts";

/** One key of an order: an expression that is never a list, and its direction. */
export interface Key {
  readonly expression: string;
  readonly descending: boolean;
  /** Tie-breaks always have a value; other keys may be null, and then come last. */
  readonly nullable: boolean;
  /** What its values are in JSON. */
  readonly kind: "string" | "number" | "boolean";
}

const kindOf = (type: string): Key["kind"] => (type === "Float" || type === "Int" ? "number" : type === "Boolean" ? "boolean" : "string");

/** A total order of a list: what the query asks for, then the id, then (for edges) the edge's own key. */
export interface Order {
  readonly keys: readonly Key[];
  /** Names the list and its order inside cursors. */
  readonly tag: string;
}

type Steps = readonly { readonly field: string; readonly direction: "ASC" | "DESC" }[];

/** Reads `orderBy`. `list` names what is listed; `node` and `edge` are the variables of its nodes and edges; a root list has no edges. */
export function readOrder(
  list: string,
  args: Arguments,
  properties: ReadonlyMap<string, Property>,
  node: string,
  edge: { readonly name: string; readonly field: Pick<EdgeField, "dated" | "properties"> } | null,
): Order {
  const steps = (args.orderBy ?? []) as Steps;
  const expressions = new Map<string, Pick<Key, "expression" | "kind">>([["ID", { expression: `${node}.id`, kind: "string" }]]);
  for (const property of properties.values()) {
    if (isOrderable(property)) {
      expressions.set(names.constant(property.name), { expression: `${node}.${property.name}`, kind: kindOf(property.type) });
    }
  }
  if (edge) {
    const dated = edge.field.dated ? DATED_PROPERTIES.map((name) => ({ name, type: "String" })) : [];
    for (const { name, type } of [...dated, ...[...edge.field.properties.values()].filter(isOrderable)]) {
      expressions.set(`EDGE_${names.constant(name)}`, { expression: `${edge.name}.${name}`, kind: kindOf(type) });
    }
  }
  const repeated = steps.find((step, i) => steps.findIndex((s) => s.field === step.field) < i);
  if (repeated) throw requestError("BAD_ORDER", `orderBy names ${repeated.field} twice; name each field once.`);
  const keys = steps.map((step): Key => {
    const known = expressions.get(step.field);
    if (!known) throw requestError("BAD_ORDER", `This list can't be ordered by ${step.field}.`);
    return { ...known, descending: step.direction === "DESC", nullable: true };
  });
  const ties = [`${node}.id`, ...(edge ? [`${edge.name}.key`] : [])];
  return {
    keys: [...keys, ...ties.map((expression) => ({ expression, descending: false, nullable: false, kind: "string" as const }))],
    tag: `${list}:${steps.map((s) => `${s.field}${s.direction === "DESC" ? "-" : "+"}`).join("")}`,
  };
}

/** The ORDER BY of a list, or of the list turned round. */
export function orderClause(order: Order, reversed: boolean): string {
  const parts = order.keys.flatMap(({ expression, descending, nullable }) => {
    const down = descending !== reversed;
    const nulls = nullable ? [`${expression} IS NULL${reversed ? " DESC" : ""}`] : [];
    return [...nulls, `${expression}${down ? " DESC" : ""}`];
  });
  return `ORDER BY ${parts.join(", ")}`;
}

/** Whether an element lies after (or before) a place, whose values are `parameters`, one for each key. */
export function keysetCondition(order: Order, parameters: readonly string[], side: "after" | "before"): string {
  let condition = "";
  for (let i = order.keys.length - 1; i >= 0; i--) {
    const key = order.keys[i];
    const value = parameters[i];
    if (!key || !value) continue;
    const { expression: e, nullable } = key;
    const sign = key.descending === (side === "after") ? "<" : ">";
    let beyond = `${e} ${sign} ${value}`;
    let equal = `${e} = ${value}`;
    if (nullable) {
      beyond =
        side === "after"
          ? `(${value} IS NOT NULL AND (${beyond} OR ${e} IS NULL))`
          : `(${beyond} OR (${value} IS NULL AND ${e} IS NOT NULL))`;
      equal = `(${equal} OR (${value} IS NULL AND ${e} IS NULL))`;
    }
    condition = condition === "" ? beyond : `(${beyond} OR (${equal} AND ${condition}))`;
  }
  return condition;
}
