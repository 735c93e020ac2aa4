import {
  bind,
  type Context,
  call,
  cypher,
  type Fragment,
  fullId,
  idsAt,
  join,
  key,
  matchByIds,
  type Name,
  nodeIsThere,
  type RowFields,
  type Rows,
  type Selected,
  type Site,
  stored,
  value,
} from "../compile/index.ts";
import { claimedProperties, contestedFields, DISPUTED, edgePropertyOf, requestError } from "../model/index.ts";
import { againstEdge, againstRecord, byValue, COLUMNS, type Columns, inWords, type Parts } from "./disputes.ts";
import { isOfEdge, partOfEdgeField } from "./edge-fields.ts";

/**
 * disagreements: what two sides say of one thing and one field that can't both be right. Claims that contradict each other in so many words, claims
 * that give the field different values, and a claim that gives another value than the record does. One row for each thing, field and pair.
 * For a field that changes as things go on (@latest), claims of different days give different values, which is no disagreement. Of the whole graph, the
 * nodes are looked at, one after the other until the page is full, that the loader marked as those about which something may be at odds.
 */
export function disagreements({ context }: Selected, site: Site): Rows {
  const { args } = site;
  const columns = columnsOf(context);
  const { about, field, one, oneOn, oneValue, other, otherOn, otherValue } = columns;
  const rows = [about, field, one, oneOn, oneValue, other, otherOn, otherValue] as const;
  const otherEnd = context.name("id");
  if (args.has("fields")) context.field.ids.push(site.parameter((given) => endsOf(context, given.distinct("fields"))));
  const end = cypher`CASE WHEN ${isOfEdge(field)} THEN ${partOfEdgeField(field, 1)} END AS ${bind(otherEnd)}`;
  const position = (claim: Name, on: Name, said: Name): { by: Fragment[]; fields: RowFields } => ({
    by: [on, claim],
    fields: { value: { kind: "text", expression: said }, claim: { kind: "reference", id: claim, type: "Claim" } },
  });
  const rules = rulesOf(context, site);
  const found: Found = (walked, start) => {
    const bound = rows.filter((name) => name !== walked);
    const parts: Parts = { ...rules, walked, start, returned: (row) => returned(columns, bound, row) };
    // What is said in so many words and by values too stands once: both branches give the same row.
    const branches = join([inWords(parts), byValue(parts), againstRecord(parts, site), againstEdge(parts, site)], " UNION ");
    return cypher`${call(branches, bound)} WITH ${join(rows, ", ")}, ${end}`;
  };
  return {
    type: "Disagreement",
    ...(args.has("about") ? { match: ofIds(context, site, found) } : ofGraph(context, about, found)),
    conditions: [
      ...(args.has("fields") ? [cypher`${field} IN ${site.parameter((given) => fieldsOf(context, given.distinct("fields")))}`] : []),
      ...nodeIsThere(context, about, context.model.possible.get("Subject") ?? []),
    ],
    bound: [...rows, otherEnd],
    keys: [key(stored(about, "id")), key(field), key(one), key(cypher`coalesce(${other}, '~')`)],
    fields: {
      about: { kind: "node", name: about, type: "Subject" },
      field: value(cypher`CASE WHEN ${field} <> '' THEN ${field} END`),
      otherEnd: { kind: "reference", id: otherEnd, type: "Node" },
      positions: { kind: "rows", type: "Position", members: [position(one, oneOn, oneValue), position(other, otherOn, otherValue)] },
    },
  };
}

/** Clauses that bind the rows of the one thing that is bound already, or of those that `start` binds. */
type Found = (walked: Name | null, start: Parts["start"]) => Fragment;

/** The rows of the things asked about. */
function ofIds(context: Context, site: Site, found: Found): Fragment {
  const ids = idsAt(context, site, "about", { types: context.model.possible.get("Subject") ?? [] });
  return found(null, (about) => matchByIds(about, context.name("id"), ids));
}

/** The rows of all things that are marked: to be counted, all at once, which takes less than one after the other; and node by node, for a page. */
function ofGraph(context: Context, about: Name, found: Found): Pick<Rows, "match" | "walk"> {
  const marked = () => {
    const [node, all] = [context.name("node"), context.name("list")];
    // Gathered first: beside any other condition the embedded engine does without the index.
    const gather = cypher`MATCH (${bind(node)}:Node) WHERE ${stored(node, DISPUTED)} = true RETURN collect(${node}) AS ${bind(all)}`;
    return { all, gather: call(gather, [all]) };
  };
  const [counted, walked] = [marked(), marked()];
  const each = (all: Name, name: Name) => cypher`UNWIND ${all} AS ${bind(name)} WITH ${name}`;
  const rows = found(about, (name) => cypher`WITH ${name}`);
  return {
    match: cypher`${counted.gather} ${found(null, (name) => each(counted.all, name))}`,
    walk: { start: cypher`${walked.gather} ${each(walked.all, about)}`, node: about, conditions: [], rows },
  };
}

