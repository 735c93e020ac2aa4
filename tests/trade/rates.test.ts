import { graphql } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { indexesOf, readModel } from "../../src/model/index.ts";
import { executableSchema } from "../../src/resolvers/index.ts";
import { type Counted, counted } from "../support/counted.ts";
import { openTestEngine, wipe } from "../support/engine.ts";
import { randomOf } from "../support/random.ts";
import { seeds } from "../support/seeds.ts";
import { type Link, layersIn, NODES, type RateGraph, randomRates, rateWorld, totalIn } from "./rate-worlds.ts";
import { type Given, numberOf } from "./status-worlds.ts";

interface Layer {
  readonly measure: { readonly id: string; readonly dutyType: string | null };
  readonly state: string;
  readonly rate: number | null;
  readonly rateUnit: string | null;
  readonly duty: string | null;
  readonly through: { readonly id: string };
  readonly status: { readonly status: string };
  readonly inFavourOf: { readonly id: string } | null;
  readonly edges: readonly { readonly type: string; readonly measure: { readonly id: string }; readonly node: { readonly id: string } }[];
}
interface Rate {
  readonly from: string;
  readonly until: string;
  readonly total: number | null;
  readonly whyNoTotal: readonly string[];
  readonly layers: readonly Layer[];
}

const EXACT = ["2024-12-31", "2025-03-01", "2025-03-02", "2025-06-10", "2025-06-11", "2025-06-30"];
const PARTIAL = ["2025", "2025-03", "2025-06", "2025-06-10", "2025-06-30", "2024-12-31"];
const DAYS = ["2024-12-31", "2025-03-01", "2025-06-10", "2025-06-29", "2025-07-01"];
const STATES = [
  "NOT_IN_FORCE",
  "EXEMPT",
  "GOODS_EXCLUDED",
  "PART_OF_GOODS",
  "PART_OF_EXPORTER",
  "CONDITIONAL",
  "IN_PARTS",
  "GIVES_WAY",
  "ALTERNATIVE",
  "OPEN",
  "COUNTS",
];
const FIELDS =
  "from until total whyNoTotal layers { measure { id dutyType } state rate rateUnit duty through { id } status { status } inFavourOf { id } edges { type measure { id } node { id } since until } }";

