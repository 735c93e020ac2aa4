/**
 * A process that writes bundles until it is killed: `durability-writer.ts <directory> <round>`. A bundle is one transaction of several
 * statements; its name goes to stdout once it is committed.
 */
import { writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openEmbedded } from "../../src/engine/index.ts";

/** How many nodes and edges each bundle has. */
export const bundleNodes = 30;
export const bundleEdges = bundleNodes - 1;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [directory, round] = process.argv.slice(2);
  if (directory === undefined || round === undefined) throw new Error("usage: durability-writer.ts <directory> <round>");
  const engine = await openEmbedded({ path: directory });
  await engine.prepare([]);
  for (let number = 0; ; number++) {
    const bundle = `${round}-${number}`;
    await engine.write(async (transaction) => {
      const rows = Array.from({ length: bundleNodes }, (_, at) => ({ id: `${bundle}-${at}`, bundle, searchText: `word${at} bundle` }));
      await transaction.run({ text: "UNWIND $rows AS row MERGE (n:Node:Thing {id: row.id}) SET n += row", params: { rows } });
      const links = rows.slice(1).map(({ id }, at) => ({ from: `${bundle}-${at}`, to: id }));
      await transaction.run({
        text: "UNWIND $links AS link MATCH (a:Node {id: link.from}) MATCH (b:Node {id: link.to}) MERGE (a)-[r:NEXT]->(b) SET r.bundle = $bundle",
        params: { links, bundle },
      });
    });
    // Synchronous, so that a kill can't take back what was said.
    writeSync(1, `${bundle}\n`);
  }
}
