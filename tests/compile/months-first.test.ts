import { getOperationAST, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "../../src/engine/index.ts";
import type { GraphEngine, Statement } from "../../src/engine/port.ts";
import { monthNotes, withMonths } from "../../src/load/graph/months.ts";
import { indexesOf, readModel } from "../../src/model/index.ts";
import { answer, executableSchema } from "../../src/resolvers/index.ts";
import { randomOf } from "../support/random.ts";
import { wrapped } from "../support/wrapped.ts";
import { statementsOf } from "./statement-of.ts";

const model = readModel();
// Ranges from a day of the last two years on are recent then.
executableSchema(model, () => "2024-12-31");

/** More than are looked at to find how far a page reaches, and more than are kept of a list that is counted. */
const COUNT = 4_200;
const KINDS = ["TARIFF", "TARIFF", "BAN", "QUOTA"];
const { below, pick } = randomOf(43);
const chance = (of: number) => below(1_000) < of * 1_000;

/** A date of ten years, mostly whole: many fall together, and a month or a year stands for all of its days. */
function aDate(): string {
  const day = `${2015 + below(10)}-${String(1 + below(12)).padStart(2, "0")}-${String(1 + below(28)).padStart(2, "0")}`;
  return day.slice(0, pick([4, 7, 7, 10, 10, 10, 10, 10]));
}

function measures() {
  return Array.from({ length: COUNT }, (_, i) => {
    const dates = ["announcedOn", "inForceFrom", "inForceUntil"].flatMap((name) => (chance(0.15) ? [] : [[name, aDate()] as const]));
    const values = { id: `measure:m${i}`, title: `Measure ${below(500)}`, kind: pick(KINDS), effect: "UNCLEAR", recordedOn: aDate() };
    return { ...values, ...Object.fromEntries(dates) };
  });
}

const between = (one: string, other: string) => (one < other ? { from: one.slice(0, 4), to: other } : { from: other.slice(0, 4), to: one });
const aRange = () => pick([{ from: aDate() }, { to: aDate() }, between(aDate(), aDate()), { from: aDate(), exists: true }]);

/** A filter that all pass. */
const ALL = { not: { kind: ["VISA"] } };

/** A filter at random; of conditions inside others, `depth` levels. */
function aFilter(depth: number): Record<string, unknown> {
  const makers: (() => Record<string, unknown>)[] = [
    () => ({ announcedOn: aRange() }),
    () => ({ announcedOn: aRange(), inForceFrom: aRange() }),
    () => ({ announcedOn: aRange(), kind: [pick(KINDS)] }),
    () => ({ kind: [pick([...KINDS, "VISA"])] }),
    () => ({ title: { contains: String(below(100)) } }),
    () => ({ inForceUntil: { exists: chance(0.5) } }),
  ];
  if (depth > 0) {
    makers.push(
      () => ({ not: aFilter(depth - 1) }),
      () => ({ any: [aFilter(depth - 1), aFilter(depth - 1)], announcedOn: aRange() }),
      () => ({ all: [aFilter(depth - 1), aFilter(depth - 1)] }),
    );
  }
  return pick(makers)();
}

const FIELDS = ["ANNOUNCED_ON", "ANNOUNCED_ON", "ANNOUNCED_ON", "IN_FORCE_FROM", "IN_FORCE_UNTIL"];
const anOrder = () =>
  [pick(FIELDS), ...(chance(0.3) ? ["KIND"] : []), ...(chance(0.2) ? ["TITLE"] : [])].map((field) => ({
    field,
    direction: pick(["ASC", "DESC"]),
  }));

const AS_OF = ["", "", "", '@asOf(valid: "2019-05-01")', '@asOf(known: "2020-02-01")'];
const TOTAL = ["", "totalCount"];

describe("a page in the order of a date, on an engine that has no index of ranges", () => {
  let engine: GraphEngine;
  const read: Statement[] = [];
  beforeAll(async () => {
    engine = await openEmbedded({ shuffleUnordered: true });
    await engine.prepare(indexesOf(model));
    const type = model.nodes.get("Measure");
    const written = measures().map((values) => ({ type: "Measure", values }));
    await engine.write(async (transaction) => {
      const rows = written.map(({ values }) => withMonths(type, values));
      await transaction.run({ text: "UNWIND $rows AS row CREATE (n:Node:Measure) SET n += row", params: { rows } });
      for (const statement of monthNotes(model, written)) await transaction.run(statement);
    });
  });
  afterAll(() => engine?.close());

  /** The answer as an engine of some kind is asked for it. */
  const asked = async (kind: GraphEngine["kind"], source: string, variables: Readonly<Record<string, unknown>>) => {
    const document = parse(source);
    const operation = getOperationAST(document);
    const recording = wrapped(engine, {
      kind,
      read: (statement) => {
        read.push(statement);
        return engine.read(statement);
      },
    });
    const data = operation && (await answer(model, { document, operation, variables }, { engine: recording }));
    return JSON.parse(JSON.stringify(data)) as { measures: { totalCount?: number; edges: { cursor: string; node: { id: string } }[] } };
  };

  it("is what looking at all nodes gives: whatever the order, the filter, the page and the day", async () => {
    let [found, byMonths, long] = [0, 0, 0];
    for (let i = 0; i < 50; i++) {
      const variables: Record<string, unknown> = { orderBy: anOrder(), ...(chance(0.8) && { filter: chance(0.25) ? ALL : aFilter(2) }) };
      const source = `query ($first: Int, $last: Int, $after: String, $before: String, $filter: MeasureFilter, $orderBy: [MeasureOrder!]) ${pick(AS_OF)} {
        measures(first: $first, last: $last, after: $after, before: $before, filter: $filter, orderBy: $orderBy) {
          ${pick(TOTAL)} pageInfo { hasNextPage hasPreviousPage } edges { cursor node { id announcedOn } }
        }
      }`;
      for (let page = 0; page < 2; page++) {
        const size = { [pick(["first", "first", "last"])]: pick([0, 1, 3, 20, 200]) };
        const these = { ...variables, ...size };
        const expected = await asked("neo4j", source, these);
        const given = await asked("embedded", source, these);
        const isByMonths = read.at(-1)?.text.includes("(k:Months");
        if (isByMonths) byMonths += 1;
        if (isByMonths && (expected.measures.totalCount ?? 0) > 4_000 && variables.filter) long += 1;
        expect({ source, these, data: given }).toEqual({ source, these, data: expected });
        found += expected.measures.edges.length;
        const from = expected.measures.edges[below(expected.measures.edges.length)];
        if (!from) break;
        variables[pick(["after", "after", "before"])] = from.cursor;
      }
    }
    expect(found).toBeGreaterThan(500);
    expect(byMonths).toBeGreaterThan(30);
    expect(long).toBeGreaterThan(2);
  });

  it("is asked for otherwise where the engine has such an index, and where no date that is stored comes first", async () => {
    const newest = "orderBy: [{ field: ANNOUNCED_ON, direction: DESC }]";
    const isByMonths = async (args: string, kind: GraphEngine["kind"], asOf = "") =>
      (await statementsOf(`query ${asOf} { measures(${args}) { nodes { id } } }`, {}, undefined, kind))[0]?.text.includes("(k:Months");
    expect(await isByMonths(newest, "embedded")).toBe(true);
    expect(await isByMonths(newest, "neo4j")).toBe(false);
    expect(await isByMonths("orderBy: [{ field: TITLE }]", "embedded")).toBe(false);
    // What was known of a date may be another value than is stored.
    expect(await isByMonths(newest, "embedded", '@asOf(known: "2025-06-01")')).toBe(false);
    // What has no date comes first.
    expect(await isByMonths(`last: 20, ${newest}`, "embedded")).toBe(false);
    expect(await isByMonths(`last: 20, ${newest}, filter: { announcedOn: { from: "2020" } }`, "embedded")).toBe(true);
    // These are found from their ids.
    expect(await isByMonths(`${newest}, filter: { targets: ["country:CN"] }`, "embedded")).toBe(false);
  });
});
