import { bind, carry, collect, cypher, EMPTY, type Fragment, inTurn, join, type Name, number } from "../cypher/fragment.ts";
import { matchById } from "../cypher/patterns.ts";
import { edgeName } from "../page/order.ts";
import type { Selected } from "../request/selection.ts";
import { itemsOf, type Read, type Shaped } from "../request/shape.ts";
import { ObjectBuilder } from "./builder.ts";
import { compileField, compileRow, type Members, type Relationships, type RowField, relationshipFields } from "./rows.ts";

/** A relationship, and its ends. */
type Edge = Readonly<Record<"edge" | "from" | "to", Name>>;

/** A relationship by the ids of its ends and its name. */
export function addRelationship(
  item: ObjectBuilder,
  { from, to, name }: Extract<RowField, { kind: "relationship" }>,
  part: Selected,
): Read<Shaped | null> {
  const { context } = part;
  const [start, end, edge] = [context.name("node"), context.name("node"), context.name("edge")];
  const found = cypher`${matchById(start, from)} ${matchById(end, to)} MATCH (${start})-[${bind(edge)}]->(${end}) WHERE ${edgeName(start, edge, end)} = ${name}`;
  const read = collectEdges(item, part, { edge, from: start, to: end }, { found, ends: [start, end], window: EMPTY });
  return (row, parameters) => read(row, parameters)[0] ?? null;
}

/** Relationships that a clause finds for each row. */
export function addRelationships(item: ObjectBuilder, { match, by, most }: Relationships, part: Selected): Read<Shaped[]> {
  const { context } = part;
  const [from, to, edge] = [context.name("node"), context.name("node"), context.name("edge")];
  const ends = [cypher`startNode(${edge}) AS ${bind(from)}`, cypher`endNode(${edge}) AS ${bind(to)}`];
  const order = cypher` ORDER BY ${join([...by(edge), edgeName(from, edge, to)], ", ")}`;
  const window = most === null ? order : cypher`${order} LIMIT ${number(most)}`;
  return collectEdges(item, part, { edge, from, to }, { found: match(edge), ends, window });
}

/** Collects what is selected of relationships that a clause finds; `ends` are their ends as a WITH carries them on, `window` orders and cuts them. */
function collectEdges(
  item: ObjectBuilder,
  part: Selected,
  { edge, from, to }: Edge,
  { found, ends, window }: { readonly found: Fragment; readonly ends: readonly Fragment[]; readonly window: Fragment },
): Read<Shaped[]> {
  const { context } = part;
  const [claims, into] = [context.name("claims"), context.name("columns")];
  const node = (end: Name): RowField => ({ kind: "node", name: end, type: "Node" });
  const inner = new ObjectBuilder();
  const read = compileRow(inner, "Relationship", relationshipFields({ edge, from: node(from), to: node(to), claims }), part);
  const carried = carry([...ends, edge, cypher`${edge}.claims AS ${bind(claims)}`], inner.calls);
  item.calls.push(collect([found, cypher`WITH ${carried}${window}`, ...inTurn(inner.calls)], inner.columns, into));
  const column = item.column(into);
  return (row, parameters) => itemsOf(row[column]).map((columns) => read(columns, parameters));
}

/** The members of a list that is an expression: read in whatever order the engine gives them, and put back into their own. */
export function addList(item: ObjectBuilder, { list, of }: Extract<RowField, { kind: "list" }>, part: Selected): Read<unknown[]> {
  const { context } = part;
  const [member, into] = [context.name("row"), context.name("columns")];
  const inner = new ObjectBuilder();
  const place = inner.column(cypher`${member}[0]`);
  const { match, read: how } = of(member);
  const read = readMember(inner, how, part);
  item.calls.push(collect([cypher`UNWIND ${list} AS ${bind(member)}`, match, ...inTurn(inner.calls)], inner.columns, into));
  const column = item.column(into);
  return (row, parameters) =>
    [...itemsOf(row[column])].sort((a, b) => Number(a[place]) - Number(b[place])).map((columns) => read(columns, parameters));
}

function readMember(item: ObjectBuilder, how: RowField | Members, part: Selected): Read {
  return "fields" in how ? compileRow(item, how.type, how.fields, part) : compileField(item, how, part);
}
