import type { Value } from "../engine/port.ts";
import { SOURCE } from "../model/index.ts";
import type { GoneBundle } from "./folders/index.ts";
import type { BundleReport, Changes, StateEdge, Values } from "./graph/index.ts";
import type { Bundle, Problem } from "./record.ts";

/** What a load did, or would do. */
export interface LoadReport {
  /** Everything that is wrong; when there is anything, nothing was written and `bundles` is empty. */
  readonly problems: readonly Problem[];
  readonly bundles: readonly BundleReport[];
  /** Dates and certainties that were recomputed, because what they rest on changed, for records that did not change themselves. */
  readonly recomputed: number;
  /** Of a dry run: a line for each difference. */
  readonly differences?: readonly string[] | undefined;
  /** Bundles that an earlier load of a loaded folder brought, and that no file in it names any more; with `prune` they were removed. */
  readonly gone?: readonly GoneBundle[] | undefined;
  /** What was removed, or of a dry run would be, transaction by transaction. */
  readonly removals?: readonly Removals[] | undefined;
  /** Ids of the loaded sources that have neither `publishedOn` nor `retrievedOn`, and so count as known on every day. */
  readonly undatedSources?: readonly string[] | undefined;
  /** How many records of the bundles written name a node that was merged into another, or follow from it, and so say that one's id; left out where none does. */
  readonly followed?: number | undefined;
}

/** The sources among the records of some bundles that have no day at all. */
export function undatedSources(bundles: readonly Bundle[]): string[] {
  return bundles.flatMap(({ nodes }) =>
    nodes.flatMap(({ type, id, properties: { publishedOn, retrievedOn } }) =>
      type === SOURCE && publishedOn === undefined && retrievedOn === undefined ? [id] : [],
    ),
  );
}

/** One line on sources that have no day, with the first few of them. */
export function formatUndated(ids: readonly string[]): string {
  const [sources, have, them] = ids.length === 1 ? ["source", "has", "it"] : ["sources", "have", "them"];
  const more = ids.length > MOST_NAMED ? `, and ${(ids.length - MOST_NAMED).toLocaleString("en")} more` : "";
  return `${ids.length.toLocaleString("en")} ${sources} ${have} no publishedOn and no retrievedOn: @asOf(known:) counts ${them} on every day (${ids.slice(0, MOST_NAMED).join(", ")}${more}).`;
}

/** Properties that follow from others, and would only repeat them in a list of differences; earlier versions stored `key`. */
const REPEATING: ReadonlySet<string> = new Set(["searchText", "searchNames", "key", "bundles", "stated"]);

/** A readable line for each node and edge that is added (+), changed (~) or removed (-). */
export function differenceLines(changes: Changes): string[] {
  return [
    ...changes.addedNodes.map((node) => `+ ${node.id}`),
    ...changes.changedNodes.map(({ node, before, set }) => `~ ${node.id}: ${changed(before, set)}`),
    ...changes.removedNodes.map((node) => `- ${node.id}`),
    ...changes.addedEdges.map(({ edge }) => `+ ${arrow(edge)}`),
    ...changes.changedEdges.map(({ edge, before, set }) => `~ ${arrow(edge)}: ${changed(before, set)}`),
    ...changes.removedEdges.map((edge) => `- ${arrow(edge)}`),
  ];
}

/** What a load is about to remove from the graph. */
export interface Removals {
  /** The bundles that no longer have it. */
  readonly bundles: readonly string[];
  /** Ids of nodes, in order. */
  readonly nodes: readonly string[];
  /** Edges as `from -TYPE-> to`; those of the nodes that go are among them. */
  readonly edges: readonly string[];
  /** Those of the bundles that no file of their folder names any more. */
  readonly gone: readonly GoneBundle[];
}

/**
 * What changes remove from the graph; none where that is nothing. An edge that another bundle still states stays, and is none of it. `pruned` are
 * bundles of the load that no file names any more.
 */
