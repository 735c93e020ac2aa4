/** What every engine must do, as one list of cases; `contract.test.ts` runs it on the engine that the environment names. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { EngineError, type EngineErrorCode, type GraphEngine, type Row, type Value } from "../../src/engine/port.ts";
import { wipe } from "../support/engine.ts";

/** The error code of a promise that must fail with an EngineError. */
export async function codeOf(failing: Promise<unknown>): Promise<EngineErrorCode> {
  const error = await failing.then(
    (value) => expect.fail(`resolved with ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof EngineError)) throw error;
  return error.code;
}

/** The cases for Cypher, values, writes and errors, on the engine that `open` gives. */
export function contract(open: () => Promise<GraphEngine>): void {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await open();
    await engine.prepare([{ label: "Measure", property: "kind", unique: false }]);
  });
  beforeEach(() => wipe(engine));
  afterAll(() => engine.close());

  const read = (text: string, params: Record<string, Value> = {}): Promise<readonly Row[]> => engine.read({ text, params });
  const write = (text: string, params: Record<string, Value> = {}): Promise<readonly Row[]> =>
    engine.write((transaction) => transaction.run({ text, params }));
  const nodes = (...ids: string[]) => write("UNWIND $ids AS id CREATE (:Node:Thing {id: id})", { ids });
  const count = async (): Promise<Value | undefined> => (await read("MATCH (n:Node) RETURN count(n)"))[0]?.[0];

  describe("rows", () => {
    it("gives rows in the order of the keys asked, repeats and misses included", async () => {
      await nodes("a", "b", "c");
      const rows = await read(
        "UNWIND range(0, size($ids) - 1) AS at WITH at, $ids[at] AS id OPTIONAL MATCH (n:Node {id: id}) RETURN id, n.id ORDER BY at",
        { ids: ["c", "x", "a", "c"] },
      );
      expect(rows).toEqual([
        ["c", "c"],
        ["x", null],
        ["a", "a"],
        ["c", "c"],
      ]);
    });

    it("keeps rows to a limit for each parent, nested, ordered", async () => {
      await write(
        `UNWIND range(1, 3) AS p CREATE (parent:Node:Parent {id: 'p' + toString(p)})
         WITH parent, p UNWIND range(1, 4) AS c CREATE (parent)-[:HAS {since: c}]->(child:Node:Child {id: parent.id + 'c' + toString(c)})
         WITH child UNWIND range(1, 3) AS g CREATE (child)-[:HAS]->(:Node:Grandchild {id: child.id + 'g' + toString(g)})`,
      );
      const rows = await read(
        `MATCH (p:Parent) WHERE p.id IN $ids
         CALL (p) {
           MATCH (p)-[r:HAS]->(c:Child) WITH r, c ORDER BY r.since DESC, c.id LIMIT $first
           CALL (c) { MATCH (c)-[:HAS]->(g:Grandchild) WITH g ORDER BY g.id LIMIT $first RETURN collect(g.id) AS grandchildren }
           RETURN collect({id: c.id, since: r.since, grandchildren: grandchildren}) AS children
         }
         RETURN p.id, children ORDER BY p.id`,
        { ids: ["p1", "p3"], first: 2 },
      );
      const child = (id: string, since: number) => ({ id, since, grandchildren: [`${id}g1`, `${id}g2`] });
      expect(rows).toEqual([
        ["p1", [child("p1c4", 4), child("p1c3", 3)]],
        ["p3", [child("p3c4", 4), child("p3c3", 3)]],
      ]);
    });

    it("leaves the rows of a subquery in the order of the rows that it runs for: a limit behind it keeps what comes first", async () => {
      const PARENTS = 3_001; // more than any engine takes at once, and a prime: every step through them meets each once
      await write(
        "UNWIND range(1, $parents - 1) AS p CREATE (parent:Node:Parent {id: 'p' + toString(10000 + p * 7 % $parents), place: p}) CREATE (parent)-[:HAS {since: 2}]->(:Node:Child {id: parent.id + 'c2'}) CREATE (parent)-[:HAS {since: 1}]->(:Node:Child {id: parent.id + 'c1'})",
        { parents: PARENTS },
      );
      const parents = Array.from({ length: PARENTS - 1 }, (_, i) => ({ id: `p${10_000 + (((i + 1) * 7) % PARENTS)}`, place: i + 1 }));
      for (const direction of ["", " DESC"]) {
        const inOrder = parents.sort((a, b) => (a.id < b.id ? -1 : 1) * (direction === "" ? 1 : -1));
        // Only some parents have rows, and they have one or two: where the limit comes is none of the engine's own borders.
        const all = inOrder.flatMap(({ id, place }) => [
          ...(place % 2 === 0 ? [[id, ""]] : []),
          ...(place % 3 === 0 ? [[id, `${id}c2`]] : []),
        ]);
        for (const size of [1, 20, 1_500]) {
          const rows = await read(
            `CALL () { MATCH (p:Parent) WHERE p.id > 'p10000' WITH p ORDER BY p.id${direction}
               CALL (p) {
                 CALL (p) { MATCH (p)-[r:HAS]->(c:Child) WHERE r.since > 1 AND p.place % 3 = 0 RETURN c.id AS id UNION ALL WITH p WHERE p.place % 2 = 0 RETURN '' AS id }
                 WITH p, id ORDER BY id LIMIT $size RETURN id
               }
               WITH p, id LIMIT $size WITH p, id ORDER BY p.id${direction}, id RETURN collect([p.id, id]) AS rows }
             RETURN rows`,
            { size },
          );
          expect(rows).toEqual([[all.slice(0, size)]]);
        }
      }
    });

    it("gives no row for no match, and one row with zero for a count", async () => {
      expect(await read("MATCH (n:Nothing) RETURN n.id")).toEqual([]);
      expect(await read("MATCH (n:Nothing) RETURN count(n)")).toEqual([[0]]);
    });
  });

  describe("values", () => {
    const roundTrip = async (value: Value): Promise<void> => {
      expect(await read("RETURN $value", { value })).toEqual([[value]]);
    };
    const stored = async (value: Value): Promise<Value | undefined> => {
      await write("CREATE (:Node {id: 'v', value: $value})", { value });
      return (await read("MATCH (n:Node {id: 'v'}) RETURN n.value"))[0]?.[0];
    };

    it.each<[string, Value]>([
      ["a whole number", 2025],
      ["the largest safe number", Number.MAX_SAFE_INTEGER],
      ["a bigint past 2^53", 2n ** 53n + 1n],
      ["a negative bigint past 2^53", -(2n ** 53n) - 1n],
      ["the largest 64-bit integer", 2n ** 63n - 1n],
      ["a float", 0.1],
      ["a float past 2^53", 1e300],
      ["a string", "tariff"],
      ["an emoji of several code points", "👩‍🚒🇨🇳"],
      ["Chinese", "稀土出口管制"],
      ["right-to-left text", "العقوبات עברית"],
      ["combining marks, not composed", "e\u0301"],
      ["quotes, backslashes and line breaks", `'"\\\n\t\${}`],
      ["a list", ["a", "b"]],
    ])("keeps %s, as a parameter and as a property", async (_, value) => {
      await roundTrip(value);
      expect(await stored(value)).toEqual(value);
    });

    it("keeps booleans, null, lists of lists and maps from parameter to row", async () => {
      await roundTrip([true, false, null]);
      await roundTrip([[1, 2], [], [3.5, ["x"]]]);
      await roundTrip({ a: null, b: [1, { c: 2n ** 60n }], d: {} });
    });

    it("gives whole numbers in the safe range as numbers, also where they came as bigint", async () => {
      expect(await read("RETURN $n, $n + 1, 9007199254740993", { n: 7n })).toEqual([[7, 8, 2n ** 53n + 1n]]);
    });

    it("refuses an integer that does not fit 64 bits", async () => {
      expect(await codeOf(read("RETURN $n", { n: 2n ** 63n }))).toBe("STATEMENT");
      expect(await codeOf(read("RETURN $deep", { deep: [{ n: -(2n ** 64n) }] }))).toBe("STATEMENT");
      expect(await codeOf(stored(2n ** 63n))).toBe("STATEMENT");
      expect(await count()).toBe(0);
    });

    it("takes a whole number as LIMIT and SKIP", async () => {
      await nodes("a", "b", "c");
      expect(await read("MATCH (n:Node) RETURN n.id ORDER BY n.id SKIP $skip LIMIT $limit", { skip: 1, limit: 1 })).toEqual([["b"]]);
    });

    it("reads an absent property as null, and drops a property that is set to null", async () => {
      expect(await stored(null)).toBeNull();
      await write("MATCH (n:Node {id: 'v'}) SET n.note = 'x'");
      await write("MATCH (n:Node {id: 'v'}) SET n += $change", { change: { note: null } });
      expect(await read("MATCH (n:Node {id: 'v'}) RETURN n.note, n.never, properties(n), n.note IS NULL")).toEqual([
        [null, null, { id: "v" }, true],
      ]);
    });

    it("compares partial dates as strings", async () => {
      await write("UNWIND $dates AS d CREATE (:Node {id: d, on: d})", {
        dates: ["2025-06-05", "2025", "2025-06", "2024-12-31", "2025-10"],
      });
      expect(await read("MATCH (n:Node) WHERE n.on >= '2025' AND n.on < '2025-07' RETURN n.on ORDER BY n.on")).toEqual([
        ["2025"],
        ["2025-06"],
        ["2025-06-05"],
      ]);
    });

    it("keeps lists and empty lists on nodes and on relationships", async () => {
      await write("CREATE (:Node {id: 'a', full: $full, empty: []})-[:R {full: $full, empty: []}]->(:Node {id: 'b'})", {
        full: ["x", "y"],
      });
      expect(await read("MATCH (a:Node {id: 'a'})-[r:R]->() RETURN a.full, a.empty, r.full, r.empty, properties(r)")).toEqual([
        [["x", "y"], [], ["x", "y"], [], { full: ["x", "y"], empty: [] }],
      ]);
    });

    it("refuses to return the database's own nodes, relationships and paths", async () => {
      await write("CREATE (:Node {id: 'a'})-[:R]->(:Node {id: 'b'})");
      for (const returned of ["a", "r", "p", "[a]", "{a: a}"]) {
        expect(await codeOf(read(`MATCH p = (a:Node)-[r:R]->() RETURN ${returned}`)), returned).toBe("STATEMENT");
      }
    });
  });

  describe("writes", () => {
    const merge = "UNWIND $rows AS row MERGE (n:Node:Thing {id: row.id}) SET n += row";

    it("makes one node of two merges", async () => {
      await write(merge, { rows: [{ id: "a", x: 1 }] });
      await write(merge, {
        rows: [
          { id: "a", y: 2 },
          { id: "a", z: 3 },
        ],
      });
      expect(await read("MATCH (n:Node) RETURN properties(n)")).toEqual([[{ id: "a", x: 1, y: 2, z: 3 }]]);
    });

    it("shows a write its own changes before the commit", async () => {
      const seen = await engine.write(async (transaction) => {
        await transaction.run({ text: "CREATE (:Node {id: 'a'})", params: {} });
        return transaction.run({ text: "MATCH (n:Node) RETURN n.id", params: {} });
      });
      expect(seen).toEqual([["a"]]);
    });

    it("writes nothing when the callback of a write throws, and throws its error unchanged", async () => {
      const mine = new TypeError("mine");
      const failing = engine.write(async (transaction) => {
        await transaction.run({ text: "CREATE (:Node {id: 'a'})-[:R]->(:Node {id: 'b'})", params: {} });
        throw mine;
      });
      await expect(failing).rejects.toBe(mine);
      expect(await count()).toBe(0);
    });

    it("writes nothing when a statement of a write fails, even if the callback swallows the failure", async () => {
      const failing = engine.write(async (transaction) => {
        await transaction.run({ text: "CREATE (:Node {id: 'a'})", params: {} });
        await transaction.run({ text: "RETURN 1 / 0", params: {} }).catch(() => undefined);
      });
      expect(await codeOf(failing)).toBe("STATEMENT");
      expect(await count()).toBe(0);
    });

    it("commits the statements that the callback of a write did not wait for", async () => {
      await engine.write(async (transaction) => {
        void transaction.run({ text: "CREATE (:Node {id: 'a'})", params: {} });
        void transaction.run({ text: "CREATE (:Node {id: 'b'})", params: {} });
      });
      expect(await count()).toBe(2);
    });

    it("refuses a statement after the callback of its write has ended", async () => {
      const kept = await engine.write(async (transaction) => transaction);
      expect(await codeOf(kept.run({ text: "CREATE (:Node {id: 'late'})", params: {} }))).toBe("STATEMENT");
      expect(await count()).toBe(0);
    });

    it("hides a write from reads until the commit", async () => {
      await nodes("a");
      const before = await engine.write(async (transaction) => {
        await transaction.run({ text: "CREATE (:Node {id: 'b'})", params: {} });
        await transaction.run({ text: "MATCH (n:Node {id: 'a'}) SET n.touched = true", params: {} });
        return Promise.all([count(), count(), read("MATCH (n:Node {id: 'a'}) RETURN n.touched")]);
      });
      expect(before).toEqual([1, 1, [[null]]]);
      expect(await count()).toBe(2);
    });

    it("runs writes that were asked for in parallel one after another", async () => {
      await write("CREATE (:Node {id: 'counter', n: 0})");
      const add = async (by: number) =>
        engine.write(async (transaction) => {
          const [row] = await transaction.run({ text: "MATCH (n:Node {id: 'counter'}) RETURN n.n", params: {} });
          await transaction.run({ text: "MATCH (n:Node {id: 'counter'}) SET n.n = $n", params: { n: Number(row?.[0]) + by } });
        });
      await Promise.all(Array.from({ length: 20 }, (_, at) => add(at)));
      expect(await read("MATCH (n:Node {id: 'counter'}) RETURN n.n")).toEqual([[190]]);
    });

    it("runs the next write after one that failed", async () => {
      const failed = write("BAD");
      const landed = nodes("a");
      expect(await codeOf(failed)).toBe("STATEMENT");
      await landed;
      expect(await count()).toBe(1);
    });
  });

  describe("errors", () => {
    it.each([
      ["bad syntax", "MATCH (n RETURN n"],
      ["an unknown variable", "RETURN nothing"],
      ["an unknown function", "RETURN nothing(1)"],
      ["a missing parameter", "RETURN $nothing"],
      ["a division by zero", "RETURN 1 / 0"],
      ["a negative limit", "MATCH (n:Node) RETURN n.id LIMIT -1"],
    ])("throws STATEMENT for %s", async (_, text) => {
      expect(await codeOf(read(text))).toBe("STATEMENT");
      expect(await codeOf(write(text))).toBe("STATEMENT");
    });

    it("throws STATEMENT for a write inside a read, and keeps nothing of it", async () => {
      for (const text of ["CREATE (:Node {id: 'a'})", "MERGE (n:Node {id: 'a'}) RETURN n.id"]) {
        expect(await codeOf(read(text))).toBe("STATEMENT");
      }
      expect(await count()).toBe(0);
    });

    it("throws CONSTRAINT for an id that exists, and keeps nothing of the write", async () => {
      await nodes("a");
      const failing = engine.write(async (transaction) => {
        await transaction.run({ text: "CREATE (:Node:Thing {id: 'b'})", params: {} });
        await transaction.run({ text: "CREATE (:Node:Other {id: 'a'})", params: {} });
      });
      expect(await codeOf(failing)).toBe("CONSTRAINT");
      expect(await count()).toBe(1);
    });

    it("keeps the database's own words in an error's cause, not in its message", async () => {
      const error = await read("RETURN secretName").catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(EngineError);
      if (!(error instanceof EngineError)) return;
      expect(error.message).not.toContain("secretName");
      expect(String(error.cause)).toContain("secretName");
    });
  });

  describe("opening and closing", () => {
    it("gives the database's name and version", async () => {
      expect(await engine.version()).toMatch(/^(Grafeo|Neo4j) \d+\.\d+/);
    });

    it("makes indexes twice, also over data and beside other indexes", async () => {
      await nodes("a");
      await engine.prepare([
        { label: "Measure", property: "kind", unique: false },
        { label: "Node", property: "id", unique: false },
      ]);
      await engine.prepare([{ label: "Measure", property: "kind", unique: false }]);
      expect(await codeOf(nodes("a"))).toBe("CONSTRAINT");
    });

    it("makes unique properties of other labels, and refuses an index whose label or property is not a name", async () => {
      await engine.prepare([{ label: "Contract", property: "code", unique: true }]);
      await write("CREATE (:Contract {code: 1})");
      expect(await codeOf(write("CREATE (:Contract {code: 1})"))).toBe("CONSTRAINT");
      expect(await codeOf(engine.prepare([{ label: "A) ON (n.x) //", property: "x", unique: false }]))).toBe("STATEMENT");
      expect(await codeOf(engine.prepare([{ label: "A", property: "x`y", unique: false }]))).toBe("STATEMENT");
    });

    it("may be closed twice, and refuses every call after that", async () => {
      const other = await open();
      await Promise.all([other.close(), other.close()]);
      await other.close();
      const calls = [
        other.read({ text: "RETURN 1", params: {} }),
        other.write(async () => 1),
        other.prepare([]),
        other.search("x", 1),
        other.version(),
      ];
      expect(await Promise.all(calls.map(codeOf))).toEqual(calls.map(() => "CLOSED"));
    });

    it("finishes calls that are running before it closes", async () => {
      const other = await open();
      const writing = other.write((transaction) => transaction.run({ text: "CREATE (n:Node {id: 'last'}) RETURN n.id", params: {} }));
      const reading = other.read({ text: "UNWIND range(1, 1000) AS n RETURN count(n)", params: {} });
      await other.close();
      expect(await writing).toEqual([["last"]]);
      expect(await reading).toEqual([[1000]]);
    });
  });
}
