import type { EdgeField, Model } from "../../model/index.ts";
import { where } from "../cypher/patterns.ts";
import type { Context } from "../request/context.ts";
import { edgeIsThere } from "./as-of.ts";

/** How deep hierarchies go: a ten-digit tariff line lies six steps under its section's group. */
const DEPTH = 8;

/** The ids that a filter gives, with what lies under them: computed once, before the nodes that it filters are looked at. */
export interface IdSet {
  /** Expression of a list of ids that count on any day. */
  readonly ids: string;
  /** Expression of a list of `[id, [[since, until], …]]`: ids that count only while every step holds; null where there is none. */
  readonly dated: string | null;
  /** Names to carry into every scope where the expressions are used. */
  readonly names: readonly string[];
}

/** The relationship types by which the ends of an edge field form hierarchies. */
function hierarchies(model: Model, targets: readonly string[]): string[] {
  return [...new Set(targets.flatMap((t) => model.nodes.get(t)?.hierarchy ?? []))].sort();
}

/**
 * What keeps a walk down to the types that form hierarchies, where the same relationship joins others too: parts of an event are no
 * members of it. Empty where every walk stays among them by itself.
 */
function amongHierarchies(model: Model, targets: readonly string[], types: readonly string[]): string[] {
  const isWalked = (target: string) => [...(model.nodes.get(target)?.edges.values() ?? [])].some((e) => types.includes(e.type));
  const nodes = targets.flatMap((target) => model.nodes.get(target) ?? []);
  if (nodes.every((node) => node.hierarchy !== null || !isWalked(node.name))) return [];
  const prefixes = nodes.filter((node) => node.hierarchy !== null).map((node) => `'${node.prefix}'`);
  return [`(size(q) = 0 OR split(k.id, ':')[0] IN [${prefixes.join(", ")}])`];
}

/**
 * Expands the ids of an edge filter downwards. `ids` and `on` are parameters; without `on`, memberships are kept with their
 * dates where the filtered node has a date of its own (`dated`), and count on any day where it has none. As of a day, its memberships count.
 */
export function idSet(
  context: Context,
  field: EdgeField,
  ids: string,
  options: { readonly exactly: boolean; readonly on: { readonly day: string; readonly days: string } | null; readonly dated: boolean },
): IdSet {
  const types = hierarchies(context.model, field.targets);
  if (options.exactly || types.length === 0) return { ids, dated: null, names: [] };
  const name = context.name("s");
  const path = `MATCH (a:Node) WHERE a.id IN ${ids} MATCH (a)<-[q:${types.join("|")}*0..${DEPTH}]-(k)`;
  const among = amongHierarchies(context.model, field.targets, types);
  const on = options.on ?? context.asOf.valid;
  const there = edgeIsThere({ valid: on, known: context.asOf.known }, "e");
  const holds = where([...among, ...(there.length > 0 ? [`all(e IN q WHERE ${there.join(" AND ")})`] : [])]);
  if (on || !options.dated) {
    context.sets.push({ name, clause: `CALL () { ${path}${holds} RETURN collect(DISTINCT k.id) AS ${name} }` });
    return { ids: name, dated: null, names: [name] };
  }
  const dated = context.name("d");
  const always = "all(e IN q WHERE e.since IS NULL AND e.until IS NULL)";
  context.sets.push({
    name,
    clause: `CALL () { ${path}${holds} WITH k, q, ${always} AS always RETURN collect(DISTINCT CASE WHEN always THEN k.id END) AS ${name}, collect(CASE WHEN NOT always THEN [k.id, [e IN q | [e.since, e.until]]] END) AS ${dated} }`,
  });
  return { ids: name, dated, names: [name, dated] };
}

/** Whether an entry of a set's dated ids holds on a day, an expression; where that is null, it does. */
export function memberOn(entry: string, day: string): string {
  const step = `(h[0] IS NULL OR h[0] <= ${day} + '~') AND (h[1] IS NULL OR h[1] >= ${day} OR ${day} STARTS WITH h[1])`;
  return `(${day} IS NULL OR all(h IN ${entry}[1] WHERE ${step}))`;
}

/** Whether the node `node` is in a set; `day` is the expression of the day that counts for dated members. */
export function inSet(set: IdSet, node: string, day: string | null): string {
  const always = `${node}.id IN ${set.ids}`;
  if (set.dated === null || day === null) return always;
  return `(${always} OR any(t IN ${set.dated} WHERE t[0] = ${node}.id AND ${memberOn("t", day)}))`;
}
