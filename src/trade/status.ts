import { containing, lowest, overhang } from "../compile/cypher/dates.ts";
import { where } from "../compile/cypher/patterns.ts";
import { tellingValues } from "../compile/page/order.ts";
import type { Context, Site } from "../compile/request/context.ts";
import { type Selected, selectedOn, selectionsOf } from "../compile/request/selection.ts";
import { itemsOf, type Read } from "../compile/request/shape.ts";
import { compileEdge } from "../compile/select/edge.ts";
import { ObjectBuilder } from "../compile/select/object.ts";
import { edgeIsThere, propertyAsOf, within } from "../compile/where/as-of.ts";
import type { EdgeField } from "../model/index.ts";

/** The day for which a status is asked, as parameters. */
export interface StatusDay {
  readonly day: string;
  /** The coarsest text that is certainly on or after the day. */
  readonly from: string;
  /** Coarser dates that contain the day and run past it: what begins then may not have begun. */
  readonly beginning: string;
  /** Coarser dates that contain the day and began before it: what ends then may have ended. */
  readonly ending: string;
  /** The day whose knowledge counts; null for all that is known. */
  readonly known: string | null;
}

/** Reads the day from the argument of a name, and from `known`. */
export function statusDay(context: Context, { args, parameter }: Site, name: string): StatusDay {
  const known = args.known !== undefined && args.known !== null;
  return {
    day: parameter((a) => a[name] as string),
    from: parameter((a) => lowest(a[name] as string)),
    beginning: parameter((a) => overhang(a[name] as string)),
    ending: parameter((a) => {
      const day = a[name] as string;
      return containing(day).filter((date) => date < lowest(day));
    }),
    known: known ? parameter((a) => a.known as string) : context.asOf.known,
  };
}

/** Conditions on the dates of an edge, in three values: it has begun, it may have; of what has begun: it lasts, it may last. */
function begun(since: string, until: string, { day, from, beginning, ending }: StatusDay) {
  return {
    certainly: `${since} <= ${day} AND NOT ${since} IN ${beginning}`,
    perhaps: `(${since} IS NULL OR ${since} IN ${beginning})`,
    lasts: `(${until} IS NULL OR ${until} >= ${from})`,
    mayLast: `${until} IN ${ending}`,
  };
}

/** The conditions on an edge that a status rests on, and whether some edge of some types meets one. */
interface Reached {
  readonly since: string;
  readonly until: string;
  readonly some: (types: readonly string[], condition: string) => string;
}

/** What must hold for an edge to be known. */
const isHeard = (edge: string, known: string | null) => edgeIsThere({ valid: null, known }, edge);

/** Looks for each condition anew: an expression of its own, for filters. Neo4j takes seconds to plan it. */
function byCounting(context: Context, node: string, { known }: StatusDay): Reached {
  const [edge, act] = [context.name("q"), context.name("w")];
  const heard = isHeard(edge, known);
  return {
    since: `coalesce(${edge}.since, ${act}.date)`,
    until: `${edge}.until`,
    some: (types, condition) => `COUNT { MATCH (${node})<-[${edge}:${types.join("|")}]-(${act})${where([...heard, condition])} } > 0`,
  };
}

/** Looks once, and goes through what was found: a clause that binds the list, for what is selected. */
export function byListing(context: Context, node: string, { known }: StatusDay): { readonly clause: string; readonly reached: Reached } {
  const [edge, act, list] = [context.name("q"), context.name("w"), context.name("l")];
  const heard = where(isHeard(edge, known));
  const each = `[type(${edge}), coalesce(${edge}.since, ${act}.date), ${edge}.until]`;
  return {
    clause: `CALL (${node}) { MATCH (${node})<-[${edge}:ENDS|REPLACES|SUSPENDS|EXTENDS]-(${act})${heard} RETURN collect(${each}) AS ${list} }`,
    reached: {
      since: "x[1]",
      until: "x[2]",
      some: (types, condition) => `any(x IN ${list} WHERE x[0] IN [${types.map((type) => `'${type}'`).join(", ")}] AND ${condition})`,
    },
  };
}

