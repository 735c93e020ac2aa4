import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenWorld, openWorld } from "../support/open-world.ts";

/** The nodes that are added to the world, by type. */
const NODES = [
  ["measure:twice", "Measure"],
  ["claim:many", "Claim"],
  ["commodity:top", "Commodity"],
  ["commodity:mid", "Commodity"],
  ["commodity:low", "Commodity"],
  ["person:often", "Person"],
  ["country:OF", "Country"],
] as const;

/** Edges as `from TYPE to` with what they say, in an order that is not the expected one. */
const EDGES: readonly (readonly [from: string, type: string, to: string, values: Readonly<Record<string, string>>])[] = [
  ["person:often", "HOLDS_OFFICE", "country:OF", { since: "2021-01-20", until: "2025-01-20" }],
  ["person:often", "HOLDS_OFFICE", "country:OF", { since: "2021", until: "2030" }],
  ["person:often", "HOLDS_OFFICE", "country:OF", { until: "2001" }],
  ["person:often", "HOLDS_OFFICE", "country:OF", { since: "1999-05" }],
  ["claim:many", "ABOUT", "measure:twice", { field: "title", value: "b" }],
  ["claim:many", "ABOUT", "measure:twice", { field: "rate", value: "9", since: "2025" }],
  ["claim:many", "ABOUT", "measure:twice", { field: "title", value: "a" }],
  ["claim:many", "ABOUT", "measure:twice", {}],
  ["claim:many", "ABOUT", "measure:twice", { field: "rate", value: "9", since: "2024-02" }],
  ["commodity:low", "PART_OF", "commodity:mid", {}],
  ["commodity:mid", "PART_OF", "commodity:top", {}],
  ["measure:twice", "COVERS", "commodity:top", {}],
  ["measure:twice", "COVERS", "commodity:mid", {}],
  ["measure:twice", "COVERS", "commodity:low", {}],
  ["measure:twice", "COVERS", "commodity:low", { since: "2025" }],
];

/** What `orderBy` says of edges to one node, in every list: by what tells them apart, what has none of it first. */
describe("edges to one node", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
    await open.write(async (transaction) => {
      for (const [id, type] of NODES) {
        await transaction.run({ text: `CREATE (n:Node:${type}) SET n.id = $id`, params: { id } });
      }
      for (const [from, type, to, values] of EDGES) {
        const text = `MATCH (a:Node {id: $from}) MATCH (b:Node {id: $to}) CREATE (a)-[r:${type}]->(b) SET r += $values`;
        await transaction.run({ text, params: { from, to, values } });
      }
    });
  });
  afterAll(() => open?.close());

  const edgesOf = async (query: string): Promise<Record<string, unknown>[]> => {
    const { it } = (await open.ask(query)) as { it: { list: { edges: Record<string, unknown>[] } } };
    return it.list.edges;
  };

  it("stand by their first day, without one first, whatever comes before that in the order", async () => {
    const list = (order: string) => edgesOf(`{ it: person(id: "often") { list: offices${order} { edges { since } } } }`);
    const days = [{ since: null }, { since: "1999-05" }, { since: "2021" }, { since: "2021-01-20" }];
    expect(await list("")).toEqual(days);
    expect(await list("(orderBy: [{field: ID, direction: DESC}])")).toEqual(days);
    expect(await list("(last: 4)")).toEqual(days);
    // What an order names comes first, and what has no value of that last, either way.
    const byEnd = [{ since: null }, { since: "2021-01-20" }, { since: "2021" }, { since: "1999-05" }];
    expect(await list("(orderBy: [{field: EDGE_UNTIL}])")).toEqual(byEnd);
    expect(await list("(orderBy: [{field: EDGE_SINCE, direction: DESC}])")).toEqual([...days.slice(1).reverse(), { since: null }]);
  });

  it("stand, where they have no days of their own, by all that they say", async () => {
    expect(await edgesOf('{ it: measure(id: "twice") { list: claims { edges { field value since } } } }')).toEqual([
      { field: null, value: null, since: null },
      { field: "rate", value: "9", since: "2024-02" },
      { field: "rate", value: "9", since: "2025" },
      { field: "title", value: "a", since: null },
      { field: "title", value: "b", since: null },
    ]);
  });

  it("stand, where they are of several nodes, by the first day, then by the id of the node whose edge it is", async () => {
    const query = (reach: string) =>
      `{ it: node(id: "commodity:mid") { ... on Commodity { list: coveredBy(reach: ${reach}) { edges { since via { id } } } } } }`;
    const [low, own, top] = [{ id: "commodity:low" }, null, { id: "commodity:top" }];
    expect(await edgesOf(query("ALL"))).toEqual([
      { since: null, via: low },
      { since: null, via: own },
      { since: null, via: top },
      { since: "2025", via: low },
    ]);
  });

  it("are one entry each, and follow each other over pages", async () => {
    const found: unknown[] = [];
    for (let after = ""; ; ) {
      const { it } = (await open.ask(
        `{ it: person(id: "often") { offices(first: 1${after}) { totalCount edges { cursor since } pageInfo { hasNextPage } } } }`,
      )) as { it: { offices: { totalCount: number; edges: { cursor: string; since: unknown }[]; pageInfo: { hasNextPage: boolean } } } };
      expect(it.offices.totalCount).toBe(4);
      found.push(...it.offices.edges.map(({ since }) => since));
      if (!it.offices.pageInfo.hasNextPage) break;
      after = `, after: "${it.offices.edges[0]?.cursor}"`;
    }
    expect(found).toEqual([null, "1999-05", "2021", "2021-01-20"]);
  });

  it("are named, in relationships, by the text that orders these", async () => {
    const { relationships } = (await open.ask(
      '{ relationships(from: ["person:often", "measure:twice"]) { nodes { type from { id } to { id } since } } }',
    )) as { relationships: { nodes: { type: string; from: { id: string }; to: { id: string }; since: string | null }[] } };
    const keys = relationships.nodes.map((r) => `${r.from.id}|${r.type}|${r.to.id}|${r.since ?? ""}`);
    expect(keys).toEqual([
      "measure:twice|COVERS|commodity:low|",
      "measure:twice|COVERS|commodity:low|2025",
      "measure:twice|COVERS|commodity:mid|",
      "measure:twice|COVERS|commodity:top|",
      "person:often|HOLDS_OFFICE|country:OF|",
      "person:often|HOLDS_OFFICE|country:OF|1999-05",
      "person:often|HOLDS_OFFICE|country:OF|2021",
      "person:often|HOLDS_OFFICE|country:OF|2021-01-20",
    ]);
  });
});
