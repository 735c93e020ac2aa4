/**
 * @neo4j/graphql as its manual sets it up: type definitions in, an executable schema out, the driver passed in. Options are the defaults, but
 * for comparisons of texts, which it leaves out unless asked and which spans of days need.
 */
import { readFile } from "node:fs/promises";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { openDriver, serve } from "./front.mjs";

const [file] = process.argv.slice(2);
const driver = openDriver();
const library = new Neo4jGraphQL({
  typeDefs: await readFile(file, "utf8"),
  driver,
  features: { filters: { String: { GTE: true, LTE: true } } },
});
const schema = await library.getSchema();
await serve(schema, async () => ({}));
