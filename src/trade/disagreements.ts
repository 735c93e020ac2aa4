import type { Context, Site } from "../compile/request/context.ts";
import { key, type RowFields, type Rows } from "../compile/select/rows.ts";
import { nodeIsThere } from "../compile/where/as-of.ts";
import { given, textsOf } from "./arguments.ts";

/**
 * disagreements: pairs of claims that contradict each other in so many words, or that give one field of one thing different values.
 * Fields that change as things go on (@latest) are told by claims of different days, which is no disagreement.
 */
export function disagreements(context: Context, site: Site): Rows {
  const name = () => ({ about: context.name("n"), one: context.name("n"), other: context.name("n"), edge: context.name("e") });
  const [about, field, one, other] = [context.name("n"), context.name("f"), context.name("n"), context.name("n")];
  const [value, otherValue] = [context.name("v"), context.name("v")];
  const ids = given(site, "about") ? textsOf(site, "about") : null;
  const start = (node: string) => {
    const id = context.name("i");
    return ids === null ? "" : `UNWIND ${ids} AS ${id} MATCH (${node}:Node {id: ${id}}) `;
  };
  const returned = (columns: readonly [string, string, string, string, string, string]) =>
    `RETURN ${[about, field, one, other, value, otherValue].map((column, i) => `${columns[i]} AS ${column}`).join(", ")}`;

  // Said in so many words. The other claim may be about something else: then the row stands with each of them.
  const said = name();
  const told = {
    field: context.name("f"),
    value: context.name("v"),
    theirs: context.name("f"),
    their: context.name("v"),
    both: context.name("t"),
  };
  const theirEdge = context.name("e");
  const on = `coalesce(${told.field}, ${told.theirs})`;
  /** What a side says on that field: of a claim that also speaks of other fields, not their values. */
  const valueOn = (pairs: string) => `[p IN ${pairs} WHERE p[0] = ${on} | p[1]][0]`;
  const anchored = ids !== null;
  const explicit = [
    anchored
      ? `${start(said.about)}MATCH (${said.about})<-[${said.edge}:ABOUT]-(${said.one}:Claim) MATCH (${said.one})-[:CONTRADICTS]-(${said.other}:Claim)`
      : `MATCH (${said.one}:Claim)-[:CONTRADICTS]-(${said.other}:Claim) MATCH (${said.one})-[${said.edge}:ABOUT]->(${said.about}:Node)`,
    `WITH ${said.about}, ${said.one}, ${said.other}, min(${said.edge}.field) AS ${told.field}, collect([${said.edge}.field, ${said.edge}.value]) AS ${told.value}`,
    `CALL (${said.about}, ${said.other}) { MATCH (${said.other})-[${theirEdge}:ABOUT]->(${said.about}) RETURN count(${theirEdge}) AS ${told.both}, min(${theirEdge}.field) AS ${told.theirs}, collect([${theirEdge}.field, ${theirEdge}.value]) AS ${told.their} }`,
    `WITH ${[said.about, said.one, said.other, ...Object.values(told)].join(", ")} WHERE ${told.both} = 0 OR ${said.one}.id < ${said.other}.id`,
    returned([said.about, on, said.one, said.other, valueOn(told.value), valueOn(told.their)]),
  ].join(" ");

  // By their values.
  const given2 = name();
  const edge2 = context.name("e");
  const contested = site.parameter(() => contestedFields(context));
  const byValue = [
    `${start(given2.about)}MATCH (${given2.about}${anchored ? "" : ":Node"})<-[${given2.edge}:ABOUT]-(${given2.one}:Claim) WHERE ${given2.edge}.value IS NOT NULL AND ${given2.edge}.field IN ${contested}`,
    `MATCH (${given2.about})<-[${edge2}:ABOUT]-(${given2.other}:Claim) WHERE ${edge2}.field = ${given2.edge}.field AND ${edge2}.value <> ${given2.edge}.value AND ${given2.one}.id < ${given2.other}.id`,
    returned([given2.about, `${given2.edge}.field`, given2.one, given2.other, `${given2.edge}.value`, `${edge2}.value`]),
  ].join(" ");

  const position = (claim: string, said: string): { by: string[]; fields: RowFields } => ({
    by: [`${claim}.recordedOn`, `${claim}.id`],
    fields: { value: { kind: "value", expression: said }, claim: { kind: "node", name: claim, type: "Claim" } },
  });
  const bound = [about, field, one, other, value, otherValue] as const;
  return {
    type: "Disagreement",
    match: `CALL () { ${explicit} UNION ${byValue} } WITH ${bound.join(", ")}`,
    conditions: [
      ...(given(site, "fields") ? [`${field} IN ${textsOf(site, "fields")}`] : []),
      ...nodeIsThere(context, about, context.model.possible.get("Subject") ?? []),
      ...nodeIsThere(context, one, ["Claim"]),
      ...nodeIsThere(context, other, ["Claim"]),
    ],
    sets: [],
    bound,
    keys: [key(`${about}.id`), key(`coalesce(${field}, '')`), key(`${one}.id`), key(`${other}.id`)],
    fields: {
      about: { kind: "node", name: about, type: "Subject" },
      field: { kind: "value", expression: field },
      positions: { kind: "rows", type: "Position", members: [position(one, value), position(other, otherValue)] },
    },
  };
}

/** The fields of which two different values can't both be right. */
function contestedFields({ model }: Context): string[] {
  const properties = [...model.nodes.values()].flatMap((node) => [...node.properties.values()]);
  const changing = new Set(properties.filter((p) => p.latest).map((p) => p.name));
  return [...new Set(properties.filter((p) => p.contestable && !p.derived && !changing.has(p.name)).map((p) => p.name))].sort();
}
