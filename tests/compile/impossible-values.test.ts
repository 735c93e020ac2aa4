import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conditionOf, readModel } from "../../src/model/index.ts";
import { type OpenWorld, openWorld } from "../support/open-world.ts";

const model = readModel();

/** What no value of a scalar looks like, though people write it so. */
const MISWRITTEN: Readonly<Record<string, readonly string[]>> = {
  HsCode: ["8505.11", "850", "85 05", ""],
  HsEdition: ["2023", "HS2017", ""],
  CountryCode: ["us", "U.S.", ""],
  URL: ["www.mofcom.gov.cn", "mofcom.gov.cn/article", ""],
};

/** What is in form, whether or not the graph has it. */
const WELL_WRITTEN: Readonly<Record<string, string>> = {
  HsCode: "999999",
  HsEdition: "1988",
  CountryCode: "XX",
  URL: "https://none.example/",
};

/** The properties of nodes on which a text filter stands, though they hold codes and not any text. */
const CODES = [...model.nodes.values()].flatMap(({ plural, properties }) =>
  [...properties.values()].flatMap((property) =>
    conditionOf(property)?.type === "TextFilter" && property.type !== "String"
      ? [{ plural, name: property.name, type: property.type }]
      : [],
  ),
);

describe("what can be nothing", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
    // Two claims that disagree, marked as the loader does it, so that every list of rows has some.
    await open.write(async (transaction) => {
      for (const [claim, value] of [
        ["claim:a", "Tariff"],
        ["claim:b", "Duty"],
      ]) {
        const text =
          "MATCH (a:Node {id: $claim}) MATCH (b:Node {id: 'measure:m01'}) CREATE (a)-[r:ABOUT]->(b) SET r += $values, b.disputed = true";
        await transaction.run({ text, params: { claim: claim ?? "", values: { field: "title", value: value ?? "" } } });
      }
    });
  });
  afterAll(() => open?.close());

  it("may be written for every property that holds codes or addresses", () => {
    expect(CODES.map(({ plural, name }) => `${plural}.${name}`)).toEqual(
      expect.arrayContaining([
        "commodities.hsCode",
        "commodities.hsEdition",
        "countries.iso2",
        "countries.iso3",
        "countries.code",
        "sources.url",
      ]),
    );
    expect(CODES.map(({ type }) => type).filter((type) => !MISWRITTEN[type] || !WELL_WRITTEN[type])).toEqual([]);
  });

  it.each(CODES)(
    "is refused where $plural are filtered by $name, at any depth, with each request's own values",
    async ({ plural, name, type }) => {
      const query = `query ($is: [String!]) { ${plural}(filter: {not: {any: [{${name}: {is: $is}}]}}) { totalCount } }`;
      expect(await open.codes(query, { is: [WELL_WRITTEN[type]] })).toEqual([]);
      for (const bad of MISWRITTEN[type] ?? [])
        expect(await open.codes(query, { is: [WELL_WRITTEN[type], bad] }), bad).toEqual(["BAD_FILTER"]);
      expect(await open.codes(query, { is: [] })).toEqual([]);
      expect(await open.codes(query)).toEqual([]);
    },
  );

  it("is anything but a text: no title is out of form", async () => {
    expect(await open.codes('{ measures(filter: {title: {is: ["", " a "]}}) { totalCount } }')).toEqual([]);
  });

  it.each(["minSources", "maxSources"])("is a number of sources below 0: %s", async (name) => {
    const query = `query ($n: Int) { relationships(edge: {evidence: {${name}: $n}}) { totalCount } }`;
    expect(await open.codes(query, { n: -1 })).toEqual(["BAD_FILTER"]);
    expect(await open.codes(query, { n: 0 })).toEqual([]);
  });

  const SPAN = 'from: "2020-01-01", to: "2026-01-01"';
  it.each([
    ["timeline", "", ["actors", "commodities", "measures", "kinds"]],
    ["relationships", "", ["types", "from", "to"]],
    ["disagreements", "", ["about", "fields"]],
    ["changes", SPAN, ["about", "kinds"]],
  ])("is an empty list of what %s are to be kept, while null keeps all of them", async (list, others, args) => {
    const count = async (given: string) =>
      (
        (await open.ask(`{ it: ${list}${`${others}${given}` === "" ? "" : `(${others} ${given})`} { totalCount } }`)) as {
          it: { totalCount: number };
        }
      ).it.totalCount;
    const all = await count("");
    expect(all).toBeGreaterThan(0);
    for (const name of args) expect([await count(`${name}: []`), await count(`${name}: null`)], name).toEqual([0, all]);
  });

  it("is an edge of none of the types, whatever its ends are", async () => {
    const { it } = (await open.ask('{ it: relationships(types: [], from: ["country:US"], to: ["country:CN"]) { totalCount } }')) as {
      it: unknown;
    };
    expect(it).toEqual({ totalCount: 0 });
  });
});
