import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Holding } from "../../src/engine/neo4j/holding.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import { openTestEngine, testNeo4j } from "../support/engine.ts";

describe("parameters that are held in one map", () => {
  const hold = (text: string, params: Parameters<Holding["hold"]>[0]["params"]) => new Holding().hold({ text, params });

  it("are texts, lists, maps, truths and null, but no numbers", () => {
    const params = { a: "x", b: ["y"], c: null, d: true, e: { f: 1 }, n: 3, big: 4n };
    expect(hold("RETURN $a, $b, $c, $d, $e.f, $n, $big", params)).toEqual({
      text: "RETURN $held.a, $held.b, $held.c, $held.d, $held.e.f, $n, $big",
      params: { n: 3, big: 4n, held: { a: "x", b: ["y"], c: null, d: true, e: { f: 1 } } },
    });
  });

  it("are not looked for inside of texts and quoted names", () => {
    const text = "RETURN '$a', 'it\\'s $a', \"$a\", `$a`, $a, $ab";
    expect(hold(text, { a: "x", ab: "y" }).text).toBe("RETURN '$a', 'it\\'s $a', \"$a\", `$a`, $held.a, $held.ab");
  });

  it("leave one that is missing as it is, for the database to refuse", () => {
    const holding = new Holding();
    const textWith = (params: Record<string, string>) => holding.hold({ text: "RETURN $a, $b", params }).text;
    const [whole, part] = ["RETURN $held.a, $held.b", "RETURN $held.a, $b"];
    expect([textWith({ a: "x" }), textWith({ a: "x", b: "y" }), textWith({ a: "x" }), textWith({ a: "x", b: "y" })]).toEqual([
      part,
      whole,
      part,
      whole,
    ]);
  });

  it("follow their values where a number is none in the next request", () => {
    const holding = new Holding();
    const textWith = (a: number | null) => holding.hold({ text: "RETURN $a", params: { a } }).text;
    expect([textWith(1), textWith(null), textWith(2)]).toEqual(["RETURN $a", "RETURN $held.a", "RETURN $a"]);
  });
});

describe.runIf(testNeo4j())("a statement on Neo4j", () => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });
  afterAll(() => engine?.close());

  it("is planned once for texts and lists of all lengths", async () => {
    const parts = Array.from({ length: 12 }, (_, i) => {
      const match = `MATCH (n:Node) WHERE n.id IN $ids AND n.title >= $text OPTIONAL MATCH (n)-[:PART_OF*0..]->(m) WHERE m.id <> $text`;
      return `CALL () { ${match} RETURN collect([n.id, m.id]) AS c${i} }`;
    });
    const text = `${parts.join(" ")} RETURN ${parts.map((_, i) => `c${i}`).join(", ")}`;
    const time = async (length: number) => {
      const begun = performance.now();
      const rows = await engine.read({ text, params: { ids: Array.from({ length }, (_, i) => `none-${i}`), text: "x".repeat(length) } });
      expect(rows).toEqual([parts.map(() => [])]);
      return performance.now() - begun;
    };
    const first = await time(2);
    // Each of these lengths had a plan of its own.
    const others = [await time(0), await time(1), await time(50), await time(500)];
    expect(Math.max(...others.sort((a, b) => a - b).slice(0, 3))).toBeLessThan(first / 2);
  });
});
