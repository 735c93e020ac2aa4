import { type DocumentNode, execute, getOperationAST, graphql, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphEngine, Row, Value } from "../../src/engine/port.ts";
import { readModel } from "../../src/model/index.ts";
import { answer, type Context, executableSchema } from "../../src/resolvers/index.ts";
import { constructs } from "../compile/constructs.ts";
import { type Counted, counted } from "../support/counted.ts";
import { goldenOperations } from "../support/golden.ts";
import { openWithSeed } from "../support/seeded.ts";

const model = readModel();
const schema = executableSchema(model);

describe("a query answered without graphql-js", () => {
  let engine: Counted;
  beforeAll(async () => {
    engine = counted(await openWithSeed(model));
  });
  afterAll(() => engine.close());

  const directly = (source: string | DocumentNode, variables: Record<string, unknown> = {}, context: Context = { engine }) => {
    const document = typeof source === "string" ? parse(source) : source;
    const operation = getOperationAST(document);
    if (!operation) throw new Error("There is no operation.");
    return answer(model, { document, operation, variables }, context);
  };
  const byGraphql = (source: string, variableValues: Record<string, unknown> = {}, contextValue: Context = { engine }) =>
    graphql({ schema, source, variableValues, contextValue });

  it.each(goldenOperations())("gives $name to the letter as graphql-js does, keys in the same order", async ({ source }) => {
    const { data, errors } = await byGraphql(source);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(await directly(source))).toBe(JSON.stringify(data));
  });

  it.each(Object.entries(constructs))("gives the construct %s as graphql-js does", async (_, { query, variables }) => {
    const { data, errors } = await byGraphql(query, { ...variables });
    const direct = await directly(query, { ...variables });
    if (errors) expect(direct).toBeNull();
    else expect(JSON.stringify(direct)).toBe(JSON.stringify(data));
  });

  it("answers __typename wherever it is asked for, under any alias, and in its place", async () => {
    const source = `{ a: __typename country(code: "US") { t: __typename partOf(first: 1) { __typename edges { __typename node { x: __typename } } }
      name imposes(first: 2, orderBy: [{field: ANNOUNCED_ON}]) { nodes { ... on Subject { __typename } id } pageInfo { __typename hasNextPage } } }
      search(text: "ford", first: 2) { __typename node { __typename ... on Firm { name } id } } }`;
    const { data, errors } = await byGraphql(source);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toContain('"x":"Country"');
    expect(JSON.stringify(await directly(source))).toBe(JSON.stringify(data));
  });

  it.each([
    [
      "__typename",
      '{ nodes(ids: ["country:US"]) { type: __typename ... on Country { __typename: name iso2 } } }',
      '{"nodes":[{"type":"Country","__typename":"United States","iso2":"US"}]}',
    ],
    [
      "__typename of an id, in a fragment on an interface",
      '{ node(id: "country:US") { ... on Entity { __typename: id name } ... on Country { iso2 } } }',
      '{"node":{"__typename":"country:US","name":"United States","iso2":"US"}}',
    ],
    [
      "__proto__ of a root field, a list and a value",
      '{ __proto__: country(code: "US") { __proto__: partOf(first: 0) { __proto__: totalCount nodes { id } } id } }',
      '{"__proto__":{"__proto__":{"__proto__":2,"nodes":[]},"id":"country:US"}}',
    ],
    [
      "what objects inherit",
      '{ constructor: country(code: "US") { toString: name valueOf: iso2 hasOwnProperty: code toJSON: iso3 then: id } }',
      '{"constructor":{"toString":"United States","valueOf":"US","hasOwnProperty":null,"toJSON":"USA","then":"country:US"}}',
    ],
  ])("answers a field under the alias %s like any other", async (_, source, expected) => {
    const { data, errors } = await byGraphql(source);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toBe(expected);
    expect(JSON.stringify(await directly(source))).toBe(expected);
  });

  it("leaves mutations, introspection and invalid variables to graphql-js", async () => {
    expect(await directly("mutation { load(input: { files: [] }) { bundles { name } } }")).toBeNull();
    expect(await directly("{ __schema { queryType { name } } }")).toBeNull();
    expect(await directly("query ($id: ID!) { node(id: $id) { id } }", {})).toBeNull();
  });

  it("leaves errors to graphql-js, which reports them without running a statement again", async () => {
    const source = '{ valid: country(code: "US") { name } invalid: events(first: 2, last: 2) { nodes { id } } }';
    const context: Context = { engine };
    const document = parse(source);
    engine.takeStatements();
    expect(await directly(document, {}, context)).toBeNull();
    const { errors } = await execute({ schema, document, contextValue: context });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([[["invalid"], "BAD_PAGE"]]);
    expect(engine.takeStatements()).toBe(1);
  });

  it("leaves an answer that lacks what the schema promises to graphql-js, which says where", async () => {
    const withoutNames: GraphEngine = { ...engine, read: async (statement) => (await engine.read(statement)).map(nameless) };
    const source = '{ country(code: "US") { name } }';
    expect(await directly(source, {}, { engine: withoutNames })).toBeNull();
    const { errors } = await byGraphql(source, {}, { engine: withoutNames });
    expect(errors?.map(({ path }) => path)).toEqual([["country", "name"]]);
  });
});

function nameless(row: Row): Row {
  const without = (value: Value): Value =>
    value === "United States" ? null : Array.isArray(value) ? value.map((item: Value) => without(item)) : value;
  return row.map(without);
}
