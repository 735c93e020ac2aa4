import type { GraphEngine } from "../../src/engine/port.ts";

/** Names of countries in their order. */
export const NAMES = ["Aland", "Benin", "Chad", "Denmark", "Eritrea"];

/** Writes a country of each name, for clients to page through. */
export async function writeCountries(engine: GraphEngine): Promise<void> {
  const rows = NAMES.map((name, i) => ({ id: `country:Q${"ABCDE"[i]}`, name, kind: "STATE" }));
  await engine.write((transaction) =>
    transaction.run({ text: "UNWIND $rows AS row CREATE (n:Node:Country) SET n += row", params: { rows } }),
  );
}
