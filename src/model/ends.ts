/** The ends of edges: which node types a relationship type joins, and where each field that walks it leads. */
import type { Draft, Report } from "./fields.ts";
import type { EdgeField, EdgeType } from "./types.ts";

/** Edge fields as written, by the type that has them. */
type Drafts = ReadonlyMap<string, readonly Draft[]>;
/** Node types by the name of an interface, a union or a node type. */
type Possible = ReadonlyMap<string, readonly string[]>;

/**
 * The relationship types by name, each with the node types that it may join: those that declare it, each from its own end. Reports fields of
 * one relationship type that disagree on its properties.
 */
export function readEdgeTypes(
  nodeTypes: Iterable<string>,
  drafts: Drafts,
  possible: Possible,
  report: Report,
): ReadonlyMap<string, EdgeType> {
  const edges = new Map<string, EdgeType & { pairs: Set<string>; cause: EdgeType["cause"] }>();
  for (const name of nodeTypes) {
    for (const draft of drafts.get(name) ?? []) {
      const known = edges.get(draft.type);
      if (known && (known.dated !== draft.dated || keys(known.properties) !== keys(draft.properties))) {
        report(draft.field, `Every field of the edge ${draft.type} must have the same properties and the same dated.`);
      }
      const { type, dated, properties, cause } = draft;
      const edge = known ?? { type, dated, cause, properties, pairs: new Set<string>() };
      edges.set(type, edge);
      if (cause !== null && edge.cause !== null && cause !== edge.cause) {
        report(draft.field, `Every @causal of the edge ${type} must name the same end as the cause.`);
      }
      edge.cause ??= cause;
      if (draft.direction === "IN") continue;
      for (const other of possible.get(draft.to) ?? []) {
        if (declaresEnd(drafts.get(other) ?? [], draft.type, name, possible)) edge.pairs.add(`${name}>${other}`);
      }
    }
  }
  return edges;
}

/** Whether a type with these fields has one where edges of a type arrive from `from`. */
function declaresEnd(drafts: readonly Draft[], type: string, from: string, possible: Possible): boolean {
  return drafts.some((d) => d.type === type && (d.symmetric || d.direction === "IN") && possible.get(d.to)?.includes(from));
}

/** The edge fields by type name, then field name, each with where it leads. Reports fields whose other end is nowhere declared. */
export function readEdgeFields(
  drafts: Drafts,
  edges: ReadonlyMap<string, EdgeType>,
  possible: Possible,
  report: Report,
): ReadonlyMap<string, ReadonlyMap<string, EdgeField>> {
  const byType = new Map<string, ReadonlyMap<string, EdgeField>>();
  for (const [name, list] of drafts) {
    const owners = possible.get(name) ?? [];
    const fields = list.map(({ field, cause: _, ...draft }): [string, EdgeField] => {
      const { targets, closed } = targetsOf(draft, owners, edges, possible);
      if (targets.length === 0 && owners.length > 0) {
        const back = draft.direction === "OUT" ? "IN" : "OUT";
        report(
          field,
          `No type of ${draft.to} has the other end: a field with @edge(type: "${draft.type}", direction: ${back}) that leads to ${name}.`,
        );
      }
      return [draft.name, { ...draft, targets, closed }];
    });
    byType.set(name, new Map(fields));
  }
  return byType;
}

/** The node types at the other end of a field of `owners`, and whether the relationship type alone leads to no others. */
function targetsOf(
  draft: Omit<Draft, "field" | "cause">,
  owners: readonly string[],
  edges: ReadonlyMap<string, EdgeType>,
  possible: Possible,
): Pick<EdgeField, "targets" | "closed"> {
  const ends = new Set<string>();
  for (const pair of edges.get(draft.type)?.pairs ?? []) {
    const [from = "", to = ""] = pair.split(">");
    const [near, far] = draft.direction === "OUT" ? [from, to] : [to, from];
    if (owners.includes(near)) ends.add(far);
  }
  const allowed = possible.get(draft.to) ?? [];
  const targets = [...ends].filter((end) => allowed.includes(end)).sort();
  return { targets, closed: targets.length === ends.size };
}

function keys(map: ReadonlyMap<string, unknown>): string {
  return [...map.keys()].join();
}
