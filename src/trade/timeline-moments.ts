import {
  bind,
  type Context,
  cypher,
  type Fragment,
  join,
  labelled,
  type Name,
  number,
  propertiesAsOf,
  propertyAsOf,
  quoted,
  untilOf,
} from "../compile/index.ts";
import type { EdgeField, Moment, NodeType, Property } from "../model/index.ts";
import { effectSince } from "./status/index.ts";
import { kindOf } from "./timeline-days.ts";

/** A day of a type's nodes that the schema marks. */
export interface Marked {
  readonly property: Property;
  readonly moment: Moment;
}

/** All such days of a type. */
export function momentsOf({ properties }: NodeType): Marked[] {
  return [...properties.values()].flatMap((property) => property.moments.map((moment) => ({ property, moment })));
}

/** The types whose nodes have such days. */
export function markedTypes({ model }: Context): NodeType[] {
  return [...model.nodes.values()].filter((type) => momentsOf(type).length > 0);
}

/** The days of a node, each with its kind and field; null where the moment is not one of such a node. */
interface Days {
  /** A list of them. */
  readonly days: Fragment;
  /** What `days` uses: as known on a day values are long expressions, of which each stands once. Null where there is nothing to bind. */
  readonly known: Fragment | null;
}

/** The days of a node of one of some types, those that are to be kept. */
export function daysOf(context: Context, act: Name, types: readonly NodeType[], keeps: (marked: Marked) => boolean = () => true): Days {
  const marked = types.map((type) => ({ type, days: momentsOf(type).filter(keeps) }));
  const all = marked.flatMap(({ days }) => days);
  const properties = [...new Set(all.map(({ property }) => property))];
  const isKnown = context.asOf.known !== null;
  const [values, kind] = [context.name("list"), context.name("kind")];
  const value = (property: Property) =>
    isKnown ? cypher`${values}[${number(properties.indexOf(property))}]` : propertyAsOf(context.asOf, property, act);
  const itsKind = isKnown ? kind : kindOf(context, act);
  const listed = marked.map(({ type, days }) => ({
    type,
    list: cypher`[${join(
      days.map((day) => dayOfNode(day, value(day.property), itsKind)),
      ", ",
    )}]`,
  }));
  const [only, ...others] = listed;
  const byType = listed.map(({ type, list }) => cypher`WHEN ${labelled(act, type.name)} THEN ${list}`);
  const known = [
    cypher`${propertiesAsOf(context.asOf, properties, act)} AS ${bind(values)}`,
    ...(all.some(({ moment }) => moment.of !== null) ? [cypher`${kindOf(context, act)} AS ${bind(kind)}`] : []),
  ];
  return {
    days: only && others.length === 0 ? only.list : cypher`CASE ${join(byType)} ELSE [] END`,
    known: isKnown ? join(known, ", ") : null,
  };
}

/** A day of a node, given its value and the node's kind. */
function dayOfNode({ property, moment: { kind, of } }: Marked, value: Fragment, itsKind: Fragment): Fragment {
  const others = property.moments.flatMap((moment) => (moment.of === null ? [] : [quoted(moment.of)]));
  const isKind = of !== null ? cypher`${itsKind} = ${quoted(of)}` : null;
  const condition = isKind ?? (others.length > 0 ? cypher`NOT ${itsKind} IN [${join(others, ", ")}]` : null);
  const dated = condition === null ? value : cypher`CASE WHEN ${condition} THEN ${value} END`;
  return cypher`[${dated}, ${quoted(kind)}, ${quoted(property.name)}]`;
}

/** A day of edges that the schema marks. */
interface MarkedEdge {
  readonly field: EdgeField;
  readonly moment: Moment;
}

/**
 * The days on which edges begin, or end, as members of a list: where their types differ in the kind of moment, the day stands once all the same.
 */
export function daysOfEdges(context: Context, edge: Name, other: Name, marked: readonly MarkedEdge[], all: readonly string[]): Fragment[] {
  const [first] = marked;
  if (!first) return [];
  const day = first.moment.end ? untilOf(edge, context.asOf.known) : effectSince(context, edge, other, context.asOf.known);
  const byType = new Map(marked.map((one) => [one.field.type, one]));
  const kinds = [...byType].map(([type, { moment }]) => cypher`WHEN ${quoted(type)} THEN ${quoted(moment.kind)}`);
  const of = cypher`type(${edge}) IN [${join([...byType.keys()].map(quoted), ", ")}]`;
  const dated = byType.size === all.length ? day : cypher`CASE WHEN ${of} THEN ${day} END`;
  // A type that has several such moments has a member for each.
  const rest = marked.filter((one) => byType.get(one.field.type) !== one);
  return [cypher`[${dated}, CASE type(${edge}) ${join(kinds)} END]`, ...daysOfEdges(context, edge, other, rest, all)];
}

/** The days of edges that the schema marks: each relationship type once, with all that it leads to. */
export function momentsOfEdges({ model }: Context): MarkedEdge[] {
  const marked = new Map<string, EdgeField>();
  for (const fields of model.edgeFields.values()) {
    for (const edge of fields.values()) {
      const known = marked.get(edge.type);
      if (edge.moments.length > 0 && (!known || known.targets.length < edge.targets.length)) marked.set(edge.type, edge);
    }
  }
  return [...marked.values()].flatMap((field) => field.moments.map((moment) => ({ field, moment })));
}
