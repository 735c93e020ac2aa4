import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { readModel, statedProperties } from "../../src/model/index.ts";
import { whyReserved } from "../../src/model/reserved.ts";
import { openWithSeed } from "../support/seeded.ts";

/** What the loader writes is looked at, so that a name which it comes to need is reserved too. */
describe("a name that the loader stores", () => {
  const model = readModel();
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openWithSeed(model);
  });
  afterAll(() => engine?.close());

  it("beside a node's own properties is reserved", async () => {
    const rows = await engine.read({
      text: "MATCH (n:Node) UNWIND keys(n) AS name RETURN DISTINCT split(n.id, ':')[0], name",
      params: {},
    });
    const ownOf = new Map([...model.nodes.values()].map((node) => [node.prefix, node.properties]));
    const beside = [...new Set(rows.flatMap(([prefix, name]) => (ownOf.get(String(prefix))?.has(String(name)) ? [] : [String(name)])))];
    expect(beside).toEqual(expect.arrayContaining(["bundle", "searchText", "history"]));
    expect(beside.filter((name) => whyReserved("node", name) === null)).toEqual([]);
  });

  it("beside what an edge says is reserved", async () => {
    const rows = await engine.read({
      text: "MATCH (:Node)-[r]->(:Node) UNWIND keys(r) AS name RETURN DISTINCT type(r), name",
      params: {},
    });
    const beside = rows.flatMap(([type, key]) => {
      const edge = model.edges.get(String(type));
      const own = edge ? [...statedProperties({ ...edge, dated: false }).keys()] : [];
      const name = String(key);
      return own.includes(name) || whyReserved(edge?.dated ? "dated edge" : "edge", name) !== null ? [] : [`${type}.${name}`];
    });
    expect(rows.length).toBeGreaterThan(50);
    expect(beside).toEqual([]);
  });
});
