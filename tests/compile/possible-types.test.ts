import { graphql } from "graphql";
import { describe, expect, it } from "vitest";
import { names, readModel } from "../../src/model/index.ts";
import { executableSchema } from "../../src/resolvers/index.ts";

const model = readModel();

const schema = executableSchema(model);
/** Counts nothing: all that is looked at is refused before anything runs. */
const engine = { read: async () => [] };

/** The codes and messages with which the root fields of an operation are refused, by their response keys. Throws where all of it is. */
async function refusals(source: string, variableValues = {}): Promise<Record<string, { code: unknown; message: string }>> {
  const { errors = [] } = await graphql({ schema, source, variableValues, contextValue: { engine } });
  return Object.fromEntries(
    errors.flatMap(({ path, message, extensions: { code } }) => {
      if (path === undefined) throw new Error(message);
      // A count that nothing gave is no refusal.
      return String(code).startsWith("BAD_") ? [[path[0], { code, message }]] : [];
    }),
  );
}

/** Every list that leads from a type of node to several: the edge field, and what it may lead to. */
const lists = [...model.nodes.values()].flatMap((owner) =>
  [...owner.edges.values()]
    .filter((edge) => edge.list && !model.nodes.has(edge.to))
    .map(({ name, targets }) => ({ owner, name, targets, title: `${owner.name}.${name}` })),
);

describe("a type in a filter where no node of it can be", () => {
  it.each(lists)("$title: each type passes where the edge leads to it, and is refused elsewhere", async ({ owner, name, targets }) => {
    const start = `node(id: "${owner.prefix}:x") { ... on ${owner.name}`;
    const fields = [...model.nodes.values()].flatMap(({ name: type, prefix }) => [
      `${type}_asField: ${start} { ${name}(filter: {type: [${names.constant(type)}]}) { totalCount } } }`,
      `${type}_negated: ${start} { ${name}(filter: {not: {type: [${names.constant(type)}]}}) { totalCount } } }`,
      `${type}_byId: ${start} { ${name}(filter: {any: [{id: ["${prefix}:x"]}]}) { totalCount } } }`,
    ]);
    const refused = await refusals(`{ ${fields.join(" ")} }`);
    const codes = Object.fromEntries(Object.entries(refused).map(([key, { code }]) => [key, code]));
    const impossible = [...model.nodes.keys()].filter((type) => !targets.includes(type));
    expect(codes).toEqual(
      Object.fromEntries(
        impossible.flatMap((type) => [
          [`${type}_asField`, "BAD_FILTER"],
          [`${type}_negated`, "BAD_FILTER"],
          [`${type}_byId`, "BAD_ID"],
        ]),
      ),
    );
  });

  it("is told with what is possible, from a variable too", async () => {
    const query = `query ($types: [NodeType!]) { measures(filter: {imposedByWhere: {node: {all: [{type: $types}]}}}) { totalCount } }`;
    expect(await refusals(query, { types: ["AGENCY", "MEASURE"] })).toEqual({
      measures: {
        code: "BAD_FILTER",
        message: "type: no MEASURE can be here: it would find nothing. Possible here: AGENCY or COUNTRY.",
      },
    });
    for (const variables of [{ types: ["AGENCY"] }, { types: [] }, {}]) expect(await refusals(query, variables)).toEqual({});
  });

  it("goes by all types for which a fragment asks", async () => {
    const query = (type: string) => `{ node(id: "event:x") { ... on Act { causes(filter: {type: [${type}]}) { totalCount } } } }`;
    expect(await refusals(query("EVENT"))).toEqual({});
    expect(await refusals(query("CLAIM"))).toMatchObject({ node: { code: "BAD_FILTER" } });
  });

  it("goes by what a field reaches: a bloc imposes nothing itself, but what lies below it may", async () => {
    const query = (reach: string) =>
      `{ node(id: "country:EU") { ... on Country { imposes(reach: ${reach}, filter: {id: ["x"]}) { totalCount } } } }`;
    for (const reach of ["EXACT", "BELOW", "ABOVE", "ALL"]) expect(await refusals(query(reach))).toEqual({});
  });
});