export function removalsOf({ removedNodes, removedEdges, reports }: Changes, pruned: readonly GoneBundle[] = []): Removals[] {
  if (removedNodes.length + removedEdges.length === 0) return [];
  const bundles = reports.filter(({ nodes, edges }) => nodes.removed + edges.removed > 0).map(({ name }) => name);
  const gone = pruned.filter(({ name }) => bundles.includes(name));
  return [{ bundles, nodes: removedNodes.map(({ id }) => id).sort(), edges: removedEdges.map(arrow), gone }];
}

/** So many of the things removed are named. */
const MOST_NAMED = 5;

/** `Removes 2 nodes and 1 edge that csv-firms no longer has: firm:a, firm:b, firm:a -HEADQUARTERED_IN-> country:US.` */
export function formatRemovals({ bundles, nodes, edges, gone }: Removals): string {
  const counted = (n: number, noun: string) => (n === 0 ? [] : [`${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`]);
  const whose = bundles.length === 1 ? `${bundles[0]} no longer has` : `${bundles.length.toLocaleString("en")} bundles no longer have`;
  const all = [...nodes, ...edges];
  const more = all.length > MOST_NAMED ? `, and ${(all.length - MOST_NAMED).toLocaleString("en")} more` : "";
  const what = [...counted(nodes.length, "node"), ...counted(edges.length, "edge")].join(" and ");
  const why = gone.map(({ folder, name }) => ` No file in ${folder} names the bundle ${name} any more.`).join("");
  return `Removes ${what} that ${whose}: ${all.slice(0, MOST_NAMED).join(", ")}${more}.${why}`;
}

function arrow({ from, type, to, distinction }: StateEdge): string {
  const detail = Object.values(distinction).join(" ").trim();
  return `${from} -${type}-> ${to}${detail === "" ? "" : ` (${detail})`}`;
}

function changed(before: Values, set: Values): string {
  const stated = Object.keys(set).filter((name) => !REPEATING.has(name));
  const names = stated.length > 0 ? stated : Object.keys(set);
  return names.map((name) => `${name} ${shown(before[name])} → ${shown(set[name])}`).join(", ");
}

function shown(value: Value | undefined): string {
  if (value === undefined || value === null) return "none";
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner));
}

/** The report as people read it: a line for each bundle that changed, and a sum. */
export function formatReport(report: LoadReport, dryRun: boolean): string {
  const changedBundles = report.bundles.filter(({ nodes, edges }) => [nodes, edges].some((c) => c.added + c.changed + c.removed > 0));
  const lines = [...(report.differences ?? [])];
  for (const { name, nodes, edges } of changedBundles) {
    const line = (
      [
        ["nodes", nodes],
        ["edges", edges],
      ] as const
    ).map(([kind, c]) => `${kind} +${c.added} ~${c.changed} -${c.removed} =${c.unchanged}`);
    lines.push(`${name}: ${line.join(", ")}`);
  }
  if (report.recomputed > 0) lines.push(`${report.recomputed} dates and certainties recomputed`);
  if (report.followed) lines.push(formatFollowed(report.followed));
  const rest = report.bundles.length - changedBundles.length;
  const bundles = (n: number) => `${n} ${n === 1 ? "bundle" : "bundles"}`;
  if (changedBundles.length === 0) lines.push(`Nothing changed: ${bundles(rest)} as before.`);
  else
    lines.push(
      `${dryRun ? "Would change" : "Changed"} ${bundles(changedBundles.length)}; ${rest} as before.${dryRun ? " Nothing was written." : ""}`,
    );
  return lines.join("\n");
}

/** One line on records that follow a merge. */
export function formatFollowed(records: number): string {
  return `${records.toLocaleString("en")} ${records === 1 ? "record follows" : "records follow"} a merge: the ids of merged nodes were read as those of the nodes that stand for them.`;
}

/** What is gone from a folder and still in the graph, a line a bundle: what `prune` would remove. */
export function formatGone(gone: readonly GoneBundle[]): string {
  return gone
    .map(({ folder, name, nodes, edges }) => {
      const records = `${nodes} ${nodes === 1 ? "node" : "nodes"}, ${edges} ${edges === 1 ? "edge" : "edges"}`;
      return `No file in ${folder} names the bundle ${name} any more, and the graph has it (${records}): --prune removes it.`;
    })
    .join("\n");
}
