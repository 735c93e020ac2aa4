import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { names, readModel } from "../../src/model/index.ts";
import { daysOf } from "../support/dates.ts";
import { type OpenWorld, openWorld } from "../support/open-world.ts";
import { world } from "../support/world.ts";
import { Evaluator, type Input } from "./evaluate.ts";

const model = readModel();
const evaluator = new Evaluator(model);
const measures = world.nodes.filter((n) => n.type === "Measure");
/** Measures with an edge of a type to some node. */
const measuresWith = (type: string, to: readonly string[]) =>
  measures.filter((m) => world.edges.some((e) => e.type === type && e.from === m.id && to.includes(e.to))).map((m) => m.id);

describe("a filter", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
  });
  afterAll(() => open?.close());

  /** The ids that pass; checked against the evaluator and the count on the way. */
  async function passing(type: string, filter: Input): Promise<string[]> {
    const { it } = (await open.ask(
      `query ($filter: ${names.filter(type)}) { it: ${model.nodes.get(type)?.plural}(filter: $filter, first: 200) { totalCount nodes { id } } }`,
      { filter },
    )) as { it: { totalCount: number; nodes: { id: string }[] } };
    const found = it.nodes.map((n) => n.id);
    expect(found, JSON.stringify(filter)).toEqual(evaluator.all(type, { filter }).map(({ node }) => node.id));
    expect(it.totalCount).toBe(found.length);
    return found;
  }

  describe("by date", () => {
    const BOUNDS = [
      "2017",
      "2018",
      "2018-01",
      "2018-03",
      "2018-03-01",
      "2018-03-23",
      "2018-03-24",
      "2018-03-31",
      "2018-12-31",
      "2019-12-31",
    ];
    const LATER = [
      "2020-01",
      "2020-01-31",
      "2024-02-28",
      "2024-02-29",
      "2024-12",
      "2025",
      "2025-01-01",
      "2025-04-01",
      "2025-04-30",
      "2025-12-31",
    ];

    it.each([...BOUNDS, ...LATER])("a filter by date keeps a partial date only if each of its days passes: %s", async (bound) => {
      const [first, last] = daysOf(bound);
      const announced = measures.flatMap(({ id, properties: { announcedOn: date } }) =>
        typeof date === "string" ? [{ id, days: daysOf(date) }] : [],
      );
      expect(await passing("Measure", { announcedOn: { from: bound } })).toEqual(
        announced.filter((m) => m.days[0] >= first).map((m) => m.id),
      );
      expect(await passing("Measure", { announcedOn: { to: bound } })).toEqual(announced.filter((m) => m.days[1] <= last).map((m) => m.id));
      expect(await passing("Measure", { announcedOn: { from: bound, to: bound } })).toEqual(
        announced.filter((m) => m.days[0] >= first && m.days[1] <= last).map((m) => m.id),
      );
    });

    // Ranges of up to 24 months have a statement of their own, which looks months up.
    it.each([
      ["2018-03", "2018-03"],
      ["2017", "2018"],
      ["2017-12-31", "2018-01"],
      ["2018-03-23", "2020-02"],
      ["2018-03-23", "2020-03"],
      ["1000", "9999"],
    ])("a range of dates keeps what lies in it for certain, short or long: %s to %s", async (from, to) => {
      const [first, last] = [daysOf(from)[0], daysOf(to)[1]];
      const expected = measures.flatMap(({ id, properties: { announcedOn: date } }) =>
        typeof date === "string" && daysOf(date)[0] >= first && daysOf(date)[1] <= last ? [id] : [],
      );
      expect(await passing("Measure", { announcedOn: { from, to } })).toEqual(expected);
      expect(await passing("Measure", { all: [{ announcedOn: { from, to } }] })).toEqual(expected);
      expect(await passing("Measure", { not: { announcedOn: { from, to } } })).toEqual(
        measures.map(({ id }) => id).filter((id) => !expected.includes(id)),
      );
    });

    it("a filter by date compares `is` at the same precision", async () => {
      const of = (date: string) => measures.filter((m) => m.properties.announcedOn === date).map((m) => m.id);
      expect(await passing("Measure", { announcedOn: { is: ["2018-03"] } })).toEqual(of("2018-03"));
      expect(of("2018-03")).not.toEqual([]);
    });

    it("a filter by date never keeps what has no date, and its negation always keeps it", async () => {
      const undated = measures.filter((m) => m.properties.announcedOn === undefined).map((m) => m.id);
      expect(await passing("Measure", { announcedOn: { exists: false } })).toEqual(undated);
      expect(await passing("Measure", { announcedOn: { from: "0001" } })).not.toEqual(expect.arrayContaining(undated.slice(0, 1)));
      expect(await passing("Measure", { not: { announcedOn: { from: "2018", to: "2025" } } })).toEqual(expect.arrayContaining(undated));
    });
  });

  describe("by the members of a bloc", () => {
    const targets = (ids: string[], more: Input = {}) => passing("Measure", { targets: ids, ...more });

    it("a bloc's id stands for its members on the day given, from a member's first day to its last", async () => {
      // The United Kingdom left on 2020-01-31; Croatia came on some day of July 2019.
      const members = { always: ["country:EU", "country:DE", "agency:eu-trade"], gb: ["country:GB"], hr: ["country:HR"] };
      const { always, gb, hr } = members;
      expect(await targets(["country:EU"], { on: "1972-12-31" })).toEqual(measuresWith("TARGETS", always));
      expect(await targets(["country:EU"], { on: "1973-01-01" })).toEqual(measuresWith("TARGETS", [...always, ...gb]));
      expect(await targets(["country:EU"], { on: "2019-06-30" })).toEqual(measuresWith("TARGETS", [...always, ...gb]));
      expect(await targets(["country:EU"], { on: "2019-07-01" })).toEqual(measuresWith("TARGETS", [...always, ...gb, ...hr]));
      expect(await targets(["country:EU"], { on: "2020-01-31" })).toEqual(measuresWith("TARGETS", [...always, ...gb, ...hr]));
      expect(await targets(["country:EU"], { on: "2020-02-01" })).toEqual(measuresWith("TARGETS", [...always, ...hr]));
    });

    it("a bloc's id stands for its members on the measure's own day where none is given, and for any member where the measure has none", async () => {
      const found = await targets(["country:EU"]);
      const british = measuresWith("TARGETS", ["country:GB"]);
      const dated = (id: string) => measures.find((m) => m.id === id)?.properties.announcedOn;
      const late = british.filter((id) => String(dated(id) ?? "") > "2020-02");
      expect(late).not.toEqual([]);
      expect(british.filter((id) => dated(id) === undefined)).not.toEqual([]);
      expect(found).not.toEqual(expect.arrayContaining(late.slice(0, 1)));
      expect(found).toEqual(expect.arrayContaining(british.filter((id) => !late.includes(id))));
    });

    it("a bloc's id stands for the bloc alone with `reach: EXACT`", async () => {
      expect(await targets(["country:EU"], { reach: "EXACT" })).toEqual(measuresWith("TARGETS", ["country:EU"]));
      expect(await targets(["country:EU"], { reach: "EXACT", on: "2019-01-01" })).toEqual(measuresWith("TARGETS", ["country:EU"]));
      expect(await targets(["country:EU"], { reach: "BELOW" })).toEqual(await targets(["country:EU"]));
    });

    it("a bloc's id stands for members of members, all on the same day, and for members that left and came back", async () => {
      for (const on of ["2017-12-31", "2018-03-22", "2018-03-23", "2018-12-31", "2019-01-01", "2025-04-01", "2025-04-02"])
        await targets(["country:G7"], { on });
      expect(await targets(["country:G7"], { on: "2018-03-22" })).not.toEqual(await targets(["country:G7"], { on: "2018-03-23" }));
      expect(await targets(["country:G7"], { on: "2025-04-01" })).not.toEqual(await targets(["country:G7"], { on: "2025-04-02" }));
    });

    it("a member of which only the year of leaving is known counts as a member until the end of that year", async () => {
      expect(await targets(["country:G7"])).toEqual(expect.arrayContaining(["measure:m03", "measure:m24"]));
      expect(await targets(["country:G7"])).not.toContain("measure:m17");
    });

    it("a country's id stands for its agencies as well, level by level", async () => {
      expect(await passing("Measure", { imposedBy: ["country:US"] })).toEqual(measuresWith("IMPOSED_BY", ["country:US", "agency:us-bis"]));
      expect(await passing("Measure", { imposedBy: ["agency:us-commerce"] })).toEqual(measuresWith("IMPOSED_BY", ["agency:us-bis"]));
      expect(await passing("Measure", { imposedBy: ["country:US"], reach: "EXACT" })).toEqual(measuresWith("IMPOSED_BY", ["country:US"]));
    });

    it("a bloc's id stands for its members on an act's own day, through an interface as well", async () => {
      const causes = `{ talks: event(id: "talks") { causedBy(filter: {affects: ["country:EU"]}) { nodes { id } } }
        call: event(id: "call") { follows(filter: {affects: ["country:EU"]}) { nodes { id } } now: follows(filter: {affects: ["country:EU"], on: "2019-01-01"}) { nodes { id } } } }`;
      // Germany was a member when measure m04 hurt it; the talks touched the United Kingdom after it had left.
      expect(await open.ask(causes)).toEqual({
        talks: { causedBy: { nodes: [{ id: "measure:m04" }] } },
        call: { follows: { nodes: [] }, now: { nodes: [{ id: "event:talks" }] } },
      });
    });
  });

  describe("by what lies under a commodity", () => {
    it("a commodity's id stands for all levels below it, and each measure is found once, however many ways lead to it", async () => {
      const all = measuresWith("COVERS", ["commodity:hs-85", "commodity:hs-850511"]);
      expect(await passing("Measure", { covers: ["commodity:hs-xvi"] })).toEqual(all);
      expect(await passing("Measure", { covers: ["commodity:hs-8505"] })).toEqual(measuresWith("COVERS", ["commodity:hs-850511"]));
      expect(await passing("Measure", { covers: ["commodity:critical"] })).toEqual(
        measuresWith("COVERS", ["commodity:hs-850511", "commodity:magnets"]),
      );
      expect(await passing("Measure", { covers: ["commodity:critical", "commodity:hs-xvi", "commodity:magnets"] })).toEqual(
        measuresWith(
          "COVERS",
          world.nodes.map((n) => n.id),
        ),
      );
    });

    it("a commodity's id stands for nothing above it", async () => {
      expect(await passing("Measure", { covers: ["commodity:hs-850511"] })).toEqual(measuresWith("COVERS", ["commodity:hs-850511"]));
    });

    it("a filter by a commodity may stand inside a filter through other edges, beside other conditions", async () => {
      expect(await passing("Event", { concernsWhere: { node: { id: ["commodity:magnets"] } } })).toEqual(["event:call"]);
      expect(await passing("Agency", { imposesWhere: { node: { covers: ["commodity:critical"], targets: ["country:CN"] } } })).not.toEqual(
        [],
      );
      expect(await passing("Firm", { usesWhere: { edge: { amount: { min: 1.5 } }, node: { partOf: ["commodity:hs-85"] } } })).toEqual([
        "firm:ford",
      ]);
    });
  });

  it("the id of a measure or an event does not stand for its parts", async () => {
    expect(await passing("Claim", { about: ["measure:m00"] })).toEqual([]);
    expect(await passing("Claim", { about: ["measure:m01"] })).toEqual(["claim:a"]);
    expect(await passing("Event", { concerns: ["event:talks"] })).toEqual([]);
    expect(await passing("Event", { concerns: ["commodity:critical"] })).toEqual(["event:call"]);
    expect(await passing("Event", { concerns: ["country:G7", "event:talks"] })).toEqual(["event:call"]);
  });

  describe("by edges", () => {
    it("a filter by edges wants one edge that passes all of its conditions, not two that pass one each", async () => {
      const where = (edge: Input, node: Input = {}) => passing("Measure", { targetsWhere: { edge, node } });
      expect(await where({ certainty: ["CONFIRMED"] }, { id: ["country:CN"] })).toEqual(["measure:m00", "measure:m11", "measure:m22"]);
      expect(await where({ certainty: ["CONFIRMED"], note: { exists: true } })).toEqual([]);
      expect(await where({ certainty: ["CONFIRMED"] }, { id: ["country:AX"] })).toEqual([]);
      expect(await where({ claims: ["claim:b", "claim:none"] })).toEqual(["measure:m00", "measure:m11", "measure:m22"]);
      expect(await where({ claims: [] })).toEqual([]);
    });

    it("a list's filter on edges keeps the edges that pass, and its day those that may have held", async () => {
      const offices = async (args: string) => {
        const { person } = await open.ask(`{ person(id: "t") { offices${args} { totalCount edges { since } } } }`);
        const { totalCount, edges } = (person as { offices: { totalCount: number; edges: { since: string | null }[] } }).offices;
        expect(totalCount).toBe(edges.length);
        return edges.map((e) => e.since);
      };
      expect(await offices(`(on: "2017-01-19")`)).toEqual([null]);
      expect(await offices(`(on: "2021-01-20")`)).toEqual(["2017-01-20", null]);
      expect(await offices(`(on: "2021-01-21")`)).toEqual([null]);
      expect(await offices(`(on: "2025-01-20", edge: {title: {is: ["President"]}})`)).toEqual(["2025-01-20"]);
      expect(await offices(`(edge: {claims: ["claim:a"]}, filter: {name: {startsWith: "United"}})`)).toEqual(["2025-01-20"]);
      expect(await offices(`(filter: {type: [FIRM]})`)).toEqual([null]);
    });
  });

  it("a filter by text takes any script, and ignores upper and lower case in `contains` alone", async () => {
    const name = (condition: Input) => passing("Firm", { name: condition });
    expect(await name({ contains: "ÜMLAUT" })).toEqual(["firm:umlaut"]);
    expect(await name({ startsWith: "ümlaut" })).toEqual([]);
    expect(await name({ contains: `"& Söhne"' \`X\`` })).toEqual(["firm:umlaut"]);
    expect(await name({ is: ["plant"] })).not.toEqual(await name({ is: ["Plant"] }));
    expect(await name({ contains: "稀土" })).not.toEqual([]);
    expect(await passing("Country", { name: { contains: "😀" } })).toEqual(["country:AX"]);
    expect(await passing("Commodity", { eccn: { startsWith: "3D" } })).toEqual(["commodity:hs-850511"]);
    expect(await passing("Firm", { aliases: { exists: true } })).toEqual(["firm:ford"]);
  });

  it("a filter by number compares whole numbers and fractions alike", async () => {
    const rate = (condition: Input) => passing("Measure", { rate: condition });
    expect(await rate({ is: [25, 12.5] })).toEqual(
      measures.filter((m) => m.properties.rate === 25 || m.properties.rate === 12.5).map((m) => m.id),
    );
    expect(await rate({ min: 0, max: 12.5 })).toEqual(
      measures.filter((m) => [0, 10, 12.5].includes(Number(m.properties.rate ?? -9))).map((m) => m.id),
    );
    expect(await rate({ max: -0.5 })).toEqual(measures.filter((m) => m.properties.rate === -1.5).map((m) => m.id));
  });
});
