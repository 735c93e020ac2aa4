import type { Value } from "../../engine/port.ts";
import { type Lookup, type Model, type NodeType, names } from "../../model/index.ts";
import { carry, cypher, EMPTY, type Fragment, inTurn, join, stored, where, word } from "../cypher/fragment.ts";
import { matchById } from "../cypher/patterns.ts";
import { pageSize } from "../page/page.ts";
import { type Context, ROOT } from "../request/context.ts";
import { fullId } from "../request/ids.ts";
import { type Selected, selectedOn } from "../request/selection.ts";
import { columnsOf, type Parameters, type Read, shapedBy } from "../request/shape.ts";
import type { Site } from "../request/site.ts";
import { NOTES } from "../request/watch.ts";
import { nodeIsThere } from "../where/as-of.ts";
import { listOf, ObjectBuilder, type ObjectPlan, type Place, placeOf } from "./builder.ts";
import { compileConnection } from "./connection.ts";
import { type AnalysisOf, compileGatheredRoot } from "./gathered.ts";
import { compileObject } from "./object.ts";
import { compileRows, type RowsOf } from "./rows.ts";

/** Which root field is compiled. */
export type Root =
  /**
   * One node whose `by` properties (any of them) equal the field's argument `argument`, and those in `within` their own arguments; `type` is null for
   * any node type.
   */
  | {
      readonly kind: "one";
      readonly type: NodeType | null;
      readonly by: readonly string[];
      readonly argument: string;
      readonly within?: Lookup["within"];
    }
  /** Nodes by their ids, in the order of the argument `ids`. */
  | { readonly kind: "many" }
  /** All nodes of a type. */
  | { readonly kind: "list"; readonly type: NodeType }
  /** Rows that are no nodes. */
  | { readonly kind: "rows"; readonly rows: RowsOf }
  /** Rows that statements of their own gather. */
  | { readonly kind: "gathered"; readonly analysis: AnalysisOf }
  /** What is no list of nodes or rows, and is worked out of what one statement reads. */
  | { readonly kind: "object"; readonly object: ObjectOf }
  /** Nodes that a full-text search binds to `n`, with `score`. */
  | { readonly kind: "search" };

/** Writes a root field of that kind: the subqueries to run, the columns they leave, and how to make the field's value of these. */
export type ObjectOf = (field: Selected, site: Site) => Pick<ObjectPlan, "calls" | "columns"> & { readonly shape: Read };

/** A compiled root field: its text, and how its rows become the field's value. */
export interface RootPlan {
  /** The statement; empty where the field has none of its own. Of a search, it wants the search engine's own clause: see `textAfter`. */
  readonly text: string;
  /** The statement of a search, given the search engine's own clause, which binds `n` and `score`. */
  readonly textAfter?: (searching: string) => string;
  /** Of a search: whether its conditions leave out some of the hits. */
  readonly leavesOut?: boolean;
  readonly shape: (rows: readonly (readonly Value[])[], parameters: Parameters) => unknown;
}

/** Compiles one root field into one statement. */
export function compileRoot(root: Root, field: Selected): RootPlan {
  switch (root.kind) {
    case "list":
      return ofConnection(field, compileConnection({ kind: "root", type: root.type.name }, field));
    case "rows":
      return ofConnection(field, compileRows(root.rows, field));
    case "gathered": {
      const read = compileGatheredRoot(root.analysis, field);
      return { text: "", shape: (_rows, parameters) => read([], parameters) };
    }
    case "object":
      return ofConnection(field, root.object(field, field.site("Query")));
    case "search":
      return compileSearch(field);
    case "many":
      return compileMany(field);
    case "one":
      return compileOne(root, field);
  }
}

/** A root list, or what is worked out: its page and its count, or its columns, are all that the statement returns. */
function ofConnection({ context }: Selected, plan: ReturnType<ObjectOf>): RootPlan {
  const returned = plan.columns.length > 0 ? join(plan.columns, ", ") : cypher`1`;
  const text = statement(context, [...inTurn(plan.calls), cypher`RETURN ${returned}`]);
  return { text, shape: ([row], parameters) => plan.shape(row ?? [], parameters) };
}

/**
 * search: the hits that the engine's clause binds, those that are there on the day, best first. Only then are they cut: before, nothing is known of
 * what the day leaves.
 */
