import {
  bind,
  type Context,
  call,
  cypher,
  EMPTY,
  type Fragment,
  idsAt,
  join,
  key,
  matchByIds,
  type Name,
  nodeIsThere,
  type Parameter,
  type RowFields,
  type Rows,
  type Selected,
  type Site,
  stored,
  value,
} from "../compile/index.ts";

/** The columns of a row: two claims, and what they say of one field of one thing. */
const COLUMNS = ["about", "field", "one", "other", "oneValue", "otherValue"] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], Fragment>>;

/** What both branches are given: the things asked about, and how they return a row. */
interface Parts {
  readonly ids: Parameter | null;
  readonly returned: (row: Row) => Fragment;
}

/** The names of a branch: what is claimed about, both claims, and how the first is about it. */
interface Pair {
  readonly about: Name;
  readonly one: Name;
  readonly other: Name;
  readonly through: Name;
}

/**
 * disagreements: pairs of claims that contradict each other in so many words, or that give one field of one thing different values.
 * For a field that changes as things go on (@latest), claims of different days give different values, which is no disagreement.
 */
export function disagreements({ context }: Selected, site: Site): Rows {
  const { args } = site;
  const [about, field, one, other] = [context.name("node"), context.name("field"), context.name("node"), context.name("node")];
  const [oneValue, otherValue] = [context.name("value"), context.name("value")];
  const bound = { about, field, one, other, oneValue, otherValue };
  const names = [about, field, one, other, oneValue, otherValue] as const;
  const parts: Parts = {
    ids: args.has("about") ? idsAt(context, site, "about", { types: context.model.possible.get("Subject") ?? [] }) : null,
    returned: (row) => {
      const columns = COLUMNS.map((column) => cypher`${row[column]} AS ${bind(bound[column])}`);
      return cypher`RETURN ${join(columns, ", ")}`;
    },
  };
  const branches = join([inWords(context, parts), byValue(context, site, parts)], " UNION ");
  const position = (claim: Name, said: Name): { by: Fragment[]; fields: RowFields } => ({
    by: [stored(claim, "recordedOn"), stored(claim, "id")],
    fields: { value: value(said), claim: { kind: "node", name: claim, type: "Claim" } },
  });
  return {
    type: "Disagreement",
    match: cypher`${call(branches, names)} WITH ${join(names, ", ")}`,
    conditions: [
      ...(args.has("fields") ? [cypher`${field} IN ${site.distinct("fields")}`] : []),
      ...nodeIsThere(context, about, context.model.possible.get("Subject") ?? []),
      ...nodeIsThere(context, one, ["Claim"]),
      ...nodeIsThere(context, other, ["Claim"]),
    ],
    bound: names,
    keys: [key(stored(about, "id")), key(cypher`coalesce(${field}, '')`), key(stored(one, "id")), key(stored(other, "id"))],
    fields: {
      about: { kind: "node", name: about, type: "Subject" },
      field: value(field),
      positions: { kind: "rows", type: "Position", members: [position(one, oneValue), position(other, otherValue)] },
    },
  };
}

function pairOf(context: Context): Pair {
  return { about: context.name("node"), one: context.name("node"), other: context.name("node"), through: context.name("through") };
}

/** Claims that contradict each other in so many words. The other claim may be about something else: then the row stands with each of them. */
function inWords(context: Context, { ids, returned }: Parts): Fragment {
  const { about, one, other, through } = pairOf(context);
  const [field, said] = [context.name("field"), context.name("value")];
  const [otherField, otherSaid, shared] = [context.name("field"), context.name("value"), context.name("tie")];
  const otherThrough = context.name("through");
  const on = cypher`coalesce(${field}, ${otherField})`;
  /** What a side says on that field: of a claim that also speaks of other fields, not their values. */
  const valueOn = (pairs: Name) => cypher`[p IN ${pairs} WHERE p[0] = ${on} | p[1]][0]`;
  const pairsOf = (edge: Name) => cypher`collect([${edge}.field, ${edge}.value])`;
  const start =
    ids === null
      ? cypher`MATCH (${bind(one)}:Claim)-[:CONTRADICTS]-(${bind(other)}:Claim) MATCH (${one})-[${bind(through)}:ABOUT]->(${bind(about)}:Node)`
      : cypher`${matchByIds(about, context.name("id"), ids)} MATCH (${about})<-[${bind(through)}:ABOUT]-(${bind(one)}:Claim) MATCH (${one})-[:CONTRADICTS]-(${bind(other)}:Claim)`;
  const otherSide = cypher`MATCH (${other})-[${bind(otherThrough)}:ABOUT]->(${about}) RETURN count(${otherThrough}) AS ${bind(shared)}, min(${otherThrough}.field) AS ${bind(otherField)}, ${pairsOf(otherThrough)} AS ${bind(otherSaid)}`;
  return join([
    start,
    cypher`WITH ${about}, ${one}, ${other}, min(${through}.field) AS ${bind(field)}, ${pairsOf(through)} AS ${bind(said)}`,
    call(otherSide, [shared, otherField, otherSaid], [about, other]),
    cypher`WITH ${join([about, one, other, field, said, otherField, otherSaid, shared], ", ")} WHERE ${shared} = 0 OR ${one}.id < ${other}.id`,
    returned({ about, field: on, one, other, oneValue: valueOn(said), otherValue: valueOn(otherSaid) }),
  ]);
}

/** Claims that give one field of one thing different values. */
function byValue(context: Context, site: Site, { ids, returned }: Parts): Fragment {
  const { about, one, other, through } = pairOf(context);
  const otherThrough = context.name("through");
  const contested = site.parameter(() => contestedFields(context));
  const id = context.name("id");
  const start = ids === null ? EMPTY : matchByIds(about, id, ids);
  const thing = ids === null ? cypher`${bind(about)}:Node` : about;
  const isOther = cypher`${otherThrough}.field = ${through}.field AND ${otherThrough}.value <> ${through}.value AND ${one}.id < ${other}.id`;
  return join([
    start,
    cypher`MATCH (${thing})<-[${bind(through)}:ABOUT]-(${bind(one)}:Claim) WHERE ${through}.value IS NOT NULL AND ${through}.field IN ${contested}`,
    cypher`MATCH (${about})<-[${bind(otherThrough)}:ABOUT]-(${bind(other)}:Claim) WHERE ${isOther}`,
    returned({
      about,
      field: stored(through, "field"),
      one,
      other,
      oneValue: stored(through, "value"),
      otherValue: stored(otherThrough, "value"),
    }),
  ]);
}

/** The fields of which two different values can't both be right. */
function contestedFields({ model }: Context): string[] {
  const properties = [...model.nodes.values()].flatMap((node) => [...node.properties.values()]);
  const changing = new Set(properties.filter((p) => p.latest).map((p) => p.name));
  return [...new Set(properties.filter((p) => p.contestable && !p.derived && !changing.has(p.name)).map((p) => p.name))].sort();
}