/** A date of the measure itself, as it was known. */
function ownDate(context: Context, node: string, name: string, { known }: StatusDay): string {
  const property = context.model.properties.get("Measure")?.get(name);
  return property ? propertyAsOf({ valid: null, known }, property, node) : `${node}.${name}`;
}

/**
 * The status of a measure on a day, as one expression: the first of these that holds decides. What ended or replaced it stands
 * before what suspended it, and both before its own dates; what dates do not settle is UNKNOWN.
 */
export function statusExpression(
  context: Context,
  node: string,
  on: StatusDay,
  { since, until, some }: Reached = byCounting(context, node, on),
): string {
  const { certainly, perhaps, lasts, mayLast } = begun(since, until, on);
  const own = (name: string) => ownDate(context, node, name, on);
  const [announced, from, end] = [own("announcedOn"), own("inForceFrom"), own("inForceUntil")];
  // It never began where it was stopped on or before the day on which it was to begin.
  const stopped = `(${some(["ENDS", "REPLACES"], `${certainly} AND ${since} <= ${from}`)} OR ${some(["SUSPENDS"], `${certainly} AND ${lasts} AND ${since} <= ${from}`)})`;
  const unlessNever = (status: string) => `CASE WHEN ${from} IS NOT NULL AND ${stopped} THEN 'NEVER_IN_FORCE' ELSE '${status}' END`;
  const cases: [string, string][] = [
    [`${announced} > ${on.day}`, "'NOT_YET_ANNOUNCED'"],
    [`${announced} IN ${on.beginning}`, "'UNKNOWN'"],
    [some(["ENDS"], certainly), unlessNever("REVOKED")],
    [some(["REPLACES"], certainly), unlessNever("REPLACED")],
    [some(["ENDS", "REPLACES"], perhaps), "'UNKNOWN'"],
    [some(["SUSPENDS"], `${certainly} AND ${lasts}`), unlessNever("SUSPENDED")],
    [`(${some(["SUSPENDS"], perhaps)} OR ${some(["SUSPENDS"], `${certainly} AND ${mayLast}`)})`, "'UNKNOWN'"],
    [`${end} IN ${on.ending}`, "'UNKNOWN'"],
    [`${end} < ${on.from} AND NOT ${some(["EXTENDS"], `${certainly} AND ${lasts}`)}`, "'EXPIRED'"],
    [`${from} IN ${on.beginning}`, "'UNKNOWN'"],
    [`${from} <= ${on.day}`, "'IN_FORCE'"],
    [`${from} > ${on.day}`, "'SCHEDULED'"],
    [`${announced} IS NOT NULL`, "'ANNOUNCED'"],
  ];
  return `CASE ${cases.map(([when, then]) => `WHEN ${when} THEN ${then}`).join(" ")} ELSE 'UNKNOWN' END`;
}

/** The edge that decides a status: the first that the cases of `statusExpression` would find, the latest where there are several. */
function decidingEdge(context: Context, node: string, { edge, act }: { edge: string; act: string }, on: StatusDay): string {
  const since = `coalesce(${edge}.since, ${act}.date)`;
  const { certainly, perhaps, lasts, mayLast } = begun(since, `${edge}.until`, on);
  const [announcedOn, until] = [ownDate(context, node, "announcedOn", on), ownDate(context, node, "inForceUntil", on)];
  const ranks = [
    `type(${edge}) = 'ENDS' AND ${certainly}`,
    `type(${edge}) = 'REPLACES' AND ${certainly}`,
    `type(${edge}) IN ['ENDS', 'REPLACES'] AND ${perhaps}`,
    `type(${edge}) = 'SUSPENDS' AND ${certainly} AND ${lasts}`,
    `type(${edge}) = 'SUSPENDS' AND (${perhaps} OR (${certainly} AND ${mayLast}))`,
    `type(${edge}) = 'EXTENDS' AND ${certainly} AND ${lasts} AND ${until} < ${on.from} AND NOT ${until} IN ${on.ending}`,
  ];
  const announced = `(${announcedOn} IS NULL OR (${announcedOn} <= ${on.day} AND NOT ${announcedOn} IN ${on.beginning}))`;
  const rank = `CASE ${ranks.map((condition, i) => `WHEN ${condition} THEN ${i}`).join(" ")} END`;
  return `MATCH (${node})<-[${edge}:ENDS|REPLACES|SUSPENDS|EXTENDS]-(${act})${where([...isHeard(edge, on.known), announced])} WITH ${edge}, ${act}, ${rank} AS rank, ${since} AS begun WHERE rank IS NOT NULL`;
}

