import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSeeded, type Seeded } from "../support/seeded.ts";

interface Warned {
  readonly data?: Record<string, unknown> | null;
  readonly extensions?: { readonly warnings?: readonly Record<string, unknown>[] };
}

describe("warnings of an answer", () => {
  let seeded: Seeded;
  beforeAll(async () => {
    seeded = await openSeeded();
  });
  afterAll(() => seeded?.close());

  /** The warnings of an operation without their messages, and how many statements it took. */
  async function warned(query: string, variables?: Record<string, unknown>): Promise<{ warnings: unknown; statements: number }> {
    seeded.takeStatements();
    const { body } = await seeded.send(query, variables);
    expect(body.errors).toBeUndefined();
    const { extensions } = body as Warned;
    const warnings = extensions?.warnings?.map(({ message, ...rest }) => {
      expect(message).toMatch(/^[A-Z0-9].*[.?]$/s);
      return rest;
    });
    return { warnings, statements: seeded.takeStatements() };
  }
  const unknown = (path: string[], id: string, didYouMean?: string) => ({
    code: "UNKNOWN_ID",
    path,
    id,
    ...(didYouMean ? { didYouMean } : {}),
  });

  describe("UNKNOWN_ID", () => {
    it("tells which id of an empty list nobody has, and what was meant", async () => {
      const { warnings } = await warned(
        `{ measures(filter: {targets: ["country:US", "country:USA"], covers: ["850511", "hs-8505"], kind: [VISA]}) { totalCount nodes { id } } }`,
      );
      expect(warnings).toEqual([
        unknown(["measures"], "country:USA", "country:US"),
        unknown(["measures"], "commodity:850511", "commodity:hs-850511"),
      ]);
    });

    it.each<[string, string, string | undefined]>([
      ["another case", "country:us", "country:US"],
      ["a code of three letters", "country:CHN", "country:CN"],
      ["a code of goods", "commodity:850511", "commodity:hs-850511"],
      ["a letter that is missing", "measure:cn-2025-anouncement-18", "measure:cn-2025-announcement-18"],
      ["a letter too many", "firm:synopsyss", "firm:synopsys"],
      ["another letter", "firm:synopsis", "firm:synopsys"],
      ["two letters that changed places", "agency:cn-mofocm", "agency:cn-mofcom"],
      ["its name", "firm:ford", "firm:ford-motor"],
      ["nothing", "firm:qqqqqqqq-wwww", undefined],
      ["a pair of letters that is one away from many", "country:XX", undefined],
      ["a key beyond bounds", `firm:${"long-".repeat(20)}x`, undefined],
    ])("proposes for %s what the graph has: %s", async (_, id, meant) => {
      expect((await warned("query ($id: ID!) { node(id: $id) { id } }", { id })).warnings).toEqual([unknown(["node"], id, meant)]);
    });

    it("costs nothing unless a field with ids is empty, one statement where it is, and more only where an id is unknown", async () => {
      const list = (filter: string) => warned(`{ measures(first: 1, filter: ${filter}) { totalCount nodes { id } } }`);
      expect(await list("{kind: [TARIFF]}")).toEqual({ warnings: undefined, statements: 1 });
      expect(await list(`{targets: ["country:US"]}`)).toEqual({ warnings: undefined, statements: 1 });
      expect(await list(`{targets: ["country:US", "country:USA"]}`)).toEqual({ warnings: undefined, statements: 1 });
      expect(await list(`{title: {is: ["none is called so"]}}`)).toEqual({ warnings: undefined, statements: 1 });
      expect(await list(`{targets: ["country:US"], title: {is: ["none is called so"]}}`)).toEqual({ warnings: undefined, statements: 2 });
      expect(await list(`{targets: ["country:USA"]}`)).toMatchObject({ warnings: [{}], statements: 3 });
    });

    it("is told of nodes by their ids, and of no code", async () => {
      expect(
        (await warned(`{ a: measure(id: "none-such") { id } b: firm(id: "synopsys") { id } country(code: "ZZ") { id } }`)).warnings,
      ).toEqual([unknown(["a"], "measure:none-such")]);
      expect((await warned(`{ nodes(ids: ["firm:synopsys", "firm:synopsis", "country:US", "firm:synopsis"]) { id } }`)).warnings).toEqual([
        unknown(["nodes"], "firm:synopsis", "firm:synopsys"),
      ]);
    });

    it("is not told of a node that was not there yet on the day", async () => {
      const query = `{ measure(id: "cn-2025-announcement-18") @asOf(valid: "2020-01-01") { id } nodes(ids: ["measure:cn-2025-announcement-18"]) @asOf(valid: "2020-01-01") { id } }`;
      expect(await warned(query)).toEqual({ warnings: undefined, statements: 3 });
    });

    it("is told once of a field that is answered often, where it is empty each time", async () => {
      const lists = (id: string) =>
        `{ countries(first: 3, filter: {id: ["CN", "US", "JP"]}) { edges { node { put: imposes(first: 1, filter: {covers: ["${id}"]}) { totalCount } } } } }`;
      expect((await warned(lists("commodity:rare-earth"))).warnings).toEqual([
        unknown(["countries", "edges", "node", "put"], "commodity:rare-earth", "commodity:rare-earths"),
      ]);
      expect((await warned(lists("commodity:rare-earths"))).warnings).toBeUndefined();
    });

    it.each([
      [`{ x: timeline(actors: ["firm:synopsis"]) { totalCount } }`, "firm:synopsis"],
      [`{ x: timeline(commodities: ["rare-earth"]) { nodes { date } } }`, "commodity:rare-earth"],
      [`{ x: timeline(measures: ["none-such"]) { totalCount } }`, "measure:none-such"],
      [`{ x: changes(from: "2025-01-01", to: "2025-02-01", about: ["firm:synopsis"]) { totalCount } }`, "firm:synopsis"],
      [`{ x: disagreements(about: ["firm:synopsis"]) { totalCount } }`, "firm:synopsis"],
      [`{ x: relationships(from: ["measure:none-such"]) { totalCount } }`, "measure:none-such"],
      [`{ x: relationships(types: [TARGETS], to: ["firm:synopsis"]) { totalCount } }`, "firm:synopsis"],
      [`{ x: measures(filter: {any: [{all: [{targetsWhere: {node: {id: ["firm:synopsis"]}}}]}]}) { totalCount } }`, "firm:synopsis"],
      [`{ x: measures(filter: {targetsWhere: {edge: {claims: ["none-such"]}}}) { totalCount } }`, "claim:none-such"],
    ])("is told wherever ids stand: %s", async (query, id) => {
      expect((await warned(query)).warnings).toMatchObject([{ code: "UNKNOWN_ID", path: ["x"], id }]);
    });

    it("is told of twenty ids one by one, and of the others in one word", async () => {
      const ids = Array.from({ length: 25 }, (_, i) => `firm:unknown-${i}-of-many`);
      const { warnings } = await warned("query ($ids: [ID!]!) { firms(filter: {id: $ids}) { totalCount } }", { ids });
      expect(warnings).toEqual([...ids.slice(0, 20).map((id) => unknown(["firms"], id)), { code: "UNKNOWN_ID", path: ["firms"] }]);
    });
  });

  describe("BAD_ID", () => {
    it.each([
      ["US", "country:US"],
      ["USA", "country:US"],
      ["synopsys", "firm:synopsys"],
      ["ford", "firm:ford-motor"],
      ["countries:US", "country:US"],
      ["中国", "country:CN"],
    ])("says which node was meant by %s", async (id, meant) => {
      const { body } = await seeded.send("query ($id: ID!) { measures(filter: {targets: [$id]}) { totalCount } }", { id });
      expect(body.errors?.map(({ extensions }) => extensions)).toEqual([{ code: "BAD_ID", didYouMean: meant }]);
      expect(body.errors?.[0]?.message).toContain(`Did you mean "${meant}"?`);
    });
  });
});
