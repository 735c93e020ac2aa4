import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSeeded, type Seeded } from "../support/seeded.ts";

interface Hit {
  readonly score: number;
  readonly node: { readonly id: string; readonly thereFrom?: string | null };
}

describe("a search", () => {
  let seeded: Seeded;
  beforeAll(async () => {
    seeded = await openSeeded();
  });
  afterAll(() => seeded?.close());

  const ask = async (query: string, variables?: Record<string, unknown>) => {
    const { body } = await seeded.send(query, variables);
    expect(body.errors, query).toBeUndefined();
    return body.data as Record<string, unknown>;
  };
  const HIT = "{ score node { id ... on Act { thereFrom } } }";
  const SIZES = [1, 2, 5, 20, 21, 60];
  const DAYS = ["2010-01-01", "2018-01-01", "2019-06-30", "2025-02-01", "2025-04-10", "2025-06-12"];

  describe.each([
    ["rare earth", ""],
    ["rare earth", ", types: [MEASURE]"],
    ["tariff", ""],
    ["china tariff", ", types: [MEASURE, EVENT]"],
    ["magnets", ""],
    ["semicond", ""],
    ["trum", ", types: [EVENT, PERSON, AGREEMENT]"],
    ["sinopsys", ""],
  ])("for %s%s", (text, types) => {
    const search = (key: string, first: number, asOf: string) => `${key}: search(text: "${text}"${types}, first: ${first}) ${asOf} ${HIT}`;

    it("gives as its first few those of a longer answer, on every day", async () => {
      const days = ["", ...DAYS.flatMap((day) => [`@asOf(valid: "${day}")`, `@asOf(known: "${day}")`])];
      for (const asOf of days) {
        const { all, ...some } = await ask(`{ ${search("all", 200, asOf)} ${SIZES.map((n) => search(`n${n}`, n, asOf)).join(" ")} }`);
        for (const n of SIZES) expect(some[`n${n}`], `${asOf}, ${n}`).toEqual((all as Hit[]).slice(0, n));
      }
    });

    it("leaves out on a day what was not there, and nothing else", async () => {
      // A day on which all is there, since with a day more is weighed.
      const { all } = (await ask(`{ ${search("all", 200, '@asOf(valid: "2199-12-31")')} }`)) as { all: Hit[] };
      expect(all.length).toBeGreaterThan(0);
      for (const day of DAYS) {
        const { then } = (await ask(`{ ${search("then", 200, `@asOf(valid: "${day}")`)} }`)) as { then: Hit[] };
        const left = all.filter(({ node }) => (node.thereFrom ?? "") <= day);
        // A full page may end before what is left of it.
        expect(all.length < 200 ? then : then.slice(0, left.length), day).toEqual(left);
      }
    });
  });

  it("finds on an early day what stands behind a page of later things", async () => {
    const { few, many } =
      await ask(`{ few: search(text: "rare earth", types: [MEASURE], first: 5) @asOf(valid: "2024-01-15") { node { id } }
      many: search(text: "rare earth", types: [MEASURE], first: 200) @asOf(valid: "2024-01-15") { node { id } } }`);
    expect(few).toEqual(many);
    expect(few).not.toEqual([]);
  });

  it("finds on every day what is there of what very many nodes hold, with no warning", async () => {
    // Most summaries have an "of": of all acts the earliest are far down.
    const { all, few } = await ask(`{ all: search(text: "of", types: [MEASURE], first: 200) @asOf(valid: "2025-02-01") { node { id } }
      few: search(text: "of", types: [MEASURE], first: 3) @asOf(valid: "2025-02-01") { node { id } } }`);
    const { measures } = (await ask(`{ measures(first: 200) @asOf(valid: "2025-02-01") { nodes { id title summary } } }`)) as {
      measures: { nodes: readonly { id: string; title: string; summary: string | null }[] };
    };
    const holding = measures.nodes.filter(({ title, summary }) => /\bof\b/i.test(`${title} ${summary}`)).map(({ id }) => id);
    expect(holding.length).toBeGreaterThan(3);
    expect((all as Hit[]).map(({ node }) => node.id)).toEqual(expect.arrayContaining(holding));
    expect(few).toEqual((all as Hit[]).slice(0, 3));
    expect((await seeded.send('{ search(text: "of") { score } }')).body).not.toHaveProperty("extensions.warnings");
  });

  it("goes on from its hits through lists that are filtered by what lies under an id", async () => {
    const list = 'imposes(filter: {covers: ["commodity:hs-28"]}) { totalCount }';
    const { search, agency } = (await ask(
      `{ search(text: "Ministry of Commerce China", types: [AGENCY], first: 1) { node { ... on Agency { id ${list} } } } agency(id: "cn-mofcom") { id ${list} } }`,
    )) as { search: { node: unknown }[]; agency: { imposes: { totalCount: number } } };
    expect(search).toEqual([{ node: agency }]);
    // Announcement 18 of 2025 among others: compounds of rare earths are HS 2846.
    expect(agency.imposes.totalCount).toBeGreaterThan(0);
  });

  it("gives a hit's node under several aliases, each with what was selected of it, as of its own day", async () => {
    const { search } =
      await ask(`{ search(text: "European Union", types: [COUNTRY], first: 1) { a: node { id ... on Country { members { totalCount } } }
      before: node @asOf(valid: "2020-01-31") { ... on Country { members { totalCount } } } score node { __typename } again: node { __typename } } }`);
    expect(search).toEqual([
      {
        a: { id: "country:EU", members: { totalCount: 28 } },
        before: { members: { totalCount: 28 } },
        score: expect.any(Number),
        node: { __typename: "Country" },
        again: { __typename: "Country" },
      },
    ]);
  });
});
