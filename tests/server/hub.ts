import type { GraphEngine } from "../../src/engine/port.ts";

/** 200 events, each of which follows one event and precedes it: so one node has 200 edges either way. */
export async function writeHub(engine: GraphEngine): Promise<void> {
  const ids = Array.from({ length: 200 }, (_, i) => `event:${i}`);
  await engine.write(async (transaction) => {
    await transaction.run({ text: "CREATE (n:Node:Event {id: 'event:hub', title: 'Hub'})", params: {} });
    await transaction.run({ text: "UNWIND $ids AS id CREATE (n:Node:Event {id: id, title: id})", params: { ids } });
    const edges = "CREATE (n)-[:FOLLOWS {claims: []}]->(h) CREATE (h)-[:FOLLOWS {claims: []}]->(n)";
    await transaction.run({ text: `MATCH (h:Node {id: 'event:hub'}) UNWIND $ids AS id MATCH (n:Node {id: id}) ${edges}`, params: { ids } });
  });
}
