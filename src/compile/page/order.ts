import { DATED, distinguishingProperties, type EdgeField, isOrderable, names, type Property, requestError } from "../../model/index.ts";
import { inRanges } from "../cypher/texts.ts";
import type { Arguments } from "../request/context.ts";
import { type AsOf, propertyAsOf } from "../where/as-of.ts";

/** One key of an order: an expression that is never a list, and its direction. */
export interface Key {
  readonly expression: string;
  readonly descending: boolean;
  /** Tie-breaks always have a value; other keys may be null, and then come last. */
  readonly nullable: boolean;
  /** All that is listed has a value, for the schema or the filter wants one: engines can follow an index. */
  readonly present: boolean;
  /** What its values are in JSON. */
  readonly kind: "string" | "number" | "boolean";
  /** Free text, in any script; codes, dates and ids are plain ASCII. */
  readonly text: boolean;
  /** What it reads belongs to the edge, not to the node that is listed. */
  readonly ofEdge: boolean;
}

/** A place's value for one key, as parameters. */
export interface KeyValue {
  readonly value: string;
  /** For free text, the ranges that lie above and below it for certain; see texts.ts. */
  readonly ranges: { readonly above: string; readonly below: string } | null;
}

const kindOf = (type: string): Key["kind"] => (type === "Float" || type === "Int" ? "number" : type === "Boolean" ? "boolean" : "string");

const readAs = (type: string, ofEdge: boolean): Pick<Key, "kind" | "text" | "ofEdge"> => ({
  kind: kindOf(type),
  text: type === "String" || type === "URL",
  ofEdge,
});

/** A total order of a list: what the query asks for, then the id, then what tells edges to one node apart. */
export interface Order {
  readonly keys: readonly Key[];
  /** Names the list and its order inside cursors. */
  readonly tag: string;
}

type Steps = readonly { readonly field: string; readonly direction: "ASC" | "DESC" }[];

/** The edges of a list, as its order sees them. */
export interface OrderedEdge {
  /** The variable that is bound to the edge. */
  readonly name: string;
  readonly field: Pick<EdgeField, "dated" | "properties" | "symmetric">;
  /** Whether the answer tells edges to one node apart: where it gives nodes alone, one is as good as the other. */
  readonly distinct: boolean;
}

/** Reads `orderBy`. `list` names what is listed; `node` is the variable of its nodes; a root list has no edges. */
export function readOrder(
  asOf: AsOf,
  list: string,
  args: Arguments,
  properties: ReadonlyMap<string, Property>,
  node: string,
  edge: OrderedEdge | null,
  present: ReadonlySet<string>,
): Order {
  const steps = (args.orderBy ?? []) as Steps;
  const expressions = new Map<string, Omit<Key, "descending" | "nullable">>([
    ["ID", { expression: `${node}.id`, kind: "string", text: false, ofEdge: false, present: true }],
  ]);
  for (const property of properties.values()) {
    if (isOrderable(property)) {
      expressions.set(names.constant(property.name), {
        expression: propertyAsOf(asOf, property, node),
        ...readAs(property.type, false),
        present: property.required || present.has(property.name),
      });
    }
  }
  if (edge) {
    const dated = edge.field.dated ? [...DATED.values()] : [];
    for (const { name, type } of [...dated, ...[...edge.field.properties.values()].filter(isOrderable)]) {
      expressions.set(`EDGE_${names.constant(name)}`, { expression: `${edge.name}.${name}`, ...readAs(type, true), present: false });
    }
  }
  const repeated = steps.find((step, i) => steps.findIndex((s) => s.field === step.field) < i);
  if (repeated) throw requestError("BAD_ORDER", `orderBy names ${repeated.field} twice; name each field once.`);
  const keys = steps.map((step): Key => {
    const known = expressions.get(step.field);
    if (!known) throw requestError("BAD_ORDER", `This list can't be ordered by ${step.field}.`);
    return { ...known, descending: step.direction === "DESC", nullable: true };
  });
  const ties = [{ expression: `${node}.id`, text: false, ofEdge: false }, ...(edge?.distinct ? edgeTies(edge) : [])];
  return {
    keys: [...keys, ...ties.map((tie) => ({ ...tie, descending: false, nullable: false, present: true, kind: "string" as const }))],
    tag: `${list}:${steps.map((s) => `${s.field}${s.direction === "DESC" ? "-" : "+"}`).join("")}`,
  };
}

