import type { FieldNode } from "graphql";
import type { Value } from "../../engine/port.ts";
import { type Model, type NodeType, names, prefixOf } from "../../model/index.ts";
import { where } from "../cypher/patterns.ts";
import { pageSize } from "../page/page.ts";
import type { Context } from "../request/context.ts";
import { selectedOn, selectionsOf } from "../request/selection.ts";
import { columnsOf, type Parameters } from "../request/shape.ts";
import { nodeIsThere, within } from "../where/as-of.ts";
import { compileConnection } from "./connection.ts";
import { compileObject, type ObjectPlan } from "./object.ts";
import { compileRows, type RowsOf } from "./rows.ts";

/** Which root field is compiled. */
export type Root =
  /** One node whose `by` properties (any of them) equal the field's argument `argument`; `type` is null for any node type. */
  | { readonly kind: "one"; readonly type: NodeType | null; readonly by: readonly string[]; readonly argument: string }
  /** Nodes by their ids, in the order of the argument `ids`. */
  | { readonly kind: "many" }
  /** All nodes of a type. */
  | { readonly kind: "list"; readonly type: NodeType }
  /** Rows that are no nodes. */
  | { readonly kind: "rows"; readonly rows: RowsOf }
  /** Nodes that a full-text search binds to `n`, with `score`. */
  | { readonly kind: "search" };

/** A compiled root field: its text, and how its rows become the field's value. */
export interface RootPlan {
  readonly text: string;
  readonly shape: (rows: readonly (readonly Value[])[], parameters: Parameters) => unknown;
}

/** Where a search engine's own clause is put; it binds `n` and `score`. */
export const SEARCH_SLOT = "/*search*/";

/** Compiles one root field into one statement. */
export function compileRoot(outer: Context, root: Root, nodes: readonly FieldNode[]): RootPlan {
  const [first] = nodes;
  if (!first) throw new Error("A root field without nodes was asked for.");
  const context = within(outer, nodes);
  if (root.kind === "list" || root.kind === "rows") {
    const plan =
      root.kind === "rows"
        ? compileRows(context, root.rows, nodes)
        : compileConnection(outer, { kind: "root", type: root.type.name }, { key: "", name: first.name.value, nodes, types: null });
    const text = statement(context, [...plan.calls, `RETURN ${plan.columns.join(", ") || "1"}`]);
    return { text, shape: ([row], parameters) => plan.shape(row ?? [], parameters) };
  }
  const site = context.site(context.fieldOf("Query", first.name.value), first);
  const all = [...context.model.nodes.keys()];
  const there = (types: readonly string[]) => nodeIsThere(context, "n", types);
  if (root.kind === "search") {
    const hit = selectedOn("SearchHit", selectionsOf(nodes), context);
    const plans = hit.map((f) => ({
      ...f,
      plan: f.name === "node" ? compileObject(context, "Node", all, "n", selectionsOf(f.nodes)) : null,
    }));
    const limit = site.parameter((args) => pageSize(args));
    const text = [
      SEARCH_SLOT,
      `WITH ${["n", "score", ...new Set(plans.flatMap(({ plan }) => plan?.sets ?? []))].join(", ")}${where(there(all))} ORDER BY score DESC, n.id LIMIT ${limit}`,
      ...plans.flatMap(({ plan }) => plan?.calls ?? []),
      `RETURN score${plans.map(({ plan }) => (plan ? `, ${list(plan)}` : "")).join("")} ORDER BY score DESC, n.id`,
    ];
    return {
      text: statement(context, text),
      shape: (rows, parameters) =>
        rows.map((row) => {
          let column = 0;
          return Object.fromEntries(plans.map(({ key, plan }) => [key, plan ? plan.shape(columnsOf(row[++column]), parameters) : row[0]]));
        }),
    };
  }
  if (root.kind === "many") {
    const ids = site.parameter((args) => args.ids as readonly string[]);
    const plan = compileObject(context, "Node", all, "n", selectionsOf(nodes));
    const text = statement(context, [
      `MATCH (n:Node)${where([`n.id IN ${ids}`, ...there(all)])}`,
      ...plan.calls,
      `RETURN n.id, ${list(plan)}`,
    ]);
    const name = ids.slice(1);
    return {
      text,
      shape: (rows, parameters) => {
        const found = new Map(rows.map((row) => [row[0], plan.shape(columnsOf(row[1]), parameters)]));
        return columnsOf(parameters[name]).map((id) => found.get(id) ?? null);
      },
    };
  }
  const { type } = root;
  const byId = root.by.length === 1 && root.by[0] === "id";
  const value = site.parameter((args) => {
    const given = args[root.argument] as string;
    if (!byId || type === null) return given;
    // Where the type is certain, its prefix may be left out, and another is no id of this type: so no label need be checked.
    if (!given.includes(":")) return `${type.prefix}:${given}`;
    return prefixOf(given) === type.prefix ? given : null;
  });
  const plan = compileObject(context, type?.name ?? "Node", type ? [type.name] : all, "n", selectionsOf(nodes));
  const match = byId
    ? `MATCH (n:Node {id: ${value}})`
    : `CALL () { ${root.by.map((by) => `MATCH (n:${type?.name ?? "Node"} {${by}: ${value}}) RETURN n`).join(" UNION ALL ")} }`;
  const carried = ["n", ...new Set(plan.sets)].join(", ");
  const conditions = there(type ? [type.name] : all);
  const text = statement(context, [
    `${match} WITH ${carried}${byId ? "" : " ORDER BY n.id"} LIMIT 1`,
    // Only after the LIMIT: beside the id, another condition costs the embedded engine its index (50 ms against 0.1 at 60,000 nodes).
    ...(conditions.length > 0 ? [`WITH ${carried}${where(conditions)}`] : []),
    ...plan.calls,
    `RETURN ${list(plan)}`,
  ]);
  return { text, shape: ([row], parameters) => (row ? plan.shape(columnsOf(row[0]), parameters) : null) };
}

function list(plan: ObjectPlan): string {
  return `[${plan.columns.join(", ")}]`;
}

/** Puts the clauses that compute sets before everything else, and carries them through. */
function statement(context: Context, clauses: readonly string[]): string {
  return [...context.sets.map((s) => s.clause), ...clauses].join(" ");
}

/** Node types by their constants. */
export function typesOf(model: Model, constants: readonly string[]): NodeType[] {
  return [...model.nodes.values()].filter((n) => constants.includes(names.constant(n.name)));
}
