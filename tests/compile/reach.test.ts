import { isInputObjectType, isInterfaceType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EdgeField, readModel } from "../../src/model/index.ts";
import { type OpenWorld, openWorld } from "../support/open-world.ts";
import { world } from "../support/world.ts";
import { Evaluator } from "./evaluate.ts";

const model = readModel();
const evaluator = new Evaluator(model);
const REACHES = ["EXACT", "BELOW", "ABOVE", "ALL"] as const;
const HIERARCHICAL = [...model.nodes.values()].filter((type) => type.hierarchy !== null);

function takes(field: EdgeField, argument: string): boolean {
  const owner = model.schema.getType(field.owner);
  const fields = isObjectType(owner) || isInterfaceType(owner) ? owner.getFields() : {};
  return fields[field.name]?.args.some(({ name }) => name === argument) === true;
}

/** Every field of a type that lies in a hierarchy, by `Type.field`. */
const reaching = HIERARCHICAL.flatMap((type) =>
  [...type.edges.values()].filter((field) => takes(field, "reach")).map((field) => ({ type, field, name: `${type.name}.${field.name}` })),
);

interface Found {
  readonly totalCount: number;
  readonly edges: readonly { readonly via: { readonly id: string } | null; readonly node: { readonly id: string } }[];
}

describe("reach", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
  });
  afterAll(() => open?.close());

  it("is an argument of every list of a type that lies in a hierarchy", () => {
    const lists = HIERARCHICAL.flatMap((type) =>
      [...type.edges.values()].filter((field) => field.list).map((f) => `${type.name}.${f.name}`),
    );
    expect(reaching.map(({ name }) => name)).toEqual(lists);
    expect(lists).toContain("Commodity.coveredBy");
    expect(lists).toContain("Country.targetedBy");
  });

  it("is no argument where nothing lies above or below, unless an interface has the field for others too", () => {
    const of = (type: string, field: string) => takes(model.nodes.get(type)?.edges.get(field) as EdgeField, "reach");
    expect(of("Measure", "covers")).toBe(false);
    expect(of("Event", "participants")).toBe(false);
    expect(of("Firm", "uses")).toBe(false);
    expect(of("Firm", "affectedBy")).toBe(true);
  });

  it("is a field of every filter whose ids can reach, and of no other", () => {
    const reaches = (type: string) => {
      const input = model.schema.getType(`${type}Filter`);
      return isInputObjectType(input) && ["reach", "on"].every((name) => input.getFields()[name] !== undefined);
    };
    expect([...model.nodes.keys()].filter((type) => !reaches(type))).toEqual(["Source"]);
    expect(reaches("Act")).toBe(true);
  });

  it("that is null, or a variable that was not given, is the default", async () => {
    const query = `query ($reach: Reach, $filter: MeasureFilter) {
      commodity(hsCode: "8505") { given: coveredBy(reach: $reach) { totalCount } not: coveredBy { totalCount } }
      given: measures(filter: $filter) { totalCount } not: measures(filter: {covers: ["commodity:hs-8505"]}) { totalCount }
      inPlace: measures(filter: {covers: ["commodity:hs-8505"], reach: $reach}) { totalCount }
      below: timeline(commodities: ["commodity:critical"], reach: $reach) { totalCount } byDefault: timeline(commodities: ["commodity:critical"]) { totalCount } }`;
    for (const variables of [{}, { reach: null }]) {
      const filter = { covers: ["commodity:hs-8505"], ...variables };
      const answer = (await open.ask(query, { ...variables, filter })) as Record<string, { totalCount: number }>;
      expect(answer.commodity).toEqual({ given: { totalCount: 0 }, not: { totalCount: 0 } });
      expect(answer.not?.totalCount).toBeGreaterThan(0);
      expect([answer.given, answer.inPlace]).toEqual([answer.not, answer.not]);
      expect(answer.byDefault?.totalCount).toBeGreaterThan(0);
      expect(answer.below).toEqual(answer.byDefault);
    }
  });

  // All that there is, far or near, on any day and on some: what one element lists is compared with a look at every node and edge.
  it.each(reaching)("of $name lists what a look at all nodes and edges gives, and says via which", async ({ type, field }) => {
    for (const on of takes(field, "on") ? [null, "2018-03-22", "2019-07-15", "2020-02-01", "2025-06-05"] : [null]) {
      const page = `first: 200${on ? `, on: "${on}"` : ""}`;
      const lists = REACHES.map(
        (reach) => `${reach}: ${field.name}(${page}, reach: ${reach}) { totalCount edges { via { id } node { id } } }`,
      );
      const { them } = (await open.ask(`{ them: ${type.plural}(first: 200) { nodes { id ${lists.join(" ")} } } }`)) as {
        them: { nodes: (Record<(typeof REACHES)[number], Found> & { id: string })[] };
      };
      for (const found of them.nodes) {
        const near = world.nodes.find(({ id }) => id === found.id);
        if (!near) throw new Error(`The world has no ${found.id}.`);
        for (const reach of REACHES) {
          const wanted = evaluator.ends(near, field, { reach, on: on ?? undefined });
          const edges = wanted.map((item) => ({ via: item.near === near ? null : { id: item.near?.id }, node: { id: item.node.id } }));
          expect(found[reach], `${near.id} ${reach} ${on}`).toEqual({ totalCount: wanted.length, edges });
        }
      }
    }
  });

  it("finds from a commodity what applies to it under another name, and says under which", async () => {
    const covers = (ids: readonly string[]) =>
      world.edges.filter((e) => e.type === "COVERS" && ids.includes(e.to)).map((e) => ({ via: e.to, node: e.from }));
    const of = async (id: string, reach: string) => {
      const { node } = await open.ask(
        `query ($id: ID!, $reach: Reach) { node(id: $id) { ... on Commodity { coveredBy(reach: $reach, first: 200) { edges { via { id } node { id } } } } } }`,
        { id, reach },
      );
      const { edges } = (node as { coveredBy: Found }).coveredBy;
      return edges.map((edge) => ({ via: edge.via?.id ?? id, node: edge.node.id }));
    };
    const byNode = (a: { node: string }, b: { node: string }) => (a.node < b.node ? -1 : 1);
    expect(await of("commodity:hs-850511", "ABOVE")).toEqual(
      covers(["commodity:hs-850511", "commodity:magnets", "commodity:hs-85"]).sort(byNode),
    );
    expect(await of("commodity:hs-8505", "BELOW")).toEqual(covers(["commodity:hs-850511"]).sort(byNode));
    expect(await of("commodity:hs-8505", "ABOVE")).toEqual(covers(["commodity:hs-85"]).sort(byNode));
    expect(await of("commodity:hs-8505", "ALL")).toEqual(covers(["commodity:hs-850511", "commodity:hs-85"]).sort(byNode));
    expect(await of("commodity:hs-8505", "EXACT")).toEqual([]);
  });

  it("goes from a member to its bloc while it is a member, on the day of what is found", async () => {
    // The United Kingdom left the European Union on 2020-01-31.
    const { country } = await open.ask(
      `{ country(code: "GB") { targetedBy(reach: ABOVE, first: 200) { edges { via { id } node { announcedOn } } } } }`,
    );
    const { edges } = (country as { targetedBy: { edges: { via: { id: string } | null; node: { announcedOn: string | null } }[] } })
      .targetedBy;
    const asMember = edges.filter(({ via }) => via?.id === "country:EU");
    expect(asMember.length).toBeGreaterThan(0);
    expect(asMember.filter(({ node }) => node.announcedOn !== null && node.announcedOn > "2020-01-31")).toEqual([]);
  });

  it("goes on where a page ended, however many ways lead to one node", async () => {
    const list = async (page: string) => {
      const { commodity } = await open.ask(
        `{ commodity(hsCode: "850511") { coveredBy(reach: ALL, ${page}) { edges { via { id } node { id } } pageInfo { hasNextPage endCursor } } } }`,
      );
      return (commodity as { coveredBy: Found & { pageInfo: { hasNextPage: boolean; endCursor: string } } }).coveredBy;
    };
    const all = (await list("first: 200")).edges;
    expect(all.length).toBeGreaterThan(9);
    const pages: unknown[] = [];
    for (let page = await list("first: 2"); ; page = await list(`first: 2, after: "${page.pageInfo.endCursor}"`)) {
      pages.push(...page.edges);
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(pages).toEqual(all);
  });

  it("follows a hierarchy of any depth to its end, and comes out of a circle", async () => {
    await open.write(async (transaction) => {
      const keys = Array.from({ length: 40 }, (_, i) => i);
      await transaction.run({
        text: "UNWIND $keys AS i CREATE (n:Node:Commodity {id: 'commodity:deep-' + toString(i), name: 'Deep', level: 'GROUP', aliases: [], eccn: []})",
        params: { keys },
      });
      const steps = keys.slice(1).map((i) => [i, i - 1]);
      await transaction.run({
        text: "UNWIND $steps AS s MATCH (a:Node {id: 'commodity:deep-' + toString(s[0])}) MATCH (b:Node {id: 'commodity:deep-' + toString(s[1])}) CREATE (a)-[:PART_OF {claims: []}]->(b)",
        params: { steps },
      });
      await transaction.run({
        text: "MATCH (m:Node {id: 'measure:m01'}) MATCH (k:Node {id: $k}) CREATE (m)-[:COVERS {claims: []}]->(k)",
        params: { k: "commodity:deep-39" },
      });
    });
    const ask = () =>
      open.ask(`{ field: node(id: "commodity:deep-0") { ... on Commodity { coveredBy(reach: BELOW) { totalCount edges { via { id } node { id } } } parts(reach: BELOW) { totalCount } } }
        filter: measures(filter: {covers: ["commodity:deep-0"]}) { nodes { id } }
        above: commodities(filter: {partOf: ["commodity:deep-38"], reach: ABOVE}) { totalCount } }`);
    const coveredBy = { totalCount: 1, edges: [{ via: { id: "commodity:deep-39" }, node: { id: "measure:m01" } }] };
    const filter = { nodes: [{ id: "measure:m01" }] };
    // Those that are a part of any of 0 to 38.
    expect(await ask()).toEqual({ field: { coveredBy, parts: { totalCount: 39 } }, filter, above: { totalCount: 39 } });
    await open.write((transaction) =>
      transaction.run({
        text: "MATCH (a:Node {id: 'commodity:deep-0'}) MATCH (b:Node {id: 'commodity:deep-39'}) CREATE (a)-[:PART_OF {claims: []}]->(b)",
        params: {},
      }),
    );
    // The loader lets no circle in; where one is, each is a part of all, and stands once.
    expect(await ask()).toEqual({ field: { coveredBy, parts: { totalCount: 40 } }, filter, above: { totalCount: 40 } });
  });
});