function columnsOf(context: Context): Columns {
  return {
    about: context.name("node"),
    field: context.name("field"),
    one: context.name("id"),
    oneOn: context.name("day"),
    oneValue: context.name("value"),
    other: context.name("id"),
    otherOn: context.name("day"),
    otherValue: context.name("value"),
  };
}

/** A branch's row, of the columns that are not bound outside. */
function returned(columns: Columns, bound: readonly Name[], row: Partial<Record<keyof Columns, Fragment>>): Fragment {
  const expressions = COLUMNS.filter((column) => bound.includes(columns[column])).map(
    (column) => cypher`${row[column] ?? cypher`null`} AS ${bind(columns[column])}`,
  );
  return cypher`RETURN ${join(expressions, ", ")}`;
}

/** What can't both be right, and what was published: the same for all branches. */
function rulesOf(context: Context, site: Site): Pick<Parts, "context" | "isContested" | "agree" | "areKnown"> {
  const contested = site.parameter(() => contestedFields(context.model));
  const ofTypes = (types: readonly string[]) => {
    const fields = site.parameter(() => contestedFields(context.model, types));
    const ends = site.parameter(() => edgeEndings(context, types));
    return (field: Fragment) => cypher`(${field} IN ${fields} OR any(x IN ${ends} WHERE ${field} ENDS WITH x))`;
  };
  const [isNumber, isDate] = [ofTypes(["Float", "Int"]), ofTypes(["PartialDate"])];
  return {
    context,
    isContested: (field) => cypher`(${field} IN ${contested} OR ${isOfEdge(field)})`,
    agree: (field, one, other) => {
      const sameNumber = cypher`(${isNumber(field)} AND toFloat(${one}) = toFloat(${other}))`;
      const sameTime = cypher`(${isDate(field)} AND (${one} STARTS WITH ${other} OR ${other} STARTS WITH ${one}))`;
      return cypher`(${one} = ${other} OR ${sameNumber} OR ${sameTime})`;
    },
    areKnown: (...claims) => claims.flatMap((claim) => nodeIsThere(context, claim, ["Claim"])),
  };
}

/** How the fields end that are edges' own values of some types: `).newRate`. */
function edgeEndings({ model }: Context, types: readonly string[]): string[] {
  const properties = [...model.edges.values()].flatMap(claimedProperties);
  return [...new Set(properties.filter((p) => types.includes(p.type)).map((p) => `).${p.name}`))].sort();
}

/**
 * The fields asked for, ids in them in full. Throws BAD_FILTER where nothing that claims are about has such a field, BadIdError where an edge never
 * leads to such an id: the answer would be empty and look like one.
 */
function fieldsOf({ model }: Context, fields: readonly string[]): readonly string[] {
  const subjects = (model.possible.get("Subject") ?? []).flatMap((type) => model.nodes.get(type) ?? []);
  return fields.map((field) => {
    const ofEdge = edgePropertyOf(field);
    if (!ofEdge) {
      if (subjects.some((type) => type.properties.has(field) || type.edges.has(field))) return field;
      return refuse(field);
    }
    const { edge, end, property } = ofEdge;
    const edges = subjects
      .flatMap((type) => type.edges.get(edge) ?? [])
      .filter((each) => claimedProperties(each).some(({ name }) => name === property));
    if (edges.length === 0) return refuse(field);
    const types = [...new Set(edges.flatMap((each) => each.targets))].sort();
    return `${edge}(${fullId(model, end, "fields", { types })}).${property}`;
  });
}

/** The ids of the edges' other ends in the fields asked for: an answer without rows says which of them the graph lacks. */
function endsOf(context: Context, fields: readonly string[]): readonly string[] {
  return fieldsOf(context, fields).flatMap((field) => edgePropertyOf(field)?.end ?? []);
}

function refuse(field: string): never {
  throw requestError("BAD_FILTER", `fields: nothing has a field "${field}". Write it as the schema names it, such as announcedOn.`);
}
