import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenWorld, openWorld } from "../support/open-world.ts";
import { world } from "../support/world.ts";

const measures = world.nodes.filter((n) => n.type === "Measure");
const all = measures.length;
const tariffs = measures.filter((m) => m.properties.kind === "TARIFF").length;
const exports = measures.filter((m) => m.properties.flow === "EXPORT").length;
const bans = measures.filter((m) => m.properties.kind === "BAN").length;
/** Every measure of the world has a target; some have a second one. */
const aimed = measures.filter((m) => world.edges.some((e) => e.type === "TARGETS" && e.from === m.id)).length;
const covering = measures.filter((m) => world.edges.some((e) => e.type === "COVERS" && e.from === m.id)).length;

const DECLARED =
  "$kind: [MeasureKind!], $text: String, $texts: [String!], $number: Float, $ids: [ID!], $day: PartialDate, $flag: Boolean, $filter: MeasureFilter, $filters: [MeasureFilter!], $count: Int";

describe("a condition that is left out", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
  });
  afterAll(() => open?.close());
  const count = async (filter: string, variables: Record<string, unknown> = {}) => {
    const used = DECLARED.split(", ").filter((one) => new RegExp(`\\${one.split(":")[0]}\\b`).test(filter));
    const declared = used.length > 0 ? `(${used.join(", ")})` : "";
    const { measures: list } = (await open.ask(`query ${declared} { measures(filter: ${filter}) { totalCount } }`, variables)) as {
      measures: { totalCount: number };
    };
    return list.totalCount;
  };

  it.each([
    ["alone", "{kind: $kind}", all],
    ["in a text filter", "{title: {is: $texts, contains: $text, startsWith: $text, exists: $flag}}", all],
    ["in a date filter", "{announcedOn: {from: $day, to: $day}}", all],
    ["in a number filter", "{rate: {min: $number, max: $number}}", all],
    ["of ids", "{targets: $ids, id: $ids}", all],
    ["of ids that would reach far", "{not: {targets: $ids, reach: ALL}}", all],
    ["of ids in any, and what they reach with them", "{any: [{targets: $ids, reach: EXACT}, {flow: [EXPORT]}]}", exports],
    ["of parts", "{isPart: $flag}", all],
    ["beside one that is there", "{kind: $kind, flow: [EXPORT]}", exports],
    ["under not", "{not: {kind: $kind}}", all],
    ["under not, beside one that is there", "{not: {kind: $kind, flow: [EXPORT]}}", all - exports],
    ["in a text filter under not", "{not: {title: {contains: $text}}}", all],
    ["under not twice", "{not: {not: {kind: $kind}}}", all],
    ["in any, of which nothing is left", "{any: [{kind: $kind}]}", all],
    ["in any, of which another is left", "{any: [{kind: $kind}, {flow: [EXPORT]}]}", exports],
    ["in any, deeper", "{any: [{not: {any: [{kind: $kind}, {all: [{rate: {min: $number}}]}]}}, {flow: [EXPORT]}]}", exports],
    ["in all, of which another is left", "{all: [{kind: $kind}, {kind: [TARIFF]}]}", tariffs],
    ["as a whole filter under not", "{not: $filter}", all],
    ["as all members of any", "{any: $filters}", all],
    ["of what an edge leads to, which is wanted all the same", "{targetsWhere: {node: {name: {contains: $text}}}}", aimed],
    ["of an edge, which is wanted all the same", "{coversWhere: {edge: {since: {from: $day}, evidence: {minSources: $count}}}}", covering],
    ["of an edge that is not wanted", "{not: {coversWhere: {node: {name: {contains: $text}}}}}", all - covering],
  ])("because its variable is, is no condition %s", async (_, filter, expected) => {
    expect(await count(filter)).toBe(expected);
    const nulls = Object.fromEntries(
      ["kind", "text", "texts", "number", "ids", "day", "flag", "filter", "filters", "count"].map((name) => [name, null]),
    );
    expect(await count(filter, nulls)).toBe(expected);
  });

  it("counts again as soon as its variable is given", async () => {
    const filter = "{not: {kind: $kind}, any: [{kind: $kind}, {title: {startsWith: $text}}]}";
    expect(await count(filter)).toBe(all);
    expect(await count(filter, { kind: ["BAN"] })).toBe(0);
    expect(await count("{not: {kind: $kind}}", { kind: ["BAN"] })).toBe(all - bans);
    expect(await count("{not: {kind: $kind}}", { kind: [] })).toBe(all);
  });

  it("is the same in a filter that is a variable as a whole", async () => {
    for (const [filter, expected] of [
      [{ not: { kind: null } }, all],
      [{ not: {} }, all],
      [{ any: [{}] }, all],
      [{ any: [{}, { flow: ["EXPORT"] }] }, exports],
      [{ any: [{ all: [] }, { not: { title: {} } }] }, all],
      [{ not: { title: { contains: null } }, flow: ["EXPORT"] }, exports],
      [{ any: [] }, 0],
      [{ not: { any: [] } }, all],
      [{ kind: [] }, 0],
    ] as const) {
      const { measures: list } = (await open.ask("query ($f: MeasureFilter) { measures(filter: $f) { totalCount nodes { id } } }", {
        f: filter,
      })) as {
        measures: { totalCount: number };
      };
      expect(list.totalCount, JSON.stringify(filter)).toBe(expected);
    }
  });

  it("is left out of nested lists and their edges too", async () => {
    const query = `query ($k: [MeasureKind!], $d: PartialDate) { country(code: "CN") {
      one: targetedBy(filter: {not: {kind: $k}}, edge: {since: {from: $d}}) { totalCount } other: targetedBy { totalCount } } }`;
    const { country } = (await open.ask(query)) as { country: { one: unknown; other: { totalCount: number } } };
    expect(country.one).toEqual(country.other);
    expect(country.other.totalCount).toBeGreaterThan(0);
  });
});