/** The act's end of a deciding edge, as an edge field: the schema has no field of its own for it. */
const TO_ACT: Omit<EdgeField, "targets"> = {
  owner: "Measure",
  name: "decidedBy",
  type: "ENDS",
  direction: "IN",
  symmetric: false,
  to: "Act",
  closed: true,
  list: false,
  required: false,
  propertiesType: null,
  properties: new Map(),
  dated: true,
  moments: [],
  description: "",
};

/** Compiles `statusOn(date, known) { status decidedBy { … } }` into the object that has it. */
export function addStatus(outer: Context, builder: ObjectBuilder, node: string, type: string, field: Selected): void {
  const [first] = field.nodes;
  if (!first) return;
  const context = within(outer, field.nodes);
  const on = statusDay(context, context.site(context.fieldOf(type, field.name), first), "date");
  const readers = selectedOn("StatusOn", selectionsOf(field.nodes), context).map((part): [string, Read] => {
    if (part.name === "decidedBy") return [part.key, addDecidingEdge(context, builder, node, on, part)];
    const { clause, reached } = byListing(context, node, on);
    builder.calls.push(clause);
    const column = builder.column(statusExpression(context, node, on, reached));
    return [part.key, (row) => row[column]];
  });
  builder.reader(field.key, field.types, (row, parameters) =>
    Object.fromEntries(readers.map(([key, read]) => [key, read(row, parameters)])),
  );
}

function addDecidingEdge(context: Context, builder: ObjectBuilder, node: string, on: StatusDay, field: Selected): Read {
  const reach = { edge: context.name("q"), act: context.name("w") };
  const name = context.name("c");
  const targets = context.model.possible.get("Act") ?? [];
  const item = new ObjectBuilder();
  const selections = selectionsOf(field.nodes);
  const source = { kind: "edge", edge: { ...TO_ACT, targets }, near: node, nearLabel: null } as const;
  const list = { source, edgeType: "DecidingEdge", type: "Act", targets, node: reach.act, relation: reach.edge, place: () => [], tag: "" };
  const read = compileEdge(context, item, list, selections);
  const types = selectedOn("DecidingEdge", selections, context).filter((part) => part.name === "type");
  const typeColumn = item.column(`type(${reach.edge})`);
  const sets = [...new Set(item.sets)];
  builder.calls.push(
    [
      `CALL (${[node, ...sets].join(", ")}) { ${decidingEdge(context, node, reach, on)}`,
      `WITH ${[reach.edge, reach.act, ...sets].join(", ")}, rank, begun ORDER BY rank, begun DESC, ${[`${reach.act}.id`, ...tellingValues(reach.edge)].join(", ")} LIMIT 1`,
      ...item.calls,
      `RETURN collect([${item.columns.join(", ")}]) AS ${name} }`,
    ].join(" "),
  );
  builder.sets.push(...sets);
  const column = builder.column(name);
  return (row, parameters) => {
    const [found] = itemsOf(row[column]);
    return found ? { ...read(found, parameters), ...Object.fromEntries(types.map((part) => [part.key, found[typeColumn]])) } : null;
  };
}
