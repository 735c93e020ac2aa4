import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { type Bundle, formatProblem, loadBundles, type Place } from "../../src/load/index.ts";
import { openTestEngine } from "../support/engine.ts";
import { edges, loaded, model, world } from "./support.ts";

let engine: GraphEngine;
beforeAll(async () => {
  engine = await openTestEngine();
  await loaded(engine, world);
});
afterAll(() => engine.close());

const place: Place = { file: "table.csv", line: 7, column: 1 };
const bundle = (more: Partial<Bundle>): Bundle => ({ name: "table", place: { ...place, line: 1 }, nodes: [], edges: [], ...more });
const problemsOf = async (more: Partial<Bundle>) =>
  (await loadBundles(engine, model, [bundle(more)], { dryRun: true })).problems.map(formatProblem);

describe("an importer's records", () => {
  test("an importer's bundle is loaded as a seed file's, its edges resting on the bundle's claims", async () => {
    const report = await loadBundles(engine, model, [
      bundle({
        restsOn: ["claim:register"],
        nodes: [
          {
            type: "Measure",
            id: "measure:t",
            properties: { title: "T", kind: "TARIFF", effect: "RESTRICTING", rate: 10, rateUnit: "PERCENT" },
            place,
          },
        ],
        edges: [{ type: "TARGETS", from: "measure:t", to: "country:US", properties: { since: "2025-04-09" }, claims: [], place }],
      }),
    ]);
    expect(report.problems).toEqual([]);
    expect(await edges(engine, "TARGETS")).toEqual([
      ["measure:t", "country:US", "2025-04-09", "CONFIRMED", "2025-04-04", ["claim:register"], ["table"]],
    ]);
  });
  test("an importer's records are checked as a seed file's, with the importer's own places", async () => {
    const edge = { from: "measure:x", to: "country:US", properties: {}, claims: ["claim:register"], place };
    expect(
      await problemsOf({
        nodes: [
          { type: "Mesure", id: "measure:a", properties: {}, place },
          { type: "Measure", id: "event:b", properties: { title: "B", kind: "BAN", effect: "UNCLEAR", hsCode: "85" }, place },
          {
            type: "Measure",
            id: "measure:x",
            properties: { title: ["B"], kind: "BAN", effect: "UNCLEAR", aliases: "b" },
            place,
            places: new Map([["title", { ...place, column: 30 }]]),
          },
          { type: "Event", id: "event:c", properties: { title: "C", kind: "CALL", figures: ["5"] }, place },
        ],
        edges: [
          { ...edge, type: "TARGET" },
          { ...edge, type: "COVERS" },
          { ...edge, type: "TARGETS", to: "US" },
          { ...edge, type: "TARGETS", claims: ["source:notice"] },
          { ...edge, type: "ABOUT", from: "claim:register", to: "country:US" },
        ],
      }),
    ).toEqual([
      'table.csv:7:1: There is no node type Mesure. Did you mean "Measure"?',
      'table.csv:7:1: "event:b" is no id of a Measure: it must be measure:key.',
      'table.csv:7:1: Measure has no field "hsCode".',
      "table.csv:7:1: aliases is a list.",
      "table.csv:7:1: figures is a list of objects with name, value, unit, period.",
      'table.csv:7:1: There is no edge TARGET. Did you mean "TARGETS"?',
      "table.csv:7:1: COVERS does not lead from a Measure to a Country (measure:x to country:US).",
      'table.csv:7:1: "US" is no id: an id is prefix:key, and the prefix names a node type.',
      'table.csv:7:1: An edge rests on claims, and "source:notice" is none.',
      "table.csv:7:1: The edge ABOUT is part of the evidence, and rests on no claims itself.",
      "table.csv:7:30: title is one value, not a list.",
    ]);
  });
});