/** What tells edges between the same two nodes apart; a symmetric edge may have been stated from either of them. */
function edgeTies({ name, field }: OrderedEdge): Pick<Key, "expression" | "text" | "ofEdge">[] {
  const said = distinguishingProperties(field).map((property) => {
    const { text, ofEdge } = readAs(field.properties.get(property)?.type ?? "PartialDate", true);
    return { expression: `coalesce(${name}.${property}, '')`, text, ofEdge };
  });
  return field.symmetric ? [...said, { expression: `startNode(${name}).id`, text: false, ofEdge: true }] : said;
}

/** Expressions that tell a dated edge from all others from the same node: its type, and what tells it from those of that type. */
export function tellingValues(relation: string): string[] {
  return [`type(${relation})`, ...distinguishingProperties().map((property) => `coalesce(${relation}.${property}, '')`)];
}

/** An expression that names a dated edge among all: its ends, its type, and what tells it from others of that type between them. */
export function edgeName(from: string, relation: string, to: string): string {
  const [type, ...told] = tellingValues(relation);
  return [`${from}.id`, type, `${to}.id`, ...told].join(" + '|' + ");
}

/**
 * The ORDER BY of a list, or of the list turned round. What has no value comes last, as Cypher has it where values rise; where they fall it
 * counts as less than any code, date or number, in the same key: each key more costs a sort a third.
 */
export function orderClause(order: Order, reversed: boolean): string {
  const parts = order.keys.flatMap((key) => {
    const turn = key.descending !== reversed ? " DESC" : "";
    const fills = key.descending && key.nullable && !key.present;
    if (!fills) return [`${key.expression}${turn}`];
    const least = key.text ? undefined : LEAST[key.kind];
    if (least !== undefined) return [`coalesce(${key.expression}, ${least})${turn}`];
    return [`${key.expression} IS NULL${reversed ? " DESC" : ""}`, `${key.expression}${turn}`];
  });
  return `ORDER BY ${parts.join(", ")}`;
}

/** Less than any value of its kind that is stored; any text may be stored, and booleans have no third value. */
const LEAST: Readonly<Partial<Record<Key["kind"], string>>> = { string: "''", number: "-1.0e308" };

/** Whether an element lies after (or before) a place, whose values are `place`, one for each key. */
export function keysetCondition(order: Order, place: readonly KeyValue[], side: "after" | "before"): string {
  let condition = "";
  for (let i = order.keys.length - 1; i >= 0; i--) {
    const key = order.keys[i];
    const at = place[i];
    if (!key || !at) continue;
    const { value, ranges } = at;
    const { expression: e } = key;
    const nullable = key.nullable && !key.present;
    const sign = key.descending === (side === "after") ? "<" : ">";
    let beyond = `${e} ${sign} ${value}`;
    if (ranges) {
      const [within, without] = sign === ">" ? [ranges.above, ranges.below] : [ranges.below, ranges.above];
      beyond = `((${beyond} OR ${inRanges(e, within)}) AND NOT ${inRanges(e, without)})`;
    }
    let equal = `${e} = ${value}`;
    if (nullable) {
      beyond =
        side === "after"
          ? `(${value} IS NOT NULL AND (${beyond} OR ${e} IS NULL))`
          : `(${beyond} OR (${value} IS NULL AND ${e} IS NOT NULL))`;
      equal = `(${equal} OR (${value} IS NULL AND ${e} IS NULL))`;
    }
    condition = condition === "" ? beyond : `(${beyond} OR (${equal} AND ${condition}))`;
    // Said once more, so that an index leads to the place: 1.8 ms against 28 on Neo4j, of 60,000 nodes.
    if (i === 0 && !nullable && !ranges && order.keys.length > 1) condition = `(${e} ${sign}= ${value} AND ${condition})`;
  }
  return condition;
}