describe("isPart", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
  });
  afterAll(() => open?.close());

  it("tells parts from what is none, as of a day too", async () => {
    const ids = async (list: string) => {
      const { it: found } = await open.ask(`{ it: ${list} { totalCount nodes { id } } }`);
      const { totalCount, nodes } = found as { totalCount: number; nodes: { id: string }[] };
      expect(totalCount).toBe(nodes.length);
      return nodes.map(({ id }) => id);
    };
    const measures = world.nodes.filter((n) => n.type === "Measure").map((n) => n.id);
    expect(await ids("measures(filter: {isPart: true})")).toEqual(["measure:m01"]);
    expect(await ids("measures(filter: {isPart: false}, first: 200)")).toEqual(measures.filter((id) => id !== "measure:m01"));
    expect(await ids("events(filter: {isPart: true})")).toEqual(["event:day-one"]);
    expect(await ids("measures(filter: {isPart: null}, first: 200)")).toEqual(measures);
    expect(await ids("measures(filter: {not: {isPart: false}})")).toEqual(["measure:m01"]);
    // Croatia came in July 2019.
    expect(await ids(`countries(filter: {isPart: true}) @asOf(valid: "1999-01-01")`)).toEqual([
      "country:DE",
      "country:GB",
      "country:RU",
      "country:US",
    ]);
  });
});