describe("a range that is turned round", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
  });
  afterAll(() => open?.close());

  it.each([
    `measures(filter: {announcedOn: {from: "2025-06", to: "2025-05"}})`,
    `measures(filter: {announcedOn: {from: "2025", to: "2024-12-31"}})`,
    `measures(filter: {not: {announcedOn: {from: "2025-06-02", to: "2025-06-01"}}})`,
    `measures(filter: {any: [{rate: {min: 5, max: 4.5}}]})`,
    `measures(filter: {targetsWhere: {edge: {since: {from: "2025-02", to: "2025-01-31"}}}})`,
    `measures(filter: {targetsWhere: {edge: {evidence: {minSources: 2, maxSources: 1}}}})`,
    `firms(filter: {usesWhere: {edge: {amount: {min: 1, max: 0}}}})`,
    `timeline(from: "2025-06", to: "2025-05-31")`,
    `changes(from: "2025-06-02", to: "2025-06-01")`,
    `relationships(edge: {evidence: {minSources: 1, maxSources: 0}})`,
    `relationships(edge: {until: {from: "2025", to: "2024"}})`,
  ])("is refused: %s", async (list) => {
    expect(await open.codes(`{ ${list} { totalCount } }`)).toEqual(["BAD_FILTER"]);
  });

  it.each([
    `measures(filter: {announcedOn: {from: "2025-06", to: "2025-06"}})`,
    `measures(filter: {announcedOn: {from: "2025-06-15", to: "2025-06"}})`,
    `measures(filter: {announcedOn: {from: "2025", to: "2025-01-01"}})`,
    `measures(filter: {announcedOn: {from: "2025-06", to: "2025-06-01"}})`,
    `measures(filter: {rate: {min: 5, max: 5}})`,
    `measures(filter: {targetsWhere: {edge: {evidence: {minSources: 1, maxSources: 1}}}})`,
    `timeline(from: "2025-06-30", to: "2025-06")`,
    `changes(from: "2025-06-01", to: "2025-06-01")`,
  ])("is none where both ends share a day: %s", async (list) => {
    expect(await open.codes(`{ ${list} { totalCount } }`)).toEqual([]);
  });

  it("is refused with each request's own bounds, whatever was compiled before", async () => {
    const query = "query ($from: PartialDate, $to: PartialDate) { measures(filter: {announcedOn: {from: $from, to: $to}}) { totalCount } }";
    expect(await open.codes(query, { from: "2025-01", to: "2025-02" })).toEqual([]);
    expect(await open.codes(query, { from: "2025-03", to: "2025-02" })).toEqual(["BAD_FILTER"]);
    expect(await open.codes(query, { from: "2025-03" })).toEqual([]);
    expect(await open.codes(query, { from: "2025-03", to: null })).toEqual([]);
  });
});

describe("a text filter on a list", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
  });
  afterAll(() => open?.close());

  it("wants one member that meets all of its conditions", async () => {
    // Every fifth measure is also called 稀土 and Rare Earths.
    const called = measures.filter((_, i) => i % 5 === 0).length;
    const count = async (aliases: string) =>
      ((await open.ask(`{ measures(filter: {aliases: ${aliases}}) { totalCount } }`)) as { measures: { totalCount: number } }).measures
        .totalCount;
    expect(await count(`{startsWith: "Rare", contains: "earth"}`)).toBe(called);
    expect(await count(`{startsWith: "稀", contains: "earth"}`)).toBe(0);
    expect(await count(`{is: ["稀土", "Rare Earths"], contains: "rare"}`)).toBe(called);
    expect(await count(`{is: ["稀土"], contains: "rare"}`)).toBe(0);
    expect(await count(`{is: ["稀土"], exists: true}`)).toBe(called);
    expect(await count("{exists: false}")).toBe(all - called);
    expect(await count(`{startsWith: "x", exists: false}`)).toBe(0);
  });
});
