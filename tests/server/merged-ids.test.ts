import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readModel } from "../../src/model/index.ts";
import { loaded } from "../load/support.ts";
import { type Served, serve } from "./support.ts";

const KEY = "a-key-of-twenty-chars";
const model = readModel();
const nodeTypes = [...model.nodes.values()];

/** Two nodes of each type that can be merged: `old` and `new`; of countries and goods those whose ids are codes. */
const WORLD = `
bundle: w
restsOn: c
sources: [{id: s, title: A register, reliability: PRESS, publishedOn: 2025-07-01}]
claims: [{id: c, source: s, certainty: REPORTED}]
countries:
  - {id: old, name: Oldland, kind: STATE}
  - {id: new, name: Newland, kind: STATE}
agencies:
  - {id: old, name: Old Office, kind: OTHER, partOf: country:old}
  - {id: new, name: New Office, kind: OTHER, partOf: country:new}
firms:
  - {id: old, name: Acme Ltd, kind: COMPANY}
  - {id: new, name: Acme Limited, kind: COMPANY}
people:
  - {id: old, name: J. Doe}
  - {id: new, name: Jane Doe}
commodities:
  - {id: old, name: Magnet, level: GROUP}
  - {id: new, name: Magnets, level: GROUP}
markets:
  - {id: old, name: Old market, commodity: old}
  - {id: new, name: New market, commodity: old}
agreements:
  - {id: old, title: Old pact, kind: FRAMEWORK, status: SIGNED}
  - {id: new, title: New pact, kind: FRAMEWORK, status: SIGNED}
commitments:
  - {id: old, title: Old pledge, status: PLEDGED, undertakenBy: country:old}
  - {id: new, title: New pledge, status: PLEDGED, undertakenBy: country:old}
events:
  - {id: old, title: Old talks, kind: TALKS}
  - {id: new, title: New talks, kind: TALKS}
measures:
  - {id: old, title: Old ban, kind: BAN, effect: RESTRICTING}
  - {id: new, title: New ban, kind: BAN, effect: RESTRICTING}
  - id: m
    title: Duty
    kind: TARIFF
    effect: RESTRICTING
    imposedBy: country:old
    targets: [firm:old]
    covers: [{to: commodity:old, newRate: 10, rateUnit: PERCENT}]
    claims:
      - {id: low, source: s, certainty: REPORTED, field: covers(commodity:old).newRate, value: 10}
      - {id: high, source: s, certainty: REPORTED, field: covers(commodity:old).newRate, value: 20}
`;

/** Types whose nodes are never merged. */
const EVIDENCE = ["Claim", "Source"];
const MERGED = nodeTypes.filter(({ name }) => !EVIDENCE.includes(name));

/** Of what type the ids are that stand in arguments of root fields, where neither their names nor the types of the fields say it. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  id: "Firm",
  ids: "Firm",
  actors: "Firm",
  about: "Firm",
  from: "Firm",
  to: "Firm",
  commodities: "Commodity",
  measures: "Measure",
  importer: "Country",
  exporter: "Country",
};

/** What stands in the other arguments that a root field needs, by their types. */
const BESIDE: Readonly<Record<string, string>> = {
  "ID!": '"country:new"',
  "[ID!]!": '["country:new"]',
  "HsCode!": '"850511"',
  "Date!": '"2025-07-01"',
  "PartialDate!": '"2025"',
  "StatisticsCount!": "ANNOUNCED",
  "StatisticsParts!": "ALL",
};

const takesIds = ({ type }: GraphQLArgument | GraphQLInputField) => getNamedType(type).name === "ID";
const isList = ({ type }: GraphQLArgument | GraphQLInputField) => isListType(isNonNullType(type) ? type.ofType : type);
const written = (argument: GraphQLArgument | GraphQLInputField, id: string) => (isList(argument) ? `["${id}"]` : `"${id}"`);

/** Where a root field takes ids: an argument, or a field of its filter; the type of these, null where its nodes are never merged; and how it is asked by one. */
interface Place {
  readonly name: string;
  readonly prefix: string | null;
  readonly ask: (id: string) => string;
}

/** The prefix of the first of some types that can be merged; null where none can. */
function prefixAmong(types: readonly string[], where: string): string | null {
  if (types.length === 0) throw new Error(`Of what type the ids are in ${where}, nothing says: add it to ARGUMENTS.`);
  return MERGED.find(({ name }) => types.includes(name))?.prefix ?? null;
}

