/**
 * At a release: keeps the schema as it is then in api/released.graphql, by which tests/outside/breaking.test.ts knows what a later change breaks:
 * `npx tsx scripts/released.ts`. Descriptions are left out: they break nothing.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parse, print, visit } from "graphql";
import { releaseOf } from "../src/root.ts";

const HEAD = `# The schema of the last release (${releaseOf()}), without its descriptions. Written by scripts/released.ts, at a release alone.\n`;

const written = process.argv[2] ?? "api/schema.graphql";
const document = visit(parse(readFileSync(written, "utf8")), {
  enter: (node) => ("description" in node && node.description !== undefined ? { ...node, description: undefined } : undefined),
});
writeFileSync("api/released.graphql", `${HEAD}${print(document)}\n`);
