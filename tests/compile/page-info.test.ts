import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenWorld, openWorld } from "../support/open-world.ts";

interface Answer {
  readonly measures: {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
  };
}

/** The measures m00 to m25, in the order of their ids. */
describe("where a page stands in its list", () => {
  let open: OpenWorld;
  const cursors = new Map<string, string>();
  beforeAll(async () => {
    open = await openWorld();
    const { measures } = (await open.ask("{ measures(first: 200) { edges { cursor node { id } } } }")) as {
      measures: { edges: readonly { cursor: string; node: { id: string } }[] };
    };
    for (const { cursor, node } of measures.edges) cursors.set(node.id.slice("measure:".length), cursor);
  });
  afterAll(() => open?.close());

  it.each<[string, Record<string, string | number>, [string, string] | null, [previous: boolean, next: boolean]]>([
    ["the first few", { first: 3 }, ["m00", "m02"], [false, true]],
    ["all of them from the start", { first: 26 }, ["m00", "m25"], [false, false]],
    ["the last few", { last: 3 }, ["m23", "m25"], [true, false]],
    ["all of them from the end", { last: 26 }, ["m00", "m25"], [false, false]],
    ["the first few behind a cursor", { first: 3, after: "m05" }, ["m06", "m08"], [true, true]],
    ["all behind a cursor", { first: 20, after: "m05" }, ["m06", "m25"], [true, false]],
    ["the last few behind a cursor", { last: 3, after: "m05" }, ["m23", "m25"], [true, false]],
    ["all behind a cursor, from the end: back to it, no more", { last: 20, after: "m05" }, ["m06", "m25"], [false, false]],
    ["all but one behind a cursor, from the end", { last: 19, after: "m05" }, ["m07", "m25"], [true, false]],
    ["the last few before a cursor", { last: 3, before: "m10" }, ["m07", "m09"], [true, true]],
    ["all before a cursor, from the end", { last: 10, before: "m10" }, ["m00", "m09"], [false, true]],
    ["the first few before a cursor", { first: 3, before: "m10" }, ["m00", "m02"], [false, true]],
    ["all before a cursor, from the start: up to it, no more", { first: 10, before: "m10" }, ["m00", "m09"], [false, false]],
    ["the first few between two", { first: 2, after: "m05", before: "m10" }, ["m06", "m07"], [true, true]],
    ["all between two, from the start", { first: 4, after: "m05", before: "m10" }, ["m06", "m09"], [true, false]],
    ["the last few between two", { last: 2, after: "m05", before: "m10" }, ["m08", "m09"], [true, true]],
    ["all between two, from the end", { last: 4, after: "m05", before: "m10" }, ["m06", "m09"], [false, true]],
    ["what lies behind a cursor, without a size", { after: "m03" }, ["m04", "m23"], [true, true]],
    ["what lies before a cursor, without a size", { before: "m22" }, ["m02", "m21"], [true, true]],
    ["what lies between two, without a size: from the end", { after: "m03", before: "m22" }, ["m04", "m21"], [false, true]],
    ["none, asked for", { first: 0, after: "m05" }, null, [true, true]],
    ["none, behind the last", { first: 3, after: "m25" }, null, [true, false]],
    ["none, before the first", { last: 3, before: "m00" }, null, [false, true]],
  ])("is told of %s", async (_, page, ends, [previous, next]) => {
    const variables = Object.fromEntries(
      Object.entries(page).map(([name, value]) => [name, typeof value === "string" ? cursors.get(value) : value]),
    );
    const { measures } = (await open.ask(
      `query ($first: Int, $last: Int, $after: String, $before: String) {
        measures(first: $first, last: $last, after: $after, before: $before) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } }`,
      variables,
    )) as unknown as Answer;
    const ids = measures.nodes.map(({ id }) => id.slice("measure:".length));
    expect(ids.length === 0 ? null : [ids[0], ids.at(-1)]).toEqual(ends);
    expect(measures.pageInfo).toEqual({ hasPreviousPage: previous, hasNextPage: next });
  });

  it("follows, for certainties as for every enum, from the names of their values", async () => {
    const order = async (direction: string) => {
      const { claims } = (await open.ask(`{ claims(orderBy: [{field: CERTAINTY, direction: ${direction}}]) { nodes { certainty } } }`)) as {
        claims: { nodes: { certainty: string }[] };
      };
      return claims.nodes.map(({ certainty }) => certainty);
    };
    expect(await order("ASC")).toEqual(["ALLEGED", "FORECAST", "REPORTED"]);
    expect(await order("DESC")).toEqual(["REPORTED", "FORECAST", "ALLEGED"]);
  });
});
