/**
 * Runs golden operations on the seed in memory and writes their answers beside them: `npx tsx scripts/record-operations.ts [name…]`.
 * An answer recorded this way counts only once it was read against the facts, line by line.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { graphql } from "graphql";
import { openEmbedded } from "../src/engine/embedded/embedded.ts";
import { load, readInputs } from "../src/load/index.ts";
import { indexesOf, readModel } from "../src/model/index.ts";
import { executableSchema } from "../src/resolvers/index.ts";

const folder = new URL("../tests/operations/", import.meta.url);
const wanted = process.argv.slice(2);
const model = readModel();
const engine = await openEmbedded({ shuffleUnordered: true });
await engine.prepare(indexesOf(model));
const report = await load(engine, model, await readInputs(["seed"]));
if (report.problems.length > 0) throw new Error(`The seed has ${report.problems.length} problems; see npm run load -- --dry-run.`);
const schema = executableSchema(model);
for (const file of readdirSync(folder).filter((name) => name.endsWith(".graphql"))) {
  const name = file.replace(".graphql", "");
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { data, errors } = await graphql({ schema, source: readFileSync(new URL(file, folder), "utf8"), contextValue: { engine } });
  if (errors) console.error(`${name}: ${errors.map((e) => e.message).join("; ")}`);
  else writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(data, null, 2)}\n`);
}
await engine.close();
