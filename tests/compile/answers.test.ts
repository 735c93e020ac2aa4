import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenWorld, openWorld } from "../support/open-world.ts";
import { type WorldNode, world } from "../support/world.ts";

const nodeOf = (id: string): WorldNode => {
  const found = world.nodes.find((n) => n.id === id);
  if (!found) throw new Error(`The world has no ${id}.`);
  return found;
};
const ids = (of: readonly string[]) => [...of].sort().map((id) => ({ id }));
const nodes = (of: readonly string[]) => ({ totalCount: of.length, nodes: ids(of) });

describe("an answer", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
  });
  afterAll(() => open?.close());
  const ask = (source: string, variables?: Record<string, unknown>) => open.ask(source, variables);

  describe("on one node", () => {
    it("a node is answered with its properties, null for what is missing, and an empty list for a list that is not stored", async () => {
      const { properties } = nodeOf("country:CN");
      expect(
        await ask(
          `{ node(id: "country:CN") { ... on Country { id name kind iso2 iso3 code aliases summary } } firm(id: "bare") { aliases ticker kind } }`,
        ),
      ).toEqual({
        node: { ...properties, code: null },
        firm: { aliases: [], ticker: null, kind: "PRESS" },
      });
    });

    it("names in any script, and quotes, are answered as they are stored", async () => {
      for (const id of ["country:AX", "country:FA", "firm:umlaut", "agency:cn-mofcom"]) {
        expect(await ask("query ($id: ID!) { node(id: $id) { id ... on Entity { name } } }", { id })).toEqual({
          node: { id, name: nodeOf(id).properties.name },
        });
      }
    });

    it("each alias has its own value, and a field that several selections ask for is answered once", async () => {
      expect(
        await ask(`{ country(code: "CN") { a: firms(first: 1) { totalCount nodes { id } } b: firms(last: 1) { nodes { id } }
          name again: name firms(first: 1) { nodes { id } } firms(first: 1) { nodes { name } } } }`),
      ).toEqual({
        country: {
          a: { totalCount: 23, nodes: [{ id: "firm:p00" }] },
          b: { nodes: [{ id: "firm:p22" }] },
          name: "China",
          again: "China",
          firms: { nodes: [{ id: "firm:p00", name: "Plant" }] },
        },
      });
    });

    it("an answer leaves out fields and fragments that are skipped or not included", async () => {
      const query = `query ($yes: Boolean!, $no: Boolean!) { country(code: "CN") { id @include(if: $yes) name @include(if: $no) iso2 @skip(if: $yes) iso3 @skip(if: $no)
        ...F @include(if: $no) ... @skip(if: $no) { kind } firms @include(if: $no) { totalCount } } } fragment F on Country { summary }`;
      expect(await ask(query, { yes: true, no: false })).toEqual({ country: { id: "country:CN", iso3: "CHN", kind: "STATE" } });
      expect(await ask(query, { yes: false, no: true })).toEqual({
        country: { name: "China", iso2: "CN", summary: "A state.", firms: { totalCount: 23 } },
      });
    });

    it("a reference is answered with its node, and with null where there is none", async () => {
      expect(
        await ask(
          `{ claim(id: "a") { source { title claims { nodes { id } } } } a: commitment(id: "pause") { agreement { title } } b: commitment(id: "alone") { agreement { title } } }`,
        ),
      ).toEqual({
        claim: { source: { title: "Press", claims: { nodes: ids(["claim:a", "claim:b"]) } } },
        a: { agreement: { title: "Geneva" } },
        b: { agreement: null },
      });
    });

    it("objects stored inside a node are answered field by field", async () => {
      expect(
        await ask(`{ event(id: "call") { figures { n: name value unit period } } undated: event(id: "undated") { figures { name } } }`),
      ).toEqual({
        event: {
          figures: [
            { n: "minutes", value: 90, unit: "min", period: null },
            { n: "a", value: 0.5, unit: "t", period: "2025-05" },
          ],
        },
        undated: { figures: [] },
      });
    });

    it("a request may ask for nothing but the names of types", async () => {
      expect(
        await ask(`{ __typename measure(id: "m00") { __typename targets(first: 1) { __typename nodes { __typename } edges { __typename } } }
          claim(id: "a") { source { __typename } } measures(first: 1) { nodes { __typename } edges { node { __typename } } } }`),
      ).toEqual({
        __typename: "Query",
        measure: {
          __typename: "Measure",
          targets: { __typename: "ActorTargetConnection", nodes: [{ __typename: "Country" }], edges: [{ __typename: "ActorTargetEdge" }] },
        },
        claim: { source: { __typename: "Source" } },
        measures: { nodes: [{ __typename: "Measure" }], edges: [{ node: { __typename: "Measure" } }] },
      });
    });
  });

  describe("through interfaces", () => {
    it("a node behind an interface has its own type's fields, from named and inline fragments, one inside another", async () => {
      expect(
        await ask(`{ event(id: "call") { concerns { nodes { __typename ... on Node { id } ...S ... on Firm { kind } ... on Measure { measureKind: kind } } } } }
          fragment S on Subject { ... on Entity { name ... on Commodity { level } } ...T }
          fragment T on Act { title ... on Event { startedOn } }`),
      ).toEqual({
        event: {
          concerns: {
            nodes: [
              { __typename: "Commodity", id: "commodity:magnets", name: "Goods of magnets", level: "GROUP" },
              { __typename: "Country", id: "country:EU", name: "European Union" },
              { __typename: "Event", id: "event:day-one", title: "First day of talks", startedOn: "2025" },
              { __typename: "Firm", id: "firm:ford", name: "Ford", kind: "COMPANY" },
              { __typename: "Measure", id: "measure:m00", title: "Round of tariffs", measureKind: "TARIFF" },
              { __typename: "Measure", id: "measure:m01", title: "Measure 1", measureKind: "BAN" },
            ],
          },
        },
      });
    });

    it("a field of one name that leads each type elsewhere is followed as each type defines it", async () => {
      expect(
        await ask(`{ nodes(ids: ["agency:us-bis", "commodity:hs-850511", "event:day-one", "country:DE", "measure:m01", "person:t"]) { id
          ... on Agency { partOf { nodes { id } } } ... on Commodity { partOf { nodes { id hsCode } } } ... on Event { partOf { nodes { id title } } }
          ... on Country { partOf { nodes { id code } } } ... on Measure { partOf { nodes { id } } } } }`),
      ).toEqual({
        nodes: [
          { id: "agency:us-bis", partOf: { nodes: ids(["agency:us-commerce"]) } },
          {
            id: "commodity:hs-850511",
            partOf: {
              nodes: [
                { id: "commodity:hs-8505", hsCode: "8505" },
                { id: "commodity:magnets", hsCode: null },
              ],
            },
          },
          { id: "event:day-one", partOf: { nodes: [{ id: "event:talks", title: "Talks" }] } },
          { id: "country:DE", partOf: { nodes: [{ id: "country:EU", code: "EU" }] } },
          { id: "measure:m01", partOf: { nodes: ids(["measure:m00"]) } },
          { id: "person:t" },
        ],
      });
    });

    it("a bloc's members and its agencies are distinguished, though one type of edge leads to both", async () => {
      expect(await ask(`{ country(code: "EU") { members { totalCount nodes { id } } agencies { totalCount nodes { id } } } }`)).toEqual({
        country: { members: nodes(["country:DE", "country:GB", "country:HR"]), agencies: nodes(["agency:eu-trade"]) },
      });
    });
  });

  describe("along edges", () => {
    it("a list of edges has one element for each edge, also where two lead to the same node", async () => {
      expect(
        await ask(
          `{ person(id: "t") { offices { totalCount edges { since until title claims { id quote source { title } } node { id } } } } }`,
        ),
      ).toEqual({
        person: {
          offices: {
            totalCount: 3,
            edges: [
              { since: "2017-01-20", until: "2021-01-20", title: "President", claims: [], node: { id: "country:US" } },
              {
                since: "2025-01-20",
                until: null,
                title: "President",
                claims: [{ id: "claim:a", quote: "q", source: { title: "Press" } }],
                node: { id: "country:US" },
              },
              { since: null, until: null, title: null, claims: [], node: { id: "firm:umlaut" } },
            ],
          },
        },
      });
    });

    it("an edge has all of its claims, and a claim all of the edges to what it is about", async () => {
      expect(
        await ask(
          `{ agreement(id: "geneva") { suspends { edges { certainty claims { id } } } } claim(id: "a") { about { totalCount edges { field value node { id } } } } }`,
        ),
      ).toEqual({
        agreement: { suspends: { edges: [{ certainty: null, claims: ids(["claim:a", "claim:b", "claim:c"]) }] } },
        claim: {
          about: {
            totalCount: 3,
            edges: [
              { field: null, value: null, node: { id: "event:call" } },
              { field: "rate", value: "25", node: { id: "measure:m01" } },
              { field: "title", value: "x", node: { id: "measure:m01" } },
            ],
          },
        },
      });
    });

    it("the edges of a root list have null for every property, and no claims", async () => {
      expect(await ask(`{ people { edges { since until recordedOn certainty note claims { id } node { id } } } }`)).toEqual({
        people: {
          edges: ["person:nobody", "person:t"].map((id) => ({
            since: null,
            until: null,
            recordedOn: null,
            certainty: null,
            note: null,
            claims: [],
            node: { id },
          })),
        },
      });
    });

    it("a node without edges has empty lists, whose count is 0 and whose cursors are null", async () => {
      const empty = {
        totalCount: 0,
        nodes: [],
        edges: [],
        pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      };
      const list = "{ totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";
      expect(await ask(`{ person(id: "nobody") { offices ${list} participatesIn ${list} claims ${list} } }`)).toEqual({
        person: { offices: empty, participatesIn: empty, claims: empty },
      });
    });
  });

  describe("from each root", () => {
    it("a country or commodity is found by any code that it has, and by no other", async () => {
      expect(
        await ask(`{ a: country(code: "CN") { id } b: country(code: "CHN") { id } c: country(code: "EU") { id } d: country(code: "ZZ") { id }
          e: commodity(hsCode: "XVI") { id } f: commodity(hsCode: "850511") { id } g: commodity(hsCode: "99") { id } }`),
      ).toEqual({
        ...{ a: { id: "country:CN" }, b: { id: "country:CN" }, c: { id: "country:EU" }, d: null },
        ...{ e: { id: "commodity:hs-xvi" }, f: { id: "commodity:hs-850511" }, g: null },
      });
    });

    it("nodes(ids) keeps the order of the ids asked for, with null for each that no node has", async () => {
      const asked = ["measure:m03", "firm:x", "country:US", "measure:m03", "measure:none"];
      const known = new Set(world.nodes.map((n) => n.id));
      expect(await ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: asked })).toEqual({
        nodes: asked.map((id) => (known.has(id) ? { id } : null)),
      });
    });

    it("a root list has every node of its type, and counts them", async () => {
      for (const { name, plural } of open.model.nodes.values()) {
        const all = world.nodes.filter((n) => n.type === name).map((n) => n.id);
        expect(await ask(`{ it: ${plural}(first: 200) { totalCount nodes { id } } }`), plural).toEqual({ it: nodes(all) });
      }
    });

    it("a search looks in names and texts, and a request continues from what it finds", async () => {
      expect(
        await ask(`{ search(text: "comerce", types: [AGENCY], first: 1) { node { id ... on Agency { partOf { nodes { id } } } } } }`),
      ).toEqual({
        search: [{ node: { id: "agency:us-commerce", partOf: { nodes: [{ id: "country:US" }] } } }],
      });
      const { search } = await ask(`{ search(text: "稀土", types: [MEASURE]) { score node { __typename ... on Measure { aliases } } } }`);
      expect(search).toHaveLength(
        world.nodes.filter((n) => n.type === "Measure" && JSON.stringify(n.properties.aliases).includes("稀土")).length,
      );
    });
  });

  it("a request costs one statement for each root field, and no more in a world eleven times as large", async () => {
    const query = `{ measures(first: 50) { totalCount nodes { targets { edges { claims { source { title } } node { id } } } covers { nodes { partOf { nodes { id } } } } } }
      country(code: "CN") { firms { nodes { parents { nodes { id } } } } } a: node(id: "event:call") { id } b: nodes(ids: ["firm:ford"]) { id }
      search(text: "ford") { node { id } } commodity(hsCode: "85") { parts { nodes { parts { nodes { id } } } } } }`;
    open.takeStatements();
    await ask(query);
    expect(open.takeStatements()).toBe(6);
    await open.grow(10);
    const { measures } = (await ask(query)) as { measures: { totalCount: number } };
    expect(measures.totalCount).toBe(11 * world.nodes.filter((n) => n.type === "Measure").length);
    expect(open.takeStatements()).toBe(6);
  });
});
