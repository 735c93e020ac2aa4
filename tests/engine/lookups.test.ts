import grafeo from "@grafeo-db/js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** What the embedded database itself says of the rows that it looks at: what src/compile/where/months.ts and page/months-first.ts rest on. */
describe("the embedded database, among 1,000 nodes of 100 months", () => {
  const database = grafeo.GrafeoDB.create();
  const monthAt = (i: number) => `${2010 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`;
  beforeAll(async () => {
    await database.executeCypher("CREATE INDEX Act_month_index FOR (n:Act) ON (n.month)");
    const rows = Array.from({ length: 1_000 }, (_, i) => ({ id: i, month: monthAt(i % 100), day: `${monthAt(i % 100)}-10` }));
    await database.executeCypher("UNWIND $rows AS row CREATE (n:Act) SET n += row", { rows });
  });
  afterAll(() => database.close());

  const looked = async (conditions: string) => {
    const params = { months: [monthAt(3), monthAt(4)], from: `${monthAt(3)}-05`, to: `${monthAt(4)}-20` };
    const result = await database.executeCypher(`MATCH (n:Act) WHERE ${conditions} RETURN count(n)`, params);
    return { found: result.rows()[0]?.[0], looked: result.rowsScanned };
  };

  it("looks up values that are IN a list, and tests the other conditions on what that finds", async () => {
    expect(await looked("n.month IN $months")).toEqual({ found: 20, looked: 20 });
    expect(await looked("n.month IN $months AND n.day >= $from AND n.day <= $to")).toEqual({ found: 20, looked: 20 });
    expect(await looked("n.month IN $months AND n.day >= $from AND n.day <= $from")).toEqual({ found: 0, looked: 20 });
    // Later loads keep it up.
    await database.executeCypher("MATCH (n:Act) WHERE n.id = 3 SET n.month = '1999-01'");
    expect(await looked("n.month IN $months")).toEqual({ found: 19, looked: 19 });
  });

  it("looks up values that are IN a list that the statement itself has made", async () => {
    const made = "CALL () { UNWIND $all AS m WITH m WHERE m >= $first RETURN collect(m) AS ms }";
    const all = Array.from({ length: 100 }, (_, i) => monthAt(i));
    const text = `${made} CALL (ms) { MATCH (n:Act) WHERE n.month IN ms AND n.day >= $first RETURN count(n) AS c } RETURN c`;
    const result = await database.executeCypher(text, { all, first: monthAt(98) });
    expect({ found: result.rows()[0]?.[0], looked: result.rowsScanned }).toEqual({ found: 20, looked: 20 });
  });

  it("goes along months only until a limit is reached, some thousand nodes at once", async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ({ month: `long ago ${i % 10}` }));
    await database.executeCypher("UNWIND $many AS row CREATE (n:Act) SET n += row", { many });
    const all = [...Array.from({ length: 100 }, (_, i) => monthAt(i)).reverse(), ...Array.from({ length: 10 }, (_, i) => `long ago ${i}`)];
    const result = await database.executeCypher("UNWIND $all AS m MATCH (n:Act {month: m}) WITH n LIMIT 1000 RETURN max(n.month)", { all });
    expect(result.rowsScanned).toBeLessThan(5_000);
    await database.executeCypher("MATCH (n:Act) WHERE n.day IS NULL DELETE n");
  });

  it("looks at all of a label where no list is given whose property has an index", async () => {
    expect(await looked("n.day IN [$from, $to]")).toEqual({ found: 0, looked: 1_000 });
  });
});
