import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asHeader } from "../../src/server/warnings.ts";
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

    it("is told of nodes by their ids", async () => {
      const query = `{ a: measure(id: "none-such") { id } b: firm(id: "synopsys") { id } }`;
      expect((await warned(query)).warnings).toEqual([unknown(["a"], "measure:none-such")]);
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
      [`{ x: disagreements(fields: ["covers(rare-earth).newRate"]) { totalCount } }`, "commodity:rare-earth"],
      [`{ x: relationships(from: ["measure:none-such"]) { totalCount } }`, "measure:none-such"],
      [`{ x: relationships(types: [TARGETS], to: ["firm:synopsis"]) { totalCount } }`, "firm:synopsis"],
      [`{ x: measures(filter: {any: [{all: [{targetsWhere: {node: {id: ["firm:synopsis"]}}}]}]}) { totalCount } }`, "firm:synopsis"],
      [`{ x: measures(filter: {targetsWhere: {edge: {claims: ["none-such"]}}}) { totalCount } }`, "claim:none-such"],
      [`{ x: measures(filter: {covers: ["rare-earth"], reach: ALL}) { totalCount } }`, "commodity:rare-earth"],
      [`{ x: measures(filter: {covers: ["rare-earth"], reach: EXACT}) { totalCount } }`, "commodity:rare-earth"],
      [`{ x: timeline(commodities: ["rare-earth"], reach: ABOVE) { totalCount } }`, "commodity:rare-earth"],
      [`{ x: changes(from: "2025-01-01", to: "2025-02-01", about: ["firm:synopsis"], reach: ALL) { totalCount } }`, "firm:synopsis"],
      [`{ x: relationships(types: [COVERS], to: ["rare-earth"], reach: ABOVE) { totalCount } }`, "commodity:rare-earth"],
    ])("is told wherever ids stand: %s", async (query, id) => {
      expect((await warned(query)).warnings).toMatchObject([{ code: "UNKNOWN_ID", path: ["x"], id }]);
    });

    it("is told of lists that reach beyond their node, under whichever response key", async () => {
      const list = `coveredBy(reach: ALL, filter: {targets: ["firm:synopsis"]}) { __typename: totalCount }`;
      expect((await warned(`{ toString: commodity(hsCode: "850511") { __proto__: ${list} } }`)).warnings).toEqual([
        unknown(["toString", "__proto__"], "firm:synopsis", "firm:synopsys"),
      ]);
    });

    it("is told of twenty ids one by one, and of the others in one word", async () => {
      const ids = Array.from({ length: 25 }, (_, i) => `firm:unknown-${i}-of-many`);
      const { warnings } = await warned("query ($ids: [ID!]!) { firms(filter: {id: $ids}) { totalCount } }", { ids });
      expect(warnings).toEqual([...ids.slice(0, 20).map((id) => unknown(["firms"], id)), { code: "UNKNOWN_ID", path: ["firms"] }]);
    });
  });

  describe("UNKNOWN_CODE", () => {
    const rate = `effectiveRate(importer: "EU", exporter: "US", on: "2025-06-01", hsCode:`;

    it.each<[string, string, string | undefined, RegExp]>([
      // The seed has cars as the heading 8703, none of its subheadings, and nothing of chapter 98.
      [
        `commodity(hsCode: "870323") { id }`,
        "870323",
        "8703",
        /no Commodity with the code 870323 of the edition 2022\. It has "8703", which/,
      ],
      [`${rate} "870323") { total }`, "870323", "8703", /It has "8703"/],
      [
        `effectiveRates(importer: "EU", exporter: "US", from: "2025-06-01", to: "2025-06-02", hsCode: "870323") { total }`,
        "870323",
        "8703",
        /It has "8703"/,
      ],
      [`commodity(hsCode: "9801") { id }`, "9801", undefined, /no Commodity with the code 9801 of the edition 2022\.$/],
      [`commodity(hsCode: "850511", edition: "1992") { id }`, "850511", undefined, /of the edition 1992\. It has that of 2022\.$/],
      [`country(code: "XYZ") { id }`, "XYZ", undefined, /no Country with the code XYZ\.$/],
    ])("tells of %s that the graph has no such code, and what comes nearest", async (field, value, didYouMean, message) => {
      const { body } = await seeded.send(`{ x: ${field} }`);
      const { extensions } = body as Warned;
      expect(extensions?.warnings).toEqual([
        { code: "UNKNOWN_CODE", path: ["x"], value, message: expect.stringMatching(message), ...(didYouMean ? { didYouMean } : {}) },
      ]);
    });

    it("looks all codes of a type up at once, each with its own edition and what it would lie under", async () => {
      const query = `{ a: commodity(hsCode: "9801") { id } b: commodity(hsCode: "870323") { id } c: country(code: "XYZ") { id }
        d: commodity(hsCode: "850511", edition: "1992") { id } e: country(code: "XYY") { id } }`;
      const { warnings, statements } = await warned(query);
      expect(warnings).toEqual([
        { code: "UNKNOWN_CODE", path: ["a"], value: "9801" },
        { code: "UNKNOWN_CODE", path: ["b"], value: "870323", didYouMean: "8703" },
        { code: "UNKNOWN_CODE", path: ["c"], value: "XYZ" },
        { code: "UNKNOWN_CODE", path: ["d"], value: "850511" },
        { code: "UNKNOWN_CODE", path: ["e"], value: "XYY" },
      ]);
      expect(statements).toBe(5 + 2);
    });

    it("is silent of a code that the graph has, and of one whose node was not there on the day", async () => {
      const there = `commodity(hsCode: "8703") { id } country(code: "CHN") { id } ${rate} "8703") { total }`;
      expect(await warned(`{ ${there} }`)).toEqual({ warnings: undefined, statements: 3 });
      expect(await warned(`{ country(code: "BRICS") @asOf(valid: "1990-01-01") { id } }`)).toMatchObject({ warnings: undefined });
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

  describe("DEFAULT_PAGE", () => {
    const cut = (path: string[], more: Record<string, unknown> = {}) => ({ code: "DEFAULT_PAGE", path, ...more });

    it("tells that a list goes on behind the page that nobody gave a size, and how long it is where that was asked", async () => {
      const { countries } = (await seeded.send("{ countries { totalCount } }")).body.data as { countries: { totalCount: number } };
      expect(countries.totalCount).toBeGreaterThan(200);
      expect((await warned("{ countries { nodes { id } } }")).warnings).toEqual([cut(["countries"])]);
      expect((await warned("{ all: countries { totalCount edges { node { id } } } }")).warnings).toEqual([cut(["all"], countries)]);
      expect((await warned("{ countries(orderBy: [{field: NAME}]) { pageInfo { hasNextPage } } }")).warnings).toEqual([cut(["countries"])]);
      expect((await warned("query ($n: Int) { countries(first: $n) { nodes { id } } }", { n: null })).warnings).toEqual([
        cut(["countries"]),
      ]);
    });

    it("tells so under any response key, and of lists that reach beyond their node", async () => {
      expect((await warned("{ __proto__: countries { __typename: nodes { id } } }")).warnings).toEqual([cut(["__proto__"])]);
      const { warnings } = await warned(`{ commodity(hsCode: "850511") { hit: coveredBy(reach: ALL) { totalCount nodes { id } } } }`);
      const { commodity } = (await seeded.send(`{ commodity(hsCode: "850511") { hit: coveredBy(reach: ALL) { totalCount } } }`)).body
        .data as {
        commodity: { hit: { totalCount: number } };
      };
      expect(commodity.hit.totalCount).toBeGreaterThan(20);
      expect(warnings).toEqual([cut(["commodity", "hit"], commodity.hit)]);
    });

    it.each([
      "{ countries(first: 20) { nodes { id } } }",
      "{ countries(last: 1) { nodes { id } } }",
      "{ countries { totalCount } }",
      '{ agencies(filter: {partOf: ["country:CN"]}) { nodes { id } } }',
      '{ countries(filter: {id: ["US", "CN"]}) { nodes { id name } pageInfo { hasNextPage } } }',
    ])("is not told where a size was given, or where there is no more: %s", async (query) => {
      expect(await warned(query)).toEqual({ warnings: undefined, statements: 1 });
    });

    it("gives just the twenty that it gave before, in every kind of list, at no further statement", async () => {
      const lists: readonly [string, string, string][] = [
        ["countries", "nodes { id }", ""],
        ["countries", "nodes { id } pageInfo { hasNextPage endCursor }", "orderBy: [{field: NAME, direction: DESC}]"],
        ["measures", "totalCount nodes { id }", `filter: {targets: ["country:US", "country:CN"]}`],
        ["timeline", "nodes { date kind node { id } }", ""],
        ["relationships", "nodes { from { id } to { id } type }", ""],
        ["disagreements", "edges { cursor }", ""],
        ["changes", "nodes { date kind node { id } }", `from: "2025-01-01", to: "2025-12-31"`],
      ];
      for (const [field, selection, args] of lists) {
        const query = (more: string) => `{ ${field}${args || more ? `(${args} ${more})` : ""} { ${selection} } }`;
        const { data } = (await seeded.send(query(""))).body;
        expect(data, field).toEqual((await seeded.send(query("first: 20"))).body.data);
        expect(await warned(query("")), field).toMatchObject({ warnings: [{ code: "DEFAULT_PAGE", path: [field] }], statements: 1 });
        expect(await warned(query("first: 20")), field).toEqual({ warnings: undefined, statements: 1 });
      }
    });

    it("is told of the pages behind and before a cursor too", async () => {
      const { countries } = (await seeded.send("{ countries(first: 50) { pageInfo { endCursor } } }")).body.data as {
        countries: { pageInfo: { endCursor: string } };
      };
      for (const side of ["after", "before"]) {
        const { warnings } = await warned(`query ($c: String) { countries(${side}: $c) { nodes { id } } }`, {
          c: countries.pageInfo.endCursor,
        });
        expect(warnings, side).toEqual([cut(["countries"])]);
      }
    });

    it("is told once of a list inside others, by the way to it without places, and where fragments lead to it", async () => {
      const query = `{ nodes(ids: ["country:CN", "country:US"]) { ... on Country { id hit: targetedBy { nodes { id } } } }
        country(code: "US") { ...C } } fragment C on Country { targetedBy { totalCount nodes { id } } }`;
      const { body } = await seeded.send(query);
      const { country } = body.data as { country: { targetedBy: { totalCount: number } } };
      expect((body as Warned).extensions?.warnings).toEqual([
        { ...cut(["nodes", "hit"]), message: expect.stringMatching(/^2 lists here go on behind the 20 entries /) },
        {
          ...cut(["country", "targetedBy"], { totalCount: country.targetedBy.totalCount }),
          message: expect.stringMatching(/^This list goes on /),
        },
      ]);
    });

    it("comes beside errors of other fields", async () => {
      const { body } = await seeded.send('{ country(code: "US") { targetedBy { nodes { id } } } bad: node(id: "US") { id } }');
      expect(body.errors?.map((e) => e.extensions?.code)).toEqual(["BAD_ID"]);
      expect((body as Warned).extensions?.warnings).toMatchObject([cut(["country", "targetedBy"])]);
    });
  });

  it("stand in the order of the fields that they are of, unknown ids first", async () => {
    const query = `{ a: countries { nodes { id } } b: firm(id: "none-such-1") { id } c: claims { nodes { id } } d: firm(id: "none-such-2") { id } }`;
    const { warnings } = await warned(query);
    expect(warnings).toMatchObject([{ path: ["b"] }, { path: ["d"] }, { path: ["a"] }, { path: ["c"] }]);
  });

  it("go into a header where the answer is no JSON, in ASCII", async () => {
    const send = (accept: string, query: string) =>
      fetch(`${seeded.address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", accept },
        body: JSON.stringify({ query }),
      });
    const query = `{ countries { nodes { id } } firms(filter: {id: ["firm:none-such"]}) { nodes { id } } }`;
    for (const accept of ["text/csv", "application/jsonl"]) {
      const response = await send(accept, query);
      expect(response.headers.get("content-type")).toContain(accept);
      expect(JSON.parse(response.headers.get("trade-graph-warnings") ?? "")).toMatchObject([
        { code: "UNKNOWN_ID", path: ["firms"], id: "firm:none-such" },
        { code: "DEFAULT_PAGE", path: ["countries"] },
      ]);
    }
    expect((await send("text/csv", "{ countries(first: 1) { nodes { id } } }")).headers.get("trade-graph-warnings")).toBeNull();
    expect((await send("application/json", query)).headers.get("trade-graph-warnings")).toBeNull();
  });
});

describe("the header of warnings", () => {
  it("is ASCII, and holds as many as fit, each whole", () => {
    const one = { code: "UNKNOWN_ID", path: ["Ärger"], message: "稀土 😀", id: "firm:x" } as const;
    expect(asHeader([one])).toMatch(/^[\x20-\x7e]+$/);
    expect(JSON.parse(asHeader([one]))).toEqual([one]);
    const many = asHeader(Array.from({ length: 100 }, () => ({ ...one, message: "x".repeat(200) })));
    expect(many.length).toBeLessThanOrEqual(4_000);
    expect((JSON.parse(many) as unknown[]).length).toBeGreaterThan(10);
  });
});