function placesOf(field: GraphQLField<unknown, unknown>): Place[] {
  const answered = getNamedType(field.type).name;
  const selected = /Connection$/.test(answered) ? "{ totalCount edges { __typename } }" : "{ __typename }";
  const ask = (name: string, value: string) => {
    const beside = field.args.filter((one) => one.name !== name && isRequiredArgument(one));
    return `${field.name}(${[`${name}: ${value}`, ...beside.map((one) => `${one.name}: ${BESIDE[String(one.type)]}`)].join(", ")}) ${selected}`;
  };
  return field.args.flatMap((argument): Place[] => {
    const { name } = argument;
    const filter = getNamedType(argument.type);
    if (takesIds(argument)) {
      const type = name === "id" && model.nodes.has(answered) ? answered : ARGUMENTS[name];
      return [
        {
          name,
          prefix: prefixAmong(type === undefined ? [] : [type], `${field.name}(${name}:)`),
          ask: (id) => ask(name, written(argument, id)),
        },
      ];
    }
    if (!isInputObjectType(filter)) return [];
    const owner = filter.name.replace(/Filter$/, "");
    const leadsTo = (one: string) => model.edgeFields.get(owner)?.get(one)?.targets ?? [];
    const typesOf = (one: string) => (one === "id" ? [owner] : one === "claims" ? ["Claim"] : leadsTo(one));
    return Object.values(filter.getFields())
      .filter(takesIds)
      .map((one) => ({
        name: `${name}.${one.name}`,
        prefix: prefixAmong(typesOf(one.name), `${filter.name}.${one.name}`),
        ask: (id) => ask(name, `{${one.name}: ${written(one, id)}}`),
      }));
  });
}

/** Root fields with the places where they take ids of nodes that can be merged. */
const FIELDS = Object.values(model.schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
  const places = placesOf(field).filter(({ prefix }) => prefix !== null);
  return places.length > 0 ? [{ name: field.name, places }] : [];
});

describe("ids of nodes that were merged into others", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ loadKey: KEY });
    await loaded(served.engine, { name: "w.yaml", text: WORLD });
    const headers = { "content-type": "application/json", authorization: `Bearer ${KEY}` };
    for (const { prefix } of MERGED) {
      const query = `mutation { merge(input: {from: "${prefix}:old", into: "${prefix}:new"}) { into } }`;
      expect((await served.post(JSON.stringify({ query }), headers)).json.errors, prefix).toBeUndefined();
    }
  });
  afterAll(() => served?.close());

  const ask = async (query: string) => (await served.ask(query)).json;

  it("stand wherever a root field takes ids", () => {
    expect(FIELDS.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["node", "nodes", "timeline", "paths", "effectiveRate", "firm", "measures", "statistics"]),
    );
    expect(FIELDS.flatMap(({ places }) => places).length).toBeGreaterThan(150);
  });

  it.each(FIELDS)("mean what stands for them in all arguments of $name", async ({ places }) => {
    const of = (key: string) => ask(`{ ${places.map(({ prefix, ask: asking }, i) => `a${i}: ${asking(`${prefix}:${key}`)}`).join(" ")} }`);
    const [before, now] = [await of("old"), await of("new")];
    expect(now.errors).toBeUndefined();
    expect(before.data).toEqual(now.data);
    const told = (before.extensions?.warnings ?? []) as readonly { code: string; path: readonly string[]; id: string; into: string }[];
    const merged = told.filter(({ code }) => code === "MERGED_ID").map(({ path, id, into }) => [...path, id, into]);
    expect(merged).toEqual(places.map(({ prefix }, i) => [`a${i}`, `${prefix}:old`, `${prefix}:new`]));
  });

  it("mean it in the field of an edge's own value", async () => {
    const of = (id: string) => ask(`{ it: disagreements(fields: ["covers(${id}).newRate"]) { nodes { field } } }`);
    const { data, extensions } = await of("commodity:old");
    expect(data).toEqual({ it: { nodes: [{ field: "covers(commodity:new).newRate" }] } });
    expect(data).toEqual((await of("new")).data);
    expect(extensions?.warnings).toMatchObject([{ code: "MERGED_ID", id: "commodity:old", into: "commodity:new" }]);
  });

  it("count once beside the id that stands for them", async () => {
    const both = `["firm:old", "firm:new"]`;
    const of = (ids: string) =>
      ask(`{
        firms(filter: {id: ${ids}}) { totalCount nodes { id } }
        measures(filter: {targets: ${ids}}) { totalCount nodes { id } }
        disagreements(about: ${ids}) { totalCount nodes { field } }
        relationships(from: ["measure:m"], to: ${ids}) { totalCount edges { node { type } } }
        changes(about: ${ids}, from: "2025-01-01", to: "2025-12-31") { totalCount nodes { kind } }
        paths(from: ["measure:m"], to: ${ids}) { __typename }
      }`);
    const { data, errors } = await of(both);
    expect(errors).toBeUndefined();
    expect(data).toEqual((await of(`["firm:new"]`)).data);
    expect(data).toMatchObject({ firms: { totalCount: 1 }, measures: { totalCount: 1 } });
  });

  it("stand in `formerIds` of what stands for them, over as many merges as there are", async () => {
    const former = `{ node(id: "firm:new") { formerIds } measure(id: "m") { formerIds targets { nodes { id formerIds } } } }`;
    expect((await ask(former)).data).toEqual({
      node: { formerIds: ["firm:old"] },
      measure: { formerIds: [], targets: { nodes: [{ id: "firm:new", formerIds: ["firm:old"] }] } },
    });
  });

  it("lead to its page", async () => {
    const { status, headers } = await served.request("/id/firm:old", { redirect: "manual" });
    expect([status, headers.get("location")]).toEqual([302, "/id/firm:new"]);
  });
});