function compileSearch(field: Selected): RootPlan {
  const { context } = field;
  const site = field.site("Query");
  const place = placeOf(context, ROOT, "Node");
  const hit = new ObjectBuilder();
  const parts = selectedOn("SearchHit", field.selections, context).map((part): [string, Read | null] => [
    part.key,
    part.name === "node" ? hit.nest(compileObject(part.context, place, part.selections)) : null,
  ]);
  const limit = site.parameter(pageSize);
  const there = nodeIsThere(context, ROOT, place.targets);
  const hits = cypher`WITH ${carry([ROOT, cypher`score`], hit.calls)}${where(there)}`;
  const ordered = cypher`ORDER BY score DESC, ${stored(ROOT, "id")}`;
  const nodes = parts.some(([, read]) => read !== null) ? [listOf(hit)] : [];
  const text = join([
    cypher`${hits} ${ordered} LIMIT ${limit}`,
    ...inTurn(hit.calls),
    cypher`RETURN ${join([cypher`score`, ...nodes], ", ")} ${ordered}`,
  ]).text;
  const sets = statement(context, []);
  return {
    text,
    leavesOut: there.length > 0,
    // The engine's clause carries on nothing but what it finds: where there are sets, it stands in a subquery.
    textAfter: (searching) => (sets === "" ? `${searching} ${text}` : `${sets} CALL () { ${searching} RETURN n, score } ${text}`),
    shape: (rows, parameters) =>
      rows.map(([score, columns]) => shapedBy(parts.map(([key, read]) => [key, read ? read(columnsOf(columns), parameters) : score]))),
  };
}

/** nodes: by their ids, null for each that is not there. */
function compileMany(field: Selected): RootPlan {
  const { context } = field;
  const place = placeOf(context, ROOT, "Node");
  const ids = field
    .site("Query")
    .parameter((args) => args.texts("ids").map((one) => fullId(context.model, one, "ids", { types: place.targets })));
  const plan = compileObject(context, place, field.selections);
  const id = stored(ROOT, "id");
  const found = cypher`MATCH (n:Node)${where([cypher`${id} IN ${ids}`, ...nodeIsThere(context, ROOT, place.targets)])}`;
  const text = statement(context, [found, ...inTurn(plan.calls), cypher`RETURN ${id}, ${listOf(plan)}`]);
  return {
    text,
    shape: (rows, parameters) => {
      const shaped = new Map(rows.map((row) => [row[0], plan.shape(columnsOf(row[1]), parameters)]));
      return columnsOf(parameters[ids.name]).map((one) => {
        const found = shaped.get(one) ?? null;
        if (found === null) parameters[NOTES]?.missing(context.field, String(one));
        return found;
      });
    },
  };
}

/** A node by its id, or by another property that is its own. */
function compileOne({ type, by, argument, within = [] }: Extract<Root, { kind: "one" }>, field: Selected): RootPlan {
  const { context } = field;
  const byId = by.length === 1 && by[0] === "id";
  const place: Place = placeOf(context, ROOT, type?.name ?? "Node");
  const value = field.site("Query").parameter((args) => {
    const given = args.text(argument);
    return byId ? fullId(context.model, given, argument, { types: place.targets }) : given;
  });
  const apart = within.map((one) => ({ ...one, given: field.site("Query").parameter((args) => args.text(one.argument)) }));
  const same = apart.map(({ property, given }) => cypher`, ${word(property)}: ${given}`);
  const plan = compileObject(context, place, field.selections);
  const match = byId ? matchById(ROOT, value) : matchByAny(type?.name ?? "Node", by, value, same);
  const carried = carry([ROOT], plan.calls);
  const conditions = nodeIsThere(context, ROOT, place.targets);
  const text = statement(context, [
    cypher`${match} WITH ${carried}${byId ? EMPTY : cypher` ORDER BY ${ROOT}.id`} LIMIT 1`,
    // Only after the LIMIT: beside the id, another condition costs the embedded engine its index (50 ms against 0.1 at 60,000 nodes).
    conditions.length > 0 ? cypher`WITH ${carried}${where(conditions)}` : EMPTY,
    ...inTurn(plan.calls),
    cypher`RETURN ${listOf(plan)}`,
  ]);
  return {
    text,
    shape: ([row], parameters) => {
      if (row) return plan.shape(columnsOf(row[0]), parameters);
      const asked = String(parameters[value.name]);
      if (byId) parameters[NOTES]?.missing(context.field, asked);
      else if (type) {
        const code = {
          lookup: { type: type.name, by, within },
          value: asked,
          within: apart.map(({ given }) => String(parameters[given.name])),
        };
        parameters[NOTES]?.missingCode(context.field, code);
      }
      return null;
    },
  };
}

/**
 * A node of a type by any of some properties; `same` are further ones, each with a comma before it. They stand in the pattern: a WHERE behind it costs
 * the embedded engine its index (4.3 ms against 0.1 among 18,000 codes).
 */
function matchByAny(type: string, by: readonly string[], value: Fragment, same: readonly Fragment[]): Fragment {
  const others = same.length > 0 ? join(same, "") : EMPTY;
  const ways = by.map((property) => cypher`MATCH (n:${word(type)} {${word(property)}: ${value}${others}}) RETURN ${ROOT}`);
  return cypher`CALL () { ${join(ways, " UNION ALL ")} }`;
}

/** A statement's text: the clauses that compute sets stand before everything else. */
function statement(context: Context, clauses: readonly Fragment[]): string {
  return join([...inTurn(context.sets), ...clauses]).text;
}

/** Node types by their constants. */
export function typesOf(model: Model, constants: readonly string[]): NodeType[] {
  return [...model.nodes.values()].filter((n) => constants.includes(names.constant(n.name)));
}
