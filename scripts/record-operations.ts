/**
 * Runs golden operations on the seed in memory and writes their answers beside them: `npx tsx scripts/record-operations.ts [name…]`.
 * An answer recorded this way counts only once it was read against the facts, line by line.
 */
import { graphql } from "graphql";
import { openEmbedded } from "../src/engine/index.ts";
import { readModel } from "../src/model/index.ts";
import { executableSchema } from "../src/resolvers/index.ts";
import { goldenOperations } from "../tests/support/golden.ts";
import { loadSeed } from "../tests/support/seeded.ts";

const wanted = process.argv.slice(2);
const model = readModel();
const engine = await openEmbedded({ shuffleUnordered: true });
await loadSeed(engine, model);
const schema = executableSchema(model);
for (const { name, source, record } of goldenOperations()) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { data, errors } = await graphql({ schema, source, contextValue: { engine } });
  if (errors) console.error(`${name}: ${errors.map((e) => e.message).join("; ")}`);
  else record(data);
}
await engine.close();