describe("the rate of a line on graphs at random", () => {
  const model = readModel();
  const schema = executableSchema(model, () => "2025-06-10");
  let engine: Counted;
  beforeAll(async () => {
    engine = counted(await openTestEngine());
    await engine.prepare(indexesOf(model));
  });
  afterAll(() => engine.close());

  const ask = async <T>(source: string, variableValues: Record<string, unknown>) => {
    engine.takeStatements();
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue: { engine } });
    if (errors) throw new Error(errors.map((e) => `${e.message} ${String(e.originalError?.cause ?? "")}`).join("; "));
    return JSON.parse(JSON.stringify(data)) as T;
  };
  const rateOn = async (line: Line, on: string, known: Given) => {
    const source = `query ($importer: ID!, $exporter: ID!, $hsCode: HsCode!, $on: Date!, $known: Date) { effectiveRate(importer: $importer, exporter: $exporter, hsCode: $hsCode, on: $on, known: $known) { ${FIELDS} } }`;
    const { effectiveRate } = await ask<{ effectiveRate: Rate }>(source, { ...line, on, known });
    expect(engine.takeStatements(), "statements of one rate").toBe(1);
    return effectiveRate;
  };

  interface Line {
    readonly importer: string;
    readonly exporter: string;
    readonly hsCode: string;
  }

  const given = (values: object) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
  const fill = async ({ duties, history, links }: RateGraph) => {
    await wipe(engine);
    const dates = new Map(
      history.acts.map(({ id, announcedOn, inForceFrom, inForceUntil }) => [
        id,
        { announcedOn, inForceFrom, inForceUntil, date: announcedOn },
      ]),
    );
    const fixed = Object.entries(NODES).flatMap(([type, ids]) =>
      ids.map((id) => ({ type, id, values: { name: id, aliases: [], ...codeOf(id) } })),
    );
    const measures = duties.map(({ id, ...values }) => ({
      type: "Measure",
      id,
      values: { title: id, aliases: [], ...given(values), ...given(dates.get(id) ?? {}) },
    }));
    await engine.write(async (transaction) => {
      for (const { type, id, values } of [...fixed, ...measures]) {
        await transaction.run({ text: `CREATE (n:Node:${type} {id: $id}) SET n += $values`, params: { id, values } });
      }
      for (const { type, from, to, ...values } of [...links, ...history.edges]) {
        const text = `MATCH (a:Node {id: $from}) MATCH (b:Node {id: $to}) CREATE (a)-[r:${type}]->(b) SET r += $values`;
        const rated = "newRate" in values && values.newRate !== undefined ? { rateUnit: "PERCENT" } : {};
        await transaction.run({ text, params: { from, to, values: { ...given(values), ...rated, claims: [], bundles: [] } } });
      }
    });
  };
  const codeOf = (id: string) => {
    const code = id.split("hs-")[1];
    return code === undefined ? { level: "GROUP" } : { hsCode: code, hsEdition: "2022", level: "SUBHEADING" };
  };
  const lineAt = (random: ReturnType<typeof randomOf>): Line => ({
    importer: random.pick(["I", "country:I", "X"]),
    exporter: random.pick(["E", "country:E", "F", "Y"]),
    hsCode: random.pick(["850511", "850511", "8505"]),
  });
  const inFull = (id: string) => (id.includes(":") ? id : `country:${id}`);
  const layersOf = (graph: RateGraph, line: Line, day: string, known: Given, random: ReturnType<typeof randomOf>) =>
    layersIn(
      rateWorld(random, graph, numberOf(day), known),
      inFull(line.importer),
      inFull(line.exporter),
      `commodity:hs-${line.hsCode}`,
    ).sort((a, b) => (a.id < b.id ? -1 : 1));
  const told = ({ measure, state, rate, rateUnit, duty, through, inFavourOf }: Layer) => ({
    id: measure.id,
    state,
    rate,
    unit: rateUnit,
    duty,
    through: through.id,
    inFavourOf: inFavourOf?.id ?? null,
  });

  it("has every state among them", () => {
    const states = Array.from({ length: 60 }, (_, i) => i + 1).flatMap((seed) => {
      const random = randomOf(seed);
      const graph = randomRates(random, EXACT, 4 + random.below(7));
      return DAYS.flatMap((day) => layersOf(graph, lineAt(random), day, null, random).map(({ state }) => state));
    });
    const often = STATES.filter((state) => states.filter((one) => one === state).length >= 3);
    expect(often).toEqual(STATES);
  });

  it.each(seeds(60))("is that of a walk over all of it, where every date is a day: seed %i", async (seed) => {
    const random = randomOf(seed);
    const graph = randomRates(random, EXACT, 4 + random.below(7));
    await fill(graph);
    for (const day of DAYS) {
      const [line, known] = [lineAt(random), random.pick([null, null, "2025-06-01"])];
      const rate = await rateOn(line, day, known);
      const expected = layersOf(graph, line, day, known, random);
      expect(rate.layers.map(told), `${JSON.stringify(line)} on ${day}, known ${known}`).toEqual(expected);
      expect(rate.total).toBe(totalIn(expected));
      expect(rate.whyNoTotal.length > 0).toBe(rate.total === null);
      for (const { edges, measure, state } of rate.layers) {
        expect(edges.slice(0, 1).map(({ type }) => type)).toEqual(["IMPOSED_BY"]);
        expect(edges.filter(({ type }) => type === "COVERS").map((edge) => edge.measure.id)).toEqual([measure.id]);
        const reasons: Readonly<Record<string, string>> = {
          EXEMPT: "EXEMPTS",
          GOODS_EXCLUDED: "EXCLUDES",
          GIVES_WAY: "GIVES_WAY_TO",
          ALTERNATIVE: "GIVES_WAY_TO",
        };
        // That an ordinary duty is charged in place of another, no edge says.
        const isOrdinary = measure.dutyType !== null && reasons[state] === "GIVES_WAY_TO";
        if (reasons[state] && !isOrdinary) expect(edges.map(({ type }) => type)).toContain(reasons[state]);
      }
    }
  });

  it.each(seeds(40))("is told only where all days that dates may stand for agree: seed %i", async (seed) => {
    const random = randomOf(1_000 + seed);
    const graph = randomRates(random, PARTIAL, 4 + random.below(5));
    await fill(graph);
    for (const day of DAYS.slice(1, 4)) {
      const line = lineAt(random);
      const rate = await rateOn(line, day, null);
      for (let tries = 0; tries < 30; tries++) {
        const expected = layersOf(graph, line, day, null, random);
        const about = `${JSON.stringify(line)} on ${day}`;
        const counting = expected.filter(({ state }) => state === "COUNTS").map(({ id }) => id);
        const surely = rate.layers.filter(({ state }) => state === "COUNTS").map(({ measure }) => measure.id);
        // A whole stands back for a part that only may count: then there is no total.
        const open = ["COUNTS", "OPEN", "ALTERNATIVE", "IN_PARTS"];
        const maybe = rate.layers.filter(({ state }) => open.includes(state)).map(({ measure }) => measure.id);
        expect(counting, about).toEqual(expect.arrayContaining(surely));
        expect(maybe, about).toEqual(expect.arrayContaining(counting));
        if (rate.total !== null) expect(totalIn(expected), about).toBe(rate.total);
      }
    }
  });

  it.each(seeds(20))("over a span is that of each of its days: seed %i", async (seed) => {
    const random = randomOf(2_000 + seed);
    const graph = randomRates(random, random.pick([EXACT, PARTIAL]), 4 + random.below(7));
    await fill(graph);
    const line = lineAt(random);
    const source = `query ($importer: ID!, $exporter: ID!, $hsCode: HsCode!, $from: Date!, $to: Date!) { effectiveRates(importer: $importer, exporter: $exporter, hsCode: $hsCode, from: $from, to: $to) { ${FIELDS} } }`;
    const { effectiveRates } = await ask<{ effectiveRates: Rate[] }>(source, { ...line, from: "2025-02-20", to: "2025-07-05" });
    expect(engine.takeStatements(), "statements of a span").toBe(1);
    expect(effectiveRates[0]?.from).toBe("2025-02-20");
    expect(effectiveRates.at(-1)?.until).toBe("2025-07-05");
    for (const [at, row] of effectiveRates.entries()) {
      const next = effectiveRates[at + 1];
      if (next) {
        expect(numberOf(next.from)).toBe(numberOf(row.until) + 1);
        const shown = ({ layers, total, whyNoTotal }: Rate) => JSON.stringify({ layers, total, whyNoTotal });
        expect(shown(next)).not.toBe(shown(row));
      }
      for (const day of [row.from, row.until]) {
        const { layers, total, whyNoTotal } = await rateOn(line, day, null);
        expect({ layers, total, whyNoTotal }, day).toEqual({ layers: row.layers, total: row.total, whyNoTotal: row.whyNoTotal });
      }
    }
  });

  it("follows terms over eight steps, and leaves open what lies farther", async () => {
    const dates = { announcedOn: "2024-01-01", inForceFrom: "2024-01-01", inForceUntil: null };
    const acts = Array.from({ length: 10 }, (_, i) => ({ id: `measure:m${i}`, ...dates }));
    const plain = { kind: "TARIFF", effect: "RESTRICTING", flow: "IMPORT", rate: 1, rateUnit: "PERCENT", onlyFor: [] };
    const always = { since: null, until: null, recordedOn: null };
    const steps = (length: number) =>
      Array.from({ length }, (_, i) => ({ type: "PART_OF", from: `measure:m${i}`, to: `measure:m${i + 1}`, ...always }));
    const links = [
      { type: "IMPOSED_BY", from: "measure:m0", to: "country:I", ...always },
      { type: "COVERS", from: "measure:m0", to: "commodity:hs-850511", ...always },
      { type: "EXCLUDES", from: "measure:m8", to: "commodity:hs-850511", ...always },
    ];
    const stateAfter = async (length: number, some: readonly Link[]) => {
      await fill({ duties: acts.map(({ id }) => ({ id, ...plain })), history: { acts, edges: [] }, links: [...some, ...steps(length)] });
      return (await rateOn({ importer: "I", exporter: "E", hsCode: "850511" }, "2025-06-10", null)).layers.map(({ state }) => state);
    };
    expect(await stateAfter(8, links)).toEqual(["GOODS_EXCLUDED"]);
    expect(await stateAfter(8, links.slice(0, 2))).toEqual(["COUNTS"]);
    expect(await stateAfter(9, links.slice(0, 2))).toEqual(["OPEN"]);
  });

  it("says so where there are more than 200 layers, and refuses a span of more than 100 rows", async () => {
    const dates = { announcedOn: "2024-01-01", inForceFrom: "2024-01-01", inForceUntil: null };
    const acts = Array.from({ length: 201 }, (_, i) => ({ id: `measure:m${String(i).padStart(3, "0")}`, ...dates }));
    const plain = { kind: "TARIFF", effect: "RESTRICTING", flow: "IMPORT", rate: 1, rateUnit: "PERCENT", onlyFor: [] };
    const always = { since: null, until: null, recordedOn: null };
    const links = acts.flatMap(({ id }) => [
      { type: "IMPOSED_BY", from: id, to: "country:I", ...always },
      { type: "COVERS", from: id, to: "commodity:hs-850511", ...always },
    ]);
    const day = (at: number) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10);
    const one = acts.slice(0, 1);
    const turns = Array.from({ length: 60 }, (_, i) => ({
      type: "TARGETS",
      from: "measure:m000",
      to: "country:E",
      since: day(2 * i),
      until: day(2 * i),
      recordedOn: null,
    }));
    const line = { importer: "I", exporter: "E", hsCode: "850511" };

    await fill({ duties: acts.map(({ id }) => ({ id, ...plain })), history: { acts, edges: [] }, links });
    const many = await rateOn(line, "2025-06-10", null);
    expect(many.layers).toHaveLength(200);
    expect([many.total, many.whyNoTotal]).toEqual([null, ["TOO_MANY_LAYERS"]]);

    await fill({
      duties: one.map(({ id }) => ({ id, ...plain })),
      history: { acts: one, edges: [] },
      links: [...links.slice(0, 2), ...turns],
    });
    const span = (to: string) =>
      ask<{ effectiveRates: unknown[] }>(
        `{ effectiveRates(importer: "I", exporter: "E", hsCode: "850511", from: "2025-01-01", to: "${to}") { total } }`,
        {},
      );
    expect((await span(day(99))).effectiveRates).toHaveLength(100);
    await expect(span(day(100))).rejects.toThrow(`more than 100 rows by then. Ask for the days before ${day(100)}`);
  });
});
