import type { GraphEngine } from "../../src/engine/port.ts";

const MEASURES = 2_000;
const COUNTRIES = 200;
const GOODS = 500;

/** Writes 2,000 measures, each with 20 goods, 10 targets and 10 it affects: 80,000 edges, and goods, countries and one event that many of them lead to. */
export async function writeDenseGraph(engine: GraphEngine): Promise<void> {
  const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}:${i}`);
  const make = (label: string, values: string) => `UNWIND $ids AS id CREATE (n:Node:${label}) SET n.id = id, ${values}`;
  // A stride that shares no factor with the number of ends gives every measure others of them.
  const join = (type: string, ends: "country" | "commodity", count: number) => {
    const rows = Array.from({ length: MEASURES * count }, (_, i) => [
      `measure:${Math.floor(i / count)}`,
      `${ends}:${(i * 37) % sizes[ends]}`,
    ]);
    const text = `UNWIND $rows AS row MATCH (a:Node {id: row[0]}) MATCH (b:Node {id: row[1]}) CREATE (a)-[:${type} {since: '2025-04-04', recordedOn: '2025-04-05', claims: []}]->(b)`;
    return { text, rows };
  };
  const sizes = { country: COUNTRIES, commodity: GOODS };
  await engine.write(async (transaction) => {
    await transaction.run({
      text: make("Measure", "n.title = id, n.kind = 'TARIFF', n.announcedOn = '2025-04-04'"),
      params: { ids: ids("measure", MEASURES) },
    });
    await transaction.run({ text: make("Country", "n.name = id, n.kind = 'STATE'"), params: { ids: ids("country", COUNTRIES) } });
    await transaction.run({ text: make("Commodity", "n.name = id, n.level = 'GROUP'"), params: { ids: ids("commodity", GOODS) } });
    for (const { text, rows } of [join("COVERS", "commodity", 20), join("TARGETS", "country", 10), join("AFFECTS", "country", 10)]) {
      for (let i = 0; i < rows.length; i += 10_000) await transaction.run({ text, params: { rows: rows.slice(i, i + 10_000) } });
    }
  });
}
